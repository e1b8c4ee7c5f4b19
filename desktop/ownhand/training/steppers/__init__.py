"""One training step per backend: accumulate gradients over micro-batches, then apply them."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING

from ownhand.core.errors import BackendError
from ownhand.core.words import Sentence

if TYPE_CHECKING:  # whoever plans a run asks here, without Keras
    from ownhand.training.steppers.stepper import Numerics, Stepper, Trainable


def refuse_untrainable(backend: str) -> None:
    """Raise `BackendError` if training is not written for a backend."""
    if importlib.util.find_spec(f"ownhand.training.steppers.{backend}") is None:
        raise BackendError(
            Sentence(
                "Ownhand cannot train on {backend}. Choose tensorflow or jax as the backend, in the settings or with KERAS_BACKEND.",
                backend=backend,
            )
        )


def make_stepper(backend: str, model: Trainable, numerics: Numerics) -> Stepper:
    """A stepper on a backend.

    Raises:
        BackendError: If training is not written for that backend.
    """
    refuse_untrainable(backend)
    module = importlib.import_module(f"ownhand.training.steppers.{backend}")
    make: Callable[[Trainable, Numerics], Stepper] = module.make
    return make(model, numerics)
