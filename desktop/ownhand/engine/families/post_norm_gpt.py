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


def read(config: Mapping[str, Any], tensor: Callable[[str], Array]) -> tuple[Architecture, Weights]:
    """Read a model of these layers.

    Args:
        config: As `models.layout` describes it.
        tensor: Gives a weight by its path, in Keras's shape.
    """
    width, heads = int(config["hidden_dim"]), int(config["num_heads"])
    architecture = Architecture(
        vocabulary=int(config["vocabulary_size"]),
        context=int(config["max_sequence_length"]),
        width=width,
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
    weights = Weights(
        embedding=tensor("token_embedding/embeddings"),
        unembedding=tensor("output/kernel").T,
        positions=tensor("position_embedding/embeddings"),
        frequencies=None,
        layers=(read_layer(tensor, index, width) for index in range(architecture.layers)),
        norm=None,
        norm_bias=None,
        unembedding_bias=tensor("output/bias"),
    )
    return architecture, weights


def write(arch: Architecture, weights: Weights) -> Iterator[tuple[str, Array]]:
    """The inverse of `read`: every weight by its path, in Keras's shape."""
    assert weights.positions is not None
    assert weights.unembedding_bias is not None
    before = (
        ("token_embedding/embeddings", weights.embedding),
        ("position_embedding/embeddings", weights.positions),
    )
    after = (("output/kernel", weights.unembedding.T), ("output/bias", weights.unembedding_bias))
    yield from chain(before, write_layers(arch, weights), after)
