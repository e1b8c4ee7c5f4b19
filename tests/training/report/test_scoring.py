from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.training.conftest import Desk, sequences

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import Ids
from ownhand.training.blocks import Blocks
from ownhand.training.report.scoring import SequenceScores, chosen_blocks, score_blocks

BACKEND = os.environ.get("KERAS_BACKEND", "tensorflow")


def scored(directory: Path, **sets: Blocks) -> dict[str, SequenceScores]:
    *_, found = score_blocks(directory, sets, BACKEND, CancelToken())
    assert isinstance(found, dict)
    return found


def nats_by_decoder(directory: Path, ids: Ids) -> float:
    """Cross-entropy of each token after the first, by the decoder that writes."""
    logits = load(directory).decoder.extend(ids[None, :-1], all_positions=True).logits[0]
    logits = logits.astype(np.float64)
    total = np.log(np.exp(logits - logits.max(axis=-1, keepdims=True)).sum(axis=-1))
    own = np.take_along_axis(logits, ids[1:, None], axis=-1)[:, 0] - logits.max(axis=-1)
    return float((total - own).sum())


@pytest.mark.parametrize("model", ["tiny-llama", "tiny-qwen", "gpt2"])
def test_each_sequence_has_the_nats_that_the_decoder_gives_its_documents(
    desk: Desk, model: str
) -> None:
    directory = desk.models / model
    blocks = sequences(3, seed=5)
    found = scored(directory, some=blocks)["some"]
    row = 2  # the last, in a batch that had to be filled up
    documents = [blocks.ids[row][blocks.segments[row] == number] for number in (1, 2)]
    expected = sum(nats_by_decoder(directory, ids) for ids in documents)
    assert found.nats.shape == (3,)
    assert found.nats[row] == pytest.approx(expected, rel=1e-4)
    assert found.counts.tolist() == [sum(len(ids) - 1 for ids in documents)] * 3


def test_sets_are_scored_apart_and_may_be_empty(desk: Desk) -> None:
    blocks = sequences(3, seed=5)
    directory = desk.models / "tiny-llama"
    empty = Blocks(blocks.ids[:0], blocks.segments[:0])
    found = scored(directory, first=blocks, none=empty, last=Blocks(blocks.ids[2:], blocks.segments[2:]))  # fmt: skip
    assert found["none"].nats.shape == (0,)
    np.testing.assert_allclose(found["last"].nats, found["first"].nats[2:], rtol=1e-5)


def test_cancel_ends_the_scoring(desk: Desk) -> None:
    cancel = CancelToken()
    events = score_blocks(desk.models / "tiny-llama", {"a": sequences(20, seed=1)}, BACKEND, cancel)
    assert [next(events).label for _ in range(3)] == ["Reading the model", *["Reading pages"] * 2]  # type: ignore[union-attr] # stages come first
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(events)


def test_blocks_are_chosen_by_the_seed_in_the_order_of_the_text() -> None:
    chosen = chosen_blocks(500, 64, 1)
    assert len(set(chosen.tolist())) == 64
    assert (np.diff(chosen) > 0).all()
    assert chosen.tolist() == chosen_blocks(500, 64, 1).tolist()
    assert chosen.tolist() != chosen_blocks(500, 64, 2).tolist()
    assert chosen_blocks(3, 64, 1).tolist() == [0, 1, 2]
