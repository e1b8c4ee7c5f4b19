"""A write is whole or not there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from ownhand.core import atomic


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_write_replaces_the_content(tmp_path: Path) -> None:
    path = tmp_path / "ein Text 🖋.txt"
    atomic.write_text(path, "old")
    atomic.write_text(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert leftovers(tmp_path) == []


def test_write_makes_missing_folders(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a" / "b" / "c.txt", "x")
    assert (tmp_path / "a" / "b" / "c.txt").read_text() == "x"


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_failed_write_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(OSError, match="No space"):
        atomic.write_text(path, "new")
    assert path.read_text() == "old"
    assert leftovers(tmp_path) == []


def test_write_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    atomic.write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_write_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")
    path.chmod(0o640)
    atomic.write_text(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("old")
    # root may write anything, so the system's answer is given here
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError, match="read-only"):
        atomic.write_text(path, "new")
    assert path.read_text() == "old"


def test_staged_directory_appears_whole(tmp_path: Path) -> None:
    final = tmp_path / "model"
    with atomic.staged_directory(final) as staging:
        (staging / "part").write_text("1")
        assert not final.exists()
    assert (final / "part").read_text() == "1"
    assert leftovers(tmp_path) == []


def test_staged_directory_replaces_the_old_one(tmp_path: Path) -> None:
    final = tmp_path / "model"
    for content in ("old", "new"):
        with atomic.staged_directory(final) as staging:
            (staging / content).write_text(content)
    assert [path.name for path in final.iterdir()] == ["new"]
    assert leftovers(tmp_path) == []


def test_failed_staging_keeps_the_old_directory(tmp_path: Path) -> None:
    final = tmp_path / "model"
    final.mkdir()
    (final / "old").write_text("old")

    def stop_half_way() -> None:
        with atomic.staged_directory(final) as staging:
            (staging / "half").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_half_way()
    assert [path.name for path in final.iterdir()] == ["old"]
    assert leftovers(tmp_path) == []


def test_write_is_done_where_folders_cannot_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some network drives: by then the file is there, and the writer is told no lie."""
    sync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    atomic.write_text(tmp_path / "text.txt", "new")
    assert (tmp_path / "text.txt").read_text() == "new"


@pytest.mark.skipif(os.name == "nt", reason="asks the descriptor in the way of POSIX")
def test_staged_files_are_synced_as_windows_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    sync = os.fsync

    def strict(descriptor: int) -> None:
        """Windows refuses to sync a file that is open for reading only."""
        read_only = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY
        if read_only and not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, "Bad file descriptor")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", strict)
    with atomic.staged_directory(tmp_path / "model") as staging:
        (staging / "a").write_text("x")
    assert (tmp_path / "model" / "a").read_text() == "x"
