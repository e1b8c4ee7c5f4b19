"""The heartbeat measurement, and what it promises, with the real model in a real window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bench.gui import Heart


def test_heart_notes_a_gap_under_the_stage_in_which_it_began(qtbot: QtBot) -> None:
    heart = Heart()
    heart.start()
    heart.stage = "load"
    with qtbot.waitSignal(heart.beaten):
        pass
    stand_still = 0.0
    while stand_still < 0.08:  # the GUI thread is kept busy, which is what is measured
        stand_still += _spin()
    heart.stage = "stream"
    with qtbot.waitSignal(heart.beaten):
        pass
    heart.stop()

    figures = heart.figures()
    assert figures["load"]["longest_gap_ms"] >= 80
    assert figures["load"]["gaps_over_50_ms"] >= 1


def _spin() -> float:
    start = time.perf_counter()
    sum(range(20_000))
    return time.perf_counter() - start


@pytest.mark.starter
def test_heart_beats_in_every_stage_of_a_real_session(
    starter_directory: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "models").symlink_to(starter_directory.parent, target_is_directory=True)
    result = tmp_path / "gui.json"

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ownhand.bench.gui",
            "--json",
            str(result),
            "--tokens",
            "30",
            "--characters",
            "50000",
        ],
        env=os.environ | {"OWNHAND_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    figures = json.loads(result.read_text())
    assert set(figures["stages"]) == {"start", "load", "compile", "stream", "typing", "long text"}
    for stage, gaps in figures["stages"].items():
        assert gaps["beats"] >= 10, (stage, gaps)
        # The promise is 250 ms while loading and 50 ms after it; a machine that runs other tests
        # beside this one is given room.
        assert gaps["longest_gap_ms"] < 1000, (stage, gaps)
        assert gaps["p99_ms"] < 250, (stage, gaps)
    for typed in (
        figures["keystroke_to_paint"]["novel"],
        figures["keystroke_to_paint"]["one_paragraph"],
    ):
        assert typed["keys"] >= 60
        assert 0 < typed["median_ms"] <= typed["p99_ms"] <= typed["longest_ms"] < 1000, typed
    assert figures["tokens_per_s"] > 0
    assert not list((tmp_path / "data" / "journal").glob("*.journal"))


def test_measuring_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ownhand.bench.gui"],
        env=os.environ | {"OWNHAND_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert "no model" in done.stderr
    assert "ownhand write" in done.stderr
