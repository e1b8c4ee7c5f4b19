"""Tables of texts, one row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document, Skipped
from ownhand.core.words import Sentence
from ownhand.corpus.decode import looks_like_text
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.fields import TITLES, USUAL, guess_field
from ownhand.corpus.readers.limits import MAX_BYTES, read_head
from ownhand.corpus.readers.plain import decoded_lines

_SEPARATORS = ",;\t|"


class CsvReader:
    """Reads .csv and .tsv files; each row is a document.

    Args:
        field: The heading of the column to read; None for the one that looks like text.
    """

    name = "table"
    suffixes = (".csv", ".tsv")

    def __init__(self, field: str | None = None) -> None:
        self.field = field

    def sniff(self, path: Path) -> bool:
        """Whether the first lines are text with the same number of separators."""
        head = read_head(path)
        lines = head.split(b"\n")[:-1][:5]
        counts = {line.count(b",") or line.count(b"\t") or line.count(b";") for line in lines}
        return len(lines) > 1 and len(counts) == 1 and counts != {0} and looks_like_text(head)

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document | Skipped]:
        """A document per row; looks at `cancel` at each."""
        text, encoding = decoded_lines(path)
        if not text.strip():
            raise UnreadableTextError("is empty")
        separator = _separator(text)
        sample = [row for _, row in zip(range(201), _rows(text, separator), strict=False)]
        headed = _has_heading([row for _, row in sample])
        names = sample[0][1] if headed else [str(n) for n in range(len(sample[0][1]))]
        field = self.field or guess_field(
            dict(zip(names, row, strict=False)) for _, row in sample[headed:]
        )
        if field is None or field not in names:
            raise UnreadableTextError(
                f"has no column “{self.field}”" if self.field else "has no column with text"
            )
        column = names.index(field)
        titles = [n for n, name in enumerate(names) if name.lower() in TITLES and n != column]
        number = 0
        empty: list[int] = []
        for count, (line, row) in enumerate(_rows(text, separator)):
            cancel.raise_if_cancelled()
            if count == 0 and headed:
                continue
            if len(row) <= column or not row[column].strip():
                empty.append(line)
                continue
            builder = TextBuilder()
            for offset, part in enumerate(row[column].split("\n")):
                if builder.length:
                    builder.glue("\n")
                builder.add(part, line + offset)
            title = row[titles[0]].strip() if titles and titles[0] < len(row) else ""
            yield builder.build(path, "line", title=title, number=number, encoding=encoding)
            number += 1
        if not number:
            raise UnreadableTextError("holds no text")
        if empty:
            some = Sentence("{count:,} rows without text, the first at line {line}", count=len(empty), line=empty[0])  # fmt: skip
            one = Sentence("1 row without text, at line {line}", line=empty[0])
            yield Skipped(path, some if len(empty) > 1 else one, len(empty))  # fmt: skip


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Line on which each row begins, and the row; blank ones left out."""
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error as problem:
        raise UnreadableTextError(
            Sentence("is damaged: the row at line {line} cannot be read", line=line)
        ) from problem


def _separator(text: str) -> str:
    """The sign that parts columns: the one with the steadiest count in the first rows."""
    best, steadiest = ",", 0.0
    for sign in _SEPARATORS:
        try:
            widths = [len(row) for _, (_, row) in zip(range(50), _rows(text, sign), strict=False)]
        except UnreadableTextError:
            continue
        usual = max(set(widths), key=widths.count)
        score = widths.count(usual) / len(widths) if usual > 1 else 0.0
        if score > steadiest:
            best, steadiest = sign, score
    return best


def _has_heading(rows: list[list[str]]) -> bool:
    first, others = rows[0], rows[1:]
    if not others:
        return False
    names = [cell.strip().lower() for cell in first]
    if any(name in USUAL or name in TITLES for name in names):
        return True
    if len(set(names)) < len(names) or any(not n or n.replace(".", "").isdigit() for n in names):
        return False
    widest = max(range(len(first)), key=lambda n: sum(len(r[n]) for r in others if n < len(r)))
    mean = sum(len(r[widest]) for r in others if widest < len(r)) / len(others)
    return all(len(name) <= 30 for name in names) and mean > 3 * len(first[widest])
