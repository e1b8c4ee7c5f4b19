"""The texts of the loaded model, opened on a lane of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from tests.helpers.learned_models import learn, write_texts
from tests.helpers.text_files import PROSE

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.verbatim_watch import VerbatimWatch
from ownhand.core.paths import Paths
from ownhand.corpus import ngrams
from ownhand.engine.lane import Lane


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("data", "config", "cache", "logs")))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qtbot: QtBot, paths: Paths, clock: Clock) -> Iterator[VerbatimWatch]:
    watch = VerbatimWatch(LaneBridge(Lane("verbatim-lane")), paths, clock=clock)
    yield watch
    assert watch.close(5.0)
    assert "verbatim-lane" not in {thread.name for thread in threading.enumerate()}


def test_texts_of_the_model_are_opened_and_let_go(
    qtbot: QtBot, watch: VerbatimWatch, paths: Paths, tmp_path: Path
) -> None:
    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine")

    with qtbot.waitSignal(watch.texts_changed):
        watch.follow(model)
    before = watch.indices
    assert [bool(index.find(PROSE[:200])) for index in before] == [True]
    watch.follow(model)  # the same again: nothing to do
    assert watch.indices is before
    assert not watch.busy

    with qtbot.waitSignal(watch.texts_changed):
        watch.follow(None)
    assert watch.indices == ()


def test_a_model_made_elsewhere_has_nothing_to_look_up(
    qtbot: QtBot, watch: VerbatimWatch, paths: Paths
) -> None:
    with qtbot.assertNotEmitted(watch.texts_changed), qtbot.waitSignal(watch.ended):
        watch.follow(paths.models / "other")
    assert watch.indices == ()


def test_files_that_cannot_be_indexed_any_more_are_named(
    qtbot: QtBot, watch: VerbatimWatch, paths: Paths, tmp_path: Path
) -> None:
    folder = write_texts(tmp_path / "mine", mill=PROSE, gone="Some other text.")
    model = learn(paths, folder, "mine", index=False)
    (folder / "gone.txt").unlink()
    with qtbot.waitSignal(watch.files_missed) as told:
        watch.follow(model)
    assert told.args == [(folder / "gone.txt",)]
    assert len(watch.indices) == 1


@pytest.mark.parametrize(("seconds", "told"), [(0.5, False), (1.5, True)])
def test_progress_is_told_of_what_takes_over_a_second(
    qtbot: QtBot,
    watch: VerbatimWatch,
    paths: Paths,
    tmp_path: Path,
    clock: Clock,
    seconds: float,
    told: bool,
) -> None:
    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine", index=False)
    stages: list[object] = []
    watch.stage_changed.connect(stages.append)
    with qtbot.waitSignal(watch.ended):
        watch.follow(model)
        clock.now = seconds
    assert bool(stages) is told


def test_another_model_ends_the_opening_of_the_last(
    qtbot: QtBot,
    watch: VerbatimWatch,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = write_texts(tmp_path / "mine", mill=PROSE)
    model = learn(paths, folder, "mine", index=False)
    reached, go_on = threading.Event(), threading.Event()
    write = ngrams._write

    def slow(*arguments: object) -> Iterator[object]:
        reached.set()
        assert go_on.wait(5)
        yield from write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ngrams, "_write", slow)
    watch.follow(model)
    assert reached.wait(5)
    watch.follow(None)
    go_on.set()
    qtbot.waitUntil(lambda: watch._bridge.idle)
    assert watch.indices == ()
    assert [p for p in paths.verbatim.iterdir() if p.is_dir()] == []


def test_a_full_disk_is_told_in_a_sentence(
    qtbot: QtBot,
    watch: VerbatimWatch,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine", index=False)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "save", full)
    with qtbot.waitSignal(watch.failed) as told:
        watch.follow(model)
    assert told.args is not None
    assert "No space left on device" in told.args[0]
    assert "untouched" in told.args[0]
    qtbot.waitUntil(lambda: not watch.busy)
