"""Folders to files: everything in them is either found or skipped with a reason. Reads names and a few bytes."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import TextReader
from ownhand.core.messages import Stage
from ownhand.core.texts import Skipped
from ownhand.core.words import Sentence, mark
from ownhand.corpus.readers import READERS
from ownhand.corpus.readers.limits import read_head, why_unreadable

_TEMPORARY = ("~", ".tmp", ".bak", ".swp", ".part", ".crdownload")
_KNOWN = {
    ".doc": mark("is an old Word file; save it as .docx to use it"),
    ".pages": mark("is a Pages document; export it as .docx to use it"),
    ".wpd": mark("is a WordPerfect file; save it as .docx to use it"),
    ".mobi": mark("is a Kindle book; convert it to .epub to use it"),
    ".azw3": mark("is a Kindle book; convert it to .epub to use it"),
    ".zip": mark("is an archive; unpack it to use what is in it"),
}
_FILES_BETWEEN_STAGES = 100


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file that a reader takes.

    Attributes:
        path: Where it is.
        reader: Name of its reader.
        size_bytes: How large.
    """

    path: Path
    reader: str
    size_bytes: int


ScanEvent = Stage | FileFound | Skipped


def scan(
    folders: Sequence[Path],
    cancel: CancelToken,
    readers: Sequence[TextReader] = READERS,
    without: Sequence[Path] = (),
) -> Iterator[ScanEvent]:
    """Look through folders (and single files) and all that is below them, in the order of names.

    A file that can be reached in two ways is taken once. Looks at `cancel` at each entry.

    Args:
        folders: What the writer chose.
        cancel: Ends the search.
        readers: Asked from the first to the last.
        without: Files and folders that are left out, by whatever path they are named here and there.
    """
    left_out = set(_identities(without))
    seen: dict[tuple[int, int], Path] = {}
    waiting = [Path(folder).absolute() for folder in reversed(folders)]
    chosen = set(waiting)
    links: list[Path] = []  # last, so that a file is named by where it lies
    count = 0
    while waiting or links:
        cancel.raise_if_cancelled()
        path = waiting.pop() if waiting else links.pop(0)
        count += 1
        if count % _FILES_BETWEEN_STAGES == 1:
            yield Stage("Looking through the folders", count)
        if path not in chosen and path.name.startswith((".", "~$")):
            yield Skipped(path, mark("is hidden"))
            continue
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode) and not stat.S_ISREG(status.st_mode):
                yield Skipped(path, mark("is a device or a pipe, not a file"))
                continue
            identity = (status.st_dev, status.st_ino)
            if identity in left_out:
                yield Skipped(path, mark("is left out on request"))
                continue
            first = seen.setdefault(identity, path)
            if first is not path:
                yield Skipped(path, _same(status, first))
                continue
            if stat.S_ISDIR(status.st_mode):
                entries = sorted(path.iterdir(), reverse=True)
                links += [entry for entry in reversed(entries) if entry.is_symlink()]
                waiting += [entry for entry in entries if not entry.is_symlink()]
                continue
        except OSError as problem:
            yield Skipped(path, _why_not_entered(path, problem))
            continue
        yield _found(path, status.st_size, readers, path in chosen)


def reader_for(path: Path, readers: Sequence[TextReader] = READERS) -> TextReader | None:
    """The reader of a file: by its ending if the contents agree, else by its contents."""
    suffix = path.suffix.lower()
    named = [reader for reader in readers if suffix in reader.suffixes]
    for reader in named:
        if reader.sniff(path):
            return reader
    if named:
        return named[0]  # it says what is wrong when it reads
    if suffix and not suffix[1:].isdigit() and len(suffix) < 8 and " " not in suffix:
        return None
    return next((reader for reader in readers if reader.sniff(path)), None)


def _found(
    path: Path, size: int, readers: Sequence[TextReader], chosen: bool
) -> FileFound | Skipped:
    suffix = path.suffix.lower()
    if not chosen and path.name.endswith(_TEMPORARY):
        return Skipped(path, mark("is a backup or temporary file"))
    if suffix in _KNOWN:
        return Skipped(path, _KNOWN[suffix])
    if size == 0:
        return Skipped(path, mark("is empty"))
    try:
        with open(path, "rb"):
            pass
    except OSError as problem:
        return Skipped(path, why_unreadable(problem))
    reader = reader_for(path, readers)
    if reader is None and chosen and read_head(path):
        reader = next((reader for reader in readers if reader.sniff(path)), None)
    if reader is None:
        return Skipped(path, mark("is not a kind of text that Ownhand reads"))
    return FileFound(path, reader.name, size)


def _identities(paths: Sequence[Path]) -> Iterator[tuple[int, int]]:
    """Device and number of the files that are there: one file may have many paths."""
    for path in paths:
        with contextlib.suppress(OSError):
            status = path.stat()
            yield status.st_dev, status.st_ino


def _same(status: os.stat_result, first: Path) -> Sentence:
    if stat.S_ISDIR(status.st_mode):
        return Sentence("is the same folder as {first}", first=first)
    return Sentence("is the same file as {first}", first=first)


def _why_not_entered(path: Path, problem: OSError) -> str:
    if path.is_symlink() and not path.exists():
        return "is a link that leads nowhere"
    return why_unreadable(problem)
