"""The page: a quiet plain-text editor that knows which of its characters were generated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from ownhand.document.common_ends import common_ends
from ownhand.document.spans import GENERATED, Span, Spans, clipped, normalised
from ownhand.ui.editor.clipboard import mime_of, text_of
from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.handover import Handover
from ownhand.ui.editor.keys import typed_text
from ownhand.ui.editor.line_style import line_style
from ownhand.ui.editor.mirror import Edit
from ownhand.ui.editor.page_text import PageText
from ownhand.ui.editor.preview import Preview
from ownhand.ui.editor.provenance import insert_with_spans, origin_format
from ownhand.ui.editor.stream import StreamInserter, with_plain_line_ends
from ownhand.ui.editor.view_kept import caret_in_view, view_kept


class WritingPage(PageText):
    """Plain text, at most 72 characters wide, centred; positions are Unicode code points.

    Where a character comes from is an invisible property of its format: edit, undo and redo carry
    it, and text that is cut and pasted within Ownhand keeps it. A generated word that an edit changes
    is an edited one, in the same undo step. The tint is painted and never touches the undo history.
    """

    text_changed_by_writer = Signal()
    """The writer changed the text: by typing, pasting, cutting, dropping, undo or redo."""

    edited = Signal(int, int, str, tuple)
    """(position, removed, inserted, spans): `removed` characters at `position` gave way to `inserted`,
    whose origins are `spans` (counted from the start of `inserted`). Replayed in order on the text and
    spans given to `set_text` they give `text()` and `spans()`: streams, undo and changes of origin
    alone (the same text comes back with other spans) are among them. Fits `Journal.record`."""

    text_replaced = Signal()
    """Another text is shown: `set_text` was called."""

    caret_moved = Signal(int)
    """The caret is at this position now."""

    menu_opening = Signal(QMenu, int)
    """The context menu is about to open for the character at this position; add to it what belongs there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = Preview(self.document())
        self._preview.set_colour(QColor(self.colours.dim))
        self._stream: StreamInserter | None = None
        self._source = "writer"
        self._edits = 0
        self._handover = Handover(self._mirror)
        self._writer_changed = False
        self._composing = False
        self.setAcceptRichText(False)
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(
            self.tr("The text you write. Continue lets the model go on from the caret.")
        )
        self._mirror.changed.connect(self._on_mirror_changed)
        self.document().contentsChanged.connect(self._on_document_contents_changed)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self.set_text("")

    # --- the text -------------------------------------------------------------------------------

    def set_text(self, text: str, spans: Iterable[Span] = (), words: int | None = None) -> None:
        """Show another text: caret at the start, no undo history, unmodified; ends a stream.

        Lines are broken down to what is in view; the rest follows while nothing else is to be done.

        Args:
            text: "\\r\\n", "\\r" and what else Qt takes for a line end become "\\n"; a text from
                `read_text_file` has none of these.
            spans: Origins of its characters.
            words: How many words it has, where that was counted already; it takes a while.
        """
        if self._stream:
            self._stream.finish()
        self._stream = self._context_start = None
        text = with_plain_line_ends(text)
        kept = normalised(spans, len(text))
        document = self.document()
        self._mirror.paused = True
        with self._by("program"):
            document.setUndoRedoEnabled(False)
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            document.clear()  # a text that comes into nothing is laid out bit by bit, not at once
            cursor.setBlockFormat(line_style(self.font()))
            cursor.setBlockCharFormat(origin_format(None))
            insert_with_spans(cursor, text, kept)
            # Were the caret at the end when that is told, all before it would be laid out at once.
            self.setTextCursor(QTextCursor(document))
            cursor.endEditBlock()
            self._mirror.reset(text, kept, words)
            document.setUndoRedoEnabled(True)
            document.setModified(False)
        self.text_replaced.emit()

    def set_face(self, family: str, points: float) -> None:
        """See `PageView`. The lines of an untouched text take the distance that suits the face; in
        one with an undo history they keep theirs, since a change of format would be a step in it."""
        super().set_face(family, points)
        document = self.document()
        if hasattr(self, "_mirror") and not (
            document.isUndoAvailable() or document.isRedoAvailable() or document.isModified()
        ):
            caret = self.caret_position()
            self.set_text(self.text(), self.spans())
            self.set_caret_position(caret)

    def change_to(self, text: str, spans: Iterable[Span] = ()) -> None:
        """Make this the text, as one undo step that `undo` takes back; ends a stream, as undo would.

        What both texts have in common at their start and end is not touched, so that the caret stays
        where it can.

        Args:
            text: As for `set_text`.
            spans: Origins of its characters.
        """
        text = with_plain_line_ends(text)
        self._exchange(0, len(self.text()), text, normalised(spans, len(text)))

    def replace_range(self, start: int, end: int, text: str, spans: Iterable[Span] = ()) -> None:
        """Put `text` in the place of the characters `start` to `end`, as one undo step; see `change_to`.

        Args:
            start: First character.
            end: One past the last.
            text: As for `set_text`.
            spans: Origins of its characters, counted from its start.
        """
        text = with_plain_line_ends(text)
        self._exchange(start, end, text, normalised(spans, len(text)))

    def _exchange(self, start: int, end: int, text: str, spans: Spans) -> None:
        """Put text in the place of a range, without touching what both begin and end with."""
        if self._stream:
            self._stream.take_back()
        old, before = self.text()[start:end], normalised(clipped(self.spans(), start, end))
        head, tail = common_ends(old, before, text, spans)
        last = len(text) - tail
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._mirror.map.to_units(start + head))
        cursor.setPosition(self._mirror.map.to_units(end - tail), QTextCursor.MoveMode.KeepAnchor)
        with self._by("program"):
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            insert_with_spans(cursor, text[head:last], clipped(spans, head, last))
            cursor.endEditBlock()

    def insert_at_caret(self, text: str, spans: Iterable[Span]) -> None:
        """Put text at the caret, or behind the selection, as one undo step; a stream goes on.

        Args:
            text: As for `set_text`.
            spans: Its origins.
        """
        text = with_plain_line_ends(text)
        caret = self.textCursor()
        caret.setPosition(caret.selectionEnd())
        with self._by("program"):
            self._handover.insert(caret, text, normalised(spans, len(text)))
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    # --- how it looks ---------------------------------------------------------------------------

    def set_colours(self, colours: PageColours) -> None:
        """Use other colours; neither text nor undo history is touched."""
        super().set_colours(colours)
        if hasattr(self, "_preview"):  # not yet while the base class sets itself up
            self._preview.set_colour(QColor(colours.dim))

    # --- streams --------------------------------------------------------------------------------

    def begin_stream(self, *, join: bool = False) -> StreamInserter:
        """Start to insert generated text at the caret (at the end of the selection); ends another.

        Args:
            join: Its text belongs to the undo step that was made last.
        """
        if self._stream:
            self._stream.finish()
        self._stream = StreamInserter(self, self.textCursor().selectionEnd())
        if join:
            self._stream.remember_step(self._undo_mark())
        return self._stream

    def retract_stream(self, inserter: StreamInserter) -> bool:
        """Take a stream back, as one undo step, and put the caret where it began.

        Returns:
            False, with nothing changed, if there is no text of it or the writer edited it.
        """
        inserter.finish()
        start, end = inserter.start, inserter.end
        whole = (Span(0, end - start, GENERATED, inserter.record),)
        if (
            start >= end
            or self.text()[start:end] != inserter.inserted_text
            or clipped(self.spans(), start, end) != whole
        ):
            return False
        cursor = QTextCursor(self.document())
        first, last = inserter.units()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        with self._by("program"):
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def insert_streamed(self, stream: StreamInserter, text: str) -> None:
        """Called by a stream: insert a piece; caret, selection and view of the writer stay put."""
        point = stream.units()[1]
        caret = self.textCursor()
        at_point = not caret.hasSelection() and caret.position() == point
        follow = at_point and caret_in_view(self)
        # A selection that ends where text arrives would grow with it.
        keep = caret.hasSelection() and caret.selectionEnd() == point
        anchor, position = caret.anchor(), caret.position()
        with self._by("stream"), view_kept(self):
            stream.write(text, self._undo_mark())
            stream.remember_step(self._undo_mark())
            if keep:
                caret = self.textCursor()
                caret.setPosition(anchor)
                caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(caret)
        if follow:
            self.ensureCursorVisible()

    def shorten_streamed(self, stream: StreamInserter, position: int) -> None:
        """Called by a stream: take back its text from a position on."""
        with self._by("stream"), view_kept(self):
            stream.cut(self.units(position), self._undo_mark())
            stream.remember_step(self._undo_mark())

    def show_preview(self, cursor: QTextCursor, text: str) -> None:
        """Called by a stream: show `text` at its end without inserting it."""
        caret = self.textCursor()
        follow = caret.position() == cursor.position() and caret_in_view(self)
        with self._by("program"), view_kept(self), self._preview.aside():
            self._preview.show(cursor, with_plain_line_ends(text))
            self._make_room()
        if follow:
            self.ensureCursorVisible()

    def _undo_mark(self) -> tuple[int, int]:
        """Differs as soon as anything else entered the undo history."""
        return self._edits, self.document().availableUndoSteps()

    @contextmanager
    def _by(self, source: str) -> Iterator[None]:
        """Who makes the edits within: "writer", "typing", "paste", "travel" (undo), "stream", "program"."""
        before, self._source = self._source, source
        try:
            yield
        finally:
            self._source = before

    # --- undo -----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step; ends a running stream if it takes back some of its text."""
        self._travel(super().undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(super().redo)

    def _travel(self, step: Callable[[], None]) -> None:
        stream = self._stream if self._stream and self._stream.active else None
        before = self._generated_in(stream) if stream else 0
        with self._by("travel"):
            step()
        if stream and self._generated_in(stream) < before:
            stream.take_back()

    def _generated_in(self, stream: StreamInserter) -> int:
        spans = clipped(self.spans(), stream.start, stream.end)
        return sum(len(s) for s in spans if s.origin == GENERATED)

    # --- what the writer does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typed text is the writer's, whatever stands beside it."""
        # Qt counts a preview in when it looks for the next symbol, and would cut one in half.
        with self._preview.aside():
            self._press(event)

    def _press(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return
        if event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
            return
        typed = "" if self.isReadOnly() else typed_text(event)
        if typed == "\n":
            self._break_line()
            return
        with self._by("typing" if typed else self._source):
            self._type(typed, partial(super().keyPressEvent, event))

    def _type(self, typed: str, act: Callable[[], None]) -> None:
        """Have Qt do what it does at a key press, so that all gets its origin in the same undo step.

        Args:
            typed: What it puts in; "" if that is not known.
            act: Does it.
        """
        caret = self.textCursor()
        style = self._handover.format_of(caret, typed)
        if not self._handover.may_follow(caret, typed):
            # No edit block of our own: Qt joins the letters of a word into one undo step.
            self._type_in(style)
            act()
            return
        edits = self._edits
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if typed:
            # Before the insertion, so that the letters typed next join its undo step.
            self._handover.prepare(caret, typed)
        self._type_in(style)
        act()
        cursor.endEditBlock()
        if self._edits != edits:  # within the block there was no layout yet to find the caret in
            self.ensureCursorVisible()

    def _break_line(self) -> None:
        # QTextEdit means paragraphs: Shift+Enter would put in U+2028, and Enter in an empty one
        # would reset its line height instead of making another.
        cursor = self.textCursor()
        style = self._handover.format_of(cursor, "\n")
        with self._by("typing"):
            cursor.beginEditBlock()
            self._handover.prepare(cursor, "\n")
            cursor.insertText("\n", style)
            cursor.endEditBlock()
        self.ensureCursorVisible()

    def _type_in(self, style: QTextCharFormat) -> None:
        """What is typed next takes no origin from the character before it."""
        if not self.textCursor().hasSelection():  # else the format of the selection would change
            self.setCurrentCharFormat(style)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method composes; a preview in the same place makes room."""
        compose = partial(super().inputMethodEvent, event)
        typed = "" if event.replacementLength() or self.isReadOnly() else event.commitString()
        with self._preview.aside(), self._by("typing" if typed else self._source):
            if typed:
                self._type(typed, compose)
            else:
                compose()
            self._composing = bool(event.preeditString())
            self._make_room()

    def _make_room(self) -> None:
        """Hide the preview where an input method composes, or from a writer behind it in its paragraph.

        There it would push the text about that the writer is at, and Qt draws the caret in the
        wrong place.
        """
        self._preview.set_hidden(self._composing or self._preview.is_before(self.textCursor()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text, with its origins for pages of Ownhand."""
        cursor = self.textCursor()
        start = self.code_point(cursor.selectionStart())
        end = self.code_point(cursor.selectionEnd())
        return mime_of(self.text()[start:end], clipped(self.spans(), start, end))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Anything that comes as plain text."""
        return source.hasText() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop as plain text; what comes from Ownhand keeps its origins."""
        text, spans = text_of(source)
        with self._by("paste"):
            self._handover.insert(self.textCursor(), text, spans)
        self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop text; what is dragged within the page is moved, as one undo step."""
        within = event.source() in (self, self.viewport())
        if within and event.dropAction() == Qt.DropAction.MoveAction and not self.isReadOnly():
            event.acceptProposedAction()
            self.dragLeaveEvent(QDragLeaveEvent())  # takes away Qt's caret of the drag
            self.move_selection(self.cursorForPosition(event.position().toPoint()))
            return
        with self._by("paste"):
            super().dropEvent(event)

    def move_selection(self, target: QTextCursor) -> None:
        """Move the selected text somewhere else, and select it there; nothing if that is within it."""
        source = self.textCursor()
        if source.selectionStart() <= target.position() <= source.selectionEnd():
            return
        text, spans = text_of(self.createMimeDataFromSelection())
        with self._by("paste"):
            self._handover.insert(source, "", ())
            place = target.position()
            self._handover.insert(target, text, spans, same_step=True)
        target.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with the page's own undo and redo."""
        menu = self.createStandardContextMenu(event.pos())
        self.adopt_menu(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self.menu_opening.emit(menu, self.code_point(spot.position()))
        menu.popup(event.globalPos())

    def adopt_menu(self, menu: QMenu) -> None:
        """Make a standard context menu use this page's undo and redo."""
        for action in menu.actions():
            own = {"edit-undo": self.undo, "edit-redo": self.redo}.get(action.objectName())
            if own is not None:
                action.triggered.disconnect()
                action.triggered.connect(own)

    # --- following the document -------------------------------------------------------------------

    def _on_mirror_changed(self, edit: Edit) -> None:
        self._edits += 1
        if self._source == "writer" and edit.removed != edit.inserted:
            self._handover.plan(edit, self.caret_position())
        if self._source in ("writer", "typing", "paste", "travel"):
            self._writer_changed = True
        self.edited.emit(edit.position, len(edit.removed), edit.inserted, edit.spans)

    def _on_document_contents_changed(self) -> None:
        with self._by("handover"):
            self._handover.apply()
        self._preview.refresh()
        if self._writer_changed:
            self._writer_changed = False
            self.text_changed_by_writer.emit()

    def _on_cursor_position_changed(self) -> None:
        self._make_room()
        self.caret_moved.emit(self.caret_position())
