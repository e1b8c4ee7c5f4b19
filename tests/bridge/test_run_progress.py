"""What the events of a run come to."""

from __future__ import annotations

import pytest
from tests.helpers.run_logs import life, scored, step

from ownhand.bridge.run_progress import Curve, RunProgress
from ownhand.training.events import (
    CheckpointWritten,
    EpochDone,
    ModelKept,
    ReportWritten,
    RunEnded,
    RunStage,
    SampleWritten,
)
from ownhand.training.spec import TrainingSpec


@pytest.fixture
def progress() -> RunProgress:
    return RunProgress(TrainingSpec(steps=120, batch=2, accumulate=2, seq=100))


def test_curve_replaces_what_stands_at_a_step_or_after_it() -> None:
    curve = Curve()
    for number in (1, 2, 3, 4):
        curve.add(number, float(number))
    curve.add(3, 9.0)
    assert (curve.steps, curve.values) == ([1, 2, 3], [1.0, 2.0, 9.0])


def test_life_of_a_run_is_summed_up(progress: RunProgress) -> None:
    for event in life(93):
        progress.add(event)
    assert progress.step == 93
    assert progress.train.steps == list(range(1, 94))
    assert progress.held_out.steps == [0, 15, 30, 45, 60, 75, 90]
    assert progress.checkpoint_step == 90
    assert [sample.step for sample in progress.samples] == [40, 80]
    assert progress.scored == scored(90)
    assert progress.first_scored == scored(0)
    noise = max(progress.train.values[-30:]) - min(progress.train.values[-30:])
    assert max(progress.smooth.values[-30:]) - min(progress.smooth.values[-30:]) < noise


def test_steps_taken_again_after_a_kill_replace_the_earlier_ones(progress: RunProgress) -> None:
    for event in life(43):
        progress.add(event)
    progress.add(EpochDone(1, 40, 3.0, 20.0, 0.3))
    progress.add(RunStage("Reading the model"))
    progress.add(step(31, loss=1.5))
    assert progress.step == 31
    assert progress.train.steps == list(range(1, 32))
    assert progress.smooth.steps == progress.train.steps
    assert progress.train.values[-1] == 1.5
    assert progress.held_out.steps == [0, 15, 30]
    assert progress.samples == []
    assert progress.epoch is None


def test_sample_written_again_replaces_the_earlier_one(progress: RunProgress) -> None:
    for text in (" one", " two"):
        for sampler in ("greedy", "top_p"):
            progress.add(SampleWritten(10, sampler, "Once", text))
    assert [(s.sampler, s.text) for s in progress.samples] == [
        ("greedy", " two"),
        ("top_p", " two"),
    ]


def test_stage_lasts_until_what_it_was_for_is_there(progress: RunProgress) -> None:
    stages = []
    for event in (RunStage("Scoring"), scored(0), RunStage("Reading"), step(1)):
        progress.add(event)
        stages.append(progress.stage)
    assert stages == [RunStage("Scoring"), None, RunStage("Reading"), None]


def test_time_left_comes_from_the_steps_that_were_seen(progress: RunProgress) -> None:
    assert progress.seconds_left() is None
    progress.add(step(1))
    assert progress.seconds_left() == pytest.approx(119 * 400 / 210)
    for number in range(2, 12):
        progress.add(step(number), seen_s=100.0 + 3 * number)
    assert progress.seconds_left() == pytest.approx(109 * 3)


def test_time_left_follows_a_machine_that_slows_down(progress: RunProgress) -> None:
    now = 0.0
    for number in range(1, 61):
        now += 1.0 if number < 20 else 4.0
        progress.add(step(number), seen_s=now)
    assert progress.seconds_left() == pytest.approx(60 * 4)


def test_end_is_known_until_something_comes_after_it(progress: RunProgress) -> None:
    progress.add(step(3))
    told = []
    for event in (RunEnded("paused", 3), RunStage("Reading the model")):
        progress.add(event)
        told.append(progress.ended)
    assert told == [RunEnded("paused", 3), None]
    for last in (CheckpointWritten(3), ModelKept(3, "mine"), ReportWritten(3), RunEnded("finished", 3, "mine")):  # fmt: skip
        progress.add(last)
    assert progress.model == "mine"
    assert progress.has_report
    assert progress.stage is None
