"""What each action of the menus does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontInfo
from PySide6.QtWidgets import QFontDialog, QMessageBox

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.ui.ask import ask_dialog

if TYPE_CHECKING:
    from ownhand.ui.main_window import MainWindow


class Commands(QObject):
    """Connects the actions of a window to its parts, and keeps them enabled as they should be."""

    def __init__(
        self, window: MainWindow, settings: SettingsOwner, tasks: Tasks, logs: Path
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._logs = logs
        self._connect_triggers()
        self._connect_states()
        window.documents.recent_changed.connect(self._show_recent)
        self._show_recent()

    def open_log_folder(self) -> None:
        """Show the log in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))

    def _connect_triggers(self) -> None:
        window, page, settings = self._window, self._window.page, self._settings
        handlers: dict[str, Callable[[], object]] = {
            "new": window.documents.new,
            "open": window.documents.ask_open,
            "save": window.documents.save,
            "save_as": window.documents.ask_save_as,
            "quit": window.close,
            "undo": page.undo,
            "redo": page.redo,
            "cut": page.cut,
            "copy": page.copy,
            "paste": page.paste,
            "select_all": page.selectAll,
            "next_copied": window.verbatim.go_to_next,
            "continue": window.generation.continue_writing,
            "stop": window.generation.stop,
            "retry": window.generation.retry,
            "page_settings": lambda: self._show_side_page("settings"),
            "page_variants": lambda: self._show_side_page("variants"),
            "page_notes": lambda: self._show_side_page("notes"),
            "page_chat": lambda: self._show_side_page("chat"),
            "learn": lambda: window.training.open(window),
            "zoom_in": page.zoom_in,
            "zoom_out": page.zoom_out,
            "zoom_reset": page.zoom_reset,
            "font": lambda: self._tasks.start(self._choose_font()),
            "welcome": lambda: settings.change(welcomed=False),
            "log": self.open_log_folder,
            "about": self._show_about,
        }
        actions = window.actions_by_name
        for name, handler in handlers.items():
            actions[name].triggered.connect(lambda _=False, act=handler: act())
        actions["panel"].triggered.connect(lambda shown: settings.change(panel_visible=shown))
        actions["library"].triggered.connect(lambda on: settings.change(library_visible=on))
        actions["mark_copied"].triggered.connect(lambda on: settings.change(mark_copied=on))
        for name, action in actions.themes.items():
            action.triggered.connect(lambda _=False, name=name: settings.change(theme=name))

    def _connect_states(self) -> None:
        actions, page = self._window.actions_by_name, self._window.page
        for name in ("undo", "redo", "cut", "copy", "retry", "next_copied"):
            actions[name].setEnabled(False)
        page.undoAvailable.connect(actions["undo"].setEnabled)
        page.redoAvailable.connect(actions["redo"].setEnabled)
        page.copyAvailable.connect(actions["copy"].setEnabled)
        page.copyAvailable.connect(actions["cut"].setEnabled)
        self._window.verbatim.count_changed.connect(
            lambda count: actions["next_copied"].setEnabled(count > 0)
        )
        self._window.generation.retry_possible_changed.connect(actions["retry"].setEnabled)

    def _show_side_page(self, name: str) -> None:
        """Show a page of the right panel and go into it."""
        self._settings.change(panel_visible=True)
        self._window.side.show_page(name)
        page = self._window.side.widget(name)
        if page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_recent(self) -> None:
        documents = self._window.documents
        files = self._settings.value.recent
        *entries, clear = self._window.actions_by_name.show_recent(files)
        for file, action in zip(files, entries, strict=True):
            action.triggered.connect(lambda _=False, file=file: documents.open(Path(file)))
        clear.triggered.connect(documents.clear_recent)

    async def _choose_font(self) -> None:
        dialog = QFontDialog(self._window)
        shown = self._window.page.font()
        shown.setFamilies([QFontInfo(shown).family()])  # not the first of those it would like best
        dialog.setCurrentFont(shown)
        if await ask_dialog(self._tasks, dialog):
            chosen = dialog.selectedFont()
            self._settings.change(
                font_family=chosen.family(), font_points=chosen.pointSizeF(), zoom_points=0.0
            )
        dialog.deleteLater()

    def _show_about(self) -> None:
        from importlib.metadata import version  # not needed for the window to appear

        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About Ownhand"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(tr("Ownhand {version}").format(version=version("ownhand")))
        box.setInformativeText(
            tr(
                "A writing assistant that runs wholly on this machine. Free software under the Apache "
                "License 2.0, built with Qt (PySide6), Keras and KerasHub."
            )
        )
        box.open()
