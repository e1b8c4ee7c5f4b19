"""The one place in the window where the settings live."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.core.settings import Settings, save_settings

log = logging.getLogger(__name__)

SAVE_DELAY_MS = 400


class SettingsOwner(QObject):
    """Holds the frozen settings, announces each change, and saves a moment after the last one."""

    settings_changed = Signal(object)
    """`Settings`: the new value."""

    def __init__(self, value: Settings, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._file = file
        self._timer = Delay(SAVE_DELAY_MS, self.save_now, self)

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

    def save_now(self) -> None:
        """Write what waits to be written. A failure is logged; the settings stay in force."""
        self._timer.stop()
        try:
            save_settings(self._file, self._value)
        except OSError as problem:
            log.warning("The settings could not be saved: %s", problem)

    def flush(self) -> None:
        """Save if a change still waits, for the end of the program."""
        if self._timer.isActive():
            self.save_now()
