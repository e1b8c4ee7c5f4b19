"""The places that were found in the text on the page, while it is edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

Place = tuple[int, int]

_MOST_SHIFTED = 5000
_START, _END = itemgetter(0), itemgetter(1)


class FoundPlaces:
    """(start, end) of each place in code points, in order."""

    def __init__(self, places: Sequence[Place] = ()) -> None:
        self._places = list(places)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def all(self) -> tuple[Place, ...]:
        """Each of them."""
        return tuple(self._places)

    def between(self, first: int, last: int) -> Sequence[Place]:
        """Those with characters between two positions."""
        begin = bisect_right(self._places, first, key=_END)
        return self._places[begin : bisect_left(self._places, last, begin, key=_START)]

    def number_of(self, start: int, end: int) -> int:
        """Which one lies exactly there, from 1; 0 if none does."""
        index = bisect_left(self._places, (start, end))
        there = index < len(self._places) and self._places[index] == (start, end)
        return index + 1 if there else 0

    def after(self, position: int) -> Place | None:
        """The first that begins at a position or behind it; else the first of all."""
        if not self._places:
            return None
        index = bisect_left(self._places, position, key=_START)
        return self._places[index % len(self._places)]

    def before(self, position: int) -> Place | None:
        """The last that ends at a position or before it; else the last of all."""
        if not self._places:
            return None
        return self._places[bisect_right(self._places, position, key=_END) - 1]

    def follow_edit(self, position: int, removed: int, inserted: int) -> None:
        """Keep those that an edit leaves whole where they are now, until all are found anew."""
        if len(self._places) > _MOST_SHIFTED:
            self._places = []  # it would take longer than finding them
            return
        cut, shift = position + removed, inserted - removed
        self._places = [
            place if place[1] <= position else (place[0] + shift, place[1] + shift)
            for place in self._places
            if place[1] <= position or place[0] >= cut
        ]
