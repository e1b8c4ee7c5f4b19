"""The tree of the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.folder import Listing, outermost
from ownhand.ui.library.folder_model import FOLDER, PATH, FolderModel
from ownhand.ui.library.rename_delegate import RenameDelegate
from ownhand.ui.theme import ThemeSwitch


class FolderTree(QTreeView):
    """Folders and texts. A click or Enter opens, F2 renames, Del deletes, dragging moves.

    Attributes:
        entries: What it shows.
    """

    text_chosen = Signal(object)
    """`Path`: open this text."""
    folder_opened = Signal(object)
    """`Path`: its contents are wanted."""
    folder_closed = Signal(object)
    """`Path`: its contents are not looked at any more."""
    rename_wanted = Signal(object, str)
    """(`Path`, new name)."""
    delete_wanted = Signal(tuple)
    """Paths."""
    menu_wanted = Signal(object)
    """`QPoint` on the screen where the menu for the selection belongs."""
    name_left = Signal(object)
    """`Path`: the line for its name was closed; whether it has another one is up to `rename_wanted`."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryTree")
        self.setAccessibleName(tr("Texts in the folder"))
        self.entries = FolderModel(themes, self)
        self.setModel(self.entries)
        self._delegate = RenameDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)  # one click does it
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAutoExpandDelay(700)
        self._wanted: Path | None = None
        self._rename_when_there = False
        self._delegate.name_chosen.connect(
            lambda path, name: self.rename_wanted.emit(Path(path), name)
        )
        self._delegate.closeEditor.connect(self._on_delegate_close_editor)
        self.expanded.connect(lambda index: self.folder_opened.emit(Path(index.data(PATH))))
        self.collapsed.connect(lambda index: self.folder_closed.emit(Path(index.data(PATH))))
        self.clicked.connect(self._on_clicked)

    def show_root(self, folder: Path) -> None:
        """Show another folder; its contents are asked for."""
        self._wanted = None
        self.entries.show_root(folder)
        self.folder_opened.emit(folder)

    def show_listing(self, listing: Listing) -> None:
        """Bring one folder up to date."""
        self.entries.show(listing)
        self._go_on_revealing()

    def reveal(self, path: Path, *, rename: bool = False) -> None:
        """Open the folders around an entry and select it, as soon as it is there.

        Args:
            path: The entry.
            rename: Let the writer give it a name at once.
        """
        self._wanted, self._rename_when_there = path, rename
        self._go_on_revealing()

    @property
    def naming(self) -> bool:
        """Whether the writer is giving an entry a name."""
        return self.state() == QAbstractItemView.State.EditingState

    def chosen(self) -> tuple[Path, ...]:
        """The selected entries, without those that lie in another of them."""
        rows = self.selectionModel().selectedRows()
        return outermost(Path(row.data(PATH)) for row in rows if row.data(PATH))

    def current_folder(self) -> Path:
        """The selected folder, or the one around the selected text; where something new belongs."""
        index = self.currentIndex()
        if not index.data(PATH):
            return self.entries.root
        path = Path(index.data(PATH))
        return path if index.data(FOLDER) else path.parent

    def rename_current(self) -> None:
        """Change the name of the current entry where it stands."""
        if self.currentIndex().data(PATH):
            self.edit(self.currentIndex())

    def open_current(self) -> None:
        """Open the current text, or unfold the folder."""
        self._open(self.currentIndex())

    # --- keys and mouse -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del deletes; the rest is as in every tree."""
        if self.naming:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.chosen():
                self.delete_wanted.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside all entries selects nothing."""
        self._wanted = None
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu belongs to the entry under the pointer, or to the selection when it comes by key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(spot))
            return
        index = self.indexAt(self.viewport().mapFrom(self, event.pos()))
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(event.globalPos())

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.selectionModel().selectedRows()) == 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.data(FOLDER):
            self.setExpanded(index, not self.isExpanded(index))
        elif index.data(PATH):
            self.text_chosen.emit(Path(index.data(PATH)))

    # --- revealing ------------------------------------------------------------------------------

    def _go_on_revealing(self) -> None:
        wanted, root = self._wanted, self.entries.root
        if wanted is None or root not in wanted.parents:
            return
        around = [folder for folder in reversed(wanted.parents) if root in folder.parents]
        for folder in around:
            index = self.entries.find(folder)
            if not index.isValid():
                return
            self.expand(index)
        index = self.entries.find(wanted)
        if not index.isValid():
            return
        self._wanted = None
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        self.scrollTo(index)
        if self._rename_when_there:
            self.setFocus()
            self.edit(index)

    def _on_delegate_close_editor(self) -> None:
        index = self.currentIndex()
        if index.data(PATH):
            self.name_left.emit(Path(index.data(PATH)))
