"""A text that was read for training, and where in the writer's files each part of it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

PlaceUnit = Literal["line", "paragraph", "page", "section"]
Positions = npt.NDArray[np.int64]


def _none() -> Positions:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file, as a writer would look it up.

    Attributes:
        path: The file.
        unit: What is counted in it.
        number: Which one, from 1.
    """

    path: Path
    unit: PlaceUnit
    number: int

    def __str__(self) -> str:
        return f"{self.path.name}, {self.unit} {self.number}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder, or some part of a file, that was not read.

    Attributes:
        path: Which.
        reason: Half a sentence for the writer, for example "needs a password".
        lines: How many lines or rows are meant; 0 for the whole file.
    """

    path: Path
    reason: str
    lines: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One text: a file, or one entry of a file that holds many.

    The text consists of pieces that stand one to one in the file; `starts` says where in the text
    each begins, `places` where in the file.

    Attributes:
        path: The file.
        text: Paragraphs, with "\\n" for line ends.
        title: What the file calls it, or "".
        number: Which one in its file, from 0.
        encoding: Of the file, for plain text.
        unit: What `places` counts.
        starts: `<int64>[pieces]`, positions in `text`, ascending.
        places: `<int64>[pieces]`, numbers from 1.
        source: The whole file as the editor would show it; only for files that the editor opens.
        source_starts: `<int64>[pieces]`, positions in `source`; empty without a source.
    """

    path: Path
    text: str = field(repr=False)
    title: str = ""
    number: int = 0
    encoding: str = ""
    unit: PlaceUnit = "line"
    starts: Positions = field(default_factory=_none, repr=False)
    places: Positions = field(default_factory=_none, repr=False)
    source: str = field(default="", repr=False)
    source_starts: Positions = field(default_factory=_none, repr=False)

    def place_of(self, position: int) -> Place:
        """Where in the file the character at `position` of the text stands."""
        if not len(self.starts):
            return Place(self.path, self.unit, 1)
        piece = max(int(np.searchsorted(self.starts, position, side="right")) - 1, 0)
        return Place(self.path, self.unit, int(self.places[piece]))

    def kept(self, ranges: Iterable[tuple[int, int]]) -> Document:
        """What lies in some ranges of the text, put together, still knowing its places.

        Args:
            ranges: (start, end) in ascending order, without overlaps.
        """
        texts: list[str] = []
        starts, places, sources = [_none()], [_none()], [_none()]
        length = 0
        for start, end in ranges:
            if start >= end:
                continue
            first = max(int(np.searchsorted(self.starts, start, side="right")) - 1, 0)
            last = int(np.searchsorted(self.starts, end, side="left"))
            begins = np.maximum(self.starts[first:last], start)
            starts.append(begins - start + length)
            places.append(self.places[first:last])
            if len(self.source_starts):
                shift = begins - self.starts[first:last]
                sources.append(self.source_starts[first:last] + shift)
            texts.append(self.text[start:end])
            length += end - start
        return dataclasses.replace(
            self,
            text="".join(texts),
            starts=np.concatenate(starts),
            places=np.concatenate(places),
            source_starts=np.concatenate(sources),
        )

    def without(self, ranges: Iterable[tuple[int, int]]) -> Document:
        """The text less some ranges, which may overlap; see `kept`."""
        rest: list[tuple[int, int]] = []
        position = 0
        for start, end in sorted(ranges):
            if start > position:
                rest.append((position, start))
            position = max(position, end)
        if not rest and position == 0:
            return self
        rest.append((position, len(self.text)))
        return self.kept(rest)

    def bare(self) -> Document:
        """The same without the file's whole text, once nothing needs it any more."""
        return dataclasses.replace(self, source="", source_starts=_none())
