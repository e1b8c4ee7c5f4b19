from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.training.report.blind import (
    BLIND_FILE,
    BlindResult,
    blind_result,
    choices,
    record_choice,
    shown_first,
)


def test_choices_are_kept_and_can_be_changed(tmp_path: Path) -> None:
    record_choice(tmp_path, 0, "after")
    record_choice(tmp_path, 3, "before")
    record_choice(tmp_path, 0, "before")
    assert choices(tmp_path) == {0: "before", 3: "before"}


def test_result_counts_and_tells_the_chance_of_guessing(tmp_path: Path) -> None:
    assert blind_result(tmp_path) == BlindResult(0, 0, 1.0)
    for pair in range(7):
        record_choice(tmp_path, pair, "after")
    record_choice(tmp_path, 7, "before")
    assert blind_result(tmp_path) == BlindResult(8, 7, 18 / 256)


def test_sides_stay_where_they_are_and_are_mixed(tmp_path: Path) -> None:
    sides = [shown_first(tmp_path / "run", pair) for pair in range(64)]
    assert sides == [shown_first(tmp_path / "run", pair) for pair in range(64)]
    assert 16 < sides.count("after") < 48
    assert sides != [shown_first(tmp_path / "other", pair) for pair in range(64)]


@pytest.mark.parametrize("text", ["", "[]", '{"a": "after"}', '{"1": "neither"}'])
def test_damaged_choices_are_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / BLIND_FILE).write_text(text, encoding="utf-8")
    assert choices(tmp_path) == {}
