from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
from tests.helpers.sampling_runs import letters, run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder, TinyDecoder

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.run import LineChanged, TokenChosen


def settings(**values: Any) -> SamplingSettings:
    return SamplingSettings.from_values({"sampler": "beam", **values})


def detour(row: list[int]) -> list[float]:
    """Token 0 looks better, but only token 1 leads to a certain third token."""
    odds = {
        (): [0.6, 0.4, 1e-9],
        (0,): [0.4, 0.3, 0.3],
        (1,): [0.001, 0.001, 0.998],
    }.get(tuple(row[1:]), [0.4, 0.3, 0.3])
    return [math.log(p) for p in odds]


def test_beam_finds_the_line_that_greedy_misses() -> None:
    greedy = SamplingSettings(sampler="greedy")
    assert run_sampler(ScriptedDecoder(3, detour), [2], greedy, 2).tokens == [0, 0]
    assert run_sampler(ScriptedDecoder(3, detour), [2], settings(num_beams=2), 2).tokens == [1, 2]


@pytest.mark.parametrize("seed", range(3))
def test_beam_wide_enough_finds_the_likeliest_line_of_all(seed: int) -> None:
    def score(line: tuple[int, ...]) -> float:
        decoder = TinyDecoder(4, seed=seed, peakedness=0.5)
        logits = decoder.extend(np.array([[1, 2, *line[:-1]]], np.int32), True).logits[0, 1:]
        norms = np.log(np.exp(logits).sum(axis=1))
        return float(sum(logits[i, t] - norms[i] for i, t in enumerate(line)))

    best = max(itertools.product(range(4), repeat=3), key=score)
    decoder = TinyDecoder(4, seed=seed, peakedness=0.5)
    outcome = run_sampler(decoder, [1, 2], settings(num_beams=16), 3)
    assert tuple(outcome.tokens) == best


def test_beam_previews_its_best_line_at_each_step_and_inserts_the_last() -> None:
    outcome = run_sampler(TinyDecoder(seed=1), [1, 2], settings(num_beams=3), 6)
    previews = outcome.events[:6]
    assert all(isinstance(event, LineChanged) for event in previews)
    assert [len(line) for line in outcome.lines] == [1, 2, 3, 4, 5, 6]
    assert all(isinstance(event, TokenChosen) for event in outcome.events[6:])
    assert tuple(outcome.tokens) == outcome.lines[-1]


def test_beam_leaves_its_best_line_in_the_cache() -> None:
    decoder = ScriptedDecoder(3, detour)
    outcome = run_sampler(decoder, [2], settings(num_beams=3), 4)
    assert decoder.rows == [[2, *outcome.tokens[:-1]]]


def test_beam_ends_when_every_line_has_stopped() -> None:
    # Token 2 stops; after it nothing but itself is likely.
    decoder = ScriptedDecoder(3, lambda row: [0.0, -0.5, 9.0 if len(row) > 2 else -1.0])
    outcome = run_sampler(decoder, [0], settings(num_beams=2), 50, stop_ids=frozenset({2}))
    assert outcome.stopped
    assert len(outcome.tokens) < 5
    assert 2 not in outcome.tokens


def test_beam_applies_the_settings_to_every_line() -> None:
    decoder = ScriptedDecoder(4, lambda _: [3.0, 2.9, 2.8, 0.0])
    outcome = run_sampler(
        decoder, [3], settings(num_beams=2, repetition_penalty=2.0, penalty_window=3), 3
    )
    assert sorted(outcome.tokens) == [0, 1, 2]


def test_beam_never_keeps_a_line_with_a_banned_phrase() -> None:
    banned = settings(num_beams=2, banned_phrases=["bc"])
    outcome = run_sampler(ScriptedDecoder(3, detour), [2], banned, 2)
    assert letters(outcome.tokens) == "aa"


def test_beam_ends_when_every_line_would_hold_a_banned_phrase() -> None:
    decoder = ScriptedDecoder(3, detour)
    outcome = run_sampler(decoder, [2], settings(num_beams=2, banned_phrases=["a", "b", "c"]), 5)
    assert outcome.tokens == []
    assert outcome.stopped


def test_beam_keeps_what_it_has_when_no_line_can_go_on() -> None:
    decoder = ScriptedDecoder(3, detour)
    phrases = ["b", "c", "aaa"]
    outcome = run_sampler(decoder, [2], settings(num_beams=2, banned_phrases=phrases), 5)
    assert letters(outcome.tokens) == "aa"
    assert outcome.stopped
    assert decoder.rows == [[2, 0, 0]]
