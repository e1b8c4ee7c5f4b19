"""The writer chooses without knowing; what was chosen is kept, and told at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.run_logs import new_run
from tests.helpers.training_room import Room, report

from ownhand.core import atomic
from ownhand.training.report.blind import choices, shown_first
from ownhand.training.report.report import write_report
from ownhand.training.runs import RunInfo
from ownhand.ui.training.blind_test import NO_PAIRS, BlindTest

PAIRS = 12


@pytest.fixture
def run(room: Room) -> RunInfo:
    run = new_run(room.runs)
    write_report(run.folder, report(run.id, PAIRS))
    return run


@pytest.fixture
def page(room: Room, run: RunInfo) -> BlindTest:
    page = BlindTest(run.folder.parent, room.themes)
    room.show(page)
    page.show_run(run.id)
    return page


def choose_new(page: BlindTest) -> None:
    """Choose the trained model, which only this test can tell."""
    page.choose(next(i for i in (0, 1) if page.passages[i].toPlainText().startswith("new")))


def test_sides_are_hidden_and_in_the_order_of_the_run(page: BlindTest, run: RunInfo) -> None:
    firsts = set()
    for pair in range(PAIRS):
        first, second = (passage.toPlainText() for passage in page.passages)
        assert {first, second} == {f"old {pair}", f"new {pair}"}
        assert first.startswith("old") == (shown_first(run.folder, pair) == "before")
        firsts.add(first[:3])
        shown = page.position.text() + "".join(button.text() for button in page.buttons)
        assert "model" not in shown
        page.choose(0)
    assert firsts == {"old", "new"}


def test_choice_is_kept_for_the_side_that_was_shown(page: BlindTest, run: RunInfo) -> None:
    for _ in range(3):
        choose_new(page)
    assert choices(run.folder) == {0: "after", 1: "after", 2: "after"}


@pytest.mark.parametrize(("key", "index"), [(Qt.Key.Key_A, 0), (Qt.Key.Key_B, 1)])
def test_keys_choose(room: Room, page: BlindTest, run: RunInfo, key: Qt.Key, index: int) -> None:
    page.activateWindow()
    room.until(page.isActiveWindow)
    wanted = "before" if page.passages[index].toPlainText().startswith("old") else "after"
    QTest.keyClick(page.passages[0], key)
    assert choices(run.folder) == {0: wanted}
    assert "Pair 2" in page.position.text()


def test_test_goes_on_where_it_was_left(room: Room, page: BlindTest, run: RunInfo) -> None:
    for _ in range(4):
        page.choose(0)
    with room.bot.waitSignal(page.closed) as told:
        page.back_button.click()
    assert told.args == [run.id]
    again = BlindTest(run.folder.parent, room.themes)
    room.show(again)
    again.show_run(run.id)
    assert "Pair 5 of 12" in again.position.text()
    assert again.passages[0].toPlainText().endswith(" 4")


def test_end_tells_count_and_chance_in_words(page: BlindTest) -> None:
    for _ in range(PAIRS):
        choose_new(page)
    told = page.result.text()
    assert "12 times out of 12" in told
    assert "p = 0.00049" in told
    assert "one of 2,000 tests" in told
    assert "more like you than before" in told
    assert page.result.isVisible()
    assert not page.passages[0].isVisible()
    page.choose(0)  # there is nothing left to choose


def test_even_result_is_called_chance(page: BlindTest) -> None:
    for pair in range(PAIRS):
        wanted = "new" if pair % 2 else "old"
        page.choose(next(i for i in (0, 1) if page.passages[i].toPlainText().startswith(wanted)))
    assert "6 times out of 12" in page.result.text()
    assert "may well be chance" in page.result.text()


def test_choice_that_cannot_be_kept_is_asked_again(
    page: BlindTest, run: RunInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write_text", full)
        page.choose(0)
    assert "could not be kept" in page.problem.text()
    assert page.problem.isVisible()
    assert "Pair 1" in page.position.text()
    page.choose(0)
    assert not page.problem.isVisible()
    assert len(choices(run.folder)) == 1


def test_run_without_pairs_says_so(room: Room, page: BlindTest) -> None:
    page.show_run(new_run(room.runs).id)
    assert page.result.text() == NO_PAIRS
    assert not page.buttons[0].isVisible()
