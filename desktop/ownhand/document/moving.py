"""Moves files and folders without ever replacing anything, also from one disk to another."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import secrets
import shutil
import sys
from pathlib import Path

from ownhand.core.atomic import sync_directory

log = logging.getLogger(__name__)


def move(source: Path, target: Path) -> None:
    """Move a file or folder to a name that is free; it is here or there, never in halves.

    A symbolic link is moved itself, not what it leads to. Between two file systems the copy is
    complete and on the disk before the original goes; a crash then leaves both.

    Args:
        source: What.
        target: Its new path; the folder around it is there.

    Raises:
        FileExistsError: If `target` is taken.
        OSError: As the system says; all is as it was.
    """
    try:
        if _differs_in_case_only(source, target):
            source.rename(target)
        else:
            _rename(source, target)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        _carry_over(source, target)
    for folder in {source.parent, target.parent}:
        sync_directory(folder)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files below a folder; what cannot be looked at counts nothing."""
    if path.is_symlink() or not path.is_dir():
        return _size(path)
    return sum(
        _size(Path(folder) / name) for folder, _folders, files in os.walk(path) for name in files
    )


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, for good.

    Raises:
        OSError: As the system says.
    """
    if path.is_symlink() or not path.is_dir():
        path.unlink()
    else:
        shutil.rmtree(path)


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def _differs_in_case_only(source: Path, target: Path) -> bool:
    """Whether both are names of one entry on a disk that does not tell capitals apart."""
    if source.parent != target.parent or source.name == target.name:
        return False
    same = source.name.casefold() == target.name.casefold()
    return same and target.exists() and source.samefile(target)


def _rename(source: Path, target: Path) -> None:
    if sys.platform == "win32":
        source.rename(target)  # refuses where there is something
        return
    # Elsewhere a rename replaces: an empty file or folder of our own holds the place until then.
    is_folder = source.is_dir() and not source.is_symlink()
    if is_folder:
        target.mkdir()
    else:
        source.lstat()  # no place is held for what is not there
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    try:
        source.rename(target)
    except BaseException:
        with contextlib.suppress(OSError):
            target.rmdir() if is_folder else target.unlink()
        raise


def _carry_over(source: Path, target: Path) -> None:
    mark = secrets.token_hex(4)
    copy = target.with_name(f".{target.name[:60]}.{mark}.tmp")
    aside = source.with_name(f".{source.name[:60]}.{mark}.moved")
    try:
        _copy(source, copy)
        _rename(copy, target)
    except BaseException:
        _try_to_remove(copy)
        raise
    try:
        source.rename(aside)  # all of it goes at once
    except BaseException:
        _try_to_remove(target)
        raise
    _try_to_remove(aside)


def _copy(source: Path, copy: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, copy, symlinks=True)
        files = [Path(folder) / name for folder, _, names in os.walk(copy) for name in names]
    else:
        shutil.copy2(source, copy, follow_symlinks=False)
        files = [copy]
    for file in files:
        if not file.is_symlink():
            _sync(file)


def _sync(file: Path) -> None:
    with contextlib.suppress(PermissionError), open(file, "r+b") as handle:  # read-only stays so
        os.fsync(handle.fileno())


def _try_to_remove(path: Path) -> None:
    try:
        if os.path.lexists(path):
            remove(path)
    except OSError as problem:
        log.warning("%s was left behind (%s).", path, problem)
