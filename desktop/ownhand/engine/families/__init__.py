"""One file per model family: between KerasHub's config and weight names, and `Architecture` and `Weights`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
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
        architecture: Its numbers, from its config.
        weights: Its weights, which are read when they are asked for.
        write: Back to its weights by KerasHub variable path.
    """

    class_name: str
    architecture: Callable[[Mapping[str, Any]], Architecture]
    weights: Callable[[Architecture, Mapping[str, Any], Tensors], Weights]
    write: Callable[[Architecture, Weights], Iterator[tuple[str, Array]]]

    def read(self, config: Mapping[str, Any], tensor: Tensors) -> tuple[Architecture, Weights]:
        """Both from a config and a function that gives a weight by its KerasHub variable path."""
        arch = self.architecture(config)
        return arch, self.weights(arch, config, tensor)


FAMILIES: tuple[Family, ...] = (
    Family("LlamaBackbone", llama.architecture, llama.weights, llama.write),
    Family("QwenBackbone", llama.architecture, partial(llama.weights, qkv_bias=True), llama.write),
    Family("GPT2Backbone", gpt2.architecture, gpt2.weights, gpt2.write),
    Family("PostNormGPT", post_norm_gpt.architecture, post_norm_gpt.weights, post_norm_gpt.write),
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
