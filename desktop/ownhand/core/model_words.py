"""What a loaded model runs on, in a writer's words."""

from __future__ import annotations

from ownhand.core.words import mark

_COMPUTES = {
    "numba": mark("Ownhand itself"),
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
}
_BITS = {"int8": "4–8", "float32": "32", "float16": "16", "bfloat16": "16"}


def who_computes(backend: str) -> str:
    """Who does the arithmetic, of `messages.ModelLoaded.backend`; to be translated where it is shown."""
    return _COMPUTES.get(backend, backend)


def bits_of(dtype: str) -> str:
    """How many bits a weight takes, of `messages.ModelLoaded.dtype`; narrow ones are packed as tightly as
    they allow."""
    return _BITS.get(dtype, dtype)


def where(device: str) -> str:
    """What a device is called in a sentence in English."""
    return "the processor" if device == "CPU" else device
