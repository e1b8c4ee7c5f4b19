"""A tiny model and a tiny packed corpus to train on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.tiny_models import TinyGguf, write_hf_gpt2
from tests.helpers.tiny_qwen import write_gguf_qwen2

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore
from ownhand.training.blocks import Blocks
from ownhand.training.packed import PackedCorpus, write_packed
from ownhand.training.spec import TrainingSpec

SEQ = 24


@dataclass(frozen=True)
class Desk:
    """Where a test trains.

    Attributes:
        models: The store's directory, with "tiny-llama", "tiny-qwen" and "gpt2" in it.
        data: A packed corpus of 24 sequences and 6 held out.
        folder: For runs.
    """

    models: Path
    data: Path
    folder: Path

    def spec(self, base: str = "tiny-llama", **changes: object) -> TrainingSpec:
        """A short run."""
        values: dict[str, object] = {
            "name": "Mine", "base": str(self.models / base), "data": str(self.data), "steps": 8,
            "batch": 2, "accumulate": 2, "seq": SEQ, "rate": 3e-3, "warmup": 2, "report": False,
            "sample_tokens": 4,
        }  # fmt: skip
        return TrainingSpec(**(values | changes))  # type: ignore[arg-type]


def sequences(count: int, seed: int) -> Blocks:
    """Sequences with a pattern that can be learnt, two documents each, padded at the end."""
    rng = np.random.default_rng(seed)
    ids = np.cumsum(rng.integers(1, 3, (count, SEQ + 1)), axis=1).astype(np.int32) % 200
    segments = np.ones_like(ids)
    segments[:, SEQ // 2 :] = 2
    segments[:, -3:] = 0
    return Blocks(ids, segments)


@pytest.fixture(scope="session")
def _trained_bases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bases")
    TinyGguf().write(folder / "tiny.gguf")
    write_gguf_qwen2(folder / "qwen.gguf")
    write_hf_gpt2(folder / "gpt2")
    for source in (folder / "tiny.gguf", folder / "qwen.gguf", folder / "gpt2"):
        *_, info = DirectoryStore(folder / "models").add(str(source), CancelToken())
        assert isinstance(info, ModelInfo)
    return folder / "models"


@pytest.fixture
def desk(_trained_bases: Path, tmp_path: Path) -> Desk:
    models = tmp_path / "models"
    models.mkdir()
    for base in _trained_bases.iterdir():
        if base.is_dir() and not base.name.startswith("."):
            (models / base.name).symlink_to(base)
    held_out = sequences(6, seed=2)
    write_packed(
        tmp_path / "data",
        PackedCorpus(
            sequences(24, seed=1), held_out, np.full(6, SEQ, np.int32), np.arange(6, dtype=np.int32),
            {"files": [{"path": "/texts/a.txt", "sha256": "00"}]},
        ),
    )  # fmt: skip
    return Desk(models, tmp_path / "data", tmp_path / "runs")
