"""Tells a writer who is elsewhere that a long generation has ended."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ownhand.ui.shell import Shell
from ownhand.ui.stream_facts import StreamEnded


class LongRunAlert(QObject):
    """Has the system mark the window (a bouncing or flashing icon), and beeps if that is wanted.

    Nothing happens while the writer is in any window of Ownhand, nor for what was stopped.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._window = shell.window
        self._settings = shell.settings
        shell.generation.stream_ended.connect(self._on_stream_ended)

    def _on_stream_ended(self, ended: StreamEnded) -> None:
        settings = self._settings.value
        if not settings.alert_after_s or ended.seconds < settings.alert_after_s:
            return
        if ended.reason == "cancelled" or QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        if settings.alert_sound:
            QApplication.beep()
