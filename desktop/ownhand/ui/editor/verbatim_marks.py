"""What the writer is told of a copied passage: on hover, in the context menu, and by the caret."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from ownhand.bridge.translation import tr
from ownhand.ui.editor.page import WritingPage

if TYPE_CHECKING:
    from ownhand.core.texts import Place  # imports NumPy
    from ownhand.corpus.ngrams import Match


class VerbatimMarks(QObject):
    """Answers the pointer on the copied passages of a page; `page.copied` says which there are."""

    source_wanted = Signal(object)
    """`Match`: the writer wants to see the file that this passage stands in."""

    def __init__(self, page: WritingPage) -> None:
        super().__init__(page)
        self._page = page
        page.viewport().installEventFilter(self)
        page.menu_opening.connect(self._on_page_menu_opening)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where a passage stands when the pointer rests on it, or on its sign in the margin."""
        if isinstance(event, QHelpEvent) and watched is self._page.viewport():
            passage = self.passage_at(event.pos())
            if passage is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.tooltip(passage), self._page.viewport())
            return True
        return super().eventFilter(watched, event)

    def passage_at(self, point: QPoint) -> Match | None:
        """The copied passage under a point of the viewport, or None."""
        page = self._page
        if not len(page.copied):
            return None
        if point.x() < page.document().documentMargin():
            cursor = page.cursorForPosition(point)
            cursor.movePosition(cursor.MoveOperation.StartOfLine)
            start = page.code_point(cursor.position())
            cursor.movePosition(cursor.MoveOperation.EndOfLine)
            begun = page.copied.between(start, page.code_point(cursor.position()))
            return next((p for p in begun if p.start >= start), None)
        bars = QPointF(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
        units = (
            page.document()
            .documentLayout()
            .hitTest(QPointF(point) + bars, Qt.HitTestAccuracy.ExactHit)
        )
        return page.copied.at(page.code_point(units)) if units >= 0 else None

    def described(self, passage: Match) -> str:
        """For example "12 words as in emma.txt, line 1043"."""
        return describe(passage, self._page.text()[passage.start : passage.end])

    def tooltip(self, passage: Match) -> str:
        """The same with the whole path of the file below it."""
        return (
            f"<p style='white-space:pre'>{escape(self.described(passage))}\n"
            f"{escape(str(passage.place.path))}</p>"
        )

    def _on_page_menu_opening(self, menu: QMenu, position: int) -> None:
        passage = self._page.copied.at(position)
        if passage is None:
            return
        menu.addSeparator()
        menu.addAction(self.described(passage)).setEnabled(False)
        action = menu.addAction(tr("Open the source"))
        action.setObjectName("open-source")
        action.triggered.connect(lambda: self.source_wanted.emit(passage))


def describe(passage: Match, text: str) -> str:
    """How long a passage is and where it stands.

    Args:
        passage: What was found.
        text: Its words.
    """
    from ownhand.corpus.units import find_units, is_unspaced  # NumPy is there once there is a match

    kinds = {is_unspaced(unit) for unit in find_units(text)[0]}
    words = {
        frozenset({True}): tr("%Ln characters as in {place}", n=passage.words),
        frozenset({False}): tr("%Ln words as in {place}", n=passage.words),
    }
    mixed = tr("%Ln words and characters as in {place}", n=passage.words)
    return words.get(frozenset(kinds), mixed).format(place=place_words(passage.place))


def place_words(place: Place) -> str:
    """A spot in a file: "emma.txt, line 1043"."""
    words = {
        "line": tr("{file}, line {number}"),
        "paragraph": tr("{file}, paragraph {number}"),
        "page": tr("{file}, page {number}"),
        "section": tr("{file}, section {number}"),
    }
    return words[place.unit].format(file=place.path.name, number=place.number)
