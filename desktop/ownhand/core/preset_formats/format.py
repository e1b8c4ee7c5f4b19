"""What a kind of preset file is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ownhand.core.preset_formats.translation import Translation


@dataclass(frozen=True, slots=True)
class PresetFormat:
    """One kind of file.

    Attributes:
        name: The program whose kind it is.
        sniff: Whether the values of a file are of this kind.
        read: Puts the values into Ownhand's terms.
    """

    name: str
    sniff: Callable[[Mapping[str, Any]], bool]
    read: Callable[[Mapping[str, Any], Translation], None]
