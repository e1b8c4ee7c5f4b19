"""Models of known shapes with random weights: how fast a model is does not hang on what it says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownhand.engine.architecture import (
    MATRICES,
    Architecture,
    Array,
    Weights,
    inverse_frequencies,
)

_POOL = 1 << 20


@dataclass(frozen=True, slots=True)
class Shape:
    """What there is to know of a model whose weights are random.

    Attributes:
        arch: The architecture.
        feed_forward: Inner size of the feed-forward layer.
        wavelength: Base of the rotary positions; unused where positions are learned.
    """

    arch: Architecture
    feed_forward: int
    wavelength: float = 10_000.0


def llama(
    vocabulary: int, width: int, layers: int, heads: int, kv_heads: int, feed_forward: int
) -> Shape:
    """A Llama with tied output."""
    arch = Architecture(
        vocabulary, 8192, width, layers, heads, kv_heads, width // heads, "rms", 1e-5, "silu_gated",
        rope=True,
    )  # fmt: skip
    return Shape(arch, feed_forward, 500_000.0)


def gpt2(vocabulary: int, width: int, layers: int, heads: int) -> Shape:
    """A GPT-2."""
    arch = Architecture(
        vocabulary, 1024, width, layers, heads, heads, width // heads, "layer", 1e-5, "gelu_tanh",
        rope=False,
    )  # fmt: skip
    return Shape(arch, 4 * width)


SHAPES = {
    "llama-3.2-1b": llama(128_256, 2048, 16, 32, 8, 8192),
    "llama-3.2-3b": llama(128_256, 3072, 28, 24, 8, 8192),
    "gpt2-124m": gpt2(50_257, 768, 12, 12),
    "tiny-llama": llama(512, 64, 2, 4, 2, 128),
    "tiny-gpt2": gpt2(512, 64, 2, 4),
}
"""Sizes as published with Llama 3.2 and GPT-2; the tiny ones are for trying the measurement itself."""


def random_weights(shape: Shape, seed: int = 0) -> Weights:
    """Weights of a shape, its blocks made one after another as they are read."""
    arch = shape.arch
    pool = np.random.default_rng(seed).normal(0, 0.02, _POOL).astype(np.float32)
    shifted = arch.norm == "layer"

    def layer() -> dict[str, Array]:
        made: dict[str, Array] = {
            name: np.resize(pool, size) for name, size in matrix_sizes(shape).items()
        }
        if shifted:
            made |= {f"{name}_bias": np.zeros(m.shape[1], np.float32) for name, m in made.items()}
        for name in ("norm1", "norm2"):
            made[name] = np.ones(arch.width, np.float32)
            if shifted:
                made[f"{name}_bias"] = np.zeros(arch.width, np.float32)
        return made

    embedding = np.resize(pool, (arch.vocabulary, arch.width))
    return Weights(
        embedding=embedding,
        unembedding=embedding,
        positions=None if arch.rope else np.resize(pool, (arch.context, arch.width)),
        frequencies=inverse_frequencies(arch.head_width, shape.wavelength) if arch.rope else None,
        layers=(layer() for _ in range(arch.layers)),
        norm=np.ones(arch.width, np.float32),
        norm_bias=np.zeros(arch.width, np.float32) if shifted else None,
    )


def matrix_sizes(shape: Shape) -> dict[str, tuple[int, int]]:
    """Rows and columns of a block's matrices."""
    arch = shape.arch
    query, keys = arch.heads * arch.head_width, arch.kv_heads * arch.head_width
    up = 2 if arch.activation == "silu_gated" else 1
    sizes = (
        (arch.width, query + 2 * keys),
        (query, arch.width),
        (arch.width, up * shape.feed_forward),
        (shape.feed_forward, arch.width),
    )
    return dict(zip(MATRICES, sizes, strict=True))


def parameters_read(shape: Shape) -> int:
    """Weights that one decoding step has to read: all but the table of the tokens' vectors, which is
    read as the output, since it is tied."""
    arch = shape.arch
    block = sum(rows * columns for rows, columns in matrix_sizes(shape).values())
    return arch.layers * (block + 2 * arch.width) + arch.vocabulary * arch.width + arch.width
