"""GPT-2: layer norms, learned positions, biases everywhere, tanh-GELU, tied output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.families.parts import read_qkv_bias


def architecture(config: Mapping[str, Any]) -> Architecture:
    """The numbers of a KerasHub `GPT2Backbone`.

    Args:
        config: Its constructor arguments.
    """
    width, heads = int(config["hidden_dim"]), int(config["num_heads"])
    return Architecture(
        vocabulary=int(config["vocabulary_size"]),
        context=int(config["max_sequence_length"]),
        width=width,
        layers=int(config["num_layers"]),
        heads=heads,
        kv_heads=heads,
        head_width=width // heads,
        norm="layer",
        epsilon=1e-5,  # fixed in KerasHub's GPT2Backbone
        activation="gelu_tanh",
        rope=False,
    )


def weights(
    arch: Architecture, _config: Mapping[str, Any], tensor: Callable[[str], Array]
) -> Weights:
    """Its weights.

    Args:
        arch: Its architecture.
        _config: Not needed beside it.
        tensor: Gives a weight by its KerasHub variable path, in KerasHub's shape.
    """
    embedding = tensor("token_embedding/embeddings")
    return Weights(
        embedding=embedding,
        unembedding=embedding,
        positions=tensor("position_embedding/embeddings"),
        frequencies=None,
        layers=(read_layer(tensor, index, arch.width) for index in range(arch.layers)),
        norm=tensor("layer_norm/gamma"),
        norm_bias=tensor("layer_norm/beta"),
    )


def read_layer(tensor: Callable[[str], Array], index: int, width: int) -> dict[str, Array]:
    """One block out of Keras's shapes."""
    path = f"transformer_layer_{index}"
    attention = f"{path}/self_attention"
    parts = ("query", "key", "value")
    kernels = [tensor(f"{attention}/{part}/kernel").reshape(width, -1) for part in parts]
    return {
        "norm1": tensor(f"{path}/self_attention_layer_norm/gamma"),
        "norm1_bias": tensor(f"{path}/self_attention_layer_norm/beta"),
        "qkv": np.concatenate(kernels, axis=1),
        "qkv_bias": read_qkv_bias(tensor, index),
        "out": tensor(f"{attention}/attention_output/kernel").reshape(-1, width),
        "out_bias": tensor(f"{attention}/attention_output/bias"),
        "norm2": tensor(f"{path}/feedforward_layer_norm/gamma"),
        "norm2_bias": tensor(f"{path}/feedforward_layer_norm/beta"),
        "up": tensor(f"{path}/feedforward_intermediate_dense/kernel"),
        "up_bias": tensor(f"{path}/feedforward_intermediate_dense/bias"),
        "down": tensor(f"{path}/feedforward_output_dense/kernel"),
        "down_bias": tensor(f"{path}/feedforward_output_dense/bias"),
    }


def write(arch: Architecture, whole: Weights) -> Iterator[tuple[str, Array]]:
    """The inverse of `weights`: every weight by its KerasHub variable path, in KerasHub's shape."""
    assert whole.positions is not None
    assert whole.norm is not None
    assert whole.norm_bias is not None
    yield "token_embedding/embeddings", whole.embedding
    yield "position_embedding/embeddings", whole.positions
    yield from write_layers(arch, whole)
    yield "layer_norm/gamma", whole.norm
    yield "layer_norm/beta", whole.norm_bias


def write_layers(arch: Architecture, whole: Weights) -> Iterator[tuple[str, Array]]:
    """The blocks by Keras's paths and in its shapes."""
    heads = (arch.heads, arch.head_width)
    for index, layer in enumerate(whole.layers):
        path = f"transformer_layer_{index}"
        attention = f"{path}/self_attention"
        kernels = np.split(layer["qkv"], 3, axis=1)
        biases = np.split(layer["qkv_bias"], 3)
        for part, kernel, bias in zip(("query", "key", "value"), kernels, biases, strict=True):
            yield f"{attention}/{part}/kernel", kernel.reshape(arch.width, *heads)
            yield f"{attention}/{part}/bias", bias.reshape(heads)
        yield f"{attention}/attention_output/kernel", layer["out"].reshape(*heads, arch.width)
        yield f"{attention}/attention_output/bias", layer["out_bias"]
        yield f"{path}/self_attention_layer_norm/gamma", layer["norm1"]
        yield f"{path}/self_attention_layer_norm/beta", layer["norm1_bias"]
        yield f"{path}/feedforward_intermediate_dense/kernel", layer["up"]
        yield f"{path}/feedforward_intermediate_dense/bias", layer["up_bias"]
        yield f"{path}/feedforward_output_dense/kernel", layer["down"]
        yield f"{path}/feedforward_output_dense/bias", layer["down_bias"]
        yield f"{path}/feedforward_layer_norm/gamma", layer["norm2"]
        yield f"{path}/feedforward_layer_norm/beta", layer["norm2_bias"]
