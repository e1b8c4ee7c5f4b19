"""Transforms that make single tokens likelier or rarer."""

from __future__ import annotations

import numpy as np

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import ChainContext


def logit_bias(logits: Floats, context: ChainContext) -> Floats:
    """Add each token's bias to its logit; -inf forbids it, unless that forbade everything."""
    if not context.bias:
        return logits
    biased = logits.copy()
    for token, bias in context.bias.items():
        if 0 <= token < len(biased):
            biased[token] += bias
    return biased if biased.max() > -np.inf else logits


def repetition_penalty(logits: Floats, context: ChainContext) -> Floats:
    """Divide a positive logit of a recent token by the penalty, multiply a negative one.

    Keskar et al. 2019 (CTRL), section 4.1, which divides, with the usual care for the sign.
    """
    penalty = context.settings.repetition_penalty
    if penalty == 1.0 or not len(context.recent):
        return logits
    values = logits[context.recent]  # a token that stands there twice is given the same value twice
    penalised = logits.copy()
    penalised[context.recent] = np.where(values > 0, values / penalty, values * penalty)
    return penalised


def presence_frequency(logits: Floats, context: ChainContext) -> Floats:
    """Subtract the presence penalty once and the frequency penalty once per recent occurrence.

    The formula of the OpenAI API reference ("frequency and presence penalties").
    """
    presence = context.settings.presence_penalty
    frequency = context.settings.frequency_penalty
    recent = context.recent
    if (presence == 0.0 and frequency == 0.0) or not len(recent):
        return logits
    counts = np.bincount(recent)[recent].astype(np.float32)
    penalised = logits.copy()
    penalised[recent] = logits[recent] - (presence + frequency * counts)
    return penalised


def temperature(logits: Floats, context: ChainContext) -> Floats:
    """Divide the logits by the temperature."""
    if context.settings.temperature == 1.0:
        return logits
    return logits / np.float32(context.settings.temperature)
