"""Scored tokens that follow the edits of their text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.messages import ScoredToken
from ownhand.ui.probabilities.token_marks import TokenMarks


def marks_of(text: str) -> TokenMarks:
    """A token for each character."""
    marks = TokenMarks()
    marks.put(ScoredToken(i, i + 1, 0.5, ((c, 0.5),)) for i, c in enumerate(text))
    return marks


@given(
    text=st.text(st.sampled_from("abc "), max_size=20),
    edits=st.lists(
        st.tuples(
            st.integers(0, 20), st.integers(0, 5), st.text(st.sampled_from("xyz"), max_size=5)
        ),
        max_size=6,
    ),
)
def test_what_is_left_stands_where_its_character_stands(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    marks = marks_of(text)
    for position, removed, inserted in edits:
        position = min(position, len(text))
        removed = min(removed, len(text) - position)
        text = text[:position] + inserted + text[position + removed :]
        marks.follow(position, removed, len(inserted))
        for token in marks.all:
            assert text[token.start : token.end] == token.alternatives[0][0]
        assert len(marks) == sum(c not in "xyz" for c in text)


def test_new_tokens_take_the_place_of_old_ones() -> None:
    marks = marks_of("abcdef")
    marks.put([ScoredToken(1, 4, 0.1, ())])
    assert [(t.start, t.end) for t in marks.all] == [(0, 1), (1, 4), (4, 5), (5, 6)]
    assert all(one.end <= other.start for one, other in pairwise(marks.all))


def test_the_token_at_a_caret_is_the_one_behind_it_or_at_the_end_the_last() -> None:
    marks = marks_of("ab")
    assert [(t.start if (t := marks.at(p)) else None) for p in (0, 1, 2, 3)] == [0, 1, 1, None]


def test_keep_forgets_what_lies_outside() -> None:
    marks = marks_of("abcdef")
    marks.keep(2, 4)
    assert [t.start for t in marks.all] == [2, 3]
