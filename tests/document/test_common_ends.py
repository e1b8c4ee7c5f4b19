from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.common_ends import common_ends
from ownhand.document.spans import EDITED, GENERATED, Span, Spans, clipped, normalised


def test_what_differs_in_the_middle_is_found() -> None:
    assert common_ends("one two three", (), "one four three", ()) == (4, 6)
    assert common_ends("same", (), "same", ()) == (4, 0)
    assert common_ends("", (), "new", ()) == (0, 0)


def test_same_characters_of_another_origin_differ() -> None:
    old, new = (Span(2, 4, GENERATED),), (Span(2, 4, EDITED),)

    assert common_ends("abcdef", old, "abcdef", new) == (2, 2)
    assert common_ends("abcdef", (), "abcdef", new) == (2, 2)


letters = st.text("ab", max_size=12)
spans = st.lists(
    st.builds(Span, st.integers(0, 10), st.integers(0, 12), st.sampled_from([GENERATED, EDITED])),
    max_size=3,
)


@given(letters, spans, letters, spans)
def test_ends_are_the_same_in_text_and_origins(
    old: str, old_raw: list[Span], new: str, new_raw: list[Span]
) -> None:
    one: Spans = normalised(old_raw, len(old))
    other: Spans = normalised(new_raw, len(new))
    head, tail = common_ends(old, one, new, other)

    assert head + tail <= min(len(old), len(new))
    assert old[:head] == new[:head]
    assert clipped(one, 0, head) == clipped(other, 0, head)
    assert old[len(old) - tail :] == new[len(new) - tail :]
    assert clipped(one, len(old) - tail, len(old)) == clipped(other, len(new) - tail, len(new))
