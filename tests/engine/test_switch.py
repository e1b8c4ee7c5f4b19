"""Going from a model to an adapter of it and back, in memory."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.adapters import add_adapter
from tests.helpers.loading import RUNTIMES, choice_of, load
from tests.helpers.tiny_models import TinyGguf, write_hf_gpt2

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import Floats, Ids
from ownhand.core.errors import ModelError
from ownhand.core.messages import GenerationRequest, ModelInfo, ModelLoaded, Stage
from ownhand.engine.engine import Engine
from ownhand.engine.loader import LoadedModel
from ownhand.engine.switch import can_switch, switch_model
from ownhand.models.manifest import read_manifest
from ownhand.models.store import DirectoryStore
from ownhand.models.tensors import ModelTensors

IDS: Ids = np.asarray([[104, 101, 32, 7, 7, 200, 13, 90, 1, 44, 12]], np.int32)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two bases and adapters of both; tests only read from it."""
    folder = tmp_path_factory.mktemp("switch")
    TinyGguf().write(folder / "tiny.gguf")
    write_hf_gpt2(folder / "gpt2")
    for source in (folder / "tiny.gguf", folder / "gpt2"):
        list(DirectoryStore(folder / "models").add(str(source), CancelToken()))
    models = folder / "models"
    add_adapter(models / "tiny-llama", "Letters", ("query", "value"), seed=1)
    add_adapter(models / "tiny-llama", "Novel", ("value", "gate", "down"), seed=2)
    add_adapter(models / "gpt2", "Poems", ("key", "output", "up"), seed=3)
    add_adapter(models / "novel", "More", ("query", "up"), seed=4)
    return models


def logits(model: LoadedModel) -> tuple[Floats, ...]:
    """Of a prefill and of some steps after it."""
    decoder = model.decoder
    decoder.rewind(decoder.length)
    outputs = [decoder.extend(IDS).logits]
    for token in (5, 9, 77):
        outputs.append(decoder.extend(np.asarray([[token]], np.int32)).logits)
    return tuple(outputs)


def switch(model: LoadedModel, directory: Path) -> LoadedModel:
    *_, switched = switch_model(model, directory, CancelToken())
    assert isinstance(switched, LoadedModel)
    return switched


@pytest.mark.parametrize(
    "way",
    [
        ("tiny-llama", "letters", "tiny-llama"),
        ("letters", "novel", "letters"),
        ("novel", "more", "tiny-llama", "novel"),
        ("gpt2", "poems", "gpt2"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("runtime", RUNTIMES)
def test_logits_after_a_switch_are_those_of_a_fresh_load_bit_for_bit(
    models: Path, tmp_path: Path, way: tuple[str, ...], runtime: str
) -> None:
    def loaded(slug: str) -> LoadedModel:
        return load(models / slug, runtime=runtime, cache_dir=tmp_path)

    fresh = {slug: logits(loaded(slug)) for slug in set(way)}
    model = loaded(way[0])
    before = logits(model)
    traces = model.decoder.runtime.traces
    for slug in way[1:]:
        assert can_switch(model, read_manifest(models / slug))
        model = switch(model, models / slug)
        after = logits(model)
        assert all(np.array_equal(a, b) for a, b in zip(after, fresh[slug], strict=True)), slug
        assert model.manifest.slug == slug
        assert not np.array_equal(after[-1], before[-1])
        before = after
    assert model.decoder.runtime.traces == traces


def test_switch_forgets_the_cache_of_the_other_model(models: Path, each_runtime: str) -> None:
    model = load(models / "tiny-llama", runtime=each_runtime)
    model.decoder.extend(IDS)
    model.decoder.fork([0, 0])
    model = switch(model, models / "letters")
    assert (model.decoder.length, model.decoder.width) == (0, 1)
    model.decoder.extend(IDS)
    model.decoder.fork([0, 0])  # the cache of two rows held the same tokens of the other model
    after = model.decoder.extend(np.asarray([[5], [5]], np.int32)).logits
    fresh = load(models / "letters", runtime=each_runtime).decoder
    fresh.extend(IDS)
    fresh.fork([0, 0])
    assert np.array_equal(after, fresh.extend(np.asarray([[5], [5]], np.int32)).logits)


def test_switch_reads_the_changed_matrices_alone(
    models: Path, each_runtime: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = load(models / "letters", runtime=each_runtime)
    read: list[str] = []
    give = ModelTensors.__call__

    def noted(self: ModelTensors, name: str) -> Floats:
        read.append(name)
        return give(self, name)

    monkeypatch.setattr(ModelTensors, "__call__", noted)
    switch(model, models / "tiny-llama")
    assert {name.split("/", 1)[1] for name in read} == {
        f"self_attention/{part}/kernel" for part in ("query", "key", "value")
    }


def test_adapters_of_one_base_share_its_packed_weights(models: Path, tmp_path: Path) -> None:
    for slug in ("letters", "tiny-llama", "novel"):
        load(models / slug, runtime="int8", cache_dir=tmp_path)
        (home,) = (tmp_path / "weights").iterdir()
        assert home.name.startswith(read_manifest(models / "tiny-llama").weights_sha256[:32])


def test_models_over_other_weights_are_not_switched(models: Path) -> None:
    model = load(models / "letters", runtime="kernel")
    assert can_switch(model, read_manifest(models / "novel"))
    assert not can_switch(model, read_manifest(models / "gpt2"))
    assert not can_switch(model, read_manifest(models / "poems"))


@pytest.fixture
def engine(each_runtime: str) -> Engine:
    return Engine(choice_of(each_runtime))


def labels(engine: Engine, directory: Path) -> list[str]:
    events = list(engine.load(directory, CancelToken()))
    assert isinstance(events[-1], ModelLoaded)
    return [event.label for event in events if isinstance(event, Stage)]


def runtime_of(engine: Engine) -> object:
    assert engine._model is not None
    return engine._model.decoder.runtime


def test_engine_switches_where_it_can_and_says_so(engine: Engine, models: Path) -> None:
    assert "Reading the weights" in labels(engine, models / "tiny-llama")
    runtime = runtime_of(engine)
    assert set(labels(engine, models / "letters")) == {"Switching to Letters"}
    assert runtime_of(engine) is runtime
    assert "Reading the weights" in labels(engine, models / "poems")
    assert runtime_of(engine) is not runtime


def test_cancelled_switch_leaves_no_model(engine: Engine, models: Path) -> None:
    labels(engine, models / "tiny-llama")
    cancel = CancelToken()
    loading = engine.load(models / "letters", cancel)
    for _ in range(3):
        next(loading)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(loading)
    with pytest.raises(ModelError, match="No model is loaded"):
        next(engine.stream(GenerationRequest("a"), CancelToken()))


def test_switch_to_a_damaged_adapter_leaves_no_model(
    engine: Engine, models: Path, tmp_path: Path
) -> None:
    for slug in ("tiny-llama", "letters"):
        shutil.copytree(models / slug, tmp_path / slug)
    labels(engine, tmp_path / "tiny-llama")
    (tmp_path / "letters" / "adapter.safetensors").write_bytes(b"x" * 40)
    with pytest.raises(ModelError, match="train it again"):
        list(engine.load(tmp_path / "letters", CancelToken()))
    with pytest.raises(ModelError, match="No model is loaded"):
        next(engine.stream(GenerationRequest("a"), CancelToken()))
    assert "Reading the weights" in labels(engine, tmp_path / "tiny-llama")


def test_adapter_whose_base_is_gone_says_what_to_do(
    engine: Engine, models: Path, tmp_path: Path
) -> None:
    shutil.copytree(models / "letters", tmp_path / "letters")
    with pytest.raises(ModelError, match=r"“Letters” needs the model “tiny-llama”.*Add that model"):
        list(engine.load(tmp_path / "letters", CancelToken()))
    shutil.copytree(models / "gpt2", tmp_path / "tiny-llama")
    with pytest.raises(ModelError, match="another version of “gpt2”"):
        list(engine.load(tmp_path / "letters", CancelToken()))


def test_base_is_found_under_another_name(engine: Engine, models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "letters", tmp_path / "letters")
    shutil.copytree(models / "tiny-llama", tmp_path / "renamed")
    assert labels(engine, tmp_path / "letters")
    info = DirectoryStore(tmp_path).open("letters")
    assert isinstance(info, ModelInfo)
    assert info.base == "renamed"
