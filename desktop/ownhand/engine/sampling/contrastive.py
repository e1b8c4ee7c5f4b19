"""Contrastive search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ownhand.core.contracts import Decoder, Floats
from ownhand.core.errors import ModelError
from ownhand.engine.sampling.chain import chain
from ownhand.engine.sampling.growing_text import GrowingText
from ownhand.engine.sampling.numerics import largest, log_sum_exp
from ownhand.engine.sampling.run import (
    DecodeRun,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)

DEFAULT_CANDIDATES = 5
"""Candidates when top-k is off; KerasHub's default."""

MOST_CANDIDATES = 16
"""As many rows as a decoder has; a larger top-k is cut to it."""


def contrastive(decoder: Decoder, logits: Floats, run: DecodeRun) -> Iterator[SamplerEvent]:
    """A likely token whose hidden state is unlike those before it.

    KerasHub's ContrastiveSampler (Su et al. 2022, "A contrastive framework for neural text
    generation"): of the top-k candidates the one with the highest (1 - alpha) * probability - alpha *
    largest cosine between its hidden state and those of all tokens before it, prompt included. Top-k
    counts the candidates and does not cut the distribution that the probabilities come from; the
    other transforms do. The candidates run through the decoder as its rows.

    Raises:
        ModelError: If the decoder keeps no hidden states.
    """
    settings = replace(run.settings, top_k=0)
    alpha = settings.contrastive_alpha
    text = GrowingText(run, settings, logits)
    states = _States(run)
    room = min(run.max_tokens, decoder.context_tokens - decoder.length)
    while text.length < room:
        allowed = text.allowed()
        if allowed is None:
            yield StopTokenReached()
            return
        chained = chain(allowed, text.context())
        count = min(run.settings.top_k or DEFAULT_CANDIDATES, MOST_CANDIDATES)
        candidates = largest(chained, count)
        candidates = candidates[np.argsort(-chained[candidates], kind="stable")]
        probabilities = np.exp(chained[candidates] - np.float32(log_sum_exp(chained)))
        # Always as many rows, some of them twice, so that no other width has to be compiled.
        decoder.fork([0] * count)
        step = decoder.extend(np.resize(candidates, count)[:, None].astype(np.int32))
        if step.hidden is None:
            raise ModelError(
                "This model does not give what contrastive search needs. Choose another way of"
                " choosing words, for example the Balanced preset."
            )
        hidden = step.hidden[: len(candidates), -1]
        scores = (1.0 - alpha) * probabilities - alpha * states.nearest(hidden)
        best = int(np.argmax(scores))
        token = int(candidates[best])
        decoder.fork([best])
        if token in run.stop_ids:
            yield StopTokenReached()
            return
        states.push(hidden[best])
        banned = text.push(token)
        yield TokenChosen(token, text.held)
        if banned:
            text.take_back(banned)
            states.drop(banned)
            decoder.rewind(banned)
            yield TokensRetracted(banned)
        else:
            text.advance(step.logits[best])


class _States:
    """The directions of the hidden states of all tokens so far."""

    def __init__(self, run: DecodeRun) -> None:
        past = run.past_hidden
        self._length = 0 if past is None else len(past)
        self._rows = np.empty((0, 0), np.float32) if past is None else _directions(past)

    def nearest(self, hidden: Floats) -> Floats:
        """`<float32>[candidates]`, the largest cosine with any state so far; -1 if there is none."""
        if not self._length:
            return np.full(len(hidden), -1.0, np.float32)
        cosines: Floats = _directions(hidden) @ self._rows[: self._length].T
        nearest: Floats = cosines.max(axis=1)
        return nearest

    def push(self, hidden: Floats) -> None:
        """Append the state of the token that was chosen."""
        if self._length == len(self._rows):
            room = np.empty((max(64, self._length), len(hidden)), np.float32)
            self._rows = np.concatenate([self._rows.reshape(-1, len(hidden)), room])
        self._rows[self._length] = _directions(hidden[None])[0]
        self._length += 1

    def drop(self, count: int) -> None:
        """Forget the last `count` states."""
        self._length -= count


def _directions(hidden: Floats) -> Floats:
    hidden = np.asarray(hidden, np.float32)
    norms = np.linalg.norm(hidden, axis=-1, keepdims=True)
    directions: Floats = hidden / np.maximum(norms, np.float32(1e-20))
    return directions
