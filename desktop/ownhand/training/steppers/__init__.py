"""One training step per backend: accumulate gradients over micro-batches, then apply them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from ownhand.engine.architecture import Architecture, Weights
from ownhand.training.optimizer import AdamW
from ownhand.training.parameters import Parameters
from ownhand.training.steppers.stepper import Stepper

Assemble = Callable[[Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]
"""`(frozen weights, trained tensors) -> weights` as `hidden_states` takes them."""


def make_stepper(
    backend: str,
    arch: Architecture,
    weights: Weights,
    parameters: Parameters,
    assemble: Assemble,
    optimizer: AdamW,
) -> Stepper:
    """A stepper on a backend.

    Raises:
        ModuleNotFoundError: If training is not written for that backend.
    """
    module = importlib.import_module(f"ownhand.training.steppers.{backend}")
    make: Callable[..., Stepper] = module.make
    return make(arch, weights, parameters, assemble, optimizer)
