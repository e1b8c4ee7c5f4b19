"""Collections of texts in JSON: an array of strings or objects, or one per line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document, Skipped
from ownhand.core.words import Sentence
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.fields import guess_field, text_of, title_of, value_of
from ownhand.corpus.readers.limits import read_head
from ownhand.corpus.readers.plain import decoded_lines

_SPACE = " \t\n\r"
_Entry = tuple[Any, int, int, int]  # value, its line, where it begins and ends in the file's text


class JsonReader:
    """Reads .json files; each entry of the array is a document.

    Args:
        field: Which field of the objects is the text; None for the one that looks like it.
    """

    name = "JSON"
    suffixes: tuple[str, ...] = (".json",)

    def __init__(self, field: str | None = None) -> None:
        self.field = field

    def sniff(self, path: Path) -> bool:
        """Whether the file begins with an array or an object."""
        return read_head(path, 256).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document | Skipped]:
        """A document per entry; looks at `cancel` at each."""
        text, encoding = decoded_lines(path)
        try:
            yield from self._documents(path, text, encoding, cancel)
        except RecursionError as problem:
            raise UnreadableTextError(
                "is nested too deeply to be a collection of texts"
            ) from problem

    def _documents(
        self, path: Path, text: str, encoding: str, cancel: CancelToken
    ) -> Iterator[Document | Skipped]:
        bad: list[int] = []
        objects = (e for e, *_ in self.entries(text, []) if isinstance(e, Mapping))
        field = self.field or guess_field(islice(objects, 200))
        number = 0
        empty: list[int] = []
        for value, line, start, end in self.entries(text, bad):
            cancel.raise_if_cancelled()
            title = ""
            if isinstance(value, Mapping):
                title = title_of(value, field or "")
                value = value_of(value, field) if field else None
            content = text_of(value)
            if not content.strip():
                empty.append(line)
                continue
            builder = TextBuilder()
            parts = value if isinstance(value, list) else [content]
            for part, place in zip(parts, _lines_of(parts, text, line, start, end), strict=True):
                if builder.length:
                    builder.glue("\n")
                builder.add(text_of(part), place)
            yield builder.build(path, "line", title=title, number=number, encoding=encoding)
            number += 1
        if not number:
            if self.field:
                raise UnreadableTextError(Sentence("holds no text in a field “{field}”", field=self.field))  # fmt: skip
            raise UnreadableTextError("holds no texts")
        if empty:
            yield Skipped(path, Sentence("{count:,} entries without text, the first at line {line}", count=len(empty), line=empty[0]) if len(empty) > 1 else Sentence("1 entry without text, at line {line}", line=empty[0]), len(empty))  # fmt: skip
        if bad:
            yield Skipped(path, Sentence("{count:,} entries that cannot be read as JSON, the first at line {line}", count=len(bad), line=bad[0]) if len(bad) > 1 else Sentence("1 entry that cannot be read as JSON, at line {line}", line=bad[0]), len(bad))  # fmt: skip

    def entries(self, text: str, bad: list[int]) -> Iterator[_Entry]:
        """The entries of a file; lines that cannot be read are added to `bad`."""
        decoder = json.JSONDecoder()
        position = _after_space(text, 0)
        if text[position : position + 1] != "[":
            try:
                value, end = decoder.raw_decode(text, position)
            except ValueError as problem:
                if text.count("\n") and self._looks_line_by_line(text):
                    yield from line_entries(text, bad)
                    return
                raise UnreadableTextError("is damaged: it is not valid JSON") from problem
            if text[end:].strip():  # one object per line under the name .json
                yield from line_entries(text, bad)
                return
            yield from ((entry, 1, 0, 0) for entry in _longest_list(value))
            return
        line = 1 + text.count("\n", 0, position)
        seen = position
        position = _after_space(text, position + 1)
        while position < len(text) and text[position] != "]":
            line += text.count("\n", seen, position)
            seen = position
            try:
                value, position = decoder.raw_decode(text, position)
            except ValueError:
                # The rest of a broken array has no sure beginning.
                bad.append(line)
                return
            yield value, line, seen, position
            position = _after_space(text, position)
            if text[position : position + 1] == ",":
                position = _after_space(text, position + 1)

    @staticmethod
    def _looks_line_by_line(text: str) -> bool:
        return text.partition("\n")[0].rstrip().endswith("}")


class JsonLinesReader(JsonReader):
    """Reads .jsonl files; each line is a document."""

    name = "JSON lines"
    suffixes = (".jsonl", ".ndjson")

    def entries(self, text: str, bad: list[int]) -> Iterator[_Entry]:
        """The lines of the file."""
        yield from line_entries(text, bad)


def line_entries(text: str, bad: list[int]) -> Iterator[_Entry]:
    """One entry per line; numbers of broken lines are added to `bad`."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line), number, 0, 0
        except ValueError:
            bad.append(number)


def _lines_of(parts: list[str], text: str, line: int, start: int, end: int) -> list[int]:
    """The line of the file on which each part of an entry stands, as far as it can be told."""
    places = []
    position = start
    for part in parts:
        found = -1
        if end > start:
            for written in (json.dumps(part, ensure_ascii=False), json.dumps(part)):
                found = text.find(written, position, end)
                if found >= 0:
                    break
        if found >= 0:
            line += text.count("\n", position, found)
            position = found
        places.append(line)
    return places


def _longest_list(value: Any) -> list[Any]:
    """What an object at the top holds: its longest list of entries, else itself."""
    if not isinstance(value, Mapping):
        return [value]
    lists = [v for v in value.values() if isinstance(v, list) and v and not isinstance(v[0], str)]
    lists += [
        v
        for inner in value.values()
        if isinstance(inner, Mapping)
        for v in inner.values()
        if isinstance(v, list) and v and isinstance(v[0], Mapping)
    ]
    return max(lists, key=len) if lists else [value]


def _after_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"
