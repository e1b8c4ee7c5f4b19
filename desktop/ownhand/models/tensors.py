"""The weights of a model directory by name, whether it is a whole model or an adapter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from ownhand.core.errors import ModelError
from ownhand.models.adapter import ADAPTER_FILE, whole_model_of
from ownhand.models.layout import WEIGHTS_FILE
from ownhand.models.manifest import read_manifest

Array = npt.NDArray[np.float32]


class ModelTensors:
    """Gives weights one at a time, mapped from the disk; an adapter is added to what it changes.

    Attributes:
        names: All weights, by KerasHub variable path.
        adapted: Those that an adapter changes.
        whole_sha256: Digest of the whole weights, those of the base if this is an adapter.
        scale: By which the product of an adapter's factors is multiplied; 1 for a whole model.
    """

    def __init__(self, directory: Path) -> None:
        """Open the files.

        Raises:
            ModelError: If they are missing or damaged, or the model an adapter stands on is not here.
        """
        self._directory = directory
        self._whole = self._open(whole_model_of(directory) / WEIGHTS_FILE)
        self._factors: Any = None
        self.names = frozenset(self._whole.keys())
        self.adapted: frozenset[str] = frozenset()
        self.scale = 1.0
        manifest = read_manifest(directory)
        self.whole_sha256 = manifest.weights_sha256
        adapter = manifest.adapter
        if adapter is not None:
            self.whole_sha256 = adapter.base_sha256
            self._factors = self._open(directory / ADAPTER_FILE)
            factors: list[str] = self._factors.keys()
            self.adapted = frozenset(n.removesuffix(".a") for n in factors if n.endswith(".a"))
            self.scale = adapter.scale

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of a weight, without reading it."""
        return tuple(self._whole.get_slice(name).get_shape())

    def __call__(self, name: str) -> Array:
        """A weight in KerasHub's shape. Raises `ModelError` if it is missing or damaged."""
        array = self._get(self._whole, name)
        if name not in self.adapted:
            return array
        a, b = self.factors(name)
        return array + (a @ b * np.float32(self.scale)).reshape(array.shape)

    def factors(self, name: str) -> tuple[Array, Array]:
        """The two factors of an adapted weight, `[inputs, rank]` and `[rank, outputs]`."""
        return self._get(self._factors, f"{name}.a"), self._get(self._factors, f"{name}.b")

    def _open(self, path: Path) -> Any:
        try:
            return safe_open(path, framework="numpy")
        except (OSError, SafetensorError) as problem:
            raise self._damaged() from problem

    def _get(self, file: Any, name: str) -> Array:
        try:
            array: Array = file.get_tensor(name)
        except SafetensorError as problem:
            raise self._damaged() from problem
        return array.astype(np.float32, copy=False)

    def _damaged(self) -> ModelError:
        return ModelError(
            f"The weights of the model in {self._directory.name} are missing or damaged. Remove the model and add it again."
        )
