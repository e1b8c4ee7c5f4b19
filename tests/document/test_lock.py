import subprocess
import sys
from pathlib import Path

from ownhand.document.lock import FileLock

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
