"""The bridge between a lane and the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import JobEvent, Stage, TextArrived
from ownhand.engine.lane import Lane


class Clock:
    """Time that passes by `step` seconds at each look."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[LaneBridge]:
    bridge = LaneBridge(Lane("model-lane"))
    yield bridge
    assert bridge.close()


def words(*texts: str) -> Iterator[JobEvent]:
    for number, text in enumerate(texts, 1):
        yield TextArrived(text, number)


def test_events_arrive_in_order_with_their_job(bridge: LaneBridge, qtbot: QtBot) -> None:
    heard: list[tuple[int, str]] = []
    bridge.stage_changed.connect(lambda job, stage: heard.append((job, stage.label)))
    bridge.text_arrived.connect(lambda job, event: heard.append((job, event.text)))

    def work(_cancel: CancelToken) -> Iterator[JobEvent]:
        yield Stage("A")
        yield from words("a")
        yield Stage("B")

    with qtbot.waitSignal(bridge.job_ended, check_params_cb=lambda job, _: job == 2):
        first = bridge.submit(work)
        second = bridge.submit(lambda _cancel: words("c"))

    assert heard == [(first, "A"), (first, "a"), (first, "B"), (second, "c")]


def test_pieces_of_text_that_wait_come_as_one(qtbot: QtBot) -> None:
    bridge = LaneBridge(Lane("model-lane"))
    done = threading.Event()
    heard: list[tuple[int, object]] = []
    bridge.text_arrived.connect(lambda job, event: heard.append((job, event)))
    bridge.stage_changed.connect(lambda job, stage: heard.append((job, stage)))

    def work(_cancel: CancelToken) -> Iterator[JobEvent]:
        yield from words("It ", "was ", "late")
        yield Stage("Between")
        yield TextArrived(".", 4)

    def later(_cancel: CancelToken) -> Iterator[JobEvent]:
        yield TextArrived("Another", 1)
        done.set()

    first = bridge.submit(work)
    second = bridge.submit(later)
    bridge._timer.stop()
    assert done.wait(5)
    bridge.drain()

    assert heard == [
        (first, TextArrived("It was late", 3)),
        (first, Stage("Between")),
        (first, TextArrived(".", 4)),
        (second, TextArrived("Another", 1)),
    ]
    bridge.close()


def test_events_arrive_on_the_gui_thread(bridge: LaneBridge, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    bridge.text_arrived.connect(lambda *_: threads.append(threading.current_thread()))

    with qtbot.waitSignal(bridge.job_ended):
        bridge.submit(lambda _cancel: words("a"))

    assert threads == [threading.main_thread()]


def test_timer_rests_when_no_job_is_open(bridge: LaneBridge, qtbot: QtBot) -> None:
    assert bridge.idle
    with qtbot.waitSignal(bridge.job_ended):
        bridge.submit(lambda _cancel: words("a"))
        assert bridge._timer.isActive()
    qtbot.waitUntil(lambda: not bridge._timer.isActive())
    assert bridge.idle


def test_drain_stops_at_its_budget_and_leaves_the_rest(qtbot: QtBot) -> None:
    clock = Clock(step=0.001)
    bridge = LaneBridge(Lane("model-lane"), budget_ms=4.0, clock=clock)
    done = threading.Event()
    heard: list[str] = []
    bridge.stage_changed.connect(lambda _job, stage: heard.append(stage.label))

    def work(_cancel: CancelToken) -> Iterator[JobEvent]:
        yield from map(Stage, "abcdefghij")
        done.set()

    bridge.submit(work)
    bridge._timer.stop()
    assert done.wait(5)

    bridge.drain()
    assert heard == list("abcd")  # one look at the clock, one millisecond, per event
    bridge.drain()
    assert heard == list("abcdefgh")
    bridge.close()


def test_cancel_stops_a_running_job(bridge: LaneBridge, qtbot: QtBot) -> None:
    def endless(cancel: CancelToken) -> Iterator[JobEvent]:
        while True:
            cancel.raise_if_cancelled()
            yield Stage("Working")

    with qtbot.waitSignal(bridge.stage_changed):
        job = bridge.submit(endless)
    with qtbot.waitSignal(bridge.job_ended) as ended:
        bridge.cancel(job)

    assert ended.args[0] == job
    assert ended.args[1].cancelled


def test_dropped_job_is_heard_no_more_but_its_end(bridge: LaneBridge, qtbot: QtBot) -> None:
    go = threading.Event()

    def work(_cancel: CancelToken) -> Iterator[JobEvent]:
        go.wait()
        yield from words("late")

    heard: list[object] = []
    bridge.text_arrived.connect(lambda *args: heard.append(args))
    job = bridge.submit(work)
    bridge.drop(job)
    with qtbot.waitSignal(bridge.job_ended):
        go.set()

    assert heard == []
    assert not bridge.is_open(job)


def test_error_is_announced_before_the_end(bridge: LaneBridge, qtbot: QtBot) -> None:
    def work(_cancel: CancelToken) -> Iterator[JobEvent]:
        yield Stage("Working")
        raise ModelError("It is damaged. Add it again.")

    order: list[str] = []
    bridge.failed.connect(lambda _job, failure: order.append(failure.message))
    bridge.job_ended.connect(lambda *_: order.append("ended"))
    with qtbot.waitSignal(bridge.job_ended):
        bridge.submit(work)

    assert order == ["It is damaged. Add it again.", "ended"]


def test_jobs_submitted_past_the_bridge_are_ignored(bridge: LaneBridge, qtbot: QtBot) -> None:
    heard: list[object] = []
    bridge.text_arrived.connect(lambda *args: heard.append(args))
    bridge.lane.submit(lambda _cancel: words("stray"))
    with qtbot.waitSignal(bridge.job_ended):
        bridge.submit(lambda _cancel: words())

    assert heard == []


def test_a_job_that_gives_way_ends_when_another_comes_but_not_for_its_like(
    bridge: LaneBridge, qtbot: QtBot
) -> None:
    ended: dict[int, bool] = {}
    bridge.job_ended.connect(lambda job, event: ended.update({job: event.cancelled}))
    running = threading.Event()

    def until_cancelled(cancel: CancelToken) -> Iterator[JobEvent]:
        running.set()
        while not cancel.cancelled:
            yield from ()
        cancel.raise_if_cancelled()

    first = bridge.submit(until_cancelled, gives_way=True)
    assert running.wait(5)
    second = bridge.submit(lambda _cancel: words("later"), gives_way=True)
    assert first not in ended
    third = bridge.submit(lambda _cancel: words("now"))
    qtbot.waitUntil(lambda: bridge.idle)

    assert ended == {first: True, second: True, third: False}
