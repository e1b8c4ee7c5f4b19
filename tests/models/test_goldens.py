"""The starter model against what other implementations made of the same file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.tiny_models import backbone_logits
from tokenizers import Tokenizer

from ownhand.models.kerashub import fill_backbone

GOLDENS = json.loads(
    (Path(__file__).parents[1] / "goldens" / "smollm2.json").read_text(encoding="utf-8")
)

pytestmark = pytest.mark.starter


@pytest.fixture(scope="module")
def tokenizer(starter_directory: Path) -> Tokenizer:
    return Tokenizer.from_file(str(starter_directory / "tokenizer.json"))


@pytest.mark.parametrize("entry", GOLDENS["tokenised"], ids=lambda entry: repr(entry["text"])[:30])
def test_tokens_equal_those_of_llama_cpp(tokenizer: Tokenizer, entry: dict[str, Any]) -> None:
    assert tokenizer.encode(entry["text"]).ids == entry["ids"]


@pytest.mark.parametrize("entry", GOLDENS["tokenised"], ids=lambda entry: repr(entry["text"])[:30])
def test_tokens_decode_to_the_text_they_came_from(
    tokenizer: Tokenizer, entry: dict[str, Any]
) -> None:
    assert tokenizer.decode(entry["ids"], skip_special_tokens=False) == entry["text"]


def test_logits_equal_those_of_transformers(keras_hub: Any, starter_directory: Path) -> None:
    backbone = fill_backbone(starter_directory)
    for entry in GOLDENS["continued"][:3]:
        logits = backbone_logits(backbone, entry["prompt_ids"])[-1]
        expected = {item["id"]: item["logit"] for item in entry["first_top5"]}
        assert np.argsort(logits)[::-1][:5].tolist() == list(expected)
        np.testing.assert_allclose(logits[list(expected)], list(expected.values()), atol=2e-3)
