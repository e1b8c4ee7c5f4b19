"""The text of the page as others read it: positions are code points, whatever Qt counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from ownhand.document.spans import Spans, share
from ownhand.ui.editor.code_points import unit_length
from ownhand.ui.editor.colours import Ground
from ownhand.ui.editor.mirror import TextMirror
from ownhand.ui.editor.page_view import PageView
from ownhand.ui.editor.verbatim_passages import VerbatimPassages

PlacedGround = tuple[int, int, Ground]
"""First character, one past the last, and what lies behind them."""


class PageText(PageView):
    """Text, origins, positions, and what is painted at them.

    Attributes:
        copied: Passages that stand in a training file; painted, kept right by whoever looks for them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mirror = TextMirror(self.document(), self)
        self.copied = VerbatimPassages()
        self._painter.copied = self._copied_units
        self._grounds: Callable[[int, int], Sequence[PlacedGround]] | None = None
        self._found: Callable[[int, int], Sequence[tuple[int, int]]] | None = None

    # --- the text -------------------------------------------------------------------------------

    def text(self) -> str:
        """The whole text, exact to the code point, "\\n" for line ends. Costs nothing."""
        return self._mirror.text

    def spans(self) -> Spans:
        """The origins of the text. Costs nothing."""
        return self._mirror.spans

    def text_before_caret(self) -> str:
        """The text up to the caret, or to the end of the selection."""
        return self.text()[: self.code_point(self.textCursor().selectionEnd())]

    def word_count(self) -> int:
        """Words in the text; kept up to date edit by edit, so it costs nothing."""
        return self._mirror.words

    def generated_share(self) -> float:
        """Part of the characters that were generated and not edited since, 0.0 to 1.0."""
        return share(self._mirror.spans, len(self._mirror.text))

    # --- positions ------------------------------------------------------------------------------

    def code_point(self, units: int) -> int:
        """Code point position of a position of the QTextDocument."""
        return self._mirror.map.to_code_points(units)

    def units(self, position: int) -> int:
        """Position in the QTextDocument of a code point position."""
        return self._mirror.map.to_units(position)

    def caret_position(self) -> int:
        """Where the caret is."""
        return self.code_point(self.textCursor().position())

    def set_caret_position(self, position: int) -> None:
        """Put the caret somewhere else and show it."""
        cursor = self.textCursor()
        cursor.setPosition(self._mirror.map.to_units(position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select_range(self, start: int, end: int) -> None:
        """Select characters, the caret at `end`, and show it."""
        cursor = self.textCursor()
        cursor.setPosition(self._mirror.map.to_units(start))
        cursor.setPosition(self._mirror.map.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- what is painted ------------------------------------------------------------------------

    def set_context_start(self, characters: int | None) -> None:
        """Dim the text before this position, which the model does not see; None or 0: dim nothing.

        The place follows edits until it is set again.
        """
        self._context_start = None
        if characters:
            self._context_start = QTextCursor(self.document())
            self._context_start.setPosition(self._mirror.map.to_units(characters))
        self.viewport().update()

    def set_grounds(self, grounds: Callable[[int, int], Sequence[PlacedGround]] | None) -> None:
        """Have something else than the tint lie behind characters; it is painted, never in the text.

        Args:
            grounds: Gives what lies behind the characters between two positions; asked at each paint.
                None for the tint again.
        """
        self._grounds = grounds
        self._painter.grounds = self._ground_units if grounds is not None else None
        self.viewport().update()

    def set_found(self, places: Callable[[int, int], Sequence[tuple[int, int]]] | None) -> None:
        """Put boxes around places found; painted, never in the text.

        Args:
            places: Gives those with characters between two positions; asked at each paint.
        """
        self._found = places
        self._painter.found = self._found_units if places is not None else None
        self.viewport().update()

    def show_pasted(self, shown: bool) -> None:
        """Whether pasted lines have a sign in the margin."""
        self._painter.pasted_shown = shown
        self.viewport().update()

    def _copied_units(self, first: int, last: int) -> list[tuple[int, int]]:
        """Copied passages between two positions, all in UTF-16 units of the document."""
        if not len(self.copied):
            return []
        found = self.copied.between(self.code_point(first), self.code_point(last))
        to_units = self._mirror.map.to_units
        return [(to_units(p.start), to_units(p.end)) for p in found]

    def _found_units(self, first: int, last: int) -> list[tuple[int, int]]:
        """Places found between two positions, all in UTF-16 units."""
        if self._found is None:
            return []
        start = self.code_point(first)
        found = self._found(start, self.code_point(last))
        if not found:
            return []
        text = self.text()  # converted from the block's start on: the whole text may be long
        return [
            (first + unit_length(text[start:begin]), first + unit_length(text[start:end]))
            if begin >= start
            else (self.units(begin), self.units(end))
            for begin, end in found
        ]

    def _ground_units(self, first: int, last: int) -> list[PlacedGround]:
        """What lies behind the characters between two positions, all in UTF-16 units."""
        if self._grounds is None:
            return []
        found = self._grounds(self.code_point(first), self.code_point(last))
        to_units = self._mirror.map.to_units
        return [(to_units(start), to_units(end), ground) for start, end, ground in found]
