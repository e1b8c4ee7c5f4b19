"""Transforms that leave fewer tokens to choose from. Each always leaves at least one."""

from __future__ import annotations

import math

import numpy as np

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.numerics import largest, leading, log_sum_exp, odds, only


def top_k(logits: Floats, context: ChainContext) -> Floats:
    """Keep the k largest logits; of equal ones the first, as KerasHub's TopKSampler."""
    k = context.settings.top_k
    if k <= 0 or k >= len(logits):
        return logits
    return only(logits, largest(logits, k))


def top_p(logits: Floats, context: ChainContext) -> Floats:
    """Keep tokens, likeliest first, until their probabilities sum to more than p.

    KerasHub's TopPSampler: a token stays while the sum of those before it is at most p. Holtzman
    et al. 2020, "The curious case of neural text degeneration".
    """
    p = context.settings.top_p
    if p >= 1.0:
        return logits
    weights = odds(logits)
    total = float(weights.sum(dtype=np.float64))
    return only(logits, leading(logits, weights, p * total, reach=False))


def min_p(logits: Floats, context: ChainContext) -> Floats:
    """Drop tokens whose probability is below min-p times that of the likeliest.

    Nguyen et al. 2024, "Turning up the heat: min-p sampling".
    """
    share = context.settings.min_p
    if share <= 0.0:
        return logits
    kept = logits >= logits.max() + np.float32(math.log(share))
    return only(logits, np.flatnonzero(kept))


def typical(logits: Floats, context: ChainContext) -> Floats:
    """Keep the tokens whose surprise is nearest to the expected one, up to the wanted share.

    Meister et al. 2023, "Locally typical sampling": the smallest set, by |-log p - entropy|, whose
    probabilities sum to at least `typical_p`.
    """
    share = context.settings.typical_p
    if share >= 1.0:
        return logits
    support = np.flatnonzero(logits > -np.inf)
    surprise = np.float32(log_sum_exp(logits)) - logits[support]
    probabilities = np.exp(-surprise)
    entropy = float(np.dot(probabilities, surprise))
    deviation = np.abs(surprise - np.float32(entropy))
    return only(logits, support[leading(-deviation, probabilities, share, reach=True)])


def xtc(logits: Floats, context: ChainContext) -> Floats:
    """Now and then drop all tokens that are obvious but the least likely of them.

    "Obvious" is a probability of at least the threshold; with fewer than two of those nothing
    happens. One random number a token, whatever the logits. After p-e-w's description in
    text-generation-webui pull request 6335.
    """
    settings = context.settings
    if settings.xtc_probability <= 0.0:
        return logits
    if context.rng.random() >= settings.xtc_probability:
        return logits
    obvious = np.flatnonzero(logits >= log_sum_exp(logits) + math.log(settings.xtc_threshold))
    if len(obvious) < 2:
        return logits
    dropped = np.delete(obvious, int(np.argmin(logits[obvious])))
    rest = logits.copy()
    rest[dropped] = -np.inf
    return rest
