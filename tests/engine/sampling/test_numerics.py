from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.errors import ModelError
from ownhand.engine.sampling.numerics import (
    checked,
    draw,
    kth_largest,
    largest,
    leading,
    log_sum_exp,
    odds,
)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_checked_refuses_logits_that_are_not_numbers(bad: float) -> None:
    with pytest.raises(ModelError, match="float32"):
        checked(np.array([1.0, bad, 2.0], np.float32))


def test_checked_refuses_logits_without_any_choice() -> None:
    with pytest.raises(ModelError):
        checked(np.full(3, -np.inf, np.float32))


def test_checked_accepts_masked_tokens_and_gives_float32() -> None:
    assert checked(np.array([-np.inf, 1.0], np.float16)).dtype == np.float32


def test_log_sum_exp_is_what_the_softmax_divides_by() -> None:
    logits = np.log(np.array([0.2, 0.5, 0.3], np.float32)) + np.float32(700)
    assert log_sum_exp(logits) == pytest.approx(700, abs=1e-4)


@given(st.integers(0, 1000), st.integers(1, 5000), st.data())
def test_kth_largest_agrees_with_sorting(seed: int, size: int, data: st.DataObject) -> None:
    values = np.random.default_rng(seed).integers(0, size, size).astype(np.float32)
    k = data.draw(st.integers(1, size))
    assert kth_largest(values, k) == np.sort(values)[size - k]


@given(st.integers(0, 1000), st.integers(1, 300), st.integers(1, 300))
def test_largest_takes_the_first_of_equal_values(seed: int, size: int, k: int) -> None:
    values = np.random.default_rng(seed).integers(0, 5, size).astype(np.float32)
    expected = np.sort(np.argsort(-values, kind="stable")[:k])
    assert np.array_equal(largest(values, k), expected)


@given(
    st.integers(0, 1000),
    st.sampled_from([3, 300, 5000]),
    st.sampled_from([0.3, 2.0, 8.0]),
    st.floats(0.01, 0.99),
    st.booleans(),
)
def test_leading_agrees_with_sorting_everything(
    seed: int, size: int, width: float, share: float, reach: bool
) -> None:
    keys = (np.random.default_rng(seed).standard_normal(size) * width).astype(np.float32)
    keys[::7] = -np.inf
    weights = odds(keys)
    order = np.argsort(-keys, kind="stable")
    sums = np.cumsum(weights[order], dtype=np.float64)
    wanted = share * float(sums[-1])
    count = 1 + int(np.searchsorted(sums[:-1], wanted, side="left" if reach else "right"))
    assert np.array_equal(leading(keys, weights, wanted, reach), np.sort(order[:count]))


def test_draw_never_takes_a_masked_token() -> None:
    logits = np.array([-np.inf, 0.0, -np.inf, 0.0], np.float32)
    rng = np.random.Generator(np.random.PCG64(1))
    assert {draw(logits, rng) for _ in range(200)} == {1, 3}


def test_draw_inverts_the_cumulative_distribution_with_one_number() -> None:
    probabilities = np.array([0.1, 0.2, 0.3, 0.4])
    logits = np.log(probabilities).astype(np.float32)
    drawn = np.random.Generator(np.random.PCG64(5))
    same = np.random.Generator(np.random.PCG64(5))
    for _ in range(300):
        expected = int(np.searchsorted(np.cumsum(probabilities), same.random(), side="right"))
        assert draw(logits, drawn) == expected
