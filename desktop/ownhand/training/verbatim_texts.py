"""The texts that a model learned from, as indices in which copied passages are looked up.

An index is made when the texts are read for training and lies in a folder named by what it is of, so
that it outlives the writer's files and several models can share it. What got lost is made again from
the files that are still as they were.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import OwnhandError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document
from ownhand.corpus.ngrams import VerbatimIndex, build_index
from ownhand.corpus.reading import FileRead, file_digest, read_files
from ownhand.corpus.scan import FileFound, reader_for
from ownhand.training.lineage import FileSeen, read_lineage
from ownhand.training.runs import SPEC_FILE
from ownhand.training.spec import read_spec

log = logging.getLogger(__name__)

FORMAT = 1
"""Raised when an index of an earlier version can no longer be used."""

_KEPT_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class OpenedTexts:
    """What copied passages of one model can be looked up in.

    Attributes:
        indices: One per training; that of a model made from a finetuned one has several.
        unread: Files whose passages cannot be told: no index holds them, and they are gone or changed.
    """

    indices: tuple[VerbatimIndex, ...]
    unread: tuple[Path, ...]


def index_texts(
    files: Sequence[FileRead], documents: Iterable[Document], folder: Path, cancel: CancelToken
) -> Iterator[Stage]:
    """Keep the texts of a training findable; does nothing if they are indexed already.

    To be called once they are read, before anything is cleaned away: positions are those of the files.

    Args:
        files: All that were read; they and their hashes go into the lineage.
        documents: What stands in them, less what a model wrote.
        folder: `Paths.verbatim`.
        cancel: Looked at per document.

    Raises:
        CacheError: If the disk is full or read-only.
    """
    texts = [FileSeen(file.path, file.sha256) for file in files]
    for event in build_index(folder / index_name(texts), lambda: documents, cancel):
        if isinstance(event, Stage):
            yield event


def index_name(texts: Iterable[FileSeen]) -> str:
    """The name of the index of some files."""
    entries = sorted([str(text.path), text.sha256] for text in texts)
    return hashlib.sha256(json.dumps([FORMAT, entries]).encode()).hexdigest()[:40]


def texts_of_model(directory: Path) -> tuple[tuple[FileSeen, ...], ...]:
    """The files of each training in a model's past, its own first; none for a model made elsewhere.

    Raises:
        ModelError: If what is written of its past cannot be understood.
    """
    found: list[tuple[FileSeen, ...]] = []
    lineage = read_lineage(directory)
    while lineage is not None:
        if lineage.files:
            found.append(lineage.files)
        lineage = lineage.before
    return tuple(found)


def open_texts(directory: Path, paths: Paths, cancel: CancelToken) -> Iterator[Stage | OpenedTexts]:
    """Open the indices of a model; the last event is `OpenedTexts`.

    One that is missing is made again from the files that are still as they were; takes seconds per
    million words. Looks at `cancel` per file and per document.

    Args:
        directory: Of the model.
        paths: The writer's folders.
        cancel: Ends the work; nothing half-made stays.

    Raises:
        CacheError: If the disk is full or read-only.
        ModelError: If what is written of the model's past cannot be understood.
    """
    indices: list[VerbatimIndex] = []
    unread: list[Path] = []
    for texts in texts_of_model(directory):
        folder = paths.verbatim / index_name(texts)
        record = folder.with_name(f"{folder.name}.unread.json")
        lacking = {Path(path) for path in _read_json(record).get("unread", ())}
        if not folder.is_dir() or any(_is_unchanged(t) for t in texts if t.path in lacking):
            cancel.raise_if_cancelled()
            yield Stage("Looking at the texts this model learned from")
            there = [text for text in texts if _is_unchanged(text)]
            lacking = {text.path for text in texts} - {text.path for text in there}
            shutil.rmtree(folder, ignore_errors=True)
            if there:
                _note(record, lacking)
                for event in build_index(folder, lambda t=there: _read(t, paths, cancel), cancel):  # type: ignore[misc] # mypy cannot infer a default's type
                    if isinstance(event, Stage):
                        yield event
        unread += [text.path for text in texts if text.path in lacking]
        if folder.is_dir():
            with contextlib.suppress(OSError):
                folder.touch()
            indices.append(VerbatimIndex(folder))
    yield OpenedTexts(tuple(indices), tuple(dict.fromkeys(unread)))


def forget_unused(paths: Paths, kept_s: float = _KEPT_S) -> None:
    """Delete the indices of texts that no model and no run names any more.

    Args:
        paths: The writer's folders.
        kept_s: An index that was used in the last so many seconds stays: a run may be about to begin.
    """
    try:
        used = set(_used_names(paths))
        for entry in paths.verbatim.iterdir() if paths.verbatim.is_dir() else ():
            name = entry.name.partition(".")[0]
            if name not in used and entry.stat().st_mtime < time.time() - kept_s:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    except (OSError, OwnhandError, KeyError, TypeError) as problem:
        log.warning("Unused indices were not looked for (%s).", problem)


def _used_names(paths: Paths) -> Iterator[str]:
    for model in filter(Path.is_dir, paths.models.glob("*")):  # beside them lies the store's lock
        yield from map(index_name, texts_of_model(model))
    for spec in paths.runs.glob(f"*/{SPEC_FILE}"):
        packed = _read_json(Path(read_spec(spec).data) / "packed.json")
        yield index_name(_texts_in(packed))


def _texts_in(packed: dict[str, Any]) -> tuple[FileSeen, ...]:
    files = packed.get("files", ())
    return tuple(FileSeen(Path(file["path"]), file["sha256"]) for file in files)


def _is_unchanged(text: FileSeen) -> bool:
    try:
        return file_digest(text.path) == text.sha256
    except OSError:
        return False


def _read(texts: Sequence[FileSeen], paths: Paths, cancel: CancelToken) -> Iterator[Document]:
    found = []
    for text in texts:
        reader = reader_for(text.path)
        if reader is not None:
            found.append(FileFound(text.path, reader.name, text.path.stat().st_size))
    for event in read_files(found, cancel, paths.provenance):
        if isinstance(event, Document):
            yield event


def _note(record: Path, unread: Iterable[Path]) -> None:
    """Remember which files an index lacks; written before it is made."""
    names = sorted(map(str, unread))
    record.parent.mkdir(parents=True, exist_ok=True)
    if names:
        atomic.write_text(record, json.dumps({"unread": names}))
    else:
        record.unlink(missing_ok=True)


def _read_json(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as problem:
        log.warning("%s cannot be read (%s).", file, problem)
        return {}
    return value if isinstance(value, dict) else {}
