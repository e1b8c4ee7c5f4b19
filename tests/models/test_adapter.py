from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.helpers.adapters import add_adapter
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.models.adapter import check_adapter, whole_model_of
from ownhand.models.layout import read_config, weight_shapes
from ownhand.models.store import DirectoryStore


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("adapter")
    TinyGguf().write(folder / "tiny.gguf")
    list(DirectoryStore(folder / "models").add(str(folder / "tiny.gguf"), CancelToken()))
    add_adapter(folder / "models" / "tiny-llama", "Letters")
    return folder / "models"


@pytest.fixture
def models(made: Path, tmp_path: Path) -> Path:
    """A store of this test's own with "tiny-llama" and the adapter "letters"."""
    return shutil.copytree(made, tmp_path / "models")


def test_adapter_is_listed_with_its_base_and_its_own_size(models: Path) -> None:
    info = DirectoryStore(models).open("letters")
    base = DirectoryStore(models).open("tiny-llama")
    assert (info.base, base.base) == ("tiny-llama", "")
    assert info.parameters == base.parameters
    assert info.size_bytes == sum(path.stat().st_size for path in info.directory.iterdir())
    assert not (info.directory / "model.safetensors").exists()
    assert (models / "letters" / "adapter.safetensors").stat().st_size < 20_000
    assert [m.slug for m in DirectoryStore(models).list()] == ["letters", "tiny-llama"]


def test_truncated_adapter_is_damaged(models: Path) -> None:
    path = models / "letters" / "adapter.safetensors"
    os.truncate(path, path.stat().st_size - 1)
    with pytest.raises(ModelError, match=r"is not whole.*train it again"):
        DirectoryStore(models).open("letters")
    assert [m.slug for m in DirectoryStore(models).list()] == ["tiny-llama"]


@pytest.mark.parametrize("damage", ["name", "columns", "rank", "lone"])
def test_adapter_that_does_not_fit_is_damaged(models: Path, damage: str) -> None:
    path = models / "letters" / "adapter.safetensors"
    factors = load_file(path)
    name = next(iter(sorted(factors))).removesuffix(".a")
    a, b = factors.pop(f"{name}.a"), factors.pop(f"{name}.b")
    changed = {
        "name": {"nothing.a": a, "nothing.b": b},
        "columns": {f"{name}.a": a, f"{name}.b": np.concatenate([b, b], axis=1)},
        "rank": {f"{name}.a": a, f"{name}.b": b[:1]},
        "lone": {f"{name}.a": a},
    }
    save_file(factors | changed[damage], path)
    with pytest.raises(ModelError, match="does not fit the weight"):
        check_adapter(path, weight_shapes(*read_config(models / "letters")))


def test_base_of_others_is_not_removed_and_they_are_named(models: Path) -> None:
    store = DirectoryStore(models)
    add_adapter(models / "letters", "Novel")
    with pytest.raises(ModelError, match=r"needed by “Letters” and “Novel”.*Remove those first"):
        store.remove("tiny-llama")
    store.remove("letters")
    with pytest.raises(ModelError, match=r"needed by “Novel”.*Remove that first"):
        store.remove("tiny-llama")
    store.remove("novel")
    store.remove("tiny-llama")
    assert store.list() == ()


def test_base_is_removed_when_the_same_weights_are_there_twice(models: Path) -> None:
    shutil.copytree(models / "tiny-llama", models / "twin")
    DirectoryStore(models).remove("tiny-llama")
    assert whole_model_of(models / "letters") == models / "twin"


def test_base_is_not_replaced_by_other_weights_under_an_adapter(
    models: Path, tmp_path: Path
) -> None:
    # The same file read by a later version that makes other weights of it.
    manifest = models / "tiny-llama" / "manifest.json"
    document = json.loads(manifest.read_text())
    adapted = models / "letters" / "manifest.json"
    other = "a" * 64
    manifest.write_text(json.dumps(document | {"weights_sha256": other}))
    stands = json.loads(adapted.read_text())
    stands["adapter"]["base_sha256"] = other
    adapted.write_text(json.dumps(stands))
    source = str(TinyGguf().write(tmp_path / "tiny.gguf"))
    *_, info = DirectoryStore(models).add(source, CancelToken())
    assert getattr(info, "slug", "") == "tiny-llama-2"
    assert DirectoryStore(models).manifest("tiny-llama").weights_sha256 == other
