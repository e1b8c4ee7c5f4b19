"""Proposals in a whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info
from tests.ui.conftest import MakeDesk

from ownhand.document.spans import GENERATED, Span
from ownhand.ui.rewrite.rewriting import MOST_WORDS, Rewriting

TEXT = "First words.\n\nThe old cat sat on the mat.\n\nLast words."
OLD = "The old cat sat on the mat."
NEW = "The black cat lay on the mat."


@pytest.fixture
def desk(make_a_desk: MakeDesk) -> Desk:
    return ready(make_a_desk(model_info()))


def ready(desk: Desk) -> Desk:
    desk.generator.chats = True
    desk.generator.words = ('"The black', " cat", " lay on", ' the mat."')
    desk.begin()
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.window.page.set_text(TEXT, (Span(0, 5, GENERATED), Span(14, 17, GENERATED, "old")))
    desk.window.page.set_caret_position(TEXT.index("cat"))
    return desk


def rewriting(desk: Desk) -> Rewriting:
    return next(f for f in desk.window.features if isinstance(f, Rewriting))


def ask(desk: Desk, kind: str = "rewrite") -> Rewriting:
    """Ask, and wait for the proposal."""
    feature = rewriting(desk)
    desk.window.actions_by_name[kind].trigger()
    desk.until(feature.panel.accept.isEnabled)
    return feature


def test_the_paragraph_at_the_caret_is_asked_about_and_nothing_changes_yet(desk: Desk) -> None:
    feature = ask(desk)
    assert feature.passage is not None
    assert feature.passage.text == OLD
    assert OLD in desk.generator.requests[-1].chat[-1].text
    assert desk.text() == TEXT
    assert not desk.window.page.document().isUndoAvailable()
    assert desk.window.page.textCursor().selectedText() == OLD


def test_nothing_is_proposed_for_a_text_that_is_only_read(desk: Desk) -> None:
    desk.window.page.setReadOnly(True)
    desk.window.actions_by_name["rewrite"].trigger()
    assert rewriting(desk).passage is None
    assert "reading only" in desk.message("stream")


def test_what_differs_is_struck_and_underlined(desk: Desk) -> None:
    feature = ask(desk)
    marked: dict[str, set[str]] = {"struck": set(), "underlined": set()}
    block = feature.panel.diff.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            if fragment.charFormat().fontStrikeOut():
                marked["struck"].add(fragment.text().strip())
            if fragment.charFormat().fontUnderline():
                marked["underlined"].add(fragment.text().strip())
            pieces += 1
        block = block.next()
    assert marked == {"struck": {"old", "sat"}, "underlined": {"black", "lay"}}


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_taking_it_is_one_undo_step_and_words_that_stay_keep_their_origin(
    desk: Desk, key: Qt.Key
) -> None:
    feature, page = ask(desk), desk.window.page
    before = page.spans()
    QTest.keyClick(feature.panel.diff, key)
    assert desk.text() == TEXT.replace(OLD, NEW)
    assert page.hasFocus()
    assert not feature.panel.isVisible()
    generated = [desk.text()[s.start : s.end] for s in page.spans()]
    assert generated == ["First", "The", "black", "lay"]
    page.undo()
    assert desk.text() == TEXT
    assert page.spans() == before
    assert not page.document().isUndoAvailable()


def test_escape_leaves_the_text_as_it_is_from_panel_and_page(desk: Desk) -> None:
    for inside in (True, False):
        feature = ask(desk)
        QTest.keyClick(feature.panel.diff if inside else desk.window.page, Qt.Key.Key_Escape)
        assert not feature.panel.isVisible()
        assert feature.passage is None
        assert desk.text() == TEXT
        desk.window.page.set_caret_position(TEXT.index("cat"))


def test_another_proposal_is_asked_for(desk: Desk) -> None:
    feature = ask(desk)
    desk.generator.words = ("Cats", " sit.")
    feature.panel.retry.click()
    desk.until(lambda: len(desk.generator.requests) == 2 and feature.panel.accept.isEnabled())
    feature.accept()
    assert desk.text() == TEXT.replace(OLD, "Cats sit.")


def test_a_selection_across_paragraphs_is_taken_as_it_is(desk: Desk) -> None:
    desk.window.page.select_range(6, len(TEXT))
    feature = ask(desk, "shorten")
    assert feature.passage is not None
    assert feature.passage.text == TEXT[6:]


def test_the_tone_is_asked_for_first(desk: Desk) -> None:
    feature = rewriting(desk)
    desk.window.actions_by_name["tone"].trigger()
    assert feature.panel.tone.isVisible()
    assert not desk.generator.requests
    line = feature.panel.tone.lineEdit()
    assert isinstance(line, QLineEdit)
    line.setText("like a sermon")
    QTest.keyClick(feature.panel.tone, Qt.Key.Key_Return)
    desk.until(feature.panel.accept.isEnabled)
    assert "like a sermon" in desk.generator.requests[-1].chat[-1].text


def test_the_writer_goes_on_elsewhere_meanwhile(desk: Desk) -> None:
    feature, page = ask(desk), desk.window.page
    page.set_caret_position(0)
    desk.write("My ")
    page.set_caret_position(len(page.text()))
    desk.write(" More.")
    feature.accept()
    assert desk.text() == "My " + TEXT.replace(OLD, NEW) + " More."


def test_a_passage_that_was_changed_is_not_overwritten(desk: Desk) -> None:
    feature, page = ask(desk), desk.window.page
    page.set_caret_position(TEXT.index("cat"))
    desk.write("fat ")
    assert not feature.panel.accept.isEnabled()
    feature.accept()
    assert desk.text() == TEXT.replace("cat", "fat cat")
    page.undo()
    desk.until(feature.panel.accept.isEnabled)


def test_a_model_without_a_template_is_told_of_and_one_that_has_it_offered(
    make_a_desk: MakeDesk,
) -> None:
    desk = make_a_desk(model_info())
    desk.begin()
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.write("A few words.")
    desk.window.actions_by_name["rewrite"].trigger()
    assert "takes no instructions" in desk.message("rewrite")
    assert "Tiny" in desk.message("rewrite")
    assert not desk.generator.requests


def test_no_passage_and_one_too_long_are_told_of(desk: Desk) -> None:
    desk.window.page.set_caret_position(TEXT.index("\n\n") + 1)
    desk.window.actions_by_name["rewrite"].trigger()
    assert "Select a passage" in desk.message("rewrite")
    desk.window.page.set_text("word " * (MOST_WORDS + 1))
    desk.window.actions_by_name["rewrite"].trigger()
    assert "too long" in desk.message("rewrite")
    assert not desk.generator.requests


def test_a_model_that_is_not_loaded_is_loaded_first(make_a_desk: MakeDesk) -> None:
    desk = ready(make_a_desk(model_info()))
    desk.window.models.unload()
    desk.until(lambda: desk.window.models.loaded is None and desk.window.model_bridge.idle)
    feature = ask(desk)
    feature.accept()
    assert desk.text() == TEXT.replace(OLD, NEW)


def test_continue_comes_first_and_what_came_so_far_can_be_taken(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info(), gated=True)
    desk.generator.allow(1)
    ready(desk)
    feature = rewriting(desk)
    desk.window.actions_by_name["rewrite"].trigger()
    desk.until(lambda: "The black" in feature.panel.diff.toPlainText())
    desk.window.page.set_caret_position(len(TEXT))
    desk.window.generation.continue_writing()
    desk.generator.allow(1000)
    desk.until_idle()
    desk.until(feature.panel.accept.isEnabled)
    assert desk.text().startswith(TEXT)
    assert len(desk.text()) > len(TEXT)
    feature.accept()
    assert desk.text().startswith("First words.\n\nThe black")


def test_continue_steps_back_while_a_proposal_waits_for_its_answer(desk: Desk) -> None:
    primary = desk.window.header.primary
    assert not primary.property("secondary")
    feature = ask(desk)
    assert primary.property("secondary")
    feature.reject()
    assert not primary.property("secondary")
