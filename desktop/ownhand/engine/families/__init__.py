"""One reader per model family: from KerasHub's config and weight names to `Architecture` and `Weights`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ownhand.core.errors import ModelError
from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.families import gpt2, llama

Reader = Callable[[Mapping[str, Any], Callable[[str], Array]], tuple[Architecture, Weights]]

FAMILIES: tuple[tuple[str, Reader], ...] = (
    ("LlamaBackbone", llama.read),
    ("GPT2Backbone", gpt2.read),
)
"""KerasHub backbone class and the reader of its weights."""


def reader_of(class_name: str) -> Reader:
    """The reader of a backbone class.

    Raises:
        ModelError: If no family of that name can be decoded.
    """
    for name, reader in FAMILIES:
        if name == class_name:
            return reader
    known = ", ".join(name for name, _ in FAMILIES)
    raise ModelError(f"Ownhand cannot write with a {class_name} model; it knows {known}.")
