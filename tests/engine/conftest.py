"""Loaded models for the engine's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.loading import load
from tests.helpers.tiny_models import TinyGguf, write_hf_gpt2

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.loader import LoadedModel
from ownhand.models.store import DirectoryStore


@pytest.fixture(scope="session")
def tiny_llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a tiny Llama model with a context of 64 tokens."""
    folder = tmp_path_factory.mktemp("tiny-llama")
    TinyGguf().write(folder / "tiny.gguf")
    return _added(folder, folder / "tiny.gguf")


@pytest.fixture(scope="session")
def roomy_llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model with a context of 4,096 tokens."""
    folder = tmp_path_factory.mktemp("roomy-llama")
    TinyGguf(metadata={"llama.context_length": 4096}).write(folder / "tiny.gguf")
    return _added(folder, folder / "tiny.gguf")


@pytest.fixture(scope="session")
def tiny_gpt2(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a tiny GPT-2 model."""
    folder = tmp_path_factory.mktemp("tiny-gpt2")
    write_hf_gpt2(folder / "gpt2")
    return _added(folder, folder / "gpt2")


@pytest.fixture(scope="session")
def loaded_roomy(roomy_llama: Path) -> LoadedModel:
    """One model for all tests that only read from it; each rewinds the decoder first."""
    return load(roomy_llama)


@pytest.fixture
def roomy(loaded_roomy: LoadedModel) -> LoadedModel:
    """A loaded tiny model with an empty cache."""
    return _emptied(loaded_roomy)


@pytest.fixture(scope="session", params=["keras", "kernel"])
def each_runtime(request: pytest.FixtureRequest) -> str:
    """Both ways of running a model that shall give the same numbers."""
    return str(request.param)


@pytest.fixture(scope="session")
def loaded_on_each(roomy_llama: Path, each_runtime: str) -> LoadedModel:
    """As `loaded_roomy`, on both."""
    return load(roomy_llama, runtime=each_runtime)


@pytest.fixture
def roomy_on_each(loaded_on_each: LoadedModel) -> LoadedModel:
    """As `roomy`, on both."""
    return _emptied(loaded_on_each)


@pytest.fixture(scope="session")
def starter(starter_directory: Path) -> LoadedModel:
    """The real starter model."""
    return load(starter_directory)


def _emptied(model: LoadedModel) -> LoadedModel:
    model.decoder.fork([0])
    model.decoder.rewind(model.decoder.length)
    return model


def _added(folder: Path, source: Path) -> Path:
    *_, info = DirectoryStore(folder / "models").add(str(source), CancelToken())
    assert isinstance(info, ModelInfo)
    return info.directory
