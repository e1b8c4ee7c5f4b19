from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.texts import Document

TEXT = "first line second line third line"
DOCUMENT = Document(
    Path("a.txt"),
    TEXT,
    starts=np.array([0, 11, 23]),
    places=np.array([1, 2, 5]),
    source=TEXT.replace(" line ", " line\n"),
    source_starts=np.array([0, 11, 23]),
)


def test_place_of_a_character_is_its_line() -> None:
    assert [DOCUMENT.place_of(n).number for n in (0, 10, 11, 22, 23, 32)] == [1, 1, 2, 2, 5, 5]
    assert str(DOCUMENT.place_of(23)) == "a.txt, line 5"


@given(st.lists(st.tuples(st.integers(0, 33), st.integers(0, 33)), max_size=6))
def test_cutting_leaves_the_rest_and_its_places(cuts: list[tuple[int, int]]) -> None:
    gone = {n for a, b in cuts for n in range(a, b)}
    rest = [n for n in range(len(TEXT)) if n not in gone]
    cut = DOCUMENT.without((a, b) for a, b in cuts if a < b)
    assert cut.text == "".join(TEXT[n] for n in rest)
    for position, old in enumerate(rest):
        assert cut.place_of(position).number == DOCUMENT.place_of(old).number
    assert len(cut.source_starts) == len(cut.starts)


def test_nothing_to_cut_gives_the_same_document() -> None:
    assert DOCUMENT.without([]) is DOCUMENT


def test_bare_drops_the_source_alone() -> None:
    bare = DOCUMENT.bare()
    assert (bare.text, bare.source, len(bare.source_starts)) == (TEXT, "", 0)
