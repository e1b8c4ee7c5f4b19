"""The weights of a Llama or a Qwen in other people's files, by KerasHub variable path."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np

from ownhand.models.importers.source_tensor import Array, SourceTensor


def llama_tensors(
    config: Mapping[str, Any], *, qkv_bias: bool = False, neighbours: bool = False
) -> dict[str, SourceTensor]:
    """For every KerasHub variable path, in the order of the weights file, where it comes from.

    Args:
        config: Arguments of KerasHub's backbone.
        qkv_bias: Whether queries, keys and values have biases.
        neighbours: Whether rotary pairs are neighbours in the rows of queries and keys, as in GGUF
            files of a Llama, and not the two halves of a head, as everywhere else.

    Returns:
        Named as in GGUF, matrices as `[outputs, inputs]`.
    """
    heads, kv_heads = config["num_query_heads"], config["num_key_value_heads"]
    width = config["hidden_dim"]
    tensors = {"token_embedding/embeddings": SourceTensor("token_embd.weight", np.asarray)}
    if not config["tie_word_embeddings"]:
        tensors["token_embedding/reverse_embeddings"] = SourceTensor("output.weight", np.transpose)
    for index in range(config["num_layers"]):
        layer, block = f"transformer_layer_{index}", f"blk.{index}"
        for part, count in (("query", heads), ("key", kv_heads), ("value", kv_heads)):
            path, name = f"{layer}/self_attention/{part}", f"{block}.attn_{part[0]}"
            arrange = partial(_in_heads, heads=count, neighbours=neighbours and part != "value")
            tensors[f"{path}/kernel"] = SourceTensor(f"{name}.weight", arrange)
            if qkv_bias:
                tensors[f"{path}/bias"] = SourceTensor(f"{name}.bias", arrange)
        tensors |= {
            f"{layer}/self_attention/attention_output/kernel": SourceTensor(
                f"{block}.attn_output.weight", lambda w: w.T.reshape(heads, width // heads, width)
            ),
            f"{layer}/self_attention_layernorm/scale": SourceTensor(
                f"{block}.attn_norm.weight", np.asarray
            ),
            f"{layer}/feedforward_intermediate_dense/kernel": SourceTensor(
                f"{block}.ffn_up.weight", np.transpose
            ),
            f"{layer}/feedforward_gate_dense/kernel": SourceTensor(
                f"{block}.ffn_gate.weight", np.transpose
            ),
            f"{layer}/feedforward_output_dense/kernel": SourceTensor(
                f"{block}.ffn_down.weight", np.transpose
            ),
            f"{layer}/feedforward_layernorm/scale": SourceTensor(
                f"{block}.ffn_norm.weight", np.asarray
            ),
        }
    tensors["sequence_output_layernorm/scale"] = SourceTensor("output_norm.weight", np.asarray)
    return tensors


def _in_heads(rows: Array, heads: int, neighbours: bool) -> Array:
    """`[heads * head, inputs]` to `[inputs, heads, head]`; a bias `[heads * head]` to `[heads, head]`."""
    if neighbours:
        pairs = rows.reshape(heads, len(rows) // heads // 2, 2, *rows.shape[1:])
        rows = pairs.swapaxes(1, 2).reshape(rows.shape)
    return rows.T.reshape(*rows.shape[1:], heads, len(rows) // heads)
