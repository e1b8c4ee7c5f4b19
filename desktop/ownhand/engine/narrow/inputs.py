"""What a product needs of its inputs beside the numbers: the sums of their blocks, and their codes.

Behind the numbers of a row lie, for each block of `BLOCK` numbers, their sum, and for products of whole
numbers a scale, the sum of the codes and the codes. A code has sixteen bits, which lose nothing that could be
noticed beside weights of eight. For products of bytes it is kept as two, so that code = 256 * high + low;
four high bytes and four low ones take turns.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from ownhand.engine.narrow.jit import instructions
from ownhand.engine.narrow.microkernel import BLOCK, QUAD, SHAPE

_FLOAT, _INT, _BYTE = ir.FloatType(), ir.IntType(32), ir.IntType(8)
_FLOATS, _INTS = ir.VectorType(_FLOAT, BLOCK), ir.VectorType(_INT, BLOCK)
_WORDS, _BYTES = ir.VectorType(ir.IntType(16), BLOCK), ir.VectorType(_BYTE, 2 * BLOCK)
_LARGEST = 127.0 * 256  # a code whose high byte is still a byte


@instructions
def encode_block(
    _context: Any, _numbers: Any, _sum: Any, _scale: Any, _total: Any, _codes: Any
) -> Any:
    """Make the codes of a block; all arguments are addresses, the first that of the numbers."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        numbers, sum_, scale, total, codes = arguments
        b = builder
        x = b.load(b.inttoptr(numbers, _FLOATS.as_pointer()), align=4)
        largest = _call(
            b,
            "llvm.vector.reduce.fmax.v32f32",
            _FLOAT,
            [_call(b, "llvm.fabs.v32f32", _FLOATS, [x])],
        )
        step = b.fdiv(largest, ir.Constant(_FLOAT, _LARGEST))
        some = b.fcmp_ordered(">", step, ir.Constant(_FLOAT, 0.0))
        factor = b.select(some, b.fdiv(ir.Constant(_FLOAT, 1.0), step), ir.Constant(_FLOAT, 0.0))
        scaled = b.fmul(x, _everywhere(b, factor, _FLOATS))
        code = b.fptosi(_call(b, "llvm.rint.v32f32", _FLOATS, [scaled]), _INTS)
        count = _call(b, "llvm.vector.reduce.add.v32i32", _INT, [code])
        where = b.inttoptr(codes, _INTS.as_pointer())
        if SHAPE.dots == "words":
            b.store(b.trunc(code, _WORDS), b.bitcast(where, _WORDS.as_pointer()), align=4)
        else:
            b.store(_bytes_in_turns(b, code), b.bitcast(where, _BYTES.as_pointer()), align=4)
        b.store(count, b.inttoptr(total, _INT.as_pointer()), align=4)
        b.store(step, b.inttoptr(scale, _FLOAT.as_pointer()), align=4)
        b.store(
            b.fmul(b.sitofp(count, _FLOAT), step), b.inttoptr(sum_, _FLOAT.as_pointer()), align=4
        )
        return context.get_dummy_value()

    return types.void(*(types.int64,) * 5), generate


def _bytes_in_turns(builder: Any, code: Any) -> Any:
    """Four high bytes, then the four low ones of the same codes, and so on."""
    b, eight, byte = builder, ir.Constant(_INTS, [8] * BLOCK), ir.VectorType(_BYTE, BLOCK)
    high = b.ashr(b.add(code, ir.Constant(_INTS, [128] * BLOCK)), eight)
    low = b.sub(code, b.shl(high, eight))
    turns = [
        part * BLOCK + quad * QUAD + place
        for quad in range(BLOCK // QUAD) for part in range(2) for place in range(QUAD)
    ]  # fmt: skip
    order = ir.Constant(ir.VectorType(_INT, 2 * BLOCK), turns)
    return b.shuffle_vector(b.trunc(high, byte), b.trunc(low, byte), order)


def _call(builder: Any, name: str, result: Any, arguments: list[Any]) -> Any:
    kind = ir.FunctionType(result, [argument.type for argument in arguments])
    function = cgutils.get_or_insert_function(builder.module, kind, name)
    return builder.call(function, arguments)


def _everywhere(builder: Any, value: Any, vector: Any) -> Any:
    empty = ir.Constant(vector, ir.Undefined)
    one = builder.insert_element(empty, value, ir.Constant(_INT, 0))
    return builder.shuffle_vector(one, empty, ir.Constant(ir.VectorType(_INT, BLOCK), [0] * BLOCK))
