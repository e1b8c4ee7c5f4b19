"""The library: a folder of the writer's texts beside the page, and finding in all of them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from ownhand.bridge.folder_watch import FolderWatch
from ownhand.bridge.translation import tr
from ownhand.core.settings import Settings
from ownhand.document import folder as files
from ownhand.document.folder import Listing
from ownhand.ui.ask import ask_file
from ownhand.ui.library.deleting import Deleting
from ownhand.ui.library.disk_work import DiskWork
from ownhand.ui.library.folder_finding import FolderFinding
from ownhand.ui.library.library_page import LibraryPage
from ownhand.ui.shell import Shell


class Library(QObject):
    """Does on disk what the page of the library wishes for, and lets the open text follow.

    Disks are touched on threads only; what fails is told beside the tree.

    Attributes:
        page: The page in the left sidebar.
        watch: Reads the folders that are open in the tree.
    """

    def __init__(self, shell: Shell, watch: FolderWatch | None = None) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._folder: Path | None = None
        self._to_name: Path | None = None
        self._renaming: set[Path] = set()
        self.watch = watch or FolderWatch(self)
        self.page = LibraryPage(shell.themes, shell.window)
        disk = DiskWork(shell.tasks, self.page)
        self._on_disk = disk.ask
        self._deleting = Deleting(shell, self.page, self.watch, disk)
        self._finding = FolderFinding(shell, self.page)
        shell.left.add_page("library", tr("Library"), self.page)
        self._fill_folder_menu()
        self._connect()
        self._on_settings_changed(shell.settings.value)

    @property
    def folder(self) -> Path | None:
        """The folder that is open, or None."""
        return self._folder

    def shut_down(self) -> None:
        """End the threads."""
        self.watch.close()
        self._finding.search.close()

    # --- the folder -----------------------------------------------------------------------------

    def ask_folder(self) -> None:
        """Let the writer choose a folder and show it."""
        self._start(self._ask_folder())

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the library."""
        self._shell.settings.change(library_folder=str(folder), library_visible=True)
        self._shell.left.show_page("library")
        self.page.take_focus()

    def find_in_files(self) -> None:
        """Go to the field that finds in all texts; a selection of the page is put into it."""
        self._shell.settings.change(library_visible=True)
        self._shell.left.show_page("library")
        if self._folder is None:
            self.page.take_focus()
            return
        selected = self._shell.page.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.page.box.field.setText(selected)
        self.page.box.setFocus()
        self.page.box.field.selectAll()

    async def _ask_folder(self) -> None:
        here = self._folder or self._shell.documents.path
        start = str(here.parent if here and here != self._folder else here or Path.home())
        dialog = QFileDialog(self._shell.window, tr("Open a folder of texts"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = await ask_file(self._shell.tasks, dialog)
        if chosen is not None:
            self.open_folder(chosen)

    def _show_folder(self, folder: Path | None) -> None:
        if self._folder is not None:
            self.watch.leave(self._folder)
        self._folder = folder
        self.page.box.clear()
        self.page.show_folder(folder)
        if folder is not None:
            self.page.tree.show_root(folder)
            self._mark_open()
            shown = self._shell.documents.path
            if shown is not None:
                self.page.tree.reveal(shown)

    def _on_settings_changed(self, value: Settings) -> None:
        self.watch.rest(not value.library_visible)
        folder = Path(value.library_folder) if value.library_folder else None
        if folder != self._folder and (value.library_visible or folder is None):
            self._show_folder(folder)

    def _on_folder_read(self, listing: Listing) -> None:
        self.page.show_listing(listing, at_top=listing.folder == self._folder)

    # --- texts ----------------------------------------------------------------------------------

    def new_text(self) -> None:
        """Make a text in the selected folder and let the writer name it."""
        self._start(self._make(files.new_text, tr("Untitled") + files.SUFFIXES[0]))

    def new_folder(self) -> None:
        """Make a folder in the selected one and let the writer name it."""
        self._start(self._make(files.new_folder, tr("New folder")))

    async def _make(self, make: Callable[[Path, str], Path], name: str) -> None:
        folder = self.page.tree.current_folder()
        made = await self._on_disk(lambda: make(folder, name))
        if made is not None:
            self._to_name = made
            self.watch.look_again([folder])
            self.page.show_tree()
            self.page.tree.reveal(made, rename=True)

    async def _rename(self, path: Path, name: str) -> None:
        shell = self._shell
        shown = shell.documents.path
        new = await self._on_disk(lambda: files.rename(shell.paths, path, name, shown))
        if new is not None and new != path:
            self._follow(path, new)
            self.page.tree.reveal(new)
        self._open_named(path, new or path)

    def _open_named(self, path: Path, now: Path) -> None:
        """A text that was just made is opened once it has its name."""
        if self._to_name == path:
            self._to_name = None
            if files.is_text_name(now.name):
                self._shell.documents.open(now)

    def _on_tree_name_left(self, path: Path) -> None:
        # The name that was chosen, if any, is on its way: `_rename` comes first then.
        self._start(self._leave_name(path))

    async def _leave_name(self, path: Path) -> None:
        if path not in self._renaming:
            self._open_named(path, path)

    async def _move(self, paths: Sequence[Path], folder: Path) -> None:
        shell = self._shell
        last: Path | None = None
        for path in files.outermost(paths):
            shown = shell.documents.path
            new = await self._on_disk(partial(files.move_into, shell.paths, path, folder, shown))
            if new is None:
                break
            if new != path:
                self._follow(path, new)
                last = new
        if last is not None:
            self.page.tree.reveal(last)

    async def _ask_move(self, paths: Sequence[Path]) -> None:
        dialog = QFileDialog(self._shell.window, tr("Move to"), str(self._folder or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Move here"))
        chosen = await ask_file(self._shell.tasks, dialog)
        if chosen is not None:
            await self._move(paths, chosen)

    def _follow(self, old: Path, new: Path) -> None:
        self._shell.documents.moved(old, new)
        self._mark_open()
        self.watch.look_again({old.parent, new.parent})

    def _mark_open(self) -> None:
        self.page.tree.entries.mark_open(self._shell.documents.path)

    # --- menus ----------------------------------------------------------------------------------

    def _on_tree_menu_wanted(self, where: QPoint) -> None:
        menu = self.entry_menu()
        menu.popup(where)

    def entry_menu(self) -> QMenu:
        """What can be done with the selected entries; deletes itself once it is closed."""
        tree, chosen = self.page.tree, self.page.tree.chosen()
        menu = QMenu(tree)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(chosen) == 1:
            _add(menu, tr("&Open"), tree.open_current, "Return")
            _add(menu, tr("&Rename"), tree.rename_current, "F2")
        if chosen:
            _add(menu, tr("&Move to …"), lambda: self._start(self._ask_move(chosen)))
            _add(menu, tr("&Delete"), lambda: self._deleting.delete(chosen), "Del")
            menu.addSeparator()
        _add(menu, tr("New &text"), self.new_text)
        _add(menu, tr("New &folder"), self.new_folder)
        menu.addSeparator()
        _add(menu, tr("&Show in file manager"), self.show_in_file_manager)
        return menu

    def show_in_file_manager(self) -> None:
        """Open the selected folder, or the one around the selected text, in the system's file manager."""
        folder = self.page.tree.current_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.page.tell(
                tr("No file manager opened. The folder is {folder}").format(folder=folder)
            )

    def _fill_folder_menu(self) -> None:
        menu = self.page.folder_menu
        _add(menu, tr("Open &another folder …"), self.ask_folder)
        _add(menu, tr("&Show in file manager"), self.show_in_file_manager)
        menu.addSeparator()
        settings = self._shell.settings
        _add(menu, tr("&Close this folder"), lambda: settings.change(library_folder=""))

    # --- wiring ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        shell, page, tree = self._shell, self.page, self.page.tree
        shell.settings.settings_changed.connect(self._on_settings_changed)
        shell.actions["open_folder"].triggered.connect(self.ask_folder)
        shell.actions["find_in_files"].triggered.connect(self.find_in_files)
        shell.actions["library"].triggered.connect(self._on_library_triggered)
        shell.documents.text_shown.connect(self._on_text_shown)
        shell.documents.text_saved.connect(self._on_text_saved)
        self.watch.folder_read.connect(self._on_folder_read)
        page.folder_wanted.connect(self.ask_folder)
        page.new_text_button.clicked.connect(self.new_text)
        page.new_folder_button.clicked.connect(self.new_folder)
        tree.text_chosen.connect(self._on_tree_text_chosen)
        tree.folder_opened.connect(self.watch.watch)
        tree.folder_closed.connect(self.watch.leave)
        tree.rename_wanted.connect(self._on_tree_rename_wanted)
        tree.name_left.connect(self._on_tree_name_left)
        tree.menu_wanted.connect(self._on_tree_menu_wanted)
        tree.entries.move_wanted.connect(
            lambda paths, folder: self._start(self._move(paths, folder))
        )

    def _on_library_triggered(self, shown: bool) -> None:
        if shown:
            self._shell.left.show_page("library")
            self.page.take_focus()
        else:
            self._shell.page.setFocus()

    def _on_tree_text_chosen(self, path: Path) -> None:
        self.page.tell("")
        if path == self._shell.documents.path:
            self._shell.page.setFocus()
        else:
            self._shell.documents.open(path)

    def _on_tree_rename_wanted(self, path: Path, name: str) -> None:
        self._renaming.add(path)

        async def rename() -> None:
            try:
                await self._rename(path, name)
            finally:
                self._renaming.discard(path)

        self._start(rename())

    def _on_text_shown(self) -> None:
        self._mark_open()
        path = self._shell.documents.path
        if path is not None and not self.page.tree.naming:
            self.page.tree.reveal(path)

    def _on_text_saved(self) -> None:
        self._mark_open()
        path = self._shell.documents.path
        if path is not None:
            self.watch.look_again([path.parent])

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._shell.tasks.start(coroutine)


def _add(menu: QMenu, label: str, act: Callable[[], object], key: str = "") -> QAction:
    """An entry; its key is the tree's own and only named here."""
    action = menu.addAction(label)
    action.triggered.connect(lambda _=False: act())
    if key:
        action.setShortcut(QKeySequence(key))
        action.setShortcutVisibleInContextMenu(True)
    return action
