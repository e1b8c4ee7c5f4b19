"""A timer that waits for a pause."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Delay(QTimer):
    """Acts once, so long after the last `start`: when somebody has stopped typing, for example.

    Args:
        interval_ms: How long.
        act: What happens then, on the GUI thread; not if `stop` came before.
        parent: Who waits.
    """

    def __init__(self, interval_ms: int, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(interval_ms)
        self.timeout.connect(act)
