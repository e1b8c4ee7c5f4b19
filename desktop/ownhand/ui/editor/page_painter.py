"""Paints what the text itself does not show: generated text, copied passages, where the context begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QPixmap,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit

from ownhand.bridge.translation import tr
from ownhand.document.spans import EDITED, GENERATED, PASTED
from ownhand.ui.editor.code_points import unit_length
from ownhand.ui.editor.colours import Ground, PageColours
from ownhand.ui.editor.in_view import PlacedBlock, caret_x, line_bottom, visible_blocks
from ownhand.ui.editor.provenance import block_spans

_MARK_WIDTH = 3.0
_MARK_GAP = 10.0
_BROKEN = 4
_PAINTED = (EDITED, PASTED, GENERATED)
_DOT = 2.0
_DOTTED = Qt.PenStyle.DotLine
_BELOW = 3.0
"""From the baseline to the top of the dots beneath a copied passage."""

# Hebrew, Arabic and their neighbours, and the characters that turn the direction.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class PagePainter:
    """Paints beneath and above the text of one editor, only what is in view.

    Attributes:
        colours: In use from the next paint on.
        copied: Passages with characters between two positions, as (start, end), all in UTF-16 units.
        grounds: What lies behind characters between two positions, as (start, end, ground), instead of
            the tint; None where nothing takes its place.
        pasted_shown: Whether pasted text has a sign in the margin.
        found: Places found between two positions, as (start, end), all in UTF-16 units.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self.colours = PageColours()
        self._dot: tuple[tuple[str, float], QPixmap] | None = None
        self.copied: Callable[[int, int], Sequence[tuple[int, int]]] = lambda _first, _last: ()
        self.grounds: Callable[[int, int], Sequence[tuple[int, int, Ground]]] | None = None
        self.pasted_shown = False
        self.found: Callable[[int, int], Sequence[tuple[int, int]]] | None = None

    def paint_beneath(self, painter: QPainter) -> None:
        """What shows where the text comes from: a tint behind characters, a bar beside their lines."""
        blocks = tuple(visible_blocks(self._editor))
        self._paint_origins(painter, blocks)
        self._paint_grounds(painter, blocks)
        self._paint_found(painter, blocks)
        self._paint_copied(painter, blocks)

    def _paint_origins(self, painter: QPainter, blocks: Sequence[PlacedBlock]) -> None:
        height = self._editor.viewport().height()
        for block, origin in blocks:
            places: dict[str, list[tuple[int, int]]] = {}
            for span in block_spans(block):
                places.setdefault(span.origin, []).append((span.start, span.end))
            for name in _PAINTED:
                if name in places and (name != PASTED or self.pasted_shown):
                    view = -origin.y(), height - origin.y()
                    pieces = list(_pieces(block, places[name], *view))
                    if tint := self._tint_of(name):
                        _fill(painter, block, origin, pieces, tint)
                    if name == EDITED:
                        self._underline(painter, block, origin, pieces)
                    self._paint_bars(painter, name, origin, [line for line, *_ in pieces])

    def _tint_of(self, origin: str) -> QColor | None:
        """What lies behind text; a light veil of it where the writer changed the word since."""
        if origin == PASTED or self.grounds is not None:
            return None
        tint = QColor(self.colours.tint)
        if origin == EDITED:
            tint.setAlphaF(0.5)
        return tint

    def _underline(
        self,
        painter: QPainter,
        block: QTextBlock,
        at: QPointF,
        pieces: list[tuple[QTextLine, int, int]],
    ) -> None:
        """A hairline beneath words that were changed since: the tint alone would be colour alone."""
        mark = QColor(self.colours.mark)
        mixed = bool(_RIGHT_TO_LEFT.search(block.text()))
        for line, first, last in pieces:
            y = at.y() + line.y() + line.height() - 1.0
            for left, right in _stretches(line, first, last, mixed):
                painter.fillRect(QRectF(at.x() + left, y, right - left, 1.0), mark)

    def _paint_bars(
        self, painter: QPainter, origin: str, at: QPointF, lines: Sequence[QTextLine]
    ) -> None:
        """In the margin: a bar beside generated lines, a broken one beside words changed since, and a
        hollow one beside pasted lines."""
        mark = QColor(self.colours.mark)
        left = self._editor.document().documentMargin() - _MARK_GAP
        for line, following in zip_longest(lines, lines[1:]):
            top, extent = line.y(), line.height()
            if following is not None and following.lineNumber() == line.lineNumber() + 1:
                extent = following.y() - top  # one bar for lines in a row
            bar = QRectF(left, at.y() + top, _MARK_WIDTH, extent)
            if origin == GENERATED:
                painter.fillRect(bar, mark)
            elif origin == EDITED:
                for piece in range(0, int(extent), 2 * _BROKEN):
                    size = min(_BROKEN, extent - piece)
                    painter.fillRect(QRectF(left, bar.top() + piece, _MARK_WIDTH, size), mark)
            else:
                painter.fillRect(QRectF(left - _MARK_WIDTH, bar.top(), 1.0, extent), mark)
                painter.fillRect(QRectF(left, bar.top(), 1.0, extent), mark)

    def _paint_grounds(self, painter: QPainter, blocks: Sequence[PlacedBlock]) -> None:
        """What was asked to lie behind characters, and dots beneath where that says so."""
        if self.grounds is None:
            return
        height = self._editor.viewport().height()
        for block, origin in blocks:
            mixed = bool(_RIGHT_TO_LEFT.search(block.text()))
            for start, end, ground in self.grounds(
                block.position(), block.position() + block.length()
            ):
                colour = QColor(ground.colour)
                one = [(start, end)]
                for line, first, last in _pieces(block, one, -origin.y(), height - origin.y()):
                    for left, right in _stretches(line, first, last, mixed):
                        corner = origin + QPointF(left, line.y())
                        place = QRectF(corner, QSizeF(right - left, line.height()))
                        painter.fillRect(place, colour)
                        if ground.dotted:
                            y = corner.y() + line.ascent() + _BELOW
                            painter.setPen(QPen(QColor(self.colours.ink), 1.5, _DOTTED))
                            painter.drawLine(
                                QPointF(place.left(), y), QPointF(place.right() - 1, y)
                            )

    def _paint_found(self, painter: QPainter, blocks: Sequence[PlacedBlock]) -> None:
        """A box around each place found, on a ground of its own."""
        if self.found is None:
            return
        height = self._editor.viewport().height()
        ground, edge = QColor(self.colours.accent), QColor(self.colours.accent)
        ground.setAlphaF(0.16)
        edge.setAlphaF(0.6)
        for block, origin in blocks:
            places = self.found(block.position(), block.position() + block.length())
            mixed = bool(places) and bool(_RIGHT_TO_LEFT.search(block.text()))
            for line, first, last in _pieces(block, places, -origin.y(), height - origin.y()):
                for left, right in _stretches(line, first, last, mixed):
                    corner = origin + QPointF(left, line.y())
                    box = QRectF(corner, QSizeF(right - left, line.height()))
                    painter.fillRect(box, ground)
                    painter.setPen(QPen(edge, 1.0))
                    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_copied(self, painter: QPainter, blocks: Sequence[PlacedBlock]) -> None:
        """Dots beneath copied passages, and a ditto sign in the margin where each begins."""
        height = self._editor.viewport().height()
        dots = self._dots(painter.device().devicePixelRatio())
        for block, origin in blocks:
            passages = self.copied(block.position(), block.position() + block.length())
            if not passages:
                continue
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            text = block.text()
            mixed = bool(_RIGHT_TO_LEFT.search(text))
            for start, end in passages:
                begin = start - block.position()
                one = [(start, end)]
                for line, first, last in _pieces(block, one, -origin.y(), height - origin.y()):
                    y = origin.y() + line.y() + line.ascent() + _BELOW
                    for left, right in _stretches(line, first, last, mixed):
                        # Whole dots only, so that two passages in a row have a gap between them.
                        count = int((right - left - _DOT) / (2 * _DOT))
                        row = QRectF(origin.x() + left, round(y), 2 * _DOT * count, 2 * _DOT)
                        painter.drawTiledPixmap(row, dots)
                if begin >= 0:
                    line = block.layout().lineForTextPosition(begin)
                    self._paint_ditto(painter, origin.y() + line.y() + line.ascent())
            painter.restore()

    def _dots(self, ratio: float) -> QPixmap:
        """One dot and its gap; a dashed line of round dots would take ten times as long to paint."""
        key = (self.colours.accent, ratio)
        if self._dot is None or self._dot[0] != key:
            size = round(2 * _DOT * ratio)
            dot = QPixmap(size, size)
            dot.setDevicePixelRatio(ratio)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.accent))
            painter.drawEllipse(QRectF(_DOT / 2, 0, _DOT, _DOT))
            painter.end()
            self._dot = (key, dot)
        return self._dot[1]

    def _paint_ditto(self, painter: QPainter, baseline: float) -> None:
        """Two short strokes, as one writes them for "the same again"."""
        right = self._editor.document().documentMargin() - _MARK_GAP - 3.0
        height = 0.42 * QFontMetricsF(self._editor.font()).xHeight() + 2.0
        painter.setPen(QPen(QColor(self.colours.accent), 1.8, c=Qt.PenCapStyle.RoundCap))
        middle = baseline - 0.5 * QFontMetricsF(self._editor.font()).xHeight()
        for x in (right - 8.0, right - 3.5):
            painter.drawLine(QPointF(x + 1.5, middle - height / 2), QPointF(x, middle + height / 2))

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
            self._paint_context_label(painter, viewport.width() - margin, y)

    def _paint_context_label(self, painter: QPainter, right: float, y: float) -> None:
        """In words what the line is, small enough to stand between two lines of text."""
        label = tr("the model reads from here on")
        font = QGuiApplication.font()
        font.setPointSizeF(0.8 * font.pointSizeF())
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(label), metrics.capHeight() + metrics.descent()
        ground = QRectF(right - width - 8.0, y - height / 2, width + 8.0, height)
        painter.fillRect(ground, QColor(self.colours.paper))
        painter.setFont(font)
        painter.setPen(QColor(self.colours.accent))
        painter.drawText(QPointF(right - width, y + metrics.capHeight() / 2), label)


def _pieces(
    block: QTextBlock, positions: Sequence[tuple[int, int]], top: float, bottom: float
) -> Iterator[tuple[QTextLine, int, int]]:
    """(line, first, past the last) in layout positions, for lines between two heights of the block.

    Args:
        block: The paragraph.
        positions: (start, end) in units of the document; ends and starts ascend.
        top: Of what is in view, in the block.
        bottom: Likewise.
    """
    layout = block.layout()
    preedit_at, preedit_length = layout.preeditAreaPosition(), unit_length(layout.preeditAreaText())
    ranges: list[tuple[int, int]] = []
    for start, end in positions:
        first, last = start - block.position(), end - block.position()
        if preedit_length and first >= preedit_at:
            first += preedit_length
        if preedit_length and last > preedit_at:
            last += preedit_length
        ranges.append((first, last))
    if not ranges:
        return
    # Both lists can be long: a novel in one paragraph has thousands of lines.
    number = bisect_left(
        range(layout.lineCount()), top, key=lambda i: line_bottom(layout.lineAt(i))
    )
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


def _fill(
    painter: QPainter,
    block: QTextBlock,
    origin: QPointF,
    pieces: list[tuple[QTextLine, int, int]],
    tint: QColor,
) -> None:
    """Fill behind characters."""
    if _RIGHT_TO_LEFT.search(block.text()):
        _fill_as_selected(painter, block, origin, pieces, tint)
        return
    for line, first, last in pieces:
        left, right = caret_x(line, first), caret_x(line, last)
        corner = origin + QPointF(left, line.y())
        painter.fillRect(QRectF(corner, QSizeF(right - left, line.height())), tint)


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


def _stretches(
    line: QTextLine, first: int, last: int, mixed: bool
) -> Iterator[tuple[float, float]]:
    """(left, right) of characters in a line; several where directions are mixed."""
    if not mixed:
        yield caret_x(line, first), caret_x(line, last)
        return
    left = right = 0.0
    for position in range(first, last):
        here = sorted((caret_x(line, position), caret_x(line, position, QTextLine.Edge.Trailing)))
        if position == first:
            left, right = here
        elif here[0] <= right + 1 and here[1] >= left - 1:
            left, right = min(left, here[0]), max(right, here[1])
        else:
            yield left, right
            left, right = here
    yield left, right
