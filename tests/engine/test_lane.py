"""The lane outlives whatever its jobs do."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import JobEnded, JobEvent, JobFailed, Stage
from ownhand.engine.lane import Job, Lane

TIMEOUT_S = 10.0


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("test-lane")
    yield made
    assert made.close(TIMEOUT_S)


def events_until_end(lane: Lane, job: Job) -> list[JobEvent]:
    events: list[JobEvent] = []
    while not (events and isinstance(events[-1], JobEnded)):
        job_id, event = lane.events.get(timeout=TIMEOUT_S)
        if job_id == job.id:
            events.append(event)
    return events


def test_events_come_in_order_and_end_once(lane: Lane) -> None:
    def work(_: CancelToken) -> Iterator[JobEvent]:
        for number in range(5):
            yield Stage(str(number))

    events = events_until_end(lane, lane.submit(work))
    assert events == [*(Stage(str(number)) for number in range(5)), JobEnded()]
    assert not lane.busy


def test_jobs_run_one_after_another_on_one_thread(lane: Lane) -> None:
    names: list[str] = []

    def work(_: CancelToken) -> Iterator[JobEvent]:
        names.append(threading.current_thread().name)
        yield Stage("")

    jobs = [lane.submit(work) for _ in range(3)]
    events_until_end(lane, jobs[-1])
    assert names == ["test-lane"] * 3


def test_cancel_ends_a_running_job(lane: Lane) -> None:
    running = threading.Event()

    def work(cancel: CancelToken) -> Iterator[JobEvent]:
        running.set()
        while True:
            cancel.raise_if_cancelled()
            yield Stage("")

    job = lane.submit(work)
    assert running.wait(TIMEOUT_S)
    job.cancel.cancel()
    assert events_until_end(lane, job)[-1] == JobEnded(cancelled=True)


def test_cancel_reaches_a_job_that_still_waits(lane: Lane) -> None:
    go = threading.Event()
    started: list[str] = []

    def first(_: CancelToken) -> Iterator[JobEvent]:
        go.wait(TIMEOUT_S)
        yield Stage("")

    def second(_: CancelToken) -> Iterator[JobEvent]:
        started.append("second")
        yield Stage("")

    lane.submit(first)
    job = lane.submit(second)
    job.cancel.cancel()
    go.set()
    assert events_until_end(lane, job) == [JobEnded(cancelled=True)]
    assert started == []


def test_error_of_a_job_is_told_in_words_and_the_lane_goes_on(
    lane: Lane, caplog: pytest.LogCaptureFixture
) -> None:
    def known(_: CancelToken) -> Iterator[JobEvent]:
        yield Stage("")
        raise ModelError("Choose another model.")

    def unknown(_: CancelToken) -> Iterator[JobEvent]:
        yield Stage("")
        raise ZeroDivisionError

    failed = events_until_end(lane, lane.submit(known))[1]
    assert isinstance(failed, JobFailed)
    assert failed.message == "Choose another model."
    failed = events_until_end(lane, lane.submit(unknown))[1]
    assert isinstance(failed, JobFailed)
    assert "Your text is safe" in failed.message
    assert "ZeroDivisionError" in failed.detail
    assert "failed" in caplog.text


def test_memory_error_is_told_in_words(lane: Lane) -> None:
    def work(_: CancelToken) -> Iterator[JobEvent]:
        yield Stage("")
        raise MemoryError

    failed = events_until_end(lane, lane.submit(work))[1]
    assert isinstance(failed, JobFailed)
    assert "memory" in failed.message
