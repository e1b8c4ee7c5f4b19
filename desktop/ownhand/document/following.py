"""When a text moves, what Ownhand knows of it follows: who wrote what, versions, notes, variants."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.paths import Paths
from ownhand.document.belongings import belongings_of, take_along
from ownhand.document.sidecar import sidecar_path

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one text.

    Attributes:
        relative: The text, seen from what moves; "." if it is that itself.
        sidecar: Record of its origins.
        belongings: Folder of the rest.
    """

    relative: Path
    sidecar: Path
    belongings: Path


def known_below(paths: Paths, source: Path, but: Path | None = None) -> tuple[Known, ...]:
    """What is known of a text, or of all texts below a folder; to be asked before it moves.

    Links are left alone: what they lead to stays where it is.

    Args:
        paths: The folders of the writer.
        source: The text or folder.
        but: A text that somebody else takes care of.
    """
    found = []
    left_out = but.resolve() if but is not None else None
    for relative in _files(source):
        file = source / relative
        if left_out is not None and file.name == left_out.name and file.resolve() == left_out:
            continue
        known = Known(
            relative, sidecar_path(paths.provenance, file), belongings_of(paths.documents, file)
        )
        if known.sidecar.exists() or known.belongings.is_dir():
            found.append(known)
    return tuple(found)


def follow(paths: Paths, old: Path, new: Path) -> None:
    """The same for one text that has moved already."""
    known = Known(Path(), sidecar_path(paths.provenance, old), belongings_of(paths.documents, old))
    let_follow(paths, (known,), new)


def let_follow(paths: Paths, known: tuple[Known, ...], target: Path) -> None:
    """Bring what is known to where it is looked for now; a failure is logged.

    Args:
        paths: The folders of the writer.
        known: From `known_below`.
        target: Where the text or folder lies by now.
    """
    for each in known:
        file = target / each.relative
        take_along(each.belongings, belongings_of(paths.documents, file))
        _move_sidecar(each.sidecar, sidecar_path(paths.provenance, file), file)


def _files(source: Path) -> Iterator[Path]:
    if source.is_symlink():
        return
    if not source.is_dir():
        yield Path()
        return
    for folder, _folders, names in os.walk(source):
        for name in names:
            file = Path(folder) / name
            if not file.is_symlink():
                yield file.relative_to(source)


def _move_sidecar(old: Path, new: Path, file: Path) -> None:
    if old == new or not old.exists():
        return
    try:
        try:
            record = json.loads(old.read_text(encoding="utf-8"))
            record["path"] = str(file.resolve())  # for people who look
            atomic.write_text(new, json.dumps(record, separators=(",", ":")))
            old.unlink()
        except (ValueError, TypeError):
            os.replace(old, new)  # damaged, or of a newer version: it is not ours to judge
    except OSError as problem:
        log.warning("The record of %s could not follow it (%s).", file, problem)
