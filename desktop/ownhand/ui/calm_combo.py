"""A list to choose from that the wheel does not change by the way."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class CalmCombo(QComboBox):
    """Leaves the wheel to whatever scrolls around it; its open list scrolls as ever."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not for the closed list: a preset must not change because the pointer was above it."""
        event.ignore()
