"""All transforms that the settings ask for, in the order they ask for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.numerics import Indices, checked, draw
from ownhand.engine.sampling.transforms import TRANSFORMS

_BY_NAME = {transform.name: transform for transform in TRANSFORMS}

_WORTH_LEAVING_OUT = 4
"""A vocabulary is left behind once at most one in so many of its tokens can still be chosen."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """What the chain leaves to choose from.

    Attributes:
        logits: `<float32>[n]`; at least one is above -inf.
        tokens: `<intp>[n]`, ascending: whose logits they are; None when they are the whole vocabulary's.
    """

    logits: Floats
    tokens: Indices | None = None

    def likeliest(self) -> int:
        """The token with the largest logit; of equal ones the first."""
        return self._token(int(self.logits.argmax()))

    def drawn(self, rng: np.random.Generator) -> int:
        """A token by the softmax of the logits, with one random number."""
        return self._token(draw(self.logits, rng))

    def spread(self, vocabulary: int) -> Floats:
        """`<float32>[vocabulary]`, with -inf for all tokens that are not listed."""
        if self.tokens is None:
            return self.logits
        logits = np.full(vocabulary, -np.inf, np.float32)
        logits[self.tokens] = self.logits
        return logits

    def shortened(self) -> Shortlist:
        """The same without the masked tokens, if that leaves out most of them."""
        kept = np.flatnonzero(self.logits > -np.inf)
        if _WORTH_LEAVING_OUT * len(kept) > len(self.logits):
            return self
        return Shortlist(self.logits[kept], kept if self.tokens is None else self.tokens[kept])

    def _token(self, place: int) -> int:
        return place if self.tokens is None else int(self.tokens[place])


def shortlist(logits: Floats, context: ChainContext) -> Shortlist:
    """Apply the transforms that are on; as soon as one leaves few tokens, the others see only those.

    Args:
        logits: `<float32>[vocabulary]`, as the model gave them or with forbidden tokens at -inf.
        context: Settings and text so far.

    Returns:
        The tokens that may be chosen. The input is unchanged (and may be what comes back when every
        transform is off).

    Raises:
        ModelError: If the logits are not usable numbers.
    """
    listed = Shortlist(checked(logits))
    for name in context.settings.order:
        transform = _BY_NAME[name]
        if not transform.is_on(context):
            continue
        if transform.by_token:
            listed = Shortlist(listed.spread(len(logits)))
        listed = Shortlist(transform.apply(listed.logits, context), listed.tokens)
        if transform.cuts:
            listed = listed.shortened()
    return listed


def chain(logits: Floats, context: ChainContext) -> Floats:
    """`shortlist` as logits `<float32>[vocabulary]`; masked tokens are -inf."""
    return shortlist(logits, context).spread(len(logits))
