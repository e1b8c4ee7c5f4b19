"""Paints a place that was found: its line number, and the words around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ownhand.document.search import Hit
from ownhand.ui.theme import ThemeSwitch

HIT = Qt.ItemDataRole.UserRole + 1


class HitDelegate(QStyledItemDelegate):
    """The found words on a ground of their own and in bold; other entries as usual."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one entry."""
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        theme = self._themes.theme
        number = f"{hit.line}  "
        option.text = ""
        widget: QWidget = option.widget
        style = widget.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        layout = QTextLayout(number + hit.preview, option.font)
        muted, found = QTextCharFormat(), QTextCharFormat()
        muted.setForeground(QColor(theme.muted))
        found.setBackground(QColor(theme.selection))
        found.setFontWeight(600)
        units = len(number) + _units(hit.preview[: hit.preview_start])
        layout.setFormats(
            [
                _range(0, len(number), muted),
                _range(units, _units(hit.preview[hit.preview_start : hit.preview_end]), found),
            ]
        )
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1 << 20)
        layout.endLayout()
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QColor(theme.ink))
        layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
        painter.restore()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format = style
    return made
