"""What the microkernel is shaped by: the vector registers of this machine's processor."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

import llvmlite.binding


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of one product of a tile.

    Attributes:
        lanes: Outputs that lie side by side in a vector.
        partials: Independent sums of each output, so that an addition need not wait for the last one.
        rows: Most rows of inputs that share a loaded weight; more would not fit into the registers.
        dots: What products of whole numbers are made of: "bytes" where an instruction sums four products
            of bytes in each lane, "words" where one sums two products of sixteen bits, "" for floats.
    """

    lanes: int
    partials: int
    rows: int
    dots: str


def shape_of(features: str) -> Shape:
    """The shape for a processor.

    Args:
        features: As LLVM lists them, for example "+avx2,+fma,-avx512f".
    """
    found = set(features.split(","))
    if "+avx512vnni" in found:
        return Shape(lanes=16, partials=4, rows=4, dots="bytes")
    if "+avx2" in found:
        return Shape(lanes=8, partials=2, rows=4, dots="words")
    return Shape(lanes=8, partials=4, rows=2, dots="")


def is_fast(features: str, architecture: str) -> bool:
    """Whether a processor has what the kernel needs to be faster than the Keras layers: on x86, vectors
    of 256 bits, fused multiplication and half-precision loads; every 64-bit ARM has the like."""
    if architecture.lower() in ("arm64", "aarch64"):
        return True
    return {"+avx2", "+fma", "+f16c"} <= set(features.split(","))


@cache
def host_features() -> str:
    """What the processor of this machine has, as LLVM lists it, or as NUMBA_CPU_FEATURES does. Of another
    processor that Numba is told of by its name alone, nothing is known."""
    told, name = os.environ.get("NUMBA_CPU_FEATURES"), os.environ.get("NUMBA_CPU_NAME")
    if told or name:
        return told or ""
    return str(llvmlite.binding.get_host_cpu_features().flatten())
