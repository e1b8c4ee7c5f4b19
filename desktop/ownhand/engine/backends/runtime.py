"""What a backend implements: caches that tokens are appended to, and copies between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np

from ownhand.core.contracts import Ids, StepOutput
from ownhand.engine.architecture import Array, Weights

KERNEL = "numba"
"""What the kernel of `engine.narrow` calls itself among the backends."""


class Cache(Protocol):
    """Keys and values of `rows` sequences, with room for `capacity` tokens each."""

    @property
    def rows(self) -> int:
        """Sequences side by side."""
        ...

    @property
    def capacity(self) -> int:
        """Tokens that fit."""
        ...


class Runtime(Protocol):
    """A model's weights on a device and the compiled programs over them.

    Attributes:
        backend: "tensorflow", "jax" or "torch", or `KERNEL`.
        device: For example "CPU" or "GPU 0".
        dtype: Number type of weights and cache.
        traces: How often a program was traced; sampling settings never raise it.
        lookahead: See `core.contracts.Decoder`.
    """

    backend: str
    device: str
    dtype: str
    traces: int
    lookahead: int

    def new_cache(self, rows: int, capacity: int) -> Cache:
        """Room for `rows` sequences of `capacity` tokens."""
        ...

    def copy(
        self, source: Cache, target: Cache, parents: Sequence[int], start: int, end: int
    ) -> None:
        """Give row i of `target` the tokens `start` to `end` of row `parents[i]` of `source`."""
        ...

    def padded(self, seq: int) -> int:
        """The length to which `seq` new tokens are padded, so that few programs serve all lengths."""
        ...

    def is_compiled(self, cache: Cache, seq: int, all_positions: bool) -> bool:
        """Whether `extend` with these sizes runs without a compile."""
        ...

    def compile(self, cache: Cache, seq: int, all_positions: bool) -> None:
        """Compile what `extend` with these sizes needs; takes seconds, changes no cache row below
        `capacity - padded(seq)`."""
        ...

    def extend(self, cache: Cache, ids: Ids, index: int, last: int | None) -> StepOutput:
        """Run `ids` `<int32>[rows, padded seq]` behind the first `index` tokens and store their keys
        and values. Logits are those after new token `last`, or all of them when it is None."""
        ...

    def replace(self, layer: int, name: str, matrix: Array) -> None:
        """Put another matrix of the same shape, one of `MATRICES`, into a block; compiles nothing."""
        ...


def map_weights(weights: Weights, dtype: str, convert: Callable[[Any, str], Any]) -> dict[str, Any]:
    """The fields of `Weights` with every array put on the device by `convert(array, dtype)`."""

    def one(array: Any) -> Any:
        return None if array is None else convert(np.ascontiguousarray(array), dtype)

    embedding = one(weights.embedding)
    tied = weights.unembedding is weights.embedding
    return {
        "embedding": embedding,
        "unembedding": embedding if tied else one(weights.unembedding),
        "positions": one(weights.positions),
        "frequencies": None
        if weights.frequencies is None
        else convert(weights.frequencies, "float32"),
        "layers": [{name: one(a) for name, a in layer.items()} for layer in weights.layers],
        "norm": one(weights.norm),
        "norm_bias": one(weights.norm_bias),
        "unembedding_bias": one(weights.unembedding_bias),
    }
