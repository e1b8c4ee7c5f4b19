"""Rows of one decoder write what each would write alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from tests.helpers.sampling_runs import fold, letters, prefill, run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder, TinyDecoder

from ownhand.core.contracts import Decoder
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.candidates import CandidateRows
from ownhand.engine.sampling.run import DecodeRun, SamplerEvent

PROMPT = [1, 2, 3]
MakeDecoder = Callable[[], Decoder]


def settings(**values: Any) -> SamplingSettings:
    return SamplingSettings.from_values(values)


def scripted() -> ScriptedDecoder:
    """Logits that are exact whatever the batch, and differ with all that was written."""

    def next_logits(row: list[int]) -> Sequence[float]:
        rng = np.random.default_rng([len(row), *row])
        return list(rng.standard_normal(12) * 2)

    return ScriptedDecoder(12, next_logits)


def write(
    decoder: Decoder,
    values: SamplingSettings,
    count: int,
    max_tokens: int = 20,
    stop_ids: frozenset[int] = frozenset(),
) -> list[list[SamplerEvent]]:
    logits, _ = prefill(decoder, PROMPT)
    runs = [
        DecodeRun(
            settings=values,
            prompt_ids=np.array(PROMPT, np.int32),
            max_tokens=max_tokens,
            stop_ids=stop_ids,
            decode=letters,
            rng=np.random.Generator(np.random.PCG64(seed)),
        )
        for seed in range(count)
    ]
    events: list[list[SamplerEvent]] = [[] for _ in runs]
    for index, event in CandidateRows(decoder, logits, runs).run():
        events[index].append(event)
    return events


@pytest.mark.parametrize("make", [scripted, TinyDecoder])
@pytest.mark.parametrize(
    "values",
    [
        {},
        {"temperature": 0.7, "top_k": 5, "repetition_penalty": 1.3},
        {"xtc_probability": 0.5, "dry_multiplier": 0.8},
        {"banned_phrases": ["b", "cd", "efg", "ih"], "temperature": 1.5},
        {"sampler": "greedy", "banned_phrases": ["ab"]},
    ],
)
def test_each_row_is_what_it_would_be_alone(make: MakeDecoder, values: dict[str, Any]) -> None:
    stops = frozenset({4})
    wanted = settings(**values)
    batch = [fold(iter(events)) for events in write(make(), wanted, 4, stop_ids=stops)]
    alone = [
        run_sampler(make(), PROMPT, wanted, stop_ids=stops, seed=seed, decode=letters)
        for seed in range(4)
    ]
    assert [row.tokens for row in batch] == [row.tokens for row in alone]
    assert [row.stopped for row in batch] == [row.stopped for row in alone]
    assert [row.retractions for row in batch] == [row.retractions for row in alone]


def test_rows_that_are_ended_from_outside_choose_no_more() -> None:
    decoder = scripted()
    logits, _ = prefill(decoder, PROMPT)
    run = DecodeRun(
        settings(), np.array(PROMPT, np.int32), 10, frozenset(), letters, np.random.default_rng(1)
    )
    other = DecodeRun(
        settings(), np.array(PROMPT, np.int32), 10, frozenset(), letters, np.random.default_rng(2)
    )
    rows = CandidateRows(decoder, logits, [run, other])
    counts = [0, 0]
    for index, _ in rows.run():
        counts[index] += 1
        if counts[0] == 3:
            rows.end(0)
    assert counts == [3, 10]


def test_one_decode_step_serves_all_rows() -> None:
    decoder = TinyDecoder()
    write(decoder, settings(), 4, max_tokens=6)
    assert decoder.calls == [(1, 3), *[(4, 1)] * 5]
