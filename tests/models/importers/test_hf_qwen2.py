from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.helpers.tiny_models import backbone_logits
from tests.helpers.tiny_qwen import (
    CONTEXT,
    END,
    ROWS,
    SPECIAL,
    TEMPLATE,
    TOKENS,
    TURN_END,
    qwen_backbone,
    qwen_tensors,
    qwen_tokenizer,
    write_gguf_qwen2,
    write_hf_qwen2,
)
from tokenizers import Tokenizer

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ImportRefusedError, ModelError
from ownhand.models.importers.gguf import GgufImporter
from ownhand.models.importers.hf_directory import HfImporter
from ownhand.models.kerashub import fill_backbone
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest

IDS = [3, 77, 260, 5, 5, 101, 19]


def convert(source: Path, staging: Path) -> Path:
    staging.mkdir()
    for _ in HfImporter().convert(str(source), staging, CancelToken()):
        pass
    return staging


@pytest.mark.parametrize("tied", [True, False])
def test_logits_equal_those_of_kerashub(keras_hub: Any, tmp_path: Path, tied: bool) -> None:
    write_hf_qwen2(tmp_path / "in", tied)
    backbone = fill_backbone(convert(tmp_path / "in", tmp_path / "out"))
    assert isinstance(backbone, keras_hub.models.QwenBackbone)
    np.testing.assert_array_equal(
        backbone_logits(backbone, IDS), backbone_logits(qwen_backbone(tied), IDS)
    )


def test_gguf_file_of_the_model_gives_the_same_weights(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "in", tied=False)
    whole = read_manifest(convert(tmp_path / "in", tmp_path / "out"))
    (tmp_path / "gguf").mkdir()
    file = write_gguf_qwen2(tmp_path / "tiny.gguf", tied=False)
    for _ in GgufImporter().convert(str(file), tmp_path / "gguf", CancelToken()):
        pass
    assert read_manifest(tmp_path / "gguf").weights_sha256 == whole.weights_sha256


def test_manifest_and_config_tell_what_the_directory_says(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "my_qwen")
    manifest = read_manifest(convert(tmp_path / "my_qwen", tmp_path / "out"))
    assert (manifest.title, manifest.family) == ("my qwen", "qwen")
    assert manifest.parameters == sum(values.size for values in qwen_tensors().values())
    assert manifest.context_tokens == CONTEXT
    assert manifest.stop_token_ids == (
        END,
        TURN_END,
    )  # the first is in generation_config.json alone
    assert (manifest.bos_token_id, manifest.add_bos) == (END, False)
    assert manifest.chat_template == TEMPLATE
    assert manifest.source.importer == "hf_qwen2"
    class_name, config = read_config(tmp_path / "out")
    assert class_name == "QwenBackbone"
    assert config["vocabulary_size"] == ROWS
    assert config["rope_max_wavelength"] == 900.0
    assert config["layer_norm_epsilon"] == 1e-6


def test_chat_template_in_a_file_of_its_own_is_taken(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "in")
    (tmp_path / "in" / "tokenizer_config.json").unlink()
    (tmp_path / "in" / "chat_template.jinja").write_text("{{ messages }} ü", encoding="utf-8")
    manifest = read_manifest(convert(tmp_path / "in", tmp_path / "out"))
    assert manifest.chat_template == "{{ messages }} ü"


def test_base_of_the_rotation_is_found_where_newer_versions_keep_it(tmp_path: Path) -> None:
    rope = {"rope_theta": 7000.0, "rope_type": "default"}
    write_hf_qwen2(tmp_path / "in", config={"rope_theta": None, "rope_parameters": rope})
    _, config = read_config(convert(tmp_path / "in", tmp_path / "out"))
    assert config["rope_max_wavelength"] == 7000.0


def test_tokens_are_those_of_the_directory(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "in")
    convert(tmp_path / "in", tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    own = qwen_tokenizer(normalised=True)
    for text in ("hell tell 12\n\n don't  x", "ünï 你 🙂\n\t x", "u\u0308ber <|im_end|>\r\n"):
        assert tokenizer.encode(text).ids == own.encode(text).ids
    assert tokenizer.encode("<|im_start|>he<|im_end|>").ids == [
        *(TOKENS.index("<|im_start|>"), TOKENS.index("he"), TURN_END)
    ]
    added = tokenizer.get_added_tokens_decoder()
    assert {token.content for token in added.values() if token.special} == set(SPECIAL)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"use_sliding_window": True}, "use_sliding_window = True"),
        ({"hidden_act": "gelu"}, "hidden_act = gelu"),
        ({"rope_scaling": {"type": "yarn", "factor": 4.0}}, "rope_scaling"),
        ({"rope_parameters": {"rope_type": "yarn"}}, "rope_type = yarn"),
        ({"head_dim": 16}, "head_dim = 16"),
        ({"vocab_size": 100}, "more tokens"),
        ({"vocab_size": "many"}, "config.json is damaged"),
        ({"max_position_embeddings": None}, "config.json is damaged"),
        ({"num_hidden_layers": 3}, r"layers\.2\..* is missing"),
        ({"num_hidden_layers": 1}, r"a part \(model\.layers\.1"),
        ({"num_key_value_heads": 4}, "does not fit|shape"),
        ({"num_attention_heads": 5}, "head_dim|not usable"),
        ({"tie_word_embeddings": False}, r"lm_head\.weight is missing"),
    ],
)
def test_what_the_backbone_cannot_hold_is_refused(
    tmp_path: Path, config: dict[str, Any], message: str
) -> None:
    write_hf_qwen2(tmp_path / "in", config=config)
    with pytest.raises(ModelError, match=message):
        convert(tmp_path / "in", tmp_path / "out")


def test_output_layer_that_a_tied_model_may_not_have_is_refused(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "in", tied=False, config={"tie_word_embeddings": True})
    with pytest.raises(ImportRefusedError, match="output layer of its own"):
        convert(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize("name", ["q_proj.bias", "k_proj.bias", "v_proj.bias"])
def test_missing_bias_is_refused(tmp_path: Path, name: str) -> None:
    write_hf_qwen2(tmp_path / "in")
    path = tmp_path / "in" / "model.safetensors"
    tensors = load_file(path)
    del tensors[f"model.layers.1.self_attn.{name}"]
    save_file(tensors, path)
    with pytest.raises(ImportRefusedError, match=rf"layers\.1\.self_attn\.{name} is missing"):
        convert(tmp_path / "in", tmp_path / "out")


def test_directory_without_its_tokenizer_json_is_refused(tmp_path: Path) -> None:
    write_hf_qwen2(tmp_path / "in")
    (tmp_path / "in" / "tokenizer.json").unlink()
    vocabulary = {token: index for index, token in enumerate(TOKENS)}
    (tmp_path / "in" / "vocab.json").write_text(json.dumps(vocabulary))
    (tmp_path / "in" / "merges.txt").write_text("h e\n")
    with pytest.raises(ImportRefusedError, match=r"tokenizer\.json.*Get the model again"):
        convert(tmp_path / "in", tmp_path / "out")
