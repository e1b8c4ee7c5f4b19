from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.helpers.sampling_runs import letters, run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder, TinyDecoder

from ownhand.core.errors import ModelError
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.run import TokenChosen, TokensRetracted


def settings(**values: Any) -> SamplingSettings:
    return SamplingSettings.from_values(values)


def follows(text: str, otherwise: str = "z") -> ScriptedDecoder:
    """A model that writes `text` after "x", and `otherwise` where it is kept from that.

    Its second choice is always the next letter of the alphabet, its third the one after.
    """

    def next_logits(row: list[int]) -> list[float]:
        written = letters(row)
        place = len(written) - 1
        wanted = ord(text[place] if place < len(text) else otherwise) - ord("a")
        return [-float((token - wanted) % 26) * 2 for token in range(26)]

    return ScriptedDecoder(26, next_logits)


X = [ord("x") - ord("a")]


def test_greedy_takes_the_first_of_equally_likely_tokens() -> None:
    flat = ScriptedDecoder(5, lambda _: [1.0, 3.0, 3.0, 3.0, 0.0])
    assert run_sampler(flat, [0], settings(sampler="greedy"), 3).tokens == [1, 1, 1]


def test_greedy_heeds_the_repetition_penalty() -> None:
    stubborn = ScriptedDecoder(3, lambda _: [2.0, 1.9, -5.0])
    plain = run_sampler(stubborn, [2], settings(sampler="greedy"), 4).tokens
    stubborn = ScriptedDecoder(3, lambda _: [2.0, 1.9, -5.0])
    penalised = run_sampler(
        stubborn, [2], settings(sampler="greedy", repetition_penalty=1.5, penalty_window=1), 4
    ).tokens
    assert plain == [0, 0, 0, 0]
    assert penalised == [0, 1, 0, 1]


@pytest.mark.parametrize("sampler", ["greedy", "random"])
def test_stop_token_ends_the_text_and_is_not_shown(sampler: str) -> None:
    outcome = run_sampler(
        follows("abcd"), X, settings(sampler=sampler, temperature=0.05), stop_ids=frozenset({2})
    )
    assert letters(outcome.tokens) == "ab"
    assert outcome.stopped


def test_text_ends_without_a_stop_after_the_tokens_asked_for() -> None:
    decoder = follows("abcdefgh")
    outcome = run_sampler(decoder, X, settings(sampler="greedy"), max_tokens=3)
    assert letters(outcome.tokens) == "abc"
    assert not outcome.stopped
    assert decoder.length == 3  # the last token needs no step


def test_text_ends_where_the_context_is_full() -> None:
    decoder = TinyDecoder(context_tokens=10)
    assert len(run_sampler(decoder, [1, 2, 3, 4], settings(), max_tokens=50).tokens) == 7


def test_same_seed_writes_the_same_text_and_another_seed_another() -> None:
    values = settings(temperature=1.2, xtc_probability=0.4, top_p=0.9)
    first, same, other = (
        run_sampler(TinyDecoder(seed=2), [1, 2], values, 30, seed=seed).tokens for seed in (5, 5, 6)
    )
    assert first == same
    assert first != other


@pytest.mark.parametrize("sampler", ["greedy", "random", "beam", "contrastive"])
def test_first_token_is_one_that_healing_allows(sampler: str) -> None:
    allowed = np.zeros(40, bool)
    allowed[[17, 31]] = True
    outcome = run_sampler(
        TinyDecoder(), [1, 2], settings(sampler=sampler), 5, first_allowed=allowed
    )
    assert outcome.tokens[0] in (17, 31)
    assert len(outcome.tokens) == 5


@pytest.mark.parametrize("sampler", ["greedy", "random", "beam", "contrastive"])
def test_broken_logits_are_an_error_with_advice(sampler: str) -> None:
    broken = ScriptedDecoder(3, lambda _: [0.0, float("nan"), 0.0])
    with pytest.raises(ModelError, match="float32"):
        run_sampler(broken, [0], settings(sampler=sampler))


def test_banned_phrase_across_tokens_is_taken_back_and_another_way_found() -> None:
    decoder = follows("abcdef")
    outcome = run_sampler(decoder, X, settings(sampler="greedy", banned_phrases=["cd"]), 6)
    assert letters(outcome.tokens) == "abddef"
    assert outcome.retractions == [2]
    assert letters(decoder.rows[0]) == "xabdde"  # the cache went back as well


def test_banned_phrase_is_found_whatever_its_case_and_quotes() -> None:
    texts = ["x", "Don", "’", "t ", "Go", "stay", "."]
    wanted = [1, 2, 3, 4, 6]

    def next_logits(row: list[int]) -> list[float]:
        place = min(len(row) - 1, len(wanted) - 1)
        return [3.0 * (token == wanted[place]) + 1.0 * (token == 5) for token in range(7)]

    outcome = run_sampler(
        ScriptedDecoder(7, next_logits),
        [0],
        settings(sampler="greedy", banned_phrases=["don't go"]),
        5,
        decode=lambda tokens: "".join(texts[t] for t in tokens),
    )
    assert "".join(texts[t] for t in outcome.tokens) == "stay’t Go."


def test_banned_phrase_that_begins_in_the_prompt_is_taken_back_to_its_first_new_token() -> None:
    outcome = run_sampler(follows("bc"), X, settings(sampler="greedy", banned_phrases=["XBC"]), 2)
    assert letters(outcome.tokens) == "cc"
    assert outcome.retractions == [2]


def test_banned_phrase_inside_one_token_is_never_shown() -> None:
    texts = ["x", "a spine", "a back", "."]
    decoder = ScriptedDecoder(4, lambda _: [0.0, 5.0, 4.0, 3.0])
    outcome = run_sampler(
        decoder,
        [0],
        settings(sampler="greedy", banned_phrases=["spine"]),
        3,
        decode=lambda tokens: "".join(texts[t] for t in tokens),
    )
    assert outcome.tokens == [2, 2, 2]


def test_text_ends_when_every_way_on_is_banned() -> None:
    outcome = run_sampler(
        follows("abc"),
        X,
        settings(sampler="greedy", banned_phrases=list("abcdefghijklmnopqrstuvwxyz")),
    )
    assert outcome.tokens == []
    assert outcome.stopped


@pytest.mark.parametrize("sampler", ["greedy", "beam", "contrastive"])
def test_healed_text_that_holds_a_banned_phrase_stands_and_the_text_goes_on(sampler: str) -> None:
    # The writer wrote "ab"; healing takes the "b" off the prompt and wants it back.
    allowed = np.zeros(26, bool)
    allowed[1] = True
    decoder = follows("bcd")
    outcome = run_sampler(
        decoder, [0], settings(sampler=sampler, banned_phrases=["ab"]), 3, first_allowed=allowed
    )
    assert letters(outcome.tokens) == "bcd"


@pytest.mark.parametrize("sampler", ["greedy", "beam", "contrastive"])
def test_phrase_that_healing_forces_to_begin_is_broken_off_later(sampler: str) -> None:
    allowed = np.zeros(26, bool)
    allowed[1] = True
    decoder = follows("bcd")
    outcome = run_sampler(
        decoder, [0], settings(sampler=sampler, banned_phrases=["bcd"]), 3, first_allowed=allowed
    )
    assert letters(outcome.tokens)[0] == "b"
    assert "bcd" not in letters(outcome.tokens)
    assert len(outcome.tokens) == 3


@pytest.mark.parametrize("sampler", ["greedy", "random", "contrastive", "beam"])
@pytest.mark.parametrize("seed", range(6))
def test_text_never_holds_a_banned_phrase_and_shown_text_is_never_taken_back(
    sampler: str, seed: int
) -> None:
    # An alphabet of four, so that phrases overlap, nest and come up all the time.
    phrases = ["ab", "bca", "cc", "dab", "acdb", "BD"]
    decoder = TinyDecoder(vocabulary_size=4, seed=seed, peakedness=1.0)
    values = settings(sampler=sampler, banned_phrases=phrases, temperature=1.3, num_beams=3)
    outcome = run_sampler(decoder, [0, 2, 1], values, 60, seed=seed)
    text = "acb" + letters(outcome.tokens)
    assert not any(phrase.casefold() in text for phrase in phrases)
    assert len(outcome.tokens) == 60
    length = shown = 0
    for event in outcome.events:
        if isinstance(event, TokenChosen):
            length += 1
            shown = max(shown, length - event.held)
        elif isinstance(event, TokensRetracted):
            length -= event.count
            assert length >= shown


def test_going_back_gives_the_same_text_as_never_having_been_there() -> None:
    # Greedy with a ban is greedy with that token forbidden at that place: the cache after a
    # retraction must be as if the phrase had never been in it.
    free = run_sampler(
        TinyDecoder(26, seed=4, peakedness=1.0), [5, 9], settings(sampler="greedy"), 12
    )
    phrase = letters(free.tokens[4:7])
    decoder = TinyDecoder(26, seed=4, peakedness=1.0)
    banned = run_sampler(decoder, [5, 9], settings(sampler="greedy", banned_phrases=[phrase]), 12)
    assert sum(decoder.rewinds) > 0
    replayed = TinyDecoder(26, seed=4, peakedness=1.0)
    logits = replayed.extend(np.array([[5, 9, *banned.tokens[:-1]]], np.int32), True).logits[0]
    best = logits[1:].argmax(axis=1).tolist()
    differing = [
        place for place, (a, b) in enumerate(zip(best, banned.tokens, strict=True)) if a != b
    ]
    assert banned.retractions == [3, 3]
    assert differing == [4, 7]  # greedy everywhere else
