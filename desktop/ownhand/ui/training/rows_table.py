"""A table of many rows that takes no time to fill: it makes the text of those that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_Index = QModelIndex | QPersistentModelIndex
_ROWS_SHOWN = 8


class RowsModel(QAbstractTableModel):
    """Rows of frozen values.

    Args:
        headings: Of the columns.
        cells: The texts of one row's columns.
        tip: What the tooltip of a row says.
    """

    def __init__(
        self, headings: Sequence[str], cells: Callable[[Any], Sequence[str]], tip: Callable[[Any], str]
    ) -> None:  # fmt: skip
        super().__init__()
        self.rows: Sequence[Any] = ()
        self._headings = headings
        self._cells = cells
        self._tip = tip

    def put(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        """All rows are at the top."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        """One for each heading."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and tooltip; figures stand at the right."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            text = self._cells(row)[index.column()]
            figure = index.column() and text.replace(",", "").replace(".", "").isdigit()
            side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class RowsTable(QTableView):
    """Shows a `RowsModel`; whole rows are selected.

    Args:
        name: For screen readers.
        model: What to show.
        stretched: The columns that share the room that is left.
    """

    removal_requested = Signal()
    """Delete was pressed."""

    def __init__(
        self, name: str, model: RowsModel, stretched: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._row_height = QFontMetrics(self.font()).lineSpacing() + 8
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(50)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def put(self, rows: Sequence[Any]) -> None:
        """Show other rows; the table is as high as a few of them."""
        self.rows_model.put(rows)
        shown = min(max(len(rows), 1), _ROWS_SHOWN)
        self.setFixedHeight(shown * self._row_height + self.horizontalHeader().sizeHint().height() + 6)  # fmt: skip

    @property
    def selected(self) -> list[Any]:
        """The rows that are selected."""
        return [self.rows_model.rows[i.row()] for i in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete is told; all else as ever."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)
