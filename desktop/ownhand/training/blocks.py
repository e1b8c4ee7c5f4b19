"""Packed sequences, what is scored in them, and the order in which a run sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.corpus.pack import segment_positions
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
        return segment_positions(self.segments[:, :-1])

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


@dataclass(frozen=True, slots=True)
class Blocks:
    """Packed sequences.

    Attributes:
        ids: `<int32>[blocks, seq + 1]`.
        segments: `<int32>[blocks, seq + 1]`, number of the document within the block, 0 for padding.
    """

    ids: Ids
    segments: Ids

    def __len__(self) -> int:
        return len(self.ids)

    def batch(self, chosen: Ids) -> Batch:
        """The sequences of these numbers."""
        return Batch(
            np.ascontiguousarray(self.ids[chosen], np.int32),
            np.ascontiguousarray(self.segments[chosen], np.int32),
        )


def micro_batches(blocks: int, step: int, batch: int, accumulate: int, seed: int) -> list[Ids]:
    """Which sequences a step learns from: each epoch is its own shuffle of all of them.

    Args:
        blocks: Sequences in all, at least 1.
        step: Number of the step, from 0.
        batch: Sequences per micro-batch.
        accumulate: Micro-batches per step.
        seed: Of the run.

    Returns:
        `accumulate` arrays `<int32>[batch]`.
    """
    first = step * batch * accumulate
    numbers = np.arange(first, first + batch * accumulate)
    epochs = {int(e): _shuffle(blocks, int(e), seed) for e in np.unique(numbers // blocks)}
    chosen = np.array([epochs[int(n // blocks)][n % blocks] for n in numbers], np.int32)
    return list(chosen.reshape(accumulate, batch))


def _shuffle(blocks: int, epoch: int, seed: int) -> Ids:
    rng = np.random.Generator(np.random.PCG64([seed, epoch]))
    return rng.permutation(blocks).astype(np.int32)
