"""The one product that everything is made of: a few rows of inputs times a group of outputs.

A *group* is `LANES` outputs whose weights lie interleaved, so that one load gives the weight of the
same input for each of them; inputs come in blocks of `BLOCK`. Nothing is ever added across lanes, and
the order of the additions of an output is the same whatever else is computed with it: so a result is
the same to the bit for one row and for many.

Written as LLVM instructions on vectors, since no loop in Python's words is turned into them reliably.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from ownhand.engine.narrow.host import host_features, shape_of
from ownhand.engine.narrow.jit import instructions

SHAPE = shape_of(host_features())
LANES = SHAPE.lanes
BLOCK = 32
"""Inputs of one block; inputs are filled up with zeros to whole blocks."""


class Kind(IntEnum):
    """How weights lie in memory; the bytes of a block of a group.

    FLOAT32 and CODES are the numbers themselves, CODES in eight bits. The others have a float16 step for each output and
    block behind its codes. INT8: weight = step * code. GRID4, four bits: weight = step * code + least,
    with a float16 least value behind the step.

    DOT8 and DOT4 hold the same as INT8 and GRID4 for processors that sum products of whole numbers: four
    bytes of a lane lie side by side, and the inputs are codes too, see `inputs.py`. DOT8 has 128 added
    to its codes.
    """

    FLOAT32 = 0
    CODES = 1
    INT8 = 2
    GRID4 = 3
    DOT8 = 4
    DOT4 = 5


BLOCK_BYTES = {
    Kind.FLOAT32: 4 * BLOCK * LANES,
    Kind.CODES: BLOCK * LANES,
    Kind.INT8: (BLOCK + 2) * LANES,
    Kind.GRID4: (BLOCK // 2 + 4) * LANES,
    Kind.DOT8: (BLOCK + 2) * LANES,
    Kind.DOT4: (BLOCK // 2 + 4) * LANES,
}

QUAD = 4
"""Bytes of weights of a lane that lie side by side."""

QUAD_ORDER = (0, 2, 1, 3) if SHAPE.dots == "words" else (0, 1, 2, 3)
"""Which input of four each byte belongs to; of words, first the lower halves and then the upper ones."""

# What follows the numbers of a row of inputs, in floats for each block: see `inputs.py`.
SUMS, SCALES, TOTALS, CODES, ROOM = 32, 33, 34, 35, 51

_FLOAT, _INT, _LONG = ir.FloatType(), ir.IntType(32), ir.IntType(64)
_FLOATS, _INTS = ir.VectorType(_FLOAT, LANES), ir.VectorType(_INT, LANES)
_FUSED = ("contract",)  # a product may keep its bits until it is added
_ARGUMENTS = (types.int64,) * 9

Value = Any


def _constant(value: int) -> Value:
    return ir.Constant(_LONG, value)


def _integers(value: int) -> Value:
    return ir.Constant(_INTS, [value] * LANES)


class _Tile:
    """The instructions of one tile while they are being written down."""

    def __init__(self, builder: Value, kind: Kind, rows: int, arguments: list[Value]) -> None:
        self.builder, self.kind, self.rows = builder, kind, rows
        self.weights, self.inputs, self.stride, self.blocks, self.out, self.out_stride = arguments

    def write(self) -> None:
        """Sum over the blocks, and store the sums."""
        b, zero = self.builder, ir.Constant(_FLOATS, [0.0] * LANES)
        sums = [[cgutils.alloca_once(b, _FLOATS) for _ in range(SHAPE.partials)] for _ in range(self.rows)]  # fmt: skip
        for place in (place for row in sums for place in row):
            b.store(zero, place)
        with cgutils.for_range(b, self.blocks) as loop:
            weights = b.add(self.weights, b.mul(loop.index, _constant(BLOCK_BYTES[self.kind])))
            inputs = [self._row(self.inputs, self.stride, row) for row in range(self.rows)]
            first = b.mul(loop.index, _constant(4 * BLOCK))
            block = [b.add(row, first) for row in inputs]
            now = [[b.load(place) for place in row] for row in sums]
            if self.kind in (Kind.DOT8, Kind.DOT4):
                self._dots(weights, loop.index, now)
            elif self.kind is Kind.GRID4:
                self._grid(weights, block, loop.index, now)
            elif self.kind is Kind.INT8:
                self._steps(weights, block, now)
            else:
                self._numbers(weights, block, now)
            for row, places in enumerate(sums):
                for value, place in zip(now[row], places, strict=True):
                    b.store(value, place)
        for row, places in enumerate(sums):
            total = self._total([b.load(place) for place in places])
            where = self._row(self.out, self.out_stride, row)
            b.store(total, b.inttoptr(where, _FLOATS.as_pointer()), align=4)

    def _numbers(self, weights: Value, block: list[Value], sums: list[list[Value]]) -> None:
        b, narrow = self.builder, self.kind is Kind.CODES
        for k in range(BLOCK):
            if narrow:
                codes = b.sext(self._load(weights, k * LANES, ir.IntType(8)), _INTS)
                weight = b.sitofp(codes, _FLOATS)
            else:
                weight = self._load(weights, 4 * k * LANES, _FLOAT)
            self._add(weight, block, k, k % SHAPE.partials, sums)

    def _steps(self, weights: Value, block: list[Value], sums: list[list[Value]]) -> None:
        """Codes times inputs, then the step."""
        b, own = self.builder, self._zeros()
        for k in range(BLOCK):
            codes = b.sext(self._load(weights, k * LANES, ir.IntType(8)), _INTS)
            self._add(b.sitofp(codes, _FLOATS), block, k, k % SHAPE.partials, own)
        step = b.fpext(self._load(weights, BLOCK * LANES, ir.HalfType()), _FLOATS)
        for row in range(self.rows):
            sums[row][0] = self._fused(step, self._total(own[row]), sums[row][0])

    def _grid(
        self, weights: Value, block: list[Value], number: Value, sums: list[list[Value]]
    ) -> None:
        """Codes times inputs, then the step; and the least value times the sum of the inputs."""
        b, half, own = self.builder, BLOCK // 2, self._zeros()
        for k in range(half):
            codes = b.zext(self._load(weights, k * LANES, ir.IntType(8)), _INTS)
            low = b.sitofp(b.and_(codes, _integers(15)), _FLOATS)
            high = b.sitofp(b.lshr(codes, _integers(4)), _FLOATS)
            self._add(low, block, k, 2 * k % SHAPE.partials, own)
            self._add(high, block, k + half, (2 * k + 1) % SHAPE.partials, own)
        step = b.fpext(self._load(weights, half * LANES, ir.HalfType()), _FLOATS)
        least = b.fpext(self._load(weights, (half + 2) * LANES, ir.HalfType()), _FLOATS)
        for row in range(self.rows):
            total = self._input(self._beside(row, SUMS, number), 0)
            sums[row][0] = self._fused(step, self._total(own[row]), sums[row][0])
            sums[row][1] = self._fused(least, total, sums[row][1])

    def _dots(self, weights: Value, number: Value, sums: list[list[Value]]) -> None:
        """Codes times codes, whole numbers throughout the block; then the steps of both."""
        b, four = self.builder, self.kind is Kind.DOT4
        codes = [
            b.add(self._beside(row, CODES, _constant(0)), b.mul(number, _constant(2 * BLOCK)))
            for row in range(self.rows)
        ]
        words = BLOCK // QUAD // (2 if four else 1)
        loaded = (self._load(weights, word * QUAD * LANES, _INT) for word in range(words))
        totals = (
            self._of_bytes(loaded, codes)
            if SHAPE.dots == "bytes"
            else self._of_words(loaded, codes)
        )
        end = words * QUAD * LANES
        step = b.fpext(self._load(weights, end, ir.HalfType()), _FLOATS)
        least = (
            b.fpext(self._load(weights, end + 2 * LANES, ir.HalfType()), _FLOATS) if four else None
        )
        for row, total in enumerate(totals):
            if least is None:  # the codes were made positive
                added = b.shl(self._quad(self._beside(row, TOTALS, number), 0), _integers(7))
                total = b.sub(total, added)
            scale = b.fmul(step, self._input(self._beside(row, SCALES, number), 0))
            sums[row][0] = self._fused(b.sitofp(total, _FLOATS), scale, sums[row][0])
            if least is not None:
                whole = self._input(self._beside(row, SUMS, number), 0)
                sums[row][1] = self._fused(least, whole, sums[row][1])

    def _of_bytes(self, words: Iterable[Value], codes: list[Value]) -> list[Value]:
        """Bytes of weights times the high and the low bytes of the inputs."""
        b, half = self.builder, BLOCK // QUAD // 2
        high, low = [_integers(0)] * self.rows, [_integers(0)] * self.rows
        for number, word in enumerate(words):
            for part, weights in enumerate(self._parts(word)):
                at = 2 * QUAD * (number + part * half)
                for row in range(self.rows):
                    high[row] = self._dot(high[row], weights, self._quad(codes[row], at))
                    low[row] = self._dot(low[row], weights, self._quad(codes[row], at + QUAD))
        return [b.add(b.shl(one, _integers(8)), two) for one, two in zip(high, low, strict=True)]

    def _of_words(self, words: Iterable[Value], codes: list[Value]) -> list[Value]:
        """Sixteen bits of weights times those of the inputs, two at a time."""
        totals = [_integers(0)] * self.rows
        parts = (weights for word in words for weights in self._parts(word))
        for pair, weights in enumerate(parts):
            for row in range(self.rows):
                product = self._pairs(weights, self._quad(codes[row], 4 * pair))
                totals[row] = self.builder.add(totals[row], product)
        return totals

    def _parts(self, word: Value) -> list[Value]:
        """The codes in four loaded bytes of each lane, so many at a time as a product takes."""
        b, bits = self.builder, 4 if self.kind is Kind.DOT4 else 8
        size = 8 if SHAPE.dots == "bytes" else 16
        mask = sum(((1 << bits) - 1) << place for place in range(0, 32, size))
        shifted = (b.lshr(word, _integers(place)) for place in range(0, size, bits))
        return [b.and_(one, _integers(mask)) for one in shifted]

    def _dot(self, total: Value, weights: Value, inputs: Value) -> Value:
        """To each lane, four unsigned bytes times four signed ones."""
        kind = ir.FunctionType(_INTS, [_INTS] * 3)
        name = "llvm.x86.avx512.vpdpbusd.512"
        function = cgutils.get_or_insert_function(self.builder.module, kind, name)
        return self.builder.call(function, [total, weights, inputs])

    def _pairs(self, weights: Value, inputs: Value) -> Value:
        """In each lane, the sum of two products of sixteen bits."""
        b, words = self.builder, ir.VectorType(ir.IntType(16), 2 * LANES)
        kind = ir.FunctionType(_INTS, [words, words])
        function = cgutils.get_or_insert_function(b.module, kind, "llvm.x86.avx2.pmadd.wd")
        return b.call(function, [b.bitcast(weights, words), b.bitcast(inputs, words)])

    def _quad(self, address: Value, offset: int) -> Value:
        """Four bytes, or an int32, in every lane."""
        b = self.builder
        where = b.inttoptr(b.add(address, _constant(offset)), _INT.as_pointer())
        empty = ir.Constant(_INTS, ir.Undefined)
        one = b.insert_element(empty, b.load(where, align=4), ir.Constant(_INT, 0))
        return b.shuffle_vector(one, empty, _integers(0))

    def _beside(self, row: int, what: int, number: Value) -> Value:
        """The address of what follows the numbers of a row, for a block."""
        b = self.builder
        past = b.add(b.mul(self.blocks, _constant(4 * what)), b.mul(number, _constant(4)))
        return b.add(self._row(self.inputs, self.stride, row), past)

    def _zeros(self) -> list[list[Value]]:
        zero = ir.Constant(_FLOATS, [0.0] * LANES)
        return [[zero] * SHAPE.partials for _ in range(self.rows)]

    def _add(self, weight: Value, block: list[Value], k: int, part: int, sums: list[list[Value]]) -> None:  # fmt: skip
        for row in range(self.rows):
            sums[row][part] = self._fused(weight, self._input(block[row], k), sums[row][part])

    def _total(self, parts: list[Value]) -> Value:
        total = parts[0]
        for part in parts[1:]:
            total = self.builder.fadd(total, part)
        return total

    def _load(self, address: Value, offset: int, element: Value) -> Value:
        b, vector = self.builder, ir.VectorType(element, LANES)
        where = b.inttoptr(b.add(address, _constant(offset)), vector.as_pointer())
        return b.load(where, align=1)

    def _input(self, row: Value, k: int) -> Value:
        """One input, in every lane."""
        b = self.builder
        value = b.load(b.inttoptr(b.add(row, _constant(4 * k)), _FLOAT.as_pointer()), align=4)
        empty = ir.Constant(_FLOATS, ir.Undefined)
        return b.shuffle_vector(b.insert_element(empty, value, ir.Constant(_INT, 0)), empty, _integers(0))  # fmt: skip

    def _row(self, start: Value, stride: Value, row: int) -> Value:
        return self.builder.add(start, self.builder.mul(stride, _constant(4 * row)))

    def _fused(self, a: Value, x: Value, total: Value) -> Value:
        b = self.builder
        return b.fadd(total, b.fmul(a, x, flags=_FUSED), flags=_FUSED)


def tiles(kind: Kind) -> Callable[..., None]:
    """A compiled function `(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)`
    of whole numbers; see `product.product` for what they are. What `inputs.py` makes of a row of inputs
    follows its numbers.
    """

    def multiply(_context, _weights, _group_bytes, _groups, _blocks, _inputs, _stride, _rows, _out, _out_stride):  # type: ignore[no-untyped-def]  # fmt: skip  # Numba counts them
        return types.void(*_ARGUMENTS), generate

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride = arguments
        b, most = builder, _constant(SHAPE.rows)
        with cgutils.for_range(b, groups) as loop:
            group = b.add(weights, b.mul(loop.index, group_bytes))
            lanes = b.add(out, b.mul(loop.index, _constant(4 * LANES)))
            with cgutils.for_range_slice(b, _constant(0), rows, most, inc=True) as (row, _):
                left = b.sub(rows, row)
                some = b.select(b.icmp_signed("<", left, most), left, most)
                x = b.add(inputs, b.mul(b.mul(_constant(4), row), stride))
                y = b.add(lanes, b.mul(b.mul(_constant(4), row), out_stride))
                for count in range(1, SHAPE.rows + 1):
                    with b.if_then(b.icmp_signed("==", some, _constant(count))):
                        _Tile(b, kind, count, [group, x, stride, blocks, y, out_stride]).write()
        return context.get_dummy_value()

    made: Callable[..., None] = instructions(multiply)
    return made
