"""One training step per backend: accumulate gradients over micro-batches, then apply them."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable

from ownhand.core.errors import BackendError
from ownhand.training.steppers.stepper import Numerics, Stepper, Trainable


def make_stepper(backend: str, model: Trainable, numerics: Numerics) -> Stepper:
    """A stepper on a backend.

    Raises:
        BackendError: If training is not written for that backend.
    """
    name = f"ownhand.training.steppers.{backend}"
    if importlib.util.find_spec(name) is None:
        raise BackendError(
            f"Ownhand cannot train on {backend}. Unset KERAS_BACKEND, or choose another backend in the settings."
        )
    make: Callable[[Trainable, Numerics], Stepper] = importlib.import_module(name).make
    return make(model, numerics)
