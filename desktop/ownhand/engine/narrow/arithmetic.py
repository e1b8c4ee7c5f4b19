"""What is computed between the products: norms, activations, softmax. One row at a time.

Rows are told by array and number, never by a slice: a slice counts references to the array, on which
all threads would wait for one another.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ownhand.engine.narrow.inputs import encode_block
from ownhand.engine.narrow.jit import Number, careless, kernel, loose
from ownhand.engine.narrow.memory import address_of, float_of_bits
from ownhand.engine.narrow.microkernel import BLOCK, CODES, SCALES, SUMS, TOTALS

Array = Any  # a float32 array, in code that Numba compiles

SPAN = 128
"""Positions whose scores are softened together: the spans that attention is summed in."""

_LOG2_E = np.float32(1.44269504)
# The logarithm of 2 in two parts, the first with few bits, so that a multiple of it is exact.
_LN2_HIGH, _LN2_LOW = np.float32(0.693359375), np.float32(-2.12194440e-4)
_LOWEST = np.float32(-87.0)  # below, the result would not be a normal number
_HIGHEST = np.float32(87.0)


@kernel
def exponential(x: Number) -> Number:
    """The number e to the power of x, x <= 88, to within two units of the last place; 0 below -87.

    Range reduction of Cody and Waite (Software Manual for the Elementary Functions, 1980), then the
    Taylor series. A loop over it becomes vector instructions, which one over a library's does not.
    """
    clipped = max(x, _LOWEST)
    power = np.floor(clipped * _LOG2_E + np.float32(0.5))
    r = clipped - power * _LN2_HIGH - power * _LN2_LOW
    series = np.float32(1 / 5040)
    series = series * r + np.float32(1 / 720)
    series = series * r + np.float32(1 / 120)
    series = series * r + np.float32(1 / 24)
    series = series * r + np.float32(1 / 6)
    series = series * r + np.float32(0.5)
    series = series * r + np.float32(1)
    series = series * r + np.float32(1)
    scale = float_of_bits((np.int32(power) + np.int32(127)) << np.int32(23))
    return series * scale if x >= _LOWEST else np.float32(0)


@loose
def normalise(x: Array, out: Array, row: int, width: int, rms: bool, epsilon: Number, vectors: Array, scale: int, shift: int) -> None:  # fmt: skip
    """A norm over one row; `scale` and `shift` are places in `vectors`, -1 for none."""
    mean = np.float32(0)
    if not rms:
        for i in range(width):
            mean += x[row, i]
        mean /= np.float32(width)
    square = np.float32(0)
    for i in range(width):
        square += (x[row, i] - mean) * (x[row, i] - mean)
    factor = np.float32(1) / np.sqrt(square / np.float32(width) + epsilon)
    for i in range(width):
        out[row, i] = (x[row, i] - mean) * factor * vectors[scale + i]
    if shift >= 0:
        for i in range(width):
            out[row, i] += vectors[shift + i]


@kernel
def copy(x: Array, out: Array, row: int, width: int) -> None:
    """Copy the beginning of a row."""
    for i in range(width):
        out[row, i] = x[row, i]


@kernel
def prepare_blocks(rows: Array, row: int, first: int, last: int, blocks: int, dots: bool) -> None:
    """Write what products need of the blocks `first` to `last` of a row behind its numbers."""
    if not dots:
        _sum_blocks(rows, row, first, last, blocks)
        return
    start = address_of(rows) + 4 * row * rows.shape[1]
    for number in range(first, last):
        encode_block(
            start + 4 * BLOCK * number,
            start + 4 * (SUMS * blocks + number),
            start + 4 * (SCALES * blocks + number),
            start + 4 * (TOTALS * blocks + number),
            start + 4 * CODES * blocks + 2 * BLOCK * number,
        )


@loose
def _sum_blocks(rows: Array, row: int, first: int, last: int, blocks: int) -> None:
    for number in range(first, last):
        total = np.float32(0)
        for i in range(number * BLOCK, (number + 1) * BLOCK):
            total += rows[row, i]
        rows[row, SUMS * blocks + number] = total


@kernel
def silu(up: Array, out: Array, row: int, first: int, last: int, inner: int) -> None:
    """The gate times its sigmoid, times what stands `inner` places behind it."""
    for i in range(first, last):
        x = up[row, i]
        out[row, i] = x / (np.float32(1) + exponential(min(-x, _HIGHEST))) * up[row, inner + i]


@kernel
def gelu(up: Array, out: Array, row: int, first: int, last: int) -> None:
    """The tanh form (arXiv 1606.08415): 0.5 x (1 + tanh(u)) is x / (1 + exp(-2 u))."""
    for i in range(first, last):
        x = up[row, i]
        u = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
        out[row, i] = x / (np.float32(1) + exponential(min(np.float32(-2) * u, _HIGHEST)))


@kernel
def relu(up: Array, out: Array, row: int, first: int, last: int) -> None:
    """What is above zero."""
    for i in range(first, last):
        out[row, i] = max(up[row, i], np.float32(0))


@careless
def _highest(scores: Array, row: int) -> Number:
    highest = np.float32(-np.inf)
    for i in range(SPAN):
        highest = max(highest, scores[row, i])
    return highest


@loose
def soften(scores: Array, row: int, visible: int, out: Array, out_row: int, span: int, at: int) -> None:  # fmt: skip
    """Turn the scores of a span into weights relative to its highest; those not visible weigh nothing.

    Writes the highest score, -inf when nothing is visible, and the sum of the weights to
    `out[out_row, span, at]` and behind it. Always goes through the whole span: so the order of the sum
    is the same, and the loops become vector instructions without a rest.
    """
    for i in range(visible, SPAN):
        scores[row, i] = np.float32(-np.inf)
    highest = _highest(scores, row)
    shift = highest if visible > 0 else np.float32(0)
    total = np.float32(0)
    for i in range(SPAN):
        weight = exponential(scores[row, i] - shift)
        scores[row, i] = weight
        total += weight
    out[out_row, span, at] = highest
    out[out_row, span, at + 1] = total
