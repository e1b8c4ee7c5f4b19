from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.helpers.tiny_models import (
    END,
    TOKENS,
    backbone_logits,
    gpt2_logits,
    write_hf_gpt2,
)
from tokenizers import Tokenizer

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ImportRefusedError, ModelError
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


@pytest.mark.parametrize("prefix", ["transformer.", ""])
@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
def test_logits_equal_a_numpy_gpt2(keras_hub: Any, tmp_path: Path, prefix: str, dtype: str) -> None:
    weights = write_hf_gpt2(tmp_path / "in", prefix=prefix, dtype=dtype)
    backbone = fill_backbone(convert(tmp_path / "in", tmp_path / "out"))
    np.testing.assert_allclose(backbone_logits(backbone, IDS), gpt2_logits(weights, IDS), atol=2e-4)


def test_shards_give_the_same_as_one_file(tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "in")
    whole = read_manifest(convert(tmp_path / "in", tmp_path / "whole"))
    tensors = load_file(tmp_path / "in" / "model.safetensors")
    (tmp_path / "in" / "model.safetensors").unlink()
    names = sorted(tensors)
    parts = {"a.safetensors": names[::2], "b.safetensors": names[1::2]}
    for file, own in parts.items():
        save_file({name: tensors[name] for name in own}, tmp_path / "in" / file)
    index = {"weight_map": {name: file for file, own in parts.items() for name in own}}
    (tmp_path / "in" / "model.safetensors.index.json").write_text(json.dumps(index))
    assert read_manifest(convert(tmp_path / "in", tmp_path / "out")).weights_sha256 == (
        whole.weights_sha256
    )
    index["weight_map"][names[0]] = "../outside.safetensors"
    (tmp_path / "in" / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(ImportRefusedError, match="outside of its directory"):
        convert(tmp_path / "in", tmp_path / "bad")


def test_manifest_and_config_tell_what_the_directory_says(tmp_path: Path) -> None:
    weights = write_hf_gpt2(tmp_path / "my_gpt2")
    convert(tmp_path / "my_gpt2", tmp_path / "out")
    manifest = read_manifest(tmp_path / "out")
    assert manifest.title == "my gpt2"
    assert manifest.family == "gpt2"
    assert manifest.parameters == sum(values.size for values in weights.values())
    assert manifest.context_tokens == 48
    assert manifest.stop_token_ids == (END,)
    assert (manifest.bos_token_id, manifest.add_bos) == (END, False)
    class_name, config = read_config(tmp_path / "out")
    assert class_name == "GPT2Backbone"
    assert config["max_sequence_length"] == 48


@pytest.mark.parametrize("tokenizer_json", [True, False])
def test_tokens_are_those_of_the_directory(tmp_path: Path, tokenizer_json: bool) -> None:
    write_hf_gpt2(tmp_path / "in", tokenizer_json=tokenizer_json)
    convert(tmp_path / "in", tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    # whole (no truncation), nothing put in front (no post-processor), special token by its id
    assert tokenizer.encode("hell tell 12<|endoftext|>").tokens == [
        *("hell", "Ġt", "e", "ll", "Ġ", "12", "<|endoftext|>")
    ]
    text = "ünï 你 🙂\n\t x"
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_added_tokens_are_matched_whole(tmp_path: Path) -> None:
    vocabulary_size = len(TOKENS) + 1
    write_hf_gpt2(tmp_path / "in", config={"vocab_size": vocabulary_size})
    tensors = load_file(tmp_path / "in" / "model.safetensors")
    embedding = tensors["transformer.wte.weight"]
    tensors["transformer.wte.weight"] = np.vstack([embedding, embedding[:1]])
    save_file(tensors, tmp_path / "in" / "model.safetensors")
    (tmp_path / "in" / "added_tokens.json").write_text(json.dumps({"<pad>": len(TOKENS)}))
    convert(tmp_path / "in", tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    assert tokenizer.encode("he<pad>").ids == [TOKENS.index("he"), len(TOKENS)]


def test_causal_mask_buffers_and_a_copied_output_layer_are_passed_over(tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "in")
    tensors = load_file(tmp_path / "in" / "model.safetensors")
    tensors["transformer.h.0.attn.bias"] = np.ones((1, 1, 4, 4), np.float32)
    tensors["transformer.h.0.attn.masked_bias"] = np.zeros(1, np.float32)
    tensors["lm_head.weight"] = tensors["transformer.wte.weight"].copy()
    save_file(tensors, tmp_path / "in" / "model.safetensors")
    convert(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"model_type": "phi3"}, "“phi3” model.*“gpt2”, “qwen2”"),
        ({"activation_function": "relu"}, "activation_function = relu"),
        ({"layer_norm_epsilon": 1e-6}, "layer_norm_epsilon = 1e-06"),
        ({"scale_attn_by_inverse_layer_idx": True}, "scale_attn_by_inverse_layer_idx"),
        ({"scale_attn_weights": False}, "scale_attn_weights"),
        ({"add_cross_attention": True}, "add_cross_attention"),
        ({"tie_word_embeddings": False}, "tie_word_embeddings"),
        ({"vocab_size": "many"}, "config.json is damaged"),
        ({"vocab_size": 100}, "more tokens"),
        ({"n_positions": 49}, "does not fit"),
        ({"n_layer": 3}, r"h\.2\..* is missing"),
        ({"n_layer": 1}, r"a part \(transformer\.h\.1"),
        ({"n_head": 5}, "not usable"),
    ],
)
def test_what_the_backbone_cannot_hold_is_refused(
    tmp_path: Path, config: dict[str, Any], message: str
) -> None:
    write_hf_gpt2(tmp_path / "in", config=config)
    with pytest.raises(ModelError, match=message):
        convert(tmp_path / "in", tmp_path / "out")


def test_output_layer_of_its_own_is_refused(tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "in")
    tensors = load_file(tmp_path / "in" / "model.safetensors")
    tensors["lm_head.weight"] = tensors["transformer.wte.weight"] + 1
    save_file(tensors, tmp_path / "in" / "model.safetensors")
    with pytest.raises(ImportRefusedError, match="output layer of its own"):
        convert(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt"])
def test_pickle_is_refused_unopened(tmp_path: Path, name: str) -> None:
    write_hf_gpt2(tmp_path / "in")
    (tmp_path / "in" / "model.safetensors").unlink()
    (tmp_path / "in" / name).write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")
    with pytest.raises(ImportRefusedError, match=rf"{name}, a format that can run programs"):
        convert(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize("name", ["model.safetensors", "vocab.json", "merges.txt"])
@pytest.mark.parametrize("keep", [None, 0.5])
def test_missing_or_cut_off_file_is_refused(tmp_path: Path, name: str, keep: float | None) -> None:
    write_hf_gpt2(tmp_path / "in")
    path = tmp_path / "in" / name
    data = path.read_bytes()
    path.unlink()
    if keep is not None:
        path.write_bytes(data[: int(len(data) * keep)] + (b"\xff" if name == "merges.txt" else b""))
    with pytest.raises(ImportRefusedError, match="again"):
        convert(tmp_path / "in", tmp_path / "out")


def test_tokenizer_that_is_not_byte_level_is_refused_by_name(tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "in", tokenizer_json=True)
    path = tmp_path / "in" / "tokenizer.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["model"]["type"] = "WordPiece"
    path.write_text(json.dumps(document))
    with pytest.raises(ImportRefusedError, match="“WordPiece”"):
        convert(tmp_path / "in", tmp_path / "out")


def test_only_directories_of_transformers_are_recognised(tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "in")
    (tmp_path / "other").mkdir()
    importer = HfImporter()
    assert importer.sniff(str(tmp_path / "in"))
    assert not importer.sniff(str(tmp_path / "other"))
    (tmp_path / "other" / "config.json").write_text('{"class_name": "GPT2Backbone"}')
    assert not importer.sniff(str(tmp_path / "other"))
