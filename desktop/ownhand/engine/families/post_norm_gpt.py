"""The small GPTs that are made from scratch of KerasHub's or Keras's own layers.

`TokenAndPositionEmbedding`, post-norm `TransformerDecoder` blocks, no norm after the last one, and a
`Dense` output of its own with a bias. A head may be of any width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.families.gpt2 import read_layer, write_layers


def architecture(config: Mapping[str, Any]) -> Architecture:
    """The numbers of a model of these layers.

    Args:
        config: As `models.layout` describes it.
    """
    heads = int(config["num_heads"])
    return Architecture(
        vocabulary=int(config["vocabulary_size"]),
        context=int(config["max_sequence_length"]),
        width=int(config["hidden_dim"]),
        layers=int(config["num_layers"]),
        heads=heads,
        kv_heads=heads,
        head_width=int(config["head_dim"]),
        norm="layer",
        epsilon=float(config["layer_norm_epsilon"]),
        activation="relu",
        rope=False,
        post_norm=True,
    )


def weights(
    arch: Architecture, _config: Mapping[str, Any], tensor: Callable[[str], Array]
) -> Weights:
    """Its weights.

    Args:
        arch: Its architecture.
        _config: Not needed beside it.
        tensor: Gives a weight by its path, in Keras's shape.
    """
    return Weights(
        embedding=tensor("token_embedding/embeddings"),
        unembedding=tensor("output/kernel").T,
        positions=tensor("position_embedding/embeddings"),
        frequencies=None,
        layers=(read_layer(tensor, index, arch.width) for index in range(arch.layers)),
        norm=None,
        norm_bias=None,
        unembedding_bias=tensor("output/bias"),
    )


def write(arch: Architecture, whole: Weights) -> Iterator[tuple[str, Array]]:
    """The inverse of `weights`: every weight by its path, in Keras's shape."""
    assert whole.positions is not None
    assert whole.unembedding_bias is not None
    before = (
        ("token_embedding/embeddings", whole.embedding),
        ("position_embedding/embeddings", whole.positions),
    )
    after = (("output/kernel", whole.unembedding.T), ("output/bias", whole.unembedding_bias))
    yield from chain(before, write_layers(arch, whole), after)
