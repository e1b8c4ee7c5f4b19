import itertools

from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.spans import Span, clipped, normalised, replaced, share, shifted

origins = st.sampled_from(["generated", "edited"])
lists = st.lists(
    st.builds(
        lambda start, length, origin: Span(start, start + length, origin),
        st.integers(0, 40),
        st.integers(0, 10),
        origins,
    ),
    max_size=8,
)


def per_character(spans: tuple[Span, ...], length: int) -> list[str | None]:
    marks: list[str | None] = [None] * length
    for span in spans:
        for i in range(span.start, min(span.end, length)):
            marks[i] = span.origin
    return marks


def test_normalising_joins_neighbours_and_drops_empty_ones() -> None:
    assert normalised([Span(5, 7), Span(0, 5), Span(9, 9)]) == (Span(0, 7),)


def test_normalising_keeps_unlike_neighbours_apart() -> None:
    spans = (Span(0, 2, "generated"), Span(2, 4, "edited"))
    assert normalised(spans) == spans


def test_normalising_cuts_at_the_end_of_the_text() -> None:
    assert normalised([Span(-3, 4), Span(8, 20), Span(30, 40)], 10) == (Span(0, 4), Span(8, 10))


@given(lists)
def test_normalised_spans_are_sorted_and_apart(spans: list[Span]) -> None:
    result = normalised(spans)
    assert normalised(result) == result
    for one, other in itertools.pairwise(result):
        assert one.end <= other.start
        assert one.end < other.start or one.origin != other.origin


@given(lists, st.integers(0, 50), st.integers(0, 20), lists, st.integers(0, 20))
def test_replacing_agrees_with_a_list_of_characters(
    spans: list[Span], position: int, removed: int, came: list[Span], inserted: int
) -> None:
    length = 60
    before, middle = normalised(spans, length), normalised(came, inserted)
    removed = min(removed, length - position)
    after = replaced(before, position, removed, inserted, middle)
    marks = per_character(before, length)
    marks[position : position + removed] = per_character(middle, inserted)
    assert per_character(after, len(marks)) == marks
    assert normalised(after, len(marks)) == after


def test_clipping_counts_from_the_start() -> None:
    assert clipped((Span(2, 6), Span(8, 9)), 4, 8) == (Span(0, 2),)


def test_shifting_moves_both_ends() -> None:
    assert shifted((Span(2, 6, "edited"),), 3) == (Span(5, 9, "edited"),)


def test_share_of_an_empty_text_is_zero() -> None:
    assert share((), 0) == 0.0
    assert share((Span(0, 2), Span(4, 6, "edited")), 8) == 0.25
