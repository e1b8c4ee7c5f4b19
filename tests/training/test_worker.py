"""The process that trains: followed, asked, killed, and resumed."""

from __future__ import annotations

import os
import random
import signal
import subprocess

import numpy as np
import pytest
from tests.helpers.processes import NO_NETWORK
from tests.training.conftest import Desk

from ownhand.core.errors import BadInputError
from ownhand.models.tensors import ModelTensors
from ownhand.training.events import (
    ModelKept,
    ReportWritten,
    RunEnded,
    SampleWritten,
    StepDone,
    from_line,
    to_line,
)
from ownhand.training.report.report import read_report
from ownhand.training.runs import RunStore
from ownhand.training.worker import is_want_of_memory


@pytest.fixture
def runs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> RunStore:
    path = os.pathsep.join(filter(None, [str(NO_NETWORK), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    return RunStore(desk.folder)


def lines(process: subprocess.Popen[str]) -> list[str]:
    told, _ = process.communicate(timeout=120)
    return told.splitlines()


def test_worker_tells_its_events_and_ends_with_a_model(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec())
    assert run.status == "waiting"
    events = [from_line(line) for line in lines(runs.start(run.id, desk.models, "tensorflow"))]
    assert isinstance(events[-1], RunEnded)
    assert list(runs.events(run.id)) == events
    after = runs.open(run.id)
    assert (after.status, after.step, after.model) == ("finished", 8, "mine")
    assert [found.id for found in runs.list()] == [run.id]
    with pytest.raises(BadInputError, match="is over"):
        runs.start(run.id, desk.models, "tensorflow")


def test_killed_worker_is_resumed_to_the_very_same_weights(desk: Desk, runs: RunStore) -> None:
    spec = desk.spec(steps=40, checkpoint_minutes=1e-9)
    whole = runs.create(spec)
    lines(runs.start(whole.id, desk.models, "tensorflow"))
    broken = runs.create(spec)
    chance = random.Random(4)
    for _ in range(5):
        process = runs.start(broken.id, desk.models, "tensorflow")
        assert process.stdout is not None
        wanted = chance.randrange(1, 6)
        for line in process.stdout:
            wanted -= isinstance(from_line(line), StepDone)
            if wanted <= 0:
                break
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert runs.open(broken.id).status == "interrupted"
    lines(runs.start(broken.id, desk.models, "tensorflow"))
    assert runs.open(broken.id).status == "finished"
    tensors = [ModelTensors(desk.models / runs.open(run.id).model) for run in (whole, broken)]
    assert whole.folder != broken.folder
    for name in tensors[0].names:
        assert np.array_equal(tensors[0](name), tensors[1](name)), name
    assert sum(isinstance(e, StepDone) for e in runs.events(broken.id)) >= 40


def test_run_can_be_asked_to_pause_by_whoever_opens_it(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec(steps=100_000))
    process = runs.start(run.id, desk.models, "tensorflow")
    other = RunStore(desk.folder)
    with pytest.raises(BadInputError, match="running already"):  # from the first moment on
        other.start(run.id, desk.models, "tensorflow")
    assert process.stdout is not None
    for line in process.stdout:
        if isinstance(from_line(line), StepDone):
            break
    assert other.open(run.id).status == "running"
    other.ask(run.id, "pause")
    process.communicate(timeout=60)
    assert other.open(run.id).status == "paused"
    with pytest.raises(BadInputError, match="does not run"):
        other.ask(run.id, "stop")


def test_worker_goes_on_when_nobody_listens(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec(steps=30))
    process = runs.start(run.id, desk.models, "tensorflow")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=120) == 0
    assert runs.open(run.id).status == "finished"


def test_failure_is_told_in_words(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec(data=str(desk.folder / "none")))
    lines(runs.start(run.id, desk.models, "tensorflow"))
    after = runs.open(run.id)
    assert after.status == "failed"
    assert "anew from your folders" in after.message


@pytest.mark.parametrize(
    ("problem", "want"),
    [
        (MemoryError(), True),
        (RuntimeError("RESOURCE_EXHAUSTED: Out of memory while trying to allocate"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("INVALID_ARGUMENT: shapes do not match"), False),
    ],
)
def test_want_of_memory_is_known_whoever_says_it(problem: Exception, want: bool) -> None:
    assert is_want_of_memory(problem) == want


def test_wrong_spec_is_refused_with_every_reason(desk: Desk, runs: RunStore) -> None:
    with pytest.raises(BadInputError, match=r"rate.*method.*steps"):
        runs.create(desk.spec(steps=0, rate=-1.0, method="magic"))
    assert runs.list() == ()


@pytest.mark.parametrize("name", ["none", "../etc", ""])
def test_unknown_run_is_refused(runs: RunStore, name: str) -> None:
    with pytest.raises(BadInputError, match="no run"):
        runs.open(name)


def test_report_follows_the_model_and_survives_a_kill(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec(report=True))
    process = runs.start(run.id, desk.models, "tensorflow")
    assert process.stdout is not None
    for line in process.stdout:
        if isinstance(from_line(line), ModelKept):
            break
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    killed = runs.open(run.id)
    assert (killed.status, killed.model) == ("interrupted", "mine")
    events = [from_line(line) for line in lines(runs.start(run.id, desk.models, "tensorflow"))]
    assert not any(isinstance(event, StepDone | ModelKept) for event in events)
    assert isinstance(events[-2], ReportWritten)
    assert (runs.open(run.id).status, runs.open(run.id).model) == ("finished", "mine")
    report = read_report(run.folder)
    assert report is not None
    assert report.held_out is not None
    assert (run.folder / "report.html").is_file()
    assert [path.name for path in desk.models.iterdir() if path.name.startswith("mine")] == ["mine"]


def test_report_can_be_left_out_while_it_is_made(desk: Desk, runs: RunStore) -> None:
    for _attempt in range(4):  # the report of so small a model may be there before the wish
        run = runs.create(desk.spec(report=True))
        process = runs.start(run.id, desk.models, "tensorflow")
        assert process.stdout is not None
        for line in process.stdout:
            if isinstance(from_line(line), ModelKept):
                runs.ask(run.id, "stop")
                break
        lines(process)
        after = runs.open(run.id)
        if read_report(run.folder) is None:
            break
    assert (after.status, after.model[:4]) == ("finished", "mine")
    assert "left out" in after.message
    assert read_report(run.folder) is None


def test_strange_line_ends_in_a_sample_tear_nothing(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec())
    sample = SampleWritten(1, "Greedy", "", "a\u2028b\x85c\n")
    (run.folder / "events.jsonl").write_text(to_line(sample) + "\n", encoding="utf-8")
    assert list(runs.events(run.id)) == [sample]


def test_torn_line_does_not_spoil_the_next(desk: Desk, runs: RunStore) -> None:
    run = runs.create(desk.spec(steps=1))
    (run.folder / "events.jsonl").write_text('{"event": "st', encoding="utf-8")
    told = lines(runs.start(run.id, desk.models, "tensorflow"))
    assert len(list(runs.events(run.id))) == len(told)


def test_removed_run_takes_its_texts_along_unless_another_needs_them(desk: Desk) -> None:
    runs = RunStore(desk.folder)
    packed = desk.folder.parent / "packed" / "today"
    (packed / "data").mkdir(parents=True)
    first, second = (runs.create(desk.spec(data=str(packed / "data"))) for _ in range(2))
    runs.remove(first.id)
    assert [run.id for run in runs.list()] == [second.id]
    assert packed.is_dir()
    runs.remove(second.id)
    assert not packed.exists()
    assert list(desk.folder.iterdir()) == []
    assert desk.data.is_dir()
