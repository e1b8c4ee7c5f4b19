from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from ownhand.training.events import HeldOutScored, StepDone, TrainingEvent
from ownhand.training.report.plots import before_after, learning_curve
from ownhand.training.report.report import Gauge

SVG = "{http://www.w3.org/2000/svg}"


def step(number: int, loss: float) -> StepDone:
    return StepDone(number, 100, loss, 0.3, 1e-3, 100.0)


def held(number: int, loss: float) -> HeldOutScored:
    return HeldOutScored(number, loss, 2.0, 0.3)


def of_class(svg: str, name: str) -> list[ET.Element]:
    return [item for item in ET.fromstring(svg).iter() if item.get("class") == name]


def test_curve_falls_as_the_loss_does() -> None:
    events: list[TrainingEvent] = [step(n, 4 - n / 100) for n in range(1, 101)]
    events += [held(0, 4.1), held(50, 3.8), held(100, 3.5)]
    svg = learning_curve(events)
    dots = [(float(d.get("cx", "")), float(d.get("cy", ""))) for d in of_class(svg, "dot")]
    assert [x for x, _ in dots] == [48.0, 338.0, 628.0]
    assert dots[0][1] < dots[1][1] < dots[2][1]  # y grows downwards
    (learnt,) = of_class(svg, "learnt")
    heights = [float(part.split()[1]) for part in learnt.get("d", "")[1:].split("L")]
    assert heights == sorted(heights)


def test_curve_of_a_long_run_is_thinned_to_its_end() -> None:
    svg = learning_curve([step(n, 3 + 1 / n) for n in range(1, 10_001)])
    (learnt,) = of_class(svg, "learnt")
    points = learnt.get("d", "")[1:].split("L")
    assert len(points) < 400
    assert float(points[-1].split()[0]) == 628.0


def test_step_told_twice_counts_once_as_told_last() -> None:
    once = learning_curve([held(0, 4.0), held(5, 3.0), held(9, 2.0)])
    twice = learning_curve([held(0, 4.0), held(5, 9.0), held(5, 3.0), held(9, 2.0)])
    assert once == twice


@pytest.mark.parametrize("events", [[], [held(0, 3.0)], [step(1, float("nan")), step(2, 3.0)]])
def test_curve_without_two_points_is_left_out(events: list[TrainingEvent]) -> None:
    assert learning_curve(events) == ""


def test_bars_are_as_long_as_the_figures_and_the_whisker_as_the_interval() -> None:
    svg = before_after(Gauge(2.0, 1.5, -0.5, (-0.8, -0.2), "", 1, ""), "A & B", 2)
    (before,), (after,) = of_class(svg, "before"), of_class(svg, "after")
    assert float(before.get("width", "")) == 330.0
    assert float(after.get("width", "")) == pytest.approx(0.75 * 330, abs=0.1)
    (whisker,) = of_class(svg, "whisker")
    start, end = 56 + 0.6 * 330, 56 + 0.9 * 330
    assert whisker.get("d", "").startswith(f"M{start:.1f} 53H{end:.1f}")
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "A & B"
    assert [text.text for text in root.iter(f"{SVG}text")] == ["before", "2.00", "after", "1.50"]


def test_bars_of_nothing_are_drawn() -> None:
    svg = before_after(Gauge(0.0, 0.0, 0.0, (0.0, 0.0), "", 1, ""), "", 0, percent=True)
    assert [bar.get("width") for bar in of_class(svg, "after")] == ["0.0"]
    assert "0 %" in svg
