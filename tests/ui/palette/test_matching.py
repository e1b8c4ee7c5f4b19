"""What is typed finds what is meant."""

from __future__ import annotations

import pytest

from ownhand.ui.palette.matching import fit

NAMES = ("Open …", "Open folder …", "Save as …", "Find in folder …", "Zoom out", "Focus")


def best(query: str) -> str:
    return max(NAMES, key=lambda name: fit(query, (name,)))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("open", "Open …"),
        ("fol op", "Open folder …"),
        ("SAVE", "Save as …"),
        ("fifo", "Find in folder …"),
        ("zo", "Zoom out"),
        ("cus", "Focus"),
    ],
)
def test_words_beginnings_and_letters_find_a_name(query: str, name: str) -> None:
    assert best(query) == name


def test_every_word_must_fit() -> None:
    assert not fit("open sesame", NAMES)
    assert fit("open", NAMES)


def test_accents_and_case_do_not_matter() -> None:
    assert fit("offnen", ("Öffnen …",)) == fit("ÖFFNEN", ("Öffnen …",)) > 0


def test_the_other_language_finds_too_but_less_well() -> None:
    assert 0 < fit("open", ("Öffnen …", "Open …")) < fit("öffnen", ("Öffnen …", "Open …"))


def test_remark_counts_less_than_any_name() -> None:
    assert 0 < fit("file", ("Open …",), "Open a text file") < fit("ile", ("File …",))


def test_nothing_typed_fits_everything_alike() -> None:
    assert {fit("", (name,)) for name in NAMES} == {1.0}
