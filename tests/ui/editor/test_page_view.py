"""How the page looks, measured on what it paints."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ownhand.document.spans import Span
from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.page import WritingPage

COLOURS = PageColours()
DARK = PageColours("#1C1B19", "#E8E4DC", "#8D887F", "#8FB3D9", "#24343A", "#5D8691")
PROSE = (
    "The morning was grey and still, and the gulls had gone inland. She set the kettle on the stove "
    "and looked at the letter again, though she knew every word of it by now. "
)


@pytest.fixture
def page(qtbot: QtBot) -> WritingPage:
    page = WritingPage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


def pixels(page: WritingPage) -> QImage:
    page.clearFocus()
    return page.viewport().grab().toImage()


def count(image: QImage, colour: str, columns: range | None = None) -> int:
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in columns or range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def line_lengths(page: WritingPage) -> list[int]:
    lengths = []
    block = page.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        lengths += [layout.lineAt(i).textLength() for i in range(layout.lineCount())]
        block = block.next()
    return lengths


@pytest.mark.parametrize("points", [9.0, 13.0, 24.0])
@pytest.mark.parametrize("width", [900, 1300, 2400])
def test_a_line_holds_at_most_72_characters_of_prose(
    page: WritingPage, width: int, points: float
) -> None:
    page.resize(width, 600)
    page.set_face("", points)
    page.set_text(PROSE * 10)
    page.document().documentLayout().documentSize()
    lengths = line_lengths(page)[:-1]
    assert max(lengths) <= 74  # narrow letters may let in one or two more
    if page.page_width() < width - 100:
        assert sum(lengths) / len(lengths) > 60


def test_the_page_stands_in_the_middle(page: WritingPage) -> None:
    page.resize(1400, 600)
    page.set_text(PROSE * 40)
    QApplication.processEvents()
    left = page.viewport().x()
    right = page.width() - page.verticalScrollBar().width() - page.viewport().geometry().right()
    assert left > 200
    assert abs(left - right) <= 2


def test_the_width_is_the_same_with_and_without_a_scroll_bar(page: WritingPage) -> None:
    page.set_text("short")
    QApplication.processEvents()
    width = page.viewport().width()
    page.set_text(PROSE * 40)
    QApplication.processEvents()
    assert page.verticalScrollBar().isVisible()
    assert page.viewport().width() == width


def test_a_narrow_window_keeps_the_text_off_its_edges(page: WritingPage) -> None:
    page.resize(320, 600)
    page.set_text(PROSE)
    assert page.viewport().x() == 0
    assert page.cursorRect().left() >= 20


def test_the_line_height_stays_when_all_is_deleted(page: WritingPage) -> None:
    page.set_text(PROSE)
    size = QFontInfo(page.font()).pixelSize()
    page.selectAll()
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    page.undo()
    page.selectAll()
    QTest.keyClick(page, Qt.Key.Key_Delete)
    QTest.keyClicks(page, "a")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    QTest.keyClick(page, Qt.Key.Key_Return)
    tops = line_tops(page)
    assert tops[1] - tops[0] == pytest.approx(1.6 * size, abs=1.5)


def line_tops(page: WritingPage) -> list[float]:
    tops = []
    block = page.document().firstBlock()
    while block.isValid():
        top = page.document().documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        tops += [top + layout.lineAt(i).y() for i in range(layout.lineCount())]
        block = block.next()
    return tops


@pytest.mark.parametrize("text", [PROSE * 3, "short\n" * 30])
def test_lines_are_1_6_text_sizes_apart(page: WritingPage, text: str) -> None:
    page.set_text(text)
    size = QFontInfo(page.font()).pixelSize()
    page.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "typed")
    page.begin_stream().insert("and\nmore")
    tops = line_tops(page)
    assert [b - a for a, b in pairwise(tops)] == pytest.approx(
        [1.6 * size] * (len(tops) - 1), abs=1.5
    )


@pytest.mark.parametrize("colours", [COLOURS, DARK])
@pytest.mark.parametrize("text", ["Plain words here.", "Mixed שלום words."])
def test_generated_text_is_tinted_and_marked_in_the_margin(
    page: WritingPage, colours: PageColours, text: str
) -> None:
    page.set_colours(colours)
    page.set_text("\n" * 8 + text)
    assert count(pixels(page), colours.tint) == 0
    page.set_text("\n" * 8 + text, (Span(8, 8 + len(text)),))
    image = pixels(page)
    assert count(image, colours.tint) > 300
    assert count(image, colours.mark, range(15, 26)) > 10


def test_only_lines_with_generated_text_are_marked(page: WritingPage) -> None:
    page.set_text(PROSE * 3, (Span(0, 5),))
    one = count(pixels(page), COLOURS.mark, range(15, 26))
    page.set_text(PROSE * 3, (Span(0, 160),))
    three = count(pixels(page), COLOURS.mark, range(15, 26))
    assert 0 < 2 * one < three


def test_tint_follows_edits(page: WritingPage) -> None:
    stream = page.begin_stream()
    stream.insert("Generated")
    stream.finish()
    assert count(pixels(page), COLOURS.tint) > 100
    page.undo()
    assert count(pixels(page), COLOURS.tint) == 0


def test_text_above_the_context_is_dimmed(page: WritingPage) -> None:
    page.set_text("One line.\nTwo lines.\nThree lines.")
    page.moveCursor(QTextCursor.MoveOperation.End)
    bright = pixels(page)
    page.set_context_start(10)
    dimmed = pixels(page)
    second = page.document().findBlockByNumber(1)
    top = int(page.document().documentLayout().blockBoundingRect(second).top())

    def darkest(image: QImage, rows: range) -> int:
        return min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in rows)

    # Above the words that stand on the line itself, where the context begins.
    assert darkest(dimmed, range(30, top - 8)) >= QColor(COLOURS.dim).lightness() - 1
    assert darkest(bright, range(30, top - 2)) < 60
    assert darkest(dimmed, range(top + 2, top + 60)) < 60
    assert dimmed.pixelColor(5, 5) == QColor(COLOURS.paper)
    line = [dimmed.pixelColor(x, top - 1) != QColor(COLOURS.paper) for x in range(40, 300)]
    assert any(line)
    assert not all(line)  # dashed
    page.set_context_start(None)
    assert pixels(page) == bright


def test_the_context_line_follows_edits(page: WritingPage) -> None:
    page.set_text("One line.\nTwo lines.")
    page.set_context_start(10)
    cursor = QTextCursor(page.document())
    cursor.insertText("More above.\n\n")
    image = pixels(page)
    block = page.document().lastBlock()
    y = round(page.document().documentLayout().blockBoundingRect(block).top()) - 1
    assert any(image.pixelColor(x, y) != QColor(COLOURS.paper) for x in range(40, 300))


def wheel(page: WritingPage, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(page.mapToGlobal(QPoint(100, 100))),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert event.type() == QEvent.Type.Wheel
    QApplication.sendEvent(page, event)


def test_the_wheel_zooms_with_control_and_scrolls_without(page: WritingPage) -> None:
    page.resize(1600, 400)
    page.set_text(PROSE * 60)
    wheel(page, 120, Qt.KeyboardModifier.ControlModifier)
    assert page.points == 14
    for _ in range(4):  # a touchpad's small turns add up
        wheel(page, -60, Qt.KeyboardModifier.ControlModifier)
    assert page.points == 12
    assert page.verticalScrollBar().value() == 0
    wheel(page, -120, Qt.KeyboardModifier.NoModifier)  # in the margin beside the page
    assert page.verticalScrollBar().value() > 0


def test_zoom_stays_within_bounds_and_returns(page: WritingPage) -> None:
    page.set_face("", 14)
    for _ in range(120):
        page.zoom_in()
    assert page.points == 96
    for _ in range(120):
        page.zoom_out()
    assert page.points == 6
    page.zoom_reset()
    assert page.points == 14
    assert page.font().pointSizeF() == 14


def test_zoom_keeps_the_line_at_the_top(page: WritingPage) -> None:
    page.set_text("\n".join(f"line {i}" for i in range(400)))
    page.verticalScrollBar().setValue(4000)
    before = page.cursorForPosition(QPoint(40, 5)).blockNumber()
    page.zoom_in()
    page.zoom_in()
    assert abs(page.cursorForPosition(QPoint(40, 5)).blockNumber() - before) <= 1
