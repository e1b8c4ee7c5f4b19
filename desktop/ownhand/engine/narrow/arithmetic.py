"""What is computed between the products: norms, activations, softmax. One row at a time."""

from __future__ import annotations

from typing import Any

import numpy as np

from ownhand.engine.narrow.jit import Number, kernel, loose
from ownhand.engine.narrow.memory import float_of_bits

Array = Any  # a float32 array, in code that Numba compiles

_LOG2_E = np.float32(1.44269504)
# The logarithm of 2 in two parts, the first with few bits, so that a multiple of it is exact.
_LN2_HIGH, _LN2_LOW = np.float32(0.693359375), np.float32(-2.12194440e-4)
_LOWEST = np.float32(-87.0)  # below, the result would not be a normal number


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
def normalise(x: Array, out: Array, width: int, rms: bool, epsilon: Number, vectors: Array, scale: int, shift: int) -> None:  # fmt: skip
    """A norm over one row; `scale` and `shift` are places in `vectors`, -1 for none."""
    mean = np.float32(0)
    if not rms:
        for i in range(width):
            mean += x[i]
        mean /= np.float32(width)
    square = np.float32(0)
    for i in range(width):
        square += (x[i] - mean) * (x[i] - mean)
    factor = np.float32(1) / np.sqrt(square / np.float32(width) + epsilon)
    for i in range(width):
        out[i] = (x[i] - mean) * factor * vectors[scale + i]
    if shift >= 0:
        for i in range(width):
            out[i] += vectors[shift + i]


@loose
def sum_blocks(row: Array, first: int, last: int, padded: int, block: int) -> None:
    """Write the sum of each block `first` to `last` of a row behind its `padded` numbers."""
    for number in range(first, last):
        total = np.float32(0)
        for i in range(number * block, (number + 1) * block):
            total += row[i]
        row[padded + number] = total


@kernel
def silu(gate: Array, up: Array, out: Array) -> None:
    """The gate times its sigmoid, times the other half."""
    for i in range(len(out)):
        x = gate[i]
        out[i] = x / (np.float32(1) + exponential(min(-x, np.float32(87)))) * up[i]


@kernel
def gelu(x: Array, out: Array) -> None:
    """The tanh form (arXiv 1606.08415): 0.5 x (1 + tanh(u)) is x / (1 + exp(-2 u))."""
    for i in range(len(out)):
        value = x[i]
        u = np.float32(0.7978845608) * (value + np.float32(0.044715) * value * value * value)
        out[i] = value / (np.float32(1) + exponential(min(np.float32(-2) * u, np.float32(87))))


@kernel
def relu(x: Array, out: Array) -> None:
    """What is above zero."""
    for i in range(len(out)):
        out[i] = max(x[i], np.float32(0))


@loose
def soften(scores: Array, visible: int) -> tuple[Number, Number]:
    """Turn the scores of a block into weights relative to its highest; those not visible weigh nothing.

    Returns:
        The highest score and the sum of the weights; -inf and 0 when nothing is visible.
    """
    highest = np.float32(-np.inf)
    for i in range(visible):
        highest = max(highest, scores[i])
    for i in range(visible, len(scores)):
        scores[i] = np.float32(-np.inf)
    if visible <= 0:
        for i in range(len(scores)):
            scores[i] = np.float32(0)
        return highest, np.float32(0)
    total = np.float32(0)
    for i in range(len(scores)):  # the whole block, so that the order of the sum is always the same
        weight = exponential(scores[i] - highest)
        scores[i] = weight
        total += weight
    return highest, total
