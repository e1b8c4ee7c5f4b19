from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.models.importers.gguf import GgufImporter
from ownhand.models.kerashub import fill_backbone
from ownhand.models.manifest import read_manifest


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    (tmp_path / "out").mkdir()
    for _ in GgufImporter().convert(str(file), tmp_path / "out", CancelToken()):
        pass
    return tmp_path / "out"


def test_every_weight_is_put_in_by_its_path(keras_hub: Any, directory: Path) -> None:
    backbone = fill_backbone(directory)
    stored = load_file(directory / "model.safetensors")
    assert isinstance(backbone, keras_hub.models.LlamaBackbone)
    assert backbone.count_params() == read_manifest(directory).parameters
    for variable in backbone.weights:
        np.testing.assert_array_equal(np.asarray(variable), stored[variable.path])


def test_all_weights_that_do_not_fit_are_named(keras_hub: Any, directory: Path) -> None:
    stored = load_file(directory / "model.safetensors")
    del stored["sequence_output_layernorm/scale"]
    stored["surplus"] = np.zeros(3, np.float32)
    stored["token_embedding/embeddings"] = stored["token_embedding/embeddings"][:-1]
    save_file(stored, directory / "model.safetensors")
    with pytest.raises(ModelError) as caught:
        fill_backbone(directory)
    assert "sequence_output_layernorm/scale is missing" in str(caught.value)
    assert "surplus is left over" in str(caught.value)
    assert "token_embedding/embeddings has the shape" in str(caught.value)


def test_untied_config_asks_for_the_output_weights(keras_hub: Any, directory: Path) -> None:
    path = directory / "config.json"
    document = json.loads(path.read_text())
    document["config"]["tie_word_embeddings"] = False
    path.write_text(json.dumps(document))
    with pytest.raises(ModelError, match="reverse_embeddings is missing"):
        fill_backbone(directory)
