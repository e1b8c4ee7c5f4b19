"""Models made from nothing: their files, their sizes, and that they write like any other."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file
from tests.helpers.loading import load
from tests.helpers.untrained import TEXTS, untrained

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import ContextPlanned, GenerationFinished, GenerationRequest, TextArrived
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.generation import continue_text
from ownhand.engine.session import Session
from ownhand.models.layout import TOKENIZER_FILE, WEIGHTS_FILE
from ownhand.models.manifest import read_manifest, write_manifest
from ownhand.models.store import DirectoryStore
from ownhand.training.scratch import make_untrained, suggest
from ownhand.training.spec import TrainingSpec


def test_same_spec_and_texts_give_the_same_files(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        untrained(tmp_path / name, seed=seed)
    a, b, c = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in "abc"
    )
    assert a.keys() == {"config.json", "manifest.json", TOKENIZER_FILE, WEIGHTS_FILE}
    for name in a.keys() - {"manifest.json"}:
        assert a[name] == b[name]
    assert a[WEIGHTS_FILE] != c[WEIGHTS_FILE]


def test_what_was_made_is_told(tmp_path: Path) -> None:
    made = untrained(tmp_path / "model")
    weights = load_file(made.directory / WEIGHTS_FILE)
    assert made.parameters == sum(array.size for array in weights.values())
    assert made.vocabulary == len(weights["token_embedding/embeddings"])
    assert made.kind == "words"
    model = load(made.directory)
    assert made.tokens == sum(len(model.tokenizer.encode(text)) for text in TEXTS)
    manifest = read_manifest(made.directory)
    assert manifest.title == "Tiny"
    assert manifest.family == "post_norm_gpt"
    assert manifest.parameters == made.parameters
    assert manifest.context_tokens == model.decoder.context_tokens == 20
    assert manifest.stop_token_ids == (manifest.bos_token_id,) == model.tokenizer.first_ids


def test_weights_are_drawn_as_keras_draws_them(keras_hub: Any, tmp_path: Path) -> None:
    import keras

    made = untrained(tmp_path / "model", width=48, heads=2, feed_forward=40, head_width=30)
    arrays = load_file(made.directory / WEIGHTS_FILE)
    dense = keras.layers.Dense(made.vocabulary)
    dense.build((1, 48))
    embedding = keras_hub.layers.TokenAndPositionEmbedding(made.vocabulary, 20, 48)
    embedding.build((1, 4))
    attention = keras.layers.MultiHeadAttention(2, 30)
    attention.build((1, 4, 48), (1, 4, 48))
    block = "transformer_layer_1/self_attention"
    fresh = {
        "output/kernel": dense.kernel,
        "token_embedding/embeddings": embedding.token_embedding.embeddings,
        "position_embedding/embeddings": embedding.position_embedding.position_embeddings,
        f"{block}/query/kernel": attention.weights[0],
        f"{block}/attention_output/kernel": attention.weights[6],
    }
    for name, variable in fresh.items():
        reference = variable.numpy()
        assert reference.shape == arrays[name].shape
        # A uniform distribution: what is the largest says how wide it is.
        assert np.abs(arrays[name]).max() == pytest.approx(np.abs(reference).max(), rel=0.06)
        assert arrays[name].std() == pytest.approx(reference.std(), rel=0.1)
    assert not arrays["output/bias"].any()
    assert (arrays["transformer_layer_0/feedforward_layer_norm/gamma"] == 1).all()


@pytest.mark.parametrize(("tokens", "layers", "width"), [(0, 2, 128), (1_000_000, 3, 128), (10**9, 3, 192)])  # fmt: skip
def test_suggested_size_follows_the_texts_within_bounds(
    tokens: int, layers: int, width: int
) -> None:
    size = suggest(tokens)
    assert (size.layers, size.width) == (layers, width)
    assert size.width % size.heads == 0


def test_suggested_blocks_have_a_parameter_per_twenty_tokens_seen_sixteen_times() -> None:
    for tokens in range(500_000, 2_000_000, 100_000):
        size = suggest(tokens)
        assert 12 * size.layers * size.width**2 <= tokens * 16 / 20


def test_nothing_asked_for_gives_a_small_tied_gpt2(tmp_path: Path) -> None:
    spec = TrainingSpec(method="scratch")
    list(make_untrained(tmp_path / "model", lambda: TEXTS, spec, "Mine", CancelToken()))
    document = json.loads((tmp_path / "model" / "config.json").read_text())
    assert document["class_name"] == "GPT2Backbone"
    assert document["config"]["max_sequence_length"] == 128
    assert document["config"]["hidden_dim"] == 128
    assert read_manifest(tmp_path / "model").family == "gpt2"


@pytest.mark.parametrize(
    ("texts", "changes", "problem"),
    [
        ((), {}, "no text"),
        (TEXTS, {"width": 32, "heads": 5, "architecture": "gpt2"}, "5 heads"),
        (TEXTS, {"width": 2, "heads": 5, "architecture": "post_norm"}, "5 heads"),
    ],
)
def test_what_cannot_be_made_is_refused(
    tmp_path: Path, texts: tuple[str, ...], changes: dict[str, Any], problem: str
) -> None:
    spec = TrainingSpec(method="scratch", **changes)
    with pytest.raises(BadInputError, match=problem):
        list(make_untrained(tmp_path / "model", lambda: texts, spec, "Mine", CancelToken()))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["bpe", "wordpiece", "words", "characters"])
def test_a_cancel_leaves_nothing_behind(tmp_path: Path, kind: str) -> None:
    cancel = CancelToken()
    seen = 0

    def texts() -> Any:
        nonlocal seen
        for text in TEXTS * 2:
            seen += 1
            if seen == 9:  # while the vocabulary or the tokens are at it
                cancel.cancel()
            yield text

    spec = TrainingSpec(method="scratch", vocabulary=kind)
    with pytest.raises(Cancelled):
        list(make_untrained(tmp_path / "model", texts, spec, "Mine", cancel))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("architecture", ["post_norm", "gpt2"])
@pytest.mark.parametrize("sampler", ["greedy", "beam", "top_p", "contrastive"])
def test_it_streams_from_an_empty_text_and_past_its_context(
    tmp_path: Path, architecture: str, sampler: str
) -> None:
    made = untrained(tmp_path / "model", architecture=architecture, heads=2)
    model = load(made.directory)
    session = Session(model.decoder)
    settings = {
        "greedy": SamplingSettings(sampler="greedy"),
        "beam": SamplingSettings(sampler="beam", num_beams=4),
        "contrastive": SamplingSettings(sampler="contrastive"),
        "top_p": SamplingSettings(top_p=0.5, top_k=0, temperature=1.0),
    }[sampler]
    text = ""
    for number in range(4):
        request = GenerationRequest(text, replace(settings, seed=number), max_tokens=30)
        events = list(continue_text(session, model.tokenizer, request, CancelToken()))
        planned = next(event for event in events if isinstance(event, ContextPlanned))
        end = events[-1]
        assert isinstance(end, GenerationFinished)
        assert planned.prompt_tokens + end.new_tokens <= model.decoder.context_tokens
        assert number or planned.prompt_tokens == 1  # the begin mark alone
        text += "".join(event.text for event in events if isinstance(event, TextArrived))
        text += " there was"
    assert planned.dropped_characters > 0
    assert not any(name in text for name in ("[PAD]", "[UNK]", "[BOS]"))


def test_it_is_listed_by_the_store(tmp_path: Path) -> None:
    made = untrained(tmp_path / "models" / "tiny")
    write_manifest(made.directory, replace(read_manifest(made.directory), slug="tiny"))
    (info,) = DirectoryStore(tmp_path / "models").list()
    assert (info.slug, info.family, info.parameters) == ("tiny", "post_norm_gpt", made.parameters)
    assert math.isclose(info.size_bytes, 4 * made.parameters, rel_tol=0.5)
