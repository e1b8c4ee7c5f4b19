"""Has Python look for circular garbage on the GUI thread alone.

Python looks for it on whichever thread happens to allocate. If that is a lane, widgets and signals that
are caught in a circle are destroyed there, which Qt does not allow and now and then does not survive.
"""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, QThread, QTimer, Signal

INTERVAL_MS = 200
PATIENCE_S = 2.0


class GarbageCollector(QObject):
    """Switches Python's own collection off and does the same by a timer; `close` switches it on again."""

    wanted = Signal(object)
    """Another thread waits for a collection: a `threading.Event` to set when it is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect_young)
        self.wanted.connect(self._on_wanted)
        gc.disable()
        self._timer.start()

    def collect_young(self) -> None:
        """Collect what Python would have collected by now; the oldest objects are left to `collect`."""
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)

    def collect(self) -> None:
        """Collect everything, on the GUI thread; may be called on any other, which then waits for it.

        A window that does not answer within two seconds is ending: nothing is collected then.
        """
        if QThread.currentThread() is self.thread():
            self._collect_all()
            return
        done = threading.Event()
        self.wanted.emit(done)
        done.wait(PATIENCE_S)

    def rest(self) -> None:
        """Leave what is there now, as the libraries and the model, out of every later look."""
        gc.freeze()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _on_wanted(self, done: threading.Event) -> None:
        self._collect_all()
        done.set()

    def _collect_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
