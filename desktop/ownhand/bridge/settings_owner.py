"""The one place in the window where the settings live."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.core.settings import Settings, save_settings

log = logging.getLogger(__name__)

SAVE_DELAY_MS = 400


class SettingsOwner(QObject):
    """Holds the frozen settings, announces each change, and saves a moment after the last one.

    A thread writes: the disk may take longer to answer than a key press may wait.
    """

    settings_changed = Signal(object)
    """`Settings`: the new value."""

    def __init__(self, value: Settings, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._file = file
        self._timer = Delay(SAVE_DELAY_MS, self._begin_to_save, self)
        self._writing: threading.Thread | None = None

    @property
    def value(self) -> Settings:
        """The settings in force."""
        return self._value

    def change(self, **fields: Any) -> None:
        """Replace some fields; announces and saves only if something became different."""
        value = replace(self._value, **fields)
        if value == self._value:
            return
        self._value = value
        self._timer.start()
        self.settings_changed.emit(value)

    def flush(self) -> None:
        """Save if a change still waits, for the end of the program."""
        if self._writing is not None:
            self._writing.join()
        if self._timer.isActive():
            self._timer.stop()
            self._save(self._value)

    def _begin_to_save(self) -> None:
        if self._writing is not None and self._writing.is_alive():
            self._timer.start()  # one after the other
            return
        self._writing = threading.Thread(target=self._save, args=(self._value,), name="settings")
        self._writing.start()

    def _save(self, value: Settings) -> None:
        try:
            save_settings(self._file, value)
        except OSError as problem:  # they stay in force
            log.warning("The settings could not be saved: %s", problem)
