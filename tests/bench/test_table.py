"""The tables on the terminal."""

from __future__ import annotations

import io

from rich.console import Console
from tests.helpers.bench_figures import bench_figures

from ownhand.bench.table import show


def shown(width: int = 140) -> str:
    out = io.StringIO()
    show(bench_figures(), Console(file=out, width=width))
    return out.getvalue()


def row(table: str, name: str) -> list[str]:
    """The cells of the first row whose first cell is `name`."""
    lines = [line.strip("│ \n").split("│") for line in table.splitlines() if "│" in line]
    return next([cell.strip() for cell in cells] for cells in lines if cells[0].strip() == name)


def test_contenders_are_rows_and_figures_columns() -> None:
    table = shown()
    assert row(table, "Ownhand") == ["Ownhand", "int8", "190.0", "5.0", "7.5", "14.0", "400.0", "2.5"]  # fmt: skip
    assert row(table, "llama.cpp")[2:] == ["130.0", "8.0", "10.5", "17.0", "–", "1.5"]
    assert row(table, "KerasHub generate()")[2:] == ["18.0", "–", "–", "–", "–", "–"]
    assert "±5%" in table
    assert "KerasHub generate()" in table


def test_quality_is_told_for_both_ways_of_reading() -> None:
    table = shown()
    assert row(table, "Ownhand, at once")[1:] == ["0.8124", "0.00122", "95.6%", "–"]
    assert "reference" in table


def test_what_failed_is_named_as_it_stands() -> None:
    assert "transformers: [no memory] left" in shown()


def test_a_pipe_gets_whole_lines() -> None:
    assert row(shown(width=40), "Writing, beside llama.cpp")[1] == "1.46 ×"
