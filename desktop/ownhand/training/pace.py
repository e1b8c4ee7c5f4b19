"""From minutes or epochs to steps: how many, and where among them scores and samples come."""

from __future__ import annotations

import math
from dataclasses import replace

from ownhand.training.forecast import Forecast
from ownhand.training.spec import TrainingSpec

_MOST_EPOCHS = {"lora": 3.0, "full": 3.0, "scratch": 60.0}
"""Where only minutes are given, texts are not gone through more often than this: it would be learning
by heart."""

_SCORES = 12
"""Held-out scores in a run, about, where a spec says nothing: enough for a curve and the best step."""

_SAMPLES = 4
"""Samples in a run that does not come to the end of an epoch."""


_SCORES_SHARE, _SAMPLES_SHARE = 0.15, 0.1
"""Of the time spent learning, the most that scores and samples may take: a short run has few of them."""

_PLANNED_SHARE = 0.95
"""Of the minutes given; the rest is for what no trial can tell. A run of 15 minutes on two cores took 2.7 % longer
than its trial said."""


def paced(spec: TrainingSpec, forecast: Forecast, per_epoch: float) -> TrainingSpec:
    """A spec with its steps, and with what depends on their number.

    Args:
        spec: What the writer wants, in steps, epochs or minutes; the first that is given counts.
        forecast: What was measured.
        per_epoch: Steps in which all texts are gone through once.
    """
    if spec.steps:
        return _with_steps(spec, spec.steps, forecast, per_epoch)
    if spec.epochs:
        return _with_steps(spec, max(1, math.ceil(spec.epochs * per_epoch)), forecast, per_epoch)
    most = max(1, math.ceil(_MOST_EPOCHS[spec.method] * per_epoch))
    if not spec.minutes:
        return _with_steps(spec, most, forecast, per_epoch)
    budget_s = 60 * spec.minutes * _PLANNED_SHARE
    low = 1  # it always holds that this many fit; more steps take more time, but for a score or two
    while low < most:
        middle = (low + most + 1) // 2
        needed_s = seconds_of(_with_steps(spec, middle, forecast, per_epoch), forecast, per_epoch)
        low, most = (middle, most) if needed_s <= budget_s else (low, middle - 1)
    return _with_steps(spec, low, forecast, per_epoch)


def seconds_of(spec: TrainingSpec, forecast: Forecast, per_epoch: float) -> float:
    """Time that a run will take, scores and samples included, until its model is there; the report is not in it.

    Args:
        spec: From `paced`.
        forecast: What was measured.
        per_epoch: Steps in which all texts are gone through once.
    """
    epochs = math.ceil(spec.steps / per_epoch)
    scores = 1 + epochs + (spec.steps // spec.score_every if spec.score_every else 0)
    samples = 1 + (spec.steps // spec.sample_every if spec.sample_every else epochs - 1)
    return (
        forecast.first_s
        + (spec.steps - 1) * forecast.step_s
        + scores * forecast.score_s
        + samples * forecast.sample_s
    )


def _with_steps(
    spec: TrainingSpec, steps: int, forecast: Forecast, per_epoch: float
) -> TrainingSpec:
    learning_s = steps * forecast.step_s
    scores = max(1, _affordable(_SCORES, _SCORES_SHARE * learning_s, forecast.score_s))
    samples = _affordable(_SAMPLES, _SAMPLES_SHARE * learning_s, forecast.sample_s)
    # Where epochs are short, their ends are enough.
    score_every = 0 if per_epoch <= steps / _SCORES else math.ceil(steps / scores)
    sample_every = 0 if per_epoch <= steps or not samples else math.ceil(steps / samples)
    return replace(
        spec,
        steps=steps,
        warmup=spec.warmup if spec.warmup >= 0 else min(20, steps // 10),
        score_every=spec.score_every or score_every,
        sample_every=spec.sample_every or sample_every,
    )


def _affordable(most: int, budget_s: float, each_s: float) -> int:
    """How many things of `each_s` seconds fit into a time, at most `most`."""
    return min(most, int(budget_s / each_s)) if each_s else most
