"""The microkernel and the products made of it, against NumPy in double precision."""

from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.packed_matrices import EIGHT, FOUR, KINDS, Floats, multiply, packed_codes

from ownhand.engine.narrow.host import is_fast, shape_of
from ownhand.engine.narrow.microkernel import BLOCK, LANES, Kind
from ownhand.engine.narrow.packing import Packed, pack

INPUTS = (1, 31, 32, 33, 100)
OUTPUTS = (1, LANES - 1, LANES, 3 * LANES + 5)

kinds = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


def matrix(kind: Kind, outputs: int, inputs: int) -> tuple[Packed, Floats]:
    """A random matrix that becomes of a kind when it is packed, and gives the same weights again."""
    rng = np.random.default_rng(outputs * 1000 + inputs)
    if kind is Kind.FLOAT32:
        numbers = rng.normal(0, 0.3, (outputs, inputs)).astype(np.float32)
        return pack(numbers, narrow=False), numbers
    if kind is FOUR:
        on_grid = -rng.integers(0, 16, (outputs, inputs)).astype(np.float32) / np.float32(32)
        on_grid[:, ::BLOCK], on_grid[:, 1::BLOCK] = -15 / 32, 0  # both ends of the grid
        packed = pack(on_grid, narrow=True)
        assert packed.kind is kind
        return packed, on_grid
    # A whole number of steps for each output and block, the largest of them 127.
    whole = (-(-outputs // LANES) * LANES, -(-inputs // BLOCK) * BLOCK)
    codes = np.zeros(whole, np.int8)
    codes[:outputs, :inputs] = rng.integers(-127, 128, (outputs, inputs))
    codes[:outputs, :inputs:BLOCK] = 127
    steps = rng.uniform(1e-3, 1e-2, (whole[0], whole[1] // BLOCK)).astype(np.float16)
    weights = codes.astype(np.float32) * np.repeat(steps.astype(np.float32), BLOCK, axis=1)
    if kind is Kind.CODES:
        return packed_codes(codes, None), codes[:outputs, :inputs].astype(np.float32)
    if kind is Kind.INT8:
        return packed_codes(codes, steps), weights[:outputs, :inputs]
    packed = pack(weights[:outputs, :inputs], narrow=True, grid=False)
    assert packed.kind is kind is EIGHT
    return packed, weights[:outputs, :inputs]


@kinds
@pytest.mark.parametrize("inputs", INPUTS)
@pytest.mark.parametrize("outputs", OUTPUTS)
def test_any_number_of_rows_gives_the_sums_of_inputs_times_weights(
    kind: Kind, inputs: int, outputs: int
) -> None:
    packed, weights = matrix(kind, outputs, inputs)
    rows = np.random.default_rng(5).normal(0, 2, (9, inputs)).astype(np.float32)
    expected = rows.astype(np.float64) @ weights.T
    largest = np.abs(rows).max(axis=1, keepdims=True) * np.abs(weights).sum(axis=1)
    near = 3e-5 if kind in (Kind.DOT8, Kind.DOT4) else 2e-6  # inputs of sixteen bits
    for count in range(1, 10):
        result = multiply(rows[:count], packed)
        error = np.abs(result[:, :outputs] - expected[:count])
        assert (error <= near * largest[:count] + 1e-12).all()
        assert (result[:, outputs:] == 0).all()  # what the last group is filled up with


@kinds
def test_a_row_gives_the_same_bits_alone_and_among_others(kind: Kind) -> None:
    packed, _ = matrix(kind, 3 * LANES + 5, 100)
    rows = np.random.default_rng(6).normal(0, 2, (9, 100)).astype(np.float32)
    alone = np.concatenate([multiply(row[None], packed) for row in rows])
    for count in range(2, 10):
        for start in range(10 - count):
            together = multiply(rows[start : start + count], packed)
            assert together.tobytes() == alone[start : start + count].tobytes()


@kinds
def test_an_output_gives_the_same_bits_alone_and_among_others(kind: Kind) -> None:
    packed, _ = matrix(kind, 3 * LANES + 5, 100)
    rows = np.random.default_rng(7).normal(0, 2, (5, 100)).astype(np.float32)
    whole = multiply(rows, packed)
    for group in range(packed.groups):
        part = packed.data[group * packed.group_bytes : (group + 1) * packed.group_bytes]
        alone = multiply(rows, Packed(kind, part, 1, packed.blocks))
        columns = whole[:, group * LANES : (group + 1) * LANES]
        assert np.array_equal(alone, columns)


@kinds
@pytest.mark.parametrize("size", [0.0, 1e-44, 1e-37, 1e-30, 1e-6, 1e6])
def test_inputs_of_any_size_are_multiplied(kind: Kind, size: float) -> None:
    packed, weights = matrix(kind, LANES, 64)
    row = np.full((1, 64), size, np.float32)
    most = float(row[0, 0]) * np.abs(weights).sum(axis=1).max()
    expected = row.astype(np.float64) @ weights.T
    assert (np.abs(multiply(row, packed) - expected) <= most * 1e-4 + 1e-34).all()


@pytest.mark.parametrize(
    ("features", "lanes", "dots"),
    [
        ("+avx,+avx2,+avx512f,+avx512vnni", 16, "bytes"),
        ("+avx,+avx2,+avx512f,-avx512vnni", 8, "words"),
        ("+avx,+avx2", 8, "words"),
        ("+neon", 8, ""),
    ],
)
def test_the_shape_suits_the_processor(features: str, lanes: int, dots: str) -> None:
    shape = shape_of(features)
    assert (shape.lanes, shape.dots) == (lanes, dots)


@pytest.mark.parametrize(
    ("features", "architecture", "fast"),
    [
        ("+avx2,+fma,+f16c", "x86_64", True),
        ("+avx2,+fma,-f16c", "AMD64", False),
        ("+sse4.2,-avx2", "x86_64", False),
        ("", "arm64", True),
        ("+neon", "aarch64", True),
    ],
)
def test_the_kernel_is_for_processors_with_wide_vectors(
    features: str, architecture: str, fast: bool
) -> None:
    assert is_fast(features, architecture) is fast
