from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.transforms.truncation import min_p, top_k, top_p, typical, xtc

Floats = npt.NDArray[np.float32]


def context(seed: int = 0, **values: Any) -> ChainContext:
    settings = SamplingSettings.from_values(values)
    rng = np.random.Generator(np.random.PCG64(seed))
    return ChainContext(settings, np.zeros(0, np.int32), rng=rng)


def logits_of(*probabilities: float) -> Floats:
    return np.log(np.array(probabilities, np.float32))


def kept(logits: Floats) -> list[int]:
    return np.flatnonzero(np.isfinite(logits)).tolist()


def softmax(logits: Floats) -> npt.NDArray[np.float64]:
    weights = np.exp(logits.astype(np.float64) - logits.max())
    probabilities: npt.NDArray[np.float64] = weights / weights.sum()
    return probabilities


def gaussian(seed: int, size: int, spread: float) -> Floats:
    logits: Floats = (np.random.default_rng(seed).normal(size=size) * spread).astype(np.float32)
    return logits


random_logits = st.builds(
    gaussian,
    st.integers(0, 10_000),
    st.sampled_from([2, 7, 300, 5000]),
    st.sampled_from([0.01, 1.0, 4.0, 15.0]),
)


@given(random_logits, st.integers(1, 400))
def test_top_k_keeps_exactly_the_k_largest(logits: Floats, k: int) -> None:
    cut = top_k(logits, context(top_k=k))
    expected = np.argsort(-logits, kind="stable")[:k]
    assert kept(cut) == sorted(expected.tolist())


def test_top_k_keeps_the_first_of_equal_tokens() -> None:
    assert kept(top_k(np.zeros(9, np.float32), context(top_k=3))) == [0, 1, 2]
    logits = np.array([1, 5, 1, 1, 5], np.float32)
    assert kept(top_k(logits, context(top_k=3))) == [0, 1, 4]


def test_top_k_keeps_what_there_is_when_fewer_tokens_are_left() -> None:
    logits = np.array([-np.inf, 1, -np.inf, 2], np.float32)
    assert kept(top_k(logits, context(top_k=3))) == [1, 3]


@given(random_logits, st.sampled_from([0.01, 0.1, 0.5, 0.9, 0.95, 0.99]))
def test_top_p_keeps_a_token_while_the_sum_before_it_is_at_most_p(logits: Floats, p: float) -> None:
    found = kept(top_p(logits, context(top_p=p)))
    order = np.argsort(-logits, kind="stable")
    before = np.concatenate([[0.0], np.cumsum(softmax(logits)[order])[:-1]])
    surely = order[before <= p - 1e-5].tolist() or [int(order[0])]
    perhaps = order[before <= p + 1e-5].tolist()
    assert set(surely) <= set(found) <= set(perhaps)
    assert found  # never empty


def test_top_p_keeps_the_token_that_crosses_p() -> None:
    logits = logits_of(0.5, 0.3, 0.15, 0.05)
    assert kept(top_p(logits, context(top_p=0.4))) == [0]
    assert kept(top_p(logits, context(top_p=0.6))) == [0, 1]
    assert kept(top_p(logits, context(top_p=0.9))) == [0, 1, 2]


def test_min_p_drops_what_is_below_its_share_of_the_likeliest() -> None:
    logits = logits_of(0.5, 0.3, 0.15, 0.04, 0.01)
    assert kept(min_p(logits, context(min_p=0.1))) == [0, 1, 2]
    assert kept(min_p(logits, context(min_p=1.0))) == [0]


@given(random_logits, st.sampled_from([0.01, 0.05, 0.3, 0.9]))
def test_min_p_agrees_with_its_definition_on_probabilities(logits: Floats, share: float) -> None:
    probabilities = softmax(logits)
    ratio = probabilities / probabilities.max()
    found = set(kept(min_p(logits, context(min_p=share))))
    assert set(np.flatnonzero(ratio >= share * 1.0001)) <= found
    assert found <= set(np.flatnonzero(ratio >= share * 0.9999))


def test_typical_drops_the_too_likely_as_well_as_the_too_rare() -> None:
    # Entropy 1.66 nats: the five of 0.1 (surprise 2.30) are nearer to it than the one of 0.45
    # (0.80) or the one of 0.05 (3.00).
    logits = logits_of(0.45, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05)
    assert kept(typical(logits, context(typical_p=0.45))) == [1, 2, 3, 4, 5]


@given(random_logits, st.sampled_from([0.1, 0.5, 0.9, 0.95]))
def test_typical_agrees_with_its_definition(logits: Floats, share: float) -> None:
    probabilities = softmax(logits)
    with np.errstate(divide="ignore"):
        surprise = -np.log(probabilities)
    entropy = float(np.sum(np.where(probabilities > 0, probabilities * surprise, 0)))
    deviation = np.abs(surprise - entropy)
    found = kept(typical(logits, context(typical_p=share)))
    outside = np.setdiff1d(np.arange(len(logits)), found)
    assert probabilities[found].sum() >= share - 1e-4
    if len(outside):
        assert deviation[found].max() <= deviation[outside].min() + 1e-3
    # The smallest such set: without its least typical member the share is not reached.
    least = found[int(np.argmax(deviation[found]))]
    ties = probabilities[found][deviation[found] > deviation[least] - 1e-3].sum()
    assert probabilities[found].sum() - ties <= share + 1e-4


def test_xtc_drops_all_obvious_tokens_but_the_least_likely() -> None:
    logits = logits_of(0.4, 0.3, 0.2, 0.06, 0.04)
    always = context(xtc_probability=1.0, xtc_threshold=0.1)
    assert kept(xtc(logits, always)) == [2, 3, 4]


def test_xtc_does_nothing_with_a_single_obvious_token() -> None:
    logits = logits_of(0.9, 0.06, 0.04)
    assert kept(xtc(logits, context(xtc_probability=1.0))) == [0, 1, 2]


def test_xtc_acts_as_often_as_its_probability_says() -> None:
    logits = logits_of(0.5, 0.4, 0.1)
    shared = context(xtc_probability=0.3, xtc_threshold=0.2)
    acted = sum(len(kept(xtc(logits, shared))) < 3 for _ in range(4000))
    assert acted == pytest.approx(1200, abs=4 * (4000 * 0.3 * 0.7) ** 0.5)


def test_xtc_uses_one_random_number_whether_or_not_it_acts() -> None:
    used = context(seed=3, xtc_probability=0.5)
    xtc(logits_of(0.9, 0.1), used)
    xtc(logits_of(0.5, 0.5), used)
    fresh = np.random.Generator(np.random.PCG64(3))
    fresh.random(2)
    assert used.rng.random() == fresh.random()
