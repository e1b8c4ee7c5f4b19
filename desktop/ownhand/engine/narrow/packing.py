"""Matrices in the layout that the microkernel multiplies, in as few bits as keep their quality.

Weights that came out of a file with four bits for each stand on a grid: in each block of inputs they
are multiples of one step above one least value. Found again, the grid takes as little room as in that
file and gives the same weights. All others become eight bits, with a step for each block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ownhand.engine.architecture import Array
from ownhand.engine.narrow.jit import kernel
from ownhand.engine.narrow.microkernel import (
    BLOCK,
    BLOCK_BYTES,
    LANES,
    QUAD,
    QUAD_ORDER,
    SHAPE,
    Kind,
)

Bytes = npt.NDArray[np.uint8]

_LEVELS = 15  # the highest code of four bits
_CLOSE = 1 / 64  # of a step: how near to the grid every weight must be
_LARGEST = 127 * 65504.0  # the highest code times the largest float16


@dataclass(frozen=True, slots=True)
class Packed:
    """One matrix.

    Attributes:
        kind: How its weights lie in memory.
        data: `<uint8>[groups * group_bytes]`.
        groups: Groups of `LANES` outputs, the last one filled up with zeros.
        blocks: Blocks of inputs, the last one filled up with zeros.
    """

    kind: Kind
    data: Bytes
    groups: int
    blocks: int

    @property
    def group_bytes(self) -> int:
        """From one group to the next."""
        return group_bytes(self.kind, self.blocks)


def group_bytes(kind: Kind, blocks: int) -> int:
    """Bytes of a group with so many blocks."""
    return blocks * BLOCK_BYTES[kind]


def pack(matrix: Array, narrow: bool, grid: bool = True) -> Packed:
    """Pack a matrix.

    Args:
        matrix: `<float32>[outputs, inputs]`.
        narrow: Whether in few bits, if they can hold it; else as float32.
        grid: Whether it may become GRID4.
    """
    outputs, inputs = matrix.shape
    groups, blocks = -(-outputs // LANES), -(-inputs // BLOCK)
    if outputs % LANES or inputs % BLOCK:
        whole = np.zeros((groups * LANES, blocks * BLOCK), np.float32)
        whole[:outputs, :inputs] = matrix
    else:
        whole = np.ascontiguousarray(matrix, np.float32)
    if not narrow or max(whole.max(), -whole.min()) > _LARGEST:
        lanes = whole.reshape(groups, LANES, blocks * BLOCK).transpose(0, 2, 1)
        return Packed(Kind.FLOAT32, _bytes(lanes), groups, blocks)
    found = _grid(whole) if grid else None
    if found is not None:
        return Packed(Kind.DOT4 if SHAPE.dots else Kind.GRID4, found, groups, blocks)
    return Packed(Kind.DOT8 if SHAPE.dots else Kind.INT8, _eight_bits(whole), groups, blocks)


def _bytes(array: npt.NDArray[Any]) -> Bytes:
    return np.ascontiguousarray(array).view(np.uint8).reshape(-1)


def _eight_bits(whole: Array) -> Bytes:
    """The nearest of 255 multiples of a step of each block; a file with such weights gives them again."""
    outputs, inputs = whole.shape
    blocks = whole.reshape(outputs, inputs // BLOCK, BLOCK)
    codes = np.empty(blocks.shape, np.int8)
    wanted = np.abs(blocks).max(axis=2) / np.float32(127)
    steps = wanted.astype(np.float16)
    short = steps < wanted  # a step too short would cut off the largest weights
    steps[short] = np.nextafter(steps[short], np.float16(np.inf))
    _round(blocks, steps.astype(np.float32), codes)
    if not SHAPE.dots:
        return _side_by_side(codes, steps)
    order = [start + k for start in range(0, BLOCK, QUAD) for k in QUAD_ORDER]
    return _side_by_side(codes.view(np.uint8)[..., order] ^ 128, steps)


def _side_by_side(codes: npt.NDArray[Any], *grids: npt.NDArray[np.float16]) -> Bytes:
    """Groups of outputs with their lanes interleaved: for each block its codes
    `<uint8>[outputs, blocks, n]`, then what belongs to the grid `[outputs, blocks]`."""
    outputs, blocks, size = codes.shape
    groups = outputs // LANES
    run = QUAD if SHAPE.dots else 1  # codes of a lane that lie side by side
    lanes = codes.reshape(groups, LANES, blocks, size // run, run).transpose(0, 2, 3, 1, 4)
    parts = [lanes.reshape(groups, blocks, size * LANES).view(np.uint8)]
    for grid in grids:
        by_lane = np.ascontiguousarray(grid.reshape(groups, LANES, blocks).transpose(0, 2, 1))
        parts.append(by_lane.view(np.uint8))
    return np.concatenate(parts, axis=2).reshape(-1)


def _grid(whole: Array) -> Bytes | None:
    """The codes and grids of weights, or None if they do not stand on grids."""
    outputs, inputs = whole.shape
    blocks = whole.reshape(outputs, inputs // BLOCK, BLOCK)
    codes = np.empty(blocks.shape, np.uint8)
    steps = np.empty(blocks.shape[:2], np.float32)
    least = np.empty(blocks.shape[:2], np.float32)
    if not _find_grids(blocks, codes, steps, least):
        return None
    _count_down(blocks, codes, steps, least)
    with np.errstate(over="ignore", invalid="ignore"):  # too large for float16: near to no grid
        half_steps, half_least = steps.astype(np.float16), least.astype(np.float16)
        back = codes * half_steps[..., None].astype(np.float32) + half_least[..., None]
    if not (np.abs(back - blocks) <= np.abs(steps[..., None]) * _CLOSE + 1e-12).all():
        return None
    low, high = _nibbles()
    return _side_by_side(codes[..., low] | codes[..., high] << 4, half_steps, half_least)


def _nibbles() -> tuple[list[int], list[int]]:
    """The inputs of a block whose codes are the lower halves of its bytes, and the upper ones."""
    if SHAPE.dots == "words":
        starts = range(0, BLOCK, 2 * QUAD)
        return [s + k for s in starts for k in (0, 4, 1, 5)], [
            s + k for s in starts for k in (2, 6, 3, 7)
        ]
    return list(range(BLOCK // 2)), list(range(BLOCK // 2, BLOCK))


def _count_down(blocks: Array, codes: npt.NDArray[Any], steps: Array, least: Array) -> None:
    """Where the lowest weight is no float16, let the grid begin at the highest: files whose grids have
    no least value of their own, but a middle, may have that one exactly."""
    with np.errstate(over="ignore"):
        down = least.astype(np.float16) != least
    codes[down] = codes[down].max(axis=1, keepdims=True) - codes[down]
    least[down], steps[down] = blocks[down].max(axis=1), -steps[down]


@kernel
def _round(blocks: Any, steps: Any, codes: Any) -> None:
    for row in range(blocks.shape[0]):
        for number in range(blocks.shape[1]):
            step = steps[row, number]
            factor = np.float32(0) if step == 0 else np.float32(1) / step
            for i in range(BLOCK):
                code = np.rint(blocks[row, number, i] * factor)
                codes[row, number, i] = np.int8(max(np.float32(-127), min(np.float32(127), code)))


@kernel
def _find_grids(blocks: Any, codes: Any, steps: Any, least: Any) -> bool:
    """For each block the coarsest-coded grid that all its weights are near to; False if one has none."""
    for row in range(blocks.shape[0]):
        for number in range(blocks.shape[1]):
            block, code = blocks[row, number], codes[row, number]
            low, high = block.min(), block.max()
            least[row, number], steps[row, number] = low, np.float32(0)
            code[:] = 0
            if high == low:
                continue
            for levels in range(_LEVELS, 0, -1):
                step = (high - low) / np.float32(levels)
                fits = True
                for i in range(len(block)):
                    value = np.rint((block[i] - low) / step)
                    if abs(low + value * step - block[i]) > step * np.float32(_CLOSE / 4):
                        fits = False
                        break
                    code[i] = np.uint8(value)
                if fits:
                    steps[row, number] = step
                    break
            if steps[row, number] == 0:
                return False
    return True
