"""Figures of a text are those a writer would count."""

from __future__ import annotations

import pytest

from ownhand.document.statistics import WORDS_PER_MINUTE, statistics_of


def test_figures_of_a_short_text() -> None:
    figures = statistics_of("“Don't go!” he said. Really?\n\nNo mark here\n  \n雨が降る。寒い。")
    assert figures.words == 5 + 3 + 6
    assert figures.paragraphs == 3
    assert figures.sentences == 3 + 1 + 2
    assert figures.characters == 28 + 12 + 2 + 8
    assert figures.characters_without_spaces == 24 + 10 + 8
    assert figures.reading_minutes == figures.words / WORDS_PER_MINUTE


@pytest.mark.parametrize("text", ["", "\n\n", "  "])
def test_nothing_is_nothing(text: str) -> None:
    figures = statistics_of(text)
    assert (figures.words, figures.sentences, figures.paragraphs) == (0, 0, 0)
