"""The page about speed, filled with a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.bench_figures import bench_figures

from ownhand.bench.page import BEGIN, END, fill_in
from ownhand.core.errors import BadInputError

_PAGE = Path(__file__).parents[2] / "docs" / "speed.md"


def test_figures_stand_between_the_marks_and_the_prose_stays(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold figures\n{END}\n\nAfter\n", encoding="utf-8")
    for _ in range(2):  # the second run takes the place of the first
        fill_in(page, bench_figures())
    text = page.read_text("utf-8")
    assert text.startswith("# Before\n\n")
    assert text.endswith(f"{END}\n\nAfter\n")
    assert "old figures" not in text
    assert text.count("| Ownhand | numba on CPU | int8 | 190.0 (180.0–200.0) | 5.0 (5.0–5.0)") == 1
    assert "| Writing, beside llama.cpp | 1.46 × | ≥ 1.4 |" in text
    assert "| ownhand, at once | 0.81240 | 0.00122 | 95.6% |" in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in tables} == {9, 5, 4}


def test_a_page_without_the_marks_is_left_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("# Speed\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"speed\.md lacks the marks"):
        fill_in(page, bench_figures())
    assert page.read_text("utf-8") == "# Speed\n"


def test_the_page_of_this_repository_can_be_filled() -> None:
    text = _PAGE.read_text("utf-8")
    assert 0 < text.index(BEGIN) < text.index(END)
