from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file
from tests.helpers.adapters import SCALE, add_adapter
from tests.helpers.tiny_models import TinyGguf, backbone_logits

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.models.kerashub import fill_backbone
from ownhand.models.store import DirectoryStore
from ownhand.models.tensors import ModelTensors


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tensors")
    TinyGguf().write(folder / "tiny.gguf")
    list(DirectoryStore(folder / "models").add(str(folder / "tiny.gguf"), CancelToken()))
    add_adapter(folder / "models" / "tiny-llama", "Letters", ("query", "output", "down"))
    return folder / "models"


def test_weights_of_a_whole_model_are_those_in_its_file(models: Path) -> None:
    tensors = ModelTensors(models / "tiny-llama")
    stored = load_file(models / "tiny-llama" / "model.safetensors")
    assert tensors.names == stored.keys()
    assert not tensors.adapted
    assert all(np.array_equal(tensors(name), array) for name, array in stored.items())


def test_adapter_is_added_to_what_it_changes_and_to_nothing_else(models: Path) -> None:
    tensors = ModelTensors(models / "letters")
    stored = load_file(models / "tiny-llama" / "model.safetensors")
    factors = load_file(models / "letters" / "adapter.safetensors")
    assert tensors.names == stored.keys()
    assert len(tensors.adapted) == 6
    assert tensors.whole_sha256 == ModelTensors(models / "tiny-llama").whole_sha256
    for name, array in stored.items():
        assert tensors.shape(name) == array.shape
        if name in tensors.adapted:
            product = factors[f"{name}.a"].astype(np.float64) @ factors[f"{name}.b"]
            expected = array + SCALE * product.reshape(array.shape)
            np.testing.assert_allclose(tensors(name), expected, atol=1e-6)
            assert not np.allclose(tensors(name), array, atol=1e-3)
        else:
            assert np.array_equal(tensors(name), array)


def test_keras_hub_gets_the_adapter_too(keras_hub: Any, models: Path) -> None:
    ids = [104, 101, 32]
    base = backbone_logits(fill_backbone(models / "tiny-llama"), ids)
    adapted = backbone_logits(fill_backbone(models / "letters"), ids)
    assert not np.allclose(base, adapted, atol=0.01)


def test_missing_weight_is_told_to_the_writer(models: Path) -> None:
    with pytest.raises(ModelError, match=r"tiny-llama are missing or damaged.*add it again"):
        ModelTensors(models / "tiny-llama")("nothing")
