"""A run is followed by its directory: caught up with, found dead, paused, resumed, stopped."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.processes import NO_NETWORK
from tests.helpers.run_logs import life, new_run, pretend_alive, pretend_dead, step, tell
from tests.training.conftest import Desk, _trained_bases, desk  # noqa: F401 # fixtures

from ownhand.app import window_loop
from ownhand.bridge.run_watch import NOT_STARTED, RunWatch
from ownhand.bridge.tasks import Tasks
from ownhand.training.events import ModelKept, RunEnded, RunStage, TrainingEvent, to_line
from ownhand.training.runs import RunInfo, RunStatus, RunStore, forget_wish, wish_of


@pytest.fixture
def runs(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture
def faults() -> list[BaseException]:
    return []


@pytest.fixture
def tasks(qapp: QApplication, qtbot: QtBot, faults: list[BaseException]) -> Iterator[Tasks]:
    loop = window_loop(qapp)
    tasks = Tasks(loop, faults.append)
    yield tasks
    tasks.cancel_all()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    assert not faults


@pytest.fixture
def watch(runs: RunStore, tasks: Tasks, tmp_path: Path) -> Iterator[RunWatch]:
    watch = RunWatch(runs, tmp_path / "models", lambda: "tensorflow", tasks)
    yield watch
    watch.leave()


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=60_000)


def is_now(watch: RunWatch, status: RunStatus) -> bool:
    return watch.status == status


def follow(qtbot: QtBot, watch: RunWatch, run: RunInfo) -> list[TrainingEvent]:
    """Follow a run until its log is read; gives a list that grows with what arrives."""
    arrived: list[TrainingEvent] = []
    watch.events_arrived.connect(arrived.extend)
    watch.follow(run.id)
    until(qtbot, lambda: watch.caught_up)
    return arrived


def test_events_of_the_past_and_of_now_arrive_in_order(
    qtbot: QtBot, runs: RunStore, watch: RunWatch
) -> None:
    run = new_run(runs)
    past = list(life(20))
    tell(run, *past)
    pretend_alive(run)
    arrived = follow(qtbot, watch, run)
    assert arrived == past
    assert is_now(watch, "running")

    with open(run.folder / "events.jsonl", "a", encoding="utf-8") as file:
        line = to_line(step(21)) + "\n"
        file.write(line[:30])
        file.flush()
        qtbot.wait(300)
        assert arrived == past
        file.write(line[30:])
    tell(run, step(22))
    until(qtbot, lambda: len(arrived) == len(past) + 2)
    assert arrived[-2:] == [step(21), step(22)]
    assert watch.progress is not None
    assert watch.progress.step == 22


def test_long_log_is_caught_up_with_in_slices(
    qtbot: QtBot, runs: RunStore, tasks: Tasks, tmp_path: Path
) -> None:
    run = new_run(runs, steps=10_000)
    tell(run, *(step(number, 10_000) for number in range(1, 10_001)))
    ticks = 0

    def clock() -> float:  # a millisecond passes whenever it is looked at
        nonlocal ticks
        ticks += 1
        return ticks / 1000

    watch = RunWatch(runs, tmp_path, lambda: "tensorflow", tasks, budget_ms=500.0, clock=clock)
    slices: list[int] = []
    watch.events_arrived.connect(lambda events: slices.append(len(events)))
    arrived = follow(qtbot, watch, run)
    assert len(arrived) == 10_000
    assert max(slices) <= 501
    watch.leave()


def test_line_torn_by_a_crash_is_passed_over(qtbot: QtBot, runs: RunStore, watch: RunWatch) -> None:
    run = new_run(runs)
    tell(run, step(1))
    with open(run.folder / "events.jsonl", "a", encoding="utf-8") as file:
        file.write(to_line(step(2))[:25] + "\n")
    tell(run, step(2), step(3))
    assert follow(qtbot, watch, run) == [step(1), step(2), step(3)]


def test_dead_worker_is_noticed(qtbot: QtBot, runs: RunStore, watch: RunWatch) -> None:
    run = new_run(runs)
    tell(run, *life(5))
    pretend_alive(run)
    follow(qtbot, watch, run)
    assert is_now(watch, "running")
    with qtbot.waitSignal(watch.status_changed, timeout=60_000) as told:
        pretend_dead(run)
    assert told.args == ["interrupted"]


def test_worker_that_said_good_bye_is_not_taken_for_dead(
    qtbot: QtBot, runs: RunStore, watch: RunWatch
) -> None:
    run = new_run(runs)
    tell(run, *life(5))
    pretend_alive(run)
    follow(qtbot, watch, run)
    told: list[str] = []
    watch.status_changed.connect(told.append)
    tell(run, RunEnded("finished", 5, "mine"))
    pretend_dead(run)
    until(qtbot, lambda: bool(told))
    assert told == ["finished"]
    assert watch.progress is not None
    assert watch.progress.model == "mine"


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ((), "waiting"),
        ((step(1), RunEnded("paused", 1)), "paused"),
        ((step(1), RunEnded("paused", 1), RunStage("Reading the model")), "interrupted"),
        ((step(1), RunEnded("failed", 1, message="Full disk.")), "failed"),
    ],
)
def test_resting_run_is_known_for_what_it_is(
    qtbot: QtBot, runs: RunStore, watch: RunWatch, events: tuple[TrainingEvent, ...], status: str
) -> None:
    run = new_run(runs)
    if events:
        tell(run, *events)
    follow(qtbot, watch, run)
    until(qtbot, lambda: watch.status == status)


def test_unknown_run_is_refused_in_words(qtbot: QtBot, watch: RunWatch) -> None:
    with qtbot.waitSignal(watch.refused, timeout=60_000) as told:
        watch.follow("none")
    assert "no run" in told.args[0]


def test_refusal_about_a_run_that_was_left_is_not_told(
    qtbot: QtBot, runs: RunStore, watch: RunWatch, tasks: Tasks
) -> None:
    run = new_run(runs)
    heard: list[str] = []
    watch.refused.connect(heard.append)
    watch.follow("no-such-run")
    watch.follow(run.id)
    until(qtbot, lambda: tasks.idle)
    assert heard == []


def test_last_wish_to_follow_wins(qtbot: QtBot, runs: RunStore, watch: RunWatch) -> None:
    first, second = new_run(runs, name="First"), new_run(runs, name="Second")
    watch.follow(first.id)
    watch.follow(second.id)
    until(qtbot, lambda: watch.caught_up)
    assert watch.run is not None
    assert watch.run.id == second.id


@pytest.mark.parametrize(("act", "wish"), [("pause", "pause"), ("stop_and_keep", "stop")])
def test_running_run_is_asked(
    qtbot: QtBot, runs: RunStore, watch: RunWatch, act: str, wish: str
) -> None:
    run = new_run(runs)
    tell(run, *life(5))
    pretend_alive(run)
    follow(qtbot, watch, run)
    getattr(watch, act)()
    assert watch.asked == wish
    until(qtbot, lambda: wish_of(run.folder) == wish)


def test_wish_that_was_granted_is_no_longer_asked(
    qtbot: QtBot, runs: RunStore, watch: RunWatch
) -> None:
    run = new_run(runs)
    tell(run, *life(5))
    pretend_alive(run)
    follow(qtbot, watch, run)
    watch.stop_and_keep()
    until(qtbot, lambda: wish_of(run.folder) == "stop")
    forget_wish(run.folder)
    tell(run, ModelKept(5, "mine"), RunStage("Report"))
    until(qtbot, lambda: watch.asked == "")
    assert is_now(watch, "running")


def test_worker_that_cannot_start_is_told(
    qtbot: QtBot, runs: RunStore, watch: RunWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = new_run(runs)
    tell(run, step(1), RunEnded("paused", 1))
    follow(qtbot, watch, run)
    monkeypatch.setattr("sys.executable", "/bin/false")
    with qtbot.waitSignal(watch.refused, timeout=60_000) as told:
        watch.resume()
        assert is_now(watch, "running")
    assert told.args == [NOT_STARTED]
    assert is_now(watch, "paused")


def test_real_run_is_killed_woken_and_stopped(
    qtbot: QtBot,
    desk: Desk,  # noqa: F811 # the fixture
    tasks: Tasks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = os.pathsep.join(filter(None, [str(NO_NETWORK), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("PYTHONPATH", path)
    runs = RunStore(desk.folder)
    run = runs.create(desk.spec(steps=100_000, checkpoint_minutes=1e-9))
    watch = RunWatch(runs, desk.models, lambda: "tensorflow", tasks)
    follow(qtbot, watch, run)
    assert is_now(watch, "waiting")

    def steps() -> int:
        return watch.progress.step if watch.progress else 0

    watch.resume()
    until(qtbot, lambda: steps() > 2)
    assert is_now(watch, "running")
    noted = json.loads((run.folder / "worker.json").read_text())
    os.kill(noted["pid"], signal.SIGKILL)
    until(qtbot, lambda: is_now(watch, "interrupted"))

    watch.stop_and_keep()
    assert (watch.status, watch.asked) == ("running", "stop")
    until(qtbot, lambda: is_now(watch, "stopped"))
    assert watch.progress is not None
    assert watch.progress.model == "mine"
    assert watch.progress.train.steps == list(range(1, steps() + 1))
