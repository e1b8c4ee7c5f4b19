"""Origins of the text in a QTextDocument: invisible properties of its characters.

It is part of the character format, so that editing, undo and redo carry it exactly; it changes
nothing that can be seen. The page paints from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from ownhand.document.spans import Span, Spans, normalised

ORIGIN = QTextFormat.Property.UserProperty.value + 1
RECORD = ORIGIN + 1


def origin_format(origin: str | None, record: str = "") -> QTextCharFormat:
    """The character format of text of this origin; None is what the writer typed.

    Args:
        origin: As in `Span`.
        record: Id of the record of its generation.
    """
    character_format = QTextCharFormat()
    if origin is not None:
        character_format.setProperty(ORIGIN, origin)
        if record:
            character_format.setProperty(RECORD, record)
    return character_format


def insert_with_spans(cursor: QTextCursor, text: str, spans: Spans) -> None:
    """Insert text at a cursor, each part in the format of its origin."""
    position = 0
    for span in spans:
        cursor.insertText(text[position : span.start], origin_format(None))
        cursor.insertText(text[span.start : span.end], origin_format(span.origin, span.record))
        position = span.end
    cursor.insertText(text[position:], origin_format(None))


def block_spans(block: QTextBlock) -> Iterator[Span]:
    """The spans within a block, in UTF-16 units of the document; neighbours are not joined."""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        start = fragment.position()
        span = _span(fragment.charFormat(), start, start + fragment.length())
        if span is not None:
            yield span
        iterator += 1
    # The line end after the block keeps its origin in the format of the block that follows.
    following = block.next()
    if following.isValid():
        span = _span(following.charFormat(), following.position() - 1, following.position())
        if span is not None:
            yield span


def unit_spans(document: QTextDocument, start: int, end: int) -> Spans:
    """Spans between two positions, all in UTF-16 units of the document."""
    found: list[Span] = []
    block = document.findBlock(max(start - 1, 0))
    while block.isValid() and block.position() <= end:
        for span in block_spans(block):
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                found.append(span.at(first, last))
        block = block.next()
    return normalised(found)


def _span(character_format: QTextCharFormat, start: int, end: int) -> Span | None:
    origin = character_format.property(ORIGIN)
    if not origin:
        return None
    return Span(start, end, str(origin), str(character_format.property(RECORD) or ""))
