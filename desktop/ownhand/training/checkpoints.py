"""Checkpoints: one safetensors file each, whole or not there, the last K and the best kept."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from ownhand.core import atomic
from ownhand.engine.architecture import Array

log = logging.getLogger(__name__)

_NAME = re.compile(r"step-(\d+)\.safetensors")


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """The checkpoints of one run.

    Attributes:
        folder: Where they lie.
        keep: How many of the last are kept.
    """

    folder: Path
    keep: int = 2

    def write(self, step: int, state: dict[str, Array]) -> Path:
        """Write the state after a step, then delete what is too old.

        Raises:
            OSError: If the disk is full or cannot be written; older checkpoints are untouched.
        """
        path = self.folder / f"step-{step:08d}.safetensors"
        arrays = {name: np.ascontiguousarray(array) for name, array in state.items()}
        atomic.write_bytes(path, save(arrays, metadata={"step": str(step)}))
        for old in self._all()[: -self.keep]:
            old.unlink(missing_ok=True)
        return path

    def latest(self) -> tuple[int, dict[str, Array]] | None:
        """The newest checkpoint that can be read, with its step; a damaged one is passed over."""
        for path in reversed(self._all()):
            match = _NAME.fullmatch(path.name)
            try:
                return int(match[1]) if match else 0, load(path.read_bytes())
            except (OSError, SafetensorError) as problem:
                log.warning("The checkpoint %s cannot be read: %s", path.name, problem)
        return None

    def _all(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if _NAME.fullmatch(path.name))
