"""What becomes of weights when they are packed: the same ones where they stood on a grid before."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from gguf.constants import GGMLQuantizationType
from gguf.quants import dequantize, quantize
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from tests.helpers.packed_matrices import EIGHT, FOUR, unpacked

from ownhand.engine.narrow.microkernel import BLOCK, BLOCK_BYTES, LANES, Kind
from ownhand.engine.narrow.packing import pack

Floats = npt.NDArray[np.float32]
LAST_BITS = 1e-6


def normal(outputs: int = 40, inputs: int = 512, seed: int = 0) -> Floats:
    return np.random.default_rng(seed).normal(0, 0.05, (outputs, inputs)).astype(np.float32)


def through_file(kind: str, weights: Floats) -> Floats:
    """The weights as a GGUF file of a kind gives them back."""
    kind_of_file = GGMLQuantizationType[kind]
    back: Floats = dequantize(quantize(weights, kind_of_file), kind_of_file)
    return back


def through_k_quants(weights: Floats) -> Floats:
    """The same as Q4_K: blocks of 256 whose eight parts have steps and least values of six bits."""
    parts = weights.reshape(-1, 8, BLOCK)
    low = np.minimum(parts.min(axis=2), 0)
    step = (parts.max(axis=2) - low) / 15
    unit = (step.max(axis=1, keepdims=True) / 63).astype(np.float16).astype(np.float32)
    unit_low = (-low.min(axis=1, keepdims=True) / 63).astype(np.float16).astype(np.float32)
    step = np.rint(step / unit).clip(1, 63) * unit
    low = -np.rint(-low / unit_low) * unit_low
    codes = np.rint((parts - low[..., None]) / step[..., None]).clip(0, 15)
    back: Floats = (codes * step[..., None] + low[..., None]).astype(np.float32)
    return back.reshape(weights.shape)


def steps_of(weights: Floats, levels: int) -> Floats:
    """`[outputs, inputs]`: for each weight the step of a grid over its block."""
    blocks = weights.reshape(len(weights), -1, BLOCK)
    step = (blocks.max(axis=2) - blocks.min(axis=2)) / levels
    return np.repeat(step, BLOCK, axis=1)


@pytest.mark.parametrize(("kind", "packed_as"), [("Q4_1", FOUR), ("Q8_0", EIGHT)])
def test_weights_of_a_file_come_back_as_they_were(kind: str, packed_as: Kind) -> None:
    weights = through_file(kind, normal())
    packed = pack(weights, narrow=True)
    assert packed.kind is packed_as
    assert (np.abs(unpacked(packed)[:40] - weights) <= LAST_BITS * np.abs(weights).max()).all()


def test_weights_of_a_file_with_a_middle_come_back_as_they_were() -> None:
    weights = through_file("Q4_0", normal())
    packed = pack(weights, narrow=True)
    assert packed.kind is FOUR
    same = np.abs(unpacked(packed)[:40] - weights) <= LAST_BITS * np.abs(weights).max()
    assert same.mean() > 0.999  # a block with few codes may be taken for one with a finer grid
    assert (np.abs(unpacked(packed)[:40] - weights) <= steps_of(weights, 15) / 64).all()


def test_weights_of_k_quants_stay_within_a_small_part_of_a_step() -> None:
    weights = through_k_quants(normal())
    packed = pack(weights, narrow=True)
    assert packed.kind is FOUR
    assert (np.abs(unpacked(packed)[:40] - weights) <= steps_of(weights, 15) / 64).all()


@pytest.mark.parametrize("kind", ["Q5_0", "Q5_1"])
def test_grids_of_five_bits_become_eight(kind: str) -> None:
    weights = through_file(kind, normal())
    assert pack(weights, narrow=True).kind is EIGHT


def test_one_weight_off_its_grid_makes_the_matrix_eight_bits() -> None:
    weights = through_file("Q4_1", normal())
    weights[3, 77] += steps_of(weights, 15)[3, 77] / 8
    packed = pack(weights, narrow=True)
    assert packed.kind is EIGHT
    assert np.abs(unpacked(packed)[:40] - weights).max() < np.abs(weights).max() / 127


def test_rows_that_are_looked_up_stand_on_no_grid() -> None:
    assert pack(through_file("Q4_1", normal()), narrow=True, grid=False).kind is EIGHT


def test_float32_keeps_every_bit() -> None:
    weights = normal(LANES + 3, 45)
    packed = pack(weights, narrow=False)
    assert packed.kind is Kind.FLOAT32
    back = unpacked(packed)
    np.testing.assert_array_equal(back[: LANES + 3, :45], weights)
    assert not back[LANES + 3 :].any()
    assert not back[:, 45:].any()


@pytest.mark.parametrize("kind", [Kind.FLOAT32, EIGHT, FOUR])
def test_a_packed_matrix_takes_the_bytes_that_its_kind_says(kind: Kind) -> None:
    weights = through_file("Q4_1", normal()) if kind is FOUR else normal()
    packed = pack(weights, narrow=kind is not Kind.FLOAT32)
    assert packed.kind is kind
    assert len(packed.data) == packed.groups * packed.group_bytes
    assert packed.group_bytes == packed.blocks * BLOCK_BYTES[kind]


@pytest.mark.parametrize("value", [0.0, 1.0, -0.3, 1e-9, -7e6])
def test_a_matrix_of_one_number_keeps_it(value: float) -> None:
    weights = np.full((5, 70), value, np.float32)
    for grid in (True, False):
        back = unpacked(pack(weights, narrow=True, grid=grid))[:5, :70]
        np.testing.assert_allclose(back, weights, rtol=1e-3, atol=3e-8)


@pytest.mark.parametrize("largest", [1e7, 3e38])
def test_weights_too_large_for_few_bits_stay_as_they_are(largest: float) -> None:
    weights = normal()
    weights[2, 5] = -largest
    packed = pack(weights, narrow=True)
    assert packed.kind is Kind.FLOAT32
    np.testing.assert_array_equal(unpacked(packed)[:40], weights)


def matrices(numbers: st.SearchStrategy[float]) -> st.SearchStrategy[Any]:
    shapes = st.tuples(st.integers(1, 2 * LANES + 1), st.integers(1, 3 * BLOCK + 1))
    return hnp.arrays(np.float32, shapes, elements=numbers)


@settings(max_examples=60, deadline=None)
@given(matrices(st.floats(-1e6, 1e6, width=32)), st.floats(1e-7, 1))
def test_no_weight_moves_by_more_than_half_a_step(weights: Floats, scale: float) -> None:
    weights = weights * np.float32(scale)
    packed = pack(weights, narrow=True, grid=False)
    assert packed.kind is EIGHT
    outputs, inputs = weights.shape
    whole = np.zeros((packed.groups * LANES, packed.blocks * BLOCK))
    whole[:outputs, :inputs] = weights
    blocks = whole.reshape(len(whole), -1, BLOCK)
    step = np.abs(blocks).max(axis=2) / 127 * (1 + 2**-10) + 6e-8  # float16, rounded up
    error = np.abs(unpacked(packed) - whole)
    assert (error <= np.repeat(step, BLOCK, axis=1) * 0.501).all()


@settings(max_examples=60, deadline=None)
@given(
    matrices(st.integers(0, 15).map(float)),
    st.integers(-20, 20),
    st.floats(2**-10, 8, width=16),
)
def test_what_stands_on_a_grid_stays_near_to_it(codes: Floats, first: int, step: float) -> None:
    weights = (codes + np.float32(first)) * np.float32(step)
    packed = pack(weights, narrow=True)
    back = unpacked(packed)[: len(weights), : weights.shape[1]]
    near = step / 64 if packed.kind is FOUR else np.abs(weights).max() / 254
    assert (np.abs(back - weights) <= near * 1.001).all()
