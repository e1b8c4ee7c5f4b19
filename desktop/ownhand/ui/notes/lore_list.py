"""The lore entries of a text, one below the other: on or off, title, keywords, length, told or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ownhand.bridge.translation import number, tr
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.tooltip import tooltip_of

_ROLE = Qt.ItemDataRole.UserRole
_CHECK = 16
_BAR = 3
_AIR = 6


@dataclass(frozen=True, slots=True)
class LoreLine:
    """How one entry is shown.

    Attributes:
        title: What the writer calls it.
        keywords: In one line; "" is always told.
        enabled: Whether it takes part.
        tokens: Its length, or None while that is not known.
        told: Whether the model is told it at the caret, now.
    """

    title: str
    keywords: str
    enabled: bool
    tokens: int | None
    told: bool

    @property
    def below(self) -> str:
        """The line below the title."""
        return self.keywords or tr("always told")

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        parts = [self.title or tr("Without a title"), self.below]
        if self.tokens is not None:
            parts.append(tr("%Ln tokens", n=self.tokens))
        if self.told:
            parts.append(tr("told now"))
        return ", ".join(parts)


class LoreList(QListWidget):
    """Rows are dragged, or moved with Alt and the arrow keys; Space switches one on or off."""

    order_changed = Signal(list)
    """Where each row stood before, in the new order."""
    enabled_changed = Signal(int, bool)
    """A row was switched on or off."""
    delete_requested = Signal()
    """Take the current row away."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("loreList")
        self.setAccessibleName(tr("Lore"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_LoreDelegate(themes, self))
        self._showing = False
        self._lines: tuple[LoreLine, ...] = ()
        self.model().rowsMoved.connect(self._on_rows_moved)
        self.itemChanged.connect(self._on_item_changed)
        themes.theme_changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[LoreLine]) -> None:
        """Show these entries; the current row stays the current one."""
        self._showing = True
        before, self._lines = self._lines, tuple(lines)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for row, line in enumerate(lines):
            if row == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(row)
            if before[row : row + 1] == (line,) and item.data(_ROLE) == row:
                continue
            item.setData(_ROLE, row)
            item.setText(line.title or tr("Without a title"))
            item.setCheckState(Qt.CheckState.Checked if line.enabled else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken())
            item.setToolTip(tooltip_of(line.below))
        self._showing = False
        self.viewport().update()
        rows = min(max(len(lines), 1), 7)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 40) + 12)

    def line_of(self, index: QModelIndex | QPersistentModelIndex) -> LoreLine | None:
        """What is shown in a row; the delegate asks."""
        row = index.data(_ROLE)
        known = isinstance(row, int) and row < len(self._lines)
        return self._lines[row] if known else None

    def move_current(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self._on_rows_moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves a row; Delete takes it away."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_rows_moved(self) -> None:
        self.order_changed.emit([self.item(r).data(_ROLE) for r in range(self.count())])

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if not self._showing:
            enabled = item.checkState() == Qt.CheckState.Checked
            self.enabled_changed.emit(self.row(item), enabled)


class _LoreDelegate(QStyledItemDelegate):
    """Two lines beside the box: title and length, then keywords; a bar where an entry is told now."""

    def __init__(self, themes: ThemeSwitch, rows: LoreList) -> None:
        super().__init__(rows)
        self._themes = themes
        self._rows = rows

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, 2 * QFontMetrics(option.font).lineSpacing() + 2 * _AIR)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = self._rows.line_of(index)
        if line is None:
            return
        theme = self._themes.theme
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        widget = own.widget
        rect: QRect = own.rect
        own.rect = rect.adjusted(_BAR + 3, 0, 0, 0)
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, widget)
        painter.save()
        metrics = QFontMetrics(own.font)
        if line.told:
            bar = QRect(rect.left(), rect.top() + _AIR, _BAR, rect.height() - 2 * _AIR)
            painter.fillRect(bar, QColor(theme.accent))
        left = rect.left() + _CHECK + 4 * _AIR
        inside = QRect(left, rect.top() + _AIR, rect.right() - left - _AIR, metrics.lineSpacing())
        length = "" if line.tokens is None else number(line.tokens)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight, length)
        room = inside.width() - metrics.horizontalAdvance(f"{length}  ")
        painter.setPen(QColor(theme.ink if line.enabled else theme.dimmed))
        title = line.title or tr("Without a title")
        elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, elided)
        inside.translate(0, metrics.lineSpacing())
        painter.setPen(QColor(theme.accent if line.told else theme.muted))
        below = tr("told now · {keywords}").format(keywords=line.below) if line.told else line.below
        elided = metrics.elidedText(below, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()
