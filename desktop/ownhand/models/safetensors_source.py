"""Reads tensors of somebody else's safetensors files as float32, shards and bfloat16 included."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence

SINGLE_FILE = "model.safetensors"
INDEX_FILE = "model.safetensors.index.json"

_KINDS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
_LARGEST_HEADER = 100_000_000  # the format's own limit


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    kind: str
    shape: tuple[int, ...]
    start: int


class SafetensorsSource:
    """The tensors of a directory with `model.safetensors`, whole or in shards.

    Attributes:
        paths: The files, in order.
    """

    def __init__(self, directory: Path) -> None:
        """Read the headers.

        Raises:
            ImportRefusedError: If a file is missing, damaged or not whole.
        """
        self.paths = tuple(_files(directory))
        self._entries: dict[str, _Entry] = {}
        for path in self.paths:
            try:
                self._entries |= _entries(path)
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
                raise ImportRefusedError(
                    Sentence(
                        "{name} is damaged or not whole ({problem}). Get the file again and add the model once more.",
                        name=path.name,
                        problem=problem,
                    )
                ) from problem

    @property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Every tensor's shape, by name."""
        return {name: entry.shape for name, entry in self._entries.items()}

    def read(self, name: str) -> npt.NDArray[np.float32]:
        """One tensor as float32.

        Raises:
            ImportRefusedError: If it is missing or holds no floating-point numbers.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise ImportRefusedError(
                Sentence(
                    "The weight {name} is missing. Get the model again, with all of its files.",
                    name=name,
                )
            )
        if entry.kind not in _KINDS:
            raise ImportRefusedError(
                Sentence(
                    "The weight {name} is stored as {kind}, which Ownhand cannot read. Choose a version of the model in float32, float16 or bfloat16.",
                    name=name,
                    kind=entry.kind,
                )
            )
        data = np.fromfile(
            entry.path, _KINDS[entry.kind], math.prod(entry.shape), offset=entry.start
        )
        if entry.kind == "BF16":  # the upper half of a float32
            data = (data.astype(np.uint32) << 16).view(np.float32)
        return data.astype(np.float32, copy=False).reshape(entry.shape)


def _files(directory: Path) -> Iterator[Path]:
    if (directory / SINGLE_FILE).is_file():
        yield directory / SINGLE_FILE
        return
    try:
        index = json.loads((directory / INDEX_FILE).read_text(encoding="utf-8"))
        names = sorted(set(index["weight_map"].values()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ImportRefusedError(
            Sentence(
                "{name} holds no usable {single_file}. Get the model again, with all of its files.",
                name=directory.name,
                single_file=SINGLE_FILE,
            )
        ) from problem
    for name in names:
        if not isinstance(name, str) or Path(name).name != name:
            raise ImportRefusedError(
                Sentence(
                    "{index_file} points to files outside of its directory. Do not use this model.",
                    index_file=INDEX_FILE,
                )
            )
        yield directory / name


def _entries(path: Path) -> dict[str, _Entry]:
    size = path.stat().st_size
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 0 < length <= min(size - 8, _LARGEST_HEADER):
            raise ValueError("its header is broken")
        header = json.loads(file.read(length))
    header.pop("__metadata__", None)
    entries = {}
    for name, value in header.items():
        shape = tuple(int(item) for item in value["shape"])
        start, end = (8 + length + int(item) for item in value["data_offsets"])
        kind = str(value["dtype"])
        width = np.dtype(_KINDS[kind]).itemsize if kind in _KINDS else None
        if not 8 + length <= start <= end <= size or min(shape, default=0) < 0:
            raise ValueError(f"the weight {name} lies beyond its end")
        if width is not None and end - start != width * math.prod(shape):
            raise ValueError(f"the weight {name} is of a wrong size")
        entries[name] = _Entry(path, kind, shape, start)
    return entries
