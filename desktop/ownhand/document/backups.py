"""Dated copies of the writer's files as they were before the first save of a day."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from ownhand.core import atomic
from ownhand.document.digests import place_name

log = logging.getLogger(__name__)

KEPT = 30
"""Dated copies of one file; the oldest go first."""


def backup_folder(folder: Path, path: Path) -> Path:
    """Where the dated copies of a file lie: a folder that a person can find by the file's name.

    Args:
        folder: `backups` in the data directory, never the writer's own folder.
        path: The file; symbolic links are followed.
    """
    return folder / f"{path.stem[:60]}-{place_name(path)[:8]}"


def keep_backup(folder: Path, path: Path, today: date | None = None) -> Path | None:
    """Copy a file that is about to be written over, once a day; byte for byte.

    Args:
        folder: As for `backup_folder`.
        path: The file.
        today: For the name of the copy.

    Returns:
        The copy; None if there is one of today already, or nothing to copy.

    Raises:
        OSError: If it cannot be copied.
    """
    place = backup_folder(folder, path)
    copy = place / f"{path.stem[:60]}.{today or date.today():%Y-%m-%d}{path.suffix}"
    if copy.exists() or not path.exists():
        return None
    data = path.read_bytes()
    if not data:
        return None
    place.mkdir(parents=True, exist_ok=True)
    atomic.write_bytes(copy, data)
    for old in sorted(place.glob("*.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return copy
