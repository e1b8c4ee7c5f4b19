"""Keeps the line that is written in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from ownhand.bridge.delay import Delay
from ownhand.core.settings import Settings
from ownhand.ui.shell import Shell


class Typewriter(QObject):
    """The action "typewriter". The page scrolls with the caret; where the text ends, air is added."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._page = shell.page
        self._settings = shell.settings
        self._on = False
        self._soon = Delay(0, self._centre, self)
        self._action = shell.actions["typewriter"]
        self._action.triggered.connect(lambda on: shell.settings.change(typewriter=on))
        shell.settings.settings_changed.connect(self._on_settings_changed)
        shell.page.caret_moved.connect(self._centre_soon)
        shell.page.edited.connect(self._centre_soon)
        shell.page.viewport().installEventFilter(self)
        self._on_settings_changed(shell.settings.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height needs another amount of air."""
        if self._on and event.type() == QEvent.Type.Resize:
            self._air()
            self._centre_soon()
        return super().eventFilter(watched, event)

    def _on_settings_changed(self, value: Settings) -> None:
        self._action.setChecked(value.typewriter)
        if value.typewriter == self._on:
            return
        self._on = value.typewriter
        self._air()
        self._centre_soon()

    def _air(self) -> None:
        height = self._page.viewport().height() // 2 if self._on else 0
        self._page.set_air(height)

    def _centre_soon(self) -> None:
        if self._on:
            self._soon.start()

    def _centre(self) -> None:
        if self._on and not self._page.textCursor().hasSelection():
            line, bar = self._page.cursorRect(), self._page.verticalScrollBar()
            bar.setValue(bar.value() + line.center().y() - self._page.viewport().height() // 2)
