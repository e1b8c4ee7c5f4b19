"""What a spec trains of which model: reads the model and tells apart what is learnt and what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.engine.architecture import Architecture, Array, LayerWeights, Weights
from ownhand.engine.backends.runtime import map_weights
from ownhand.engine.families import family_of
from ownhand.engine.loader import tensor_reader
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest
from ownhand.training.optimizer import Adam
from ownhand.training.parameters import (
    Adapters,
    full_parameters,
    lora_parameters,
    with_adapters,
    with_full,
)
from ownhand.training.spec import TrainingSpec
from ownhand.training.steppers.stepper import Convert, Numerics, Trainable


@dataclass(frozen=True, slots=True)
class Base:
    """The model a run starts from.

    Attributes:
        directory: Where it lies.
        arch: Its architecture.
        weights: Its weights.
        layers: Their blocks, which can be read again and again.
    """

    directory: Path
    arch: Architecture
    weights: Weights
    layers: Iterable[LayerWeights]


def read_base(directory: Path) -> Base:
    """Read a model directory to train from.

    Raises:
        ModelError: If it is missing or damaged.
    """
    class_name, config = read_config(directory)
    manifest = read_manifest(directory)
    config = {**config, "context_tokens": manifest.context_tokens}
    family = family_of(class_name)

    def tensor(name: str) -> Array:
        # Opened anew each time: what an open file has mapped would stay, as a second copy of the weights.
        return tensor_reader(directory, CancelToken())(name)

    arch, weights = family.read(config, tensor)
    blocks = _BlocksOnDisk(lambda: family.read(config, tensor)[1].layers)
    return Base(directory, arch, replace(weights, layers=blocks), blocks)


class _BlocksOnDisk:
    """A model's blocks, each in memory only while it is looked at."""

    def __init__(self, read: Callable[[], Iterable[LayerWeights]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[LayerWeights]:
        return iter(self._read())


def adapters_of(spec: TrainingSpec) -> Adapters:
    """The layout of a spec's adapters."""
    return Adapters(spec.rank, spec.alpha, spec.targets)


def numerics_of(spec: TrainingSpec) -> Numerics:
    """How a spec's steps are computed."""
    return Numerics(
        Adam(
            weight_decay=spec.weight_decay,
            decoupled=spec.optimizer == "adamw",
            clip_norm=spec.clip_norm,
        ),
        spec.dropout,
        spec.recompute,
        spec.precision == "mixed",
        spec.seed,
    )


def trainable(spec: TrainingSpec, base: Base) -> Trainable:
    """What is learnt of a model and what stays.

    Raises:
        BadInputError: If LoRA is to train a part that the model does not have.
    """
    if spec.method == "lora":
        return _lora(base, adapters_of(spec), spec.seed)
    return _full(base)


def _lora(base: Base, adapters: Adapters, seed: int) -> Trainable:
    arch = base.arch
    return Trainable(
        arch,
        lora_parameters(arch, base.layers, adapters, seed),
        lambda convert, dtype: map_weights(base.weights, dtype, convert),
        around=lambda frozen, _trained: frozen,
        layer=lambda frozen, trained: with_adapters(arch, frozen, trained, adapters.scale),
    )


def _full(base: Base) -> Trainable:
    weights = base.weights

    def frozen(convert: Convert, dtype: str) -> Mapping[str, Any]:
        # Only the names: the values are the parameters, and must not be in memory twice.
        skeleton = map_weights(weights, dtype, lambda _array, _dtype: None)
        if weights.frequencies is not None:
            skeleton["frequencies"] = convert(weights.frequencies, "float32")
        return skeleton

    return Trainable(
        base.arch,
        full_parameters(weights, base.layers),
        frozen,
        around=with_full,
        layer=lambda _frozen, trained: trained,
    )
