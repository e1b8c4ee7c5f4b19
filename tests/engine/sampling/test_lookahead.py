from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from tests.helpers.sampling_runs import Outcome, run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder, TinyDecoder

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.lookahead import worth_guessing


def settings(**values: Any) -> SamplingSettings:
    return SamplingSettings.from_values(values)


SETTINGS = st.fixed_dictionaries(
    {"sampler": st.sampled_from(["greedy", "random"])},
    optional={
        "temperature": st.sampled_from([0.2, 0.7, 1.3]),
        "top_k": st.just(3),
        "top_p": st.just(0.8),
        "min_p": st.just(0.1),
        "typical_p": st.just(0.8),
        "xtc_probability": st.just(0.5),
        "repetition_penalty": st.just(1.2),
        "presence_penalty": st.just(-0.5),
        "frequency_penalty": st.just(0.1),
        "dry_multiplier": st.just(0.8),
        "penalty_window": st.just(8),
        "banned_phrases": st.lists(st.text("abcd", min_size=1, max_size=4), max_size=3),
    },
)


@limits(deadline=None)
@given(
    SETTINGS,
    st.integers(0, 30),
    st.lists(st.integers(0, 4), min_size=1, max_size=24),
    st.sampled_from([1, 3, 8]),
    st.sampled_from([frozenset[int](), frozenset({4})]),
    st.booleans(),
    st.sampled_from([30, 60, 500]),
)
def test_text_is_the_same_token_for_token_with_and_without_guesses(
    values: dict[str, Any],
    seed: int,
    prompt: list[int],
    lookahead: int,
    stop_ids: frozenset[int],
    heals: bool,
    context: int,
) -> None:
    # A vocabulary of five and much of the prompt in the text: guesses are made, held and failed.
    allowed = np.array([False, True, True, False, False]) if heals else None

    def write(most: int) -> tuple[Outcome, TinyDecoder]:
        decoder = TinyDecoder(5, seed=seed, peakedness=1.5, context_tokens=context, lookahead=most)
        chosen = settings(**values)
        outcome = run_sampler(
            decoder, prompt, chosen, 50, stop_ids, seed=seed, first_allowed=allowed
        )
        return outcome, decoder

    plain, _ = write(0)
    guessed, decoder = write(lookahead)
    assert guessed.events == plain.events
    assert decoder.length <= context


def test_text_that_repeats_itself_takes_fewer_calls() -> None:
    song = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] * 8

    def sing(lookahead: int) -> ScriptedDecoder:
        decoder = ScriptedDecoder(
            20, lambda row: [9.0 * (token == song[len(row)]) for token in range(20)], 200, lookahead
        )
        outcome = run_sampler(
            decoder, song[:24], settings(sampler="greedy"), 60, decode=lambda _: ""
        )
        assert outcome.tokens == song[24:84]
        return decoder

    assert len(sing(0).calls) == 60
    assert len(sing(8).calls) < 20


def test_text_that_repeats_nothing_is_written_without_guesses() -> None:
    fresh = np.random.default_rng(0).permutation(200).tolist()
    decoder = ScriptedDecoder(
        200, lambda row: [9.0 * (token == fresh[len(row)]) for token in range(200)], 300, 8
    )
    run_sampler(decoder, fresh[:20], settings(sampler="greedy"), 150, decode=lambda _: "")
    assert set(decoder.calls[1:]) == {1}


def test_guesses_that_keep_failing_are_given_up() -> None:
    # The same pair comes again and again, and each time something else follows.
    text = [token for other in range(3, 173) for token in (1, 2, other)]
    decoder = ScriptedDecoder(
        200, lambda row: [9.0 * (token == text[len(row)]) for token in range(200)], 500, 8
    )
    run_sampler(decoder, text[:30], settings(sampler="greedy"), 400, decode=lambda _: "")
    assert set(decoder.calls[-200:]) == {1}


def test_no_guess_goes_beyond_the_tokens_asked_for() -> None:
    decoder = ScriptedDecoder(2, lambda _: [0.0, 9.0], 200, 8)
    run_sampler(decoder, [1] * 20, settings(sampler="greedy"), 12)
    assert decoder.length == 20 + 11  # the last token needs no step
    assert len(decoder.calls) < 8


def test_distribution_is_the_models_own_with_guesses() -> None:
    chances = np.array([[0.05, 0.8, 0.15], [0.1, 0.2, 0.7], [0.6, 0.3, 0.1]])
    logits = np.log(chances).astype(np.float32)
    decoder = ScriptedDecoder(3, lambda row: logits[row[-1]].tolist(), 5000, 8)
    tokens = run_sampler(decoder, [0, 1, 2] * 10, settings(), 4000, seed=7).tokens
    counts = np.zeros((3, 3))
    np.add.at(counts, (tokens[:-1], tokens[1:]), 1)
    expected = chances * counts.sum(axis=1, keepdims=True)
    # The chi-square of six degrees of freedom exceeds 22.5 once in a thousand times.
    assert ((counts - expected) ** 2 / expected).sum() < 22.5
    assert len(decoder.calls) < 3600  # some guesses held
    assert sum(decoder.calls) > 4100  # and some did not


@pytest.mark.parametrize(
    ("first", "later", "guesses"), [(0.1, 0.9, 0), (0.5, 0.1, 1), (0.97, 0.97, 8), (1.0, 1.0, 8)]
)
def test_as_much_is_guessed_as_pays(first: float, later: float, guesses: int) -> None:
    assert worth_guessing(first, later, 8) == guesses


def test_nothing_is_guessed_where_no_room_is() -> None:
    assert worth_guessing(1.0, 1.0, 0) == 0
