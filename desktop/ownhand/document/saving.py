"""Saves a text to its file, and what belongs to it beside: backup, versions, origins."""

from __future__ import annotations

import contextlib
import logging
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.core.words import Sentence
from ownhand.document.backups import keep_backup
from ownhand.document.belongings import belongings_of, take_along
from ownhand.document.digests import text_digest
from ownhand.document.lock import FileLock
from ownhand.document.opening import claim
from ownhand.document.records import read_records
from ownhand.document.sidecar import load_spans, save_spans
from ownhand.document.spans import Spans
from ownhand.document.text_file import Fingerprint, TextFile, read_text_file, write_text_file
from ownhand.document.versions import BEFORE_SAVING, OTHER, SAVED, Versions, versions_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a save.

    Attributes:
        file: As it is on disk now.
        lock: Of the file; the one that was held, or a new one.
        problems: Sentences for the writer about what could not be kept beside it.
    """

    file: TextFile
    lock: FileLock
    problems: tuple[str, ...] = ()


def save_document(
    paths: Paths,
    path: Path,
    file: TextFile,
    spans: Spans,
    held: FileLock | None = None,
    moved: tuple[Path, bool] | None = None,
    overwrite: bool = False,
) -> Saved:
    """Write a text over its file; what the file held before is kept as a version and, once a day, copied.

    Only the file itself decides on success: where the rest cannot be kept, the text is saved all the
    same, and `Saved.problems` says so.

    Args:
        paths: The folders of the writer.
        path: The file.
        file: The text, and the state of the file that it may replace.
        spans: Origins of the text.
        held: The lock that this window has already.
        moved: When the text gets another file: the folder of its belongings so far, and whether a
            copy of them stays there.
        overwrite: See `write_text_file`.

    Raises:
        ChangedOnDiskError: See `write_text_file`.
        DocumentError: If the file cannot be written, or another window writes to it; it is as it was.
    """
    lock = claim(paths, path, held)
    if lock is None:
        raise DocumentError(
            Sentence(
                "{name} was not saved: this file is open in another window of Ownhand. Use Save As with another name; your text is still here.",
                name=path.name,
            )
        )
    problems: list[str] = []
    belongings = belongings_of(paths.documents, path)
    versions = versions_of(belongings)
    try:
        _keep_previous(paths, path, file.fingerprint, versions)
        mark = write_text_file(path, file, overwrite)
    except BaseException:
        if lock is not held:
            lock.release()
        raise
    if moved is not None:
        _take_along(*moved, belongings)

    def keep_origins() -> None:
        records = read_records(belongings)
        save_spans(paths.provenance, path, file.text, spans, records)

    def keep_version() -> None:
        versions.keep(file.text, spans, SAVED)

    for keep in (keep_origins, keep_version):
        try:
            keep()
        except DocumentError as problem:
            problems.append(str(problem))
    return Saved(replace(file, fingerprint=mark), lock, tuple(problems))


def last_common_text(versions: Versions, mark: Fingerprint | None) -> str | None:
    """The text that a file held when it was read or written last, from its versions.

    For a text that a crash brought back: it knows the mark of its file, but not what stood in it.
    Files with Windows line ends or a byte order mark are not found.
    """
    for version in versions.list():
        if mark is not None and version.digest == mark.sha256:
            with contextlib.suppress(DocumentError):
                return versions.text_of(version)
    return None


def _keep_previous(paths: Paths, path: Path, mark: Fingerprint | None, versions: Versions) -> None:
    """Whatever stands in the file now, before it is written over; failures are logged."""
    try:
        if not path.is_file():
            return
        keep_backup(paths.data / "backups", path)
        previous = read_text_file(path)
        if text_digest(previous.text) in {version.digest for version in versions.list()}:
            return
        known = previous.fingerprint is not None and previous.fingerprint == mark
        origins = load_spans(paths.provenance, path, previous.text)
        reason = BEFORE_SAVING if known else OTHER
        versions.keep(previous.text, origins, reason, path.stat().st_mtime)
    except (OSError, DocumentError) as problem:
        log.warning("What %s held before was not kept: %s", path, problem)


def _take_along(before: Path, keep: bool, belongings: Path) -> None:
    """Bring belongings to a new file; versions that the file itself had stay among them."""
    versions = versions_of(belongings)
    own = versions.folder
    aside = belongings.with_name(f".{belongings.name}-versions")
    try:
        if own.is_dir() and before.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
            own.rename(aside)
        take_along(before, belongings, keep=keep)
        if aside.is_dir():
            versions.adopt(aside)
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as problem:
        log.warning("Versions of a file could not be taken along: %s", problem)
