from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.word_marks import from_text, matching_pieces, pieces_of, to_text


@given(st.text(max_size=60))
def test_pieces_cover_the_text_and_survive_writing_down(text: str) -> None:
    pieces = pieces_of(text)
    assert sum(piece.length for piece in pieces) == len(text)
    assert from_text(to_text(pieces)) == pieces


def test_no_word_stands_in_what_is_written_down() -> None:
    assert "wind" not in to_text(pieces_of("The wind rose"))


@given(
    st.lists(st.from_regex(r"[a-z]{2,6}", fullmatch=True), min_size=4, max_size=12, unique=True),
    st.data(),
)
def test_all_but_one_changed_word_is_found_where_it_stands(
    words: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    old = " ".join(words)
    new = " ".join([*words[:place], "QQ", *words[place + 1 :]])
    if len(words[place]) * 2 > len(old):
        return
    found: list[str | None] = [None] * len(new)
    for here, there, size in matching_pieces(pieces_of(old), pieces_of(new)):
        assert old[here : here + size] == new[there : there + size]
        found[there : there + size] = old[here : here + size]
    start = new.index("QQ")
    assert found[start : start + 2] == [None, None]
    assert None not in found[:start] + found[start + 2 :]


def test_words_that_every_text_has_are_not_enough() -> None:
    old, new = pieces_of("The wind rose over the dark fields"), pieces_of("He looked over the wall")
    assert list(matching_pieces(old, new)) == []
