"""The scored tokens of a text, kept in step with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from ownhand.core.messages import ScoredToken

_START, _END = attrgetter("start"), attrgetter("end")


class TokenMarks:
    """Tokens in code points, by their place; none overlaps another."""

    def __init__(self) -> None:
        self._all: list[ScoredToken] = []

    def __len__(self) -> int:
        return len(self._all)

    @property
    def all(self) -> Sequence[ScoredToken]:
        """All of them, in order."""
        return tuple(self._all)

    def clear(self) -> None:
        """Forget all."""
        self._all.clear()

    def put(self, tokens: Iterable[ScoredToken]) -> None:
        """Add tokens that came in order; they take the place of what stood there."""
        new = list(tokens)
        if new:
            self._all[self._slice(new[0].start, new[-1].end)] = new

    def keep(self, start: int, end: int) -> None:
        """Forget what lies outside of a range."""
        self._all = self._all[self._slice(start, end)]

    def follow(self, position: int, removed: int, added: int) -> None:
        """Move with an edit; a token that it changed is gone."""
        stop, shift = position + removed, added - removed
        self._all = [
            t if t.end <= position else replace(t, start=t.start + shift, end=t.end + shift)
            for t in self._all
            if t.end <= position or t.start >= stop
        ]

    def between(self, start: int, end: int) -> Sequence[ScoredToken]:
        """Tokens with characters from `start` to `end`."""
        return self._all[self._slice(start, end)]

    def at(self, position: int) -> ScoredToken | None:
        """The token that the character at `position` belongs to; behind the last one, that."""
        found = self.between(position, position + 1) or self.between(position - 1, position)
        return found[0] if found else None

    def _slice(self, start: int, end: int) -> slice:
        first = bisect_right(self._all, start, key=_END)
        return slice(first, bisect_left(self._all, end, first, key=_START))
