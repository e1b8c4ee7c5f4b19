"""What the events of a run come to: the curves, the samples, how far it is and how long it will take."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field

from ownhand.training.events import (
    CheckpointWritten,
    EpochDone,
    HeldOutScored,
    ModelKept,
    ReportWritten,
    RunEnded,
    RunStage,
    SampleWritten,
    StepDone,
    TrainingEvent,
)
from ownhand.training.spec import TrainingSpec

_RECENT = 30
"""Steps that the time left is reckoned from."""


@dataclass(slots=True)
class Curve:
    """Values by step, in order of the steps.

    Attributes:
        steps: Numbers of the steps, rising.
        values: One for each.
    """

    steps: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def add(self, step: int, value: float) -> None:
        """Put a value at the end; what stood at this step or after it goes."""
        self.cut(step)
        self.steps.append(step)
        self.values.append(value)

    def cut(self, step: int) -> None:
        """Forget what stands at this step or after it."""
        if self.steps and self.steps[-1] >= step:
            first = bisect_left(self.steps, step)
            del self.steps[first:]
            del self.values[first:]


class RunProgress:
    """Takes the events of one run in their order.

    A run that was killed goes on from its last checkpoint, so its log can hold a step twice: the
    later one counts, and what the earlier life did beyond it is forgotten.

    Attributes:
        spec: What the run does.
        step: Steps taken.
        train: Loss of each step, nats per token.
        smooth: The same, averaged over the steps before.
        held_out: Loss on the held-out part.
        scored: The last score of the held-out part, or None.
        first_scored: The first one, or None.
        accuracy: Of the last step, or None.
        tokens_per_s: Of the last step; 0.0 before the first.
        epoch: The last epoch that was finished, or None.
        samples: What the model wrote, oldest first.
        stage: What is being done when it takes no steps, or None.
        checkpoint_step: Step of the newest checkpoint, or None.
        model: Slug of the trained model, or "".
        has_report: Whether the report is written.
        ended: How the run ended, or None while something came after it.
    """

    def __init__(self, spec: TrainingSpec) -> None:
        self.spec = spec
        self.step = 0
        self.train = Curve()
        self.smooth = Curve()
        self.held_out = Curve()
        self.scored: HeldOutScored | None = None
        self.first_scored: HeldOutScored | None = None
        self.accuracy: float | None = None
        self.tokens_per_s = 0.0
        self.epoch: EpochDone | None = None
        self.samples: list[SampleWritten] = []
        self.stage: RunStage | None = None
        self.checkpoint_step: int | None = None
        self.model = ""
        self.has_report = False
        self.ended: RunEnded | None = None
        self._seen: deque[tuple[int, float]] = deque(maxlen=_RECENT)
        self._weight = 2 / (1 + min(50, max(5, spec.steps // 25)))

    def add(self, event: TrainingEvent, seen_s: float | None = None) -> None:
        """Take the next event.

        Args:
            event: Whatever the run told.
            seen_s: Time at which it happened, by any clock; None where it was read from an old log.
        """
        self.ended = None
        match event:
            case StepDone():
                self._add_step(event, seen_s)
            case HeldOutScored():
                self.held_out.add(event.step, event.loss)
                self.scored = event
                self.stage = None
                if self.first_scored is None or event.step <= self.first_scored.step:
                    self.first_scored = event
            case EpochDone():
                self.epoch = event
            case SampleWritten():
                same = (event.step, event.sampler, event.prompt)
                self.samples = [s for s in self.samples if (s.step, s.sampler, s.prompt) != same]
                self.samples.append(event)
            case RunStage():
                self.stage = event
            case CheckpointWritten():
                self.checkpoint_step = event.step
            case ModelKept():
                self.model = event.model
            case ReportWritten():
                self.has_report = True
            case RunEnded():
                self.ended = event
                self.stage = None
                self.model = event.model or self.model
                self._seen.clear()

    def seconds_left(self) -> float | None:
        """About how long the remaining steps will take, or None when nothing is known of it."""
        left = self.spec.steps - self.step
        if len(self._seen) > 1:
            (first, begun), (last, ended) = self._seen[0], self._seen[-1]
            return left * (ended - begun) / (last - first)
        tokens = self.spec.batch * self.spec.accumulate * self.spec.seq
        if self.tokens_per_s > 0 and tokens:
            return left * tokens / self.tokens_per_s
        return None

    def _add_step(self, event: StepDone, seen_s: float | None) -> None:
        if self.train.steps and event.step <= self.train.steps[-1]:
            self._go_back(event.step)
        self.step = event.step
        self.stage = None
        self.accuracy = event.accuracy
        self.tokens_per_s = event.tokens_per_s
        self.train.add(event.step, event.loss)
        self.smooth.cut(event.step)
        before = self.smooth.values[-1] if self.smooth.values else event.loss
        weight = max(self._weight, 1 / (1 + len(self.smooth.values)))
        self.smooth.add(event.step, before + weight * (event.loss - before))
        if seen_s is not None:
            self._seen.append((event.step, seen_s))

    def _go_back(self, step: int) -> None:
        """The run goes on from before `step`, which it had taken already."""
        self.held_out.cut(step)
        self.samples = [sample for sample in self.samples if sample.step < step]
        if self.epoch is not None and self.epoch.step >= step:
            self.epoch = None
        self._seen.clear()
