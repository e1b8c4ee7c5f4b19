"""What the dictionary knows, what the writer adds, what is a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.document.spelling import Speller, load_own_words, save_own_words, word_at


@pytest.fixture(scope="module")
def english() -> Speller:
    return Speller("en")


def wrong(speller: Speller, text: str) -> list[str]:
    return [text[start:end] for start, end in speller.misspelt(text)]


def test_wrong_words_are_found_where_they_stand(english: Speller) -> None:
    text = "I definately recieved teh letter, didn't you? It's Sarah's \U0001f332 dogs’ day."
    assert wrong(english, text) == ["definately", "recieved", "teh"]


@pytest.mark.parametrize(
    "word",
    ["colour", "favourite", "realise", "realised", "organisation", "travelled", "centre", "defence",
     "analyse", "dialogue", "color", "theater", "NASA", "x", "well-known"],
)  # fmt: skip
def test_english_of_both_sides_of_the_sea_is_right(english: Speller, word: str) -> None:
    assert wrong(english, f"the {word} of it") == []


def test_a_name_that_comes_often_is_a_name() -> None:
    speller = Speller("en")
    text = "Zarquil went. Then Zarquil came, and Zarquil's dog. Once there was Bleronk."
    assert wrong(speller, text) == ["Zarquil", "Zarquil", "Zarquil's", "Bleronk"]
    speller.learn_names(text)
    assert wrong(speller, text) == ["Bleronk"]
    speller.learn_names("another text")
    assert "Zarquil" in wrong(speller, text)


def test_words_of_the_writer_are_right(tmp_path: Path) -> None:
    file = tmp_path / "dictionary.txt"
    assert load_own_words(file) == frozenset()
    save_own_words(file, frozenset({"zarquil", "émigrée"}))
    speller = Speller("en", load_own_words(file))
    assert wrong(speller, "Zarquil, the Émigrée, bleronked") == ["bleronked"]
    speller.add("Bleronked")
    assert wrong(speller, "bleronked") == []


def test_what_was_meant_comes_first(english: Speller) -> None:
    assert english.suggestions("recieve")[0] == "receive"
    assert english.suggestions("Teh")[0] == "The"
    assert english.suggestions("HOUSSE")[0] == "HOUSE"
    assert english.suggestions("accomodationns")[0] == "accommodations"


def test_other_languages_have_their_own_words() -> None:
    german = Speller("de")
    assert wrong(german, "Der Hund läuft über die Straße und definately nicht.") == ["definately"]


def test_word_at_a_position() -> None:
    text = "one  two-three"
    assert word_at(text, 0) == word_at(text, 3) == (0, 3)
    assert word_at(text, 4) is None
    assert word_at(text, 14) == (9, 14)
    assert word_at("", 0) is None
