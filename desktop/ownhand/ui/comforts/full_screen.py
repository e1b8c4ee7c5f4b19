"""The window on the whole screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt

from ownhand.ui.shell import Shell


class FullScreen(QObject):
    """The action "full_screen"; it stays right when the system changes the window by itself."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._window = shell.window
        self._action = shell.actions["full_screen"]
        self._action.triggered.connect(self._fill)
        shell.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the state of the window."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._action.setChecked(self._window.isFullScreen())
        return super().eventFilter(watched, event)

    def _fill(self, on: bool) -> None:
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)
