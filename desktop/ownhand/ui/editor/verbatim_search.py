"""Looks for copied passages in the generated text of the page: while it streams in, and whenever it changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ownhand.document.spans import GENERATED, Spans, clipped
from ownhand.ui.editor.page import WritingPage

if TYPE_CHECKING:
    from ownhand.corpus.ngrams import Match, VerbatimIndex
    from ownhand.corpus.verbatim import VerbatimGuard

BUDGET_MS = 4.0
"""Longest stretch of looking through text that is there already; then the writer's keys have their turn."""

_STEP = 800
_BEFORE_STREAM, _BEFORE = 2_000, 600
_NEAR = 60
"""A passage that ends fewer characters than this before a change may go on behind it."""

_LOOK_AHEAD = 600


@dataclass(slots=True)
class _Reading:
    """Text that is being looked through.

    Attributes:
        guards: One per index.
        base: Where in the page their position 0 is.
        at: Where they have got to.
        end: How far they are to go.
    """

    guards: list[VerbatimGuard]
    base: int
    at: int
    end: int

    def feed(self, text: str, last: bool = False) -> list[Match]:
        """Go on with text; tells the passages that are new or have grown, in positions of the page."""
        self.at += len(text)
        found = [match for guard in self.guards for match in guard.feed(text)]
        if last:
            found += [match for guard in self.guards for match in guard.finish()]
        return [replace(m, start=m.start + self.base, end=m.end + self.base) for m in found]

    def move(self, shift: int) -> None:
        """The text before it became longer or shorter."""
        self.base += shift
        self.at += shift
        self.end += shift


class VerbatimSearch(QObject):
    """Keeps `page.copied` right: runs of words in a training file that have generated characters in them.

    Text of a stream is looked up piece by piece as it comes. Everything else (another text, another
    model, an edit, undo) is looked through a few milliseconds at a time.
    """

    changed = Signal()
    """Passages came, grew or went."""

    def __init__(self, page: WritingPage, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(page)
        self._page = page
        self._clock = clock
        self._indices: tuple[VerbatimIndex, ...] = ()
        self._streaming = False
        self._stream: _Reading | None = None
        self._reading: _Reading | None = None
        self._waiting: list[tuple[int, int]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look_on)
        page.edited.connect(self._on_page_edited)
        page.text_replaced.connect(self.look_anew)

    @property
    def settled(self) -> bool:
        """Whether all that is on the page was looked up."""
        return self._reading is None and not self._waiting

    def set_indices(self, indices: Sequence[VerbatimIndex]) -> None:
        """Look in these training texts from now on; with none, nothing is marked."""
        self._indices = tuple(indices)
        self.look_anew()

    def look_anew(self) -> None:
        """Forget what was found and look through all generated text."""
        had = len(self._page.copied) > 0
        self._page.copied.clear()
        self._stream = self._reading = None
        self._waiting = []
        if self._indices:
            self._wait_for((s.start, s.end) for s in self._page.spans() if s.origin == GENERATED)
        if had:
            self.changed.emit()

    def begin_stream(self) -> None:
        """What is generated from now on comes in order, piece by piece."""
        self._streaming, self._stream = True, None

    def end_stream(self) -> None:
        """The stream is over: its last word is whole, and a run may go on into what follows it."""
        stream, self._stream, self._streaming = self._stream, None, False
        if stream is not None:
            self._wait_for([(stream.at, stream.at)])

    # --- following the page -----------------------------------------------------------------------

    def _on_page_edited(self, position: int, removed: int, inserted: str, spans: Spans) -> None:
        if not self._indices:
            return
        added, stream = len(inserted), self._stream
        copied = self._page.copied
        generated = len(spans) == 1 and spans[0].origin == GENERATED and len(spans[0]) == added
        streamed = self._streaming and not removed and generated
        goes_on = streamed and stream is not None and stream.at == position
        self._move_readings(position, removed, added, goes_on)
        if goes_on and stream is not None:
            gone = copied.follow(position, 0, inserted, "")  # the guard waits for whole words
            self._put(stream.feed(inserted))
        else:
            gone = copied.follow(position, removed, inserted, self._page.text())
            start = min([position, *(p.start for p in gone)])
            end = max([position + removed, *(p.end for p in gone)]) + added - removed
            self._wait_for([(start, max(end, position + added))])
        if streamed and not goes_on:
            self._stream = self._opened(position, position, _BEFORE_STREAM)
            self._put(self._stream.feed(inserted))
        if gone:
            self.changed.emit()

    def _move_readings(self, position: int, removed: int, added: int, goes_on: bool) -> None:
        stop, shift = position + removed, added - removed
        self._waiting = [_moved(r, position, removed, added) for r in self._waiting]
        stream = self._stream
        if stream is not None and not goes_on:
            if stop <= stream.base - _BEFORE_STREAM:
                stream.move(shift)
            elif position < stream.at or (position == stream.at and removed):
                self._stream = None  # the next piece begins another, which sees the edit before it
        reading = self._reading
        if reading is None:
            return
        if stop <= reading.base - _BEFORE:
            reading.move(shift)
        elif position >= reading.at:
            reading.end = _moved((reading.at, reading.end), position, removed, added)[1]
        else:
            self._reading = None
            rest = (self._begin_of(reading.at), max(reading.end, reading.at))
            self._waiting.append(_moved(rest, position, removed, added))

    def _wait_for(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._waiting = _joined([*self._waiting, *ranges])
        if self._waiting:
            self._timer.start()

    # --- looking through text that is there ---------------------------------------------------------

    def _look_on(self) -> None:
        """Look through waiting text until the budget is spent. Called by the timer."""
        stop_at = self._clock() + BUDGET_MS / 1000
        while self._clock() < stop_at:
            if self._reading is None:
                if not self._waiting:
                    self._timer.stop()
                    return
                self._reading = self._next_reading()
            if self._reading is not None:
                self._read_on(self._reading)

    def _next_reading(self) -> _Reading | None:
        start, end = self._waiting.pop(0)
        if not clipped(self._page.spans(), start - _BEFORE, end + _LOOK_AHEAD):
            return None  # the writer's own, far from anything generated
        start = self._begin_of(start)
        return self._opened(start, end + _NEAR, _BEFORE)

    def _read_on(self, reading: _Reading) -> None:
        text = self._page.text()
        piece = text[reading.at : min(reading.at + _STEP, max(reading.end, reading.at + 1))]
        found = reading.feed(piece, last=reading.at + len(piece) >= len(text))
        self._put(found)
        if reading.at >= len(text):
            self._reading = None
        elif reading.at >= reading.end:
            if any(m.end > reading.at - _NEAR for m in found):
                reading.end = reading.at + _LOOK_AHEAD  # a run goes on
            else:
                self._reading = None

    def _opened(self, start: int, end: int, before: int) -> _Reading:
        from ownhand.corpus.verbatim import VerbatimGuard

        head = self._page.text()[max(start - before, 0) : start]
        return _Reading([VerbatimGuard(index, head) for index in self._indices], start, start, end)

    def _begin_of(self, position: int) -> int:
        """Where to begin so that a run that reaches `position` is found whole."""
        near = self._page.copied.between(position - _NEAR, position + 1)
        return min([position, *(p.start for p in near)])

    def _put(self, found: list[Match]) -> None:
        spans = self._page.spans()
        generated = [
            m for m in found if any(s.origin == GENERATED for s in clipped(spans, m.start, m.end))
        ]
        if self._page.copied.put(generated):
            self.changed.emit()


def _moved(bounds: tuple[int, int], position: int, removed: int, added: int) -> tuple[int, int]:
    """A range after an edit; one that the edit meets takes in what came."""
    start, end = bounds
    stop, shift = position + removed, added - removed
    if stop < start:
        return start + shift, end + shift
    if position > end:
        return bounds
    return min(start, position), max(end, stop) + shift


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, and those that nearly touch put together."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1] + _BEFORE:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
