"""A goal is kept beside its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.document.goal import FILE, Goal, load_goal, save_goal


def test_goal_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "not there yet"
    assert load_goal(folder) == Goal()
    save_goal(folder, Goal(50_000, 500))
    assert load_goal(folder) == Goal(50_000, 500)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"schema":9,"text":1,"session":1}', '{"schema":1,"text":-1,"session":0}',
     '{"schema":1,"text":"x","session":0}', "\x00\xff"],
)  # fmt: skip
def test_damaged_goal_is_no_goal(content: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(content)
    assert load_goal(tmp_path) == Goal()
