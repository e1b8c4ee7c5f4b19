"""What the commands show of long work."""

from __future__ import annotations

import pytest

from ownhand.cli.console import StageLine
from ownhand.core.messages import Stage


def told(stages: list[Stage], capsys: pytest.CaptureFixture[str]) -> list[str]:
    line = StageLine()
    for stage in stages:
        line.show(stage)
    line.clear()
    return capsys.readouterr().err.splitlines()


def test_steps_are_told_once_in_a_while(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told([Stage(f"Step {n} of 400", n, 400) for n in range(1, 401)], capsys)
    assert 20 <= len(lines) <= 21
    assert lines[-1] == "Step 400 of 400 …"


def test_stage_without_new_words_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    stages = [*(Stage("Reading", n, 9) for n in range(9)), Stage("Packing"), Stage("Packing")]
    assert told(stages, capsys) == ["Reading …", "Packing …"]


def test_terminal_gets_one_line_with_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    line = StageLine()
    line.show(Stage("Learning", 1, 4))
    line.show(Stage("Learning", 2, 4))
    shown = capsys.readouterr().err
    assert "\n" not in shown
    assert shown.split("\r\x1b[K")[1:] == [
        "━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  25%  Learning …",
        "━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌  50%  Learning …",
    ]
