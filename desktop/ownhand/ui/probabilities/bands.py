"""In which steps likelihood is shown, and in which colours."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QColor

from ownhand.ui.editor.colours import Ground
from ownhand.ui.theme import Theme

LEAST = (0.002, 0.02, 0.1, 0.5)
"""Where one step ends and the likelier one begins."""

_SHARES = (1.0, 0.62, 0.36, 0.16)  # of the strongest colour, for all but the likeliest step
_CONTRAST = 7.2
_MOST = 0.5


def step_of(probability: float) -> int:
    """The step of a probability: 0 for the least likely, 4 for what was expected."""
    return bisect_right(LEAST, probability)


def step_names() -> tuple[str, ...]:
    """How each step is called in the legend, the least likely first."""
    edges = [f"{100 * edge:g} %" for edge in LEAST]
    return (f"< {edges[0]}", *(f"≥ {edge}" for edge in edges))


def grounds_of(theme: Theme) -> tuple[Ground | None, ...]:
    """What lies behind the characters of each step: one hue, stronger the less likely; the least likely
    are dotted too, so that colour is not the only sign, and the expected ones left alone."""
    strongest = _strongest(theme)
    grounds = [
        Ground(_mixed(theme.paper, theme.problem_mark, share * strongest), dotted=not number)
        for number, share in enumerate(_SHARES)
    ]
    return (*grounds, None)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2: 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _strongest(theme: Theme) -> float:
    """How much of the hue the paper takes before text on it reads badly."""
    share = _MOST
    while (
        share > 0.02
        and contrast(theme.ink, _mixed(theme.paper, theme.problem_mark, share)) < _CONTRAST
    ):
        share -= 0.01
    return share


def _mixed(ground: str, hue: str, share: float) -> str:
    parts = zip(QColor(ground).getRgb()[:3], QColor(hue).getRgb()[:3], strict=True)  # type: ignore[index] # the stubs say object
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
