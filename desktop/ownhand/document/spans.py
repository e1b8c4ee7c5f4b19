"""Who wrote which characters of a text. Offsets are Unicode code points of the text with LF line ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

TYPED = "typed"
GENERATED = "generated"
EDITED = "edited"
PASTED = "pasted"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of one origin.

    What no span covers was typed by the writer. An origin that this version does not know is
    kept as it is, so that a newer version's record survives.

    Attributes:
        start: First code point.
        end: One past the last code point.
        origin: `GENERATED`; `EDITED`, a generated word that the writer changed since; `PASTED`, from
            outside Ownhand.
        record: Id of the `GenerationRecord` that tells how it was generated; "" where none is known.
    """

    start: int
    end: int
    origin: str = GENERATED
    record: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def at(self, start: int, end: int) -> Span:
        """Characters somewhere else that came about in the same way."""
        return Span(start, end, self.origin, self.record)

    def is_like(self, other: Span) -> bool:
        """Whether both came about in the same way."""
        return self.origin == other.origin and self.record == other.record


Spans = tuple[Span, ...]

_START, _END = attrgetter("start"), attrgetter("end")


def normalised(spans: Iterable[Span], length: int | None = None) -> Spans:
    """Sorted, free of overlaps (the earlier start wins), empty ones dropped, like neighbours joined.

    Args:
        spans: In any order.
        length: Length of the text; what lies beyond is cut off. None leaves the ends alone.
    """
    result: list[Span] = []
    for span in sorted(spans):
        start, end = max(span.start, 0), span.end
        if length is not None:
            end = min(end, length)
        if result:
            start = max(start, result[-1].end)
        if start >= end:
            continue
        last = result[-1] if result else None
        if last and last.end == start and last.is_like(span):
            result[-1] = last.at(last.start, end)
        else:
            result.append(span.at(start, end))
    return tuple(result)


def clipped(spans: Spans, start: int, end: int) -> Spans:
    """What lies within `start` to `end`, with offsets counted from `start`; quick among many.

    Args:
        spans: Normalised.
        start: First position.
        end: One past the last.
    """
    first = bisect_right(spans, start, key=_END)
    last = bisect_left(spans, end, first, key=_START)
    return tuple(
        s.at(max(s.start, start) - start, min(s.end, end) - start) for s in spans[first:last]
    )


def shifted(spans: Iterable[Span], offset: int) -> Spans:
    """The same spans, `offset` characters further on."""
    return tuple(s.at(s.start + offset, s.end + offset) for s in spans)


def replaced(
    spans: Spans, position: int, removed: int, inserted: int, inserted_spans: Iterable[Span] = ()
) -> Spans:
    """The spans after an edit.

    Args:
        spans: Normalised spans before it.
        position: Where `removed` characters went and `inserted` ones came.
        removed: How many went.
        inserted: How many came.
        inserted_spans: Origins of what came, counted from `position`.
    """
    cut, shift = position + removed, inserted - removed
    first = bisect_left(spans, position, key=_END)  # the first that the edit meets
    last = bisect_right(spans, cut, first, key=_START)  # one past the last
    met = spans[first:last]
    before = [s.at(s.start, min(s.end, position)) for s in met if s.start < position]
    after = [s.at(max(s.start, cut) + shift, s.end + shift) for s in met if s.end > cut]
    came = shifted(normalised(inserted_spans, inserted), position)
    rest = shifted(spans[last:], shift) if shift else spans[last:]
    return spans[:first] + normalised([*before, *came, *after]) + rest


def count(spans: Iterable[Span], origin: str = GENERATED) -> int:
    """How many characters have this origin."""
    return sum(len(s) for s in spans if s.origin == origin)


def share(spans: Iterable[Span], length: int, origin: str = GENERATED) -> float:
    """Part of a text of `length` characters that has this origin, 0.0 to 1.0."""
    return count(spans, origin) / length if length else 0.0


def span_at(spans: Spans, position: int) -> Span | None:
    """The span of the character at a position, or None where it was typed."""
    index = bisect_right(spans, position, key=_END)
    found = spans[index] if index < len(spans) else None
    return found if found is not None and found.start <= position else None
