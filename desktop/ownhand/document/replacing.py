"""Puts something else in many places of a text at once, and keeps who wrote what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.words import Sentence
from ownhand.document.search import TEXT_TIMEOUT_S, Query
from ownhand.document.spans import (
    EDITED,
    GENERATED,
    Span,
    Spans,
    clipped,
    normalised,
    shifted,
    span_at,
)
from ownhand.document.words import touched_by_edit

_LOCAL = 80  # characters beside a place that are looked at; longer than any word
_OF_A_MODEL = (GENERATED, EDITED)


@dataclass(frozen=True, slots=True)
class Replacement:
    """One place and what comes there.

    Attributes:
        start: First character that goes.
        end: One past the last.
        text: What comes.
    """

    start: int
    end: int
    text: str


def replacements_for(
    text: str, query: Query, template: str, places: Sequence[tuple[int, int]], cancel: CancelToken
) -> tuple[Replacement, ...]:
    """What comes in each of these places.

    Args:
        text: The whole text.
        query: What finds the places.
        template: What comes; with a pattern, "\\1" and "\\g<name>" stand for its groups.
        places: Among those that the query finds, in order.
        cancel: Looked at for each place.

    Raises:
        BadInputError: If the template names a group that there is not.
        TimeoutError: If the pattern takes too long.
        Cancelled: If it was ended.
    """
    if not query.is_pattern:
        return tuple(Replacement(start, end, template) for start, end in places)
    import regex

    wanted = set(places)
    made: list[Replacement] = []
    matches = query.compiled().finditer(text, concurrent=True, timeout=TEXT_TIMEOUT_S)
    try:
        for match in matches:
            cancel.raise_if_cancelled()
            if match.span() in wanted:
                came = match.expand(template).replace("\r\n", "\n").replace("\r", "\n")
                made.append(Replacement(*match.span(), came))
    except (regex.error, IndexError) as problem:
        raise BadInputError(
            Sentence(
                "What is to come instead cannot be read: {problem}. Write \\\\ for a single \\.",
                problem=problem,
            )
        ) from problem
    return tuple(made)


def replace_places(
    text: str, spans: Spans, replacements: Sequence[Replacement]
) -> tuple[str, Spans]:
    """The text and its origins afterwards.

    What comes is the writer's; a generated word that it changes is an edited one, as when it is typed.

    Args:
        text: Before.
        spans: Its origins.
        replacements: In order, none within another.
    """
    pieces: list[str] = []
    came: list[Span] = []
    position = length = 0
    begins = 0  # characters of the next piece that belong to a word that was changed
    for each in replacements:
        left = right = 0
        if spans:
            left, right = _touched(text, spans, each)
        piece = text[position : each.start]
        came += shifted(_kept(spans, position, each.start, begins, left), length)
        length += len(piece)
        inside = _inside(spans, each, left, right)
        if inside is not None and each.text:
            came.append(inside.at(length, length + len(each.text)))
        length += len(each.text)
        pieces += (piece, each.text)
        position, begins = each.end, right
    came += shifted(_kept(spans, position, len(text), begins, 0), length)
    pieces.append(text[position:])
    return "".join(pieces), normalised(came)


def position_after(replacements: Sequence[Replacement], position: int) -> int:
    """Where a character stands afterwards; within a place, the end of what came there."""
    count = bisect_right(replacements, position, key=lambda each: each.start)
    done = replacements[:count]
    if done and position < done[-1].end:
        position = done[-1].end
    return position + sum(len(each.text) - (each.end - each.start) for each in done)


def _touched(text: str, spans: Spans, each: Replacement) -> tuple[int, int]:
    first, last = max(0, each.start - _LOCAL), each.end + _LOCAL
    if not clipped(spans, first, last):
        return 0, 0
    return touched_by_edit(text[first:last], each.start - first, each.end - each.start, each.text)


def _inside(spans: Spans, each: Replacement, left: int, right: int) -> Span | None:
    """What stands within a word of a model's is edited, not the writer's alone."""
    before = span_at(spans, each.start - 1) if left else None
    after = span_at(spans, each.end) if right else None
    if before and after and before.origin in _OF_A_MODEL and after.origin in _OF_A_MODEL:
        return Span(0, 1, EDITED, before.record)
    return None


def _kept(spans: Spans, start: int, end: int, begins: int, ends: int) -> list[Span]:
    """The origins of a piece, counted from its start; generated words at its ends are edited ones."""
    kept: list[Span] = []
    first, last = start + begins, end - ends
    edges = ((start, min(first, end), True), (first, last, False), (max(last, first), end, True))
    for low, high, is_changed in edges:
        for span in shifted(clipped(spans, low, high), low - start) if low < high else ():
            changed = is_changed and span.origin == GENERATED
            kept.append(Span(span.start, span.end, EDITED, span.record) if changed else span)
    return kept
