"""Random models of any architecture without files, and runtimes over them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import numpy as np
from tests.helpers.packed_matrices import unpacked

from ownhand.core.contracts import Floats
from ownhand.engine.architecture import MATRICES, Architecture, Array, Weights, inverse_frequencies
from ownhand.engine.backends import BackendChoice, make_runtime, prepare_process
from ownhand.engine.backends.runtime import Runtime
from ownhand.engine.narrow.packing import pack
from ownhand.engine.narrow.runtime import NarrowRuntime
from ownhand.engine.narrow.storage import packed_in_memory
from ownhand.engine.narrow.team import provide_yield
from ownhand.engine.narrow.weights import pack_weights

LLAMA = Architecture(
    vocabulary=83, context=700, width=40, layers=2, heads=4, kv_heads=2, head_width=8, norm="rms",
    epsilon=1e-5, activation="silu_gated", rope=True,
)  # fmt: skip
GPT2 = replace(LLAMA, kv_heads=4, head_width=12, norm="layer", activation="gelu_tanh", rope=False)
ARCHITECTURES = {
    "llama": LLAMA,
    "one key head": replace(LLAMA, heads=5, kv_heads=1, head_width=48, layers=1),
    "wide heads": replace(LLAMA, heads=2, kv_heads=2, head_width=80, layers=1),
    "more queries than a tile": replace(LLAMA, heads=40, kv_heads=1, layers=1),
    "gpt2": GPT2,
    "post-norm": replace(GPT2, heads=3, kv_heads=3, head_width=17, activation="relu", post_norm=True),
}  # fmt: skip
INNER = 72


def random_weights(
    arch: Architecture, seed: int = 3, tied: bool = True, stretched: bool = False
) -> Weights:
    """Weights for an architecture; a model with norms after the sums has an output of its own.

    Args:
        arch: The architecture.
        seed: Of the numbers.
        tied: Whether the output is that of the embedding.
        stretched: Whether positions rotate as in Llama 3.1.
    """
    rng = np.random.default_rng(seed)

    def matrix(*shape: int) -> Array:
        return rng.normal(0, 1.5 / np.sqrt(shape[0]), shape).astype(np.float32)

    def vector(size: int, middle: float = 0.0) -> Array:
        return rng.normal(middle, 0.2, size).astype(np.float32)

    queries, keys = arch.heads * arch.head_width, arch.kv_heads * arch.head_width
    gates = 2 if arch.activation == "silu_gated" else 1
    shapes = {
        "qkv": (arch.width, queries + 2 * keys),
        "out": (queries, arch.width),
        "up": (arch.width, gates * INNER),
        "down": (INNER, arch.width),
    }
    layers = []
    for _ in range(arch.layers):
        layer = {name: matrix(*shapes[name]) for name in MATRICES}
        layer |= {"norm1": vector(arch.width, 1), "norm2": vector(arch.width, 1)}
        if arch.norm == "layer":
            layer |= {f"{name}_bias": vector(shapes[name][1]) for name in MATRICES}
            layer |= {"norm1_bias": vector(arch.width), "norm2_bias": vector(arch.width)}
        layers.append(layer)
    embedding = rng.normal(0, 0.5, (arch.vocabulary, arch.width)).astype(np.float32)
    own_output = arch.post_norm or not tied
    rope: dict[str, Any] = {}
    if stretched:
        rope = {
            "frequency_adjustment_factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
            "pretraining_sequence_length": 64,
        }  # fmt: skip
    return Weights(
        embedding=embedding,
        unembedding=rng.normal(0, 0.5, embedding.shape).astype(np.float32) if own_output else embedding,
        positions=None if arch.rope else rng.normal(0, 0.5, (arch.context, arch.width)).astype(np.float32),
        frequencies=inverse_frequencies(arch.head_width, 500.0, **rope) if arch.rope else None,
        layers=layers,
        norm=None if arch.post_norm else vector(arch.width, 1),
        norm_bias=vector(arch.width) if arch.norm == "layer" and not arch.post_norm else None,
        unembedding_bias=vector(arch.vocabulary) if arch.post_norm else None,
    )  # fmt: skip


def kernel(arch: Architecture, weights: Weights, narrow: bool, threads: int = 1) -> NarrowRuntime:
    """The kernel over some weights."""
    provide_yield()
    packed = packed_in_memory(lambda sink: pack_weights(weights, arch.layers, narrow, sink))
    return NarrowRuntime(arch, packed, narrow, threads)


def keras_layers(arch: Architecture, weights: Weights) -> Runtime:
    """The Keras layers over some weights, on the backend of this test run."""
    choice = BackendChoice(os.environ.get("KERAS_BACKEND", "tensorflow"), device="cpu", dtype="float32")  # fmt: skip
    prepare_process(choice)
    return make_runtime(choice, arch, weights)


def as_packed(weights: Weights) -> Weights:
    """The weights that the narrow ones stand for."""

    def back(matrix: Array, grid: bool = True) -> Array:
        rows, columns = matrix.shape
        return unpacked(pack(matrix, narrow=True, grid=grid))[:rows, :columns].astype(np.float32)

    embedding = back(weights.embedding, grid=False)
    tied = weights.unembedding is weights.embedding
    return replace(
        weights,
        embedding=embedding,
        unembedding=embedding if tied else back(weights.unembedding),
        layers=[
            {name: back(a.T).T if name in MATRICES else a for name, a in layer.items()}
            for layer in weights.layers
        ],
    )


def logits_of(runtime: Runtime, ids: Any, chunk: int = 128) -> Floats:
    """`<float32>[rows, seq, vocabulary]` of tokens in an empty cache, computed by chunks."""
    ids = np.atleast_2d(np.asarray(ids, np.int32))
    cache = runtime.new_cache(len(ids), -(-(ids.shape[1] + 1) // 128) * 128)
    parts = [
        runtime.extend(cache, ids[:, start : start + chunk], start, None).logits
        for start in range(0, ids.shape[1], chunk)
    ]
    whole: Floats = np.concatenate(parts, axis=1)
    return whole
