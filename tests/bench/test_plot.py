"""The picture of a run."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.helpers.bench_figures import bench_figures

from ownhand.bench.plot import svg, write_plot
from ownhand.core.errors import BadInputError

_SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_long_as_their_rates() -> None:
    bars = ElementTree.fromstring(svg(bench_figures())).findall(f"{_SVG}rect")[1:]
    widths = [float(bar.attrib["width"]) for bar in bars]
    assert len(widths) == 3
    assert widths[0] / widths[2] == pytest.approx(190 / 130, rel=1e-3)
    assert widths[0] / widths[1] == pytest.approx(190 / 18, rel=2e-2)


def test_each_contender_with_steps_has_a_line_that_rises() -> None:
    lines = ElementTree.fromstring(svg(bench_figures())).findall(f"{_SVG}polyline")
    assert len(lines) == 2
    for line in lines:
        points = [tuple(map(float, p.split(","))) for p in line.attrib["points"].split()]
        assert [x for x, _ in points] == sorted(x for x, _ in points)
        assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)


def test_labels_at_the_ends_of_lines_do_not_touch() -> None:
    figures = bench_figures()
    figures["contenders"]["llama-cpp-python"]["step_ms"] = figures["contenders"]["ownhand"]["step_ms"]  # fmt: skip
    texts = ElementTree.fromstring(svg(figures)).findall(f"{_SVG}text")
    places = [float(t.attrib["y"]) for t in texts if t.text in ("Ownhand", "llama.cpp") and float(t.attrib["x"]) > 900]  # fmt: skip
    assert len(places) == 2
    assert abs(places[0] - places[1]) >= 15


def test_a_png_shows_the_drawing(qapp: QApplication, tmp_path: Path) -> None:
    write_plot(bench_figures(), tmp_path / "speed.png")
    image = QImage(str(tmp_path / "speed.png"))
    assert image.width() > 1000
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}  # fmt: skip
    assert {"#ffffff", "#c2410c", "#2563a8"} <= colours


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"\.svg or \.png"):
        write_plot(bench_figures(), tmp_path / "speed.gif")
    assert not list(tmp_path.iterdir())


def test_a_run_without_figures_is_drawn_without_them() -> None:
    figures = bench_figures()
    figures["contenders"] = {}
    assert "tiny" in svg(figures)
