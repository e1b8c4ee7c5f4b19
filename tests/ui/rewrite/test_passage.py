"""Which passage is meant, and what becomes of its origins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.differences import differences
from ownhand.document.spans import GENERATED, Span, clipped
from ownhand.ui.rewrite.passage import Passage, merged, passage_at

TEXT = "First one.\n\n  Second one, longer. \n\nThird."


def test_nothing_selected_means_the_paragraph_without_its_white_space() -> None:
    place = TEXT.index("longer")
    assert passage_at(TEXT, place, place) == Passage(TEXT.index("Second"), "Second one, longer.")
    assert passage_at(TEXT, TEXT.index("\n\n") + 1, TEXT.index("\n\n") + 1) is None
    assert passage_at(TEXT, 0, 0) == Passage(0, "First one.")
    assert passage_at(TEXT, len(TEXT), len(TEXT)) == Passage(TEXT.index("Third"), "Third.")


def test_a_selection_may_hold_several_paragraphs() -> None:
    found = passage_at(TEXT, 0, len(TEXT))
    assert found == Passage(0, TEXT)
    assert passage_at(TEXT, 5, 6) is None


def test_it_follows_edits_around_it_and_notices_those_within() -> None:
    passage = Passage(10, "middle")
    assert passage.after_edit(3, 2, 5) == Passage(13, "middle")
    assert passage.after_edit(16, 0, 5) == passage
    assert passage.after_edit(12, 1, 0).changed
    assert passage.after_edit(8, 4, 0).changed


words = st.lists(st.sampled_from(["the", "cat", "sat", "on", "mat", ",", "."]), max_size=12)


@given(old=words, new=words, start=st.integers(0, 30), length=st.integers(1, 30))
def test_words_that_stay_keep_their_origin_and_the_others_are_generated(
    old: list[str], new: list[str], start: int, length: int
) -> None:
    before, after = " ".join(old), " ".join(new)
    span = Span(min(start, len(before)), min(start + length, len(before)), GENERATED, "aa")
    spans = (span,) if len(span) else ()
    found = differences(before, after)
    text, origins = merged(found.pieces, spans, "bb")
    assert text == after
    place = other = 0
    for piece in found.pieces:
        size = len(piece.text)
        here = clipped(origins, place, place + size)
        if piece.kind == "same":
            assert here == clipped(spans, other, other + size)
        elif piece.kind == "came":
            assert here == (Span(0, size, GENERATED, "bb"),)
        place += size if piece.kind != "gone" else 0
        other += size if piece.kind != "came" else 0
