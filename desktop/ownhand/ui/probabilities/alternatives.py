"""The list of what might stand in the place of a token, with how likely each is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.theme import Theme

_BAR = 96
_GAP = 12
_SHARE, _LONGEST = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROWS = 10


def spoken(text: str, before: str) -> str:
    """How a token is written in the list.

    Args:
        text: The token.
        before: The text before it; a token that goes on with its last word is led in by dots.
    """
    if not text:
        return tr("(the text ends)")
    if not text.strip():
        lines = text.count("\n")
        return tr("(new line)") if lines == 1 else tr("(empty line)") if lines else tr("(space)")
    joins = text[0].isalnum() and before[-1:].isalnum()
    return ("…" if joins else "") + text.strip()


def percent(share: float) -> str:
    """A probability in words: "12.3 %", "0.04 %", "< 0.01 %"."""
    value = 100 * share
    if value < 0.01:
        return "< 0.01 %"
    return f"{value:.2f} %" if value < 1 else f"{value:.1f} %"


class _BarDelegate(QStyledItemDelegate):
    """A row: text, bar, number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row; the chosen one on the ground of a selection."""
        theme, share = self._theme, float(index.data(_SHARE))
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        metrics: QFontMetrics = option.fontMetrics
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
        painter.setPen(QColor(theme.ink))
        inner = rect.adjusted(10, 0, -10, 0)
        number = metrics.horizontalAdvance("100.0 % ")
        text = inner.adjusted(0, 0, -(number + _BAR + 2 * _GAP), 0)
        shown = metrics.elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, text.width()
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, percent(share))
        groove = QRect(inner.right() - number - _BAR - _GAP, inner.center().y() - 2, _BAR, 5)
        painter.fillRect(groove, QColor(theme.groove))
        groove.setWidth(max(1, round(_BAR * share / float(index.data(_LONGEST)))))
        painter.fillRect(groove, QColor(theme.accent))

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A row with some air."""
        metrics: QFontMetrics = option.fontMetrics
        return QSize(0, metrics.height() + 8)


class AlternativesPopup(QFrame):
    """A list beside a token. Enter or a click takes one; Esc, or going elsewhere, takes none.

    Attributes:
        list: The rows.
    """

    chosen = Signal(str)
    """The text that shall stand there."""
    key_passed = Signal(QKeyEvent)
    """The writer typed something that is no matter of the list: it is for the page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("alternatives")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Other words for this place"))
        self._texts: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("alternativesList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("Other words for this place"))
        self.list.setItemDelegate(_BarDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        self.list.installEventFilter(self)
        self._note = QLabel(self)
        self._note.setObjectName("alternativesNote")
        self._note.setWordWrap(True)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 6, 1, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(self._note)
        self._note.setContentsMargins(10, 0, 10, 0)
        self.setStyleSheet(
            f"#alternatives {{ background: {theme.control}; border: 1px solid {theme.control_edge}; }}"
            f"#alternatives QListWidget {{ background: {theme.control}; border: none; padding: 0; }}"
            f"#alternatives QLabel {{ color: {theme.muted}; }}"
        )

    def show_for(
        self,
        own: str,
        probability: float,
        alternatives: Sequence[tuple[str, float]],
        before: str,
        note: str,
        below: QRect,
    ) -> None:
        """Open beside a token.

        Args:
            own: The token that stands there.
            probability: How likely it is.
            alternatives: The likeliest ones; `own` is put among them if it is not one.
            before: The text before it.
            note: What choosing does.
            below: Where it stands on the screen.
        """
        entries = list(alternatives)
        if all(text != own for text, _ in entries):
            entries.append((own, probability))
        self._texts = tuple(text for text, _ in entries)
        for text, share in entries:
            name = spoken(text, before)
            if text == own:
                name = tr("{word}  (stands there)").format(word=name)
            item = QListWidgetItem(name, self.list)
            item.setData(_SHARE, share)
            item.setData(_LONGEST, max(1e-9, *(p for _, p in entries)))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr("{word}, {share}").format(word=name, share=percent(share)),
            )
            if not text:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)  # there is nothing to put in
        self.list.setCurrentRow(self._texts.index(own))
        self._note.setText(note)
        metrics = QFontMetrics(self.list.font())
        longest = max(
            metrics.horizontalAdvance(self.list.item(i).text()) for i in range(len(entries))
        )
        number = metrics.horizontalAdvance("100.0 % ")
        width = min(max(longest, 120), 360) + number + _BAR + 2 * _GAP + 36
        rows = min(len(entries), _ROWS)
        self.list.setFixedSize(width, rows * (metrics.height() + 8) + 4)
        self.adjustSize()
        self._place(below)
        self.show()
        self.list.setFocus()

    def eventFilter(self, _watched: object, event: object) -> bool:
        """Enter takes the row; what writes closes the list and goes to the page."""
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.list.currentRow())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if event.text().isprintable() and event.text():
            self.close()
            self.key_passed.emit(event)
            return True
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another window came forward."""
        super().focusOutEvent(event)
        self.close()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._texts) and self._texts[row]:
            text = self._texts[row]
            self.close()
            self.chosen.emit(text)

    def _place(self, below: QRect) -> None:
        """Beneath the token, or above it where the screen ends."""
        place = below.bottomLeft() + QPoint(0, 4)
        screen = self.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(below.top() - self.height() - 4)
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
