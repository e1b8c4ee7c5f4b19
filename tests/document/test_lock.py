import os
import subprocess
import sys
from pathlib import Path

import pytest

from ownhand.document.lock import FileLock, document_lock

HOLDER = """
import sys, time
from pathlib import Path
from ownhand.document.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
time.sleep(60)
"""


def test_only_one_holds_a_lock(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "x.lock"), FileLock(tmp_path / "x.lock")
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    assert not FileLock(path).acquire()
    process.kill()
    process.wait()
    process.stdout.close()
    lock = FileLock(path)
    assert lock.acquire()
    lock.release()


def test_lock_that_its_holder_removed_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (FileLock(tmp_path / "a.lock") for _ in range(3))
    assert first.acquire()
    real = os.open
    opened: list[int] = []

    def open_late(path: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(path, flags, mode)
        opened.append(descriptor)
        if len(opened) == 1:
            first.release()  # removes the file that was just opened
        return descriptor

    monkeypatch.setattr(os, "open", open_late)
    assert second.acquire()

    assert not third.acquire()  # it would be, had the second locked a file that is gone
    second.release()


def test_documents_have_locks_of_their_own_whatever_way_leads_to_them(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "link.txt"
    file.touch()
    link.symlink_to(file)

    assert document_lock(tmp_path, file).path == document_lock(tmp_path, link).path
    assert document_lock(tmp_path, file).path != document_lock(tmp_path, tmp_path / "b").path
