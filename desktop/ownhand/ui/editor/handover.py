"""Generated words that an edit changes become the writer's, as part of the edit's undo step."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from ownhand.document.spans import clipped
from ownhand.document.words import touched_by_edit, word_after, word_before
from ownhand.ui.editor.mirror import Edit, TextMirror
from ownhand.ui.editor.provenance import origin_format

_LOCAL = 80  # characters beside an edit that are looked at; longer than any word


class Handover:
    """Finds the generated characters that an edit makes the writer's, and takes their mark off."""

    def __init__(self, mirror: TextMirror) -> None:
        self._mirror = mirror
        self._pending: list[QTextCursor] = []

    def may_follow(self, caret: QTextCursor, typed: str) -> bool:
        """Whether a key press may make generated characters the writer's.

        Args:
            caret: Caret and selection before it.
            typed: What it puts in; "" if that is not known.
        """
        text, spans = self._mirror.text, self._mirror.spans
        if not spans:
            return False
        start, end = self._selected(caret)
        if typed and start == end:
            left, right = touched_by_edit(text, start, 0, typed)
            return bool(clipped(spans, start - left, end + right))
        # One character more on either side for Backspace and Delete.
        return bool(clipped(spans, word_before(text, start) - 1, word_after(text, end) + 1))

    def prepare_typing(self, caret: QTextCursor, typed: str) -> None:
        """Take the mark off the words that typing is about to change, and remove the selection.

        Done before the insertion, so that the letters typed next join its undo step. To be called
        within an edit block.
        """
        start, end = self._selected(caret)
        left, right = touched_by_edit(self._mirror.text, start, end - start, typed)
        for first, last in ((start - left, start), (end, end + right)):
            if clipped(self._mirror.spans, first, last):
                self._range(first, last).setCharFormat(origin_format(None))
        caret.removeSelectedText()

    def plan(self, edit: Edit, whole: bool) -> None:
        """Note what an edit makes the writer's; the document may not be changed while it tells of it.

        Args:
            edit: It has just happened.
            whole: Whether all that it inserted is the writer's, whatever format it came in.
        """
        text, start, end = self._mirror.text, edit.position, edit.position + len(edit.inserted)
        before, after = text[max(0, start - _LOCAL) : start], text[end : end + _LOCAL]
        left, right = touched_by_edit(
            before + edit.removed + after, len(before), len(edit.removed), edit.inserted
        )
        ranges = [(start - left, start), (end, end + right)]
        if whole:
            ranges.append((start, end))
        self._pending += [
            self._range(first, last)
            for first, last in ranges
            if clipped(self._mirror.spans, first, last)
        ]

    def apply(self) -> None:
        """Do what was planned, in the undo step of the edit."""
        ranges, self._pending = self._pending, []
        if ranges:
            ranges[0].joinPreviousEditBlock()
            for selected in ranges:
                selected.setCharFormat(origin_format(None))
            ranges[0].endEditBlock()

    def _selected(self, caret: QTextCursor) -> tuple[int, int]:
        positions = self._mirror.map
        return (
            positions.to_code_points(caret.selectionStart()),
            positions.to_code_points(caret.selectionEnd()),
        )

    def _range(self, start: int, end: int) -> QTextCursor:
        cursor = self._mirror.cursor()
        cursor.setPosition(self._mirror.map.to_units(start))
        cursor.setPosition(self._mirror.map.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
