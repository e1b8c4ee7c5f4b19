"""Keeps unsaved text on disk while it is written, so that a crash costs at most a second of it."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.words import Sentence, why
from ownhand.document.journal_format import (
    DocumentState,
    EditRecord,
    edit_line,
    parse_journal,
    snapshot_line,
)
from ownhand.document.lock import FileLock
from ownhand.document.sidecar import load_spans, save_spans
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile, encoded

log = logging.getLogger(__name__)

_SUFFIX = ".journal"
_COMPACT_BYTES = 512 * 1024
_RETRY_S = 5.0
_ASIDE = "discarded"
_ASIDE_S = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """A document whose program ended before it was saved.

    Attributes:
        document_id: As given to its `Journal`.
        journal: The journal file.
        changed_at: When it was last written, in seconds since the epoch.
        state: Path, text and origins; `state.file` can be shown and saved like one just read.
    """

    document_id: str
    journal: Path
    changed_at: float
    state: DocumentState

    @property
    def preview(self) -> str:
        """The last line with something on it, at most 80 characters: where the writer was."""
        lines = [line.strip() for line in self.state.file.text.split("\n")]
        last = next((line for line in reversed(lines) if line), "")
        return last if len(last) <= 80 else "…" + last[-79:]

    def age_s(self, now: float | None = None) -> float:
        """Seconds since it was last written."""
        return max(0.0, (time.time() if now is None else now) - self.changed_at)


class Journal:
    """The journal of one open document.

    `begin`, `record` and `close` may be called from any one thread and only put things on a list;
    all disk work is done on a thread of its own ("journal"), at most every `interval_s`. Nothing is
    on disk while nothing is unsaved.

    Attributes:
        file: The journal file, there or not.
    """

    def __init__(
        self,
        folder: Path,
        document_id: str,
        on_problem: Callable[[str], None] | None = None,
        interval_s: float = 0.3,
    ) -> None:
        """Start with an empty, unnamed document.

        Args:
            folder: `Paths.journal`; made if need be.
            document_id: Unique per open document: letters, digits, "-" and "_".
            on_problem: Told, on the journal's thread, in a sentence for the writer, that the text
                cannot be kept safe just now (a full disk); once per trouble, not once per try.
            interval_s: Least time between two writes.

        Raises:
            ValueError: If `document_id` has other characters.
        """
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", document_id):
            raise ValueError(f"{document_id!r} is no document id")
        self.file = folder / f"{document_id}{_SUFFIX}"
        self._lock_file = FileLock(folder / f"{document_id}.lock")
        self._on_problem = on_problem
        self._interval_s = interval_s
        self._state = DocumentState(None, TextFile(""))
        self._dirty = False  # whether the state differs from the document on disk
        self._handle: BinaryIO | None = None
        self._appended = self._compact_at = 0
        self._in_trouble = False
        self._queue: list[Callable[[], bytes]] = []
        self._changed = threading.Condition()
        self._closing = self._hurried = False
        self._written = 0
        self._queued = 0
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    # --- for the window -------------------------------------------------------------------------

    def begin(
        self,
        path: Path | None,
        file: TextFile,
        spans: Spans = (),
        unsaved: UnsavedText | bool = False,
    ) -> None:
        """Start over from a text: after New, Open, Save and Save As. The journal file goes away.

        Args:
            path: The document; None if it has no file.
            file: Its text and how to write it.
            spans: Origins of the text.
            unsaved: True if this text is not on disk, so that it is written to the journal at once; or
                what `unsaved_journals` gave, whose file is removed as soon as this one holds its text.
        """

        def start() -> bytes:
            self._state = DocumentState(path, file, spans)
            self._dirty = bool(unsaved)
            self._drop_handle()
            if not self._dirty:
                self._remove_file()
            else:
                self._write_snapshot()
                if isinstance(unsaved, UnsavedText) and unsaved.journal != self.file:
                    discard_unsaved(unsaved)
            return b""

        self._put(start)

    def record(self, position: int, removed: int, inserted: str, spans: Spans = ()) -> None:
        """Keep an edit; fits `WritingPage.edited`. Returns at once and never fails.

        Args:
            position: Where, in code points.
            removed: How many characters went.
            inserted: What came.
            spans: Origins of what came, counted from `position`.
        """
        edit = EditRecord(position, removed, inserted, tuple(spans))

        def keep() -> bytes:
            self._state = self._state.after(edit)
            self._dirty = True
            return edit_line(edit)

        self._put(keep)

    def flush(self, timeout_s: float = 10.0) -> bool:
        """Write what waits at once, and wait until all of it is on disk.

        Returns:
            Whether it is; False while there is trouble with the disk.
        """
        with self._changed:
            wanted = self._queued
            self._hurried = True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._written >= wanted, timeout_s)

    def close(self, keep: bool = False, timeout_s: float = 10.0) -> None:
        """End the thread; twice does no harm.

        Args:
            keep: Leave the file, to be offered at the next start. Otherwise it is removed: the text
                was saved, or the writer chose to let it go.
            timeout_s: Longest wait for the disk.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        self._drop_handle()
        if not keep:
            self._remove_file()
        self._lock_file.release()

    # --- on the journal's thread ------------------------------------------------------------------

    def _put(self, work: Callable[[], bytes]) -> None:
        with self._changed:
            self._queue.append(work)
            self._queued += 1
            self._changed.notify_all()

    def _run(self) -> None:
        retry = False
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._queue or self._closing or self._hurried,
                    _RETRY_S if retry else None,
                )
                # Let more come, so that there is one write for all of it.
                self._changed.wait_for(lambda: self._closing or self._hurried, self._interval_s)
                self._hurried = False
                work, self._queue = self._queue, []
                upto, closing = self._queued, self._closing
            retry = not self._write(work)
            with self._changed:
                if not retry:
                    self._written = upto
                    self._changed.notify_all()
                if closing and not self._queue:
                    return

    def _write(self, work: list[Callable[[], bytes]]) -> bool:
        """Do what was asked and bring the disk up to date; False if the disk refused."""
        problem: OSError | None = None
        lines: list[bytes] = []
        for step in work:
            try:
                line = step()
            except OSError as refused:
                problem = refused
                self._drop_handle()
            except ValueError:
                log.exception("The journal was told of an edit outside the text")
            else:
                lines = [*lines, line] if line else []  # `begin` makes what came before it void
        if problem is None:
            try:
                self._bring_up_to_date(b"".join(lines))
            except OSError as refused:
                problem = refused
                self._drop_handle()
        self._tell(problem)
        return problem is None

    def _bring_up_to_date(self, lines: bytes) -> None:
        if not self._dirty:
            return
        if self._handle is None or self._appended + len(lines) > self._compact_at:
            self._write_snapshot()  # holds the edits too
            return
        self._handle.write(lines)
        self._handle.flush()
        os.fsync(self._handle.fileno())
        self._appended += len(lines)

    def _write_snapshot(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        if not self._lock_file.acquire():
            raise OSError(errno.EBUSY, "another program holds the journal")
        self._drop_handle()
        data = snapshot_line(self._state)
        atomic.write_bytes(self.file, data)
        self._handle = open(self.file, "ab")  # noqa: SIM115 - stays open between writes
        self._appended, self._compact_at = 0, max(_COMPACT_BYTES, len(data))

    def _drop_handle(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                handle.close()

    def _remove_file(self) -> None:
        try:
            self.file.unlink(missing_ok=True)
        except OSError as problem:
            log.warning("The journal %s cannot be removed (%s).", self.file, problem)

    def _tell(self, problem: OSError | None) -> None:
        if problem is None:
            self._in_trouble = False
        elif not self._in_trouble:
            self._in_trouble = True
            log.info("The journal %s cannot be written (%s).", self.file, problem)
            if self._on_problem is not None:
                self._on_problem(_trouble(problem))


def unsaved_journals(folder: Path, provenance: Path | None = None) -> tuple[UnsavedText, ...]:
    """What to offer at the next start, the newest first.

    Left out are the journals of programs that still run, and those whose text is in their file
    after all (these are removed). A damaged journal is logged and set aside as "….damaged".

    Args:
        folder: `Paths.journal`.
        provenance: `Paths.provenance`; what a saved text's journal knows of its origins is kept there
            if the program ended before it could do so.
    """
    found: list[UnsavedText] = []
    for journal in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []:
        lock = FileLock(journal.with_suffix(".lock"))
        if not _is_free(lock):
            continue
        try:
            unsaved = _read(journal)
            if unsaved is not None and _is_saved(unsaved.state):
                if provenance is not None:
                    _keep_origins(provenance, unsaved.state)
                discard_unsaved(unsaved)
            elif unsaved is not None:
                found.append(unsaved)
        except OSError as problem:
            log.warning("The journal %s cannot be read (%s).", journal, problem)
        finally:
            lock.release()
    return tuple(sorted(found, key=lambda unsaved: -unsaved.changed_at))


def discard_unsaved(unsaved: UnsavedText) -> None:
    """Remove a journal whose text is safe elsewhere; failures are logged."""
    try:
        unsaved.journal.unlink(missing_ok=True)
    except OSError as problem:
        log.warning("The journal %s cannot be removed (%s).", unsaved.journal, problem)


def put_aside(unsaved: UnsavedText) -> UnsavedText:
    """Take a text that the writer does not want out of what is offered; it is kept for 30 days.

    Returns:
        The same, at its new place: for `take_back`.

    Raises:
        DocumentError: If it cannot be moved; it is still offered then.
    """
    aside = unsaved.journal.parent / _ASIDE / unsaved.journal.name
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        _forget_old(aside.parent)
        os.replace(unsaved.journal, aside)
    except OSError as problem:
        raise DocumentError(_not_moved(problem)) from problem
    return replace(unsaved, journal=aside)


def keep_aside(folder: Path, document_id: str, state: DocumentState) -> UnsavedText:
    """Keep for 30 days a text that the writer chose not to save.

    Args:
        folder: `Paths.journal`.
        document_id: Of its journal.
        state: What it was.

    Raises:
        DocumentError: If it cannot be written.
    """
    now = time.time()
    aside = folder / _ASIDE / f"{document_id}-{round(now * 1000):x}{_SUFFIX}"
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        _forget_old(aside.parent)
        atomic.write_bytes(aside, snapshot_line(state))
    except OSError as problem:
        raise DocumentError(_not_moved(problem)) from problem
    return UnsavedText(aside.stem, aside, now, state)


def take_back(aside: UnsavedText) -> UnsavedText:
    """Offer again what `put_aside` or `keep_aside` took away.

    Raises:
        DocumentError: If it cannot be moved.
    """
    journal = aside.journal.parent.parent / aside.journal.name
    try:
        os.replace(aside.journal, journal)
    except OSError as problem:
        raise DocumentError(_not_moved(problem)) from problem
    return replace(aside, journal=journal)


def _not_moved(problem: OSError) -> str:
    return Sentence(
        "The unsaved text stays where it is, since it cannot be moved ({reason}). Check that the disk "
        "with your home folder is not full or read-only, then try again.",
        reason=why(problem),
    )


def _forget_old(folder: Path) -> None:
    for old in folder.glob(f"*{_SUFFIX}"):
        status = old.stat()  # a move counts as a change of its entry, not of its content
        if max(status.st_mtime, status.st_ctime) < time.time() - _ASIDE_S:
            old.unlink(missing_ok=True)


def _keep_origins(provenance: Path, state: DocumentState) -> None:
    path, text = state.path, state.file.text
    if path is None or load_spans(provenance, path, text) == state.spans:
        return
    try:
        save_spans(provenance, path, text, state.spans)
    except DocumentError as problem:
        log.warning("%s", problem)


def _is_free(lock: FileLock) -> bool:
    """Whether no running program holds it; also where a full disk has no room for a lock file."""
    try:
        return lock.acquire()
    except OSError:
        return True


def _read(journal: Path) -> UnsavedText | None:
    try:
        state = parse_journal(journal.read_bytes(), journal.name)
    except ValueError as problem:
        log.warning("A journal is damaged and was set aside: %s", problem)
        os.replace(journal, journal.with_suffix(".damaged"))
        return None
    return UnsavedText(journal.stem, journal, journal.stat().st_mtime, state)


def _is_saved(state: DocumentState) -> bool:
    """Whether nothing would be lost without the journal."""
    if state.path is None:
        return not state.file.text
    try:
        return state.path.read_bytes() == encoded(state.file)
    except (OSError, UnicodeEncodeError):
        return False


def _trouble(problem: OSError) -> str:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return Sentence(
            "What you write is not kept safe against a crash just now: the disk is full. Free some "
            "space, or save your text to another disk. You can go on writing."
        )
    return Sentence(
        "What you write is not kept safe against a crash just now: {reason}. Save your text now and "
        "then by hand. You can go on writing.",
        reason=why(problem),
    )
