"""Suggestions in a whole window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info
from tests.ui.conftest import MakeDesk

from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings
from ownhand.document.spans import GENERATED, Span
from ownhand.ui.suggest.suggesting import TOKENS, WILDEST, Suggesting

TEXT = "It was late"
CTRL = Qt.KeyboardModifier.ControlModifier
RECORD = GenerationRecord(
    "", "2026-01-01T00:00:00Z", "tiny", "Tiny", "00", "", SamplingSettings(), 1, 1, "", 1
)


def suggesting(desk: Desk) -> Suggesting:
    return next(f for f in desk.window.features if isinstance(f, Suggesting))


def ready(desk: Desk, *, on: bool = True) -> Suggesting:
    desk.begin()
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.generator.record = RECORD
    desk.settings.change(suggest=on, suggest_pause_ms=100)
    desk.window.activateWindow()
    desk.window.page.setFocus()
    desk.until(desk.window.page.hasFocus)
    return suggesting(desk)


@pytest.fixture
def desk(make_a_desk: MakeDesk) -> Desk:
    desk = make_a_desk(model_info())
    ready(desk)
    return desk


def suggested(desk: Desk) -> Suggesting:
    """Type, pause, and have a whole suggestion."""
    desk.write(TEXT)
    feature = suggesting(desk)
    desk.until(lambda: feature.text == " one two three" and desk.window.model_bridge.idle)
    return feature


def test_it_is_off_at_first_and_asks_for_nothing(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    assert not desk.settings.value.suggest
    feature = ready(desk, on=False)
    desk.write(TEXT)
    desk.bot.wait(200)  # twice the pause: nothing may come of it
    assert not desk.generator.requests
    assert feature.text == ""
    assert not desk.window.actions_by_name["suggest"].isChecked()


def test_the_action_switches_it_on_and_remembers_it(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    ready(desk, on=False)
    desk.window.actions_by_name["suggest"].trigger()
    assert desk.settings.value.suggest
    desk.window.actions_by_name["suggest"].trigger()
    assert not desk.settings.value.suggest


def test_a_suggestion_is_no_part_of_the_text_or_its_history(desk: Desk) -> None:
    suggested(desk)
    page = desk.window.page
    assert desk.text() == TEXT
    layout = page.document().firstBlock().layout()
    assert layout.preeditAreaText() == " one two three"
    assert page.document().availableUndoSteps() == 1


def test_it_is_short_and_plain(desk: Desk) -> None:
    desk.window.choice.change({"temperature": 1.4, "sampler": "random"})
    suggested(desk)
    request = desk.generator.requests[-1]
    assert request.prompt == TEXT
    assert request.max_tokens == TOKENS
    assert request.settings.temperature == WILDEST
    desk.window.choice.change({"sampler": "beam"})
    desk.write(" now")
    desk.until(lambda: len(desk.generator.requests) == 2)
    assert desk.generator.requests[-1].settings.sampler == "greedy"


def test_tab_takes_all_of_it_as_generated_text_in_one_step(desk: Desk) -> None:
    suggested(desk)
    desk.key(Qt.Key.Key_Tab)
    assert desk.text() == TEXT + " one two three"
    page = desk.window.page
    assert page.spans() == (Span(len(TEXT), len(desk.text()), GENERATED, "r1"),)
    assert page.caret_position() == len(desk.text())
    page.undo()
    assert desk.text() == TEXT


def test_control_right_takes_a_word_and_keeps_the_rest(desk: Desk) -> None:
    feature = suggested(desk)
    desk.key(Qt.Key.Key_Right, CTRL)
    assert desk.text() == TEXT + " one"
    assert feature.text == " two three"
    desk.key(Qt.Key.Key_Right, CTRL)
    desk.key(Qt.Key.Key_Right, CTRL)
    assert desk.text() == TEXT + " one two three"
    assert feature.text == ""


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_Escape, TEXT),
        (Qt.Key.Key_Left, TEXT),
        (Qt.Key.Key_Backspace, TEXT[:-1]),
        (Qt.Key.Key_Return, TEXT + "\n"),
    ],
)
def test_any_other_key_drops_it_and_does_what_it_does(desk: Desk, key: Qt.Key, after: str) -> None:
    feature = suggested(desk)
    desk.key(key)
    assert feature.text == ""
    assert desk.text() == after
    block = desk.window.page.document().firstBlock()
    assert block.layout().preeditAreaText() == ""


def test_tab_is_a_tab_where_nothing_is_suggested(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Tab)
    assert desk.text() == "\t"


def test_a_click_elsewhere_drops_it(desk: Desk) -> None:
    feature = suggested(desk)
    desk.window.page.set_caret_position(2)
    assert feature.text == ""


def test_nothing_is_suggested_within_a_word_or_before_one(desk: Desk) -> None:
    desk.window.page.set_text("onetwo")
    desk.window.page.set_caret_position(3)
    desk.write("x")
    desk.bot.wait(200)
    assert not desk.generator.requests


def test_it_never_loads_a_model(desk: Desk) -> None:
    desk.window.models.unload()
    desk.until(lambda: desk.window.models.loaded is None and desk.window.model_bridge.idle)
    loads = len(desk.generator.loads)
    desk.write(TEXT)
    desk.bot.wait(200)
    assert len(desk.generator.loads) == loads
    assert not desk.generator.requests


def test_a_key_cancels_it_at_once_and_continue_comes_first(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info(), gated=True)
    feature = ready(desk)
    desk.write(TEXT)
    desk.until(lambda: len(desk.generator.requests) == 1)  # it waits for a permit
    desk.write("r")
    desk.until(lambda: desk.window.model_bridge.idle)  # and ends without one
    assert desk.text() == TEXT + "r"
    desk.until(lambda: len(desk.generator.requests) == 2)
    desk.window.generation.continue_writing()
    desk.until(lambda: len(desk.generator.requests) == 3)
    desk.generator.allow(1000)
    desk.until_idle()
    assert desk.text() == TEXT + "r one two three"
    assert feature.text == ""


def test_only_the_line_is_suggested(desk: Desk) -> None:
    desk.generator.words = (" one", " two.\n", "\nThree")
    desk.write(TEXT)
    feature = suggesting(desk)
    desk.until(lambda: feature.text == " one two." and desk.window.model_bridge.idle)


def test_a_record_of_what_was_taken_is_passed_on(desk: Desk) -> None:
    told: list[GenerationRecord] = []
    desk.window.generation.recorded.connect(told.append)
    suggested(desk)
    assert not told
    desk.key(Qt.Key.Key_Tab)
    assert [replace(r, id="").model for r in told] == ["tiny"]
    assert told[0].id == "r1"


def test_a_load_that_ends_in_the_pause_does_not_end_it(desk: Desk) -> None:
    desk.write(TEXT)
    desk.window.models.loaded_changed.emit()
    feature = suggesting(desk)
    desk.until(lambda: feature.text == " one two three")
