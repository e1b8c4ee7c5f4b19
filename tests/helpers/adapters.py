"""Adapters with random factors, as a LoRA run would leave them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.architecture import Array
from ownhand.models.store import DirectoryStore
from ownhand.training.export import TrainedAdapter
from ownhand.training.method import read_base
from ownhand.training.parameters import Adapters, lora_parameters

SCALE = 0.75


def random_factors(
    base: Path, targets: Sequence[str], seed: int, rank: int = 2
) -> dict[str, Array]:
    """Factors as training leaves them: neither of the two is zero."""
    model = read_base(base)
    made = lora_parameters(model.arch, model.layers, Adapters(rank, targets=tuple(targets)), seed)
    rng = np.random.default_rng(seed)
    return {
        name: array if name.endswith(".a") else rng.normal(0, 0.3, array.shape).astype(np.float32)
        for name, array in made.items()
    }


def add_adapter(
    base: Path, title: str, targets: Sequence[str] = ("query", "value"), seed: int = 1
) -> ModelInfo:
    """Put an adapter for the model in `base` into the same store."""
    factors = random_factors(base, targets, seed)
    importer = TrainedAdapter(base, factors, SCALE, title, {})
    *_, info = DirectoryStore(base.parent, importers=(importer,)).add("a run", CancelToken())
    assert isinstance(info, ModelInfo)
    return info
