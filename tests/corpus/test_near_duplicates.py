import random

import pytest

from ownhand.corpus import near_duplicates as module
from ownhand.corpus.near_duplicates import near_duplicates


def text_of(seed: int, words: int = 300) -> str:
    chosen = random.Random(seed)
    return " ".join(f"w{chosen.randrange(2000)}" for _ in range(words))


def test_a_draft_and_a_chapter_are_found_and_other_texts_are_not() -> None:
    book = " ".join(text_of(n) for n in range(5))
    chapter = text_of(3)
    draft = text_of(9).split()
    draft[100] = draft[200] = "changed"
    texts = [text_of(20), book, chapter, text_of(9), " ".join(draft), text_of(21)]
    found = near_duplicates(texts)
    assert [(n.number, n.other) for n in found] == [(2, 1), (4, 3)]
    assert found[0].share == 1.0
    assert 0.9 < found[1].share < 1.0


def test_large_collections_are_compared_by_a_fraction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_SHINGLES", 2_000)
    texts = [text_of(n) for n in range(40)]
    texts[30] = texts[5] + " and a little more"
    assert [(n.number, n.other) for n in near_duplicates(texts)] == [(5, 30)]


def test_short_or_no_texts_have_none() -> None:
    assert near_duplicates([]) == ()
    assert near_duplicates(["one two three", "one two three"]) == ()
