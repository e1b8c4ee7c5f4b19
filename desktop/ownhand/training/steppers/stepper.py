"""What a training backend implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.engine.architecture import Array


@dataclass(frozen=True, slots=True)
class Batch:
    """Packed sequences.

    Attributes:
        ids: `<int32>[batch, seq + 1]`; each token is the target of the one before it.
        segments: `<int32>[batch, seq + 1]`, number of the document within the row, 0 for padding.
    """

    ids: Ids
    segments: Ids

    @property
    def places(self) -> Ids:
        """`<int32>[batch, seq]`: position of each token in its document, from 0."""
        segments = self.segments[:, :-1]
        steps = np.broadcast_to(np.arange(segments.shape[1], dtype=np.int32), segments.shape)
        begins = np.ones(segments.shape, bool)
        begins[:, 1:] = segments[:, 1:] != segments[:, :-1]
        places: Ids = steps - np.maximum.accumulate(np.where(begins, steps, 0), axis=1)
        return places.astype(np.int32)

    @property
    def wanted(self) -> Array:
        """`<float32>[batch, seq]`: 1 where a target is no padding and of the same document."""
        here, after = self.segments[:, :-1], self.segments[:, 1:]
        wanted: Array = ((here == after) & (after > 0)).astype(np.float32)
        return wanted


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over the wanted positions of a batch.

    Attributes:
        nats: Cross-entropy.
        right: Positions where the likeliest token was the right one.
        count: Wanted positions.
    """

    nats: float
    right: float
    count: float

    def __add__(self, other: Score) -> Score:
        return Score(self.nats + other.nats, self.right + other.right, self.count + other.count)


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
