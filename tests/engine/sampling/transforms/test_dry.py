from __future__ import annotations

import time
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.context import ChainContext, mask_of
from ownhand.engine.sampling.transforms.dry import dry

VOCABULARY = 12


def penalties(
    recent: list[int], breakers: frozenset[int] = frozenset(), **values: Any
) -> npt.NDArray[np.float32]:
    settings = SamplingSettings.from_values({"dry_multiplier": 0.8, **values})
    logits = np.linspace(-3, 3, VOCABULARY).astype(np.float32)
    context = ChainContext(
        settings, np.array(recent, np.int32), breakers=mask_of(breakers, VOCABULARY)
    )
    return logits - dry(logits, context)


def naive_penalties(
    recent: list[int], breakers: frozenset[int], multiplier: float, base: float, allowed: int
) -> list[float]:
    """The description of DRY taken literally, in quadratic time."""
    found = [0.0] * VOCABULARY
    for candidate in set(range(VOCABULARY)) - breakers:
        for place in range(1, len(recent)):
            if recent[place] != candidate:
                continue
            length = 0
            while length < place:
                token = recent[len(recent) - 1 - length]
                if token in breakers or token != recent[place - 1 - length]:
                    break
                length += 1
            if length >= allowed and length > 0:
                found[candidate] = max(found[candidate], multiplier * base ** (length - allowed))
    return found


def test_dry_charges_what_would_continue_a_phrase() -> None:
    # 1 2 3 was followed by 4; the text ends in 1 2 3 again.
    charged = penalties([1, 2, 3, 4, 9, 1, 2, 3], dry_base=1.75, dry_allowed_length=2)
    assert charged[4] == pytest.approx(0.8 * 1.75, rel=1e-5)
    assert np.count_nonzero(charged) == 1


def test_dry_leaves_phrases_shorter_than_the_allowed_length_alone() -> None:
    assert not penalties([3, 4, 9, 3], dry_allowed_length=2).any()
    assert penalties([2, 3, 4, 9, 2, 3], dry_allowed_length=2)[4] == pytest.approx(0.8)


def test_dry_counts_no_phrase_across_a_breaker() -> None:
    text = [1, 2, 3, 4, 9, 1, 2, 3]
    assert penalties(text, frozenset({2}), dry_allowed_length=1)[4] == pytest.approx(0.8)
    assert not penalties(text, frozenset({2}), dry_allowed_length=2).any()
    assert not penalties(text, frozenset({3})).any()
    assert not penalties(text, frozenset({4})).any()


def test_dry_takes_the_longest_of_several_matches() -> None:
    charged = penalties([2, 3, 4, 9, 1, 2, 3, 4, 8, 1, 2, 3], dry_allowed_length=2, dry_base=2)
    assert charged[4] == pytest.approx(0.8 * 2)


@given(
    recent=st.lists(st.integers(0, 4), max_size=40),
    breakers=st.frozensets(st.integers(0, 4), max_size=2),
    allowed=st.integers(1, 4),
    base=st.sampled_from([1.0, 1.25]),
)
def test_dry_agrees_with_the_literal_description(
    recent: list[int], breakers: frozenset[int], allowed: int, base: float
) -> None:
    charged = penalties(recent, breakers, dry_allowed_length=allowed, dry_base=base)
    expected = naive_penalties(recent, breakers, 0.8, base, allowed)
    assert charged.tolist() == pytest.approx(expected, rel=2e-3, abs=2e-3)


def test_dry_stays_finite_and_quick_in_an_endless_loop() -> None:
    started = time.perf_counter()
    charged = penalties([1, 2, 3, 4] * 2048, dry_multiplier=5.0, dry_base=4.0)
    assert time.perf_counter() - started < 0.5  # about 0.5 ms; quadratic Python would take minutes
    assert charged[1] > 1e20
    assert np.isfinite(charged).all()
