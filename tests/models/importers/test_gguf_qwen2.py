from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.tiny_models import WIDTH, backbone_logits
from tests.helpers.tiny_qwen import (
    CONTEXT,
    END,
    ROWS,
    TEMPLATE,
    TOKENS,
    TURN_END,
    qwen_backbone,
    qwen_gguf,
    qwen_tokenizer,
    write_gguf_qwen2,
)
from tokenizers import Tokenizer

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ImportRefusedError
from ownhand.models.importers.gguf import GgufImporter
from ownhand.models.kerashub import fill_backbone
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest

IDS = [3, 77, 260, 5, 5, 101, 19]


def convert(source: Path, staging: Path) -> Path:
    staging.mkdir()
    for _ in GgufImporter().convert(str(source), staging, CancelToken()):
        pass
    return staging


@pytest.mark.parametrize("tied", [True, False])
def test_logits_equal_those_of_kerashub(keras_hub: Any, tmp_path: Path, tied: bool) -> None:
    file = write_gguf_qwen2(tmp_path / "tiny.gguf", tied)
    backbone = fill_backbone(convert(file, tmp_path / "out"))
    np.testing.assert_array_equal(
        backbone_logits(backbone, IDS), backbone_logits(qwen_backbone(tied), IDS)
    )


def test_quantised_weights_are_near_and_biases_the_same(tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    whole = convert(write_gguf_qwen2(tmp_path / "whole.gguf"), tmp_path / "whole")
    file = qwen_gguf(types="Q8_0").write(tmp_path / "narrow.gguf", architecture="qwen2")
    narrow = convert(file, tmp_path / "narrow")
    found, expected = (load_file(path / "model.safetensors") for path in (narrow, whole))
    for name, array in expected.items():
        np.testing.assert_allclose(found[name], array, atol=0 if "bias" in name else 0.01)


def test_manifest_and_config_tell_what_the_metadata_say(tmp_path: Path) -> None:
    manifest = read_manifest(convert(write_gguf_qwen2(tmp_path / "tiny.gguf"), tmp_path / "out"))
    assert (manifest.title, manifest.family) == ("Tiny Qwen", "qwen")
    assert manifest.context_tokens == CONTEXT
    assert manifest.stop_token_ids == (END, TURN_END)
    assert (manifest.bos_token_id, manifest.add_bos) == (END, False)
    assert manifest.chat_template == TEMPLATE
    class_name, config = read_config(tmp_path / "out")
    assert class_name == "QwenBackbone"
    assert (config["vocabulary_size"], config["rope_max_wavelength"]) == (ROWS, 900.0)


def test_tokens_are_those_of_the_published_pattern(tmp_path: Path) -> None:
    convert(write_gguf_qwen2(tmp_path / "tiny.gguf"), tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    own = qwen_tokenizer(normalised=False)
    for text in ("hell tell 12\n\n don't  x", "ünï 你 🙂\n\t x", "<|im_start|>he<|im_end|>\r\n"):
        assert tokenizer.encode(text).ids == own.encode(text).ids


def test_tokens_that_fill_up_the_vocabulary_are_no_text(tmp_path: Path) -> None:
    convert(write_gguf_qwen2(tmp_path / "tiny.gguf"), tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    assert tokenizer.get_vocab_size() == ROWS
    assert tokenizer.decode([TOKENS.index("he"), len(TOKENS), ROWS - 1]) == "he"


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ({"attention__sliding_window": CONTEXT // 2}, "window that slides"),
        ({"rope__scaling__type": "yarn"}, "yarn"),
        ({"attention__head_count_kv": 3}, "attention heads"),
        ({"context_length": None}, "context length"),
    ],
)
def test_what_cannot_be_expressed_is_refused_by_name(
    tmp_path: Path, metadata: dict[str, Any], message: str
) -> None:
    file = write_gguf_qwen2(tmp_path / "tiny.gguf", **metadata)
    with pytest.raises(ImportRefusedError, match=message):
        convert(file, tmp_path / "out")


def test_window_as_long_as_the_context_never_slides(tmp_path: Path) -> None:
    file = write_gguf_qwen2(tmp_path / "tiny.gguf", attention__sliding_window=CONTEXT)
    convert(file, tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("blk.0.attn_output.bias", "biases"),
        ("blk.0.attn_q_norm.weight", "normalised queries"),
        ("rope_freqs.weight", r"not known here \(rope_freqs"),
    ],
)
def test_unknown_tensors_are_refused(tmp_path: Path, name: str, message: str) -> None:
    file = qwen_gguf()
    file.tensors[name] = np.ones(WIDTH, np.float32)
    with pytest.raises(ImportRefusedError, match=message):
        convert(file.write(tmp_path / "tiny.gguf", architecture="qwen2"), tmp_path / "out")


def test_missing_bias_is_refused(tmp_path: Path) -> None:
    file = qwen_gguf()
    del file.tensors["blk.1.attn_k.bias"]
    with pytest.raises(ImportRefusedError, match=r"blk\.1\.attn_k\.bias"):
        convert(file.write(tmp_path / "tiny.gguf", architecture="qwen2"), tmp_path / "out")
