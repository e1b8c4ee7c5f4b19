"""Short names for texts and places: what SHA-256 makes of them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal digits; halves of broken symbols count too."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place_name(path: Path) -> str:
    """A file name that stands for a path: the same for each way to a file, links followed; 40 digits."""
    return text_digest(str(path.resolve()))[:40]
