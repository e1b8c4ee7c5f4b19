"""A lock file that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from pathlib import Path

from ownhand.document.digests import place_name

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)


def document_lock(folder: Path, path: Path) -> FileLock:
    """The lock of whoever may write to a document.

    Args:
        folder: Where such locks lie, in the data directory: nothing is put beside the document.
        path: The document; symbolic links are followed.
    """
    return FileLock(folder / f"{place_name(path)}.lock")


class FileLock:
    """At most one holder per file, between processes and within one.

    Attributes:
        path: The lock file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Try to take the lock, without waiting.

        Returns:
            Whether it is held now. True also where the file system knows no locks: then two
            programs at once cannot tell each other apart.

        Raises:
            OSError: If the file cannot be made.
        """
        while self._descriptor is None:
            if not self._try():
                return False
        return True

    def _try(self) -> bool:
        """Lock the file that is there; False if another holds it."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except OSError as problem:
            log.info("No locks on this file system (%s): %s", problem, self.path)
        if _is_at(self.path, descriptor):
            self._descriptor = descriptor
        else:  # its holder removed it between the two steps; this lock would keep nobody out
            os.close(descriptor)
        return True

    def release(self) -> None:
        """Let go and remove the file. Does nothing if the lock is not held."""
        if self._descriptor is None:
            return
        if (
            sys.platform != "win32"
        ):  # Windows cannot remove an open file; elsewhere the order closes a gap
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def _is_at(path: Path, descriptor: int) -> bool:
    """Whether an open file is still the one of that name."""
    if sys.platform == "win32":  # an open file cannot be removed there
        return True
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
