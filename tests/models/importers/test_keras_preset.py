from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.tiny_models import MERGES, TOKENS, backbone_logits, byte_alphabet, write_hf_gpt2
from tests.helpers.tiny_qwen import write_hf_qwen2
from tokenizers import Tokenizer

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import DownloadError, ImportRefusedError
from ownhand.core.messages import Stage
from ownhand.models.importers.keras_preset import KerasPresetImporter
from ownhand.models.kerashub import fill_backbone
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest

# Keras copies TensorFlow variables in a way that NumPy 2 warns of when it saves weights.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

IDS = [3, 77, 260, 5, 5, 101, 19]
LLAMA_TOKENS = [
    *byte_alphabet(),
    *("".join(pair) for pair in MERGES),
    *("<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>"),
    "<|eot_id|>",
]
QWEN_TOKENS = [
    *byte_alphabet(),
    *("".join(pair) for pair in MERGES),
    *("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|box_start|>", "<|box_end|>"),
]
LLAMA = {
    "vocabulary_size": len(LLAMA_TOKENS),
    "num_layers": 2,
    "num_query_heads": 4,
    "num_key_value_heads": 2,
    "hidden_dim": 16,
    "intermediate_dim": 24,
    "rope_max_wavelength": 500,
    "layer_norm_epsilon": 1e-5,
}
GPT2 = {
    "vocabulary_size": len(TOKENS),
    "num_layers": 2,
    "num_heads": 4,
    "hidden_dim": 16,
    "intermediate_dim": 24,
    "max_sequence_length": 48,
}


def randomise(backbone: Any) -> Any:
    rng = np.random.default_rng(5)
    for variable in backbone.weights:
        variable.assign(rng.normal(0.5, 0.3, variable.shape))
    return backbone


def gpt2_preset(keras_hub: Any, directory: Path) -> Any:
    models = keras_hub.models
    tokenizer = models.GPT2Tokenizer(
        vocabulary={token: index for index, token in enumerate(TOKENS)},
        merges=[" ".join(pair) for pair in MERGES],
    )
    backbone = randomise(models.GPT2Backbone(**GPT2))
    preprocessor = models.GPT2CausalLMPreprocessor(tokenizer, sequence_length=8)
    models.GPT2CausalLM(backbone, preprocessor).save_to_preset(str(directory))
    return backbone


def llama3_preset(keras_hub: Any, directory: Path, tied: bool, factors: bool) -> Any:
    models = keras_hub.models
    tokenizer = models.Llama3Tokenizer(
        vocabulary={token: index for index, token in enumerate(LLAMA_TOKENS)},
        merges=[" ".join(pair) for pair in MERGES],
    )
    adjustment = {
        "rope_frequency_adjustment_factor": 4.0,
        "rope_low_freq_factor": 1.0,
        "rope_high_freq_factor": 4.0,
        "rope_pretraining_sequence_length": 16,
    }
    backbone = randomise(
        models.Llama3Backbone(**LLAMA, **(adjustment if factors else {}), tie_word_embeddings=tied)
    )
    backbone.save_to_preset(str(directory))
    tokenizer.save_to_preset(str(directory))
    return backbone


def qwen_preset(keras_hub: Any, directory: Path, tied: bool) -> Any:
    models = keras_hub.models
    tokenizer = models.QwenTokenizer(
        vocabulary={token: index for index, token in enumerate(QWEN_TOKENS)},
        merges=[" ".join(pair) for pair in MERGES],
    )
    backbone = randomise(models.QwenBackbone(**LLAMA, tie_word_embeddings=tied))
    backbone.save_to_preset(str(directory))
    tokenizer.save_to_preset(str(directory))
    return backbone


def convert(source: Path | str, staging: Path) -> Path:
    staging.mkdir()
    for _ in KerasPresetImporter().convert(str(source), staging, CancelToken()):
        pass
    return staging


def change(path: Path, values: dict[str, Any]) -> None:
    document = json.loads(path.read_text())
    document["config"] |= values.pop("config", {})
    path.write_text(json.dumps(document | values))


@pytest.fixture(scope="module")
def gpt2(keras_hub: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    directory = tmp_path_factory.mktemp("presets") / "my_gpt2"
    return directory, gpt2_preset(keras_hub, directory)


@pytest.fixture
def damaged(gpt2: tuple[Path, Any], tmp_path: Path) -> Path:
    """A copy of the GPT-2 preset that a test may spoil."""
    return Path(shutil.copytree(gpt2[0], tmp_path / "damaged"))


def test_gpt2_logits_equal_those_of_the_saved_model(gpt2: tuple[Path, Any], tmp_path: Path) -> None:
    directory, backbone = gpt2
    own = fill_backbone(convert(directory, tmp_path / "out"))
    np.testing.assert_array_equal(backbone_logits(own, IDS), backbone_logits(backbone, IDS))


@pytest.mark.parametrize(("tied", "factors"), [(True, False), (False, True)])
def test_llama3_logits_equal_those_of_the_saved_model(
    keras_hub: Any, tmp_path: Path, tied: bool, factors: bool
) -> None:
    backbone = llama3_preset(keras_hub, tmp_path / "in", tied, factors)
    own = fill_backbone(convert(tmp_path / "in", tmp_path / "out"))
    ids = [*IDS, *range(100, 140)]
    np.testing.assert_array_equal(backbone_logits(own, ids), backbone_logits(backbone, ids))
    assert read_config(tmp_path / "out")[1]["tie_word_embeddings"] is tied
    manifest = read_manifest(tmp_path / "out")
    assert manifest.family == "llama"
    assert manifest.add_bos
    assert manifest.bos_token_id == LLAMA_TOKENS.index("<|begin_of_text|>")
    ends = {LLAMA_TOKENS.index("<|end_of_text|>"), LLAMA_TOKENS.index("<|eot_id|>")}
    assert set(manifest.stop_token_ids) == ends


@pytest.mark.parametrize("tied", [True, False])
def test_qwen_logits_equal_those_of_the_saved_model(
    keras_hub: Any, tmp_path: Path, tied: bool
) -> None:
    backbone = qwen_preset(keras_hub, tmp_path / "in", tied)
    own = fill_backbone(convert(tmp_path / "in", tmp_path / "out"))
    ids = [*IDS, *range(100, 140)]
    np.testing.assert_array_equal(backbone_logits(own, ids), backbone_logits(backbone, ids))
    assert read_config(tmp_path / "out")[1]["tie_word_embeddings"] is tied
    manifest = read_manifest(tmp_path / "out")
    assert (manifest.family, manifest.context_tokens) == ("qwen", 32768)
    assert (manifest.bos_token_id, manifest.add_bos) == (None, False)
    assert set(manifest.stop_token_ids) == set(map(QWEN_TOKENS.index, ("<|endoftext|>", "<|im_end|>")))  # fmt: skip
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    assert tokenizer.encode("hell 12<|im_end|>").tokens == [*("hell", "Ġ", "1", "2", "<|im_end|>")]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"use_sliding_window_attention": True}, "use_sliding_window_attention"),
        ({"rope_scaling_factor": 2.0}, "stretched"),
    ],
)
def test_qwen_of_another_kind_is_refused(
    keras_hub: Any, tmp_path: Path, config: dict[str, Any], message: str
) -> None:
    qwen_preset(keras_hub, tmp_path / "in", tied=True)
    change(tmp_path / "in" / "config.json", {"config": config})
    with pytest.raises(ImportRefusedError, match=message):
        convert(tmp_path / "in", tmp_path / "out")


def test_gpt2_manifest_and_tokeniser_are_those_of_the_preset(
    gpt2: tuple[Path, Any], tmp_path: Path
) -> None:
    directory, backbone = gpt2
    convert(directory, tmp_path / "out")
    manifest = read_manifest(tmp_path / "out")
    end = TOKENS.index("<|endoftext|>")
    assert manifest.title == "my_gpt2"
    assert manifest.parameters == backbone.count_params()
    assert manifest.context_tokens == 48
    assert (manifest.bos_token_id, manifest.add_bos) == (end, True)  # as KerasHub does
    assert manifest.stop_token_ids == (end,)
    tokenizer = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json"))
    assert tokenizer.encode("hell 12<|endoftext|>").tokens == ["hell", "Ġ", "12", "<|endoftext|>"]


def test_start_token_is_left_out_when_the_preset_says_so(damaged: Path, tmp_path: Path) -> None:
    change(damaged / "preprocessor.json", {"config": {"add_start_token": False}})
    assert not read_manifest(convert(damaged, tmp_path / "out")).add_bos


def test_mixed_precision_preset_is_read_as_float32(damaged: Path, tmp_path: Path) -> None:
    change(damaged / "config.json", {"config": {"dtype": "mixed_float16"}})
    expected = read_manifest(convert(damaged, tmp_path / "a")).weights_sha256
    change(damaged / "config.json", {"config": {"dtype": "float32"}})
    assert read_manifest(convert(damaged, tmp_path / "b")).weights_sha256 == expected


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"class_name": "BertBackbone"}, "“BertBackbone”"),
        ({"class_name": "Lambda"}, "“Lambda”"),
        ({"class_name": "Functional"}, "“Functional”"),
        ({"config": {"dtype": "int8_from_float32"}}, "quantised"),
        ({"config": {"dtype": {"class_name": "DTypePolicyMap", "config": {}}}}, "quantised"),
        ({"config": {"sliding_window": 3}}, "sliding_window is unknown"),
        ({"config": {"num_layers": None}}, "num_layers is missing"),
        ({"config": {"dropout": {"class_name": "Lambda"}}}, "dropout is no number"),
        ({"config": {"num_layers": 3}}, "another model"),
        ({"config": {"vocabulary_size": 20}}, "more tokens"),
    ],
)
def test_preset_of_another_kind_is_refused_by_name(
    keras_hub: Any, damaged: Path, tmp_path: Path, values: dict[str, Any], message: str
) -> None:
    change(damaged / "config.json", values)
    with pytest.raises(ImportRefusedError, match=message):
        convert(damaged, tmp_path / "out")


def test_stretched_positions_are_refused(keras_hub: Any, tmp_path: Path) -> None:
    llama3_preset(keras_hub, tmp_path / "in", tied=True, factors=False)
    change(tmp_path / "in" / "config.json", {"config": {"rope_position_scaling_factor": 2.0}})
    with pytest.raises(ImportRefusedError, match="stretched"):
        convert(tmp_path / "in", tmp_path / "out")


def test_sentencepiece_tokeniser_is_refused_by_name(damaged: Path, tmp_path: Path) -> None:
    change(damaged / "tokenizer.json", {"class_name": "LlamaTokenizer"})
    with pytest.raises(ImportRefusedError, match="“LlamaTokenizer”"):
        convert(damaged, tmp_path / "out")


@pytest.mark.parametrize(
    "name",
    [
        "model.weights.h5",
        "tokenizer.json",
        "assets/tokenizer/vocabulary.json",
        "assets/tokenizer/merges.txt",
    ],
)
@pytest.mark.parametrize("cut", [True, False])
def test_missing_or_damaged_file_is_refused(
    keras_hub: Any, damaged: Path, tmp_path: Path, name: str, cut: bool
) -> None:
    path = damaged / name
    data = path.read_bytes()
    path.unlink()
    if cut:
        path.write_bytes(data[: len(data) // 2].rstrip() + b"\xff")
    with pytest.raises(ImportRefusedError, match="again"):
        convert(damaged, tmp_path / "out")


def test_cancel_between_weights_ends_the_import(gpt2: tuple[Path, Any], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    cancel = CancelToken()
    stages = KerasPresetImporter().convert(str(gpt2[0]), tmp_path / "out", cancel)
    while next(stages) != Stage("Reading the weights", 3, 36):
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(stages)


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("gpt2_base_en", True),
        ("llama3.2_1b", True),
        ("qwen2.5_instruct_0.5b_en", True),
        ("hf://openai-community/gpt2", True),
        ("kaggle://keras/gpt2/keras/gpt2_base_en/3", True),
        ("novel.txt", False),
        ("My Model", False),
        ("https://example.org/model", False),
        ("file:///etc/passwd", False),
    ],
)
def test_handles_are_told_from_paths(source: str, known: bool) -> None:
    importer = KerasPresetImporter()
    assert importer.sniff(source) is known
    assert importer.needs_download(source)


def test_directory_is_told_from_a_handle(gpt2: tuple[Path, Any], tmp_path: Path) -> None:
    importer = KerasPresetImporter()
    assert importer.sniff(str(gpt2[0]))
    assert not importer.needs_download(str(gpt2[0]))
    assert not importer.sniff(str(tmp_path))


def test_handle_is_fetched_file_by_file_by_kerashub(
    gpt2: tuple[Path, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def get_file(preset: str, path: str) -> str:
        asked.append((preset, path))
        if not (gpt2[0] / path).exists():
            raise FileNotFoundError(path)
        return str(gpt2[0] / path)

    monkeypatch.setattr(sys.modules["keras_hub.src.utils.preset_utils"], "get_file", get_file)
    out = convert("gpt2_base_en", tmp_path / "out")
    assert read_manifest(out).title == "gpt2_base_en"
    local = convert(gpt2[0], tmp_path / "local")
    assert read_manifest(out).weights_sha256 == read_manifest(local).weights_sha256
    assert {preset for preset, _ in asked} == {"gpt2_base_en"}
    # descriptions first, so that a model of another kind is refused before the large download
    assert [path for _, path in asked][:2] == ["config.json", "tokenizer.json"]
    assert asked[-1][1] == "model.weights.h5"


def test_hugging_face_handle_of_gpt2_goes_through_its_own_importer(
    keras_hub: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_hf_gpt2(tmp_path / "snapshot")
    monkeypatch.setattr(
        sys.modules["keras_hub.src.utils.preset_utils"],
        "get_file",
        lambda _preset, path: str(tmp_path / "snapshot" / path),
    )
    manifest = read_manifest(convert("hf://somebody/tiny-gpt2", tmp_path / "out"))
    assert manifest.title == "tiny-gpt2"
    assert manifest.source.importer == "hf_gpt2"


def test_hugging_face_handle_of_qwen2_fetches_what_it_has(
    keras_hub: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_hf_qwen2(tmp_path / "snapshot")
    asked = []

    def get_file(_preset: str, path: str) -> str:
        asked.append(path)
        return str(tmp_path / "snapshot" / path)

    monkeypatch.setattr(sys.modules["keras_hub.src.utils.preset_utils"], "get_file", get_file)
    manifest = read_manifest(convert("hf://somebody/tiny-qwen", tmp_path / "out"))
    assert manifest.source.importer == "hf_qwen2"
    assert asked == [
        *("config.json", "tokenizer.json", "tokenizer_config.json", "generation_config.json"),
        "model.safetensors",
    ]


def test_unknown_bare_name_is_refused_with_those_known(keras_hub: Any, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"no preset of that name.*gpt2_base_en"):
        convert("bert_base_en", tmp_path / "out")


def test_failed_download_is_reported_in_plain_words(
    keras_hub: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get_file(preset: str, path: str) -> str:
        raise ConnectionError("socket broke")

    monkeypatch.setattr(sys.modules["keras_hub.src.utils.preset_utils"], "get_file", get_file)
    with pytest.raises(DownloadError, match=r"could not fetch config\.json.*connection"):
        convert("gpt2_base_en", tmp_path / "out")
