from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ownhand.training.report.report import (
    REPORT_FILE,
    Report,
    from_json,
    read_report,
    to_json,
    write_report,
)


def test_report_comes_back_as_it_was_written(report: Report, tmp_path: Path) -> None:
    for one in (report, replace(report, held_out=None, memorisation=None, side_by_side=())):
        write_report(tmp_path, one)
        assert read_report(tmp_path) == one


def test_json_has_the_three_gauges_at_its_top_level(report: Report) -> None:
    document = json.loads(to_json(report))
    for name in ("held_out", "forgetting", "memorisation"):
        assert {"before", "after", "difference", "ci95"} <= document[name].keys()
    assert document["held_out"]["ci95"] == [-0.09, -0.05]


def test_certain_means_that_the_interval_excludes_zero(report: Report) -> None:
    assert report.held_out is not None
    assert report.held_out.certain
    assert not report.forgetting.certain


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 2}', '{"schema": 1, "run": "x"}'])
def test_what_is_no_report_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / REPORT_FILE).write_text(text, encoding="utf-8")
    assert read_report(tmp_path) is None
    with pytest.raises(ValueError, match=r".*"):
        from_json(text)


def test_missing_report_is_none(tmp_path: Path) -> None:
    assert read_report(tmp_path) is None
