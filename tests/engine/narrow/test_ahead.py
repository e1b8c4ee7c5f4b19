"""The kernel is compiled in a process of its own, whole or not at all."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import numba
import pytest
from tests.helpers.processes import run_ownhand

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.engine.narrow import ahead
from ownhand.engine.narrow.ahead import compile_ahead, compiled_folder, is_compiled
from ownhand.engine.narrow.jit import OPTIONS, keep_compiled_in

NAME = "0123456789abcdef"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for compiled code."""
    folder = tmp_path / "kernels" / NAME
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(folder))
    monkeypatch.setitem(OPTIONS, "cache", True)
    return folder


def compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script in the place of the process that compiles."""
    program = tmp_path / "python"
    program.write_text(f"#!{sys.executable}\nimport os, time\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


def test_what_was_compiled_ahead_is_all_that_a_model_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_compiled_in(None)  # as `conftest` said
    list(compile_ahead(CancelToken()))
    if not is_compiled():
        pytest.skip("compiled code cannot be kept here")
    code = (
        "from ownhand.engine.narrow import ahead\n"
        "from ownhand.engine.narrow.jit import keep_compiled_in\n"
        "keep_compiled_in(None)\n"
        "assert ahead.is_compiled()\n"
        "ahead._compile_all()\n"
    )
    monkeypatch.setenv("NUMBA_DEBUG_CACHE", "1")
    done = run_ownhand(tmp_path, code=code)
    assert done.returncode == 0, done.stderr
    assert "data loaded" in done.stdout
    assert "data saved" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_a_folder_counts_once_it_is_complete(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    (folder / "half").touch()  # what was compiled in passing
    compiler(tmp_path, monkeypatch, "open(os.environ['NUMBA_CACHE_DIR'] + '/made', 'w').close()")
    assert not is_compiled()
    assert len(list(compile_ahead(CancelToken()))) == 1
    assert is_compiled()
    assert (folder / "made").exists()
    assert not (folder / "half").exists()
    assert not list(compile_ahead(CancelToken()))
    monkeypatch.setattr(ahead, "_sources", lambda: "of another installation")
    assert not is_compiled()


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_cancelling_ends_the_process_and_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pid"
    script = f"open({str(note) + '.new'!r}, 'w').write(str(os.getpid()))\n"
    script += f"os.replace({str(note) + '.new'!r}, {str(note)!r})\ntime.sleep(300)"
    compiler(tmp_path, monkeypatch, script)
    cancel = CancelToken()

    def cancel_once_it_runs() -> None:
        while not note.exists():
            pass
        cancel.cancel()

    watch = threading.Thread(target=cancel_once_it_runs)
    watch.start()
    with pytest.raises(Cancelled):
        list(compile_ahead(cancel))
    watch.join()
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)
    assert not list(folder.parent.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_a_process_that_fails_stops_nobody(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    compiler(tmp_path, monkeypatch, "raise SystemExit(3)")
    list(compile_ahead(CancelToken()))
    assert not is_compiled()
    assert "not compiled ahead" in caplog.text


def test_nothing_is_compiled_ahead_where_it_could_not_be_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(OPTIONS, "cache", False)
    assert compiled_folder() is None
    assert not list(compile_ahead(CancelToken()))


def test_old_folders_go_and_what_is_not_ours_stays(folder: Path) -> None:
    others = [folder.with_name(f"{number:016x}") for number in range(6)]
    staging = folder.with_name(f".{NAME}.00aa.staging")
    mine = folder.with_name("my other programs")
    for age, path in enumerate([*others, staging, mine, folder]):
        path.mkdir(parents=True)
        os.utime(path, (1e9 - age, 1e9 - age))
    (folder / "complete").write_text(ahead._sources())
    list(compile_ahead(CancelToken()))
    left = {path.name for path in folder.parent.iterdir()}
    assert left == {folder.name, mine.name, *(path.name for path in others[:3])}


def test_a_folder_of_another_name_is_never_replaced(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    (tmp_path / "mine").write_text("kept")
    assert compiled_folder() is None
    assert not list(compile_ahead(CancelToken()))
    assert (tmp_path / "mine").read_text() == "kept"
