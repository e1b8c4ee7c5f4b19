"""The model as transformers reads it: against the file it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from tests.helpers.tiny_models import HEADS, KV_HEADS, LAYERS, WIDTH, TinyGguf
from tests.helpers.untrained import untrained

from ownhand.bench.huggingface_directory import write_huggingface
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore

_NAMES = {
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
}


@pytest.mark.parametrize("tied", [True, False])
def test_every_weight_of_the_gguf_comes_out_under_its_name(tied: bool, tmp_path: Path) -> None:
    gguf = TinyGguf(tied=tied)
    store = DirectoryStore(tmp_path / "models")
    *_, info = store.add(str(gguf.write(tmp_path / "tiny.gguf")), CancelToken())
    assert isinstance(info, ModelInfo)
    write_huggingface(info.directory, tmp_path)

    found, weights = load_file(tmp_path / "model.safetensors"), gguf.tensors
    for index in range(LAYERS):
        for theirs, name in _NAMES.items():
            np.testing.assert_array_equal(
                found.pop(f"model.layers.{index}.{name}.weight"),
                weights[f"blk.{index}.{theirs}.weight"],
            )
        for letter, heads in (("q", HEADS), ("k", KV_HEADS)):
            # In a GGUF the two halves of a rotary pair are neighbours.
            pairs = weights[f"blk.{index}.attn_{letter}.weight"].reshape(heads, -1, 2, WIDTH)
            np.testing.assert_array_equal(
                found.pop(f"model.layers.{index}.self_attn.{letter}_proj.weight"),
                pairs.swapaxes(1, 2).reshape(-1, WIDTH),
            )
    np.testing.assert_array_equal(found.pop("model.embed_tokens.weight"), weights["token_embd.weight"])  # fmt: skip
    np.testing.assert_array_equal(found.pop("model.norm.weight"), weights["output_norm.weight"])
    if not tied:
        np.testing.assert_array_equal(found.pop("lm_head.weight"), weights["output.weight"])
    assert not found

    config = json.loads((tmp_path / "config.json").read_text("utf-8"))
    assert config["rope_theta"] == 500.0
    assert config["tie_word_embeddings"] is tied
    assert config["max_position_embeddings"] == 64
    assert (config["num_attention_heads"], config["num_key_value_heads"]) == (HEADS, KV_HEADS)


def test_a_model_of_another_family_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    untrained(model)
    with pytest.raises(BadInputError, match="Llama"):
        write_huggingface(model, tmp_path)
