"""Text that is shown at a place of the document without being part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)


class Preview:
    """Shows text at a cursor through the layout's preedit area, as input methods do.

    So it wraps and pushes the text after it, yet is neither in the document nor in its history.
    While an input method composes in the same paragraph, the preview steps aside.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor: QTextCursor | None = None
        self._block: QTextBlock | None = None
        self._text = ""
        self._colour = QColor()
        self._updating = False
        self._hidden = False
        self._aside = 0

    @property
    def text(self) -> str:
        """What is shown; "" for nothing."""
        return self._text

    def set_colour(self, colour: QColor) -> None:
        """Colour from now on."""
        self._colour = colour
        self.refresh()

    def show(self, cursor: QTextCursor, text: str) -> None:
        """Show `text` at `cursor` (which follows edits) instead of what was shown; "" for nothing."""
        if text == self._text and (not text or cursor == self._cursor):
            return
        self._text = text.replace("\n", "\u2028")
        self._cursor = QTextCursor(cursor) if text else None
        self.refresh()

    def refresh(self) -> None:
        """Put the preview where its cursor is now; to be called after every edit."""
        if self._updating or (self._block is None and not self._text):
            return
        self._updating = True
        try:
            self._clear()
            if self._cursor is not None and self._text and not (self._hidden or self._aside):
                self._put(self._cursor)
        finally:
            self._updating = False

    def is_before(self, caret: QTextCursor) -> bool:
        """Whether a caret or an end of its selection stands behind the preview in its paragraph."""
        if self._cursor is None:
            return False
        block, position = self._cursor.block(), self._cursor.position()
        end = block.position() + block.length()
        return any(position < p < end for p in (caret.position(), caret.anchor()))

    def set_hidden(self, hidden: bool) -> None:
        """Hide it for as long as something else needs its place."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.refresh()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take it off within the block."""
        self._aside += 1
        self.refresh()
        try:
            yield
        finally:
            self._aside -= 1
            self.refresh()

    def _clear(self) -> None:
        block, self._block = self._block, None
        if block is not None and block.isValid() and block.layout() is not None:
            block.layout().setPreeditArea(-1, "")
            block.layout().clearFormats()
            self._document.markContentsDirty(block.position(), block.length())

    def _put(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        layout = block.layout()
        layout.setPreeditArea(cursor.positionInBlock(), self._text)
        shown = QTextLayout.FormatRange()
        shown.start = cursor.positionInBlock()
        shown.length = len(self._text.encode("utf-16-le")) // 2
        shown.format = QTextCharFormat()
        shown.format.setForeground(self._colour)
        shown.format.setFontItalic(True)
        layout.setFormats([shown])
        self._block = block
        self._document.markContentsDirty(block.position(), block.length())
