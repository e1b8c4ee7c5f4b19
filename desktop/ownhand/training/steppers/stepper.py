"""What a training backend implements."""

from __future__ import annotations

from typing import Protocol

from ownhand.engine.architecture import Array
from ownhand.training.blocks import Batch, Score


class Stepper(Protocol):
    """Parameters, their gradients and the optimiser's means, on a device."""

    def accumulate(self, batch: Batch) -> Score:
        """Add the gradient of a micro-batch."""
        ...

    def apply(self, rate: float) -> float:
        """Take one step with the mean gradient of what was accumulated; returns its norm."""
        ...

    def score(self, batch: Batch) -> Score:
        """Score a batch without learning from it."""
        ...

    def state(self) -> dict[str, Array]:
        """Everything a checkpoint needs: parameters ("value/…"), means ("mean/…"), squares
        ("square/…") and the number of steps ("step")."""
        ...

    def restore(self, state: dict[str, Array]) -> None:
        """Go back to a state, bit for bit."""
        ...
