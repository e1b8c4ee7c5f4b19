"""What a decoder-only transformer needs to be run: its numbers, and its weights in one layout.

One forward pass (`forward.py`) serves every family that can be told in these terms; a family's
reader (`families/`) does the telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
LayerWeights = Mapping[str, Array]

MATRICES = ("qkv", "out", "up", "down")
"""The matrices of a block: what adapters can change."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """The shape of a decoder-only transformer.

    Attributes:
        vocabulary: Number of tokens.
        context: Longest sequence, in tokens.
        width: Size of the hidden states.
        layers: Number of blocks.
        heads: Query heads.
        kv_heads: Key and value heads; `heads` is a multiple of it.
        head_width: Size of one head.
        norm: "rms" (scale alone) or "layer" (mean removed, scale and shift).
        epsilon: Added under the root in the norms.
        activation: "silu_gated" (gate and up in one matrix, gate first), "gelu_tanh" or "relu".
        rope: Whether positions are rotations of queries and keys; else they are learned vectors.
        post_norm: Whether each norm comes after its sum, as in the first transformer (arXiv
            1706.03762), and not before attention and feed-forward.
    """

    vocabulary: int
    context: int
    width: int
    layers: int
    heads: int
    kv_heads: int
    head_width: int
    norm: Literal["rms", "layer"]
    epsilon: float
    activation: Literal["silu_gated", "gelu_tanh", "relu"]
    rope: bool
    post_norm: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one model, matrices as `[inputs, outputs]`, float32 until a runtime takes them.

    Attributes:
        embedding: `[vocabulary, width]`.
        unembedding: `[vocabulary, width]`; the same array as `embedding` when the output is tied.
        positions: `[context, width]` when they are learned, else None.
        frequencies: `[head_width / 2]`, the speeds of rotary positions in radians per token, else
            None. They stay float32 whatever the weights become: half precision would blur far places.
        layers: For each block the norms (`norm1`, `norm2`) and matrices (`qkv`, `out`, `up`,
            `down`), each with its `…_bias` where the family has one. May be read only once: each
            block is read from the disk when it is asked for, so that two copies never lie in memory.
        norm: Scale of the norm after the last block, `[width]`, or None where there is none.
        norm_bias: Its shift, or None.
        unembedding_bias: `[vocabulary]`, added to the logits, or None.
    """

    embedding: Array
    unembedding: Array
    positions: Array | None
    frequencies: Array | None
    layers: Iterable[LayerWeights]
    norm: Array | None
    norm_bias: Array | None
    unembedding_bias: Array | None = None


def inverse_frequencies(
    head_width: int,
    max_wavelength: float,
    *,
    scaling_factor: float = 1.0,
    frequency_adjustment_factor: float | None = None,
    low_freq_factor: float | None = None,
    high_freq_factor: float | None = None,
    pretraining_sequence_length: int | None = None,
) -> npt.NDArray[np.float32]:
    """Rotation speeds of rotary position embedding.

    Source: RoFormer (arXiv 2104.09864), section 3.2.2; the long-context adjustment as published with
    Llama 3.1 and named as in KerasHub's `LlamaRotaryEmbedding`.

    Returns:
        `<float32>[head_width / 2]`, radians per token.
    """
    share = np.arange(0, head_width, 2, dtype=np.float64) / head_width
    inverse = 1.0 / (max_wavelength**share) / scaling_factor
    if (
        frequency_adjustment_factor is not None
        and low_freq_factor is not None
        and high_freq_factor is not None
        and pretraining_sequence_length is not None
    ):
        turns = pretraining_sequence_length * inverse / (2 * np.pi)
        smooth = np.clip((turns - low_freq_factor) / (high_freq_factor - low_freq_factor), 0, 1)
        inverse = (1 - smooth) * inverse / frequency_adjustment_factor + smooth * inverse
    return inverse.astype(np.float32)
