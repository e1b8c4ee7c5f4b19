"""Times, shares and prompts in a writer's words."""

from __future__ import annotations

import pytest

from ownhand.ui.training.phrases import about, percent, quoted_end, speed


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "less than a minute"),
        (70, "about 1 minute"),
        (360, "about 6 minutes"),
        (7200, "about 2 hours"),
        (9000, "about 2.5 hours"),
    ],
)
def test_time_is_told_roughly(seconds: float, words: str) -> None:
    assert about(seconds) == words


def test_small_figures_keep_a_digit() -> None:
    assert [percent(share) for share in (0.0, 0.018, 0.31)] == ["0 %", "1.8 %", "31 %"]
    assert [speed(rate) for rate in (8.31, 210.4)] == ["8.3 tokens/s", "210 tokens/s"]


def test_prompt_is_quoted_from_its_end_without_empty_lines() -> None:
    assert quoted_end("He bowed.\n\n\n  She did not. ") == "“… He bowed.\nShe did not.”"
    assert quoted_end("x" * 500, 10) == f"“… {'x' * 10}”"
    assert quoted_end(" \n") == ""
