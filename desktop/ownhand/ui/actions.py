"""Every action of the window, declared once; the menus are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ownhand.bridge.translation import mark, tr

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
    mark("&File"): (
        Declaration("new", mark("&New"), _Key.New, mark("Begin an empty text")),
        Declaration("open", mark("&Open …"), _Key.Open, mark("Open a text file")),
        Declaration("open_folder", mark("Open &folder …"), "Ctrl+Shift+O", mark("Show a folder of texts in the library")),
        Declaration("recent", mark("Open &recent")),
        SEPARATOR,
        Declaration("save", mark("&Save"), _Key.Save, mark("Save the text to its file")),
        Declaration("save_as", mark("Save &as …"), _Key.SaveAs, mark("Save the text to another file")),
        Declaration("versions", mark("&Versions …"), "Ctrl+Shift+H", mark("Look at earlier versions of this text and bring one back")),
        SEPARATOR,
        Declaration("export", mark("&Export …"), "Ctrl+Shift+X", mark("Write the text as a Word, HTML or PDF file")),
        Declaration("statement", mark("&Who wrote what …"), None, mark("A statement of what was typed, pasted and generated")),
        Declaration("print", mark("&Print …"), _Key.Print, mark("Print the text")),
        SEPARATOR,
        Declaration("quit", mark("&Quit"), _Key.Quit, mark("Close Ownhand")),
    ),
    mark("&Edit"): (
        Declaration("undo", mark("&Undo"), _Key.Undo),
        Declaration("redo", mark("&Redo"), _Key.Redo),
        SEPARATOR,
        Declaration("cut", mark("Cu&t"), _Key.Cut),
        Declaration("copy", mark("&Copy"), _Key.Copy),
        Declaration("paste", mark("&Paste"), _Key.Paste),
        SEPARATOR,
        Declaration("select_all", mark("Select &all"), _Key.SelectAll),
        SEPARATOR,
        Declaration("find", mark("&Find …"), _Key.Find, mark("Find in this text")),
        Declaration("find_next", mark("Find next"), _Key.FindNext, mark("Go to the next place found")),
        Declaration("find_previous", mark("Find previous"), _Key.FindPrevious, mark("Go to the place found before")),
        Declaration("replace", mark("R&eplace …"), "Ctrl+H", mark("Find in this text and put something else")),
        Declaration("find_in_files", mark("Find in f&older …"), "Ctrl+Shift+F", mark("Find in all texts of the library's folder")),
        SEPARATOR,
        Declaration("spelling", mark("Check &spelling"), "Shift+F7", mark("Underline words that the dictionary does not know"), checkable=True),
        Declaration("next_misspelt", mark("Next un&known word"), "F7", mark("Go to the next word that the dictionary does not know")),
        Declaration("next_copied", mark("Next copied passa&ge"), "F8", mark("Go to the next passage that stands in the texts the model learned from")),
    ),
    mark("&Write"): (
        Declaration("continue", mark("&Continue"), "Ctrl+Return", mark("Let the model write on from the caret")),
        Declaration("stop", mark("&Stop"), "Esc", mark("Stop writing; the text so far stays")),
        Declaration("retry", mark("&Retry"), "Ctrl+Shift+Return", mark("Put the last continuation aside and write another")),
        Declaration("several", mark("Write se&veral"), "Ctrl+Alt+Return", mark("Let the model write several continuations at once, to choose from")),
        Declaration("earlier_variant", mark("&Earlier variant"), "Alt+Left", mark("Show the variant before this one")),
        Declaration("later_variant", mark("&Later variant"), "Alt+Right", mark("Show the variant after this one")),
        Declaration("same_again", mark("&Generate identically"), None, mark("Write the generated passage at the caret once more, to the byte")),
        SEPARATOR,
        Declaration("rewrite", mark("Re&write"), "Ctrl+R", mark("Let the model put the selection in other words")),
        Declaration("expand", mark("E&xpand"), None, mark("Let the model write the selection out at more length")),
        Declaration("shorten", mark("S&horten"), None, mark("Let the model put the selection in fewer words")),
        Declaration("tone", mark("Change &tone …"), None, mark("Let the model give the selection another tone")),
        SEPARATOR,
        Declaration("suggest", mark("S&uggest while I pause"), None, mark("Show in grey how the model would go on; Tab takes it"), checkable=True),
        Declaration("probabilities", mark("Show pro&babilities"), "Ctrl+Shift+B", mark("Colour the text by how likely the model finds it; click for alternatives"), checkable=True),
        Declaration("prompt", mark("What the model reads …"), "Ctrl+Shift+R", mark("Show exactly what the model is given, with its length")),
        SEPARATOR,
        Declaration("ask_about", mark("&Ask about this text …"), "Ctrl+Shift+A", mark("Talk with the model about the selection or the whole text")),
        Declaration("presets", mark("&Presets …"), "Ctrl+Shift+M", mark("Make, change, take over and pass on presets")),
        Declaration("learn", mark("Lear&n from my writing …"), "Ctrl+Shift+L", mark("Train a model on your own texts")),
    ),
    mark("&View"): (
        Declaration("library", mark("&Library"), "Ctrl+Shift+E", mark("Show or hide the folder of texts"), checkable=True),
        Declaration("panel", mark("&Side panel"), "F9", mark("Show or hide the panel at the right"), checkable=True),
        Declaration("page_settings", mark("W&riting settings"), "Ctrl+1", mark("Show the settings of the writing")),
        Declaration("page_variants", mark("&Variants"), "Ctrl+2", mark("Show the variants of this text")),
        Declaration("page_notes", mark("&Memory and lore"), "Ctrl+3", mark("Show what the model is told beside the text")),
        Declaration("page_chat", mark("&Chat"), "Ctrl+4", mark("Show the conversation with the model")),
        SEPARATOR,
        Declaration("focus", mark("&Focus"), "F11", mark("Hide everything but the page"), checkable=True),
        Declaration("typewriter", mark("T&ypewriter"), "Ctrl+Shift+Y", mark("Keep the line that is written in the middle of the window"), checkable=True),
        Declaration("full_screen", mark("F&ull screen"), "Ctrl+F11", mark("Fill the whole screen"), checkable=True),
        SEPARATOR,
        Declaration("mark_copied", mark("Mar&k passages copied from training texts"), None, mark("Dots beneath what the model took over word for word"), checkable=True),
        Declaration("goal", mark("&Word goal …"), None, mark("Set how many words to write, and see how far it is")),
        Declaration("statistics", mark("S&tatistics …"), None, mark("Words, characters, reading time, and this session")),
        SEPARATOR,
        Declaration("zoom_in", mark("Zoom &in"), _Key.ZoomIn),
        Declaration("zoom_out", mark("Zoom &out"), _Key.ZoomOut),
        Declaration("zoom_reset", mark("&Normal size"), "Ctrl+0"),
        Declaration("font", mark("Text f&ace …"), None, mark("Choose the face and size of the text")),
        SEPARATOR,
        Declaration("theme", mark("T&heme")),
        Declaration("language", mark("Lan&guage")),
    ),
    mark("&Help"): (
        Declaration("palette", mark("Find a &command …"), "Ctrl+Shift+P", mark("Find anything that Ownhand can do, by its name")),
        Declaration("welcome", mark("&First steps"), None, mark("Show the welcome again")),
        Declaration("log", mark("Open the &log folder"), None, mark("What to send along with a report")),
        SEPARATOR,
        Declaration("about", mark("&About Ownhand")),
    ),
}  # fmt: skip

THEMES = {
    "system": mark("Like the &system"),
    "light": mark("&Light"),
    "dark": mark("&Dark"),
    "contrast": mark("High &contrast"),
}


class Actions:
    """The actions by name, and the menu bar made of them. Whoever acts connects to `triggered`.

    Attributes:
        themes: The theme choices by their name in the settings.
        recent_menu: Filled by `show_recent`.
        language_menu: Filled by who knows the languages.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.themes: dict[str, QAction] = {}
        self.recent_menu = QMenu(tr("Open &recent"), window)
        self.language_menu = QMenu(tr("Lan&guage"), window)
        for title, declarations in MENUS.items():
            menu = window.menuBar().addMenu(tr(title))
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
            self.recent_menu.addAction(tr("Nothing yet")).setEnabled(False)
        self.recent_menu.addSeparator()
        clear = self.recent_menu.addAction(tr("&Clear the list"))
        clear.setEnabled(bool(files))
        return [*entries, clear]

    def _add(self, menu: QMenu, declaration: Declaration) -> None:
        if declaration is SEPARATOR:
            menu.addSeparator()
        elif declaration.name == "recent":
            menu.addMenu(self.recent_menu)
        elif declaration.name == "theme":
            self._add_themes(menu.addMenu(tr(declaration.label)))
        elif declaration.name == "language":
            menu.addMenu(self.language_menu)
        else:
            self._actions[declaration.name] = self._make(menu, declaration)

    def _make(self, menu: QMenu, declaration: Declaration) -> QAction:
        action = menu.addAction(tr(declaration.label))
        action.setObjectName(declaration.name)
        action.setCheckable(declaration.checkable)
        action.setStatusTip(tr(declaration.about))
        match declaration.shortcut:
            case QKeySequence.StandardKey():
                action.setShortcuts(declaration.shortcut)
            case "Ctrl+Return" | "Ctrl+Shift+Return" | "Ctrl+Alt+Return":  # the keypad's Enter too
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
            action = menu.addAction(tr(label))
            action.setCheckable(True)
            group.addAction(action)
            self.themes[name] = action
