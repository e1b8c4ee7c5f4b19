"""The folders and texts of the library, as far as they have been opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from ownhand.bridge.translation import tr
from ownhand.document.folder import Entry, Listing
from ownhand.ui.theme import ThemeSwitch

MIME = "application/x-ownhand-library"

PATH = Qt.ItemDataRole.UserRole + 1
FOLDER = Qt.ItemDataRole.UserRole + 2
"""True for a folder, False for a text; a line that only says something has neither role."""

_Flag = Qt.ItemFlag
_Index = QModelIndex | QPersistentModelIndex


class FolderModel(QStandardItemModel):
    """Shows listings; reads no disk. What was not opened yet holds one line that says so."""

    move_wanted = Signal(tuple, object)
    """Paths were dropped on a folder: (paths, folder)."""

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._root = Path()
        self._open: Path | None = None
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        themes.theme_changed.connect(lambda _theme: self._redraw())

    @property
    def root(self) -> Path:
        """The folder whose contents stand at the top."""
        return self._root

    def show_root(self, folder: Path) -> None:
        """Begin with another folder; nothing is known of it yet."""
        self.clear()
        self._root = folder

    def mark_open(self, path: Path | None) -> None:
        """The text on the page is this one."""
        before, self._open = self._open, path
        for each in (before, path):
            index = self.find(each) if each is not None else QModelIndex()
            if index.isValid():
                self._draw(self.itemFromIndex(index))

    def find(self, path: Path) -> QModelIndex:
        """Where a path stands; invalid if it is not there (yet)."""
        parent = self._folder_item(path.parent)
        return QModelIndex() if parent is None else self._child_index(parent, path)

    def loaded(self, folder: Path) -> bool:
        """Whether the contents of a folder are there."""
        item = self._folder_item(folder)
        return item is not None and not _waits(item)

    def show(self, listing: Listing) -> None:
        """Bring one folder up to date; what stays keeps its place, selection and what is open in it."""
        folder = self._folder_item(listing.folder)
        if folder is None:
            return
        for row in reversed(range(folder.rowCount())):
            if folder.child(row).data(FOLDER) is None:
                folder.removeRow(row)
        wanted = {(str(entry.path), entry.is_folder) for entry in listing.entries}
        for row in reversed(range(folder.rowCount())):
            child = folder.child(row)
            if (child.data(PATH), child.data(FOLDER)) not in wanted:
                folder.removeRow(row)
        if folder.rowCount() == 0:
            folder.appendRows([self._made(entry) for entry in listing.entries])
        for row, entry in enumerate(listing.entries):
            there = folder.child(row)
            if there is None or there.data(PATH) != str(entry.path):
                folder.insertRow(
                    row, [self._made(entry)]
                )  # alone it would be left to Python, and die
        note = _note(listing, folder is self.invisibleRootItem())
        if note:
            folder.appendRow(_line(note))

    # --- drag and drop --------------------------------------------------------------------------

    def mimeTypes(self) -> list[str]:
        """Only what comes from here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The paths, for a drop in here."""
        data = QMimeData()
        paths = [str(index.data(PATH)) for index in indexes if index.data(PATH)]
        data.setData(MIME, "\0".join(paths).encode("utf-8", "surrogateescape"))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Move."""
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: _Index
    ) -> bool:
        """Wish for the move; the disk decides, and the next listing shows it."""
        paths = bytes(data.data(MIME).data()).decode("utf-8", "surrogateescape")
        folder = Path(parent.data(PATH)) if parent.isValid() else self._root
        if paths:
            self.move_wanted.emit(tuple(Path(p) for p in paths.split("\0")), folder)
        return False

    # --- items ----------------------------------------------------------------------------------

    def _folder_item(self, folder: Path) -> QStandardItem | None:
        item: QStandardItem | None = self.invisibleRootItem()
        if folder == self._root:
            return item
        if self._root not in folder.parents:
            return None
        step = self._root
        for name in folder.relative_to(self._root).parts:
            step /= name
            if item is None:
                return None
            index = self._child_index(item, step)
            item = self.itemFromIndex(index) if index.isValid() else None
        return item if item is not None and item.data(FOLDER) else None

    def _child_index(self, parent: QStandardItem, path: Path) -> QModelIndex:
        name = str(path)
        for row in range(parent.rowCount()):
            child = parent.child(row)
            if child.data(PATH) == name:
                return child.index()
        return QModelIndex()

    def _made(self, entry: Entry) -> QStandardItem:
        item = QStandardItem(entry.name)
        item.setData(str(entry.path), PATH)
        item.setData(entry.is_folder, FOLDER)
        flags = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemIsEditable
        flags |= _Flag.ItemIsDragEnabled
        if entry.is_folder:
            flags |= _Flag.ItemIsDropEnabled
            item.appendRow(_line(tr("Reading …")))
        item.setFlags(flags)
        item.setToolTip(str(entry.path))
        self._draw(item)
        return item

    def _draw(self, item: QStandardItem) -> None:
        is_folder, name = bool(item.data(FOLDER)), item.text()
        is_open = not is_folder and self._open is not None and item.data(PATH) == str(self._open)
        font = item.font()
        font.setBold(is_open)
        item.setFont(font)
        icon = "folder" if is_folder else "file"
        item.setIcon(self._icon(icon, "accent" if is_open else "muted"))
        kind = tr("{name}, folder") if is_folder else "{name}"
        spoken = tr("{name}, open on the page") if is_open else kind
        item.setData(spoken.format(name=name), Qt.ItemDataRole.AccessibleTextRole)

    def _icon(self, name: str, colour: str) -> QIcon:
        key = (name, colour, self._themes.theme.name)
        if key not in self._icons:
            self._icons[key] = self._themes.theme.icon(name, colour)
        return self._icons[key]

    def _redraw(self) -> None:
        for item in _below(self.invisibleRootItem()):
            if item.data(FOLDER) is not None:
                self._draw(item)


def _below(item: QStandardItem) -> Iterator[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)


def _line(text: str) -> QStandardItem:
    """A line that only says something."""
    item = QStandardItem(text)
    item.setFlags(_Flag.NoItemFlags)
    return item


def _waits(folder: QStandardItem) -> bool:
    return folder.rowCount() == 1 and folder.child(0).text() == tr("Reading …")


def _note(listing: Listing, at_top: bool) -> str:
    """What is to be said below the entries of a folder; "" for nothing."""
    if listing.problem:
        return listing.problem
    if listing.more:
        return tr("… and %n more, too many to show. Find in folder looks into all.", listing.more)
    return "" if listing.entries or at_top else tr("No texts in here yet")
