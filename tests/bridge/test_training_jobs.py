"""Texts are read, a run is planned and started, and the window's process does none of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.tiny_models import TinyGguf

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import JobEnded, JobFailed, Stage
from ownhand.core.paths import Paths
from ownhand.corpus.clean import CleaningPreview
from ownhand.engine.lane import Lane, Work
from ownhand.models.store import DirectoryStore
from ownhand.training.inspection import Inspection
from ownhand.training.planning import Plan
from ownhand.training.runs import RunStore
from ownhand.training.spec import TrainingSpec

TIMEOUT_MS = 120_000


class Listener:
    """Submits jobs and keeps what they tell."""

    def __init__(self, bot: QtBot, bridge: LaneBridge) -> None:
        self._bot = bot
        self._bridge = bridge
        self.stages: list[Stage] = []
        self.values: list[object] = []
        self.failures: list[JobFailed] = []
        self.ends: list[JobEnded] = []
        bridge.stage_changed.connect(lambda _job, stage: self.stages.append(stage))
        bridge.outcome_arrived.connect(lambda _job, value: self.values.append(value))
        bridge.failed.connect(lambda _job, failure: self.failures.append(failure))
        bridge.job_ended.connect(lambda _job, ended: self.ends.append(ended))

    def run(self, work: Work) -> object:
        """Have it done; its last outcome, or None."""
        self.values.clear()
        self._bridge.submit(work)
        self._bot.waitUntil(lambda: self._bridge.idle, timeout=TIMEOUT_MS)
        return self.values[-1] if self.values else None


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / "home" / name for name in ("data", "config", "cache", "logs")))


@pytest.fixture
def jobs(paths: Paths) -> Iterator[TrainingJobs]:
    jobs = TrainingJobs(paths, lambda: "tensorflow")
    yield jobs
    jobs.close()


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[LaneBridge]:
    bridge = LaneBridge(Lane("training-lane"))
    yield bridge
    assert bridge.close(10.0)


@pytest.fixture
def listener(qtbot: QtBot, bridge: LaneBridge) -> Listener:
    return Listener(qtbot, bridge)


@pytest.fixture
def spec(tmp_path: Path) -> TrainingSpec:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(3):
        text = " ".join(f"Day {number} brought word {n} of the harbour." for n in range(300))
        (folder / f"day{number}.txt").write_text(text)
    return TrainingSpec(folders=(str(folder),))


def readers() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children()
        if "ownhand.training.reader" in " ".join(child.cmdline())
    ]


def test_inspecting_then_another_cleaning_asks_the_same_reader(
    jobs: TrainingJobs, listener: Listener, spec: TrainingSpec
) -> None:
    seen = listener.run(jobs.inspecting(spec))
    assert isinstance(seen, Inspection)
    assert len(seen.files) == 3
    assert "Reading day0.txt" in [stage.label for stage in listener.stages]
    (reader,) = readers()

    shown = listener.run(jobs.previewing(replace(spec, lower_case=True)))

    assert isinstance(shown, CleaningPreview)
    assert shown.changes[0].after.startswith("day 0")
    assert readers() == [reader]


def test_letting_go_ends_the_reader_and_the_next_cleaning_reads_again(
    jobs: TrainingJobs, listener: Listener, spec: TrainingSpec
) -> None:
    listener.run(jobs.inspecting(spec))
    listener.run(jobs.letting_go())
    assert readers() == []

    shown = listener.run(jobs.previewing(spec))

    assert isinstance(shown, CleaningPreview)
    assert shown.documents_before == 3


def test_refusal_is_told_with_its_kind(
    jobs: TrainingJobs, listener: Listener, tmp_path: Path
) -> None:
    assert listener.run(jobs.inspecting(TrainingSpec(folders=(str(tmp_path / "none"),)))) is None

    (failure,) = listener.failures
    assert failure.kind == "BadInputError"
    assert "Choose folders" in failure.message


def test_cancelled_inspection_leaves_no_reader(
    jobs: TrainingJobs, bridge: LaneBridge, listener: Listener, qtbot: QtBot, spec: TrainingSpec
) -> None:
    job = bridge.submit(jobs.inspecting(spec))
    qtbot.waitUntil(lambda: bool(readers()), timeout=TIMEOUT_MS)
    bridge.cancel(job)
    qtbot.waitUntil(lambda: bridge.idle, timeout=TIMEOUT_MS)

    assert listener.ends == [JobEnded(cancelled=True)]
    assert listener.failures == []
    assert readers() == []


def test_reader_that_is_killed_is_told_and_replaced(
    jobs: TrainingJobs, listener: Listener, spec: TrainingSpec
) -> None:
    listener.run(jobs.inspecting(spec))
    (reader,) = readers()
    reader.kill()
    reader.wait()

    assert isinstance(listener.run(jobs.inspecting(spec)), Inspection)
    assert readers() != [reader]


def test_plan_leaves_nothing_open_and_its_run_starts(
    jobs: TrainingJobs, listener: Listener, qtbot: QtBot, paths: Paths, spec: TrainingSpec, tmp_path: Path
) -> None:  # fmt: skip
    TinyGguf().write(tmp_path / "tiny.gguf")
    list(DirectoryStore(paths.models).add(str(tmp_path / "tiny.gguf"), CancelToken()))
    assert [model.slug for model in jobs.models()] == ["tiny-llama"]
    wanted = replace(spec, model="tiny-llama", steps=2, seq=24, batch=2, report=False)

    plan = listener.run(jobs.planning(wanted))
    assert isinstance(plan, Plan), listener.failures
    assert plan.spec.open_fields() == []
    run_id = listener.run(jobs.starting(plan))

    runs = RunStore(paths.runs)
    assert isinstance(run_id, str)
    try:
        qtbot.waitUntil(lambda: runs.open(run_id).status == "running", timeout=TIMEOUT_MS)
    finally:
        worker = next(c for c in psutil.Process().children() if run_id in " ".join(c.cmdline()))
        worker.kill()
        worker.wait()
    assert runs.open(run_id).spec == plan.spec
