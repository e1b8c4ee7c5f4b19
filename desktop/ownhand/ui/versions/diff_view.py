"""Shows what differs between two texts; colour is never the only sign."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.differences import Differences, Piece, shortened
from ownhand.ui.theme import Theme

_LONGEST = 60_000  # characters shown at once; laying out more takes longer than a blink


class DiffView(QTextEdit):
    """What went is struck out, what came is underlined, what stayed is cut to its edges."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passage")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("What differs"))
        self._theme = theme
        self._shown: Differences | str = ""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        if isinstance(self._shown, Differences):
            self.show_differences(self._shown)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence instead of differences."""
        self._shown = sentence
        self.setPlainText(sentence)

    def show_differences(self, found: Differences) -> None:
        """Show what differs."""
        self._shown = found
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spacing)
        left, before = _LONGEST, ""
        for part in shortened(found.pieces):
            if left <= 0:
                cursor.insertText("\n" + tr("… and more, too long to show here."), self._aside())
                break
            if isinstance(part, Piece):
                text = part.text[:left]
                if part.kind == "came" and before == "gone":
                    cursor.insertText("\u2009", QTextCharFormat())  # so that the two words stay two
                cursor.insertText(text, self._format(part))
                left -= len(text)
                before = part.kind
            else:
                self._insert_gap(cursor, part)
                before = ""
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert_gap(self, cursor: QTextCursor, lines: int) -> None:
        if not cursor.atBlockStart():
            cursor.insertText("\n", QTextCharFormat())
        gap = tr("⋯ %Ln lines are the same ⋯", n=lines)
        cursor.insertText(gap + "\n", self._aside())

    def _aside(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.muted))
        style.setFontItalic(True)
        return style

    def _format(self, piece: Piece) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.ink))
        if piece.kind == "gone":
            style.setFontStrikeOut(True)
            style.setBackground(QColor(self._theme.problem))
            style.setForeground(QColor(self._theme.problem_mark))
        elif piece.kind == "came":
            style.setFontUnderline(True)
            style.setFontWeight(QFont.Weight.DemiBold)
            style.setBackground(QColor(self._theme.tint))
        return style
