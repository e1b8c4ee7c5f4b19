import itertools
import time

from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.differences import Piece, differences, shortened


def marked(old: str, new: str) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "came": "{{+{}+}}"}
    return "".join(signs[p.kind].format(p.text) for p in differences(old, new).pieces)


def test_one_word_changed_in_a_paragraph() -> None:
    assert marked("It rained all day.\nYes.", "It snowed all day.\nYes.") == (
        "It [-rained-]{+snowed+} all day.\nYes."
    )


def test_several_words_in_a_row_are_one_change() -> None:
    assert marked("the old red house", "the new blue house") == "the [-old red-]{+new blue+} house"


def test_new_paragraph_is_all_that_came() -> None:
    assert marked("a\nc\n", "a\nb\nc\n") == "a\n{+b\n+}c\n"


def test_equal_texts_have_one_piece() -> None:
    assert differences("same\ntext", "same\ntext").pieces == (Piece("same", "same\ntext"),)
    assert differences("", "").pieces == ()


def test_words_are_counted_by_kind() -> None:
    found = differences("one two three", "one four five six three")

    assert (found.words("gone"), found.words("came"), found.words("same")) == (1, 3, 2)


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", max_size=40))
def test_pieces_give_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new).pieces

    assert "".join(p.text for p in pieces if p.kind != "came") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new
    assert all(one.kind != other.kind for one, other in itertools.pairwise(pieces))


def test_long_texts_of_which_everything_changed_are_compared_in_time() -> None:
    old = "\n".join(f"line {n} of the old text" for n in range(20_000))
    new = "\n".join(f"row {n} of another text" for n in range(20_000))
    started = time.perf_counter()

    found = differences(old, new)

    assert time.perf_counter() - started < 10  # not minutes, on whatever machine
    assert {piece.kind for piece in found.pieces} == {"gone", "came"}


def test_what_did_not_change_is_cut_to_the_lines_beside_a_change() -> None:
    lines = [f"{n}\n" for n in range(10)]
    old, new = "".join([*lines, "x\n", *lines]), "".join([*lines, "y\n", *lines])

    found = shortened(differences(old, new).pieces)

    assert found[0] == 8
    assert found[1] == Piece("same", "8\n9\n")
    assert [p.text for p in found[2:4] if isinstance(p, Piece)] == ["x", "y"]
    assert found[-1] == 9
