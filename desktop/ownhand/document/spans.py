"""Who wrote which characters of a text. Offsets are Unicode code points of the text with LF line ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

TYPED = "typed"
GENERATED = "generated"
EDITED = "edited"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of one origin.

    What no span covers was written by the writer. An origin that this version does not know is
    kept as it is, so that a newer version's record survives.

    Attributes:
        start: First code point.
        end: One past the last code point.
        origin: `GENERATED` today; `TYPED` and `EDITED` are reserved.
    """

    start: int
    end: int
    origin: str = GENERATED

    def __len__(self) -> int:
        return self.end - self.start


Spans = tuple[Span, ...]


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
        if last and last.end == start and last.origin == span.origin:
            result[-1] = Span(last.start, end, last.origin)
        else:
            result.append(Span(start, end, span.origin))
    return tuple(result)


def clipped(spans: Iterable[Span], start: int, end: int) -> Spans:
    """What lies within `start` to `end`, with offsets counted from `start`."""
    return tuple(
        Span(max(s.start, start) - start, min(s.end, end) - start, s.origin)
        for s in spans
        if s.start < end and s.end > start
    )


def shifted(spans: Iterable[Span], offset: int) -> Spans:
    """The same spans, `offset` characters further on."""
    return tuple(Span(s.start + offset, s.end + offset, s.origin) for s in spans)


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
    cut = position + removed
    before = [Span(s.start, min(s.end, position), s.origin) for s in spans if s.start < position]
    after = [
        Span(max(s.start, cut) + inserted - removed, s.end + inserted - removed, s.origin)
        for s in spans
        if s.end > cut
    ]
    middle = shifted(clipped(inserted_spans, 0, inserted), position)
    return normalised([*before, *middle, *after])


def share(spans: Iterable[Span], length: int, origin: str = GENERATED) -> float:
    """Part of a text of `length` characters that has this origin, 0.0 to 1.0."""
    return sum(len(s) for s in spans if s.origin == origin) / length if length else 0.0
