"""The order of sequences, and what is scored in them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ownhand.training.blocks import Batch, micro_batches


@given(
    blocks=st.integers(1, 30),
    batch=st.integers(1, 5),
    accumulate=st.integers(1, 3),
    seed=st.integers(0, 9),
)
def test_every_epoch_sees_each_sequence_once(
    blocks: int, batch: int, accumulate: int, seed: int
) -> None:
    steps = 3 * blocks
    seen = np.concatenate(
        [np.concatenate(micro_batches(blocks, s, batch, accumulate, seed)) for s in range(steps)]
    )
    for epoch in range(len(seen) // blocks):
        part = seen[epoch * blocks : (epoch + 1) * blocks]
        assert sorted(part.tolist()) == list(range(blocks))


def test_order_depends_on_seed_and_epoch_alone() -> None:
    first = micro_batches(50, 3, 4, 2, seed=1)
    again = micro_batches(50, 3, 4, 2, seed=1)
    other = micro_batches(50, 3, 4, 2, seed=2)
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(first, other, strict=True))


def test_targets_across_documents_and_padding_do_not_count() -> None:
    segments = np.array([[1, 1, 2, 2, 2, 0, 0]], np.int32)
    batch = Batch(np.zeros_like(segments), segments)
    assert batch.wanted.tolist() == [[1, 0, 1, 1, 0, 0]]
    assert batch.places.tolist() == [[0, 1, 0, 1, 2, 0]]
