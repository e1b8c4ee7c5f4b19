from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.training.conftest import Desk, sequences

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.messages import Stage
from ownhand.engine.decoder import KerasDecoder
from ownhand.training.blocks import Blocks
from ownhand.training.report.memorisation import Prefixes, matching_starts, training_prefixes


def matched(decoder: KerasDecoder, prefixes: Prefixes) -> list[int]:
    *_, found = matching_starts(decoder, prefixes, CancelToken())
    assert not isinstance(found, Stage)
    return [int(count) for count in found]


def greedy(decoder: KerasDecoder, given: Ids, count: int) -> list[int]:
    """The likeliest tokens after one prefix, one by one, each from the beginning."""
    ids = given.tolist()
    for _ in range(count):
        decoder.rewind(decoder.length)
        ids.append(int(decoder.extend(np.asarray([ids], np.int32)).logits[0].argmax()))
    return [int(token) for token in ids[len(given) :]]


def test_matching_starts_end_at_the_first_other_token(desk: Desk) -> None:
    decoder = load(desk.models / "tiny-llama").decoder
    rng = np.random.default_rng(3)
    given = rng.integers(33, 127, (18, 10)).astype(np.int32)  # more than go into a batch
    expected = np.array([greedy(decoder, row, 10) for row in given], np.int32)
    wrong = {0: 0, 5: 4, 17: 9}
    for row, at in wrong.items():
        expected[row, at] = (expected[row, at] + 1) % 200
    lengths = [wrong.get(row, 10) for row in range(18)]
    assert matched(decoder, Prefixes(given, expected)) == lengths
    assert matched(decoder, Prefixes(given, expected)) == lengths  # the cache is left usable


def test_prefixes_begin_where_sequences_do_and_stay_within_a_document() -> None:
    ids = np.arange(40 * 120, dtype=np.int32).reshape(40, 120)
    segments = np.ones_like(ids)
    segments[::2, :19] = 1
    segments[::2, 19:] = 2  # 101 tokens of a second document
    found = training_prefixes(Blocks(ids, segments), 2048, 0)
    assert found is not None
    assert found.given.shape == found.expected.shape == (32, 50)
    assert (found.expected[:, 0] == found.given[:, -1] + 1).all()
    starts = found.given[:, 0]
    assert set((starts % 120).tolist()) == {0, 19}
    assert (starts // 120 % 2 == (starts % 120 == 0)).all()
    again = training_prefixes(Blocks(ids, segments), 2048, 0)
    assert again is not None
    assert again.given.tolist() == found.given.tolist()


def test_prefixes_of_short_sequences_are_shorter() -> None:
    found = training_prefixes(sequences(24, seed=1), 64, 0)
    assert found is None  # 12 and 10 tokens a document: too little to say anything
    ids = np.arange(4 * 25, dtype=np.int32).reshape(4, 25)
    found = training_prefixes(Blocks(ids, np.ones_like(ids)), 64, 0)
    assert found is not None
    assert found.given.shape == (4, 12)


def test_prefixes_leave_room_in_a_small_context() -> None:
    ids = np.zeros((4, 257), np.int32)
    found = training_prefixes(Blocks(ids, np.ones_like(ids)), 64, 0)
    assert found is not None
    assert found.given.shape == found.expected.shape == (4, 32)


def test_cancel_ends_the_decoding(desk: Desk) -> None:
    cancel = CancelToken()
    decoder = load(desk.models / "tiny-llama").decoder
    ids = np.zeros((2, 20), np.int32)
    events = matching_starts(decoder, Prefixes(ids[:, :10], ids[:, 10:]), cancel)
    next(events)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
