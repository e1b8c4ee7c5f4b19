"""How Numba compiles the kernel: without the interpreter's lock, kept on disk between starts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import llvmlite
import numba
from numba import njit
from numba.core.codegen import get_host_cpu_features

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


def keep_compiled_in(folder: Path) -> None:
    """Say where compiled code is kept. Call it before a module with kernels is imported.

    The folder's name follows from these sources, from Numba and from the processor: Numba itself looks
    only at the file of the outermost function, which may stay while another one changes.
    """
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    digest.update(f"{numba.__version__} {llvmlite.__version__} {get_host_cpu_features()}".encode())
    numba.config.CACHE_DIR = str(folder / digest.hexdigest()[:16])
