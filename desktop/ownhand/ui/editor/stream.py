"""Puts text that arrives piece by piece into the page, without getting in the writer's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from ownhand.document.spans import GENERATED
from ownhand.ui.editor.provenance import origin_format

if TYPE_CHECKING:
    from ownhand.ui.editor.page import WritingPage


class StreamInserter(QObject):
    """One stream of generated text; made by `WritingPage.begin_stream`.

    The whole stream is one undo step. If anything else is written meanwhile, what comes after it
    is a step of its own, so that undo walks back through the runs in order. Undo (or redo) that
    takes back text of a stream in progress ends the stream: the writer said no, so nothing more is
    inserted, and `taken_back` asks whoever feeds it to stop.
    """

    taken_back = Signal()
    """The writer undid part of the stream while it ran; it takes no more text."""

    def __init__(self, page: WritingPage, units: int) -> None:
        super().__init__(page)
        self._page = page
        self._record = ""
        self._format = origin_format(GENERATED)
        self._start = QTextCursor(page.document())
        self._start.setPosition(units)
        self._end = QTextCursor(self._start)
        self._pieces: list[str] = []
        self._held_return = False
        self._active = True
        self._step: tuple[int, int] | None = None

    @property
    def active(self) -> bool:
        """Whether it still takes text."""
        return self._active

    @property
    def record(self) -> str:
        """Id of the record of the generation; set it before the first piece."""
        return self._record

    @record.setter
    def record(self, record: str) -> None:
        self._record = record
        self._format = origin_format(GENERATED, record)

    @property
    def start(self) -> int:
        """Where the stream began, in code points; follows edits."""
        return self._page.code_point(self._start.position())

    @property
    def end(self) -> int:
        """Where the next piece goes, in code points; follows edits."""
        return self._page.code_point(self._end.position())

    @property
    def inserted_text(self) -> str:
        """All that was inserted, whatever became of it since."""
        return "".join(self._pieces)

    def insert(self, text: str) -> bool:
        """Insert a piece at the end of the stream; takes away the preview.

        Returns:
            False if the stream is over and nothing was inserted.
        """
        if not self._active:
            return False
        text = self._line_ends_unified(text)
        self.preview("")
        if text:
            self._page.insert_streamed(self, text)
            self._pieces.append(text)
        return True

    def preview(self, text: str) -> None:
        """Show the best line so far, dimmed, instead of the last preview; "" takes it away.

        A preview is no part of the text: not of `WritingPage.text`, not of the undo history.
        """
        if self._active:
            self._page.show_preview(self._end, text)

    def shorten(self, length: int) -> None:
        """Keep the first `length` characters of what was inserted, in the undo step of the stream.

        Does nothing where the writer has changed what would go, or typed behind it.
        """
        text = self.inserted_text
        gone, end = text[length:], self.end
        if self._active and gone and self._page.text()[end - len(gone) : end] == gone:
            self.preview("")
            self._page.shorten_streamed(self, end - len(gone))
            self._pieces = [text[:length]]

    def finish(self) -> None:
        """End the stream: no more text, no preview. Calling it twice does no harm."""
        if self._active:
            self.preview("")
            self._active = False
            self._end.setKeepPositionOnInsert(True)  # what is typed after it is no part of it

    def take_back(self) -> None:
        """Called by the page when undo reached into the stream."""
        if self._active:
            self.finish()
            self.taken_back.emit()

    def write(self, text: str, step: tuple[int, int]) -> None:
        """Called by the page: put a piece into the document.

        Args:
            text: The piece.
            step: What `WritingPage.undo_mark` gives now; unchanged since the last piece, the new
                piece belongs to the same undo step.
        """
        cursor = self._end
        if self._step == step:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        # Else what is inserted at the very start would push the start along.
        self._start.setKeepPositionOnInsert(self._start.position() == cursor.position())
        cursor.insertText(text, self._format)
        cursor.endEditBlock()
        self._start.setKeepPositionOnInsert(False)

    def cut(self, units: int, step: tuple[int, int]) -> None:
        """Called by the page: take back what lies behind a position of the document.

        Args:
            units: The position, in UTF-16 units.
            step: As for `write`.
        """
        cursor = QTextCursor(self._end)
        cursor.setPosition(units, QTextCursor.MoveMode.KeepAnchor)
        if self._step == step:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.endEditBlock()

    def remember_step(self, step: tuple[int, int]) -> None:
        """Called by the page after a piece, with the mark that the piece left."""
        self._step = step

    def units(self) -> tuple[int, int]:
        """Start and end in UTF-16 units of the document."""
        return self._start.position(), self._end.position()

    def _line_ends_unified(self, text: str) -> str:
        """Line ends as "\\n", also where CR and LF come in separate pieces."""
        if self._held_return and text.startswith("\n"):
            text = text[1:]
        self._held_return = text.endswith("\r")
        return with_plain_line_ends(text)


_PLAIN = str.maketrans({"\r": "\n", "\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


def with_plain_line_ends(text: str) -> str:
    """The text with "\\n" for whatever Qt's text documents take for the end of a paragraph."""
    return text.replace("\r\n", "\n").translate(_PLAIN)
