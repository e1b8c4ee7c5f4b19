"""Puts two versions of a text together that both come from a third."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ownhand.document.lines import LINE, matching_lines
from ownhand.document.spans import Spans, clipped, normalised, shifted

Pick = Literal["mine", "theirs", "both"]

# A sentence with the space behind it; what ends it may stand before quotes and brackets.
_SENTENCE = re.compile(
    r"\n|[^\n]*?(?:[.!?…]+[\"'”’»)\]]*(?:[ \t]+|(?=\n)|$)|[。！？]+[”’」』]*)|[^\n]+"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters that goes into the merged text as it is.

    Attributes:
        source: Whose it is.
        start: First character, in that version.
        end: One past the last.
    """

    source: Literal["mine", "theirs"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both versions changed, each in its own way.

    Attributes:
        base: What stood there before.
        mine: The place in one version.
        theirs: The place in the other.
    """

    base: str
    mine: Part
    theirs: Part


@dataclass(frozen=True, slots=True)
class Merge:
    """Both versions, put together as far as they go together by themselves.

    Attributes:
        mine: One version.
        theirs: The other.
        parts: The merged text from its start to its end.
    """

    mine: str
    theirs: str
    parts: tuple[Part | Conflict, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The places that somebody has to decide on."""
        return tuple(part for part in self.parts if isinstance(part, Conflict))

    def text_of(self, part: Part) -> str:
        """The characters of a part."""
        return (self.mine if part.source == "mine" else self.theirs)[part.start : part.end]

    def result(
        self, picks: Sequence[Pick], mine_spans: Spans = (), theirs_spans: Spans = ()
    ) -> tuple[str, Spans]:
        """The merged text and its origins.

        Args:
            picks: One for each of `conflicts`; "both" puts mine before theirs, with a space between
                where there is none.
            mine_spans: Origins of `mine`.
            theirs_spans: Origins of `theirs`.

        Raises:
            ValueError: If there are more or fewer picks than conflicts.
        """
        if len(picks) != len(self.conflicts):
            raise ValueError(f"{len(picks)} picks for {len(self.conflicts)} conflicts")
        texts: list[str] = []
        spans: list[Spans] = []
        length = 0
        for part in self._picked(iter(picks)):
            text = part if isinstance(part, str) else self.text_of(part)
            if isinstance(part, Part):
                origins = mine_spans if part.source == "mine" else theirs_spans
                spans.append(shifted(clipped(origins, part.start, part.end), length))
            texts.append(text)
            length += len(text)
        return "".join(texts), normalised(span for several in spans for span in several)

    def _picked(self, picks: Iterator[Pick]) -> Iterator[Part | str]:
        """What the merged text consists of; a text for what stands in neither version."""
        for part in self.parts:
            if isinstance(part, Part):
                yield part
                continue
            pick = next(picks)
            if pick != "theirs":
                yield part.mine
            if pick == "both":
                seam = self.text_of(part.mine)[-1:] + self.text_of(part.theirs)[:1]
                yield " " if len(seam) == 2 and not any(c.isspace() for c in seam) else ""
            if pick != "mine":
                yield part.theirs


def merge_texts(base: str | None, mine: str, theirs: str) -> Merge:
    """Merge by lines, and by sentences in the lines that both changed.

    Args:
        base: The last text that both have in common. If nobody knows it (None), the lines that both
            have stand for it; what only one of them has is kept then.
        mine: What it became here.
        theirs: What it became elsewhere. A change that only one of the two made is taken over, and so
            is one that both made alike.
    """
    if base is None:
        base = _shared_lines(mine, theirs)
    parts = tuple(_merged(base, mine, theirs, (0, 0), LINE))
    return Merge(mine, theirs, _joined(parts))


def _shared_lines(mine: str, theirs: str) -> str:
    lines = LINE.findall(mine)
    runs = matching_lines(lines, LINE.findall(theirs))
    return "".join(line for start, _, size in runs for line in lines[start : start + size])


@dataclass(frozen=True, slots=True)
class _Change:
    """`base[start:end]` became `other[there:there_end]`, counted in units."""

    start: int
    end: int
    there: int
    there_end: int


def _merged(
    base: str, mine: str, theirs: str, at: tuple[int, int], unit: re.Pattern[str]
) -> Iterator[Part | Conflict]:
    """The parts of a stretch that begins at `at` in mine and theirs."""
    bases, mines, others = unit.findall(base), unit.findall(mine), unit.findall(theirs)
    places = _Places(at, mines, others)
    mine_changes = _changes(bases, mines)
    their_changes = _changes(bases, others)
    for start, end, ours, yours in _regions(mine_changes, their_changes):
        here, there = _span_in(ours, start, end), _span_in(yours, start, end)
        if not yours.touched:
            yield places.mine(*here)
            continue
        other = places.theirs(*there)
        if not ours.touched:
            yield other
            continue
        one = places.mine(*here)
        if mines[here[0] : here[1]] == others[there[0] : there[1]]:
            yield one
        else:
            was = "".join(bases[start:end])
            texts = "".join(mines[here[0] : here[1]]), "".join(others[there[0] : there[1]])
            if unit is LINE and was:
                yield from _merged(was, *texts, (one.start, other.start), _SENTENCE)
            elif len({end - start, here[1] - here[0], there[1] - there[0]}) == 1:
                for n in range(end - start):  # unit for unit: each is a place of its own
                    first, second = (
                        places.mine(here[0] + n, here[0] + n + 1),
                        places.theirs(there[0] + n, there[0] + n + 1),
                    )
                    yield from _of_one(
                        bases[start + n],
                        (mines[here[0] + n], first),
                        (others[there[0] + n], second),
                    )
            else:
                yield Conflict(was, one, other)


def _of_one(
    base: str, mine: tuple[str, Part], theirs: tuple[str, Part]
) -> Iterator[Part | Conflict]:
    """One unit that stands in all three."""
    if theirs[0] in (base, mine[0]):
        yield mine[1]
    elif mine[0] == base:
        yield theirs[1]
    else:
        yield Conflict(base, mine[1], theirs[1])


class _Places:
    """Characters of units."""

    def __init__(self, at: tuple[int, int], mines: Sequence[str], others: Sequence[str]) -> None:
        self._mine = _offsets(at[0], mines)
        self._theirs = _offsets(at[1], others)

    def mine(self, start: int, end: int) -> Part:
        return Part("mine", self._mine[start], self._mine[end])

    def theirs(self, start: int, end: int) -> Part:
        return Part("theirs", self._theirs[start], self._theirs[end])


@dataclass(frozen=True, slots=True)
class _Side:
    """What one version did within a region: how far its units are off before and after it."""

    touched: bool
    before: int
    after: int


def _span_in(side: _Side, start: int, end: int) -> tuple[int, int]:
    return start + side.before, end + side.after


def _regions(mine: list[_Change], theirs: list[_Change]) -> Iterator[tuple[int, int, _Side, _Side]]:
    """All of the base in runs, each either changed by nobody, by one version, or by both."""
    position, shifts, length = 0, [0, 0], mine[-1].end
    queues = [list(mine[:-1]), list(theirs[:-1])]  # the last ones say only how long the base is
    while queues[0] or queues[1]:
        first = min((n for n in (0, 1) if queues[n]), key=lambda n: _place(queues[n][0]))
        start, end = _place(queues[first][0])
        taken, after = [False, False], list(shifts)
        found = [first]
        while found:
            change = queues[found[0]].pop(0)
            end = max(end, change.end)
            taken[found[0]] = True
            after[found[0]] = change.there_end - change.end
            found = [n for n in (0, 1) if queues[n] and _meets(queues[n][0], start, end)]
        if position < start:
            yield position, start, _Side(True, shifts[0], shifts[0]), _Side(False, 0, 0)
        mines = _Side(taken[0], shifts[0], after[0])
        yield start, end, mines, _Side(taken[1], shifts[1], after[1])
        position, shifts = end, after
    if position < length:
        yield position, length, _Side(True, shifts[0], shifts[0]), _Side(False, 0, 0)


def _place(change: _Change) -> tuple[int, int]:
    return change.start, change.end


def _meets(change: _Change, start: int, end: int) -> bool:
    """Whether a change overlaps a region, or both only put something in at the same place."""
    return change.start < end or change.start == change.end == start == end


def _changes(base: Sequence[str], other: Sequence[str]) -> list[_Change]:
    """What differs, in order; last an empty one at the very end."""
    found: list[_Change] = []
    here = there = 0
    for start, other_start, size in [*matching_lines(base, other), (len(base), len(other), 0)]:
        if start > here or other_start > there:
            found.append(_Change(here, start, there, other_start))
        here, there = start + size, other_start + size
    return [*found, _Change(len(base), len(base), len(other), len(other))]


def _offsets(start: int, units: Sequence[str]) -> list[int]:
    offsets = [start]
    for unit in units:
        offsets.append(offsets[-1] + len(unit))
    return offsets


def _joined(parts: Sequence[Part | Conflict]) -> tuple[Part | Conflict, ...]:
    """Neighbours of one source as one part; empty ones left out."""
    joined: list[Part | Conflict] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Part) and part.start == part.end:
            continue
        if (
            isinstance(part, Part)
            and isinstance(last, Part)
            and (last.source, last.end) == (part.source, part.start)
        ):
            joined[-1] = Part(last.source, last.start, part.end)
        else:
            joined.append(part)
    return tuple(joined)
