"""How Numba compiles the kernel: without the interpreter's lock, kept on disk between starts."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import llvmlite
import numba
from numba import njit
from numba.extending import intrinsic

from ownhand.engine.narrow.host import host_features

_ROOM = 64 * 1024 * 1024  # bytes that compiled code may take, with some to spare

Number = Any
"""An int or float, in code that Numba compiles."""

Function = TypeVar("Function", bound=Callable[..., Any])

OPTIONS: dict[str, Any] = {"nogil": True, "cache": True, "boundscheck": False, "error_model": "numpy"}  # fmt: skip


def kernel(function: Function) -> Function:
    """Compile; every addition keeps its place."""
    made: Function = njit(**OPTIONS, fastmath={"contract"})(function)
    return made


def loose(function: Function) -> Function:
    """Compile; the sums of a loop may be taken in the order that suits the processor, the same each
    time. Infinities keep their meaning."""
    made: Function = njit(**OPTIONS, fastmath={"contract", "reassoc", "nsz"})(function)
    return made


def careless(function: Function) -> Function:
    """Compile; like `loose`, and nothing is promised of what is not a number. Without this a maximum
    does not become vector instructions."""
    made: Function = njit(**OPTIONS, fastmath={"contract", "reassoc", "nsz", "nnan"})(function)
    return made


def instructions(function: Callable[..., Any]) -> Any:
    """Make a function that tells what LLVM instructions to write, of what compiled code may call."""
    return intrinsic(function)


def keep_compiled_in(folder: Path | None) -> None:
    """Say where compiled code is kept; with None, or where nothing can be written, it is not. Call it
    before a module with kernels is imported; the variable NUMBA_CACHE_DIR wins.

    The folder's name follows from these sources, from Numba and from the processor: Numba itself looks
    only at the file of the outermost function, which may stay while another one changes.
    """
    folder = Path(numba.config.CACHE_DIR) if numba.config.CACHE_DIR else folder
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    digest.update(f"{numba.__version__} {llvmlite.__version__} {host_features()}".encode())
    name = digest.hexdigest()[:16]
    if folder is None or not _is_writable(folder):
        OPTIONS["cache"] = False
    elif folder.name != name:  # said before
        numba.config.CACHE_DIR = str(folder / name)


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > _ROOM
    except OSError:
        return False
