"""A plain UTF-8 text on disk: read without loss, written back whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.words import Sentence
from ownhand.document.lines import matching_lines

MAX_BYTES = 64 * 1024 * 1024

_BOM = "\ufeff"
# The editor knows one line end. Beside the usual three these are the characters that Qt's text
# documents take for the end of a paragraph; each is shown as a line end and written back as it was.
_LINE_END = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
_NEWLINES = ("\n", "\r\n", "\r")


class ChangedOnDiskError(DocumentError):
    """The file is not as it was when it was read; ask the writer before saving over it."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was like when it was read or written.

    Attributes:
        modified_ns: Time of the last change, in nanoseconds.
        size: Bytes.
        sha256: Of the bytes; the one that decides, the others are for people and logs.
    """

    modified_ns: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text and what it takes to write it back as it was.

    Make one with `read_text_file`, or `TextFile("")` for a new document. To save an edited text,
    write `dataclasses.replace(file, text=new_text)`; to go on after that, also replace
    `fingerprint` with what `write_text_file` returned.

    Attributes:
        text: With "\\n" as the only line end.
        newline: The line end of most lines, used for new ones: "\\n", "\\r\\n" or "\\r".
        bom: Whether the file began with a byte order mark.
        fingerprint: Of the file on disk; None if this text was never on disk.
        loaded: The text as read; lines of it that are still there keep their line ends.
        odd_line_ends: (line number from 0, line end) for each line of `loaded` that does not end
            in `newline`.
    """

    text: str
    newline: str = "\n"
    bom: bool = False
    fingerprint: Fingerprint | None = None
    loaded: str = ""
    odd_line_ends: tuple[tuple[int, str], ...] = ()


def read_text_file(path: Path) -> TextFile:
    """Read a UTF-8 text.

    Raises:
        DocumentError: If it cannot be read or is not such a text; the file is untouched.
    """
    return decoded(_read_bytes(path), path)


def decoded(content: tuple[bytes, int], path: Path) -> TextFile:
    """Make a `TextFile` of raw bytes and their time of change.

    Raises:
        DocumentError: If the bytes are not UTF-8.
    """
    data, modified_ns = content
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise DocumentError(_not_text(path, data, problem)) from problem
    bom = raw.startswith(_BOM)
    raw = raw.removeprefix(_BOM)
    ends = _LINE_END.findall(raw)
    counts = Counter(ends)
    newline = max(_NEWLINES, key=lambda n: counts[n])
    text = raw if set(counts) <= {"\n"} else _LINE_END.sub("\n", raw)
    odd = tuple((i, end) for i, end in enumerate(ends) if end != newline) if len(counts) > 1 else ()
    if len(counts) == 1 and newline not in counts:  # only exotic line ends
        odd = tuple(enumerate(ends))
    mark = Fingerprint(modified_ns, len(data), hashlib.sha256(data).hexdigest())
    return TextFile(text, newline, bom, mark, text, odd)


def encoded(file: TextFile) -> bytes:
    """The bytes that `write_text_file` would write."""
    if not file.odd_line_ends:
        body = file.text if file.newline == "\n" else file.text.replace("\n", file.newline)
    else:
        kept = _kept_line_ends(file)
        *lines, last = file.text.split("\n")
        parts: list[str] = []
        end = ""
        for i, line in enumerate(lines):
            before, end = end, kept.get(i, file.newline)
            if before == "\r" and not line and end == "\n":
                end = "\r"  # else two line ends would be read back as one CRLF
            parts += (line, end)
        body = "".join(parts) + last
    return ((_BOM if file.bom else "") + body).encode("utf-8")


def write_text_file(path: Path, file: TextFile, overwrite: bool = False) -> Fingerprint:
    """Write a text so that a crash or a full disk leaves the old file whole.

    Args:
        path: Where to; a symbolic link stays a link, permissions are kept.
        file: What; `file.fingerprint` says which state of the file on disk it may replace.
        overwrite: The writer agreed to replace a file that is there, whatever its state. Even then
            a file that Ownhand cannot read as a text is never written over.

    Returns:
        The fingerprint of the new state.

    Raises:
        ChangedOnDiskError: If the file on disk is not the one `file` was read from (and, with
            `overwrite`, never).
        DocumentError: If it cannot be written; the old content is untouched.
    """
    try:
        _check_target(path, file, overwrite)
        data = encoded(file)
        atomic.write_bytes(path, data)
        return Fingerprint(path.stat().st_mtime_ns, len(data), hashlib.sha256(data).hexdigest())
    except UnicodeEncodeError as problem:
        raise DocumentError(
            Sentence(
                "{name} was not saved: character {value} of the text is half of a broken symbol. Delete it and save again.",
                name=path.name,
                value=problem.start + 1,
            )
        ) from problem
    except OSError as problem:
        raise DocumentError(_write_problem(path, problem)) from problem


def changed_on_disk(path: Path, fingerprint: Fingerprint | None) -> bool:
    """Whether a file differs from when it was last read or written. A vanished file has not changed.

    Raises:
        DocumentError: If it is there and cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as problem:
        raise DocumentError(_read_problem(path, problem)) from problem
    if fingerprint is None:
        return True
    return hashlib.sha256(data).hexdigest() != fingerprint.sha256


def _check_target(path: Path, file: TextFile, overwrite: bool) -> None:
    if path.is_dir():
        raise DocumentError(
            Sentence("{path} is a folder. Choose a file name inside it.", path=path)
        )
    if not path.parent.is_dir():
        raise DocumentError(
            Sentence(
                "{name} was not saved: the folder {parent} is not there (any more). Use Save As to choose another folder; your text is still here.",
                name=path.name,
                parent=path.parent,
            )
        )
    if not path.exists():
        return
    # The mode counts for a superuser too, whom the system would let write anyway.
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        raise DocumentError(_write_problem(path, PermissionError(errno.EACCES, "read-only")))
    if not changed_on_disk(path, file.fingerprint):
        return
    if not overwrite:
        raise ChangedOnDiskError(
            f"{path.name} was changed by another program since it was opened here. "
            "Nothing was saved yet. Save over it, or use Save As to keep both."
            if file.fingerprint
            else f"There already is a file {path.name} in this folder. Nothing was saved yet."
        )
    try:
        read_text_file(path)
    except DocumentError as problem:
        raise DocumentError(
            Sentence(
                "{name} holds something that Ownhand cannot read, so it is not saved over. Use Save As with another name; your text is still here.",
                name=path.name,
            )
        ) from problem


def _read_bytes(path: Path) -> tuple[bytes, int]:
    try:
        if path.is_dir():
            raise DocumentError(
                Sentence("{path} is a folder. Choose a text file inside it.", path=path)
            )
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise DocumentError(
                Sentence(
                    "{name} is a device or a pipe, not a file. Choose a text file.", name=path.name
                )
            )
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > MAX_BYTES:
                raise DocumentError(
                    Sentence(
                        "{name} has {value:.0f} MB; Ownhand opens texts of up to {value_2} MB. Split it into parts first. The file was not changed.",
                        name=path.name,
                        value=status.st_size / 1000000.0,
                        value_2=MAX_BYTES // 1024 // 1024,
                    )
                )
            # A pipe or device tells no size: never read more than the limit.
            data = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise DocumentError(_read_problem(path, problem)) from problem
    if len(data) > MAX_BYTES:
        raise DocumentError(
            Sentence("{name} is too large to be a text. The file was not changed.", name=path.name)
        )
    return data, status.st_mtime_ns


def _read_problem(path: Path, problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return f"There is no file {path} (any more). It may have been moved or renamed: look for it and open it again."
    if isinstance(problem, PermissionError):
        return f"You are not allowed to read {path}. Ask its owner, or copy it to a folder of your own, then open it again."
    return f"{path} cannot be read ({problem.strerror or problem}). Check that its disk is connected, then try again."


def _write_problem(path: Path, problem: OSError) -> str:
    name, safe = path.name, "your text is still here and the file on disk is as it was"
    if isinstance(problem, PermissionError) or problem.errno in (errno.EROFS, errno.EACCES):
        return f"{name} was not saved: the file or its folder is read-only; {safe}. Use Save As to choose another place."
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{name} was not saved: the disk is full; {safe}. Free some space and save again, or use Save As to choose another disk."
    if problem.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return f"{name} was not saved: the system does not accept this file name; {safe}. Choose a shorter or simpler one."
    return f"{name} was not saved ({problem.strerror or problem}); {safe}. Try again, or use Save As to choose another place."


def _not_text(path: Path, data: bytes, problem: UnicodeDecodeError) -> str:
    unchanged = "The file was not changed."
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return f"{path.name} is encoded in UTF-16; Ownhand opens UTF-8. Save it as UTF-8 in the program it comes from, then open it again. {unchanged}"
    if b"\x00" in data[:65536]:
        return f"{path.name} is not a plain text: it may be a word-processor file or a picture. Export it as plain text (UTF-8), then open that. {unchanged}"
    line = data.count(b"\n", 0, problem.start) + 1
    return f"{path.name} is not in UTF-8 (first at line {line}); it may be in an older encoding such as Windows-1252. Save it as UTF-8 in the program it comes from, then open it again. {unchanged}"


def _kept_line_ends(file: TextFile) -> dict[int, str]:
    """Line number in `file.text` -> line end, for the odd ones that are still there."""
    odd = dict(file.odd_line_ends)
    if file.text == file.loaded:
        return odd
    old, new = file.loaded.split("\n"), file.text.split("\n")
    return {
        there + i: odd[here + i]
        for here, there, size in matching_lines(old, new)
        for i in range(size)
        if here + i in odd
    }
