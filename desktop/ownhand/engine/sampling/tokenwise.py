"""Greedy and random: one loop that chooses token after token, and goes back from banned phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ownhand.core.contracts import Decoder, Floats
from ownhand.engine.sampling.chain import Shortlist, shortlist
from ownhand.engine.sampling.growing_text import GrowingText
from ownhand.engine.sampling.lookahead import LookingAhead
from ownhand.engine.sampling.run import (
    DecodeRun,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)

Choose = Callable[[Shortlist, np.random.Generator], int]


def greedy(decoder: Decoder, logits: Floats, run: DecodeRun) -> Iterator[SamplerEvent]:
    """The likeliest token every time; of equal ones the first. KerasHub's GreedySampler.

    The whole chain comes before the choice, so the penalties and DRY act here as well.
    """
    return _tokenwise(decoder, logits, run, lambda listed, _: listed.likeliest())


def random(decoder: Decoder, logits: Floats, run: DecodeRun) -> Iterator[SamplerEvent]:
    """A token by its probability.

    KerasHub's RandomSampler; with top-k or top-p its TopKSampler or TopPSampler.
    """
    return _tokenwise(decoder, logits, run, Shortlist.drawn)


def _tokenwise(
    decoder: Decoder, logits: Floats, run: DecodeRun, choose: Choose
) -> Iterator[SamplerEvent]:
    text = GrowingText(run, run.settings, logits)
    ahead = LookingAhead(decoder, run.prompt_ids)
    room = min(run.max_tokens, decoder.context_tokens - decoder.length + 1)
    while text.length < room:
        allowed = text.allowed()
        if allowed is None:
            yield StopTokenReached()
            return
        token = choose(shortlist(allowed, text.context()), run.rng)
        if token in run.stop_ids:
            yield StopTokenReached()
            return
        banned = text.push(token)
        yield TokenChosen(token, text.held)
        if banned:
            text.take_back(banned)
            if banned > 1:  # the last token is not in the cache yet
                ahead.rewind(banned - 1)
            yield TokensRetracted(banned)
        elif text.length < room:
            text.advance(ahead.extend(token, room - text.length - 1))
