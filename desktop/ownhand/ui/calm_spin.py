"""Boxes with a figure that the wheel only turns while they have the focus; else it scrolls what is around."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox


class CalmSpin(QSpinBox):
    """A whole number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Without the focus it scrolls what is around."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmDoubleSpin(QDoubleSpinBox):
    """A number with decimals."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Without the focus it scrolls what is around."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
