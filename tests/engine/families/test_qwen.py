"""Qwen 2 on both runtimes against KerasHub's own backbone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.adapters import add_adapter
from tests.helpers.loading import load
from tests.helpers.tiny_models import backbone_logits
from tests.helpers.tiny_qwen import qwen_backbone, write_gguf_qwen2, write_hf_qwen2

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.families import family_of
from ownhand.engine.loader import LoadedModel
from ownhand.models.kerashub import causal_model, fill_backbone
from ownhand.models.layout import read_config
from ownhand.models.store import DirectoryStore
from ownhand.models.tensors import ModelTensors

IDS = [3, 77, 260, 5, 5, 101, 19, 40, 41, 42, 7, 264]


@pytest.fixture
def qwen(tmp_path: Path) -> Path:
    """The directory of a tiny Qwen with a tied output."""
    write_hf_qwen2(tmp_path / "tiny qwen")
    return added(tmp_path, tmp_path / "tiny qwen")


def added(folder: Path, source: Path) -> Path:
    *_, info = DirectoryStore(folder / "models").add(str(source), CancelToken())
    assert isinstance(info, ModelInfo)
    return info.directory


def logits_of(model: LoadedModel) -> Any:
    """A prompt of seven tokens at once, then one by one."""
    first = model.decoder.extend(np.asarray([IDS[:7]], np.int32), all_positions=True).logits[0]
    rest = [model.decoder.extend(np.asarray([[i]], np.int32)).logits for i in IDS[7:]]
    return np.concatenate([first, *rest])


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("form", ["directory", "gguf"])
def test_logits_equal_those_of_kerashub(
    keras_hub: Any, tmp_path: Path, each_runtime: str, form: str, tied: bool
) -> None:
    if form == "gguf":
        source = write_gguf_qwen2(tmp_path / "tiny.gguf", tied)
    else:
        source = tmp_path / "tiny"
        write_hf_qwen2(source, tied)
    found = logits_of(load(added(tmp_path, source), runtime=each_runtime))
    np.testing.assert_allclose(found, backbone_logits(qwen_backbone(tied), IDS), atol=3e-4)


def test_logits_of_an_adapter_equal_those_of_kerashub_with_it_merged(
    keras_hub: Any, qwen: Path, each_runtime: str
) -> None:
    adapter = add_adapter(qwen, "Letters", ("query", "key", "value", "gate", "down")).directory
    merged = fill_backbone(adapter)
    found = logits_of(load(adapter, runtime=each_runtime))
    np.testing.assert_allclose(found, backbone_logits(merged, IDS), atol=1e-3)
    assert np.abs(found - backbone_logits(fill_backbone(qwen), IDS)).max() > 0.1


def test_kerashub_generates_with_it(keras_hub: Any, qwen: Path) -> None:
    model = causal_model(qwen)
    assert isinstance(model, keras_hub.models.QwenCausalLM)
    prompt = {"token_ids": np.zeros((1, 8), np.int32), "padding_mask": np.zeros((1, 8), np.int32)}
    prompt["token_ids"][0, :4], prompt["padding_mask"][0, :4] = IDS[:4], 1
    model.compile(sampler="greedy")
    written = np.asarray(model.generate(prompt, stop_token_ids=None)["token_ids"])[0]
    decoder = load(qwen).decoder
    ids = list(IDS[:4])
    step = decoder.extend(np.asarray([ids], np.int32))
    while len(ids) < 8:
        ids.append(int(step.logits[0].argmax()))
        step = decoder.extend(np.asarray([ids[-1:]], np.int32))
    assert written.tolist() == ids


def test_weights_come_back_as_they_were_read(qwen: Path) -> None:
    tensors = ModelTensors(qwen)
    class_name, config = read_config(qwen)
    family = family_of(class_name)
    written = dict(family.write(*family.read(config | {"context_tokens": 64}, tensors)))
    assert written.keys() == tensors.names
    for name, array in written.items():
        np.testing.assert_array_equal(array, tensors(name))
