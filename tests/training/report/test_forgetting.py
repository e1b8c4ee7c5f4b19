from __future__ import annotations

import pytest
from tests.training.conftest import Desk

from ownhand.core.resources import read_text
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Batch
from ownhand.training.report.forgetting import SAMPLE, general_english


@pytest.fixture
def tokenizer(desk: Desk) -> Tokenizer:
    folder = desk.models / "tiny-llama"
    return Tokenizer(folder / TOKENIZER_FILE, read_manifest(folder))


@pytest.mark.parametrize("columns", [9, 257])
def test_every_token_of_the_sample_is_predicted_once(tokenizer: Tokenizer, columns: int) -> None:
    found = general_english(tokenizer, columns)
    assert found.blocks.ids.shape[1] == columns
    texts = read_text(SAMPLE).strip().split("\n\n* * *\n\n")
    batch = Batch(found.blocks.ids, found.blocks.segments)
    assert batch.wanted.sum() == sum(len(tokenizer.encode(text)) - 1 for text in texts)
    firsts = sum(len(tokenizer.decode([tokenizer.encode(text)[0]]).encode()) for text in texts)
    assert found.bytes.sum() == sum(len(text.encode()) for text in texts) - firsts


def test_bytes_are_those_of_the_targets(tokenizer: Tokenizer) -> None:
    found = general_english(tokenizer, 33)
    batch = Batch(found.blocks.ids, found.blocks.segments)
    for row in (0, 1, len(found.bytes) - 1):
        targets = batch.ids[row, 1:][batch.wanted[row] > 0]
        assert len(tokenizer.decode(targets.tolist()).encode()) == found.bytes[row]


def test_sample_has_enough_passages_for_an_interval(tokenizer: Tokenizer) -> None:
    found = general_english(tokenizer, 257)
    assert len(set(found.passages.tolist())) >= 12
    assert len(read_text(SAMPLE).split()) > 2400
