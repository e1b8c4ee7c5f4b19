from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.helpers.sampling_runs import letters

from ownhand.engine.sampling.banned import PhraseFinder, PhraseWatch


def utf8(tokens: Sequence[int]) -> str:
    """A tokeniser of single bytes."""
    return bytes(tokens).decode("utf-8", errors="replace")


def fed(phrases: list[str], text: str, prompt: str = "") -> list[tuple[int, int]]:
    """(held, to take back) after each byte of `text`."""
    watch = PhraseWatch(phrases, utf8, list(prompt.encode()))
    seen = []
    for token in text.encode():
        back = watch.push(token)
        seen.append((watch.held, back))
    return seen


def test_watch_holds_from_where_a_phrase_may_have_begun() -> None:
    held = [held for held, _ in fed(["spine"], "a spit")]
    assert held == [0, 0, 1, 2, 3, 0]


def test_watch_asks_back_the_tokens_of_a_whole_phrase() -> None:
    assert fed(["spine"], "a spine")[-1] == (5, 5)


def test_watch_finds_a_phrase_of_characters_that_tokens_split() -> None:
    assert fed(["é😀"], "aé😀")[-1] == (6, 6)
    assert [held for held, _ in fed(["é😀"], "é")] == [1, 2]


def test_watch_holds_a_character_that_is_not_complete() -> None:
    assert [held for held, _ in fed(["x"], "😀a")] == [1, 2, 3, 0, 0]


def test_watch_finds_folded_letters_that_grow() -> None:
    assert fed(["STRASSE"], "die Straße")[-1] == (7, 7)


def test_watch_begins_with_the_end_of_the_prompt() -> None:
    assert fed(["down her spine"], " spine", prompt="shivers down her")[-1] == (6, 6)


def test_watch_leaves_a_phrase_of_the_prompt_alone() -> None:
    assert all(back == 0 for _, back in fed(["spine"], " and", prompt="down her spine"))


def test_watch_takes_back_the_least_when_one_token_completes_two_phrases() -> None:
    assert fed(["her spine", "spine"], "her spine")[-1][1] == 5


def test_watch_revives_what_was_pending_before_a_retraction() -> None:
    # "abc" is pending when "bx" begins; taking "bx" back makes it pending again, so "a" stays held.
    watch = PhraseWatch(["abc", "bx"], letters)
    for token in (0, 1, 23):
        back = watch.push(token)
    assert back == 2
    assert watch.held == 3
    watch.retract(2)
    assert watch.held == 1
    assert [watch.push(1), watch.push(2)] == [0, 3]


def test_watch_without_phrases_holds_nothing() -> None:
    watch = PhraseWatch([], letters)
    assert not any(watch.push(token) for token in range(20))
    assert watch.held == 0


def test_finder_keeps_a_bounded_tail_of_broken_characters() -> None:
    finder = PhraseFinder(["ab"], utf8)
    tail = finder.begin([])
    for _ in range(200):
        tail = finder.look(tail, 0x80).tail
    assert len(tail) < 30


@pytest.mark.parametrize("prompt", ["", "x", "her sp"])
def test_watch_copes_with_a_decoder_that_drops_the_first_space(prompt: str) -> None:
    def decode(tokens: Sequence[int]) -> str:
        return utf8(tokens).removeprefix(" ")

    watch = PhraseWatch([" ine"], decode, list(prompt.encode()))
    assert [watch.push(token) for token in b"a ine"][-1] == 4
