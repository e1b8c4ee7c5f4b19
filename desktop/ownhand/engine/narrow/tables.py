"""What compiled code is given: a model, its buffers and a request, as flat as it likes them."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple

Array = Any  # a NumPy array, in code that Numba compiles


class Model(NamedTuple):
    """The weights and numbers of a model; the same in every pass.

    Attributes:
        width: Size of the hidden states.
        inner: Inputs of the last matrix of a block.
        vocabulary: Number of tokens.
        layers: Number of blocks.
        heads: Query heads.
        kv_heads: Key heads.
        head_width: Size of a head.
        padded_head: The same filled up to whole blocks.
        rms: Whether norms leave the mean alone.
        epsilon: Added under the root in the norms.
        scale: By which queries are multiplied.
        activation: 0 gated SiLU, 1 tanh-GELU, 2 ReLU.
        post_norm: Whether a norm comes after its sum.
        dots: Whether the products are those of bytes.
        narrow_cache: Whether keys and values are eight bits, with a step for each token and block of a
            head; else they are float32.
        key_product: Address of the product for keys.
        value_product: That for values.
        matrices: `<int64>[layers + 1, 4, 6]`: for each block its four matrices, in the end the embedding
            and the unembedding; for each the columns of `Matrix`.
        places: `<int64>[layers + 1, 8]`: where in `vectors` the norms and biases stand, by `Vector`; -1
            for none. In the end those after the last block.
        vectors: `<float32>[n]`, all norms and biases.
        positions: `<float32>[context, width]` if they are learned, else empty.
        cosines: `<float32>[context, head_width / 2]` if positions rotate, else empty.
        sines: The same.
    """

    width: int
    inner: int
    vocabulary: int
    layers: int
    heads: int
    kv_heads: int
    head_width: int
    padded_head: int
    rms: bool
    epsilon: Any
    scale: Any
    activation: int
    post_norm: bool
    dots: bool
    narrow_cache: bool
    key_product: int
    value_product: int
    matrices: Array
    places: Array
    vectors: Array
    positions: Array
    cosines: Array
    sines: Array


class Matrix(IntEnum):
    """The columns of `Model.matrices`."""

    KIND = 0
    ADDRESS = 1
    GROUP_BYTES = 2
    GROUPS = 3
    BLOCKS = 4
    PRODUCT = 5


QKV, OUT, UP, DOWN = range(4)
"""The matrices of a block in `Model.matrices`."""
EMBEDDING, UNEMBEDDING = range(2)
"""Those in its last row."""


class Vector(IntEnum):
    """The columns of `Model.places`. In the last row NORM1 is the last norm, and QKV_BIAS that of the
    logits."""

    NORM1 = 0
    NORM1_BIAS = 1
    NORM2 = 2
    NORM2_BIAS = 3
    QKV_BIAS = 4
    OUT_BIAS = 5
    UP_BIAS = 6
    DOWN_BIAS = 7


class Buffers(NamedTuple):
    """Room for the rows of a pass. Inputs of products are filled up with zeros to whole blocks; what
    `inputs.py` makes of them follows.

    Attributes:
        x: `<float32>[rows, width]`, the residual stream.
        normed: `<float32>[rows, …]`, what goes into products of `width`.
        qkv: `<float32>[rows, …]`, as it comes.
        queries: `<float32>[B * K * T * G, D]`, rotated and scaled.
        partials: `<float32>[B * K * T * G, places, D + …]`: for each block of positions the weighted
            values, the highest score and the sum of weights.
        mixed: `<float32>[rows, …]`, what attention gives.
        added: `<float32>[rows, …]`, what a product adds to `x`.
        up: `<float32>[rows, …]`.
        inner: `<float32>[rows, …]`, after the activation.
        logits: `<float32>[wanted rows, …]`.
    """

    x: Array
    normed: Array
    qkv: Array
    queries: Array
    partials: Array
    mixed: Array
    added: Array
    up: Array
    inner: Array
    logits: Array


class Request(NamedTuple):
    """One pass.

    Attributes:
        ids: `<int32>[B, T]`.
        start: Tokens that are in the cache.
        last: The new token whose logits are wanted, or -1 for all.
        capacity: Positions that the cache has.
        keys: Address of the keys: for each block, sequence and head groups of positions, INT8 or FLOAT32.
        values: Address of the values: for each `[D / LANES, capacity, LANES]`, CODES or FLOAT32.
        steps: Address of the steps of narrow values: for each `<float32>[D / BLOCK, capacity]`.
        pieces: Into how many items a stage is cut at least, where it can be.
        number: Of the pass, never used again.
        sync: `<int64>[16]`: the next item, and behind it the items done.
    """

    ids: Array
    start: int
    last: int
    capacity: int
    keys: int
    values: int
    steps: int
    pieces: int
    number: int
    sync: Array
