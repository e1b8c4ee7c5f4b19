"""Puts a document together from pieces, keeping where each came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from ownhand.core.texts import Document, PlaceUnit
from ownhand.corpus.unwrap import HYPHEN, joints

_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 60


class TextBuilder:
    """Collects the pieces of one document."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._sources: list[int] = []
        self.length = 0

    def add(self, text: str, place: int, source_start: int = -1) -> None:
        """Append a piece that stands at `place` in the file, and at `source_start` in its text."""
        if not text:
            return
        self._starts.append(self.length)
        self._places.append(place)
        self._sources.append(source_start)
        self._texts.append(text)
        self.length += len(text)

    def glue(self, text: str) -> None:
        """Append what stands between two pieces."""
        self._texts.append(text)
        self.length += len(text)

    def add_lines(
        self,
        lines: Sequence[str],
        places: Sequence[int],
        source_starts: Sequence[int] | None = None,
        protect: Callable[[int, int], bool] | None = None,
        printed: bool = False,
    ) -> None:
        """Append lines, those of a hard-wrapped paragraph joined.

        Args:
            lines: Without line ends.
            places: Where each stands in the file.
            source_starts: Where each begins in the source.
            protect: See `unwrap.joints`.
            printed: The lines were set by a printer, who hyphenates.
        """
        ends = joints(lines, protect)
        words: frozenset[str] | None = None
        written = [n for n, line in enumerate(lines) if line and not line.isspace()]
        fresh = True  # whether a paragraph begins here
        for i, (number, end) in enumerate(zip(written, ends, strict=True)):
            # The indent of verse and lists belongs to it, that of a paragraph is layout.
            line = lines[number].rstrip()
            bare = line.lstrip()
            if end != "\n" and (fresh or not self._texts or self._texts[-1] != "\n"):
                line = bare
            offset = len(lines[number].rstrip()) - len(line)
            fresh = end in ("\n", "\n\n")
            if end == HYPHEN:
                if words is None:
                    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(lines)))
                if _printers_hyphen(line, lines[written[i + 1]].strip(), words, printed):
                    line = line[:-1]
                end = ""
            source = source_starts[number] + offset if source_starts is not None else -1
            self.add(line, places[number], source)
            if i + 1 < len(written):
                self.glue(end)

    def add_paragraphs(
        self, paragraphs: Sequence[str], places: Sequence[int] | None = None
    ) -> None:
        """Append whole paragraphs; empty ones stand for blank lines.

        Where blank lines part groups of short paragraphs, these are lines of verse.
        """
        groups: list[list[int]] = [[]]
        for number, paragraph in enumerate(paragraphs):
            if paragraph.strip():
                groups[-1].append(number)
            elif groups[-1]:
                groups.append([])
        groups = [group for group in groups if group]
        apart = len(groups) > 1 or any(not p.strip() for p in paragraphs)
        first = True
        count = 0
        for group in groups:
            short = apart and len(group) > 1 and all(len(paragraphs[n]) < _SHORT for n in group)
            for i, number in enumerate(group):
                if not first:
                    self.glue("\n" if short and i else "\n\n")
                first = False
                count += 1
                self.add(paragraphs[number].strip(), places[number] if places else count)

    def build(
        self,
        path: Path,
        unit: PlaceUnit,
        *,
        title: str = "",
        number: int = 0,
        encoding: str = "",
        source: str = "",
    ) -> Document:
        """The document of what was added."""
        return Document(
            path=path,
            text="".join(self._texts),
            title=title,
            number=number,
            encoding=encoding,
            unit=unit,
            starts=np.asarray(self._starts, np.int64),
            places=np.asarray(self._places, np.int64),
            source=source,
            source_starts=np.asarray(self._sources if source else [], np.int64),
        )


def _printers_hyphen(line: str, following: str, words: frozenset[str], printed: bool) -> bool:
    before, after = _LAST_WORD.search(line[:-1]), _FIRST_WORD.match(following)
    if not before or not after:
        return False
    if before.group() + after.group() in words:
        return True
    return printed and f"{before.group()}-{after.group()}" not in words
