from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from tests.helpers.sampling_runs import letters, run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder, TinyDecoder

from ownhand.core.contracts import Floats, Ids, StepOutput
from ownhand.core.errors import ModelError
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling import SAMPLERS, sampler_of


def settings(**values: Any) -> SamplingSettings:
    return SamplingSettings.from_values({"sampler": "contrastive", **values})


class Directions(ScriptedDecoder):
    """A model whose hidden state after a token is a direction that the test gives."""

    def __init__(self, odds: Sequence[float], directions: Sequence[Sequence[float]]) -> None:
        super().__init__(len(odds), lambda _: np.log(odds).tolist())
        self._directions = np.array(directions, np.float32)

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        hidden: Floats = self._directions[ids]
        return StepOutput(super().extend(ids, all_positions).logits, hidden)


def test_contrastive_weighs_probability_against_likeness_to_the_text() -> None:
    # Token 0 is likelier and points as the prompt does; token 1 is at a right angle to it.
    odds, directions = [0.5, 0.3, 0.2], [[1, 0], [0, 1], [1, 0]]
    for alpha, expected in ((0.0, 0), (0.1, 0), (0.2, 1), (0.9, 1)):
        # (1 - a) * 0.5 - a against (1 - a) * 0.3: even at a = 1/6.
        decoder = Directions(odds, directions)
        chosen = run_sampler(decoder, [2], settings(contrastive_alpha=alpha, top_k=2), 1)
        assert chosen.tokens == [expected]


def test_contrastive_compares_with_the_whole_prompt() -> None:
    odds, directions = [0.5, 0.3, 0.1, 0.1], [[1, 0], [0, 1], [1, 0], [0, 1]]
    for prompt, expected in (([2], 1), ([3], 0), ([2, 3], 0), ([3, 2, 3, 2], 0)):
        chosen = run_sampler(Directions(odds, directions), prompt, settings(top_k=2), 1)
        assert chosen.tokens == [expected]


def test_contrastive_runs_its_candidates_as_rows_and_keeps_one() -> None:
    decoder = TinyDecoder()
    run_sampler(decoder, [1, 2, 3], settings(top_k=4), 3)
    assert decoder.calls == [(1, 3), (4, 1), (4, 1), (4, 1)]
    assert (decoder.width, decoder.length) == (1, 6)


def test_contrastive_has_five_candidates_when_top_k_is_off() -> None:
    decoder = TinyDecoder()
    run_sampler(decoder, [1], settings(top_k=0), 1)
    assert decoder.calls[-1] == (5, 1)


def test_contrastive_stops_at_a_stop_token() -> None:
    free = run_sampler(TinyDecoder(seed=3), [1, 2], settings(), 12).tokens
    stop = free[6]
    outcome = run_sampler(TinyDecoder(seed=3), [1, 2], settings(), 12, frozenset({stop}))
    assert outcome.tokens == free[: free.index(stop)]
    assert outcome.stopped


def test_contrastive_goes_back_from_a_banned_phrase() -> None:
    free = run_sampler(TinyDecoder(20, seed=3), [1, 2], settings(), 12).tokens
    phrase = letters(free[4:7])
    decoder = TinyDecoder(20, seed=3)
    outcome = run_sampler(decoder, [1, 2], settings(banned_phrases=[phrase]), 12)
    assert outcome.tokens[:4] == free[:4]
    assert outcome.tokens[4] != free[4]
    assert phrase not in letters(outcome.tokens)
    assert decoder.length == 14


def test_contrastive_says_what_to_do_when_there_are_no_hidden_states() -> None:
    class Mute(TinyDecoder):
        def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
            return StepOutput(super().extend(ids, all_positions).logits, None)

    with pytest.raises(ModelError, match="Balanced"):
        run_sampler(Mute(), [1, 2], settings(), 3)


@pytest.mark.parametrize("entry", SAMPLERS, ids=lambda e: e.name)
def test_sampler_uses_no_more_rows_than_it_says(entry: Any) -> None:
    values = SamplingSettings.from_values({"sampler": entry.name, "num_beams": 3, "top_k": 6})
    decoder = TinyDecoder()
    run_sampler(decoder, [1, 2], values, 8)
    assert max(rows for rows, _ in decoder.calls) == entry.width(values)
    assert sampler_of(entry.name) is entry


def test_registry_holds_each_sampler_name_once() -> None:
    from ownhand.core.sampling import SAMPLER_NAMES

    assert tuple(entry.name for entry in SAMPLERS) == SAMPLER_NAMES
