"""Steps and colours of the token view."""

from __future__ import annotations

import pytest

from ownhand.core import resources
from ownhand.ui.probabilities.bands import contrast, grounds_of, step_names, step_of
from ownhand.ui.theme import load_theme

THEMES = sorted(path.stem for path in resources.resource_path("themes").glob("*.toml"))


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_on_every_step_and_the_steps_differ(name: str) -> None:
    theme = load_theme(name)
    grounds = grounds_of(theme)
    colours = [ground.colour for ground in grounds if ground is not None]
    assert len(set(colours)) == 4
    assert all(contrast(theme.ink, colour) >= 7 for colour in colours)
    away = [contrast(theme.paper, colour) for colour in colours]
    assert away == sorted(away, reverse=True)  # the less likely, the further from the paper


def test_the_least_likely_are_dotted_too_and_the_expected_left_alone() -> None:
    grounds = grounds_of(load_theme("light"))
    assert grounds[-1] is None
    assert [ground.dotted for ground in grounds if ground is not None] == [True] + 3 * [False]


def test_each_step_has_a_name() -> None:
    steps = [step_of(p) for p in (0.0, 0.002, 0.05, 0.1, 0.4, 0.5, 1.0)]
    assert steps == [0, 1, 2, 3, 3, 4, 4]
    assert step_names() == ("< 0.2 %", "≥ 0.2 %", "≥ 2 %", "≥ 10 %", "≥ 50 %")
