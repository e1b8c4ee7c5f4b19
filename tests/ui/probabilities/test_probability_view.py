"""The token view in a whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from tests.helpers.desk import Desk

from ownhand.document.spans import GENERATED, Span, clipped
from ownhand.ui.probabilities.alternatives import AlternativesPopup, percent, spoken
from ownhand.ui.probabilities.bands import grounds_of
from ownhand.ui.probabilities.probability_view import ProbabilityView

TEXT = "Once a mouse contemplated the incomprehensibilities of owls"


@pytest.fixture
def view(desk: Desk) -> ProbabilityView:
    found = next(f for f in desk.window.features if isinstance(f, ProbabilityView))
    found._pause.setInterval(1)
    return found


def show(desk: Desk, view: ProbabilityView, text: str = TEXT, *spans: Span) -> None:
    """The view is on, and the whole text scored."""
    desk.window.page.set_text(text, spans)
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.window.actions_by_name["probabilities"].setChecked(True)
    until_scored(desk, view)


def until_scored(desk: Desk, view: ProbabilityView) -> None:
    def done() -> bool:
        tokens = view.marks.all
        return (
            desk.window.model_bridge.idle
            and "".join(desk.text()[t.start : t.end] for t in tokens) == desk.text()
            and not view._pause.isActive()
        )

    desk.until(done)


def popup(desk: Desk, view: ProbabilityView) -> AlternativesPopup:
    desk.until(lambda: view.popup is not None)
    assert view.popup is not None
    return view.popup


@pytest.fixture(autouse=True)
def no_popup_left(desk: Desk, view: ProbabilityView) -> Iterator[None]:
    yield
    if view.popup is not None:
        view.popup.close()


def test_the_text_is_coloured_and_neither_it_nor_its_history_changes(
    desk: Desk, view: ProbabilityView
) -> None:
    show(desk, view)
    page = desk.window.page
    assert page.text() == TEXT
    assert not page.document().isUndoAvailable()
    assert not page.document().isModified()
    picture = page.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(picture.height())
    }
    grounds = [ground for ground in grounds_of(desk.window._themes.theme) if ground is not None]
    shown = [ground for ground in grounds if QColor(ground.colour).name() in colours]
    assert len(shown) >= 2
    desk.window.actions_by_name["probabilities"].setChecked(False)
    assert not len(view.marks)
    plain = page.viewport().grab().toImage()
    assert plain != picture


def test_writing_is_scored_again_after_a_pause(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    asked = len(desk.generator.score_requests)
    desk.window.page.set_caret_position(len(TEXT))
    desk.write(" again")
    until_scored(desk, view)
    assert desk.text().endswith("owls again")
    assert len(desk.generator.score_requests) > asked
    assert desk.generator.score_requests[-1].text == TEXT + " again"


def test_a_click_offers_other_words_with_their_probabilities(
    desk: Desk, view: ProbabilityView
) -> None:
    show(desk, view)
    page = desk.window.page
    page.set_caret_position(TEXT.index("mouse") + 2)
    point = page.cursorRect().center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    listed = popup(desk, view).list
    rows = [listed.item(i).text() for i in range(listed.count())]
    assert rows == ["owl", "mouse  (stands there)", "cat"]
    said = listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "owl, 25.0 %"
    assert listed.currentRow() == 1


def test_a_drag_or_a_click_beside_the_text_opens_nothing(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    page = desk.window.page
    page.set_caret_position(3)
    start = page.cursorRect().center()
    QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.viewport(), start + QPoint(60, 0))
    QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    below = QPoint(page.viewport().width() // 2, page.viewport().height() - 5)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=below)
    desk.bot.wait(30)
    assert view.popup is None


def test_a_word_chosen_by_key_takes_the_place_of_the_generated_rest_and_is_written_on_from(
    desk: Desk, view: ProbabilityView
) -> None:
    generated = Span(TEXT.index(" mouse"), TEXT.index(" incomp"), GENERATED, "a1")
    show(desk, view, TEXT, generated)
    page = desk.window.page
    page.set_caret_position(TEXT.index("contemplated") + 1)
    desk.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    listed = popup(desk, view).list
    QTest.keyClick(listed, Qt.Key.Key_Up)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.currentItem().text() == "owl"
    QTest.keyClick(listed, Qt.Key.Key_Return)
    rest = " incomprehensibilities of owls"
    desk.until(lambda: desk.text() == "Once a mouse owl one two three" + rest)
    desk.until_idle()
    assert desk.generator.requests[-1].prompt == "Once a mouse owl"
    assert [s.origin for s in page.spans()] == [GENERATED] * len(page.spans())
    (owl,) = clipped(page.spans(), len("Once a mouse"), len("Once a mouse owl"))
    assert owl.record == "a1"  # the word came about with the passage
    page.undo()
    page.undo()
    assert page.text() == TEXT
    assert page.spans() == (generated,)


def test_the_passage_that_gave_way_is_kept_as_a_variant(desk: Desk, view: ProbabilityView) -> None:
    page = desk.window.page
    show(desk, view)
    page.set_caret_position(len(TEXT))
    desk.window.generation.continue_writing()
    desk.until_idle()
    assert desk.text() == TEXT + " one two three"
    until_scored(desk, view)
    desk.generator.words = (" four",)
    assert view.show_alternatives(desk.text().index("two"))
    assert view.popup is not None
    view.popup.chosen.emit(" owl")
    desk.until(lambda: desk.text() == TEXT + " one owl four")
    desk.until_idle()
    page.set_caret_position(len(TEXT) + 2)
    desk.window.actions_by_name["earlier_variant"].trigger()
    assert desk.text() == TEXT + " one two three"
    desk.window.actions_by_name["later_variant"].trigger()
    assert desk.text() == TEXT + " one owl four"
    for _ in range(4):
        page.undo()
    assert desk.text() == TEXT + " one two three"


def test_a_word_of_the_writer_alone_gives_way_and_the_rest_stays(
    desk: Desk, view: ProbabilityView
) -> None:
    show(desk, view)
    assert view.show_alternatives(TEXT.index("contemplated"))
    assert view.popup is not None
    view.popup.chosen.emit(" cat")
    assert desk.text() == TEXT.replace("contemplated", "cat")
    assert not desk.window.generation.active
    desk.window.page.undo()
    assert desk.text() == TEXT


def test_typing_closes_the_list_and_goes_to_the_page(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    desk.window.page.set_caret_position(len(TEXT))
    assert view.show_alternatives()
    assert view.popup is not None
    QTest.keyClick(view.popup.list, Qt.Key.Key_S)
    desk.until(lambda: view.popup is None)
    assert desk.text() == TEXT + "s"


def test_the_context_menu_offers_it(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    menu = QMenu()
    desk.window.page.menu_opening.emit(menu, 2)
    entry = next(a for a in menu.actions() if a.objectName() == "alternatives")
    entry.trigger()
    assert view.popup is not None


def test_continue_comes_first(gated_desk: Desk) -> None:
    desk = gated_desk
    view = next(f for f in desk.window.features if isinstance(f, ProbabilityView))
    view._pause.setInterval(1)
    desk.window.page.set_text(TEXT)
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.window.actions_by_name["probabilities"].setChecked(True)
    desk.until(lambda: bool(desk.generator.score_requests))  # and it waits for a permit
    desk.window.page.set_caret_position(len(TEXT))
    desk.window.generation.continue_writing()
    desk.until(lambda: bool(desk.generator.requests))  # the lane is free for it without one
    desk.generator.allow(1000)
    desk.until_idle()
    assert desk.text() == TEXT + " one two three"
    until_scored(desk, view)


def test_another_model_scores_anew(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    asked = len(desk.generator.score_requests)
    assert desk.window.models.load_any()
    assert not len(view.marks)
    until_scored(desk, view)
    assert len(desk.generator.score_requests) > asked


def test_the_cross_of_the_legend_ends_the_view(desk: Desk, view: ProbabilityView) -> None:
    show(desk, view)
    assert view.legend.isVisible()
    view.legend.cross.click()
    assert not desk.window.actions_by_name["probabilities"].isChecked()
    assert not view.legend.isVisible()


def test_tokens_are_written_so_that_they_can_be_read() -> None:
    assert [
        spoken(*pair) for pair in ((" owl", "an"), ("ing", "go"), (",", "go"), ("\n", "."))
    ] == [
        "owl",
        "…ing",
        ",",
        "(new line)",
    ]
    assert spoken("", "end.") == "(the text ends)"
    assert [percent(p) for p in (0.12345, 0.005, 0.00001)] == ["12.3 %", "0.50 %", "< 0.01 %"]
