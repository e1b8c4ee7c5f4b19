"""From minutes or epochs to steps."""

from __future__ import annotations

import pytest

from ownhand.training.forecast import Forecast
from ownhand.training.pace import paced, seconds_of
from ownhand.training.spec import TrainingSpec

FORECAST = Forecast(first_s=60, step_s=3, memory_bytes=1, score_s=6, sample_s=10)


def test_minutes_hold_steps_scores_and_samples() -> None:
    spec = paced(TrainingSpec(minutes=15), FORECAST, per_epoch=1000)
    assert seconds_of(spec, FORECAST, 1000) <= 0.95 * 900
    more = paced(TrainingSpec(steps=spec.steps + 5), FORECAST, per_epoch=1000)
    assert seconds_of(more, FORECAST, 1000) > 0.95 * 900
    assert spec.score_every == -(-spec.steps // 12)
    assert spec.sample_every == -(-spec.steps // 4)
    assert spec.warmup == 20
    # 60 + 3 per step, about 14 scores of 6 s and 5 samples of 10 s.
    assert spec.steps == pytest.approx((855 - 60 - 84 - 50) / 3, abs=8)


def test_short_run_learns_more_than_it_is_looked_at() -> None:
    # The starter model on two cores.
    slow = Forecast(first_s=25, step_s=3.8, memory_bytes=1, score_s=10, sample_s=17)
    spec = paced(TrainingSpec(minutes=4), slow, per_epoch=800)
    assert spec.steps >= 30
    assert 0.9 * 0.95 * 240 < seconds_of(spec, slow, 800) <= 0.95 * 240
    assert spec.sample_every == 0


def test_there_is_always_a_step() -> None:
    assert paced(TrainingSpec(minutes=0.1), FORECAST, per_epoch=10).steps == 1


@pytest.mark.parametrize(("method", "steps"), [("lora", 30), ("full", 30), ("scratch", 600)])
def test_minutes_go_through_the_texts_only_so_often(method: str, steps: int) -> None:
    assert paced(TrainingSpec(method=method, minutes=600), FORECAST, per_epoch=10).steps == steps


def test_epochs_and_steps_are_taken_as_they_are() -> None:
    assert paced(TrainingSpec(epochs=2.5), FORECAST, per_epoch=10.1).steps == 26
    assert paced(TrainingSpec(epochs=2.5, steps=7), FORECAST, per_epoch=10.1).steps == 7


def test_short_epochs_are_scored_and_sampled_at_their_ends() -> None:
    spec = paced(TrainingSpec(epochs=20), FORECAST, per_epoch=10)
    assert (spec.score_every, spec.sample_every) == (0, 0)
    # The beginning and 20 ends are scored, 20 ends sampled.
    assert seconds_of(spec, FORECAST, 10) == 60 + 199 * 3 + 21 * 6 + 20 * 10


def test_what_a_spec_says_of_scores_and_samples_stays() -> None:
    spec = paced(TrainingSpec(steps=50, score_every=3, sample_every=9, warmup=0), FORECAST, 10)
    assert (spec.score_every, spec.sample_every, spec.warmup) == (3, 9, 0)
