from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ownhand.document.spans import Span
from ownhand.ui.editor.page import WritingPage

PARAGRAPH = "The rain had stopped and the street was quiet again, as it had been all week. "


@pytest.fixture
def page(qtbot: QtBot) -> WritingPage:
    page = WritingPage()
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    return page


def put_caret(page: WritingPage, position: int, anchor: int | None = None) -> None:
    page.select_range(position if anchor is None else anchor, position)


def test_a_stream_is_inserted_at_the_caret_as_generated(page: WritingPage) -> None:
    page.set_text("Once. The end.")
    put_caret(page, 5)
    stream = page.begin_stream()
    assert stream.insert(" Upon")
    assert stream.insert(" a time.")
    stream.finish()
    assert page.text() == "Once. Upon a time. The end."
    assert page.spans() == (Span(5, 18),)
    assert (stream.start, stream.end) == (5, 18)
    assert stream.inserted_text == " Upon a time."
    assert not stream.insert("more")
    assert page.text() == "Once. Upon a time. The end."


def test_a_whole_stream_is_one_undo_step(page: WritingPage) -> None:
    page.set_text("Once")
    put_caret(page, 4)
    stream = page.begin_stream()
    for piece in (" upon", " a\n", "time", ", 😀"):
        stream.insert(piece)
    stream.finish()
    page.undo()
    assert page.text() == "Once"
    page.redo()
    assert page.text() == "Once upon a\ntime, 😀"
    assert page.spans() == (Span(4, 19),)


def test_undo_walks_back_through_the_runs_of_a_stream(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("a")
    stream.insert("bc")
    QTest.keyClicks(page, "XY")
    stream.insert("de")
    stream.insert("f")
    stream.finish()
    assert page.text() == "abcXYdef"
    steps = [page.text()]
    while page.document().isUndoAvailable():
        page.undo()
        steps.append(page.text())
    assert steps[0] == "abcXYdef"
    assert [s for s in steps if s in ("abcXYdef", "abcXY", "abc", "")] == [
        "abcXYdef",
        "abcXY",
        "abc",
        "",
    ]
    while page.document().isRedoAvailable():
        page.redo()
    assert page.text() == "abcXYdef"


def test_typing_elsewhere_splits_the_stream_into_runs(page: WritingPage) -> None:
    page.set_text("Start. End.")
    put_caret(page, 6)
    stream = page.begin_stream()
    stream.insert(" one")
    put_caret(page, 0)
    QTest.keyClicks(page, "My ")
    stream.insert(" two")
    assert page.text() == "My Start. one two End."
    assert page.caret_position() == 3
    stream.finish()
    page.undo()
    assert page.text() == "My Start. one End."
    page.undo()
    assert page.text() == "Start. one End."
    page.undo()
    assert page.text() == "Start. End."


def test_the_caret_follows_at_the_insertion_point(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("abc 😀")
    assert page.caret_position() == 5


@pytest.mark.parametrize("caret", [0, 3, 20])
def test_the_caret_of_a_writer_elsewhere_stays_by_its_text(page: WritingPage, caret: int) -> None:
    page.set_text("0123456789 and then a tail")
    put_caret(page, 10)
    stream = page.begin_stream()
    put_caret(page, caret)
    beside = page.text()[caret : caret + 3]
    stream.insert(" streamed\ntext")
    assert page.text()[page.caret_position() :].startswith(beside)


@pytest.mark.parametrize(
    ("anchor", "position"), [(2, 10), (10, 2), (10, 14), (14, 10), (4, 14), (0, 3)]
)
def test_a_selection_stays_on_its_text(page: WritingPage, anchor: int, position: int) -> None:
    page.set_text("0123456789 and then")
    put_caret(page, 10)
    stream = page.begin_stream()
    put_caret(page, position, anchor)
    before = page.textCursor().selectedText()
    stream.insert("STREAM")
    after = page.textCursor().selectedText()
    expected = before if not 4 <= anchor < 10 < position else "456789STREAM and"
    assert after == expected
    assert (page.textCursor().anchor() < page.textCursor().position()) == (anchor < position)


def test_the_view_of_a_writer_elsewhere_stays(page: WritingPage) -> None:
    page.set_text("\n".join([PARAGRAPH * 3] * 60))
    put_caret(page, 100)
    stream = page.begin_stream()
    put_caret(page, len(page.text()) - 500)
    looked_at = page.cursorRect().top()
    for _ in range(30):
        stream.insert(PARAGRAPH + "\n")
    assert page.cursorRect().top() == looked_at


def test_the_view_does_not_follow_a_stream_out_of_sight(page: WritingPage) -> None:
    page.set_text("\n".join([PARAGRAPH * 3] * 60))
    put_caret(page, len(page.text()))
    stream = page.begin_stream()
    page.verticalScrollBar().setValue(0)
    for _ in range(10):
        stream.insert(PARAGRAPH + "\n")
    assert page.verticalScrollBar().value() == 0


def test_the_view_follows_the_caret_at_the_insertion_point(page: WritingPage) -> None:
    page.set_text("Start.")
    put_caret(page, 6)
    stream = page.begin_stream()
    for _ in range(40):
        stream.insert(PARAGRAPH)
    assert page.verticalScrollBar().value() > 0
    assert page.viewport().rect().contains(page.cursorRect())


def test_a_stream_goes_on_where_the_writer_deleted_around_it(page: WritingPage) -> None:
    page.set_text("Keep. Away with this. Keep.")
    put_caret(page, 15)
    stream = page.begin_stream()
    stream.insert("GEN")
    put_caret(page, 24, 5)
    page.textCursor().removeSelectedText()
    stream.insert(" new")
    assert page.text() == "Keep. new Keep."
    assert (stream.start, stream.end) == (5, 9)


def test_text_typed_before_the_start_is_no_part_of_the_stream(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("gen")
    put_caret(page, 0)
    QTest.keyClicks(page, "Mine ")
    stream.insert("erated")
    assert page.text() == "Mine generated"
    assert (stream.start, stream.end) == (5, 14)


def test_undo_in_mid_stream_ends_the_stream(page: WritingPage, qtbot: QtBot) -> None:
    page.set_text("Mine. ")
    put_caret(page, 6)
    stream = page.begin_stream()
    stream.insert("Generated")
    with qtbot.waitSignal(stream.taken_back):
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not stream.active
    assert not stream.insert(" text")
    assert page.text() == "Mine. "
    page.redo()
    assert page.text() == "Mine. Generated"


def test_undo_of_the_writers_own_typing_lets_the_stream_go_on(page: WritingPage) -> None:
    page.set_text(" Tail")
    stream = page.begin_stream()
    stream.insert("One.")
    put_caret(page, len(page.text()))
    QTest.keyClicks(page, "typed")
    page.undo()
    assert stream.active
    assert stream.insert(" Two.")
    assert page.text() == "One. Two. Tail"


def test_line_ends_in_pieces_become_plain_ones(page: WritingPage) -> None:
    stream = page.begin_stream()
    for piece in ("a\r", "\nb\r\nc", "\r", "d\u2029e"):
        stream.insert(piece)
    assert page.text() == "a\nb\nc\nd\ne" == stream.inserted_text


def test_nothing_inserted_means_nothing_to_undo(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("")
    stream.finish()
    assert not page.document().isUndoAvailable()
    assert not page.document().isModified()


def test_a_new_stream_ends_the_one_before(page: WritingPage) -> None:
    first = page.begin_stream()
    first.insert("one")
    second = page.begin_stream()
    assert not first.active
    second.insert(" two")
    page.undo()
    assert page.text() == "one"


def test_streams_in_a_row_are_steps_of_their_own(page: WritingPage) -> None:
    for text in ("one", " two"):
        stream = page.begin_stream()
        stream.insert(text)
        stream.finish()
    page.undo()
    assert page.text() == "one"
    assert page.spans() == (Span(0, 3),)


def test_setting_a_text_ends_the_stream(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("one")
    page.set_text("other")
    assert not stream.insert("two")
    assert page.text() == "other"


# --- preview ----------------------------------------------------------------------------------------


def test_a_preview_is_shown_without_being_part_of_the_text(page: WritingPage) -> None:
    page.set_text("Once. End.")
    put_caret(page, 5)
    edits: list[int] = []
    page.edited.connect(lambda position: edits.append(position))
    stream = page.begin_stream()
    stream.preview(" perhaps")
    stream.preview(" perhaps\nso")
    shown = page.document().firstBlock().layout()
    assert shown.preeditAreaText() == " perhaps\u2028so"
    assert page.text() == "Once. End."
    assert page.toPlainText() == "Once. End."
    assert not page.document().isUndoAvailable()
    assert not page.document().isModified()
    assert edits == []
    stream.insert(" surely")
    assert page.document().firstBlock().layout().preeditAreaText() == ""
    assert page.text() == "Once. surely End."
    page.undo()
    assert page.text() == "Once. End."


def test_a_preview_wraps_and_makes_room(page: WritingPage) -> None:
    page.set_text("Once.\nBelow.")
    put_caret(page, 5)
    last = page.document().lastBlock()
    layout = page.document().documentLayout()
    before = layout.blockBoundingRect(last).top()
    stream = page.begin_stream()
    stream.preview(PARAGRAPH * 4)
    assert layout.blockBoundingRect(last).top() > before
    stream.finish()
    assert layout.blockBoundingRect(last).top() == before


def test_a_preview_moves_along_with_edits(page: WritingPage) -> None:
    page.set_text("Once. End.")
    put_caret(page, 5)
    stream = page.begin_stream()
    stream.preview("...")
    put_caret(page, 0)
    QTest.keyClicks(page, "Then ")
    assert page.document().firstBlock().layout().preeditAreaPosition() == 10
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.document().firstBlock().layout().preeditAreaText() == ""
    assert page.document().lastBlock().layout().preeditAreaText() == "..."
    stream.insert("!")
    assert page.text() == "Then \nOnce.! End."


def test_finishing_takes_the_preview_away(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.preview("...")
    stream.finish()
    assert page.document().firstBlock().layout().preeditAreaText() == ""


# --- retry ------------------------------------------------------------------------------------------


def test_a_stream_is_retracted_as_one_undoable_step(page: WritingPage) -> None:
    page.set_text("Once. End.")
    put_caret(page, 5)
    prompt = page.text_before_caret()
    stream = page.begin_stream()
    stream.insert(" a\n")
    stream.insert("b 😀")
    stream.finish()
    put_caret(page, 0)
    assert page.retract_stream(stream)
    assert page.text() == "Once. End."
    assert page.text_before_caret() == prompt
    page.undo()
    assert page.text() == "Once. a\nb 😀 End."
    assert page.spans() == (Span(5, 11),)


Spoil = Callable[[WritingPage, QtBot], None]


def type_within(page: WritingPage, qtbot: QtBot) -> None:
    put_caret(page, 7)
    QTest.keyClicks(page, "x")


def delete_within(page: WritingPage, qtbot: QtBot) -> None:
    put_caret(page, 7)
    QTest.keyClick(page, Qt.Key.Key_Backspace)


def undo_it(page: WritingPage, qtbot: QtBot) -> None:
    page.undo()


def same_letter_typed_over(page: WritingPage, qtbot: QtBot) -> None:
    put_caret(page, 7, 6)
    QTest.keyClicks(page, page.textCursor().selectedText())


@pytest.mark.parametrize("spoil", [type_within, delete_within, undo_it, same_letter_typed_over])
def test_a_stream_that_was_edited_is_not_retracted(
    page: WritingPage, qtbot: QtBot, spoil: Spoil
) -> None:
    page.set_text("Once. End.")
    put_caret(page, 5)
    stream = page.begin_stream()
    stream.insert(" generated words")
    stream.finish()
    spoil(page, qtbot)
    before = page.text()
    assert not page.retract_stream(stream)
    assert page.text() == before


def test_text_typed_after_a_stream_does_not_hinder_retracting_it(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("Generated.")
    stream.finish()
    page.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page, " Mine.")
    assert page.retract_stream(stream)
    assert page.text() == " Mine."
