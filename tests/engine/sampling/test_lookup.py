from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownhand.engine.sampling.lookup import LENGTHS, PromptLookup


def test_match_is_where_the_last_tokens_stood_before() -> None:
    lookup = PromptLookup([1, 2, 3, 4, 9, 1, 2, 3])
    assert lookup.match() == (3, 3)
    assert lookup.following(3, 2) == [4, 9]


def test_shorter_match_is_taken_where_no_longer_one_is() -> None:
    assert PromptLookup([1, 2, 3, 4, 9, 7, 2, 3]).match() == (2, 3)


def test_latest_of_several_matches_is_taken() -> None:
    lookup = PromptLookup([1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3])
    assert lookup.match() == (3, 7)


def test_text_that_repeats_nothing_has_no_match() -> None:
    assert PromptLookup([1, 2, 3, 4]).match() is None
    assert PromptLookup([]).match() is None


def test_guesses_go_round_where_the_text_goes_round() -> None:
    lookup = PromptLookup([5, 1, 2, 1, 2, 1, 2])
    found = lookup.match()
    assert found is not None
    assert lookup.following(found[1], 5) == [1, 2, 1, 2, 1]


@given(
    st.lists(
        st.one_of(st.integers(0, 3), st.integers(0, 8).map(lambda count: -count - 1)), max_size=80
    )
)
def test_match_is_right_whatever_was_taken_back(steps: list[int]) -> None:
    lookup, text = PromptLookup([]), list[int]()
    for step in steps:
        if step >= 0:
            lookup.push(step)
            text.append(step)
        else:
            count = min(-step, len(text))
            lookup.drop(count)
            del text[len(text) - count :]
    found = lookup.match()
    if found is not None:
        assert found[0] in LENGTHS
        assert 0 < found[1] < len(text)
        assert all(token in text for token in lookup.following(found[1], 9))
    if all(step >= 0 for step in steps):
        ends = [i for i in range(2, len(text)) if text[i - 2 : i] == text[-2:]]
        assert (found is not None) == (len(ends) > 0)
