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
    tokens = np.unique(context.recent)
    values = logits[tokens]
    penalised = logits.copy()
    penalised[tokens] = np.where(values > 0, values / penalty, values * penalty)
    return penalised


def presence_frequency(logits: Floats, context: ChainContext) -> Floats:
    """Subtract the presence penalty once and the frequency penalty once per recent occurrence.

    The formula of the OpenAI API reference ("frequency and presence penalties").
    """
    presence = context.settings.presence_penalty
    frequency = context.settings.frequency_penalty
    if (presence == 0.0 and frequency == 0.0) or not len(context.recent):
        return logits
    tokens, counts = np.unique(context.recent, return_counts=True)
    penalised = logits.copy()
    penalised[tokens] -= presence + frequency * counts.astype(np.float32)
    return penalised


def temperature(logits: Floats, context: ChainContext) -> Floats:
    """Divide the logits by the temperature."""
    if context.settings.temperature == 1.0:
        return logits
    return logits / np.float32(context.settings.temperature)
