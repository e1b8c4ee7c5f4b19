"""What belongs to a text beside its file (versions, variants, notes): one folder per text in the data
directory, never in the writer's own folders."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from ownhand.document.digests import place_name

log = logging.getLogger(__name__)


def belongings_of(folder: Path, path: Path) -> Path:
    """The folder of what belongs to a file; it need not be there yet.

    Args:
        folder: `Paths.documents`.
        path: The file; symbolic links are followed, so that each way to it finds the same folder.
    """
    return folder / place_name(path)


def belongings_of_untitled(folder: Path, document_id: str) -> Path:
    """The folder of what belongs to a text that has no file yet.

    Args:
        folder: `Paths.documents`.
        document_id: As its journal is called.
    """
    return folder / f"untitled-{document_id}"


def take_along(old: Path, new: Path, *, keep: bool = False) -> None:
    """Bring belongings to where they are looked for from now on; a failure is logged.

    Args:
        old: Folder of the belongings; nothing happens if it is not there.
        new: Where they go. What is there already is replaced.
        keep: Leave a copy in `old`: after Save As both files have them.
    """
    if old == new or not old.is_dir():
        return
    try:
        if new.exists():
            shutil.rmtree(new)
        if keep:
            shutil.copytree(old, new)
        else:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
    except OSError as problem:
        log.warning("What belongs to a text could not be taken to %s (%s).", new, problem)


def forget(folder: Path) -> None:
    """Remove the belongings of a text that is no more; a failure is logged."""
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as problem:
        log.warning("What belongs to a text cannot be removed from %s (%s).", folder, problem)
