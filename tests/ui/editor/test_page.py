import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QFontInfo,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ownhand.document.journal import Journal, unsaved_journals
from ownhand.document.spans import Span
from ownhand.document.text_file import TextFile
from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.page import WritingPage

Key = Qt.Key
Modifier = Qt.KeyboardModifier

GENERATED = "The wind rose."


@pytest.fixture
def page(qtbot: QtBot) -> WritingPage:
    page = WritingPage()
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    return page


@pytest.fixture
def tinted(page: WritingPage) -> WritingPage:
    """ "Mine. The wind rose. Mine." with the middle sentence generated."""
    text = f"Mine. {GENERATED} Mine."
    page.set_text(text, (Span(6, 20),))
    return page


def marked(page: WritingPage, origin: str = "generated") -> list[str]:
    return [page.text()[s.start : s.end] for s in page.spans() if s.origin == origin]


# --- the text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one\ntwo\n",
        "\n\n",
        "no\u00a0break\u202fspace",
        "a\u2028b\x00c\x0cd\u0085e\ufefff\ufffcg\x1ch",
        "😀 👩‍👩‍👧 🇩🇪 é e\u0301",
        "עברית ו-English، العربية",
        "日本語の文章。\n中文",
        "tab\tand  two spaces ",
    ],
)
def test_text_comes_back_exactly(page: WritingPage, text: str) -> None:
    page.set_text(text)
    assert page.text() == text
    page.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(
        page, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_X, Modifier.NoModifier, "x")
    )
    assert page.text() == text + "x"


def test_foreign_line_ends_become_plain_ones(page: WritingPage) -> None:
    page.set_text("a\r\nb\rc\u2029d")
    assert page.text() == "a\nb\nc\nd"


def test_a_text_is_set_without_history(page: WritingPage) -> None:
    QTest.keyClicks(page, "old")
    page.set_text("new 😀 text", (Span(4, 5), Span(6, 8, "edited")))
    assert not page.document().isUndoAvailable()
    assert not page.document().isModified()
    assert page.spans() == (Span(4, 5), Span(6, 8, "edited"))
    assert page.caret_position() == 0
    page.undo()
    assert page.text() == "new 😀 text"


def test_text_before_the_caret_reaches_to_the_end_of_the_selection(page: WritingPage) -> None:
    page.set_text("😀 one two")
    page.set_caret_position(5)
    assert page.text_before_caret() == "😀 one"
    page.select_range(9, 6)
    assert page.text_before_caret() == "😀 one two"


def test_the_page_says_what_it_is_to_a_screen_reader(page: WritingPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.text(QAccessible.Text.Name) == "Page"
    assert "caret" in interface.text(QAccessible.Text.Description)


# --- whose text it is -------------------------------------------------------------------------------


@pytest.mark.parametrize("position", [6, 10, 20])
def test_what_is_typed_beside_generated_text_is_the_writers(
    tinted: WritingPage, position: int
) -> None:
    tinted.set_caret_position(position)
    QTest.keyClicks(tinted, " x ")
    assert "x" not in "".join(marked(tinted))


def test_a_generated_word_that_is_edited_loses_its_mark_in_the_same_step(
    tinted: WritingPage,
) -> None:
    tinted.set_caret_position(12)  # wi|nd
    QTest.keyClicks(tinted, "xyz")
    assert tinted.text() == "Mine. The wixyznd rose. Mine."
    assert marked(tinted) == ["The ", " rose."]
    assert marked(tinted, "edited") == ["wixyznd"]
    tinted.undo()
    assert tinted.text() == "Mine. The wind rose. Mine."
    assert not marked(tinted, "edited")
    assert marked(tinted) == [GENERATED]
    tinted.redo()
    assert marked(tinted) == ["The ", " rose."]


@pytest.mark.parametrize(
    ("caret", "key", "text", "kept"),
    [
        (12, Key.Key_Backspace, "Mine. The wnd rose. Mine.", ["The ", " rose."]),
        (12, Key.Key_Delete, "Mine. The wid rose. Mine.", ["The ", " rose."]),
        (10, Key.Key_Backspace, "Mine. Thewind rose. Mine.", [" rose."]),
        (20, Key.Key_Backspace, "Mine. The wind rose Mine.", ["The wind rose"]),
        (12, Key.Key_Return, "Mine. The wi\nnd rose. Mine.", ["The ", " rose."]),
    ],
)
def test_deleting_and_splitting_count_as_editing(
    tinted: WritingPage, caret: int, key: Qt.Key, text: str, kept: list[str]
) -> None:
    tinted.set_caret_position(caret)
    QTest.keyClick(tinted, key)
    assert tinted.text() == text
    assert marked(tinted) == kept
    tinted.undo()
    assert tinted.text() == f"Mine. {GENERATED} Mine."
    assert marked(tinted) == [GENERATED]


def test_typing_over_a_selection_is_the_writers_in_one_step(tinted: WritingPage) -> None:
    tinted.select_range(10, 14)
    QTest.keyClicks(tinted, "w")
    assert tinted.text() == "Mine. The w rose. Mine."
    assert marked(tinted) == ["The ", " rose."]
    tinted.undo()
    assert marked(tinted) == [GENERATED]


def test_a_shortcut_does_not_replace_the_selection(tinted: WritingPage) -> None:
    tinted.select_range(10, 14)
    QTest.keyClick(tinted, Key.Key_1, Modifier.ControlModifier)
    QTest.keyClick(tinted, Key.Key_C, Modifier.ControlModifier)
    assert tinted.text() == f"Mine. {GENERATED} Mine."
    assert marked(tinted) == [GENERATED]


def test_moving_the_caret_changes_nothing(tinted: WritingPage) -> None:
    tinted.set_caret_position(12)
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Down, Key.Key_Home, Key.Key_End):
        QTest.keyClick(tinted, key)
        QTest.keyClick(tinted, key, Modifier.ShiftModifier)
    assert not tinted.document().isUndoAvailable()
    assert marked(tinted) == [GENERATED]


def test_continuous_typing_is_one_undo_step_also_after_generated_text(tinted: WritingPage) -> None:
    tinted.set_caret_position(20)
    QTest.keyClicks(tinted, "abc")
    tinted.undo()
    assert tinted.text() == f"Mine. {GENERATED} Mine."


def test_a_read_only_page_takes_no_keys(tinted: WritingPage) -> None:
    tinted.setReadOnly(True)
    tinted.select_range(10, 14)
    QTest.keyClicks(tinted, "x")
    assert marked(tinted) == [GENERATED]


def test_an_input_method_commits_the_writers_own_text(tinted: WritingPage) -> None:
    tinted.set_caret_position(10)
    composing = QInputMethodEvent("に", [])
    QApplication.sendEvent(tinted, composing)
    assert tinted.text() == f"Mine. {GENERATED} Mine."
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日本")
    QApplication.sendEvent(tinted, commit)
    assert tinted.text() == "Mine. The 日本wind rose. Mine."
    assert "日" not in "".join(marked(tinted))
    tinted.undo()
    assert marked(tinted) == [GENERATED]


def test_a_preview_makes_room_for_an_input_method(page: WritingPage) -> None:
    page.set_text("Once. ")
    page.set_caret_position(6)
    stream = page.begin_stream()
    stream.preview("perhaps")
    QApplication.sendEvent(page, QInputMethodEvent("に", []))
    layout = page.document().firstBlock().layout()
    assert layout.preeditAreaText() == "に"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日")
    QApplication.sendEvent(page, commit)
    assert page.text() == "Once. 日"
    assert layout.preeditAreaText() == "perhaps"


def test_pasted_text_is_plain_and_known_as_pasted(tinted: WritingPage) -> None:
    mime = QMimeData()
    mime.setText("pasted\r\ntext")
    mime.setHtml("<b>pasted</b>")
    tinted.set_caret_position(10)
    tinted.insertFromMimeData(mime)
    assert tinted.text() == "Mine. The pasted\ntextwind rose. Mine."
    assert marked(tinted) == ["The ", " rose."]
    assert marked(tinted, "pasted") == ["pasted\ntext"]
    assert marked(tinted, "edited") == ["wind"]
    tinted.undo()
    assert tinted.text() == f"Mine. {GENERATED} Mine."
    assert marked(tinted) == [GENERATED]


def test_cut_and_pasted_text_keeps_its_origin(tinted: WritingPage) -> None:
    tinted.select_range(5, 14)
    tinted.cut()
    tinted.moveCursor(QTextCursor.MoveOperation.End)
    tinted.paste()
    assert tinted.text() == "Mine. rose. Mine. The wind"
    assert marked(tinted) == [" rose.", "The wind"]


def test_a_forged_clipboard_is_taken_as_pasted_from_elsewhere(page: WritingPage) -> None:
    mime = QMimeData()
    mime.setText("text")
    mime.setData("application/x-ownhand-spans", b'{"length": 4, "spans": [[0, "x"]]}')
    page.insertFromMimeData(mime)
    assert page.text() == "text"
    assert page.spans() == (Span(0, 4, "pasted"),)


def test_dropped_text_is_plain_and_known_as_pasted(tinted: WritingPage) -> None:
    mime = QMimeData()
    mime.setText("dropped ")
    where = QPointF(tinted.cursorRect().center())
    about = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    QApplication.sendEvent(tinted.viewport(), QDragEnterEvent(where.toPoint(), *about))
    QApplication.sendEvent(tinted.viewport(), QDropEvent(where, *about))
    assert tinted.text() == f"dropped Mine. {GENERATED} Mine."
    assert marked(tinted) == [GENERATED]
    assert marked(tinted, "pasted") == ["dropped "]


def test_shift_enter_is_a_plain_line_end(page: WritingPage) -> None:
    QTest.keyClicks(page, "a")
    QTest.keyClick(page, Key.Key_Return, Modifier.ShiftModifier)
    QTest.keyClicks(page, "b")
    assert page.text() == "a\nb"


def test_enter_on_an_empty_line_makes_another(page: WritingPage) -> None:
    QTest.keyClicks(page, "a")
    for _ in range(3):
        QTest.keyClick(page, Key.Key_Return)
    QTest.keyClicks(page, "b")
    assert page.text() == "a\n\n\nb"
    QTest.keyClick(page, Key.Key_Return, Modifier.ControlModifier)  # a shortcut of the window
    assert page.text() == "a\n\n\nb"


def test_changing_colours_and_zoom_touches_neither_text_nor_history(tinted: WritingPage) -> None:
    tinted.set_colours(PageColours(paper="#1C1B19", ink="#E8E4DC"))
    tinted.zoom_in()
    assert not tinted.document().isModified()
    assert not tinted.document().isUndoAvailable()
    assert marked(tinted) == [GENERATED]


# --- undo from the menu -----------------------------------------------------------------------------


def test_undo_from_the_context_menu_ends_a_stream_too(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("text")
    menu = page.createStandardContextMenu()
    page.adopt_menu(menu)
    undo = next(a for a in menu.actions() if a.objectName() == "edit-undo")
    undo.trigger()
    menu.deleteLater()
    assert page.text() == ""
    assert not stream.active


# --- signals and figures ----------------------------------------------------------------------------


def test_only_the_writers_changes_are_announced_as_such(page: WritingPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.text_changed_by_writer):
        page.set_text("text")
        stream = page.begin_stream()
        stream.preview("x")
        stream.insert("streamed ")
        stream.finish()
        page.zoom_in()
        page.retract_stream(stream)
    changes: tuple[Callable[[], None], ...] = (
        lambda: QTest.keyClicks(page, "x"),
        page.undo,
        page.redo,
    )
    for change in changes:
        with qtbot.waitSignal(page.text_changed_by_writer, timeout=1000):
            change()


def test_edits_are_told_in_code_points(page: WritingPage) -> None:
    page.set_text("😀😀 one")
    edits: list[tuple[Any, ...]] = []
    page.edited.connect(lambda *edit: edits.append(edit))
    page.set_caret_position(2)
    QTest.keyClicks(page, "!")
    QTest.keyClick(page, Key.Key_Backspace)
    QTest.keyClick(page, Key.Key_Backspace)
    stream = page.begin_stream()
    stream.insert("ab")
    assert edits == [
        (2, 0, "!", ()),
        (2, 1, "", ()),
        (1, 1, "", ()),
        (1, 0, "ab", (Span(0, 2),)),
    ]


def test_caret_and_zoom_are_announced(page: WritingPage, qtbot: QtBot) -> None:
    page.set_text("😀 one")
    with qtbot.waitSignal(page.caret_moved) as moved:
        page.set_caret_position(3)
    assert moved.args == [3]
    with qtbot.waitSignal(page.zoom_changed) as zoomed:
        page.zoom_in()
    assert zoomed.args == [14.0]


def test_words_and_share_follow_the_text(page: WritingPage) -> None:
    page.set_text("one two", (Span(0, 3),))
    assert page.word_count() == 2
    assert page.generated_share() == pytest.approx(3 / 7)
    page.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page, " three")
    assert page.word_count() == 3
    page.undo()
    assert page.word_count() == 2
    page.set_text("")
    assert (page.word_count(), page.generated_share()) == (0, 0.0)


def test_dragging_within_the_page_carries_the_origin_in_one_step(tinted: WritingPage) -> None:
    tinted.select_range(6, 10)
    target = tinted.textCursor()
    target.setPosition(0)
    tinted.move_selection(target)
    assert tinted.text() == "The Mine. wind rose. Mine."
    assert marked(tinted) == ["The ", "wind rose."]
    assert tinted.textCursor().selectedText() == "The "
    tinted.undo()
    assert tinted.text() == f"Mine. {GENERATED} Mine."
    assert marked(tinted) == [GENERATED]


def test_a_letter_at_the_edge_of_a_generated_word_is_typed_and_the_word_edited(
    tinted: WritingPage,
) -> None:
    tinted.set_caret_position(14)  # wind| rose
    QTest.keyClicks(tinted, "ed")
    assert marked(tinted, "edited") == ["wind"]
    assert marked(tinted) == ["The ", " rose."]
    tinted.undo()
    assert marked(tinted) == [GENERATED]


def test_what_was_removed_is_where_the_caret_is(page: WritingPage) -> None:
    page.set_text("xa a", (Span(0, 4),))
    page.select_range(1, 3)
    QTest.keyClick(page, Key.Key_Delete)  # "a " goes, not " a"
    assert page.text() == "xa"
    assert marked(page, "edited") == ["a"]


def test_an_edited_word_keeps_the_record_of_its_generation(page: WritingPage) -> None:
    page.set_text("The wind rose.", (Span(0, 14, "generated", "r1"),))
    page.set_caret_position(6)
    QTest.keyClicks(page, "x")
    assert page.spans() == (
        Span(0, 4, "generated", "r1"),
        Span(4, 9, "edited", "r1"),
        Span(9, 15, "generated", "r1"),
    )


def test_an_internal_move_by_drag_carries_the_origin(tinted: WritingPage) -> None:
    tinted.select_range(6, 10)
    mime = tinted.createMimeDataFromSelection()
    assert mime.text() == "The "
    tinted.textCursor().removeSelectedText()
    tinted.moveCursor(QTextCursor.MoveOperation.Start)
    tinted.insertFromMimeData(mime)
    assert marked(tinted) == ["The ", "wind rose."]


def test_a_click_in_the_margin_puts_the_caret(page: WritingPage) -> None:
    page.resize(1400, 400)
    page.set_text("one\ntwo")
    line = page.viewport().mapTo(page, page.cursorRect().center())
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(page.width() - 60, line.y()))
    assert page.caret_position() == 3


def test_the_journal_follows_the_page_to_the_letter(page: WritingPage, tmp_path: Path) -> None:
    page.set_text("Mine 😀. ", (Span(0, 2),))
    journal = Journal(tmp_path, "page", interval_s=0.01)
    journal.begin(None, TextFile(page.text()), page.spans())
    page.edited.connect(journal.record)
    page.moveCursor(QTextCursor.MoveOperation.End)
    stream = page.begin_stream()
    for piece in ("The wind", " rose, ", "😀 and fell."):
        stream.insert(piece)
    stream.finish()
    page.set_caret_position(14)
    QTest.keyClicks(page, "ow")
    page.undo()
    page.redo()
    page.select_range(20, 24)
    page.cut()
    page.paste()
    assert journal.flush()
    journal.close(keep=True)
    (unsaved,) = unsaved_journals(tmp_path)
    assert unsaved.state.file.text == page.text()
    assert unsaved.state.spans == page.spans()
    assert len(page.spans()) > 1


def test_typing_and_streaming_stay_quick_in_a_long_text(page: WritingPage) -> None:
    paragraph = "The rain had stopped and the street was quiet again, as it had been. " * 6
    text = "\n".join([paragraph.rstrip()] * 2420)
    assert len(text) > 1_000_000
    started = time.perf_counter()
    page.set_text(text, [Span(i, i + 200) for i in range(0, len(text) - 200, 1000)])
    assert time.perf_counter() - started < 5  # about 0.3 s on the machine it was written on
    page.set_caret_position(len(text) // 2)
    stream = page.begin_stream()
    took: list[float] = []
    for _ in range(21):
        started = time.perf_counter()
        QTest.keyClicks(page, "x")
        stream.insert(" word")
        QApplication.processEvents()
        took.append(time.perf_counter() - started)
    assert sorted(took)[10] < 0.06  # a key and a piece of stream; 0.01 s there


@pytest.mark.parametrize("points", [10.0, 24.0])
def test_lines_are_1_6_text_sizes_apart(page: WritingPage, points: float) -> None:
    page.set_face("", points)
    page.set_text("one\ntwo\nthree")
    size = QFontInfo(page.font()).pixelSize()
    first = page.cursorRect(page.textCursor()).top()
    page.set_caret_position(8)
    apart = (page.cursorRect(page.textCursor()).top() - first) / 2
    assert apart == pytest.approx(1.6 * size, abs=1.5)


def test_text_put_into_a_generated_passage_parts_it_and_is_one_undo_step(
    page: WritingPage,
) -> None:
    page.set_text("abcdef", [Span(0, 6, GENERATED)])
    page.replace_range(3, 3, "XY")
    assert page.text() == "abcXYdef"
    assert page.spans() == (Span(0, 3, GENERATED), Span(5, 8, GENERATED))
    page.undo()
    assert page.text() == "abcdef"
    assert page.spans() == (Span(0, 6, GENERATED),)


def test_long_text_is_laid_out_to_what_is_in_view_first(page: WritingPage) -> None:
    page.resize(900, 600)
    page.show()
    text = "It was late, and the rain fell on the house by the river.\n" * 5000

    page.set_text(text, words=60_000)

    document = page.document()
    assert document.firstBlock().layout().lineCount() == 1
    assert document.findBlockByNumber(4999).layout().lineCount() == 0, "that can wait"
    assert page.word_count() == 60_000, "told, not counted again"
    assert page.caret_position() == 0
    assert not page.textCursor().hasSelection()
    assert page.text() == text
    page.set_caret_position(len(text))  # whoever goes there gets there
    assert document.findBlockByNumber(4999).layout().lineCount() == 1
    assert page.viewport().rect().contains(page.cursorRect())
