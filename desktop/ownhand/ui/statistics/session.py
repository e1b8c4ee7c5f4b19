"""What was done since the window opened."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ownhand.document.spans import Spans, share
from ownhand.ui.editor.page import WritingPage

PAUSE_S = 60.0
"""A longer pause between two edits is no writing time."""


class Session(QObject):
    """Counts words that came and went on a page, whichever text it shows.

    Attributes:
        written: Words that the writer added.
        generated: Words that a model added.
        removed: Words that went.
        active_s: Seconds of writing, pauses of over a minute left out.
    """

    changed = Signal()
    """A figure became another."""

    def __init__(self, page: WritingPage, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(page)
        self.written = self.generated = self.removed = 0
        self.active_s = 0.0
        self._page = page
        self._clock = clock
        self._words = page.word_count()
        self._last: float | None = None
        page.edited.connect(self._on_edited)
        page.text_replaced.connect(self._on_text_replaced)

    def _on_text_replaced(self) -> None:
        self._words, self._last = self._page.word_count(), None

    def _on_edited(self, _position: int, _removed: int, inserted: str, spans: Spans) -> None:
        words = self._page.word_count()
        more, self._words = words - self._words, words
        if more < 0:
            self.removed -= more
        elif share(spans, len(inserted)) > 0.5:
            self.generated += more
        else:
            self.written += more
        now = self._clock()
        if self._last is not None and now - self._last < PAUSE_S:
            self.active_s += now - self._last
        self._last = now
        self.changed.emit()
