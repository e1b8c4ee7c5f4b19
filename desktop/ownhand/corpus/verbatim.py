"""Watches a text while it streams in, and tells which of its runs stand in a training file."""

from __future__ import annotations

import numpy as np

from ownhand.corpus.ngrams import Match, Run, VerbatimIndex
from ownhand.corpus.units import LONGEST_GRAM, find_units, is_unspaced

_MOST_BEFORE = 2_000


class VerbatimGuard:
    """Marks copied runs in one stream of text. Not thread-safe.

    Args:
        index: Of the training files.
        before: The text just before the stream; a run may begin there. Its last 2,000 characters count.
    """

    def __init__(self, index: VerbatimIndex, before: str = "") -> None:
        self._index = index
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._ids = np.zeros(0, np.uint32)
        self._open: Run | None = None
        self._matches: dict[int, Match] = {}
        before = before[-_MOST_BEFORE:]
        self._rest = ""
        self._rest_start = -len(before)
        self._take(before, final=False)

    @property
    def matches(self) -> tuple[Match, ...]:
        """All runs so far that reach into the stream, by their start. Positions count from its beginning."""
        return tuple(self._matches[start] for start in sorted(self._matches))

    def feed(self, text: str) -> tuple[Match, ...]:
        """Go on with more text.

        Returns:
            Runs that are new or have grown; one that has grown keeps its start. A run that began in
            the text before the stream has a negative start. The last word counts once it is whole.
        """
        return self._take(text, final=False)

    def finish(self) -> tuple[Match, ...]:
        """Count the last word too; like `feed`."""
        return self._take("", final=True)

    def _take(self, text: str, final: bool) -> tuple[Match, ...]:
        waiting = self._rest + text
        surfaces, starts = find_units(waiting)
        cut = len(waiting)
        if surfaces and not final and not is_unspaced(surfaces[-1]):
            # An apostrophe or hidden hyphen at the end may still belong to the word.
            tail = waiting[starts[-1] + len(surfaces[-1]) :]
            if not tail or (len(tail) <= 2 and not tail.isspace() and not tail.isalnum()):
                cut = starts.pop()
                surfaces.pop()
        first_new = len(self._ids)
        for surface, start in zip(surfaces, starts, strict=True):
            self._starts.append(self._rest_start + start)
            self._ends.append(self._rest_start + start + len(surface))
        self._ids = np.concatenate([self._ids, self._index.look_up(surfaces)])
        self._rest = waiting[cut:]
        self._rest_start += cut
        return self._search(first_new) if surfaces else ()

    def _search(self, first_new: int) -> tuple[Match, ...]:
        changed: list[Run] = []
        if self._open is not None:
            run = self._open
            source = run.source + run.end - run.start
            end = self._index.extended(self._ids, run.end, source)
            if end > run.end:
                self._open = Run(run.start, end, run.source)
                changed.append(self._open)
        covered = self._open.end if self._open is not None else 0
        base = max(first_new - LONGEST_GRAM, 0)
        for run in self._index.runs(self._ids[base:], max(covered - base, 0)):
            self._open = Run(run.start + base, run.end + base, run.source)
            changed.append(self._open)
        result = []
        for run in changed:
            if self._ends[run.end - 1] > 0:
                place = self._index.place_of(run.source)
                match = Match(
                    self._starts[run.start], self._ends[run.end - 1], run.end - run.start, place
                )
                self._matches[match.start] = match
                result.append(match)
        return tuple(result)
