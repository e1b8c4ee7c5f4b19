"""How much of a file is read, and zip archives and XML that cannot blow up."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.words import Sentence, mark, why

MAX_BYTES = 64 * 1024 * 1024
"""Most bytes of text that one file, or one part of an archive, may hold: a shelf of two hundred novels."""

MAX_MEMBERS = 20_000
_ELEMENTS_BETWEEN_LOOKS = 20_000
_OLE = b"\xd0\xcf\x11\xe0"


def read_head(path: Path, count: int = 4096) -> bytes:
    """The first bytes of a file; b"" if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(count)
    except OSError:
        return b""


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """A file's content.

    Raises:
        UnreadableTextError: If it cannot be read or is too large.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except OSError as problem:
        raise UnreadableTextError(why_unreadable(problem)) from problem
    if len(data) > limit:
        raise UnreadableTextError(
            Sentence(
                "is larger than {value} MB; split it into parts to use it",
                value=limit // 1024 // 1024,
            )
        )
    return data


def why_unreadable(problem: OSError) -> str:
    """A reason for the writer."""
    if isinstance(problem, PermissionError):
        return mark("may not be read by you; ask its owner for the right to read it")
    if isinstance(problem, FileNotFoundError):
        return mark("is not there any more")
    return Sentence("cannot be read ({reason})", reason=why(problem))


class Archive:
    """A zip archive whose members are read in memory and never unpacked to disk.

    Use as a context manager.

    Raises:
        UnreadableTextError: If it is no sound archive, or needs a password.
    """

    def __init__(self, path: Path, cancel: CancelToken) -> None:
        self._path = path
        self._cancel = cancel
        self._left = 4 * MAX_BYTES
        if read_head(path, 4) == _OLE:
            raise UnreadableTextError(
                "needs a password, or is an old Office file; save it without a password as a new file"
            )
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as problem:
            raise UnreadableTextError(why_unreadable(problem)) from problem
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as problem:
            raise UnreadableTextError(
                "is damaged: it does not open as the file it is named for"
            ) from problem
        if len(self._zip.infolist()) > MAX_MEMBERS:
            self._zip.close()
            raise UnreadableTextError(
                Sentence("holds more than {max_members:,} parts", max_members=MAX_MEMBERS)
            )

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        """Whether there is a member of that name."""
        try:
            self._zip.getinfo(name)
        except KeyError:
            return False
        return True

    def read(self, name: str) -> bytes:
        """A member's content.

        Raises:
            UnreadableTextError: If it is missing, damaged, protected, or unpacks to too much.
        """
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise UnreadableTextError("needs a password")
            parts: list[bytes] = []
            size = 0
            with self._zip.open(info) as member:
                while part := member.read(1 << 20):
                    self._cancel.raise_if_cancelled()
                    size += len(part)
                    self._left -= len(part)
                    # What the archive says of its own sizes is not to be trusted.
                    if size > MAX_BYTES or self._left < 0:
                        raise UnreadableTextError(
                            "unpacks to more text than any book holds; it may be a zip bomb"
                        )
                    parts.append(part)
            return b"".join(parts)
        except KeyError as problem:
            raise UnreadableTextError(
                Sentence("is damaged: its part {name} is missing", name=name)
            ) from problem
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as problem:
            raise UnreadableTextError(
                Sentence("is damaged: its part {name} cannot be unpacked", name=name)
            ) from problem


def elements(source: IO[bytes], cancel: CancelToken) -> Iterator[tuple[str, Any]]:
    """("start" or "end", element) of an XML stream; entities and outside references are refused.

    Raises:
        UnreadableTextError: If it is not sound XML.
    """
    with _sound_xml():
        for count, (event, element) in enumerate(ElementTree.iterparse(source, ("start", "end"))):
            if count % _ELEMENTS_BETWEEN_LOOKS == 0:
                cancel.raise_if_cancelled()
            yield event, element


def parse(data: bytes) -> Any:
    """The root element of a small XML file. Raises as `elements` does."""
    with _sound_xml():
        return ElementTree.fromstring(data)


@contextlib.contextmanager
def _sound_xml() -> Iterator[None]:
    try:
        yield
    except DefusedXmlException as problem:
        raise UnreadableTextError(
            "defines XML entities, which can blow up; it was left alone"
        ) from problem
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise UnreadableTextError("is damaged: its XML cannot be read") from problem
