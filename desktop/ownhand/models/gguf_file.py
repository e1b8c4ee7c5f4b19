"""Reads GGUF: metadata and tensors of a file that may be cut off or made with ill will.

The `gguf` package dequantises; the container is read here, because every length in it has to be
held against the size of the file, and its vocabulary arrays are read some fifty times faster so.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3).
"""

from __future__ import annotations

import math
import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence

MAGIC = b"GGUF"

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}  # fmt: skip
_STRING, _ARRAY = 8, 9
_MOST_DIMENSIONS = 4


class _Broken(Exception):
    """The bytes are not what the format says."""


@dataclass(frozen=True, slots=True)
class GgufTensor:
    """A tensor as it lies in the file.

    Attributes:
        name: For example "blk.0.attn_q.weight".
        shape: Outermost dimension first (the file has them the other way round).
        type_id: The ggml type.
        start: Byte where the data begins.
    """

    name: str
    shape: tuple[int, ...]
    type_id: int
    start: int


class GgufFile:
    """An open GGUF file; a context manager.

    Attributes:
        metadata: Key to value; arrays are lists.
        tensors: By name, in file order.
    """

    def __init__(self, path: Path) -> None:
        """Read everything but the weights.

        Raises:
            ImportRefusedError: If the file is cut off, damaged, or of a version not known here.
        """
        self._name = path.name
        self._file = open(path, "rb")  # noqa: SIM115 - closed by close()
        try:
            self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as problem:  # an empty file cannot be mapped
            self._file.close()
            raise ImportRefusedError(
                Sentence("{name} is empty. Get it again.", name=self._name)
            ) from problem
        try:
            self._at = 0
            self.metadata, self.tensors = self._read_head()
            for tensor in self.tensors.values():
                if tensor.start + self._byte_count(tensor) > len(self._map):
                    raise _Broken(f"{tensor.name} lies beyond its end")
        except (_Broken, struct.error, UnicodeDecodeError) as problem:
            self.close()
            raise ImportRefusedError(
                Sentence(
                    "{name} is damaged or not whole ({problem}). Get the file again and add it once more.",
                    name=self._name,
                    problem=problem,
                )
            ) from problem
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._map.close()
        self._file.close()

    def read(self, name: str) -> npt.NDArray[np.float32]:
        """A tensor as float32, whatever it is stored as.

        Raises:
            ImportRefusedError: If the tensor is missing or of a type that cannot be dequantised.
        """
        from gguf.constants import GGMLQuantizationType
        from gguf.quants import dequantize

        tensor = self.tensors.get(name)
        if tensor is None:
            raise ImportRefusedError(
                Sentence(
                    "{name} lacks the weight {name_2}. Get the file again or choose another one.",
                    name=self._name,
                    name_2=name,
                )
            )
        kind = GGMLQuantizationType(tensor.type_id)
        data = np.frombuffer(self._map, np.uint8, self._byte_count(tensor), tensor.start).copy()
        rows = data.reshape(math.prod(tensor.shape[:-1]), -1)
        try:
            values: npt.NDArray[np.float32] = dequantize(rows, kind)
        except NotImplementedError as problem:
            raise self._unknown_type(kind.name) from problem
        return values.reshape(tensor.shape).astype(np.float32, copy=False)

    def check_types(self) -> None:
        """See that every tensor can be read, before any work goes into the first one.

        Raises:
            ImportRefusedError: If one is of a type that cannot be dequantised; names it.
        """
        from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType
        from gguf.quants import dequantize

        for type_id in {tensor.type_id for tensor in self.tensors.values()}:
            kind = GGMLQuantizationType(type_id)
            try:
                dequantize(np.zeros((1, GGML_QUANT_SIZES[kind][1]), np.uint8), kind)
            except NotImplementedError as problem:
                raise self._unknown_type(kind.name) from problem

    def _unknown_type(self, name: str) -> ImportRefusedError:
        return ImportRefusedError(
            Sentence(
                "{name} stores its weights as “{name_2}”, which Ownhand cannot read. Choose a file of the same model in another format, for example Q8_0 or Q4_K_M.",
                name=self._name,
                name_2=name,
            )
        )

    def _byte_count(self, tensor: GgufTensor) -> int:
        sizes = _row_bytes(tensor.type_id)
        if sizes is None:
            raise ImportRefusedError(
                Sentence(
                    "{name} stores {name_2} in a format (number {type_id}) that Ownhand does not know. Choose a file of the same model in another format, for example Q8_0 or Q4_K_M.",
                    name=self._name,
                    name_2=tensor.name,
                    type_id=tensor.type_id,
                )
            )
        if tensor.shape[-1] % sizes[0]:
            raise _Broken(f"the rows of {tensor.name} are of a wrong length")
        return math.prod(tensor.shape) // sizes[0] * sizes[1]

    def _read_head(self) -> tuple[dict[str, Any], dict[str, GgufTensor]]:
        if self._take(4) != MAGIC:
            raise ImportRefusedError(Sentence("{name} is not a GGUF file.", name=self._name))
        version = self._number("I")
        if version not in (2, 3):
            raise ImportRefusedError(
                Sentence(
                    "{name} is a GGUF file of a version ({version}) or byte order that Ownhand cannot read. Choose a newer file of the same model.",
                    name=self._name,
                    version=version,
                )
            )
        tensor_count, key_count = self._number("Q"), self._number("Q")
        metadata: dict[str, Any] = {}
        for _ in range(key_count):
            key = self._text()
            metadata[key] = self._value(self._number("I"), nested=False)
        found: dict[str, tuple[tuple[int, ...], int, int]] = {}
        for _ in range(tensor_count):
            name, count = self._text(), self._number("I")
            if not 1 <= count <= _MOST_DIMENSIONS or name in found:
                raise _Broken(f"the entry of the weight {name} is wrong")
            shape = tuple(self._number("Q") for _ in range(count))[::-1]
            if not all(shape):
                raise _Broken(f"the weight {name} is empty")
            found[name] = (shape, self._number("I"), self._number("Q"))
        alignment = metadata.get("general.alignment", 32)
        if not isinstance(alignment, int) or not 0 < alignment <= 1 << 20:
            raise _Broken("its alignment is wrong")
        base = -(-self._at // alignment) * alignment
        return metadata, {
            name: GgufTensor(name, shape, type_id, base + offset)
            for name, (shape, type_id, offset) in found.items()
        }

    def _take(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._map):
            raise _Broken("it ends too early")
        data = self._map[self._at : end]
        self._at = end
        return data

    def _number(self, code: str) -> Any:
        return struct.unpack(f"<{code}", self._take(struct.calcsize(f"<{code}")))[0]

    def _text(self) -> str:
        return self._take(self._number("Q")).decode("utf-8")

    def _value(self, kind: int, nested: bool) -> Any:
        if kind == _STRING:
            return self._text()
        if kind in _SCALARS:
            return self._number(_SCALARS[kind])
        if kind != _ARRAY or nested:
            raise _Broken("its metadata holds an unknown kind of value")
        item, count = self._number("I"), self._number("Q")
        if item in _SCALARS:
            code = f"<{count}{_SCALARS[item]}"
            if count > len(self._map):
                raise _Broken("it ends too early")
            return list(struct.unpack(code, self._take(struct.calcsize(code))))
        return [self._value(item, nested=True) for _ in range(count)]


def _row_bytes(type_id: int) -> tuple[int, int] | None:
    """Values per block and bytes per block of a ggml type, or None if there is no such type."""
    from gguf.constants import GGML_QUANT_SIZES

    sizes: Mapping[int, tuple[int, int]] = GGML_QUANT_SIZES
    return sizes.get(type_id)
