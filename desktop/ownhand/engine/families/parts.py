"""The parts of a block by name: where KerasHub keeps each, and which of them lie in one matrix here."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from ownhand.engine.architecture import Architecture, Array

PATHS = {
    "query": "self_attention/query/kernel",
    "key": "self_attention/key/kernel",
    "value": "self_attention/value/kernel",
    "output": "self_attention/attention_output/kernel",
    "gate": "feedforward_gate_dense/kernel",
    "up": "feedforward_intermediate_dense/kernel",
    "down": "feedforward_output_dense/kernel",
}
"""Part to its variable path below the layer; the same in every family."""

_QKV = ("query", "key", "value")
_PARTS = {path: part for part, path in PATHS.items()}
_PATH = re.compile(r"transformer_layer_(\d+)/(.+)")


def part_path(layer: int, part: str) -> str:
    """The KerasHub variable path of a part, for example of "query" in layer 3."""
    return f"transformer_layer_{layer}/{PATHS[part]}"


def parts_in(arch: Architecture, matrix: str) -> tuple[str, ...]:
    """The parts that lie side by side in a matrix, in order."""
    if matrix == "qkv":
        return _QKV
    if matrix == "up" and arch.activation == "silu_gated":
        return "gate", "up"
    return ({"out": "output"}.get(matrix, matrix),)


def matrix_of(path: str) -> tuple[int, str]:
    """The layer and the matrix that a part's variable path belongs to."""
    found = _PATH.fullmatch(path)
    part = _PARTS[found[2]] if found else ""
    fused = {"query": "qkv", "key": "qkv", "value": "qkv", "output": "out", "gate": "up"}
    return int(found[1]) if found else 0, fused.get(part, part)


def read_matrix(
    arch: Architecture, tensor: Callable[[str], Array], layer: int, matrix: str
) -> Array:
    """A matrix as `[inputs, outputs]`.

    Args:
        arch: The architecture.
        tensor: Gives a weight by its KerasHub variable path, in KerasHub's shape.
        layer: Number of the block.
        matrix: One of `MATRICES`.
    """
    kernels = [tensor(part_path(layer, part)) for part in parts_in(arch, matrix)]
    if matrix == "out":  # [heads, head width, width]
        return kernels[0].reshape(-1, kernels[0].shape[-1])
    flat = [kernel.reshape(kernel.shape[0], -1) for kernel in kernels]
    return flat[0] if len(flat) == 1 else np.concatenate(flat, axis=1)


def read_qkv_bias(tensor: Callable[[str], Array], layer: int) -> Array:
    """The biases of queries, keys and values, in the order of the columns of their matrix."""
    paths = (f"transformer_layer_{layer}/self_attention/{part}/bias" for part in _QKV)
    return np.concatenate([tensor(path).reshape(-1) for path in paths])
