"""Llama: RMS norms, rotary positions, grouped queries, gated SiLU, no biases.

Qwen 2 and 2.5 are the same with biases on queries, keys and values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from ownhand.engine.architecture import (
    MATRICES,
    Architecture,
    Array,
    Weights,
    inverse_frequencies,
)
from ownhand.engine.families.parts import read_matrix, read_qkv_bias


def architecture(config: Mapping[str, Any]) -> Architecture:
    """The numbers of a KerasHub `LlamaBackbone` or `QwenBackbone`.

    Args:
        config: Its constructor arguments, with `tie_word_embeddings` and `context_tokens`.
    """
    width, heads = int(config["hidden_dim"]), int(config["num_query_heads"])
    return Architecture(
        vocabulary=int(config["vocabulary_size"]),
        context=int(config["context_tokens"]),
        width=width,
        layers=int(config["num_layers"]),
        heads=heads,
        kv_heads=int(config["num_key_value_heads"]),
        head_width=width // heads,
        norm="rms",
        epsilon=float(config["layer_norm_epsilon"]),
        activation="silu_gated",
        rope=True,
    )


def weights(
    arch: Architecture,
    config: Mapping[str, Any],
    tensor: Callable[[str], Array],
    *,
    qkv_bias: bool = False,
) -> Weights:
    """Its weights.

    Args:
        arch: Its architecture.
        config: As for `architecture`.
        tensor: Gives a weight by its KerasHub variable path, in KerasHub's shape.
        qkv_bias: Whether queries, keys and values have biases, as in Qwen.
    """
    embedding = tensor("token_embedding/embeddings")
    tied = bool(config["tie_word_embeddings"])
    frequencies = inverse_frequencies(
        arch.head_width,
        float(config["rope_max_wavelength"]),
        scaling_factor=float(config.get("rope_position_scaling_factor") or 1.0),
        frequency_adjustment_factor=config.get("rope_frequency_adjustment_factor"),
        low_freq_factor=config.get("rope_low_freq_factor"),
        high_freq_factor=config.get("rope_high_freq_factor"),
        pretraining_sequence_length=config.get("rope_pretraining_sequence_length"),
    )
    return Weights(
        embedding=embedding,
        unembedding=embedding if tied else tensor("token_embedding/reverse_embeddings").T,
        positions=None,
        frequencies=frequencies,
        layers=(_layer(arch, tensor, index, qkv_bias) for index in range(arch.layers)),
        norm=tensor("sequence_output_layernorm/scale"),
        norm_bias=None,
    )


def _layer(
    architecture: Architecture, tensor: Callable[[str], Array], index: int, qkv_bias: bool
) -> dict[str, Array]:
    path = f"transformer_layer_{index}"
    biases = {"qkv_bias": read_qkv_bias(tensor, index)} if qkv_bias else {}
    return {
        "norm1": tensor(f"{path}/self_attention_layernorm/scale"),
        "norm2": tensor(f"{path}/feedforward_layernorm/scale"),
        **{name: read_matrix(architecture, tensor, index, name) for name in MATRICES},
        **biases,
    }


def write(arch: Architecture, whole: Weights) -> Iterator[tuple[str, Array]]:
    """The inverse of `weights`: every weight by its KerasHub variable path, in KerasHub's shape."""
    assert whole.norm is not None
    yield "token_embedding/embeddings", whole.embedding
    if whole.unembedding is not whole.embedding:
        yield "token_embedding/reverse_embeddings", whole.unembedding.T
    sizes = (arch.heads, arch.kv_heads, arch.kv_heads)
    for index, layer in enumerate(whole.layers):
        path = f"transformer_layer_{index}"
        attention = f"{path}/self_attention"
        start = 0
        for part, heads in zip(("query", "key", "value"), sizes, strict=True):
            end = start + heads * arch.head_width
            columns = layer["qkv"][:, start:end]
            yield f"{attention}/{part}/kernel", columns.reshape(arch.width, heads, arch.head_width)
            if "qkv_bias" in layer:
                bias = layer["qkv_bias"][start:end]
                yield f"{attention}/{part}/bias", bias.reshape(heads, arch.head_width)
            start = end
        yield (
            f"{attention}/attention_output/kernel",
            layer["out"].reshape(arch.heads, arch.head_width, arch.width),
        )
        yield f"{path}/self_attention_layernorm/scale", layer["norm1"]
        gate, up = np.split(layer["up"], 2, axis=1)
        yield f"{path}/feedforward_intermediate_dense/kernel", up
        yield f"{path}/feedforward_gate_dense/kernel", gate
        yield f"{path}/feedforward_output_dense/kernel", layer["down"]
        yield f"{path}/feedforward_layernorm/scale", layer["norm2"]
    yield "sequence_output_layernorm/scale", whole.norm
