"""Random editing: text, origins, words and the told edits always agree with the document."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ownhand.document.spans import Span, Spans, replaced
from ownhand.document.words import count_words
from ownhand.ui.editor.code_points import PositionMap
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.provenance import unit_spans

texts = st.text(st.sampled_from("ab 'é日😀𝒳\u0301\u00a0\u2028\nא"), max_size=12)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(["a", " ", "xy", "."])),
        st.tuples(st.just("key"), st.sampled_from(["Backspace", "Delete", "Return", "Left"])),
        st.tuples(st.just("select"), st.tuples(st.integers(0, 40), st.integers(0, 40))),
        st.tuples(st.just("caret"), st.integers(0, 40)),
        st.tuples(st.just("paste"), texts),
        st.tuples(st.just("stream"), texts),
        st.tuples(st.just("preview"), texts),
        st.tuples(st.just("finish"), st.none()),
        st.tuples(st.just("retract"), st.none()),
        st.tuples(st.just("undo"), st.integers(1, 4)),
        st.tuples(st.just("redo"), st.integers(1, 4)),
        st.tuples(st.just("move"), st.none()),
    ),
    max_size=25,
)


class Typist:
    """Does one random thing after another to a page."""

    def __init__(self, page: WritingPage) -> None:
        self.page = page
        self.stream = page.begin_stream()

    def do(self, action: str, value: Any) -> None:
        page = self.page
        length = len(page.text())
        match action:
            case "type":
                QTest.keyClicks(page, value)
            case "key":
                QTest.keyClick(page, getattr(Qt.Key, f"Key_{value}"))
            case "select":
                page.select_range(min(value[0], length), min(value[1], length))
            case "caret":
                page.set_caret_position(min(value, length))
            case "paste":
                mime = QMimeData()
                mime.setText(value)
                page.insertFromMimeData(mime)
            case "stream":
                if not self.stream.active:
                    self.stream = page.begin_stream()
                self.stream.insert(value)
            case "preview":
                self.stream.preview(value)
            case "finish":
                self.stream.finish()
            case "retract":
                page.retract_stream(self.stream)
            case "undo" | "redo":
                for _ in range(value):
                    getattr(page, action)()
            case _:
                mime = page.createMimeDataFromSelection()
                page.textCursor().removeSelectedText()
                page.moveCursor(QTextCursor.MoveOperation.Start)
                page.insertFromMimeData(mime)


def document_spans(page: WritingPage) -> Spans:
    document = page.document()
    found = unit_spans(document, 0, document.characterCount() - 1)
    return PositionMap(page.text()).spans_to_code_points(found)


@settings(max_examples=120, deadline=None)
@given(texts, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), max_size=3), actions)
def test_text_spans_and_edits_agree_with_the_document_whatever_is_done(
    qapp: QApplication, text: str, marks: list[tuple[int, int]], actions: list[tuple[str, Any]]
) -> None:
    page = WritingPage()
    page.set_text(text, [Span(start, start + length) for start, length in marks])
    started = page.text(), page.spans()
    replayed = started
    edits: list[tuple[int, int, str, Spans]] = []
    page.edited.connect(lambda *edit: edits.append(edit))
    typist = Typist(page)
    for action, value in actions:
        typist.do(action, value)
        assert page.text() == page.document().toRawText().replace("\u2029", "\n")
        assert page.spans() == document_spans(page)
        assert page.word_count() == count_words(page.text())
        for position, removed, inserted, spans in edits:
            before, origins = replayed
            replayed = (
                before[:position] + inserted + before[position + removed :],
                replaced(origins, position, removed, len(inserted), spans),
            )
        edits.clear()
        assert replayed == (page.text(), page.spans())
    typist.stream.finish()
    while page.document().isUndoAvailable():
        page.undo()
    assert (page.text(), page.spans()) == started
    page.deleteLater()
