"""All weights of a model as one piece of memory, with the tables that say where each lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from ownhand.engine.architecture import MATRICES, Array, Weights
from ownhand.engine.narrow.packing import Bytes, Packed, pack
from ownhand.engine.narrow.tables import EMBEDDING, UNEMBEDDING, Matrix, Vector

_ALIGNMENT = 64
_VECTOR = 16  # floats to which a vector is filled up: whole groups, whatever the lanes


Sink = Callable[[Bytes], object]
"""Takes the matrices of a model, piece by piece."""


@dataclass(frozen=True, slots=True)
class PackedWeights:
    """See `tables.Model` for the arrays; in `matrices`, ADDRESS counts from the beginning of `data`,
    and PRODUCT is not known yet.

    Attributes:
        inner: Inputs of the last matrix of a block.
        size: Bytes of all matrices.
        matrices: `<int64>[layers + 1, 4, 6]`.
        places: `<int64>[layers + 1, 8]`.
        vectors: `<float32>[n]`.
        positions: `<float32>[context, width]`, or none of them.
        frequencies: `<float32>[head_width / 2]`, or none of them.
        data: `<uint8>[size]`, every matrix.
    """

    inner: int
    size: int
    matrices: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]
    vectors: npt.NDArray[np.float32]
    positions: npt.NDArray[np.float32]
    frequencies: npt.NDArray[np.float32]
    data: Bytes

    def with_data(self, data: Bytes) -> Self:
        """The same tables over their matrices."""
        return replace(self, data=data)

    def tables(self) -> dict[str, Any]:
        """Everything but the matrices, to be written down."""
        return {name: getattr(self, name) for name in _TABLES}

    @classmethod
    def from_tables(cls, tables: Mapping[str, Any]) -> Self:
        """The inverse of `tables`; the matrices are not there yet.

        Raises:
            KeyError: If one is missing.
        """
        found = {name: tables[name] for name in _TABLES}
        found |= {name: int(found[name]) for name in ("inner", "size")}
        return cls(**found, data=_NOTHING)


_TABLES = ("inner", "size", "matrices", "places", "vectors", "positions", "frequencies")
_NOTHING = np.zeros(0, np.uint8)


def pack_weights(weights: Weights, layers: int, narrow: bool, sink: Sink) -> PackedWeights:
    """Pack the weights of a model, a block at a time.

    Args:
        weights: As a family reads them.
        layers: Number of blocks.
        narrow: Whether matrices become narrow; vectors never do.
        sink: Gets the matrices, one behind the other.

    Returns:
        The tables, without the matrices.
    """
    shelf, inner = _Shelf(layers, sink), 0
    for layer, block in enumerate(weights.layers):
        inner = len(block["down"])
        for which, name in enumerate(MATRICES):
            shelf.put(layer, which, pack(block[name].T, narrow))
        for column, name in _BLOCK_VECTORS.items():
            shelf.put_vector(layer, column, block.get(name))
    # Rows of the embedding are looked up one by one, which a grid does not allow.
    shelf.put(layers, EMBEDDING, pack(weights.embedding, narrow, grid=False))
    if weights.unembedding is weights.embedding:
        shelf.matrices[layers, UNEMBEDDING] = shelf.matrices[layers, EMBEDDING]
    else:
        shelf.put(layers, UNEMBEDDING, pack(weights.unembedding, narrow))
    shelf.put_vector(layers, Vector.NORM1, weights.norm)
    shelf.put_vector(layers, Vector.NORM1_BIAS, weights.norm_bias)
    shelf.put_vector(layers, Vector.QKV_BIAS, weights.unembedding_bias)
    return PackedWeights(
        inner=inner,
        size=shelf.size,
        matrices=shelf.matrices,
        places=shelf.places,
        vectors=np.concatenate([*shelf.vectors, np.zeros(_VECTOR, np.float32)]),
        positions=_floats(weights.positions, (0, 0)),
        frequencies=_floats(weights.frequencies, (0,)),
        data=_NOTHING,
    )


def describe(packed: Packed, address: int) -> list[int]:
    """The row of `tables.Model.matrices` for a matrix that lies at an address."""
    columns = {
        Matrix.KIND: packed.kind,
        Matrix.ADDRESS: address,
        Matrix.GROUP_BYTES: packed.group_bytes,
        Matrix.GROUPS: packed.groups,
        Matrix.BLOCKS: packed.blocks,
        Matrix.PRODUCT: 0,
    }
    return [int(columns[column]) for column in Matrix]


_BLOCK_VECTORS = {
    Vector.NORM1: "norm1",
    Vector.NORM1_BIAS: "norm1_bias",
    Vector.NORM2: "norm2",
    Vector.NORM2_BIAS: "norm2_bias",
    **{column: f"{name}_bias" for column, name in zip(list(Vector)[4:], MATRICES, strict=True)},
}


class _Shelf:
    """Where the pieces are put one behind the other."""

    def __init__(self, layers: int, sink: Sink) -> None:
        self.matrices = np.zeros((layers + 1, len(MATRICES), len(Matrix)), np.int64)
        self.places = np.full((layers + 1, len(Vector)), -1, np.int64)
        self.vectors: list[npt.NDArray[np.float32]] = []
        self.size = 0
        self._sink = sink
        self._floats = 0

    def put(self, row: int, which: int, packed: Packed) -> None:
        self.matrices[row, which] = describe(packed, self.size)
        padding = np.zeros(-len(packed.data) % _ALIGNMENT, np.uint8)
        for piece in (packed.data, padding):
            self._sink(piece)
            self.size += len(piece)

    def put_vector(self, row: int, column: Vector, vector: Array | None) -> None:
        if vector is None:
            return
        whole = np.zeros(-(-len(vector) // _VECTOR) * _VECTOR, np.float32)
        whole[: len(vector)] = vector
        self.places[row, column] = self._floats
        self.vectors.append(whole)
        self._floats += len(whole)


def _floats(array: Any, empty: tuple[int, ...]) -> npt.NDArray[np.float32]:
    return np.zeros(empty, np.float32) if array is None else np.array(array, np.float32)
