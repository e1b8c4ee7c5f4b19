"""What a spec trains of which model: reads the model and tells apart what is learnt and what stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.engine.architecture import Architecture, LayerWeights, Weights
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
        layers: Their blocks, in memory.
    """

    directory: Path
    arch: Architecture
    weights: Weights
    layers: tuple[LayerWeights, ...]


def read_base(directory: Path) -> Base:
    """Read a model directory to train from.

    Raises:
        ModelError: If it is missing or damaged.
    """
    class_name, config = read_config(directory)
    manifest = read_manifest(directory)
    config = {**config, "context_tokens": manifest.context_tokens}
    arch, weights = family_of(class_name).read(config, tensor_reader(directory, CancelToken()))
    layers = tuple(weights.layers)
    return Base(directory, arch, replace(weights, layers=layers), layers)


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

    def assemble(frozen: Mapping[str, Any], tensors: Mapping[str, Any]) -> Mapping[str, Any]:
        return with_adapters(arch, frozen, tensors, adapters.scale)

    return Trainable(
        arch,
        lora_parameters(arch, base.layers, adapters, seed),
        lambda convert, dtype: map_weights(base.weights, dtype, convert),
        assemble,
    )


def _full(base: Base) -> Trainable:
    weights = base.weights

    def frozen(convert: Convert, dtype: str) -> Mapping[str, Any]:
        # Only the names: the values are the parameters, and must not be in memory twice.
        skeleton = map_weights(weights, dtype, lambda _array, _dtype: None)
        if weights.frequencies is not None:
            skeleton["frequencies"] = convert(weights.frequencies, "float32")
        return skeleton

    return Trainable(base.arch, full_parameters(weights, base.layers), frozen, with_full)
