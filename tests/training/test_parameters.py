"""Every weight by name, out and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.helpers.untrained import shake, untrained
from tests.training.conftest import Desk

from ownhand.engine.families import family_of
from ownhand.models.layout import read_config
from ownhand.models.tensors import ModelTensors
from ownhand.training.method import read_base
from ownhand.training.parameters import full_parameters, merged, with_full


@pytest.mark.parametrize("architecture", ["post_norm", "gpt2"])
def test_all_weights_go_out_by_name_and_come_back(tmp_path: Path, architecture: str) -> None:
    made = untrained(tmp_path / "model", architecture=architecture, heads=2)
    arrays = shake(made.directory)
    class_name, config = read_config(made.directory)
    family = family_of(class_name)
    arch, weights = family.read(config, lambda name: arrays[name])
    layers = tuple(weights.layers)
    parameters = full_parameters(weights, layers)
    assert sum(array.size for array in parameters.values()) == made.parameters
    doubled = {name: array * 2 for name, array in parameters.items()}
    after = dict(family.write(arch, merged(arch, weights, layers, doubled, 1.0)))
    for name, array in arrays.items():
        np.testing.assert_allclose(after[name], array * 2)
    tensors = with_full({}, doubled)
    assert (tensors["unembedding_bias"] is None) == (architecture == "gpt2")
    assert (tensors["norm"] is None) == (architecture == "post_norm")


def test_biases_of_queries_keys_and_values_are_trained_with_all_weights(desk: Desk) -> None:
    base = read_base(desk.models / "tiny-qwen")
    parameters = full_parameters(base.weights, base.layers)
    tensors = ModelTensors(desk.models / "tiny-qwen")
    doubled = {name: array * 2 for name, array in parameters.items()}
    whole = merged(base.arch, base.weights, base.layers, doubled, 1.0)
    after = dict(family_of("QwenBackbone").write(base.arch, whole))
    assert after.keys() == tensors.names
    for name, array in after.items():
        np.testing.assert_allclose(array, tensors(name) * 2)
