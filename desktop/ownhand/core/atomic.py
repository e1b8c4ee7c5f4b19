"""Writes that are whole or not there: temp file beside the target, fsync, rename."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.words import Sentence


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the content of a file so that a crash leaves the old or the new, never a mixture.

    Follows symbolic links (the link stays, its target is replaced) and keeps the file's permissions.

    Raises:
        OSError: If the folder is missing, read-only or full; the old content is untouched.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(Sentence("{target} is read-only", target=target))
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_directory(target.parent)


def write_text(path: Path, text: str) -> None:
    """Like `write_bytes`, for UTF-8 text with line endings as they are."""
    write_bytes(path, text.encode("utf-8"))


def sync_directory(directory: Path) -> None:
    """Make a rename in `directory` survive a power cut, where the system can.

    Windows cannot open a directory for it, and some network drives refuse: the rename stands anyway.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def staged_directory(final: Path) -> Iterator[Path]:
    """A new empty directory that becomes `final` when the block ends well, and vanishes otherwise.

    `final` is replaced if it is there. Staging directories begin with "." so that listings skip them.

    Raises:
        OSError: As the file system says; `final` is then as it was.
    """
    final.parent.mkdir(parents=True, exist_ok=True)
    staging = final.parent / f".{final.name}.{secrets.token_hex(4)}.staging"
    staging.mkdir()
    try:
        yield staging
        for file in staging.rglob("*"):
            if file.is_file():
                with open(file, "r+b") as handle:  # Windows syncs no file that is only read
                    os.fsync(handle.fileno())
        old = final.with_name(f".{final.name}.{secrets.token_hex(4)}.old")
        if final.exists():
            os.replace(final, old)
        try:
            os.replace(staging, final)
        except BaseException:
            if old.exists():
                os.replace(old, final)
            raise
        sync_directory(final.parent)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
