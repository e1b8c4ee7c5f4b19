"""The picture of a run: bars of tokens per second, and the time of a step as the context grows."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from ownhand.bench.contenders import CONTENDERS
from ownhand.core import atomic
from ownhand.core.errors import BadInputError

_WIDTH, _HEIGHT = 1120, 440
_TOP, _BOTTOM = 118, 392
_BARS = (176, 506)  # left and right end of the bars
_LINES = (640, 946)  # and of the lines
_INK, _PALE, _GRID = "#1f2430", "#667085", "#e4e7ec"
_COLOURS = ("#c2410c", "#ea9a63", "#b98a5e", "#8d99ae", "#2563a8", "#2a8f7b", "#8b5fb0")
_SCALE = 2  # pixels of a PNG for each unit
_LABEL_GAP = 17

Named = tuple[str, str, Mapping[str, Any]]
"""Title, colour and figures of a contender."""


def write_plot(figures: Mapping[str, Any], file: Path) -> None:
    """Draw a run into an SVG or PNG file.

    Args:
        figures: As `ownhand bench --json` writes them.
        file: Ends in ".svg" or ".png".

    Raises:
        BadInputError: If it ends in something else.
        OSError: If it cannot be written.
    """
    drawing = svg(figures)
    if file.suffix.lower() == ".svg":
        atomic.write_text(file, drawing)
    elif file.suffix.lower() == ".png":
        atomic.write_bytes(file, _png(drawing))
    else:
        raise BadInputError(f"A picture ends in .svg or .png, not as {file.name} does.")


def svg(figures: Mapping[str, Any]) -> str:
    """The drawing as text."""
    colours = {one.name: colour for one, colour in zip(CONTENDERS, _COLOURS, strict=True)}
    named = [(one["title"], colours[name], one) for name, one in figures["contenders"].items()]
    machine = figures["machine"]
    about = f"{machine['processor']}, {figures['threads']} threads · {figures['date']} · medians, with the fastest and slowest run"
    parts = [
        _text(40, 42, f"Ownhand beside its peers: {figures['model']}", 21, weight="600"),
        _text(40, 66, about, 13, _PALE),
        *_bars([one for one in named if "decode_tokens_per_s" in one[2]]),
        *_lines([one for one in named if "step_ms" in one[2]]),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif">\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )  # fmt: skip


def _bars(named: Sequence[Named]) -> Iterator[str]:
    """Tokens per second, the widest bar the fastest."""
    left, right = _BARS
    yield _text(40, _TOP - 18, "Writing, tokens per second", 14, weight="600")
    if not named:
        return
    most = max(one["decode_tokens_per_s"]["max"] for _, _, one in named)
    space = (_BOTTOM - _TOP) / len(named)
    height = min(26.0, space * 0.62)
    for index, (title, colour, one) in enumerate(named):
        rate = one["decode_tokens_per_s"]
        middle = _TOP + (index + 0.5) * space
        end, low, high = (
            left + (right - left) * rate[key] / most for key in ("median", "min", "max")
        )
        yield _text(left - 12, middle + 5, title, 13, anchor="end", weight=_weight(index))
        yield (
            f'<rect x="{left}" y="{middle - height / 2:.1f}" width="{end - left:.1f}" '
            f'height="{height:.1f}" rx="3" fill="{colour}"/>'
        )
        yield _line(low, middle, high, middle, _INK, 1.4)
        yield _text(max(end, high) + 9, middle + 5, f"{rate['median']:.0f}", 13, weight="600")


def _lines(named: Sequence[Named]) -> Iterator[str]:
    """Milliseconds of a step over the tokens in the cache, both axes logarithmic."""
    left, right = _LINES
    yield _text(left - 46, _TOP - 18, "One step, in ms, by tokens in the context", 14, weight="600")
    times = [t["median"] for _, _, one in named for t in one["step_ms"].values()]
    lengths = sorted({int(length) for _, _, one in named for length in one["step_ms"]})
    if not times:
        return
    ticks = _ticks(min(times), max(times))

    def x(length: int) -> float:
        share = math.log(length / lengths[0]) / (math.log(lengths[-1] / lengths[0]) or 1)
        return left + (right - left) * share

    def y(ms: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * math.log(ms / ticks[0]) / math.log(ticks[-1] / ticks[0])

    for tick in ticks:
        yield _line(left - 8, y(tick), right, y(tick), _GRID, 1)
        yield _text(left - 14, y(tick) + 4, f"{tick:g}", 12, _PALE, anchor="end")
    for length in lengths:
        yield _text(x(length), _BOTTOM + 22, f"{length:,}", 12, _PALE, anchor="middle")
    ends: list[tuple[float, float, str, str]] = []
    for index, (title, colour, one) in reversed(list(enumerate(named))):
        points = [(x(int(n)), y(t["median"])) for n, t in one["step_ms"].items()]
        path = " ".join(f"{across:.1f},{down:.1f}" for across, down in points)
        thick = 3 if index == 0 else 2
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{thick}" stroke-linejoin="round"/>'
        for across, down in points:
            yield f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{thick + 1}" fill="{colour}" stroke="#ffffff"/>'
        ends.append((points[-1][1], points[-1][0], title, colour))
    for place, (_, across, title, colour) in zip(_apart([e[0] for e in sorted(ends)]), sorted(ends), strict=True):  # fmt: skip
        yield _text(across + 12, place + 4, title, 13, colour, weight="600")


def _ticks(least: float, most: float) -> list[float]:
    """Round figures, 1, 2, 5 times a power of ten, from below the least to above the most."""
    powers = range(math.floor(math.log10(least)) - 1, math.ceil(math.log10(most)) + 2)
    every = [step * 10.0**power for power in powers for step in (1, 2, 5)]
    first = max(tick for tick in every if tick <= least)
    last = min(tick for tick in every if tick > most)
    return [tick for tick in every if first <= tick <= last]


def _apart(places: Sequence[float]) -> list[float]:
    """Sorted places moved so that the labels at them do not touch."""
    moved = list(places)
    for index in range(1, len(moved)):
        moved[index] = max(moved[index], moved[index - 1] + _LABEL_GAP)
    over = max(0.0, moved[-1] - _BOTTOM) if moved else 0.0
    return [place - over for place in moved]


def _weight(index: int) -> str:
    return "600" if index == 0 else "400"


def _text(
    x: float, y: float, words: str, size: int, colour: str = _INK, *,
    anchor: str = "start", weight: str = "400",
) -> str:  # fmt: skip
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"/>'
    )


def _png(drawing: str) -> bytes:
    """The drawing in pixels, by Qt, which needs no display for that."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _app = QGuiApplication.instance() or QGuiApplication([])  # fonts belong to it
    image = QImage(_WIDTH * _SCALE, _HEIGHT * _SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
