"""Where a page of the training window comes to stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class PagePlace(QFrame):
    """Empty until its page is made.

    Args:
        scrolls: Whether the page may be higher than the window.
    """

    def __init__(self, *, scrolls: bool) -> None:
        super().__init__()
        self._area: QScrollArea | None = _scroll_area() if scrolls else None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if self._area is not None:
            self._column.addWidget(self._area)

    def put(self, page: QWidget) -> None:
        """Show a page here."""
        if self._area is None:
            self._column.addWidget(page)
            return
        inside = QWidget()
        inside.setObjectName("trainingPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 10, 24, 18)
        column.addWidget(page)
        self._area.setWidget(inside)


def _scroll_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
