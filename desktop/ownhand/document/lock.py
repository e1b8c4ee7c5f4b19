"""A lock file that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)


class FileLock:
    """At most one holder per file, between processes and within one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Try to take the lock, without waiting.

        Returns:
            Whether it is held now. True also where the file system knows no locks: then two
            programs at once cannot tell each other apart.

        Raises:
            OSError: If the file cannot be made.
        """
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except OSError as problem:
            log.info("No locks on this file system (%s): %s", problem, self._path)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go and remove the file. Does nothing if the lock is not held."""
        if self._descriptor is None:
            return
        if (
            sys.platform != "win32"
        ):  # Windows cannot remove an open file; elsewhere the order closes a gap
            with contextlib.suppress(OSError):
                self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()
