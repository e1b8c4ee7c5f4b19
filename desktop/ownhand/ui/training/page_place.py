"""Where a page of the training window comes to stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class PagePlace(QScrollArea):
    """Empty until its page is made.

    Args:
        scrolls: Whether the page may be higher than the window.
    """

    def __init__(self, *, scrolls: bool) -> None:
        super().__init__()
        self._margins = (24, 10, 24, 18) if scrolls else (0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def put(self, page: QWidget) -> None:
        """Show a page here."""
        inside = QWidget()
        inside.setObjectName("trainingPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*self._margins)
        column.addWidget(page)
        self.setWidget(inside)
