"""The plots of a report as SVG; their colours come from the page they stand in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ownhand.training.events import HeldOutScored, StepDone, TrainingEvent
from ownhand.training.report.report import Gauge

_WIDTH, _HEIGHT = 640, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 12, 12, 36
_MOST_POINTS = 300
_LINE = 'fill="none" stroke="currentColor"'  # for a viewer that leaves styles out

_Point = tuple[float, float]


def learning_curve(events: Iterable[TrainingEvent]) -> Markup:
    """Loss of the steps, smoothed, and of the held-out pages; empty if there are no two points to join."""
    steps: dict[int, float] = {}
    held: dict[int, float] = {}
    for event in events:
        if isinstance(event, StepDone):
            steps[event.step] = (
                event.loss
            )  # a resumed run may tell a step twice; the last one counts
        elif isinstance(event, HeldOutScored):
            held[event.step] = event.loss
    learnt = [point for point in sorted(steps.items()) if math.isfinite(point[1])]
    judged = [point for point in sorted(held.items()) if math.isfinite(point[1])]
    if max(len(learnt), len(judged)) < 2:
        return Markup("")
    smooth = _thinned(_smoothed(learnt))
    points = [*smooth, *judged]
    x_ticks = _ticks(0, max(x for x, _ in points), smallest=1.0)
    y_ticks = _ticks(min(y for _, y in points), max(y for _, y in points))

    def place(point: _Point) -> _Point:
        x = _LEFT + (point[0] - x_ticks[0]) / (x_ticks[-1] - x_ticks[0]) * (_WIDTH - _LEFT - _RIGHT)
        share = (point[1] - y_ticks[0]) / (y_ticks[-1] - y_ticks[0])
        return x, _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    parts = []
    for tick in y_ticks:
        _, y = place((x_ticks[0], tick))
        parts.append(f'<path class="grid" {_LINE} d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>')
        parts.append(_text(_LEFT - 6, y + 4, _number(tick, y_ticks), "end"))
    for tick in x_ticks:
        x, _ = place((tick, y_ticks[0]))
        anchor = "end" if tick == x_ticks[-1] else "middle"
        parts.append(_text(x, _HEIGHT - _BOTTOM + 18, _number(tick, x_ticks), anchor))
    parts.append(_text(_LEFT, _HEIGHT - 2, "steps", "start"))
    if smooth:
        parts.append(f'<path class="learnt" {_LINE} d="{_path(map(place, smooth))}"/>')
    places = [place(point) for point in judged]
    if places:
        parts.append(f'<path class="judged" {_LINE} d="{_path(places)}"/>')
    parts += [f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places]
    title = "Nats per token over the steps of the run, while training and on held-out pages"
    return _svg(_WIDTH, _HEIGHT, title, parts)


def before_after(gauge: Gauge, title: str, digits: int, percent: bool = False) -> Markup:
    """Two bars from zero, before and after; the whisker on the second is the interval of the difference.

    Args:
        gauge: What was measured.
        title: For who cannot see it.
        digits: Decimals of the figures.
        percent: Show shares as percentages.
    """
    low, high = (max(gauge.before + edge, 0.0) for edge in gauge.ci95)
    longest = max(gauge.before, gauge.after, high, 1e-9)
    left, room, factor = 56, 330, 100 if percent else 1
    parts = []
    for row, (label, value) in enumerate((("before", gauge.before), ("after", gauge.after))):
        y = 8 + row * 34
        length = value / longest * room
        parts.append(_text(left - 8, y + 16, label, "end"))
        parts.append(f'<rect class="{label}" x="{left}" y="{y}" width="{length:.1f}" height="22"/>')
        shown = f"{value * factor:.{digits}f}" + (" %" if percent else "")
        parts.append(_text(left + room + 10, y + 16, shown, "start"))
    start, end = (left + edge / longest * room for edge in (low, high))
    parts.append(f'<path class="whisker" {_LINE} d="M{start:.1f} 53H{end:.1f}M{start:.1f} 39v28M{end:.1f} 39v28"/>')  # fmt: skip
    return _svg(460, 72, title, parts)


def _svg(width: int, height: int, title: str, parts: Sequence[str]) -> Markup:
    head = f'<svg viewBox="0 0 {width} {height}" role="img" xmlns="http://www.w3.org/2000/svg">'
    return Markup(head + "<title>") + title + Markup("</title>" + "".join(parts) + "</svg>")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _path(places: Iterable[_Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def _smoothed(points: Sequence[_Point]) -> list[_Point]:
    """A running mean over a twentieth of the run, since the loss of single steps jumps."""
    weight = 2 / (1 + max(1.0, len(points) / 20))
    mean, smooth = points[0][1] if points else 0.0, []
    for x, y in points:
        mean += weight * (y - mean)
        smooth.append((x, mean))
    return smooth


def _thinned(points: Sequence[_Point]) -> list[_Point]:
    stride = -(-len(points) // _MOST_POINTS) or 1
    return [*points[:-1:stride], *points[-1:]]


def _ticks(low: float, high: float, smallest: float = 0.0) -> list[float]:
    """Up to eight round numbers that span the values (Heckbert, Graphics Gems, 1990)."""
    span = max(high - low, 1e-6)
    unit = 10 ** math.floor(math.log10(span / 4))
    step = max(smallest, next(m * unit for m in (1, 2, 5, 10) if span / (m * unit) <= 6))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, max(last, first + 1) + 1)]


def _number(tick: float, ticks: Sequence[float]) -> str:
    digits = max(0, -math.floor(math.log10(ticks[1] - ticks[0]) + 1e-9))
    return f"{tick:,.{digits}f}"
