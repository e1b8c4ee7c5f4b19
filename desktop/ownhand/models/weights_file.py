"""Weights on disk as safetensors: written one tensor at a time, checked without reading them."""

from __future__ import annotations

import hashlib
import json
import math
import os
import shutil
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ImportRefusedError, ModelError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.models.layout import WEIGHTS_FILE, Shapes

_SPARE_BYTES = 64 * 1024 * 1024  # tokenizer, manifest, and room for the system itself


def require_free_space(directory: Path, needed_bytes: int) -> None:
    """Refuse early when a disk is too full.

    Raises:
        ModelError: If fewer than `needed_bytes` (and a little spare) are free where `directory` is.
    """
    free = shutil.disk_usage(directory).free
    if free < needed_bytes + _SPARE_BYTES:
        raise ModelError(
            Sentence(
                "The disk is too full: this model needs {size_in_words} in {parent}, and {size_in_words_2} are free. Nothing was changed. Free some space and try again.",
                size_in_words=size_in_words(needed_bytes + _SPARE_BYTES),
                parent=directory.parent,
                size_in_words_2=size_in_words(free),
            )
        )


def size_in_words(count: int) -> str:
    """A number of bytes for people, for example "539 MB"."""
    if count < 1_000_000_000:
        return f"{max(1, round(count / 1_000_000))} MB"
    return f"{count / 1_000_000_000:.1f} GB"


class WeightsWriter:
    """Writes a float32 safetensors file in which every tensor is announced up front.

    Only one tensor is in memory at a time. Use it as a context manager; leaving the block without
    an error completes the file.

    Attributes:
        sha256: Hex digest of the finished file.
    """

    def __init__(self, path: Path, shapes: Shapes) -> None:
        """Begin the file.

        Raises:
            ModelError: If the disk is too full for it.
        """
        header: dict[str, object] = {}
        offset = 0
        for name, shape in shapes.items():
            end = offset + 4 * math.prod(shape)
            header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [offset, end]}
            offset = end
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)  # readers map the data; keep it aligned
        require_free_space(path.parent, offset + len(text) + 8)
        self.sha256 = ""
        self._waiting = dict(shapes)
        self._order = list(shapes)
        self._held: dict[str, npt.NDArray[np.float32]] = {}
        self._hash = hashlib.sha256()
        self._file = open(path, "xb")  # noqa: SIM115 - closed by __exit__
        self._put(len(text).to_bytes(8, "little"))
        self._put(text)

    def write(self, name: str, array: npt.NDArray[np.float32]) -> None:
        """Add a tensor. One that comes before its turn is held in memory until then.

        Raises:
            ImportRefusedError: If the name is unknown or already written, or the shape is another one.
        """
        if name not in self._waiting:
            raise ImportRefusedError(
                Sentence("The weight {name} does not belong to this model.", name=name)
            )
        if array.shape != self._waiting[name]:
            raise ImportRefusedError(
                Sentence(
                    "The weight {name} has the shape {shape} instead of {value}. Get the model again, with all of its files.",
                    name=name,
                    shape=array.shape,
                    value=self._waiting[name],
                )
            )
        del self._waiting[name]
        self._held[name] = array
        while self._order and self._order[0] in self._held:
            ready = self._held.pop(self._order.pop(0))
            self._put(np.ascontiguousarray(ready, dtype="<f4").data)

    def _put(self, data: bytes | memoryview) -> None:
        self._hash.update(data)
        self._file.write(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None and self._waiting:
                raise ImportRefusedError(
                    Sentence(
                        "The weight {next} is missing. Get the model again, with all of its files.",
                        next=next(iter(self._waiting)),
                    )
                )
            self._file.flush()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()
        self.sha256 = self._hash.hexdigest()


def write_weights(
    names: Iterable[str],
    read: Callable[[str], npt.NDArray[np.float32]],
    staging: Path,
    shapes: Shapes,
    cancel: CancelToken,
) -> Generator[Stage, None, str]:
    """Write the weights file of a model directory, a tensor at a time; returns its SHA-256.

    Args:
        names: Of all weights, KerasHub variable paths.
        read: Gives a weight by its name.
        staging: The directory.
        shapes: Of the weights.
        cancel: Looked at between tensors.

    Raises:
        Cancelled: Once asked to stop.
    """
    with WeightsWriter(staging / WEIGHTS_FILE, shapes) as writer:
        for done, name in enumerate(names):
            cancel.raise_if_cancelled()
            yield Stage("Reading the weights", done, len(shapes))
            writer.write(name, read(name))
    yield Stage("Reading the weights", len(shapes), len(shapes))
    return writer.sha256


def check_weights(path: Path, shapes: Shapes) -> None:
    """See that a weights file is whole and holds exactly `shapes`, by its header and its length.

    Raises:
        ModelError: If it does not; says what is wrong.
    """
    found = stored_shapes(path)
    for name, shape in shapes.items():
        if found.pop(name, None) != shape:
            raise ModelError(
                Sentence(
                    "The file {name} lacks the weight {name_2} in the shape {shape}.",
                    name=path.name,
                    name_2=name,
                    shape=shape,
                )
            )
    if found:
        raise ModelError(
            Sentence(
                "The file {name} holds an unknown weight, {next}.",
                name=path.name,
                next=next(iter(found)),
            )
        )


def stored_shapes(path: Path) -> Shapes:
    """What a weights file says it holds, by its header.

    Raises:
        ModelError: If it cannot be read or is not as long as it says.
    """
    try:
        size = path.stat().st_size
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 0 < length < min(size, 100_000_000):
                raise ValueError("its header is broken")
            header = json.loads(file.read(length))
        header.pop("__metadata__", None)
        found = {name: tuple(entry["shape"]) for name, entry in header.items()}
        end = max(entry["data_offsets"][1] for entry in header.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelError(
            Sentence("The file {name} cannot be read ({problem}).", name=path.name, problem=problem)
        ) from problem
    if size != 8 + length + end:
        raise ModelError(
            Sentence(
                "The file {name} is not whole: {size} bytes of {value}.",
                name=path.name,
                size=size,
                value=8 + length + end,
            )
        )
    return found
