"""How far a run is beside its weights: what a checkpoint must hold so that a resumed run tells and decides the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ownhand.engine.architecture import Array
from ownhand.training.blocks import Score
from ownhand.training.events import EpochDone

_SCORES = "progress/scores"
_EPOCH = "progress/epoch"


@dataclass(slots=True)
class Progress:
    """Held-out scores so far, and the sums of the epoch that goes on.

    Figures are rounded to float32 at once, as a checkpoint keeps them: what is decided from them is
    the same whether the run was interrupted or not.

    Attributes:
        scores: (step, nats per token) of each held-out score.
        epoch: Sums over the epoch's steps.
    """

    scores: list[tuple[int, float]] = field(default_factory=list)
    epoch: Score = Score(0.0, 0.0, 0.0)

    @property
    def best_step(self) -> int | None:
        """Step with the lowest held-out loss, the earliest of equals; the untrained beginning is none."""
        trained = [score for score in self.scores if score[0]]
        return min(trained, key=lambda score: score[1])[0] if trained else None

    def is_scored(self, step: int) -> bool:
        """Whether the last score was at this step."""
        return bool(self.scores) and self.scores[-1][0] == step

    def score(self, step: int, loss: float) -> bool:
        """Take down a held-out score; returns whether it is the lowest so far, the beginning left out."""
        lowest = min((loss for at, loss in self.scores if at), default=math.inf)
        self.scores.append((step, float(np.float32(loss))))
        return self.scores[-1][1] < lowest

    def is_stuck(self, patience: int) -> bool:
        """Whether the last `patience` scores brought no new best."""
        steps = [step for step, _ in self.scores if step]
        return (
            bool(patience and steps)
            and len(steps) - 1 - steps.index(self.best_step or 0) >= patience
        )

    def add(self, score: Score) -> None:
        """Add a step to the epoch."""
        total = self.epoch + score
        self.epoch = Score(*(float(np.float32(v)) for v in (total.nats, total.right, total.count)))

    def end_epoch(self, number: int, step: int) -> EpochDone:
        """What the epoch came to; the next one begins at zero."""
        count = max(self.epoch.count, 1.0)
        loss = self.epoch.nats / count
        done = EpochDone(
            number, step, loss, math.exp(min(loss, 700.0)), self.epoch.right / count
        )  # fmt: skip
        self.epoch = Score(0.0, 0.0, 0.0)
        return done

    def tensors(self) -> Iterator[tuple[str, Array]]:
        """For a checkpoint, `<float32>`."""
        yield _SCORES, np.asarray(self.scores, np.float32).reshape(-1, 2)
        epoch = (self.epoch.nats, self.epoch.right, self.epoch.count)
        yield _EPOCH, np.asarray(epoch, np.float32)


def read_progress(state: Mapping[str, Array]) -> Progress:
    """The progress that a checkpoint holds."""
    scores = [(int(step), float(loss)) for step, loss in state[_SCORES]]
    return Progress(scores, Score(*(float(value) for value in state[_EPOCH])))
