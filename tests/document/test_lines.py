from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.lines import matching_lines


def test_the_changed_line_alone_is_left_out() -> None:
    assert list(matching_lines(["a", "b", "c"], ["a", "x", "c"])) == [(0, 0, 1), (2, 2, 1)]


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_matches_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    here = there = 0
    for first, second, size in matching_lines(old, new):
        assert size > 0
        assert first >= here
        assert second >= there
        assert old[first : first + size] == new[second : second + size]
        here, there = first + size, second + size


def test_a_long_middle_is_not_searched() -> None:
    old = ["head", *(f"old {i}" for i in range(4000)), "x", "tail"]
    new = ["head", "x", *(f"new {i}" for i in range(4000)), "tail"]
    assert list(matching_lines(old, new)) == [(0, 0, 1), (4002, 4002, 1)]
