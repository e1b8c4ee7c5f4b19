"""What the whole engine writes with the starter model, against transformers on the same file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.loading import load

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import GenerationRequest, TextArrived
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session

GOLDENS = json.loads(
    (Path(__file__).parents[1] / "goldens" / "smollm2.json").read_text(encoding="utf-8")
)

PLAIN = [
    entry
    for entry in GOLDENS["continued"]
    # Here a trailing space is healed, and the name of a special token is the writer's text.
    if not entry["prompt"].endswith(" ") and "<|" not in entry["prompt"]
]

pytestmark = pytest.mark.starter


@pytest.fixture(scope="module")
def starter_on_each(starter_directory: Path, each_runtime: str) -> LoadedModel:
    """The real starter model with float32 weights."""
    return load(starter_directory, runtime=each_runtime)


@pytest.mark.parametrize("entry", GOLDENS["tokenised"], ids=lambda entry: repr(entry["text"])[:30])
def test_tokens_equal_those_of_llama_cpp(starter: LoadedModel, entry: dict[str, Any]) -> None:
    ids = starter.tokenizer.encode(entry["text"])
    if "<|" not in entry["text"]:  # a special token's name in a writer's text is text here
        assert ids.tolist() == entry["ids"]
    assert starter.tokenizer.decode(ids.tolist()) == entry["text"]


@pytest.mark.parametrize("entry", GOLDENS["continued"], ids=lambda entry: entry["prompt"][:30])
def test_first_logits_equal_those_of_transformers(
    starter_on_each: LoadedModel, entry: dict[str, Any]
) -> None:
    decoder = starter_on_each.decoder
    decoder.rewind(decoder.length)
    logits = decoder.extend(np.asarray([entry["prompt_ids"]], np.int32)).logits[0]
    expected = {item["id"]: item["logit"] for item in entry["first_top5"]}
    assert np.argsort(logits)[::-1][:5].tolist() == list(expected)
    np.testing.assert_allclose(logits[list(expected)], list(expected.values()), atol=2e-3)


@pytest.mark.parametrize("entry", PLAIN, ids=lambda entry: entry["prompt"][:30])
def test_greedy_text_equals_that_of_transformers(
    starter_on_each: LoadedModel, entry: dict[str, Any]
) -> None:
    starter = starter_on_each
    session = Session(starter.decoder)
    settings = SamplingSettings(sampler="greedy", seed=0)
    request = GenerationRequest(entry["prompt"], settings, max_tokens=len(entry["ids"]))
    events = continue_text(session, starter.tokenizer, request, CancelToken())
    text = "".join(event.text for event in events if isinstance(event, TextArrived))
    expected = starter.tokenizer.decode(entry["ids"])
    assert text == expected.rstrip("\ufffd")


def test_narrow_weights_and_cache_stay_near_to_float32(starter_directory: Path) -> None:
    """By KL divergence in nats, and by how often the likeliest token is the same."""
    texts = [entry["prompt_ids"] + entry["ids"] for entry in PLAIN]
    whole = log_odds(load(starter_directory, runtime="kernel"), texts)
    narrow = log_odds(load(starter_directory, runtime="int8"), texts)
    divergence = (np.exp(whole) * (whole - narrow)).sum(axis=-1)
    assert divergence.mean() < 2e-3
    assert (whole.argmax(axis=-1) == narrow.argmax(axis=-1)).mean() > 0.97


def log_odds(model: LoadedModel, texts: list[list[int]]) -> np.ndarray:
    """`[tokens, vocabulary]`, after each token of each text."""
    rows = []
    for ids in texts:
        model.decoder.rewind(model.decoder.length)
        logits = model.decoder.extend(np.asarray([ids], np.int32), all_positions=True).logits[0]
        shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
        rows.append(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
    return np.concatenate(rows)
