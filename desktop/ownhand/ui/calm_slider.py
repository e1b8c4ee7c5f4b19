"""A slider that the wheel does not move by the way."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider


class CalmSlider(QSlider):
    """Leaves the wheel to whatever scrolls around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls what is around."""
        event.ignore()
