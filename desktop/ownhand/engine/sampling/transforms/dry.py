"""DRY: discourage the token that would continue a phrase already written."""

from __future__ import annotations

import numpy as np

from ownhand.core.contracts import Floats, Ids
from ownhand.engine.sampling.context import ChainContext, Mask
from ownhand.engine.sampling.numerics import Indices

_LONGEST_EXCESS = 40
"""Matches are counted up to this many tokens beyond the allowed length: the penalty is then so
large (1.75**40 is 5e9) that nothing more can follow from it, and float32 does not overflow."""


def dry(logits: Floats, context: ChainContext) -> Floats:
    """Subtract multiplier * base ** (length - allowed) from what would extend a repeated phrase.

    `length` is that of the longest run of tokens that both ends the text and stands before an
    earlier occurrence of the candidate; runs shorter than the allowed length cost nothing. Neither a
    run nor its continuation may hold a breaker. After p-e-w's description in
    text-generation-webui pull request 5677.
    """
    settings = context.settings
    recent = context.recent
    if settings.dry_multiplier == 0.0 or len(recent) < 2:
        return logits
    last = recent[-1]
    if context.breakers is not None and context.breakers[last]:
        return logits
    ends = np.flatnonzero(recent[:-1] == last)
    if context.breakers is not None:
        ends = ends[~context.breakers[recent[ends + 1]]]
    allowed = settings.dry_allowed_length
    ends, lengths = _matches(recent, ends, allowed, context.breakers)
    if not len(ends):
        return logits
    penalties = settings.dry_multiplier * settings.dry_base ** (lengths - allowed)
    tokens = recent[ends + 1]
    charged = logits.copy()
    np.minimum.at(charged, tokens, logits[tokens] - penalties.astype(np.float32))
    return charged


def _matches(
    recent: Ids, ends: Indices, allowed: int, breakers: Mask | None
) -> tuple[Indices, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """The earlier places whose run is at least `allowed` long, and how long each run is.

    Args:
        recent: The text.
        ends: Places of the last token's earlier occurrences.
        allowed: Shortest run that counts.
        breakers: Tokens that end a run.
    """
    lengths = np.ones(len(ends))
    alive = np.arange(len(ends))
    size = len(recent)
    for back in range(1, min(allowed + _LONGEST_EXCESS, size)):
        token = recent[size - 1 - back]
        if not len(alive) or (breakers is not None and breakers[token]):
            break
        places = ends[alive] - back
        alive = alive[(places >= 0) & (recent[places] == token)]
        lengths[alive] += 1
    long_enough = lengths >= allowed
    return ends[long_enough], lengths[long_enough]
