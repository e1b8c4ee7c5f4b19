"""Opens a text for writing: its content, its origins, and the lock that keeps other windows off it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.belongings import belongings_of
from ownhand.document.digests import text_digest
from ownhand.document.lock import FileLock, document_lock
from ownhand.document.sidecar import load_spans
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile, read_text_file
from ownhand.document.versions import OPENED, versions_of
from ownhand.document.words import count_words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """A text as it was just read.

    Attributes:
        file: Its content.
        spans: Its origins.
        lock: Whoever has it may write to the file; None if another window has it.
        words: How many words it has.
    """

    file: TextFile
    spans: Spans
    lock: FileLock | None
    words: int


def open_document(paths: Paths, path: Path, held: FileLock | None = None) -> Opened:
    """Read a text, try to get its lock, and keep it as a version if it is not among them.

    Args:
        paths: The folders of the writer.
        path: The file.
        held: The lock that this window has already.

    Raises:
        DocumentError: If it cannot be read; no lock is taken then.
    """
    file = read_text_file(path)
    spans = load_spans(paths.provenance, path, file.text)
    versions = versions_of(belongings_of(paths.documents, path))
    try:
        if text_digest(file.text) not in {version.digest for version in versions.list()}:
            versions.keep(file.text, spans, OPENED)
    except DocumentError as problem:
        log.warning("%s", problem)
    return Opened(file, spans, claim(paths, path, held), count_words(file.text))


def claim(paths: Paths, path: Path, held: FileLock | None = None) -> FileLock | None:
    """Get the lock of a file.

    Args:
        paths: The folders of the writer.
        path: The file; it need not be there.
        held: The lock that this window has already; given back if it is the one.

    Returns:
        None if another window has it. Where no lock can be made at all (a full disk), nobody can
        be kept off and the lock is only a token.
    """
    lock = document_lock(paths.data / "locks", path)
    if held is not None and held.path == lock.path:
        return held
    try:
        lock.path.parent.mkdir(parents=True, exist_ok=True)
        return lock if lock.acquire() else None
    except OSError as problem:
        log.warning("%s is open without a lock (%s).", path, problem)
        return lock
