"""What a run leaves in the store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.adapters import SCALE, add_adapter, random_factors
from tests.training.conftest import Desk

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.architecture import Weights
from ownhand.models.store import DirectoryStore
from ownhand.models.tensors import ModelTensors
from ownhand.training.export import TrainedAdapter, TrainedModel
from ownhand.training.lineage import LINEAGE_FILE
from ownhand.training.method import read_base
from ownhand.training.parameters import Parameters, merged

_GATED = ("query", "key", "value", "output", "gate", "up", "down")
ALL = {
    "tiny-llama": _GATED,
    "tiny-qwen": _GATED,
    "gpt2": ("query", "key", "value", "output", "up", "down"),
}


def added(models: Path, importer: TrainedAdapter | TrainedModel) -> ModelInfo:
    *_, info = DirectoryStore(models, importers=(importer,)).add("a run", CancelToken())
    assert isinstance(info, ModelInfo)
    return info


def merge(base: Path, factors: Parameters, scale: float) -> Weights:
    model = read_base(base)
    return in_memory(merged(model.arch, model.weights, model.layers, factors, scale))


def in_memory(weights: Weights) -> Weights:
    return replace(weights, layers=tuple(weights.layers))


def assert_same(directory: Path, expected: Weights, tolerance: float = 0.0) -> None:
    found = read_base(directory)
    for layer, wanted in zip(found.layers, expected.layers, strict=True):
        for name, array in wanted.items():
            np.testing.assert_allclose(layer[name], array, rtol=0, atol=tolerance)
    assert np.array_equal(found.weights.embedding, expected.embedding)


@pytest.mark.parametrize("base", list(ALL))
def test_adapter_gives_the_very_weights_that_were_trained(desk: Desk, base: str) -> None:
    directory = desk.models / base
    factors = random_factors(directory, ALL[base], seed=3)
    info = added(desk.models, TrainedAdapter(directory, factors, SCALE, "Mine", {"run": "a"}))
    assert (info.title, info.base) == ("Mine", base)
    assert_same(info.directory, merge(directory, factors, SCALE))
    assert json.loads((info.directory / LINEAGE_FILE).read_text()) == {"run": "a"}


def test_adapter_trained_from_an_adapter_stands_on_the_whole_model(desk: Desk) -> None:
    first = add_adapter(desk.models / "tiny-llama", "First", ("query", "value"), seed=1)
    factors = random_factors(first.directory, ("value", "down"), seed=2, rank=3)
    expected = merge(first.directory, factors, 1.5)
    second = added(desk.models, TrainedAdapter(first.directory, factors, 1.5, "Second", {}))
    third = add_adapter(second.directory, "Third", ("query",), seed=5)
    DirectoryStore(desk.models).remove("first")
    assert (second.base, third.base) == ("tiny-llama", "tiny-llama")
    assert_same(second.directory, expected, tolerance=1e-6)
    a, b = ModelTensors(second.directory).factors("transformer_layer_0/self_attention/value/kernel")
    assert (a.shape[1], b.shape[0]) == (5, 5)
    assert DirectoryStore(desk.models).open("third")


def test_full_finetune_of_an_adapter_is_a_whole_model(desk: Desk) -> None:
    first = add_adapter(desk.models / "tiny-llama", "First")
    base = read_base(first.directory)
    expected = in_memory(base.weights)
    info = added(desk.models, TrainedModel(first.directory, base.arch, base.weights, "Whole", {}))
    DirectoryStore(desk.models).remove("first")
    assert info.base == ""
    assert_same(info.directory, expected)
