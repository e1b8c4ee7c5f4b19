"""The menu of languages."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from ownhand.bridge.translation import LANGUAGES, tr
from ownhand.core.settings import Settings
from ownhand.ui.shell import Shell

_SYSTEM = "system"


class LanguageChoice(QObject):
    """Fills the menu, and tells when a choice will be heard: the window is built in one language."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._settings = shell.settings
        self._messages = shell.messages
        self._at_start = shell.settings.value.language
        menu = shell.actions.language_menu
        group = QActionGroup(self)
        self._entries = {}
        for code, name in {_SYSTEM: tr("Like the &system"), **LANGUAGES}.items():
            action = menu.addAction(name)
            action.setObjectName(f"language_{code}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, code=code: self._choose(code))
            group.addAction(action)
            self._entries[code] = action
        shell.settings.settings_changed.connect(self._show)
        self._show(shell.settings.value)

    def _choose(self, code: str) -> None:
        self._settings.change(language=code)
        if code == self._at_start:
            self._messages.clear("language")
            return
        sentence = tr("Ownhand speaks the other language from the next start on.")
        self._messages.tell("language", sentence)

    def _show(self, settings: Settings) -> None:
        self._entries.get(settings.language, self._entries[_SYSTEM]).setChecked(True)
