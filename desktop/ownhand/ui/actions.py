"""Every action of the window, declared once; the menus are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Shortcut = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Declaration:
    """One action.

    Attributes:
        name: How the code calls it; unique.
        label: What the menu says, with its mnemonic.
        shortcut: A standard key of the system, or a sequence.
        about: What it does, for screen readers and the status tip.
        checkable: Whether it is on or off.
    """

    name: str
    label: str
    shortcut: Shortcut = None
    about: str = ""
    checkable: bool = False


_Key = QKeySequence.StandardKey
SEPARATOR = Declaration("", "")

MENUS: dict[str, tuple[Declaration, ...]] = {
    "&File": (
        Declaration("new", "&New", _Key.New, "Begin an empty text"),
        Declaration("open", "&Open …", _Key.Open, "Open a text file"),
        Declaration("recent", "Open &recent"),
        SEPARATOR,
        Declaration("save", "&Save", _Key.Save, "Save the text to its file"),
        Declaration("save_as", "Save &as …", _Key.SaveAs, "Save the text to another file"),
        SEPARATOR,
        Declaration("quit", "&Quit", _Key.Quit, "Close Ownhand"),
    ),
    "&Edit": (
        Declaration("undo", "&Undo", _Key.Undo),
        Declaration("redo", "&Redo", _Key.Redo),
        SEPARATOR,
        Declaration("cut", "Cu&t", _Key.Cut),
        Declaration("copy", "&Copy", _Key.Copy),
        Declaration("paste", "&Paste", _Key.Paste),
        SEPARATOR,
        Declaration("select_all", "Select &all", _Key.SelectAll),
        SEPARATOR,
        Declaration("next_copied", "Next copied passa&ge", "F8", "Go to the next passage that stands in the texts the model learned from"),
    ),
    "&Write": (
        Declaration("continue", "&Continue", "Ctrl+Return", "Let the model write on from the caret"),
        Declaration("stop", "&Stop", "Esc", "Stop writing; the text so far stays"),
        Declaration("retry", "&Retry", "Ctrl+Shift+Return", "Take the last continuation back and write another"),
        SEPARATOR,
        Declaration("learn", "&Learn from my writing …", "Ctrl+Shift+L", "Train a model on your own texts"),
    ),
    "&View": (
        Declaration("panel", "&Settings panel", "F9", "Show or hide the settings", checkable=True),
        Declaration("focus", "&Focus", "F11", "Hide everything but the page", checkable=True),
        SEPARATOR,
        Declaration("mark_copied", "Mark passages copied from &training texts", None, "Dots beneath what the model took over word for word", checkable=True),
        SEPARATOR,
        Declaration("zoom_in", "Zoom &in", _Key.ZoomIn),
        Declaration("zoom_out", "Zoom &out", _Key.ZoomOut),
        Declaration("zoom_reset", "&Normal size", "Ctrl+0"),
        Declaration("font", "Text f&ace …", None, "Choose the face and size of the text"),
        SEPARATOR,
        Declaration("theme", "T&heme"),
    ),
    "&Help": (
        Declaration("welcome", "&First steps", None, "Show the welcome again"),
        Declaration("log", "Open the &log folder", None, "What to send along with a report"),
        SEPARATOR,
        Declaration("about", "&About Ownhand"),
    ),
}  # fmt: skip

THEMES = {"system": "Like the &system", "light": "&Light", "dark": "&Dark"}


class Actions:
    """The actions by name, and the menu bar made of them. Whoever acts connects to `triggered`.

    Attributes:
        themes: The three theme choices by their name in the settings.
        recent_menu: Filled by `show_recent`.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.themes: dict[str, QAction] = {}
        self.recent_menu = QMenu("Open &recent", window)
        for title, declarations in MENUS.items():
            menu = window.menuBar().addMenu(title)
            for declaration in declarations:
                self._add(menu, declaration)
        window.addActions(list(self._actions.values()))  # shortcuts work with the menu bar hidden

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def show_recent(self, files: Sequence[str]) -> list[QAction]:
        """List recent files and "Clear" below them.

        Returns:
            The actions of the files, in order, and that of "Clear" last.
        """
        self.recent_menu.clear()
        entries = []
        for number, file in enumerate(files, 1):
            path = Path(file)
            action = self.recent_menu.addAction(f"&{number}  {path.name}".replace("&10", "1&0"))
            action.setStatusTip(file)
            action.setToolTip(file)
            entries.append(action)
        if not files:
            self.recent_menu.addAction("Nothing yet").setEnabled(False)
        self.recent_menu.addSeparator()
        clear = self.recent_menu.addAction("&Clear the list")
        clear.setEnabled(bool(files))
        return [*entries, clear]

    def _add(self, menu: QMenu, declaration: Declaration) -> None:
        if declaration is SEPARATOR:
            menu.addSeparator()
        elif declaration.name == "recent":
            menu.addMenu(self.recent_menu)
        elif declaration.name == "theme":
            self._add_themes(menu.addMenu(declaration.label))
        else:
            self._actions[declaration.name] = self._make(menu, declaration)

    def _make(self, menu: QMenu, declaration: Declaration) -> QAction:
        action = menu.addAction(declaration.label)
        action.setObjectName(declaration.name)
        action.setCheckable(declaration.checkable)
        action.setStatusTip(declaration.about)
        match declaration.shortcut:
            case QKeySequence.StandardKey():
                action.setShortcuts(declaration.shortcut)
            case "Ctrl+Return" | "Ctrl+Shift+Return":  # the keypad's Enter too
                keys = [declaration.shortcut, declaration.shortcut.replace("Return", "Enter")]
                action.setShortcuts([QKeySequence(k) for k in keys])
            case str():
                action.setShortcut(QKeySequence(declaration.shortcut))
        if declaration.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif declaration.name == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        else:
            action.setMenuRole(QAction.MenuRole.NoRole)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action

    def _add_themes(self, menu: QMenu) -> None:
        group = QActionGroup(self._window)
        for name, label in THEMES.items():
            action = menu.addAction(label)
            action.setCheckable(True)
            group.addAction(action)
            self.themes[name] = action
