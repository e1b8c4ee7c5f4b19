"""What of an editor's text is in view, and where: for whoever paints on its viewport."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

PlacedBlock = tuple[QTextBlock, QPointF]
"""A paragraph, and the viewport position of its layout."""


def visible_blocks(editor: QTextEdit) -> Iterator[PlacedBlock]:
    """The paragraphs in view, from the top. Finding the first one costs a millisecond in a long text."""
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


def line_bottom(line: QTextLine) -> float:
    """Lower edge of a line, in its layout."""
    return line.y() + line.height()


def caret_x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Horizontal position of the caret before a character, or behind it."""
    answer: object = line.cursorToX(position, edge)
    # The stubs say int; PySide gives (x, position).
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
