"""Loading and unloading."""

from __future__ import annotations

import gc
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.loading import choice_of
from tests.helpers.untrained import shake, untrained

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BackendError, ModelError
from ownhand.core.messages import (
    GenerationFinished,
    GenerationRequest,
    ModelLoaded,
    Stage,
    TextArrived,
)
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.engine import Engine

STAGES = {"keras": 5, "kernel": 2}


@pytest.fixture
def engine(each_runtime: str) -> Engine:
    return Engine(choice_of(each_runtime))


def test_load_tells_its_stages_and_ends_with_the_model(
    engine: Engine, each_runtime: str, tiny_llama: Path
) -> None:
    events = list(engine.load(tiny_llama, CancelToken()))
    loaded = events[-1]
    assert isinstance(loaded, ModelLoaded)
    assert loaded.info.title == "Tiny Llama"
    assert (loaded.device, loaded.dtype) == ("CPU", "float32")
    labels = [event.label for event in events if isinstance(event, Stage)]
    # One that takes long is told again, with its share.
    assert len(set(labels)) == STAGES[each_runtime]


@pytest.mark.parametrize(
    ("runtime", "stages"),
    [(runtime, stages) for runtime, count in STAGES.items() for stages in range(count + 1)],
)
def test_cancel_between_any_stages_leaves_no_model(
    tiny_llama: Path, runtime: str, stages: int
) -> None:
    engine, cancel = Engine(choice_of(runtime)), CancelToken()
    load = engine.load(tiny_llama, cancel)
    for _ in range(stages):
        next(load)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(load)
    with pytest.raises(ModelError, match="No model is loaded"):
        next(engine.stream(GenerationRequest("a"), CancelToken()))


def test_unload_frees_the_model(engine: Engine, tiny_gpt2: Path) -> None:
    list(engine.load(tiny_gpt2, CancelToken()))
    engine.unload()
    with pytest.raises(ModelError, match="No model is loaded"):
        next(engine.stream(GenerationRequest("a"), CancelToken()))


def test_gpt2_streams(engine: Engine, tiny_gpt2: Path) -> None:
    list(engine.load(tiny_gpt2, CancelToken()))
    settings = SamplingSettings(logit_bias=(("q", 50.0),))
    events = list(engine.stream(GenerationRequest("hell", settings, max_tokens=5), CancelToken()))
    assert "".join(e.text for e in events if isinstance(e, TextArrived)) == "qqqqq"


def test_seed_is_made_up_and_told_when_none_is_given(engine: Engine, tiny_llama: Path) -> None:
    list(engine.load(tiny_llama, CancelToken()))
    seeds = set()
    for _ in range(3):
        *_, end = engine.stream(GenerationRequest("a", max_tokens=1), CancelToken())
        assert isinstance(end, GenerationFinished)
        seeds.add(end.seed)
    assert len(seeds) == 3


@pytest.mark.parametrize("damage", ["model.safetensors", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("how", ["missing", "truncated"])
def test_damaged_model_is_refused_with_advice(
    engine: Engine, tiny_llama: Path, tmp_path: Path, damage: str, how: str
) -> None:
    directory = tmp_path / "copy"
    directory.mkdir()
    for file in tiny_llama.iterdir():
        (directory / file.name).write_bytes(file.read_bytes())
    target = directory / damage
    if how == "missing":
        target.unlink()
    else:
        target.write_bytes(target.read_bytes()[: target.stat().st_size // 2])
    with pytest.raises(ModelError, match="add it again"):
        list(engine.load(directory, CancelToken()))


def test_unload_frees_the_memory_at_once(engine: Engine, tiny_llama: Path) -> None:
    list(engine.load(tiny_llama, CancelToken()))
    list(engine.stream(GenerationRequest("a", max_tokens=2), CancelToken()))
    assert engine._model is not None
    runtime = weakref.ref(engine._model.decoder.runtime)
    gc.disable()
    try:
        engine.unload()
        assert runtime() is None
    finally:
        gc.enable()


def test_weights_that_are_no_numbers_are_refused_with_advice(
    engine: Engine, tmp_path: Path
) -> None:
    made = untrained(tmp_path / "model")
    shake(made.directory, spoil=np.nan)
    with pytest.raises(ModelError, match="add it again"):
        list(engine.load(made.directory, CancelToken()))


def test_backend_that_does_not_start_is_reported_with_advice(
    tiny_llama: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(choice_of("keras"))

    def broken(name: str) -> None:
        raise ImportError("libfoo.so.1: cannot open shared object file")

    monkeypatch.setattr("ownhand.engine.loader.importlib.import_module", broken)
    with pytest.raises(BackendError, match=r"does not start .*libfoo.*ownhand doctor"):
        list(engine.load(tiny_llama, CancelToken()))


def test_load_works_without_a_terminal(
    engine: Engine, tiny_llama: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # as in a program of windows only
    assert isinstance(list(engine.load(tiny_llama, CancelToken()))[-1], ModelLoaded)
