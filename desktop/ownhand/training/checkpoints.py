"""Checkpoints: one safetensors file each, whole or not there; the last K and the best are kept."""

from __future__ import annotations

import errno
import logging
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError
from safetensors.numpy import load_file

from ownhand.core import atomic
from ownhand.core.errors import ModelError
from ownhand.engine.architecture import Array
from ownhand.models.layout import Shapes
from ownhand.models.weights_file import WeightsWriter

log = logging.getLogger(__name__)

_NAME = re.compile(r"step-(\d+)\.safetensors")
_BEST = re.compile(r"best-(\d+)\.safetensors")

Tensors = Iterable[tuple[str, Array]]


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """The checkpoints of one run.

    Attributes:
        folder: Where they lie.
        keep: How many of the last are kept.
    """

    folder: Path
    keep: int = 2

    def write(self, step: int, shapes: Shapes, tensors: Tensors) -> Path:
        """Write the state after a step, one tensor in memory at a time, then delete what is too old.

        Raises:
            OSError: If the disk is full or cannot be written; older checkpoints are untouched.
        """
        path = self.folder / f"step-{step:08d}.safetensors"
        self._write(path, shapes, tensors)
        for old in self._all(_NAME)[: -self.keep]:
            old.unlink(missing_ok=True)
        # An older best goes only now: a run that is killed before this goes on from before the newer one.
        passed = [best for best in self._all(_BEST) if _step(best) <= step]
        for old in passed[:-1]:
            old.unlink(missing_ok=True)
        return path

    def write_best(self, step: int, values: Mapping[str, Array]) -> None:
        """Keep the parameters of the step with the lowest held-out loss; the next `write` deletes an older one.

        Raises:
            OSError: As `write`.
        """
        path = self.folder / f"best-{step:08d}.safetensors"
        self._write(path, {name: array.shape for name, array in values.items()}, values.items())

    def latest(self) -> tuple[int, dict[str, Array]] | None:
        """The newest checkpoint that can be read, with its step; a damaged one is passed over."""
        for path in reversed(self._all(_NAME)):
            if (state := _read(path)) is not None:
                return _step(path), state
        return None

    def best(self, step: int) -> dict[str, Array] | None:
        """The parameters kept for that step, or None if they are of another one or damaged."""
        path = self.folder / f"best-{step:08d}.safetensors"
        return _read(path) if path.is_file() else None

    def _write(self, path: Path, shapes: Shapes, tensors: Tensors) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.tmp")
        temporary.unlink(missing_ok=True)  # of a run that was killed while it wrote
        try:
            with WeightsWriter(temporary, shapes) as writer:
                for name, array in tensors:
                    writer.write(name, array)
            os.replace(temporary, path)
        except ModelError as problem:  # its words are about importing a model
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from problem
        finally:
            temporary.unlink(missing_ok=True)
        atomic.sync_directory(self.folder)

    def _all(self, pattern: re.Pattern[str]) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if pattern.fullmatch(path.name))


def _step(path: Path) -> int:
    return int(path.stem.partition("-")[2])


def _read(path: Path) -> dict[str, Array] | None:
    try:
        state: dict[str, Array] = load_file(path)
    except (OSError, SafetensorError) as problem:
        log.warning("The checkpoint %s cannot be read: %s", path.name, problem)
        return None
    return state
