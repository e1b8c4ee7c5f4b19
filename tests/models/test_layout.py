from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ownhand.core.errors import ModelError
from ownhand.models.layout import read_config, weight_shapes, write_config

LLAMA: dict[str, Any] = {
    "vocabulary_size": 30,
    "num_layers": 2,
    "num_query_heads": 4,
    "num_key_value_heads": 2,
    "hidden_dim": 16,
    "intermediate_dim": 24,
}
GPT2: dict[str, Any] = {
    "vocabulary_size": 30,
    "num_layers": 2,
    "num_heads": 4,
    "hidden_dim": 16,
    "intermediate_dim": 24,
    "max_sequence_length": 20,
}


@pytest.mark.parametrize(
    ("class_name", "config"),
    [
        ("LlamaBackbone", LLAMA | {"tie_word_embeddings": True}),
        ("LlamaBackbone", LLAMA | {"tie_word_embeddings": False}),
        ("QwenBackbone", LLAMA | {"tie_word_embeddings": True}),
        ("QwenBackbone", LLAMA | {"tie_word_embeddings": False}),
        ("GPT2Backbone", GPT2),
    ],
)
def test_weight_shapes_equal_those_of_a_built_backbone(
    keras_hub: Any, class_name: str, config: dict[str, Any]
) -> None:
    backbone = getattr(keras_hub.models, class_name)(**config)
    built = [(variable.path, tuple(variable.shape)) for variable in backbone.weights]
    assert list(weight_shapes(class_name, config).items()) == built


def test_config_comes_back_as_written(tmp_path: Path) -> None:
    write_config(tmp_path, "GPT2Backbone", GPT2)
    assert read_config(tmp_path) == ("GPT2Backbone", GPT2)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"class_name": "BertBackbone", "config": {}}', '{"class_name": "GPT2Backbone", "config": 3}']
)  # fmt: skip
def test_config_is_refused_when_it_is_not_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.json").write_text(text)
    with pytest.raises(ModelError, match=r"Remove the model and add it again\."):
        read_config(tmp_path)


def test_model_that_was_removed_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not on this machine any more"):
        read_config(tmp_path / "gone")


@pytest.mark.parametrize(
    "change", [{"num_query_heads": 3}, {"num_key_value_heads": 3}, {"hidden_dim": None}]
)
def test_weight_shapes_are_refused_when_the_numbers_do_not_add_up(change: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match="not usable"):
        weight_shapes("LlamaBackbone", LLAMA | {"tie_word_embeddings": True} | change)
