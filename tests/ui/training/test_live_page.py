"""A run is shown while it learns, and steered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from tests.helpers.run_logs import (
    checkpoint_file,
    life,
    new_run,
    pretend_alive,
    pretend_dead,
    step,
    tell,
)
from tests.helpers.training_room import Room

from ownhand.bridge.run_watch import RunWatch
from ownhand.training.events import (
    ModelKept,
    ReportWritten,
    RunEnded,
    RunStage,
    SampleWritten,
    TrainingEvent,
)
from ownhand.training.runs import RunInfo, wish_of
from ownhand.ui.training.live_page import LivePage


@pytest.fixture
def watch(room: Room) -> Iterator[RunWatch]:
    watch = RunWatch(room.runs, room.root / "models", lambda: "tensorflow", room.tasks)
    yield watch
    watch.leave()


@pytest.fixture
def page(room: Room, watch: RunWatch) -> LivePage:
    page = LivePage(watch, room.themes, room.tasks)
    room.show(page)
    return page


def show(room: Room, page: LivePage, watch: RunWatch, run: RunInfo) -> None:
    page.show_run(run.id)
    room.until(lambda: watch.caught_up)


def learning(room: Room, *events: TrainingEvent) -> RunInfo:
    run = new_run(room.runs)
    tell(run, *events)
    pretend_alive(run)
    return run


def test_learning_run_is_told_in_words_and_drawn(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = learning(room, *life(45))
    checkpoint_file(run, 45)
    show(room, page, watch, run)
    room.until(lambda: page.curve.plot is not None)
    assert page.title.text() == "Mine"
    assert "Step 45 of 120" in page.progress_label.text()
    assert "left" in page.progress_label.text()
    assert "210 tokens/s" in page.progress_label.text()
    assert (page.bar.value(), page.bar.maximum()) == (45, 120)
    assert "perplexity" in page.held_out_label.text()
    assert "at first 42.5" in page.held_out_label.text()
    assert "guessed right 33 %" in page.accuracy_label.text()
    assert page.checkpoint_label.text().startswith("Last safe point")
    xs, _ys = page.curve.plot.listDataItems()[1].getData()
    assert list(xs) == list(range(1, 46))
    xs, _ys = page.curve.plot.listDataItems()[2].getData()
    assert list(xs) == [0, 15, 30, 45]
    assert page.pause_button.text() == "Pause"
    assert not page.trouble.isVisible()


def test_curve_can_be_heard(room: Room, page: LivePage, watch: RunWatch) -> None:
    show(room, page, watch, learning(room, *life(45)))
    room.until(lambda: page.curve.plot is not None)
    spoken = QAccessible.queryAccessibleInterface(page.curve).text(QAccessible.Text.Description)
    assert "After 45 of 120 steps" in spoken
    assert "Pages it never saw: 3.5" in spoken
    assert "Lower is better" in spoken


def test_curve_wears_the_theme(room: Room, page: LivePage, watch: RunWatch) -> None:
    show(room, page, watch, learning(room, *life(15)))
    room.until(lambda: page.curve.plot is not None)
    room.themes.choose("dark")
    theme = room.themes.theme
    assert theme.name == "dark"
    assert page.curve.plot.backgroundBrush().color().name().upper() == theme.paper.upper()
    pen = page.curve.plot.listDataItems()[1].opts["pen"]
    assert pen.color().name().upper() == theme.accent.upper()


def test_new_events_move_the_page(room: Room, page: LivePage, watch: RunWatch) -> None:
    run = learning(room, *life(3))
    show(room, page, watch, run)
    tell(run, step(4))
    room.until(lambda: "Step 4 of 120" in page.progress_label.text())
    tell(run, RunStage("Measuring the model", 3, 10))
    room.until(lambda: page.progress_label.text() == "Measuring the model · 30 %")
    assert (page.bar.value(), page.bar.maximum()) == (3, 10)


def test_samples_are_read_newest_first_and_older_ones_on_request(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = learning(room, *life(85))
    show(room, page, watch, run)
    samples = page.samples
    assert samples.text.toPlainText().startswith("The morning after the storm she walked")
    assert "sample 80" in samples.text.toPlainText()
    assert "after 80 steps" in samples.caption.text()
    assert "likely words" in samples.caption.text()
    samples.earlier_button.click()
    assert "sample 40" in samples.text.toPlainText()
    assert not samples.earlier_button.isEnabled()

    tell(run, SampleWritten(90, "greedy", "Once", " more"))
    room.until(lambda: "of 3" in samples.caption.toolTip())
    assert "sample 40" in samples.text.toPlainText()
    samples.later_button.click()
    samples.later_button.click()
    assert samples.text.toPlainText() == "Once more"
    tell(run, SampleWritten(95, "greedy", "Once", " again"))
    room.until(lambda: samples.text.toPlainText() == "Once again")


@pytest.mark.parametrize(
    ("button", "wish", "words"),
    [("pause_button", "pause", "Pausing"), ("stop_button", "stop", "Stopping")],
)
def test_button_asks_the_run(
    room: Room, page: LivePage, watch: RunWatch, button: str, wish: str, words: str
) -> None:
    run = learning(room, *life(5))
    show(room, page, watch, run)
    getattr(page, button).click()
    assert page.progress_label.text().startswith(words)
    assert not page.pause_button.isEnabled()
    room.until(lambda: wish_of(run.folder) == wish)


def test_broken_off_run_says_what_is_safe_and_what_to_do(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = learning(room, *life(40))
    show(room, page, watch, run)
    pretend_dead(run)
    room.until(page.trouble.isVisible)
    assert "up to step 30 is safe" in page.trouble_label.text()
    assert "Resume" in page.trouble_label.text()
    assert page.pause_button.text() == "Resume"
    assert page.stop_button.isVisible()


def test_failure_is_a_sentence_on_the_page(room: Room, page: LivePage, watch: RunWatch) -> None:
    run = new_run(room.runs)
    tell(run, *life(5), RunEnded("failed", 5, message="The disk is full. Make room and resume."))
    show(room, page, watch, run)
    assert page.trouble_label.text() == "The disk is full. Make room and resume."
    assert page.trouble.isVisible()


def test_finished_run_leads_to_its_model_and_its_report(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = new_run(room.runs)
    tell(run, *life(120), ModelKept(120, "mine"), ReportWritten(120), RunEnded("finished", 120, "mine"))  # fmt: skip
    show(room, page, watch, run)
    assert page.progress_label.text().startswith("Finished after step 120 of 120")
    assert not page.pause_button.isVisible()
    assert not page.stop_button.isVisible()
    with room.bot.waitSignal(page.report_wanted) as told:
        page.report_button.click()
    assert told.args == [run.id]
    with room.bot.waitSignal(page.model_wanted) as told:
        page.write_button.click()
    assert told.args == ["mine"]


def test_model_can_be_used_while_its_report_is_made(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = learning(room, *life(120), ModelKept(120, "mine"), RunStage("Report: Writing", 2, 8))
    show(room, page, watch, run)
    room.until(page.write_button.isVisible)
    assert page.progress_label.text() == "Report: Writing · 25 %"
    assert page.stop_button.text() == "Without a report"
    page.stop_button.click()
    assert "the report is left out" in page.progress_label.text()

    tell(run, RunEnded("finished", 120, "mine", "The model is kept; its report was left out."))
    pretend_dead(run)
    room.until(lambda: page.trouble_label.text().startswith("The model is kept"))
    assert not page.stop_button.isVisible()


def test_report_that_was_broken_off_is_told_apart_from_a_training(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    run = new_run(room.runs)
    tell(run, *life(120), ModelKept(120, "mine"), RunStage("Report: Writing", 2, 8))
    show(room, page, watch, run)
    room.until(lambda: watch.status == "interrupted")
    assert "The model is kept" in page.trouble_label.text()
    assert page.write_button.isVisible()


def test_next_run_leaves_nothing_of_the_one_before(
    room: Room, page: LivePage, watch: RunWatch
) -> None:
    first = new_run(room.runs)
    tell(first, *life(45), RunEnded("failed", 45, message="Full disk."))
    show(room, page, watch, first)
    show(room, page, watch, new_run(room.runs, name="Other"))
    room.until(lambda: page.title.text() == "Other")
    assert page.samples.text.toPlainText() == ""
    assert page.held_out_label.text() == ""
    assert not page.trouble.isVisible()
    assert page.pause_button.text() == "Start"
    assert not page.stop_button.isVisible()


def test_every_control_has_a_name(room: Room, page: LivePage, watch: RunWatch) -> None:
    show(room, page, watch, learning(room, *life(85)))
    controls: list[QWidget] = [page.bar, page.samples.text, page.pause_button, page.stop_button, page.curve]  # fmt: skip
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name).strip()
