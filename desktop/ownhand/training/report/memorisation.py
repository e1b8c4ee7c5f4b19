"""How much of the training texts a model can say by heart.

A prefix counts as memorised when the likeliest continuation, token by token, is word for word the
one in the training text: all of its tokens are equal (extractable memorisation with greedy
decoding; Carlini et al., Quantifying Memorization Across Neural Language Models, arXiv 2202.07646).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Decoder, Ids
from ownhand.core.messages import Stage
from ownhand.engine.decoder import KerasDecoder
from ownhand.training.blocks import Blocks

PREFIXES = 32
PREFIX_TOKENS = 50
FEWEST_TOKENS = 8
"""A shorter continuation may be right by chance."""
_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Beginnings of training sequences and how these go on.

    Attributes:
        given: `<int32>[prefixes, tokens]`.
        expected: `<int32>[prefixes, tokens]`.
    """

    given: Ids
    expected: Ids


def training_prefixes(blocks: Blocks, context: int, seed: int) -> Prefixes | None:
    """Up to 32 stretches of training text, each from the beginning of a sequence as it was trained on.

    Where sequences are shorter than 100 tokens, prefix and continuation are half of one each.

    Args:
        blocks: The training part.
        context: Most tokens of the model.
        seed: Of the choice.

    Returns:
        None where no stretch is long enough to say anything.
    """
    length = min(PREFIX_TOKENS, blocks.ids.shape[1] // 2, context // 2)
    while length >= FEWEST_TOKENS:
        rows, columns = _beginnings(blocks.segments, 2 * length)
        if len(rows):
            break
        length //= 2
    else:
        return None
    rng = np.random.Generator(np.random.PCG64([seed, 2]))
    chosen = np.sort(rng.permutation(len(rows))[:PREFIXES])
    places = columns[chosen, None] + np.arange(2 * length)
    ids = np.asarray(blocks.ids[rows[chosen, None], places], np.int32)
    return Prefixes(ids[:, :length], ids[:, length:])


def matching_starts(
    decoder: KerasDecoder, prefixes: Prefixes, cancel: CancelToken
) -> Iterator[Stage | Ids]:
    """Continue prefixes greedily; the last event is how many tokens of each were right before the
    first wrong one, `<int32>[prefixes]`.

    Looks at `cancel` between tokens. A batch ends early once all of its rows have gone astray.
    """
    count, length = prefixes.expected.shape
    found: list[Ids] = []
    for start in range(0, count, _WIDTH):
        numbers = np.arange(start, start + _WIDTH) % count  # the last batch is filled up
        decoder.rewind(decoder.length)
        decoder.fork([0] * _WIDTH)
        yield from decoder.prepare(2 * length, _WIDTH, cancel)
        matched = np.zeros(_WIDTH, np.int32)
        yield Stage("Looking for memorised passages", start, count)
        for at, tokens in enumerate(_greedy(decoder, prefixes.given[numbers], length)):
            cancel.raise_if_cancelled()
            right = tokens == prefixes.expected[numbers, at]
            matched[(matched == at) & right] += 1
            if matched.max() == at:
                break
        found.append(matched)
    decoder.rewind(decoder.length)
    decoder.fork([0])
    yield np.concatenate(found)[:count]


def _greedy(decoder: Decoder, given: Ids, length: int) -> Iterator[Ids]:
    """The likeliest token of each row, `length` times."""
    token = decoder.extend(given).logits.argmax(axis=-1).astype(np.int32)
    yield token
    for _ in range(length - 1):
        token = decoder.extend(token[:, None]).logits.argmax(axis=-1).astype(np.int32)
        yield token


def _beginnings(segments: Ids, length: int) -> tuple[Ids, Ids]:
    """Rows and columns where a document, or its part in a row, begins and goes on for `length` tokens."""
    if segments.shape[1] < length:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    begins = np.ones(segments.shape, bool)
    begins[:, 1:] = segments[:, 1:] != segments[:, :-1]
    reach = segments.shape[1] - length + 1
    whole = begins[:, :reach] & (segments[:, :reach] > 0)
    whole &= segments[:, :reach] == segments[:, length - 1 :]
    rows, columns = np.nonzero(whole)
    return rows.astype(np.int32), columns.astype(np.int32)
