"""Generated text in a QTextDocument: an invisible property of its characters.

It is part of the character format, so that editing, undo and redo carry it exactly; it changes
nothing that can be seen. The page paints from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from ownhand.document.spans import Span, Spans, normalised

ORIGIN = QTextFormat.Property.UserProperty.value + 1


def origin_format(origin: str | None) -> QTextCharFormat:
    """The character format of text of this origin; None is the writer's own."""
    character_format = QTextCharFormat()
    if origin is not None:
        character_format.setProperty(ORIGIN, origin)
    return character_format


def block_origins(block: QTextBlock) -> Iterator[tuple[int, int, str]]:
    """(first, past the last, origin) within a block, in UTF-16 units of the document."""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        origin = fragment.charFormat().property(ORIGIN)
        if origin:
            start = fragment.position()
            yield start, start + fragment.length(), str(origin)
        iterator += 1
    # The line end after the block keeps its origin in the format of the block that follows.
    following = block.next()
    if following.isValid():
        origin = following.charFormat().property(ORIGIN)
        if origin:
            yield following.position() - 1, following.position(), str(origin)


def unit_spans(document: QTextDocument, start: int, end: int) -> Spans:
    """Spans between two positions, all in UTF-16 units of the document."""
    found: list[Span] = []
    block = document.findBlock(max(start - 1, 0))
    while block.isValid() and block.position() <= end:
        for first, last, origin in block_origins(block):
            first, last = max(first, start), min(last, end)
            if first < last:
                found.append(Span(first, last, origin))
        block = block.next()
    return normalised(found)
