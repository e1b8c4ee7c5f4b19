"""A contender's process, with peers that are real scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.fake_peers import fake_peer

from ownhand.bench.worker_process import ContenderFailed, ContenderGone, WorkerProcess


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[WorkerProcess]:
    process = WorkerProcess(fake_peer(tmp_path, "peer"), threads=3)
    yield process
    process.close()


def test_it_obeys_although_its_library_prints(worker: WorkerProcess) -> None:
    assert worker.ask("load", gguf="model.gguf")["version"] == "1.0"
    assert worker.ask("prefill", ids=[1] * 50)["seconds"] == pytest.approx(0.5)
    assert {"load", "decode", "prefill", "die"} <= worker.can
    assert not any(name.startswith("_") for name in worker.can)
    assert worker.memory_gb() > 0


def test_it_is_told_how_many_threads_to_use(worker: WorkerProcess) -> None:
    assert worker.ask("load")["threads"] == "3"


def test_it_goes_on_after_a_command_that_failed(worker: WorkerProcess) -> None:
    worker.ask("load")
    with pytest.raises(ContenderFailed, match="ArithmeticError: too much"):
        worker.ask("fail")
    with pytest.raises(ContenderFailed, match="cannot fly"):
        worker.ask("fly")
    assert worker.ask("prefill", ids=[1])["seconds"] > 0


def test_its_last_words_are_quoted_when_it_dies(worker: WorkerProcess) -> None:
    with pytest.raises(ContenderGone, match="bad_alloc: no memory left"):
        worker.ask("die")


def test_a_peer_whose_library_is_missing_says_so(tmp_path: Path) -> None:
    command = fake_peer(tmp_path, "peer")
    Path(command[-1]).write_text("import no_such_library\n", encoding="utf-8")
    with pytest.raises(ContenderGone, match="no_such_library"):
        WorkerProcess(command, threads=1)


def test_an_interpreter_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "python")
    with pytest.raises(ContenderGone, match=missing):
        WorkerProcess([missing, "worker.py"], threads=1)


def test_another_python_does_not_find_the_packages_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    command = fake_peer(tmp_path, "peer")
    script = Path(command[-1])
    script.write_text("import only_here\n" + script.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(ContenderGone, match="only_here"):
        WorkerProcess(command, threads=1)
