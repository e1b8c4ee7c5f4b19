"""Reading, writing and counting at an address, for code that Numba compiles.

Written as LLVM instructions, since Numba has neither addresses nor atomics on a processor.
"""

from __future__ import annotations

import platform
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from ownhand.engine.narrow.jit import instructions

YIELD_SYMBOL = "ownhand_yield_core"
"""What compiled code calls to let other threads run; `team.py` says where it is."""

_INT, _LONG, _FLOAT = ir.IntType(32), ir.IntType(64), ir.FloatType()


def _at(builder: Any, address: Any, element: Any) -> Any:
    return builder.inttoptr(address, element.as_pointer())


@instructions
def address_of(_context: Any, array: Any) -> Any:
    """Where an array begins. `array.ctypes.data` would count a reference, which threads wait for."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        whole = context.make_array(signature.args[0])(context, builder, value=arguments[0])
        return builder.ptrtoint(whole.data, _LONG)

    return types.int64(array), generate


@instructions
def float_at(_context: Any, address: Any) -> Any:  # noqa: ARG001
    """The float32 at an address."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.load(_at(builder, arguments[0], _FLOAT), align=4)

    return types.float32(types.int64), generate


@instructions
def code_at(_context: Any, address: Any) -> Any:  # noqa: ARG001
    """The int8 at an address."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.load(_at(builder, arguments[0], ir.IntType(8)), align=1)

    return types.int8(types.int64), generate


@instructions
def put_float(_context: Any, address: Any, value: Any) -> Any:  # noqa: ARG001
    """Store a float32."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        builder.store(arguments[1], _at(builder, arguments[0], _FLOAT), align=4)
        return context.get_dummy_value()

    return types.void(types.int64, types.float32), generate


@instructions
def put_half(_context: Any, address: Any, value: Any) -> Any:  # noqa: ARG001
    """Store a float32 as float16, rounded to the nearest; what is too large, as the largest."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        most, least = _FLOAT(65504.0), _FLOAT(-65504.0)
        value = arguments[1]
        value = builder.select(builder.fcmp_ordered(">", value, most), most, value)
        value = builder.select(builder.fcmp_ordered("<", value, least), least, value)
        half = builder.fptrunc(value, ir.HalfType())
        builder.store(half, _at(builder, arguments[0], ir.HalfType()), align=2)
        return context.get_dummy_value()

    return types.void(types.int64, types.float32), generate


@instructions
def half_at(_context: Any, address: Any) -> Any:  # noqa: ARG001
    """The float16 at an address, as float32."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        half = builder.load(_at(builder, arguments[0], ir.HalfType()), align=2)
        return builder.fpext(half, _FLOAT)

    return types.float32(types.int64), generate


@instructions
def put_code(_context: Any, address: Any, value: Any) -> Any:  # noqa: ARG001
    """Store a float32 that is a small integer as int8."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        code = builder.fptosi(arguments[1], ir.IntType(8))
        builder.store(code, _at(builder, arguments[0], ir.IntType(8)), align=1)
        return context.get_dummy_value()

    return types.void(types.int64, types.float32), generate


@instructions
def float_of_bits(_context: Any, bits: Any) -> Any:  # noqa: ARG001
    """The float32 that some 32 bits mean."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], _FLOAT)

    return types.float32(types.int32), generate


@instructions
def atomic_add(_context: Any, address: Any, value: Any) -> Any:  # noqa: ARG001
    """Add to the int64 at an address; gives what it was before."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.atomic_rmw("add", _at(builder, arguments[0], _LONG), arguments[1], "seq_cst")

    return types.int64(types.int64, types.int64), generate


@instructions
def atomic_load(_context: Any, address: Any) -> Any:  # noqa: ARG001
    """The int64 at an address, as the last thread left it."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.load_atomic(_at(builder, arguments[0], _LONG), "seq_cst", 8)

    return types.int64(types.int64), generate


@instructions
def atomic_store(_context: Any, address: Any, value: Any) -> Any:  # noqa: ARG001
    """Store an int64, for other threads to see after all that was stored before."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        builder.store_atomic(arguments[1], _at(builder, arguments[0], _LONG), "seq_cst", 8)
        return context.get_dummy_value()

    return types.void(types.int64, types.int64), generate


@instructions
def atomic_swap(_context: Any, address: Any, expected: Any, value: Any) -> Any:  # noqa: ARG001
    """Store an int64 if there is the expected one; says whether it was."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        where = _at(builder, arguments[0], _LONG)
        pair = builder.cmpxchg(where, arguments[1], arguments[2], "seq_cst", "seq_cst")
        return builder.extract_value(pair, 1)

    return types.boolean(types.int64, types.int64, types.int64), generate


@instructions
def prefetch(_context: Any, address: Any) -> Any:  # noqa: ARG001
    """Begin to bring what is at an address near; it will be read soon."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        byte = ir.IntType(8).as_pointer()
        kind = ir.FunctionType(ir.VoidType(), [byte, _INT, _INT, _INT])
        function = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        where = builder.inttoptr(arguments[0], byte)
        builder.call(
            function, [where, _INT(0), _INT(2), _INT(1)]
        )  # to read, into the second cache, data
        return context.get_dummy_value()

    return types.void(types.int64), generate


@instructions
def yield_core(_context: Any) -> Any:
    """Let another thread of the system have this core; see `team.py` for what is behind the name."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        kind = ir.FunctionType(_INT, [])
        builder.call(cgutils.get_or_insert_function(builder.module, kind, YIELD_SYMBOL), [])
        return context.get_dummy_value()

    return types.void(), generate


@instructions
def pause(_context: Any) -> Any:
    """Tell the processor that this thread is waiting."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        if platform.machine().lower() in ("x86_64", "amd64"):
            kind = ir.FunctionType(ir.VoidType(), [])
            name = "llvm.x86.sse2.pause"
            builder.call(cgutils.get_or_insert_function(builder.module, kind, name), [])
        return context.get_dummy_value()

    return types.void(), generate
