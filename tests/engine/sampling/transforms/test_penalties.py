from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.transforms.penalties import (
    logit_bias,
    presence_frequency,
    repetition_penalty,
    temperature,
)

LOGITS = np.array([2.0, -1.0, 0.0, 4.0, -3.0], np.float32)


def context(
    recent: tuple[int, ...] = (), bias: dict[int, float] | None = None, **values: Any
) -> ChainContext:
    settings = SamplingSettings.from_values(values)
    return ChainContext(settings, np.array(recent, np.int32), bias or {})


def test_repetition_penalty_divides_positive_and_multiplies_negative_logits() -> None:
    changed = repetition_penalty(LOGITS, context((0, 1, 1, 2), repetition_penalty=1.25))
    assert changed.tolist() == pytest.approx([2.0 / 1.25, -1.0 * 1.25, 0.0, 4.0, -3.0])


def test_repetition_penalty_counts_a_repeated_token_once() -> None:
    once = repetition_penalty(LOGITS, context((3,), repetition_penalty=1.5))
    often = repetition_penalty(LOGITS, context((3,) * 9, repetition_penalty=1.5))
    assert once.tolist() == often.tolist()


def test_repetition_penalty_keeps_masked_tokens_masked() -> None:
    logits = np.array([-np.inf, 1.0], np.float32)
    changed = repetition_penalty(logits, context((0, 1), repetition_penalty=2.0))
    assert changed.tolist() == [-np.inf, 0.5]


def test_presence_penalty_is_subtracted_once_for_each_token_used() -> None:
    changed = presence_frequency(LOGITS, context((0, 0, 0, 4), presence_penalty=0.5))
    assert changed.tolist() == pytest.approx([1.5, -1.0, 0.0, 4.0, -3.5])


def test_frequency_penalty_is_subtracted_for_each_use() -> None:
    changed = presence_frequency(
        LOGITS, context((0, 0, 0, 4), presence_penalty=-0.5, frequency_penalty=0.25)
    )
    assert changed.tolist() == pytest.approx([2 + 0.5 - 0.75, -1.0, 0.0, 4.0, -3 + 0.5 - 0.25])


def test_logit_bias_is_added_to_its_tokens() -> None:
    changed = logit_bias(LOGITS, context(bias={1: 5.0, 3: -100.0}))
    assert changed.tolist() == [2.0, 4.0, 0.0, -96.0, -3.0]


def test_logit_bias_leaves_out_tokens_that_the_model_lacks() -> None:
    changed = logit_bias(LOGITS, context(bias={-1: 5.0, 5: 5.0}))
    assert changed.tolist() == LOGITS.tolist()


def test_temperature_divides_all_logits() -> None:
    changed = temperature(LOGITS, context(temperature=0.5))
    assert changed.tolist() == [4.0, -2.0, 0.0, 8.0, -6.0]
