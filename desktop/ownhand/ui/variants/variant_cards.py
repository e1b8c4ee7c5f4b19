"""The variants of a place as cards with a preview, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.tooltip import tooltip_of
from ownhand.ui.variants.variant_facts import VariantFacts

_FACTS = Qt.ItemDataRole.UserRole
_LINES = 5
_MARGIN, _PADDING, _BAR = 4, 10, 4

Index = QModelIndex | QPersistentModelIndex


class VariantCards(QListWidget):
    """A list of variants; Enter or a double click chooses one.

    Attributes:
        current_id: The variant that is selected, or "".
    """

    chosen = Signal(str)
    """This variant should stand in the text."""
    delete_requested = Signal(str)
    """This variant should go."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variantCards")
        self.setAccessibleName(tr("Variants of this place"))
        self.setAccessibleDescription(tr("Enter puts the selected variant into the text."))
        self.setItemDelegate(_CardDelegate(themes, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.itemActivated.connect(lambda item: self.chosen.emit(_facts(item).id))
        themes.theme_changed.connect(self.viewport().update)

    @property
    def current_id(self) -> str:
        """The variant that is selected, or ""."""
        item = self.currentItem()
        return _facts(item).id if item is not None else ""

    @property
    def shown(self) -> tuple[VariantFacts, ...]:
        """What the list shows."""
        return tuple(_facts(self.item(row)) for row in range(self.count()))

    def show_variants(self, variants: Sequence[VariantFacts]) -> None:
        """Show these; the selection stays where it was, or goes to the one in the text."""
        known = [facts.id for facts in self.shown]
        if known[: len(variants)] != [facts.id for facts in variants][: len(known)]:
            self.clear()
        while self.count() > len(variants):
            self.takeItem(self.count() - 1)
        for row, facts in enumerate(variants):
            if row == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(row)
            before = item.data(_FACTS)
            if before == facts:
                continue
            item.setData(_FACTS, facts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, facts.spoken)
            item.setToolTip(tooltip_of(facts.text[:1200]))
            if facts.present and (before is None or not before.present):
                self.setCurrentItem(item)
                self.scrollToItem(item)
        if self.currentItem() is None and self.count():
            self.setCurrentRow(0)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Previews wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: Any) -> None:
        """Delete deletes."""
        if event.key() == Qt.Key.Key_Delete and self.current_id:
            self.delete_requested.emit(self.current_id)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_id:
                self.chosen.emit(self.current_id)
            return
        super().keyPressEvent(event)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card: the first lines (of one that is being written the last ones) and a line about it."""

    def __init__(self, themes: ThemeSwitch, parent: VariantCards) -> None:
        super().__init__(parent)
        self._themes = themes
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its preview."""
        facts: VariantFacts = index.data(_FACTS)
        width = self._view.viewport().width()
        metrics = QFontMetrics(self._view.font())
        about = _small(self._view.font())
        inner = max(40, width - 2 * (_MARGIN + _PADDING) - _BAR)
        lines = len(_lines(facts, self._view.font(), inner))
        about_lines = len(_wrapped(_about(facts), about, inner))
        height = lines * metrics.lineSpacing() + 4 + about_lines * QFontMetrics(about).lineSpacing()
        return QSize(width, height + 2 * (_PADDING - 2) + _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As the class says."""
        facts: VariantFacts = index.data(_FACTS)
        theme, font = self._themes.theme, self._view.font()
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        card = rect.adjusted(1, 1, -2, -_MARGIN)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = selected and self._view.hasFocus()
        edge = theme.accent if focused else theme.control_edge if selected else theme.edge
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        ground = theme.tint if facts.present else theme.hover if hovered else theme.control
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, 6, 6)
        if facts.present:
            bar = QRect(card.left() + 4, card.top() + 8, 3, card.height() - 16)
            painter.fillRect(bar, QColor(theme.accent))
        left = card.left() + _PADDING + _BAR
        width = max(40, rect.width() - 2 * (_MARGIN + _PADDING) - _BAR)
        top = card.top() + _PADDING - 3
        painter.setPen(QColor(theme.ink))
        top = _draw(painter, _lines(facts, font, width), font, left, top)
        painter.setPen(QColor(theme.muted))
        about = _small(font)
        _draw(painter, _wrapped(_about(facts), about, width), about, left, top + 4)
        painter.restore()

    def helpEvent(self, event: Any, view: Any, option: Any, index: Any) -> bool:
        """No tooltip where the preview shows all."""
        facts: VariantFacts | None = index.data(_FACTS)
        if event.type() == QEvent.Type.ToolTip and facts is not None:
            width = max(40, self._view.viewport().width() - 2 * (_MARGIN + _PADDING) - _BAR)
            if len(_wrapped(facts.text.strip(), self._view.font(), width)) <= _LINES:
                return False
        return super().helpEvent(event, view, option, index)


def _facts(item: QListWidgetItem) -> VariantFacts:
    facts: VariantFacts = item.data(_FACTS)
    return facts


def _about(facts: VariantFacts) -> str:
    place = f"{facts.position}/{facts.count}"
    present = [tr("in the text")] if facts.present else []
    parts = [place, *present, *facts.about.split(" · ")]
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def _lines(facts: VariantFacts, font: QFont, width: int) -> list[str]:
    """The lines of the preview."""
    text = facts.text.strip()
    if facts.running and len(text) > 3000:
        text = text[-3000:]
    lines = _wrapped(text[:3000] or "…", font, width)
    if len(lines) <= _LINES:
        return lines
    if facts.running:
        return ["… " + lines[-_LINES].lstrip(), *lines[1 - _LINES :]]
    last = QFontMetrics(font).elidedText(
        lines[_LINES - 1] + " …" * 3, Qt.TextElideMode.ElideRight, width
    )
    return [*lines[: _LINES - 1], last]


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    found: list[str] = []
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            continue
        layout = QTextLayout(paragraph, font)
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            units = paragraph.encode("utf-16-le", "surrogatepass")
            found.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace"))
            line = layout.createLine()
        layout.endLayout()
    return found


def _draw(painter: QPainter, lines: list[str], font: QFont, left: int, top: int) -> int:
    painter.setFont(font)
    metrics = QFontMetrics(font)
    for line in lines:
        painter.drawText(left, top + metrics.ascent(), line)
        top += metrics.lineSpacing()
    return top


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return smaller
