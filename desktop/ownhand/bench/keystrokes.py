"""Keys on the page, and the time from each to the paint that shows it."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from ownhand.ui.editor.page import WritingPage


class Keystrokes(QObject):
    """Types one letter after another, each some time after the last one was painted.

    Args:
        page: Typed on, where its caret is.
        letters: May go on for ever; then `stop` ends it.
        pause_ms: From a paint to the next key.

    Attributes:
        times_ms: From each key to the end of the paint that shows it.
    """

    all_typed = Signal()
    """Every letter is on the page."""

    def __init__(self, page: WritingPage, letters: Iterable[str], pause_ms: int) -> None:
        super().__init__(page)
        self.times_ms: list[float] = []
        self._page = page
        self._letters = iter(letters)
        self._pressed_at: float | None = None
        page.add_overlay(self._on_painted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self._press)

    def start(self) -> None:
        """Begin to type where the caret is."""
        self._timer.start()

    def stop(self) -> None:
        """Type no more."""
        self._letters = iter(())
        self._timer.stop()

    def _press(self) -> None:
        letter = next(self._letters, None)
        if letter is None:
            self.all_typed.emit()
            return
        self._pressed_at = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._page, event)

    def _on_painted(self, _painter: QPainter) -> None:
        if self._pressed_at is not None:
            self.times_ms.append(1000 * (time.perf_counter() - self._pressed_at))
            self._pressed_at = None
            self._timer.start()
