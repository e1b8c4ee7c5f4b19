from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.tiny_models import (
    END,
    HEADS,
    KV_HEADS,
    LAYERS,
    MERGES,
    TOKENS,
    WIDTH,
    TinyGguf,
    backbone_logits,
    llama_logits,
    write_wheel,
)
from tokenizers import Tokenizer

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import ImportRefusedError
from ownhand.core.messages import Stage
from ownhand.models.importers.gguf import GgufImporter
from ownhand.models.kerashub import fill_backbone
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest

IDS = [3, 77, 260, 5, 5, 101, 19]


def convert(source: Path, staging: Path) -> list[Stage]:
    staging.mkdir()
    return list(GgufImporter().convert(str(source), staging, CancelToken()))


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("types", ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1"])
def test_logits_equal_a_numpy_llama_for_every_type(
    keras_hub: Any, tmp_path: Path, types: str, tied: bool
) -> None:
    model = TinyGguf(tied=tied, types=types)
    convert(model.write(tmp_path / "tiny.gguf"), tmp_path / "out")
    logits = backbone_logits(fill_backbone(tmp_path / "out"), IDS)
    np.testing.assert_allclose(logits, llama_logits(model.dequantised(), IDS), atol=2e-4)


def test_llama3_frequency_factors_are_taken_over(keras_hub: Any, tmp_path: Path) -> None:
    base, head = 500000.0, WIDTH // HEADS
    wavelengths = 2 * np.pi * base ** (np.arange(0, head, 2) / head)
    smooth = (8192 / wavelengths - 1) / 3
    factors = np.where(
        wavelengths > 8192,
        32.0,
        np.where(wavelengths < 2048, 1.0, 1 / ((1 - smooth) / 32 + smooth)),
    ).astype(np.float32)
    assert 1.0 in factors
    assert 32.0 in factors
    model = TinyGguf(metadata={"llama.rope.freq_base": base})
    model.tensors["rope_freqs.weight"] = factors
    convert(model.write(tmp_path / "tiny.gguf"), tmp_path / "out")
    ids = list(range(100, 160))  # long enough for the slow pairs to turn
    logits = backbone_logits(fill_backbone(tmp_path / "out"), ids)
    np.testing.assert_allclose(logits, llama_logits(model.tensors, ids, base, factors), atol=2e-4)
    assert read_config(tmp_path / "out")[1]["rope_frequency_adjustment_factor"] == 32.0


def test_manifest_and_config_tell_what_the_metadata_say(tmp_path: Path) -> None:
    template = "{{ messages }}"
    model = TinyGguf(metadata={"tokenizer.chat_template": template})
    convert(model.write(tmp_path / "tiny.gguf"), tmp_path / "out")
    manifest = read_manifest(tmp_path / "out")
    assert manifest.title == "Tiny Llama"
    assert manifest.licence == "MIT"
    assert manifest.family == "llama"
    assert manifest.context_tokens == 64
    assert manifest.parameters == sum(values.size for values in model.tensors.values())
    assert manifest.stop_token_ids == (END, TOKENS.index("<|im_end|>"))
    assert (manifest.bos_token_id, manifest.add_bos) == (END, False)
    assert manifest.chat_template == template
    assert manifest.source.name == "tiny.gguf"
    class_name, config = read_config(tmp_path / "out")
    assert class_name == "LlamaBackbone"
    assert config["layer_norm_epsilon"] == 1e-5
    assert config["rope_max_wavelength"] == 500.0
    assert (config["num_query_heads"], config["num_key_value_heads"]) == (HEADS, KV_HEADS)


def test_llama3_split_begins_every_prompt_unless_told_otherwise(tmp_path: Path) -> None:
    split = {"tokenizer.ggml.pre": "llama-bpe", "tokenizer.ggml.add_bos_token": None}
    convert(TinyGguf(metadata=split).write(tmp_path / "tiny.gguf"), tmp_path / "out")
    assert read_manifest(tmp_path / "out").add_bos


def test_tokenizer_has_merges_digits_and_special_tokens(tmp_path: Path) -> None:
    convert(TinyGguf().write(tmp_path / "tiny.gguf"), tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    assert tokenizer.encode("hell t12<|im_end|>").tokens == ["hell", "Ġt", "1", "2", "<|im_end|>"]
    text = "ünï 你 🙂\n\t x"
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_user_defined_tokens_are_matched_whole_and_stay_text(tmp_path: Path) -> None:
    model = TinyGguf()
    model.metadata["tokenizer.ggml.token_type"] = [4 if token == "hell" else 1 for token in TOKENS]
    convert(model.write(tmp_path / "tiny.gguf"), tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    ids = tokenizer.encode("xhell").ids
    assert ids == [TOKENS.index("x"), TOKENS.index("hell")]
    assert tokenizer.decode(ids, skip_special_tokens=True) == "xhell"


def test_stages_count_up_to_the_number_of_tensors(tmp_path: Path) -> None:
    stages = convert(TinyGguf().write(tmp_path / "tiny.gguf"), tmp_path / "out")
    reading = [stage for stage in stages if stage.label == "Reading the weights"]
    assert [stage.done for stage in reading] == list(range(9 * LAYERS + 3))
    assert {stage.total for stage in reading} == {9 * LAYERS + 2}


@pytest.mark.parametrize("suffix", [".whl", ".zip"])
def test_archive_with_one_gguf_gives_the_same_as_the_bare_file(tmp_path: Path, suffix: str) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    (tmp_path / "note.txt").write_text("hello")
    members = {"pkg/note.txt": tmp_path / "note.txt", "../../pkg/tiny.gguf": file}
    archive = write_wheel(tmp_path / f"tiny{suffix}", members)
    importer = GgufImporter()
    assert importer.sniff(str(archive))
    convert(file, tmp_path / "bare")
    convert(archive, tmp_path / "out")
    assert not list(tmp_path.parent.glob("pkg"))  # the name inside was not followed
    bare, packed = read_manifest(tmp_path / "bare"), read_manifest(tmp_path / "out")
    assert packed.weights_sha256 == bare.weights_sha256
    assert packed.source.sha256 == bare.source.sha256
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "config.json",
        "manifest.json",
        "model.safetensors",
        "tokenizer.json",
    ]


def test_archive_with_two_gguf_files_is_refused(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    archive = write_wheel(tmp_path / "two.zip", {"a.gguf": file, "b.gguf": file})
    with pytest.raises(ImportRefusedError, match="holds 2 GGUF files"):
        convert(archive, tmp_path / "out")


def test_archive_without_gguf_is_not_of_this_kind(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    archive = write_wheel(tmp_path / "no.zip", {"note.txt": tmp_path / "note.txt"})
    assert not GgufImporter().sniff(str(archive))


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.9, 0.999])
def test_truncated_wheel_is_refused(tmp_path: Path, keep: float) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    archive = write_wheel(tmp_path / "tiny.whl", {"tiny.gguf": file})
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(ImportRefusedError, match="damaged or not whole"):
        convert(archive, tmp_path / "out")


def test_wheel_with_a_flipped_bit_is_refused(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    with zipfile.ZipFile(tmp_path / "tiny.whl", "w", zipfile.ZIP_STORED) as archive:
        archive.write(file, "tiny.gguf")
    data = bytearray((tmp_path / "tiny.whl").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "tiny.whl").write_bytes(data)
    with pytest.raises(ImportRefusedError, match="damaged or not whole"):
        convert(tmp_path / "tiny.whl", tmp_path / "out")


def test_cancel_between_tensors_ends_the_conversion(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    (tmp_path / "out").mkdir()
    cancel = CancelToken()
    stages = GgufImporter().convert(str(file), tmp_path / "out", cancel)
    while next(stages) != Stage("Reading the weights", 3, 9 * LAYERS + 2):
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(stages)
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_other_architecture_is_refused_by_name(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf", architecture="gemma")
    with pytest.raises(ImportRefusedError, match=r"holds a “gemma” model.*“llama”, “qwen2”"):
        convert(file, tmp_path / "out")


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ({"llama.expert_count": 8}, "mixture of experts"),
        ({"llama.rope.scaling.type": "yarn"}, "yarn"),
        ({"llama.rope.scaling.type": "linear", "llama.rope.scaling.factor": 4.0}, "factor 4"),
        ({"llama.rope.scale_linear": 2.0}, "factor 2"),
        ({"llama.rope.dimension_count": 4}, r"rope\.dimension_count"),
        ({"llama.attention.key_length": 16}, r"attention\.key_length"),
        ({"llama.attention.head_count": 5}, "attention heads"),
        ({"llama.attention.head_count_kv": 3}, "attention heads"),
        ({"llama.attention.head_count_kv": [2, 4]}, "differ from each other"),
        ({"llama.attention.layer_norm_rms_epsilon": None}, "layer norm rms epsilon"),
        ({"llama.block_count": None}, "block count"),
        ({"llama.block_count": 3}, r"blk\.2"),
        ({"llama.context_length": None}, "context length"),
        ({"tokenizer.ggml.model": "llama"}, "kind “llama”"),
        ({"tokenizer.ggml.pre": "default"}, "“default”"),
        ({"tokenizer.ggml.pre": "gpt-4o"}, "“gpt-4o”"),
        ({"llama.attention.sliding_window": 32}, "window that slides"),
        ({"tokenizer.ggml.pre": None}, "“None”"),
        ({"tokenizer.ggml.tokens": TOKENS[:-1]}, "vocabulary"),
        ({"tokenizer.ggml.tokens": [*TOKENS[:-1], "a"]}, "vocabulary"),
        ({"tokenizer.ggml.token_type": [1, 1]}, "vocabulary"),
        ({"tokenizer.ggml.merges": ["he"]}, "vocabulary"),
        ({"tokenizer.ggml.merges": ["q q"]}, "vocabulary"),
        ({"tokenizer.ggml.merges": None}, "merges are missing"),
    ],
)
def test_what_cannot_be_expressed_is_refused_by_name(
    tmp_path: Path, metadata: dict[str, Any], message: str
) -> None:
    file = TinyGguf(metadata=metadata).write(tmp_path / "tiny.gguf")
    with pytest.raises(ImportRefusedError, match=message):
        convert(file, tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "shape", "message"),
    [
        ("blk.0.attn_q.bias", (WIDTH,), "biases"),
        ("blk.0.ffn_gate_inp.weight", (4, WIDTH), "mixture of experts"),
        ("blk.1.ffn_up_exps.weight", (2, 8, WIDTH), "mixture of experts"),
        ("blk.0.attn_q_norm.weight", (8,), "normalised queries"),
        ("rope_factors_long.weight", (4,), "extra scales"),
        ("rope_freqs.weight", (4,), "frequency factors"),
        ("blk.0.attn_k.weight", (WIDTH, 3), "does not fit|shape"),
        ("output_norm.weight", (WIDTH + 1,), "shape"),
        ("token_embd.weight", (WIDTH,), "token embedding"),
        ("extra.weight", (4,), r"extra\.weight"),
    ],
)
def test_unknown_or_misshapen_tensors_are_refused(
    tmp_path: Path, name: str, shape: tuple[int, ...], message: str
) -> None:
    model = TinyGguf()
    model.tensors[name] = np.arange(1, 1 + np.prod(shape), dtype=np.float32).reshape(shape)
    with pytest.raises(ImportRefusedError, match=message):
        convert(model.write(tmp_path / "tiny.gguf"), tmp_path / "out")


def test_type_without_dequantisation_is_refused_by_name(tmp_path: Path) -> None:
    from gguf.constants import GGMLQuantizationType

    file = TinyGguf().write(tmp_path / "tiny.gguf")
    data = bytearray(file.read_bytes())
    name = b"blk.0.attn_q.weight"
    at = data.index(name) + len(name) + 4 + 2 * 8  # dimensions: count and two lengths
    assert data[at] == GGMLQuantizationType.F32
    data[at] = GGMLQuantizationType.I32
    file.write_bytes(data)
    with pytest.raises(ImportRefusedError, match="“I32”"):
        convert(file, tmp_path / "out")


def test_sniff_looks_at_the_content_when_the_name_says_nothing(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    bare = file.rename(tmp_path / "blob")
    (tmp_path / "text").write_text("GGU")
    importer = GgufImporter()
    assert importer.sniff(str(bare))
    assert not importer.sniff(str(tmp_path / "text"))
    assert not importer.sniff(str(tmp_path))
    assert not importer.needs_download(str(bare))


def test_merge_list_of_the_helper_is_used(tmp_path: Path) -> None:
    convert(TinyGguf().write(tmp_path / "tiny.gguf"), tmp_path / "out")
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    for left, right in MERGES:
        assert left + right in tokenizer.get_vocab()


def test_archive_whose_compression_is_broken_is_refused(tmp_path: Path) -> None:
    file = TinyGguf().write(tmp_path / "tiny.gguf")
    path = tmp_path / "tiny.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(file, "tiny.gguf")
    data = bytearray(path.read_bytes())
    begin = 30 + len("tiny.gguf")
    data[begin : begin + 64] = b"\xff" * 64
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError, match="damaged"):
        convert(path, tmp_path / "out")
