"""Compiles the kernel in a process of its own, which leaves it on the disk for this one.

Numba's compiler is Python. In this process it would take turns with the window for as long as it works,
and could not be stopped. `python -m ownhand.engine.narrow.ahead` is that other process; the variable
NUMBA_CACHE_DIR says where it leaves what it made.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numba
import numpy as np

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.engine.architecture import Architecture, Weights
from ownhand.engine.narrow.jit import OPTIONS

log = logging.getLogger(__name__)

_MARK = "complete"  # stands in a folder with all that these sources need
_OURS = re.compile(r"[0-9a-f]{16}|\.[0-9a-f]{16}\..+")  # beside them may lie what is not ours
_KEPT = 4  # folders: of other versions, other processors of a shared disk
_POLL_S = 0.1


def compiled_folder() -> Path | None:
    """Where compiled code is kept, once `jit.keep_compiled_in` was called; None where it is not kept."""
    folder = Path(numba.config.CACHE_DIR)
    # Numba forgets what it was told when its environment changes; no other folder may be replaced.
    return folder if OPTIONS["cache"] and _OURS.fullmatch(folder.name) else None


def is_compiled() -> bool:
    """Whether the whole kernel lies compiled on the disk."""
    folder = compiled_folder()
    try:
        return folder is not None and (folder / _MARK).read_text(encoding="utf-8") == _sources()
    except OSError:
        return False


def compile_ahead(cancel: CancelToken) -> Iterator[Stage]:
    """Have the kernel compiled where it is not yet; takes some twenty seconds.

    Where compiled code cannot be kept, or the other process fails, nothing is done: the kernel is then
    compiled by whoever uses it.

    Args:
        cancel: Looked at ten times a second; the other process is then ended, and what it made is dropped.

    Raises:
        Cancelled: Once asked to stop.
    """
    folder = compiled_folder()
    if folder is None:
        return
    if not is_compiled():
        yield Stage("Fitting Ownhand to this processor, once, for about half a minute")
        try:
            with atomic.staged_directory(folder) as staging:
                _compile_in(staging, cancel)
                (staging / _MARK).write_text(_sources(), encoding="utf-8")
        except (OSError, subprocess.SubprocessError) as problem:
            log.warning("The kernel was not compiled ahead: %s", problem)
            return
    _drop_unused(folder)


def _sources() -> str:
    """Where the sources lie and of when they are: Numba compiles anew what was put elsewhere or touched."""
    here = Path(__file__).parent
    stamps = [f"{file.name} {file.stat().st_mtime_ns}" for file in sorted(here.glob("*.py"))]
    return "\n".join([str(here), *stamps])


def _compile_in(staging: Path, cancel: CancelToken) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "ownhand.engine.narrow.ahead"],
        env={**os.environ, "NUMBA_CACHE_DIR": str(staging)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is for us
    )
    try:
        while process.poll() is None:
            cancel.raise_if_cancelled()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_S)
    finally:
        process.kill()
        process.wait()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)


def _drop_unused(folder: Path) -> None:
    """Delete all but the latest folders, and what a process that died left behind."""
    with contextlib.suppress(OSError):
        os.utime(folder)
        others = [p for p in folder.parent.iterdir() if p != folder and _OURS.fullmatch(p.name)]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in others[_KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)


def _compile_all() -> None:
    """Run and pack the smallest model there is, in each way."""
    from ownhand.engine.narrow.microkernel import SHAPE, Kind
    from ownhand.engine.narrow.product import product_address
    from ownhand.engine.narrow.runtime import make

    for kind in Kind:
        if SHAPE.dots or kind not in (Kind.DOT8, Kind.DOT4):  # LLVM ends the process over those
            product_address(kind)
    for narrow in (True, False):
        runtime = make(_SMALLEST, _no_weights, "", narrow, None)
        runtime.compile(runtime.new_cache(1, 1), 1, False)


_SMALLEST = Architecture(
    vocabulary=1, context=1, width=1, layers=1, heads=1, kv_heads=1, head_width=2, norm="rms",
    epsilon=1e-5, activation="relu", rope=True,
)  # fmt: skip


def _no_weights() -> Weights:
    def zeros(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return np.zeros(shape, np.float32)

    layer = {
        "qkv": zeros(1, 6), "out": zeros(2, 1), "up": zeros(1, 1), "down": zeros(1, 1),
        "norm1": zeros(1), "norm2": zeros(1),
    }  # fmt: skip
    embedding = zeros(1, 1)
    return Weights(embedding, embedding, None, zeros(1), [layer], zeros(1), None)


if __name__ == "__main__":
    _compile_all()
