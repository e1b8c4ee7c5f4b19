from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.training.conftest import Desk

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.engine.loader import LoadedModel
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Blocks
from ownhand.training.report.writing import OPENING_TOKENS, Written, openings, write_on


@pytest.fixture
def tokenizer(desk: Desk) -> Tokenizer:
    folder = desk.models / "tiny-llama"
    return Tokenizer(folder / TOKENIZER_FILE, read_manifest(folder))


def packed(tokenizer: Tokenizer, *texts: str) -> Blocks:
    rows = [tokenizer.encode(text) for text in texts]
    length = max(len(row) for row in rows)
    ids = [np.pad(row, (0, length - len(row))) for row in rows]
    segments = [np.pad(np.ones(len(row), np.int32), (0, length - len(row))) for row in rows]
    return Blocks(np.stack(ids).astype(np.int32), np.stack(segments))


def test_opening_begins_with_a_sentence_and_ends_with_a_word(tokenizer: Tokenizer) -> None:
    middle = " of Mrs. Hill went on. Nobody had asked the old ferryman whether it would rain today."
    start = "It was the first warm day, and there was no hurry in anyone at all by the quay."
    found = set(openings(packed(tokenizer, middle, start), tokenizer, 2, 0))
    assert found == {"Nobody had asked the old", "It was the first warm day, and"}


def test_opening_of_a_script_without_spaces_is_cut_by_tokens(tokenizer: Tokenizer) -> None:
    (found,) = openings(packed(tokenizer, "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。"), tokenizer, 1, 0)  # fmt: skip
    assert found == "春眠不觉晓，处处闻啼"
    assert len(found.encode()) == OPENING_TOKENS


def test_openings_are_different_and_chosen_by_the_seed(tokenizer: Tokenizer) -> None:
    texts = [f"Sentence number {n} of the many in this book, all alike." for n in range(30)]
    blocks = packed(tokenizer, *texts, *texts)
    first, second, other = (openings(blocks, tokenizer, 8, seed) for seed in (1, 1, 2))
    assert len(set(first)) == 8
    assert first == second != other


def test_too_short_texts_open_nothing(tokenizer: Tokenizer) -> None:
    assert openings(packed(tokenizer, "Too short."), tokenizer, 3, 0) == []


@pytest.fixture
def model(desk: Desk) -> LoadedModel:
    return load(desk.models / "tiny-llama")


def test_model_writes_on_as_the_seed_says(model: LoadedModel) -> None:
    def written(seed: int) -> Written:
        *_, found = write_on(model, [("One", 12), ("Two", 12)], seed, CancelToken())
        assert isinstance(found, Written)
        return found

    first, second, other = written(1), written(1), written(2)
    assert first.texts == second.texts != other.texts
    assert len(first.texts) == 2
    assert first.tokens_per_s > 0


def test_cancel_ends_the_writing(model: LoadedModel) -> None:
    cancel = CancelToken()
    events = write_on(model, [("One", 12)], 1, cancel)
    next(events)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
