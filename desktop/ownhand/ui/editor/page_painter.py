"""Paints what the text itself does not show: the tint of generated text, its marks, the context line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit

from ownhand.document.spans import GENERATED
from ownhand.ui.editor.code_points import unit_length
from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.provenance import block_origins

_MARK_WIDTH = 3.0
_MARK_GAP = 10.0

# Hebrew, Arabic and their neighbours, and the characters that turn the direction.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class PagePainter:
    """Paints beneath and above the text of one editor, only what is in view.

    Attributes:
        colours: In use from the next paint on.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self.colours = PageColours()

    def paint_beneath(self, painter: QPainter) -> None:
        """Tint behind generated characters and a bar in the margin beside their lines."""
        tint, mark = QColor(self.colours.tint), QColor(self.colours.mark)
        margin = self._editor.document().documentMargin()
        height = self._editor.viewport().height()
        for block, origin in self._visible_blocks():
            pieces = list(_generated_pieces(block, -origin.y(), height - origin.y()))
            if not pieces:
                continue
            if _RIGHT_TO_LEFT.search(block.text()):
                _fill_as_selected(painter, block, origin, pieces, tint)
            else:
                for line, first, last in pieces:
                    left, right = _x(line, first), _x(line, last)
                    corner = origin + QPointF(left, line.y())
                    painter.fillRect(QRectF(corner, QSizeF(right - left, line.height())), tint)
            marked = [line for line, _first, _last in pieces]
            for line, following in zip_longest(marked, marked[1:]):
                top, extent = line.y(), line.height()
                if following is not None and following.lineNumber() == line.lineNumber() + 1:
                    extent = following.y() - top  # one bar for lines in a row
                painter.fillRect(
                    QRectF(margin - _MARK_GAP, origin.y() + top, _MARK_WIDTH, extent), mark
                )

    def paint_above(self, painter: QPainter, context_top: float | None) -> None:
        """Dim what is above the context and draw a dashed line where it begins.

        Args:
            painter: On the viewport.
            context_top: Viewport y of the first line that the model sees; None for no line.
        """
        if context_top is None or context_top <= 0:
            return
        viewport = self._editor.viewport().rect()
        paper, dim = QColor(self.colours.paper), QColor(self.colours.dim)
        # The paper stays exactly as it is, and no stroke stands out from it more than dim text does.
        painter.save()
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Lighten
            if paper.lightnessF() > dim.lightnessF()
            else QPainter.CompositionMode.CompositionMode_Darken
        )
        painter.fillRect(QRectF(0, 0, viewport.width(), min(context_top, viewport.height())), dim)
        painter.restore()
        if context_top < viewport.height():
            colour = QColor(self.colours.accent)
            colour.setAlphaF(0.7)
            pen = QPen(colour, 1.0, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([6.0, 5.0])
            painter.setPen(pen)
            margin = self._editor.document().documentMargin()
            y = round(context_top) - 0.5
            painter.drawLine(QPointF(margin, y), QPointF(viewport.width() - margin, y))

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks in view, each with the viewport position of its layout."""
        editor = self._editor
        layout = editor.document().documentLayout()
        offset = QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
        height = editor.viewport().height()
        block = editor.cursorForPosition(editor.viewport().rect().topLeft()).block()
        while block.isValid():
            origin = layout.blockBoundingRect(block).topLeft() - offset
            if origin.y() > height:
                return
            yield block, origin
            block = block.next()


def _generated_pieces(
    block: QTextBlock, top: float, bottom: float
) -> Iterator[tuple[QTextLine, int, int]]:
    """(line, first, past the last) in layout positions, for lines between two heights of the block."""
    layout = block.layout()
    preedit_at, preedit_length = layout.preeditAreaPosition(), unit_length(layout.preeditAreaText())
    ranges: list[tuple[int, int]] = []
    for start, end, origin in block_origins(block):
        if origin == GENERATED:
            first, last = start - block.position(), end - block.position()
            if preedit_length and first >= preedit_at:
                first += preedit_length
            if preedit_length and last > preedit_at:
                last += preedit_length
            ranges.append((first, last))
    if not ranges:
        return
    # Both lists can be long: a novel in one paragraph has thousands of lines.
    number = bisect_left(range(layout.lineCount()), top, key=lambda i: _bottom(layout.lineAt(i)))
    for line in map(layout.lineAt, range(number, layout.lineCount())):
        if line.y() > bottom:
            return
        line_start, line_end = line.textStart(), line.textStart() + line.textLength()
        for first, last in ranges[bisect_left(ranges, line_start, key=itemgetter(1)) :]:
            if first >= line_end:
                break
            first, last = max(first, line_start), min(last, line_end)
            if first < last:
                yield line, first, last


def _bottom(line: QTextLine) -> float:
    return line.y() + line.height()


def _fill_as_selected(
    painter: QPainter,
    block: QTextBlock,
    origin: QPointF,
    pieces: list[tuple[QTextLine, int, int]],
    tint: QColor,
) -> None:
    """Fill behind characters where directions mix: Qt knows where a selection of them would lie."""
    style = QTextCharFormat()
    style.setBackground(tint)
    style.setForeground(tint)  # the text itself is drawn later
    ranges: list[QTextLayout.FormatRange] = []
    for _line, first, last in pieces:
        filled = QTextLayout.FormatRange()
        filled.start, filled.length = first, last - first
        filled.format = style
        ranges.append(filled)
    painter.save()
    painter.setPen(QColor(Qt.GlobalColor.transparent))
    layout = block.layout()
    # `draw` adds the position that the layout has in the document.
    layout.draw(painter, origin - layout.position(), ranges, QRectF(painter.viewport()))
    painter.restore()


def _x(line: QTextLine, position: int) -> float:
    """Horizontal position of the caret before a character."""
    answer: object = line.cursorToX(position)
    # The stubs say int; PySide gives (x, position).
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
