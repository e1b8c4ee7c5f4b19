"""Rows of inputs times a range of groups: one compiled function for each kind of weights.

They are called by their addresses, which stand in the tables beside the matrices: so each is compiled
once, and only if it is needed, and not again as a part of whatever calls it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from llvmlite import ir
from numba import cfunc, types

from ownhand.engine.narrow.jit import OPTIONS, instructions
from ownhand.engine.narrow.microkernel import Kind, tiles

_float32, _codes = tiles(Kind.FLOAT32), tiles(Kind.CODES)
_int8, _grid4 = tiles(Kind.INT8), tiles(Kind.GRID4)
_dot8, _dot4 = tiles(Kind.DOT8), tiles(Kind.DOT4)
_SIGNATURE = types.void(*(types.int64,) * 9)
_OPTIONS = {name: value for name, value in OPTIONS.items() if name != "nogil"}
_LONG = ir.IntType(64)


@instructions
def product(_context, _function, _weights, _group_bytes, _groups, _blocks, _inputs, _stride, _rows, _out, _out_stride):  # type: ignore[no-untyped-def]  # fmt: skip  # Numba counts them
    """`out[row, group * LANES + lane]` becomes the sum of inputs times weights.

    Arguments, all of them integers:
        function: What `product_address` gave for the kind of the weights.
        weights: Address of the first group.
        group_bytes: From one group to the next.
        groups: How many.
        blocks: Blocks of inputs.
        inputs: Address of the first row, float32.
        stride: Floats from one row of inputs to the next.
        rows: How many.
        out: Address of the first result, float32.
        out_stride: Floats from one row of results to the next.
    """

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        kind = ir.FunctionType(ir.VoidType(), [_LONG] * 9)
        builder.call(builder.inttoptr(arguments[0], kind.as_pointer()), arguments[1:])
        return context.get_dummy_value()

    return types.void(*(types.int64,) * 10), generate


@cache
def product_address(kind: Kind) -> int:
    """The address of the compiled product for a kind of weights."""
    makers: dict[Kind, Callable[[], Any]] = {
        Kind.FLOAT32: _compile_float32,
        Kind.CODES: _compile_codes,
        Kind.INT8: _compile_int8,
        Kind.GRID4: _compile_grid4,
        Kind.DOT8: _compile_dot8,
        Kind.DOT4: _compile_dot4,
    }
    return int(makers[kind]().address)


def _compile_float32() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_float32(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _float32(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_float32


def _compile_codes() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_codes(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _codes(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_codes


def _compile_int8() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_int8(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _int8(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_int8


def _compile_grid4() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_grid4(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _grid4(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_grid4


def _compile_dot8() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_dot8(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _dot8(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_dot8


def _compile_dot4() -> Any:
    @cfunc(_SIGNATURE, **_OPTIONS)
    def product_dot4(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride):  # type: ignore[no-untyped-def]  # fmt: skip
        _dot4(weights, group_bytes, groups, blocks, inputs, stride, rows, out, out_stride)

    return product_dot4
