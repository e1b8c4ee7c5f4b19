"""What was found in the texts of the folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.document.search import Finished, LeftOut, Progress, SearchEvent, TextHits
from ownhand.ui.library.hit_delegate import HIT, HitDelegate
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.tooltip import tooltip_of

PATH = Qt.ItemDataRole.UserRole + 2


class ResultTree(QTreeView):
    """A tree whose entries a click or Enter opens."""

    chosen = Signal(QModelIndex)
    """Open this one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class SearchResults(QWidget):
    """Texts with the places in them, as they are found.

    Attributes:
        tree: Texts, below them their places, at the end what was left out.
        summary: How many there are, in words.
        stop_button: Ends the search that runs.
    """

    place_chosen = Signal(object, object)
    """(`Path`, `Hit` or None): open this text at this place."""
    stop_wanted = Signal()
    """The search shall end; what was found stays."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._texts = self._hits = self._found_in = 0
        self._left_out: QStandardItem | None = None
        self._model = QStandardItemModel(self)
        self.summary = QLabel(self)
        self.summary.setObjectName("panelNote")
        self.summary.setWordWrap(True)
        self.stop_button = QPushButton(tr("Stop"), self)
        self.stop_button.setObjectName("plainButton")
        self.stop_button.setAccessibleName(tr("Stop finding"))
        self.stop_button.clicked.connect(self.stop_wanted)
        self.tree = ResultTree(self)
        self.tree.setObjectName("libraryTree")
        self.tree.setAccessibleName(tr("Places found"))
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(HitDelegate(themes, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(10)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.clicked.connect(self._on_tree_clicked)
        self.tree.chosen.connect(self._open)
        self.setFocusProxy(self.tree)
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self.summary, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.tree, 1)

    def begin(self, folder: Path) -> None:
        """A search begins; what an earlier one found goes."""
        self._folder = folder
        self._model.clear()
        self._left_out = None
        self._texts = self._hits = self._found_in = 0
        self.stop_button.show()
        self.summary.setText(tr("Looking …"))

    def add(self, events: Sequence[SearchEvent]) -> None:
        """Show what was found next."""
        capped = False
        for event in events:
            match event:
                case TextHits():
                    self._add_text(event)
                case LeftOut():
                    self._add_left_out(event)
                case Progress(texts):
                    self._texts = texts
                case Finished(texts, _hits, capped):
                    self._texts = texts
        self._summarise(capped)

    def end(self, problem: str = "") -> None:
        """The search is over; a problem takes the place of the summary."""
        self.stop_button.hide()
        if problem:
            self.summary.setText(problem)
        elif self.summary.text() == tr("Looking …"):
            self._summarise(False)

    def go_to_first(self) -> None:
        """Give the focus to the tree, at its first place."""
        first = self._model.index(0, 0)
        place = self._model.index(0, 0, first)
        self.tree.setCurrentIndex(place if place.isValid() else first)
        self.tree.setFocus()

    def _add_text(self, found: TextHits) -> None:
        self._found_in += 1
        self._hits += len(found.hits)
        relative = found.path.relative_to(self._folder)
        count = f"{len(found.hits)}+" if found.more else str(len(found.hits))
        parent = QStandardItem(f"{relative}  ·  {count}")
        parent.setToolTip(str(found.path))
        parent.setData(str(found.path), PATH)
        for hit in found.hits:
            child = QStandardItem(tr("Line {line}: {text}").format(line=hit.line, text=hit.preview))
            child.setToolTip(tooltip_of(hit.preview))
            child.setData(str(found.path), PATH)
            child.setData(hit, HIT)
            parent.appendRow(child)
        row = self._left_out.row() if self._left_out is not None else self._model.rowCount()
        self._model.insertRow(row, parent)
        self.tree.expand(parent.index())

    def _add_left_out(self, left_out: LeftOut) -> None:
        if self._left_out is None:
            self._left_out = QStandardItem()
            self._model.appendRow(self._left_out)
        reason = tr(left_out.reason)
        item = QStandardItem(f"{left_out.path.name} {reason}")
        item.setToolTip(tooltip_of(f"{left_out.path} {reason}"))
        self._left_out.appendRow(item)
        self._left_out.setText(tr("Left out: %n", self._left_out.rowCount()))

    def _summarise(self, capped: bool) -> None:
        places = tr("%n places", self._hits)
        texts = tr("in %n texts", self._found_in)
        looked = tr("of %n", self._texts)
        more = " " + tr("There are more; find something rarer.") if capped else ""
        if self._hits:
            self.summary.setText(f"{places} {texts} {looked}.{more}")
        else:
            self.summary.setText(tr("Nothing found in %n texts.", self._texts))

    def _on_tree_clicked(self, index: QModelIndex) -> None:
        if index.data(HIT) is not None:
            self._open(index)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _open(self, index: QModelIndex) -> None:
        if index.data(PATH):
            self.place_chosen.emit(Path(index.data(PATH)), index.data(HIT))
