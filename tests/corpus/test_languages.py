import pytest

from ownhand.corpus.languages import language_of, sample, script_counts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was the best of times, and he was not in the house that she had for you.", "English"),
        ("Das ist nicht der Tag, an dem ich mit dem Hund und der Katze auf sie warte.", "German"),
        (
            "Elle ne savait pas que le chat était dans la maison et il est parti pour vous.",
            "French",
        ),
        (
            "No sabía que los gatos y las casas eran de una mujer, pero lo dijo con calma.",
            "Spanish",
        ),
        ("Non sapeva che il gatto era nella casa e come una donna di più lo disse.", "Italian"),
        ("Я не знал, что он и она были на улице, и всё это как по книге.", "Russian"),
        ("昔々、あるところにおじいさんがいました。", "Japanese"),
        ("從前有一個小村子。", "Chinese"),
        ("옛날 어느 작은 마을에", "Korean"),
        ("Όλοι οι άνθρωποι γεννιούνται", "Greek"),
        ("1234 5678 !!", ""),
        ("xqzt wkjh grmpf", ""),
    ],
)
def test_language_is_told_or_left_open(text: str, language: str) -> None:
    assert language_of(text) == language


def test_letters_are_counted_by_script() -> None:
    counts = script_counts("abc где 漢字 123")
    assert counts == {"Latin": 3, "Cyrillic": 3, "Han": 2}


def test_a_sample_covers_the_whole_text() -> None:
    text = "a" * 1000 + "b" * 1000 + "c" * 1000
    taken = sample(text, 200)
    assert len(taken) <= 210
    assert {"a", "b", "c"} <= set(taken)
