"""One file per model family: between KerasHub's config and weight names, and `Architecture` and `Weights`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.families import gpt2, llama, post_norm_gpt

Tensors = Callable[[str], Array]


@dataclass(frozen=True, slots=True)
class Family:
    """How one KerasHub backbone class is told in the engine's terms.

    Attributes:
        class_name: Of the backbone, as in config.json.
        read: From its config and weights to `Architecture` and `Weights`.
        write: Back to its weights by KerasHub variable path.
    """

    class_name: str
    read: Callable[[Mapping[str, Any], Tensors], tuple[Architecture, Weights]]
    write: Callable[[Architecture, Weights], Iterator[tuple[str, Array]]]


FAMILIES: tuple[Family, ...] = (
    Family("LlamaBackbone", llama.read, llama.write),
    Family("GPT2Backbone", gpt2.read, gpt2.write),
    Family("PostNormGPT", post_norm_gpt.read, post_norm_gpt.write),
)
"""Every family that can be decoded and trained."""


def family_of(class_name: str) -> Family:
    """The family of a backbone class.

    Raises:
        ModelError: If no family of that name can be decoded.
    """
    for family in FAMILIES:
        if family.class_name == class_name:
            return family
    known = ", ".join(family.class_name for family in FAMILIES)
    raise ModelError(
        Sentence(
            "Ownhand cannot write with a {class_name} model; it knows {known}.",
            class_name=class_name,
            known=known,
        )
    )
