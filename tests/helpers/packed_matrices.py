"""Products with packed matrices by the kernel, and what weights they stand for."""

from __future__ import annotations

import ctypes

import numpy as np
import numpy.typing as npt

from ownhand.engine.narrow.arithmetic import prepare_blocks
from ownhand.engine.narrow.microkernel import BLOCK, LANES, ROOM, SHAPE, Kind
from ownhand.engine.narrow.packing import Packed
from ownhand.engine.narrow.product import product_address

Floats = npt.NDArray[np.float32]

EIGHT, FOUR = (Kind.DOT8, Kind.DOT4) if SHAPE.dots else (Kind.INT8, Kind.GRID4)
"""What matrices become on this processor."""

KINDS = tuple(dict.fromkeys((Kind.FLOAT32, Kind.CODES, Kind.INT8, EIGHT, FOUR)))
"""What products are made with here: matrices, keys and values."""

_FUNCTION = ctypes.CFUNCTYPE(None, *(ctypes.c_int64,) * 9)


def multiply(inputs: Floats, packed: Packed) -> Floats:
    """`<float32>[rows, outputs]` of inputs `[rows, n]`, outputs filled up to whole groups."""
    rows, count = inputs.shape
    stride = packed.blocks * ROOM
    filled = np.zeros((rows, stride), np.float32)
    filled[:, :count] = inputs
    for row in range(rows):
        dots = packed.kind in (Kind.DOT8, Kind.DOT4)
        prepare_blocks(filled, row, 0, packed.blocks, packed.blocks, dots)
    out = np.full((rows, packed.groups * LANES), np.nan, np.float32)
    _FUNCTION(product_address(packed.kind))(
        packed.data.ctypes.data, packed.group_bytes, packed.groups, packed.blocks,
        filled.ctypes.data, stride, rows, out.ctypes.data, out.shape[1],
    )  # fmt: skip
    return out


def unpacked(packed: Packed) -> Floats:
    """`<float32>[outputs, inputs]`, both filled up: what the kernel gives for each input alone. Inputs
    that become codes cost the last bit or two."""
    return multiply(np.eye(packed.blocks * BLOCK, dtype=np.float32), packed).T


def packed_codes(codes: npt.NDArray[np.int8], steps: npt.NDArray[np.float16] | None) -> Packed:
    """A matrix `[outputs, inputs]` as keys and values lie in the cache; sizes are multiples of the groups
    and blocks.

    Args:
        codes: Whole numbers.
        steps: `[outputs, blocks]`; without them the codes are the weights.
    """
    groups, blocks = codes.shape[0] // LANES, codes.shape[1] // BLOCK
    lanes = codes.reshape(groups, LANES, blocks, BLOCK).transpose(0, 2, 3, 1)
    parts = [lanes.reshape(groups, blocks, -1).view(np.uint8)]
    if steps is not None:
        beside = np.ascontiguousarray(steps.reshape(groups, LANES, blocks).transpose(0, 2, 1))
        parts.append(beside.view(np.uint8))
    data = np.concatenate(parts, axis=2).reshape(-1)
    return Packed(Kind.CODES if steps is None else Kind.INT8, data, groups, blocks)
