"""Which tokens of a prompt the model is shown: the last ones that fit, cut where the cache profits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.engine.tokenizer import Tokenizer

_CHARACTERS_PER_TOKEN = (
    10  # more than any text has on average, so that the window is never too small
)


@dataclass(frozen=True, slots=True)
class ContextPlan:
    """What goes into the cache.

    Attributes:
        ids: `<int32>[n]`, at least one token. The begin mark stands only before what was the beginning of
            a text when the model learnt, unless it wants one everywhere.
        dropped_characters: Characters at the start of the prompt that are left out.
        healed: The end of the prompt that was left out so that the first new token can bring it
            along (token healing): "" or a single space.
        max_new: Tokens for which there is room.
        limit: Most tokens of prompt and continuation together.
    """

    ids: Ids
    dropped_characters: int
    healed: str
    max_new: int
    limit: int


def plan_context(tokenizer: Tokenizer, prompt: str, limit: int, max_tokens: int) -> ContextPlan:
    """Decide what part of a prompt is shown.

    A trailing space is healed: a BPE model learned " word" as one token, so after a lone space token it
    writes badly. The space is left out of the context and demanded of the first new token.

    When the prompt is too long, its start is dropped in steps of an eighth of the room, not token by
    token: between two steps the cached tokens stay a prefix of the next request.

    Args:
        tokenizer: The model's tokeniser.
        prompt: The whole text before the caret.
        limit: Most tokens of prompt and continuation.
        max_tokens: Tokens wanted; at most half of the limit is kept free for them.
    """
    healed = " " if prompt.endswith(" ") and prompt.strip() else ""
    text = prompt[: len(prompt) - len(healed)]
    first = list(tokenizer.first_ids)
    room = max(limit - min(max_tokens, limit // 2) - len(first), 1)

    window = _window_start(text, room)
    ids, starts = tokenizer.encode_with_offsets(text[window:])
    dropped = 0
    if len(ids) > room:
        step = max(1, room // 8)
        dropped = min(-(-(len(ids) - room) // step) * step, len(ids) - 1)
    cut = window + starts[dropped] if dropped else window
    kept = ids[dropped:].tolist()
    if cut == 0 or tokenizer.repeats_first:
        kept = [*first, *kept]
    if not kept:
        kept = [tokenizer.start_id]
    if healed and not tokenizer.bringing_space(kept[-1]).any():
        healed = ""  # as after a bracket in a vocabulary of words: nothing would bring one
    return ContextPlan(
        ids=np.asarray(kept, np.int32),
        dropped_characters=cut,
        healed=healed,
        max_new=max(1, min(max_tokens, limit - len(kept))),
        limit=limit,
    )


def _window_start(text: str, room: int) -> int:
    """Where to begin tokenising a long text: far enough back, at a place that moves rarely, between words."""
    size = room * _CHARACTERS_PER_TOKEN
    if len(text) <= 2 * size:
        return 0
    start = (len(text) - size) // size * size
    line = text.find("\n", start, start + size // 4)
    space = text.find(" ", start, start + size // 4)
    return line + 1 if line >= 0 else space if space >= 0 else start
