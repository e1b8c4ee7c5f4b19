"""What an edit makes of the words it touches: a generated word that the writer changes is an edited one.

All of it belongs to the undo step of the edit, so that undo brings the generated word back.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor

from ownhand.document.spans import EDITED, GENERATED, Span, Spans, clipped, span_at
from ownhand.document.words import touched_by_edit, word_after, word_before
from ownhand.ui.editor.mirror import Edit, TextMirror
from ownhand.ui.editor.provenance import insert_with_spans, origin_format

_LOCAL = 80  # characters beside an edit that are looked at; longer than any word
_OF_A_MODEL = (GENERATED, EDITED)

Change = tuple[QTextCursor, QTextCharFormat]


class Handover:
    """Marks the generated words that an edit changes as edited, and what was typed inside them too."""

    def __init__(self, mirror: TextMirror) -> None:
        self._mirror = mirror
        self._pending: list[Change] = []

    def may_follow(self, caret: QTextCursor, typed: str) -> bool:
        """Whether a key press may change generated words, or takes the place of text that was not typed.

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
            return bool(_generated(clipped(spans, start - left, end + right)))
        if typed and clipped(
            spans, start - 1, end
        ):  # else Qt would go on in the format found there
            return True
        # One character more on either side for Backspace and Delete.
        around = clipped(spans, word_before(text, start) - 1, word_after(text, end) + 1)
        return bool(_generated(around))

    def format_of(self, caret: QTextCursor, typed: str) -> QTextCharFormat:
        """The character format of what is typed at the caret, or over the selection."""
        start, end = self._selected(caret)
        left, right = touched_by_edit(self._mirror.text, start, end - start, typed)
        return self._inside(start if left else 0, end if right else -1)

    def prepare(self, caret: QTextCursor, inserted: str) -> None:
        """Mark the words that an insertion is about to change, and remove the selection.

        Done before the insertion, so that the letters typed next join its undo step. To be called
        within an edit block.
        """
        start, end = self._selected(caret)
        left, right = touched_by_edit(self._mirror.text, start, end - start, inserted)
        for changed in (*self._words(start - left, start), *self._words(end, end + right)):
            changed[0].setCharFormat(changed[1])
        caret.removeSelectedText()

    def insert(
        self, caret: QTextCursor, text: str, spans: Spans, *, same_step: bool = False
    ) -> None:
        """Put text of known origins in place of the selection, as one undo step.

        Args:
            caret: Where; its selection goes.
            text: What comes.
            spans: Its origins.
            same_step: Whether this belongs to the undo step before it.
        """
        if same_step:
            caret.joinPreviousEditBlock()
        else:
            caret.beginEditBlock()
        self.prepare(caret, text)
        insert_with_spans(caret, text, spans)
        caret.endEditBlock()

    def plan(self, edit: Edit, caret: int) -> None:
        """Note what an edit of the writer changes; the document may not be changed while it tells of it.

        Args:
            edit: It has just happened.
            caret: Where the caret is now. Where the same text would come of removing at another place,
                it was removed at the caret.
        """
        text, start = self._mirror.text, edit.position
        removed = edit.removed
        if removed and not edit.inserted and caret != start:
            start, removed = _removed_at(text, edit, caret)
        end = start + len(edit.inserted)
        before, after = text[max(0, start - _LOCAL) : start], text[end : end + _LOCAL]
        left, right = touched_by_edit(
            before + removed + after, len(before), len(removed), edit.inserted
        )
        inside = self._inside(start if left else 0, end if right else -1)
        self._pending += self._words(start - left, start)
        if edit.inserted and (inside.propertyCount() or edit.spans):
            self._pending.append((self._range(start, end), inside))
        self._pending += self._words(end, end + right)

    def apply(self) -> None:
        """Do what was planned, in the undo step of the edit."""
        changes, self._pending = self._pending, []
        if changes:
            changes[0][0].joinPreviousEditBlock()
            for selected, style in changes:
                selected.setCharFormat(style)
            changes[0][0].endEditBlock()

    def _words(self, start: int, end: int) -> list[Change]:
        """What makes the generated characters of a range edited ones."""
        found = _generated(clipped(self._mirror.spans, start, end))
        return [
            (self._range(start + s.start, start + s.end), origin_format(EDITED, s.record))
            for s in found
        ]

    def _inside(self, start: int, end: int) -> QTextCharFormat:
        """The format of what stands between two characters: edited within a word of a model's."""
        spans = self._mirror.spans
        left = span_at(spans, start - 1) if start > 0 else None
        right = span_at(spans, end) if end >= 0 else None
        if left and right and left.origin in _OF_A_MODEL and right.origin in _OF_A_MODEL:
            return origin_format(EDITED, left.record)
        return origin_format(None)

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


def _generated(spans: Spans) -> list[Span]:
    return [span for span in spans if span.origin == GENERATED]


def _removed_at(text: str, edit: Edit, caret: int) -> tuple[int, str]:
    """Where and what was removed if that was at the caret, else as the edit says.

    "na" taken out of "banana" leaves the same text at three places, but not the same words.
    """
    first, last = min(edit.position, caret), max(edit.position, caret)
    # Of the text before, only the stretch between the two places can tell them apart.
    stretch = text[first:last]
    before = edit.removed + stretch if edit.position == first else stretch + edit.removed
    size = len(edit.removed)
    taken, left = (
        (before[-size:], before[:-size]) if caret == last else (before[:size], before[size:])
    )
    return (caret, taken) if left == stretch else (edit.position, edit.removed)
