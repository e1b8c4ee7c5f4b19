"""The document's text and spans as plain values, kept in step edit by edit."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from ownhand.document.spans import Spans, clipped, normalised, replaced, shifted
from ownhand.document.words import count_words
from ownhand.ui.editor.code_points import PositionMap
from ownhand.ui.editor.provenance import unit_spans

log = logging.getLogger(__name__)

_WORD_CONTEXT = 200  # characters on each side that are enough to count the words an edit changes


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the text, in code points.

    Attributes:
        position: Where.
        removed: What went.
        inserted: What came.
        spans: Origins of what came, counted from `position`.
    """

    position: int
    removed: str
    inserted: str
    spans: Spans


class TextMirror(QObject):
    """Follows a QTextDocument, so that reading the whole text costs nothing.

    One edit costs two copies of the text (tenths of a millisecond at 1 MB).

    Attributes:
        text: The text in code points; "\\n" ends a line.
        spans: Its origins.
        words: How many words it has.
        map: Positions in it.
        paused: Whether edits are not looked at, because `reset` follows.
    """

    changed = Signal(object)
    """An `Edit` happened: text, origins or both differ now. Emitted before the new layout."""

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.text = ""
        self.spans: Spans = ()
        self.words = 0
        self.map = PositionMap("")
        self.paused = False
        document.contentsChange.connect(self._on_document_contents_change)

    def reset(self, text: str, spans: Spans, words: int | None = None) -> None:
        """Take over a whole new text that the document holds by now; no signal, no longer paused.

        Args:
            text: The text.
            spans: Its origins.
            words: How many words it has, where that was counted already; it takes a while.
        """
        self.paused = False
        self.text, self.spans = text, spans
        self.words = count_words(text) if words is None else words
        self.map = PositionMap(text)

    def cursor(self) -> QTextCursor:
        """A new cursor in the document."""
        return QTextCursor(self._document)

    def _on_document_contents_change(self, position: int, _removed: int, added: int) -> None:
        # Qt's counts may take in the invisible last line end and much that did not change; its
        # figures are taken as a hint where to look.
        if self.paused:
            return
        units = self._document.characterCount() - 1
        added = min(added, units - position)
        inserted = _document_slice(self._document, position, position + added)
        new_map_units = self.map.units - units  # units fewer than before
        removed = added + new_map_units
        if (
            position + removed > self.map.units or removed < 0
        ):  # pragma: no cover - Qt told nonsense
            log.warning("Lost track of an edit at %d; reading the whole text again.", position)
            position, removed = 0, self.map.units
            added = units
            inserted = _document_slice(self._document, 0, units)
        start = self.map.to_code_points(position)
        stop = self.map.to_code_points(position + removed)
        edit = self._narrowed(start, self.text[start:stop], inserted, position)
        if edit is not None:
            self._apply(edit, units)
            self.changed.emit(edit)

    def _narrowed(self, start: int, gone: str, came: str, position: int) -> Edit | None:
        """The smallest edit that explains the change, or None if nothing differs."""
        came_map = PositionMap(came)
        came_spans = came_map.spans_to_code_points(
            shifted(unit_spans(self._document, position, position + came_map.units), -position)
        )
        gone_spans = clipped(self.spans, start, start + len(gone))
        if gone == came and came_spans == gone_spans:
            return None
        head = _common(gone, came, came_spans, gone_spans)
        tail = _common_tail(gone, came, came_spans, gone_spans, min(len(gone), len(came)) - head)
        return Edit(
            start + head,
            gone[head : len(gone) - tail],
            came[head : len(came) - tail],
            clipped(came_spans, head, len(came) - tail),
        )

    def _apply(self, edit: Edit, units: int) -> None:
        start, stop = edit.position, edit.position + len(edit.removed)
        before = self.text[max(0, start - _WORD_CONTEXT) : start]
        after = self.text[stop : stop + _WORD_CONTEXT]
        self.words += count_words(before + edit.inserted + after) - count_words(
            before + edit.removed + after
        )
        self.spans = replaced(self.spans, start, len(edit.removed), len(edit.inserted), edit.spans)
        self.text = self.text[:start] + edit.inserted + self.text[stop:]
        self.map = PositionMap(self.text, units)


def _document_slice(document: QTextDocument, start: int, end: int) -> str:
    """Text between two UTF-16 positions, with "\\n" for line ends."""
    if start >= end:
        return ""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


def _same_until(first: Spans, second: Spans) -> int:
    """Up to which position two lists of spans agree."""
    for one, other in zip(first, second, strict=False):
        if one != other:
            if one.start != other.start:
                return min(one.start, other.start)
            return min(one.end, other.end) if one.is_like(other) else one.start
    rest = first[len(second) :] or second[len(first) :]
    return rest[0].start if rest else 1 << 60


def _common(gone: str, came: str, came_spans: Spans, gone_spans: Spans) -> int:
    limit = min(len(gone), len(came), _same_until(gone_spans, came_spans))
    return _prefix(gone[:limit], came[:limit])


def _common_tail(gone: str, came: str, came_spans: Spans, gone_spans: Spans, limit: int) -> int:
    turned_gone = normalised(s.at(len(gone) - s.end, len(gone) - s.start) for s in gone_spans)
    turned_came = normalised(s.at(len(came) - s.end, len(came) - s.start) for s in came_spans)
    limit = min(limit, _same_until(turned_gone, turned_came))
    if limit <= 0:
        return 0
    return _prefix(gone[-limit:][::-1], came[-limit:][::-1])


def _prefix(one: str, other: str) -> int:
    """Length of the common prefix of two texts of the same length, by halving (fast for long ones)."""
    if one == other:
        return len(one)
    low, high = 0, len(one)
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
