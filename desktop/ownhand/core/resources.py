"""The one reader of packaged data: the same call from a checkout, a wheel and a frozen app."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource_path(name: str) -> Path:
    """Where a packaged file or directory lies.

    Args:
        name: Path below `resources/`, with forward slashes, for example "presets/balanced.toml".

    Raises:
        FileNotFoundError: If the installation lacks it.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parents[1] / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"Ownhand's installation lacks {name}; install it again.")


def read_text(name: str) -> str:
    """The text of a packaged UTF-8 file. Raises `FileNotFoundError` as `resource_path` does."""
    return resource_path(name).read_text(encoding="utf-8")
