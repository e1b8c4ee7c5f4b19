"""One writer at a time in the model store, also across processes."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.errors import ModelError

_LOCK_FILE = ".lock"


@contextlib.contextmanager
def store_lock(root: Path) -> Iterator[None]:
    """Hold the store for the length of the block; the system lets go when a process dies.

    Raises:
        ModelError: If another process holds it.
    """
    with open(root / _LOCK_FILE, "a+b") as file:
        try:
            _take(file.fileno())
        except OSError as problem:
            raise ModelError(
                "Another Ownhand is adding or removing a model just now. Wait until it is done and try again."
            ) from problem
        try:
            yield
        finally:
            _give(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _give(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
