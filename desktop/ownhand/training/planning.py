"""From what a writer wants to a run that can begin: reads the texts, makes what is missing, tries a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.training.forecast import Forecast
from ownhand.training.prepare import Prepared
from ownhand.training.spec import TrainingSpec


@dataclass(frozen=True, slots=True)
class Plan:
    """A run that can begin.

    Attributes:
        spec: With nothing left open.
        prepared: The texts.
        forecast: What it will need.
        epochs: Times it goes through the texts.
        advice: Sentences on what was chosen and why, for the writer.
    """

    spec: TrainingSpec
    prepared: Prepared
    forecast: Forecast
    epochs: float
    advice: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """About how long the training will take."""
        return self.forecast.seconds_for(self.spec.steps)


def plan_run(
    spec: TrainingSpec, paths: Paths, backend: str, cancel: CancelToken
) -> Iterator[Stage | Prepared | Plan]:
    """Fill in what a spec leaves open; the last event is the `Plan`.

    Args:
        spec: What the writer wants.
        paths: The writer's folders.
        backend: Keras backend to train on.
        cancel: Looked at per file, and ten times a second while a step is tried.

    Raises:
        BadInputError: If there is nothing to train on or a field cannot be.
        NotEnoughMemoryError: If it cannot fit; says what would.
    """
    raise NotImplementedError
