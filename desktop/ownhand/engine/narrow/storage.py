"""Packed weights on disk, so that a model is packed once and mapped from then on."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ownhand.core import atomic
from ownhand.engine.narrow.microkernel import LANES, SHAPE
from ownhand.engine.narrow.weights import PackedWeights, Sink

log = logging.getLogger(__name__)

_FORMAT = 1  # of the files; another one is packed anew
_KEPT = 4  # models whose packed weights stay on disk
_DATA, _TABLES = "data.bin", "tables.npz"

Pack = Callable[[Sink], PackedWeights]


def stored_weights(folder: Path, digest: str, pack: Pack) -> PackedWeights:
    """The packed weights of a model: mapped from the disk, or packed and kept there.

    Without room or permission to keep them they are packed for this time alone.

    Args:
        folder: Where packed weights are kept; those longest unused go.
        digest: SHA-256 of the weights.
        pack: Packs them, and writes them to a sink meanwhile.
    """
    home = folder / f"{digest[:32]}-{LANES}{SHAPE.dots}-{_FORMAT}"
    found = _mapped(home)
    if found is None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with atomic.staged_directory(home) as staging:
                _write(staging, pack)
            found = _mapped(home)
        except OSError as problem:
            log.warning("The packed weights cannot be kept in %s: %s", folder, problem)
    if found is None:
        return packed_in_memory(pack)
    _drop_unused(folder, home)
    return found


def packed_in_memory(pack: Pack) -> PackedWeights:
    """Packed weights that are not kept."""
    pieces: list[npt.NDArray[np.uint8]] = []
    packed = pack(pieces.append)
    return packed.with_data(np.concatenate(pieces))


def _write(staging: Path, pack: Pack) -> None:
    with (staging / _DATA).open("wb") as file:
        packed = pack(lambda piece: file.write(piece.data))
        file.flush()
        os.fsync(file.fileno())
    np.savez(staging / _TABLES, **packed.tables())


def _mapped(home: Path) -> PackedWeights | None:
    try:
        # Opened here, since NumPy leaves a file open that it cannot make sense of.
        with (home / _TABLES).open("rb") as file, np.load(file, allow_pickle=False) as tables:
            packed = PackedWeights.from_tables({name: tables[name] for name in tables.files})
        data = np.memmap(home / _DATA, np.uint8, mode="r")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as problem:
        log.warning("The packed weights in %s are damaged: %s", home, problem)
        return None
    if len(data) != packed.size:
        log.warning("The packed weights in %s are cut off", home)
        return None
    with contextlib.suppress(OSError):  # what cannot be written can be read all the same
        os.utime(home)
    return packed.with_data(data)


def _drop_unused(folder: Path, used: Path) -> None:
    """Delete all but the latest; one that is mapped elsewhere stays readable there, or stays."""
    others = [path for path in folder.iterdir() if path != used and path.is_dir()]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[_KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
