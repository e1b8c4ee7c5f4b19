"""Waves beneath the words in view that the dictionary does not know.

Nothing is kept between paints but what was found in pieces of text seen lately, so that typing costs no
more in a long text than in a short one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLayout

from ownhand.ui.editor.code_points import unit_length
from ownhand.ui.editor.in_view import caret_x, line_bottom, visible_blocks
from ownhand.ui.editor.page_view import PageView

_BESIDE = 48  # characters beside what is in view, so that no word is cut in half
_BELOW, _HEIGHT, _STEP = 2.5, 2.0, 2.0

Misspelt = Callable[[str], list[tuple[int, int]]]


class Waves:
    """Paints over one page.

    Args:
        page: Its viewport is painted on.
        misspelt: Gives (start, end) of the wrong words in a piece of text.

    Attributes:
        colour: Of the waves.
    """

    def __init__(self, page: PageView, misspelt: Misspelt) -> None:
        self.colour = QColor("#a33")
        self._page = page
        self._misspelt = lru_cache(256)(misspelt)

    def forget(self) -> None:
        """The dictionary knows other words now."""
        self._misspelt.cache_clear()
        self._page.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the waves of what is in view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour, 1.1))
        caret = self._page.textCursor().position() if self._page.hasFocus() else -1
        for block, origin in visible_blocks(self._page):
            layout = block.layout()
            if layout.preeditAreaText():
                continue  # an input method or a preview is at it
            for start, end in self._wrong_in_view(block, origin.y()):
                if not start <= caret - block.position() <= end:  # that one is being written
                    _paint_wave(painter, layout, origin, start, end)

    def _wrong_in_view(self, block: QTextBlock, top: float) -> Iterator[tuple[int, int]]:
        """(start, end) in UTF-16 units of the block."""
        layout, height = block.layout(), self._page.viewport().height()
        lines = range(layout.lineCount())
        if not lines:
            return
        first = bisect_left(lines, -top, key=lambda n: line_bottom(layout.lineAt(n)))
        last = bisect_left(lines, height - top, first, key=lambda n: layout.lineAt(n).y())
        if first >= last:
            return
        begin = layout.lineAt(first).textStart()
        end = layout.lineAt(last - 1).textStart() + layout.lineAt(last - 1).textLength()
        text = block.text()
        plain = len(text) == block.length() - 1  # else some characters are two units
        if plain:
            begin, end = max(0, begin - _BESIDE), end + _BESIDE
            for start, stop in self._misspelt(text[begin:end]):
                yield begin + start, begin + stop
        else:
            for start, stop in self._misspelt(text):
                yield unit_length(text[:start]), unit_length(text[:stop])


def _paint_wave(
    painter: QPainter, layout: QTextLayout, origin: QPointF, start: int, end: int
) -> None:
    line = layout.lineForTextPosition(start)
    if not line.isValid():
        return
    ends = (caret_x(line, start), caret_x(line, min(end, line.textStart() + line.textLength())))
    left, right = min(ends) + origin.x(), max(ends) + origin.x()
    y = origin.y() + line.y() + line.ascent() + _BELOW
    points = QPolygonF()
    for n in range(int((right - left) / _STEP) + 1):
        points.append(QPointF(left + n * _STEP, y + (_HEIGHT if n % 2 else 0.0)))
    painter.drawPolyline(points)
