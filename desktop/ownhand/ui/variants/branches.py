"""All continuations of a text as a tree: what continues what is listed below it, branches indented."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.variants import VariantTree

_ID = Qt.ItemDataRole.UserRole
_PREVIEW = 80

Parent = QTreeWidget | QTreeWidgetItem


class Branches(QTreeWidget):
    """The tree; Enter or a double click goes to a variant, with all that leads to it.

    A place with one variant is no branch: what continues it stands at the same depth.
    """

    chosen = Signal(str)
    """This variant should stand in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("branches")
        self.setAccessibleName(tr("All continuations of this text"))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(110)
        self.itemDoubleClicked.connect(lambda item, _: self.chosen.emit(str(item.data(0, _ID))))

    @property
    def current_id(self) -> str:
        """The variant that is selected, or ""."""
        item = self.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def show_tree(self, tree: VariantTree) -> None:
        """Show all that can be reached from the text."""
        current = self.current_id
        self.clear()
        done: set[str] = set()
        roots = sorted((s for s in tree.stands if not s.inside), key=lambda s: s.start)
        for stand in roots:
            self._add(tree, stand.place, self, done)
        self.expandAll()
        for item in self._items():
            if item.data(0, _ID) == current:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_id:
                self.chosen.emit(self.current_id)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A few lines; the layout gives more."""
        return QSize(200, 180)

    def _items(self) -> list[QTreeWidgetItem]:
        return self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0)

    def _add(self, tree: VariantTree, place: str, parent: Parent, done: set[str]) -> None:
        # Not by recursion: a text has hundreds of continuations, each of the one before.
        waiting: list[tuple[str, Parent]] = [(place, parent)]
        while waiting:
            place, parent = waiting.pop()
            if place in done:
                continue  # a variant that the writer changed shares what continues it
            done.add(place)
            variants = tree.of_place(place)
            below: list[tuple[str, Parent]] = []
            for number, variant in enumerate(variants, 1):
                item = QTreeWidgetItem(parent)
                present = tree.is_standing(variant.id)
                sign = "●" if present else "○"
                count = f" {number}/{len(variants)}" if len(variants) > 1 else ""
                preview = " ".join(variant.written.split())[:_PREVIEW]
                item.setText(0, f"{sign}{count} {preview}")
                item.setData(0, _ID, variant.id)
                state = tr("in the text") if present else tr("put aside")
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{count} {preview}, {state}")
                if present:
                    font = item.font(0)
                    font.setBold(True)
                    item.setFont(0, font)
                inner = sorted(tree.places_within(variant.id), key=lambda s: s.start)
                deeper: Parent = item if len(variants) > 1 else parent
                below += [(stand.place, deeper) for stand in inner]
            waiting += reversed(below)
