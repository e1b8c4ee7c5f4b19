"""The weights of a model directory by name, whether it is a whole model or an adapter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.models.adapter import ADAPTER_FILE, whole_model_of
from ownhand.models.layout import WEIGHTS_FILE
from ownhand.models.manifest import read_manifest

Array = npt.NDArray[np.float32]


class ModelTensors:
    """Gives weights one at a time, mapped from the disk; an adapter is added to what it changes.

    Attributes:
        names: All weights, by KerasHub variable path.
        adapted: Those that an adapter changes.
        whole_directory: Where the whole weights are, those of the base if this is an adapter.
        whole_sha256: Digest of the whole weights, those of the base if this is an adapter.
        scale: By which the product of an adapter's factors is multiplied; 1 for a whole model.
    """

    def __init__(self, directory: Path) -> None:
        """Open the files.

        Raises:
            ModelError: If they are missing or damaged, or the model an adapter stands on is not here.
        """
        manifest = read_manifest(directory)
        adapter = manifest.adapter
        self.whole_directory = whole_model_of(directory)
        self._whole = _File(self.whole_directory / WEIGHTS_FILE)
        self._factors = _File(directory / ADAPTER_FILE) if adapter else None
        self.names = frozenset(self._whole.names)
        found = self._factors.names if self._factors else ()
        self.adapted = frozenset(name.removesuffix(".a") for name in found if name.endswith(".a"))
        self.whole_sha256 = adapter.base_sha256 if adapter else manifest.weights_sha256
        self.scale = adapter.scale if adapter else 1.0

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of a weight, without reading it."""
        return self._whole.shape(name)

    def __call__(self, name: str) -> Array:
        """A weight in KerasHub's shape. Raises `ModelError` if it is missing or damaged."""
        array = self._whole.read(name)
        if name not in self.adapted:
            return array
        a, b = self.factors(name)
        return array + (a @ b * np.float32(self.scale)).reshape(array.shape)

    def factors(self, path: str) -> tuple[Array, Array]:
        """The two factors of an adapted weight, `[inputs, rank]` and `[rank, outputs]`."""
        assert self._factors is not None
        return self._factors.read(f"{path}.a"), self._factors.read(f"{path}.b")


class _File:
    """A safetensors file, mapped; what is wrong with it is told to the writer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file: Any = safe_open(path, framework="numpy")
        except (OSError, SafetensorError) as problem:
            raise self._damaged() from problem

    @property
    def names(self) -> list[str]:
        return list(self._file.keys())

    def shape(self, name: str) -> tuple[int, ...]:
        return tuple(self._file.get_slice(name).get_shape())

    def read(self, name: str) -> Array:
        try:
            array: Array = self._file.get_tensor(name)
        except SafetensorError as problem:
            raise self._damaged() from problem
        array = array.astype(np.float32, copy=False)
        if not np.isfinite(array).all():  # a training that ran away leaves such
            raise self._damaged()
        return array

    def _damaged(self) -> ModelError:
        again = "train" if self._path.name == ADAPTER_FILE else "add"
        return ModelError(
            Sentence(
                "The weights of the model in {name} are missing or damaged. Remove the model and {again} it again.",
                name=self._path.parent.name,
                again=again,
            )
        )
