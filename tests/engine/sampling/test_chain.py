from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.errors import ModelError
from ownhand.core.sampling import DEFAULT_ORDER, SamplingSettings
from ownhand.engine.sampling.chain import chain, shortlist
from ownhand.engine.sampling.context import ChainContext, mask_of
from ownhand.engine.sampling.transforms import TRANSFORMS


def context(recent: tuple[int, ...] = (), **values: object) -> ChainContext:
    return ChainContext(SamplingSettings.from_values(values), np.array(recent, np.int32))


def test_chain_is_the_models_own_distribution_under_neutral_settings() -> None:
    logits = np.random.default_rng(0).standard_normal(50).astype(np.float32)
    assert np.array_equal(chain(logits, context((1, 2, 3))), logits)


def test_chain_follows_the_order_of_the_settings() -> None:
    # At temperature 2 min-p spares the second token, at temperature 1 it does not.
    logits = np.array([2.0, 0.0, -9.0], np.float32)
    before = chain(logits, context(temperature=2.0, min_p=0.2))
    order = ["min_p", *(name for name in DEFAULT_ORDER if name != "min_p")]
    after = chain(logits, context(temperature=2.0, min_p=0.2, order=order))
    assert np.isfinite(before).tolist() == [True, True, False]
    assert np.isfinite(after).tolist() == [True, False, False]


@given(
    st.integers(0, 1000),
    st.permutations(DEFAULT_ORDER),
    st.fixed_dictionaries(
        {},
        optional={
            "temperature": st.sampled_from([0.3, 0.8, 1.5]),
            "top_k": st.sampled_from([1, 5, 60]),
            "top_p": st.sampled_from([0.5, 0.9]),
            "typical_p": st.sampled_from([0.5, 0.9]),
            "min_p": st.sampled_from([0.05, 0.3]),
            "xtc_probability": st.just(1.0),
            "repetition_penalty": st.just(1.3),
            "presence_penalty": st.just(0.4),
            "frequency_penalty": st.just(0.2),
            "dry_multiplier": st.just(0.8),
        },
    ),
)
def test_chain_gives_what_its_transforms_give_one_after_the_other_on_the_whole_vocabulary(
    seed: int, order: list[str], values: dict[str, float]
) -> None:
    rng = np.random.default_rng(seed)
    logits = (rng.standard_normal(200) * 4).astype(np.float32)
    logits[rng.integers(0, 200, 5)] = -np.inf
    recent = tuple(rng.integers(0, 12, 40).tolist())
    prepared = context(recent, order=order, **values)
    expected = logits
    for name in order:
        transform = next(one for one in TRANSFORMS if one.name == name)
        if transform.is_on(prepared):
            expected = transform.apply(expected, prepared)
    assert np.array_equal(chain(logits, prepared), expected)


def test_shortlist_holds_only_the_tokens_that_can_be_chosen() -> None:
    logits = np.random.default_rng(0).standard_normal(1000).astype(np.float32)
    listed = shortlist(logits, context((1, 2, 3), top_k=7, repetition_penalty=1.2))
    assert listed.tokens is not None
    assert len(listed.tokens) == 7
    assert listed.likeliest() == int(logits.argmax())
    assert listed.drawn(np.random.default_rng(0)) in listed.tokens


def test_chain_refuses_broken_logits_with_advice() -> None:
    with pytest.raises(ModelError, match="Load the model again"):
        chain(np.array([0.0, np.nan], np.float32), context())


def test_chain_leaves_the_only_allowed_token_under_the_strictest_settings() -> None:
    logits = np.full(100, -np.inf, np.float32)
    logits[7] = -30.0
    strict = context(
        (7,) * 20, temperature=0.05, top_k=1, top_p=0.01, min_p=1.0, typical_p=0.01,
        xtc_probability=1.0, xtc_threshold=0.01, repetition_penalty=2.0, dry_multiplier=5.0,
        presence_penalty=2.0, frequency_penalty=2.0,
    )  # fmt: skip
    assert np.flatnonzero(np.isfinite(chain(logits, strict))).tolist() == [7]


def test_chain_is_quick_on_a_whole_vocabulary() -> None:
    rng = np.random.default_rng(0)
    logits = (rng.standard_normal(49_152) * 2).astype(np.float32)
    settings = SamplingSettings.from_values(
        {"temperature": 0.8, "top_p": 0.95, "min_p": 0.05, "repetition_penalty": 1.1, "dry_multiplier": 0.8}
    )  # fmt: skip
    recent = rng.integers(0, 500, 256).astype(np.int32)
    prepared = ChainContext(settings, recent, breakers=mask_of(range(100), 49_152))
    times = []
    for _ in range(30):
        started = time.perf_counter()
        chain(logits, prepared)
        times.append(time.perf_counter() - started)
    assert min(times) < 0.005  # about 0.2 ms on an idle core; sorting the vocabulary takes 4 ms
