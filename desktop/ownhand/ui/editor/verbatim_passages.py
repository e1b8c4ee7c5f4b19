"""Which passages of the page stand in a training file, kept in step with its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

if (
    TYPE_CHECKING
):  # it needs NumPy, which would cost a tenth of the second in which the window appears
    from ownhand.corpus.ngrams import Match

_START = attrgetter("start")


class VerbatimPassages:
    """Passages in code points of one text, by their start; they may overlap, but none lies within another."""

    def __init__(self) -> None:
        self._all: list[Match] = []

    def __len__(self) -> int:
        return len(self._all)

    @property
    def all(self) -> tuple[Match, ...]:
        """All of them."""
        return tuple(self._all)

    def put(self, passages: Iterable[Match]) -> bool:
        """Add passages; one takes the place of those that lie within it.

        Returns:
            Whether any of them is new.
        """
        changed = False
        for new in passages:
            near = self.between(new.start, new.end)
            if any(old.start <= new.start and new.end <= old.end for old in near):
                continue
            for old in near:
                if new.start <= old.start and old.end <= new.end:
                    self._all.remove(old)
            self._all.insert(bisect_left(self._all, new.start, key=_START), new)
            changed = True
        return changed

    def clear(self) -> None:
        """Forget all."""
        self._all.clear()

    def follow(self, position: int, removed: int, inserted: str, text: str) -> tuple[Match, ...]:
        """Move with an edit; a passage that it changed is a copy no more.

        Args:
            position: Where `removed` characters gave way to `inserted`.
            removed: How many went.
            inserted: What came.
            text: The whole text after it.

        Returns:
            The passages that are gone, as they stood before the edit.
        """
        stop, shift = position + removed, len(inserted) - removed
        joins_before = _within_word(text, position)
        joins_after = _within_word(text, position + len(inserted))
        gone = tuple(
            p
            for p in self._all
            if (p.start < stop and p.end > position)
            or p.start < position < p.end
            or (p.end == position and joins_before)
            or (p.start == stop and joins_after)
        )
        for passage in gone:
            self._all.remove(passage)
        if shift:
            first = bisect_left(self._all, stop, key=_START)
            self._all[first:] = [
                replace(p, start=p.start + shift, end=p.end + shift) for p in self._all[first:]
            ]
        return gone

    def between(self, start: int, end: int) -> list[Match]:
        """Passages that have characters from `start` to `end`."""
        # None lies within another, so the ends ascend as the starts do.
        first = bisect_right(self._all, start, key=attrgetter("end"))
        last = bisect_left(self._all, end, first, key=_START)
        return self._all[first:last]

    def at(self, position: int) -> Match | None:
        """The longest passage that the character at `position` belongs to, or that ends there."""
        here = self.between(position - 1, position + 1)
        here = [p for p in here if p.start <= position < p.end] or here
        return max((p for p in here if p.start <= position), key=lambda p: p.words, default=None)

    def next_from(self, position: int) -> Match | None:
        """The first passage that begins behind `position`; after the last one the first again."""
        if not self._all:
            return None
        return self._all[bisect_right(self._all, position, key=_START) % len(self._all)]


def _within_word(text: str, position: int) -> bool:
    """Whether what stands on both sides of a position may be one word."""
    around = text[max(position - 1, 0) : position + 1]
    return len(around) == 2 and not any(character.isspace() for character in around)
