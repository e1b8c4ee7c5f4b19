"""A field for a few lines of plain text that grows with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_AIR = 14


class GrowingText(QPlainTextEdit):
    """As high as its text needs, within bounds; Tab goes on to the next control.

    Args:
        name: What a screen reader calls it.
        lines: Fewest and most lines that it shows.
        parent: Its parent.
    """

    edited = Signal(str)
    """The writer changed the text."""

    def __init__(self, name: str, lines: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listField")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._showing = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text without announcing it; the caret stays if it is the same."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines break elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = round(self.document().size().height())  # a QPlainTextEdit counts it in lines
        least, most = self._lines
        height = min(max(shown, least), most) * QFontMetrics(self.font()).lineSpacing() + _AIR
        if height != self.height():
            self.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())
