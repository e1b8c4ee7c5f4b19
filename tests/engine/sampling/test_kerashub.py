"""The samplers against KerasHub's own, over the same model."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from tests.helpers.sampling_runs import run_sampler
from tests.helpers.tiny_decoder import TinyDecoder

from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.chain import chain
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.numerics import draw

Probabilities = npt.NDArray[np.float64]

PROMPT = [3, 1, 4, 1, 5]
NEW = 24


@pytest.fixture(scope="module")
def samplers() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TensorFlow's own import
        import keras_hub

    return keras_hub.samplers


def kerashub_tokens(
    sampler: Any, model: Callable[[int], TinyDecoder], stop_ids: frozenset[int], max_tokens: int
) -> list[int]:
    """What a KerasHub sampler writes after PROMPT, each step computed anew without a cache."""
    length = len(PROMPT) + max_tokens
    first = model(1).extend(np.array([PROMPT], np.int32))
    assert first.hidden is not None
    hidden = np.zeros((1, length, first.hidden.shape[-1]), np.float32)
    hidden[:, : len(PROMPT)] = first.hidden

    def following(prompt: Any, cache: Any, index: Any) -> tuple[Any, Any, Any]:
        ids = np.array(prompt)[:, : int(index)].astype(np.int32)
        step = model(len(ids)).extend(ids)
        assert step.hidden is not None
        return step.logits, step.hidden[:, -1], cache

    written = sampler(
        next=following,
        prompt=np.array([PROMPT + [0] * max_tokens], np.int32),
        index=len(PROMPT),
        mask=np.array([[True] * len(PROMPT) + [False] * max_tokens]),
        stop_token_ids=tuple(stop_ids) or None,
        hidden_states=hidden,
    )
    tokens: list[int] = np.array(written)[0, len(PROMPT) :].tolist()
    ends = [place for place, token in enumerate(tokens) if token in stop_ids]
    return tokens[: ends[0]] if ends else tokens


def kerashub_sampler(samplers: Any, settings: SamplingSettings) -> Any:
    match settings.sampler:
        case "greedy":
            return samplers.GreedySampler(temperature=settings.temperature)
        case "beam":
            return samplers.BeamSampler(
                num_beams=settings.num_beams, temperature=settings.temperature
            )
        case _:
            return samplers.ContrastiveSampler(
                k=settings.top_k or 5,
                alpha=settings.contrastive_alpha,
                temperature=settings.temperature,
            )


@pytest.mark.parametrize(
    "stop_ids", [frozenset[int](), frozenset({7, 11})], ids=["endless", "stops"]
)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "values",
    [
        {"sampler": "greedy"},
        {"sampler": "beam", "num_beams": 1},
        {"sampler": "beam", "num_beams": 5},
        {"sampler": "beam", "num_beams": 10, "temperature": 1.7},
        {"sampler": "contrastive"},
        {"sampler": "contrastive", "top_k": 8, "contrastive_alpha": 0.3, "temperature": 0.7},
    ],
    ids=lambda v: "-".join(map(str, v.values())),
)
def test_deterministic_sampler_writes_the_same_tokens_as_kerashub(
    samplers: Any, values: dict[str, Any], seed: int, stop_ids: frozenset[int]
) -> None:
    def model(rows: int) -> TinyDecoder:
        return TinyDecoder(vocabulary_size=30, seed=seed, peakedness=1.0, rows=rows)

    settings = SamplingSettings.from_values(values)
    expected = kerashub_tokens(kerashub_sampler(samplers, settings), model, stop_ids, NEW)
    ours = run_sampler(model(1), PROMPT, settings, NEW, stop_ids)
    assert ours.tokens == expected
    assert ours.stopped == (len(expected) < NEW)


def sampled_kerashub(sampler: Any, logits: npt.NDArray[np.float32], count: int) -> list[int]:
    probabilities = sampler.compute_probabilities(np.tile(logits, (count, 1)))
    drawn: list[int] = np.array(sampler.get_next_token(probabilities)).tolist()
    return drawn


def kept_by_formula(logits: npt.NDArray[np.float32], settings: SamplingSettings) -> Probabilities:
    """The distribution that KerasHub's documentation gives for temperature, top-k and top-p."""
    weights = np.exp(logits.astype(np.float64) / settings.temperature)
    probabilities = weights / weights.sum()
    order = np.argsort(-probabilities, kind="stable")
    if settings.top_k:
        order = order[: settings.top_k]
    if settings.top_p < 1:
        before = np.concatenate([[0.0], np.cumsum(probabilities[order])[:-1]])
        order = order[before <= settings.top_p]
    kept: Probabilities = np.zeros_like(probabilities)
    kept[order] = probabilities[order] / probabilities[order].sum()
    return kept


def is_chance(statistic: float, freedom: int) -> bool:
    """Whether a chi-square statistic is within its 0.9999 quantile (Wilson and Hilferty 1931)."""
    spread = 2 / (9 * freedom)
    return float(((statistic / freedom) ** (1 / 3) - (1 - spread)) / spread**0.5) < 3.72


CASES: list[dict[str, Any]] = [
    {},
    {"temperature": 0.6},
    {"top_k": 5},
    {"top_k": 10, "temperature": 1.5},
    {"top_p": 0.5},
    {"top_p": 0.9, "temperature": 0.8},
]


@pytest.mark.parametrize("values", CASES, ids=str)
def test_random_sampler_draws_from_the_distribution_of_kerashub(
    samplers: Any, values: dict[str, Any]
) -> None:
    settings = SamplingSettings.from_values(values)
    logits = (np.random.default_rng(8).standard_normal(40) * 1.5).astype(np.float32)
    expected = kept_by_formula(logits, settings)
    rng = np.random.Generator(np.random.PCG64(20))
    count = 6000
    chained = chain(logits, ChainContext(settings, np.zeros(0, np.int32)))
    ours = np.bincount([draw(chained, rng) for _ in range(count)], minlength=40)
    if settings.top_k:
        theirs_sampler = samplers.TopKSampler(
            k=settings.top_k, seed=4, temperature=settings.temperature
        )
    elif settings.top_p < 1:
        theirs_sampler = samplers.TopPSampler(
            p=settings.top_p, seed=4, temperature=settings.temperature
        )
    else:
        theirs_sampler = samplers.RandomSampler(seed=4, temperature=settings.temperature)
    theirs = np.bincount(sampled_kerashub(theirs_sampler, logits, count), minlength=40)

    assert set(np.flatnonzero(ours)) <= set(np.flatnonzero(expected))
    common = expected * count >= 5  # below that chi-square does not hold; pool the rest
    pooled = [np.append(x[common], x[~common].sum()) for x in (ours, theirs, expected * count)]
    mine, other, wanted = (x[pooled[2] > 0] for x in pooled)
    assert is_chance(float(((mine - wanted) ** 2 / wanted).sum()), len(wanted) - 1)
    assert is_chance(
        float(((mine - other) ** 2 / np.maximum(mine + other, 1)).sum()), len(wanted) - 1
    )


def test_top_p_keeps_the_tokens_that_kerashub_keeps(samplers: Any) -> None:
    logits = (np.random.default_rng(1).standard_normal(25) * 2).astype(np.float32)
    for p in (0.05, 0.3, 0.5, 0.8):
        settings = SamplingSettings.from_values({"top_p": p})
        chained = chain(logits, ChainContext(settings, np.zeros(0, np.int32)))
        theirs = set(sampled_kerashub(samplers.TopPSampler(p=p, seed=1), logits, 5000))
        assert theirs <= set(np.flatnonzero(np.isfinite(chained)))
        rare = np.exp(chained - np.logaddexp.reduce(chained)) < 0.002
        assert set(np.flatnonzero(np.isfinite(chained) & ~rare)) <= theirs
