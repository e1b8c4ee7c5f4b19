"""What the last bits of the logits hang on, beside the weights."""

from __future__ import annotations

import llvmlite.binding

from ownhand.engine.narrow.host import Shape, host_features, shape_of

VERSION = 1
"""Another one whenever the kernel computes something in another order or rounds it elsewhere."""


def numerics() -> str:
    """The version of the kernel, the shape of its products and its compiler, for records of what was
    generated. How many threads share the work changes no bit and is left out."""
    compiler = ".".join(map(str, llvmlite.binding.llvm_version_info))
    return f"kernel {VERSION}, {in_words(shape_of(host_features()))}, LLVM {compiler}"


def in_words(shape: Shape) -> str:
    """A shape in a few words, for example "16 lanes of bytes"."""
    return f"{shape.lanes} lanes of {shape.dots or 'floats'}"
