"""Reads the folders that the library shows, and again whenever something in them changed."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.document.folder import Listing, list_folder

INTERVAL_S = 1.5
_FRESH_NS = 3_000_000_000  # some disks note changes by the two seconds


class FolderWatch(QObject):
    """Looks at folders on a thread of its own ("library"), so that a slow disk holds up nobody.

    It asks each folder when it was last changed instead of waiting to be told: that works on network
    drives too, and for as many folders as are open. The thread begins with the first folder.
    """

    folder_read = Signal(object)
    """`Listing`: asked for, or other than the last one of that folder. Sent from the thread."""

    def __init__(
        self,
        parent: QObject | None = None,
        read: Callable[[Path], Listing] = list_folder,
        interval_s: float = INTERVAL_S,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._interval_s = interval_s
        self._changed = threading.Condition()
        self._wanted: dict[Path, None] = {}
        self._asked: set[Path] = set()
        self._resting = False
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, folder: Path) -> None:
        """Read a folder soon, and follow it from then on."""
        with self._changed:
            self._wanted[folder] = None
            self._asked.add(folder)
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def leave(self, folder: Path) -> None:
        """Follow a folder and those below it no longer."""
        with self._changed:
            for each in [f for f in self._wanted if f == folder or folder in f.parents]:
                del self._wanted[each]

    def look_again(self, folders: Iterable[Path]) -> None:
        """Read folders again at once, as far as they are followed."""
        with self._changed:
            self._asked.update(folder for folder in folders if folder in self._wanted)
            self._changed.notify_all()

    def rest(self, resting: bool) -> None:
        """Look at nothing while the library is hidden; at everything when it is back."""
        with self._changed:
            if self._resting and not resting:
                self._asked.update(self._wanted)
            self._resting = resting
            self._changed.notify_all()

    def close(self, timeout_s: float = 2.0) -> None:
        """End the thread; twice does no harm. One that a dead disk holds is left to itself."""
        with self._changed:
            self._closing.set()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _run(self) -> None:
        marks: dict[Path, int | None] = {}
        told: dict[Path, Listing] = {}
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._closing.is_set() or (self._asked and not self._resting),
                    self._interval_s,
                )
                if self._closing.is_set():
                    return
                if self._resting:
                    continue
                asked, self._asked = self._asked, set()
                wanted = sorted(self._wanted, key=lambda folder: folder not in asked)
            for folder in wanted:
                if self._closing.is_set():
                    return
                mark = _changed_at(folder)
                if folder not in asked and mark is not None and marks.get(folder) == mark:
                    continue
                listing = self._read(folder)
                marks[folder] = mark
                if folder in asked or told.get(folder) != listing:
                    told[folder] = listing
                    with contextlib.suppress(RuntimeError):  # the window is gone
                        self.folder_read.emit(listing)


def _changed_at(folder: Path) -> int | None:
    """When a folder was last changed; None while that is so recent that the next change may not show."""
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        return -1
    return None if abs(time.time_ns() - changed) < _FRESH_NS else changed
