import pytest

from ownhand.document.words import count_words, touched_by_edit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one two\nthree", 3),
        ("don't stop — well-known 3.5 times", 5),
        ("the end. Then", 3),
        ("日本語です", 5),
        ("word日本", 3),
        ("😀 smile", 1),
        ("naïve cafe\u0301", 2),
    ],
)
def test_words_are_counted_as_writers_do(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "position", "removed", "inserted", "touched"),
    [
        ("wind", 4, 0, "s", (4, 0)),  # the word grows
        ("wind", 4, 0, ",", (0, 0)),  # a comma after it leaves it alone
        ("wind", 4, 0, " blew", (0, 0)),
        ("wind", 0, 0, "whirl", (0, 4)),
        ("wind", 2, 0, "x", (2, 2)),
        ("wind", 2, 0, " ", (2, 2)),  # cut in two
        ("the wind", 3, 1, "", (3, 4)),  # joined
        ("the wind", 4, 4, "", (0, 0)),  # a whole word goes
        ("the wind", 6, 2, "", (2, 0)),
        ("the wind blew", 3, 6, " ", (0, 0)),
        ("wind", 4, 0, "\n", (0, 0)),
        ("日本", 1, 0, "語", (0, 0)),  # each is a word of its own
        ("cafe", 4, 0, "\u0301", (4, 0)),
    ],
)
def test_an_edit_touches_the_words_it_changes(
    text: str, position: int, removed: int, inserted: str, touched: tuple[int, int]
) -> None:
    assert touched_by_edit(text, position, removed, inserted) == touched
