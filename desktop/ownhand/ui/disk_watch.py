"""Notices when another program changes, moves or deletes the file of the text."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import DocumentError
from ownhand.document.text_file import Fingerprint, changed_on_disk

log = logging.getLogger(__name__)

_SETTLE_MS = 200
"""Programs write a file in several steps; one look after the last of them is enough."""


class _Found(Enum):
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class DiskWatch(QObject):
    """Looks when the system tells of a change, and whenever the window comes forward.

    Each state of the file is told once. The disk is asked in a thread.
    """

    changed = Signal()
    """The file holds something else than was read or written last."""
    vanished = Signal()
    """The file is not there any more."""

    def __init__(self, tasks: Tasks, writing: Callable[[], bool], parent: QObject) -> None:
        """Follow nothing yet.

        Args:
            tasks: Runs the looks.
            writing: Whether the file is being written here just now, which is no change from outside.
            parent: Owner.
        """
        super().__init__(parent)
        self._tasks = tasks
        self._writing = writing
        self._path: Path | None = None
        self._mark: Fingerprint | None = None
        self._told: tuple[int, int] | _Found | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settling = Delay(_SETTLE_MS, self.check, self)
        self._watcher.fileChanged.connect(self._settling.start)
        self._watcher.directoryChanged.connect(self._settling.start)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state_changed)

    def follow(self, path: Path | None, mark: Fingerprint | None) -> None:
        """Watch a file from now on.

        Args:
            path: The file; None for a text without one.
            mark: Its state as it was read or written last.
        """
        self._path, self._mark, self._told = path, mark, None
        old = [*self._watcher.files(), *self._watcher.directories()]
        wanted = [] if path is None else [str(path), str(path.parent)]
        gone, new = [p for p in old if p not in wanted], [p for p in wanted if p not in old]
        if gone:
            self._watcher.removePaths(gone)
        if new:
            self._watcher.addPaths(new)  # what is not there is left out

    def check(self) -> None:
        """Look at the file now."""
        if self._path is not None and self._mark is not None:
            self._tasks.start(self._look())

    async def _look(self) -> None:
        path, mark = self._path, self._mark
        if path is None or mark is None:
            return
        state, found = await self._tasks.in_thread(partial(_look_at, path, mark, self._told))
        if self._writing():
            self._settling.start()
            return
        if (path, mark) != (self._path, self._mark):
            return
        self._watcher.addPath(str(path))  # a file that was replaced is another one to the system
        repeated = found == self._told
        self._told = found
        if state is _Found.CHANGED:
            self.changed.emit()
        elif state is _Found.GONE and not repeated:
            self.vanished.emit()

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.check()


def _look_at(
    path: Path, mark: Fingerprint, told: tuple[int, int] | _Found | None
) -> tuple[_Found, tuple[int, int] | _Found | None]:
    """What became of a file, and what to remember of it; runs in a thread."""
    try:
        status = path.stat()
        found = status.st_mtime_ns, status.st_size
        if found == told or found == (mark.modified_ns, mark.size):
            return _Found.SAME, told if found == told else None
        return (_Found.CHANGED if changed_on_disk(path, mark) else _Found.SAME), found
    except FileNotFoundError:
        return _Found.GONE, _Found.GONE
    except (OSError, DocumentError) as problem:
        log.info("Cannot look at %s: %s", path, problem)
        return _Found.SAME, told
