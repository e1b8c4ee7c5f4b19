"""General English that a model knew before: what it gives up for the writer's style."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.core.resources import read_text
from ownhand.engine.tokenizer import Tokenizer
from ownhand.training.blocks import Blocks
from ownhand.training.report.statistics import Sums

SAMPLE = "samples/general.txt"
_BETWEEN = "\n\n* * *\n\n"


@dataclass(frozen=True, slots=True)
class GeneralEnglish:
    """The sample, cut for a model.

    Attributes:
        blocks: Sequences, none of which goes over the end of a passage.
        bytes: `<float64>[sequences]`, UTF-8 bytes of their targets.
        passages: `<int32>[sequences]`, the passage each is from.
    """

    blocks: Blocks
    bytes: Sums
    passages: Ids


def general_english(tokenizer: Tokenizer, columns: int) -> GeneralEnglish:
    """The packaged sample in sequences of `columns` tokens, padded at the end of each passage.

    Bytes are counted in the text, not in the tokens, so that a tokeniser to which English is all
    unknown words is not taken for a good one.
    """
    ids: list[Ids] = []
    segments: list[Ids] = []
    sizes: list[int] = []
    passages: list[int] = []
    for number, text in enumerate(read_text(SAMPLE).strip().split(_BETWEEN)):
        tokens, starts = tokenizer.encode_with_offsets(text)
        ends = [*starts[1:], len(text)]
        # Pieces overlap by one token, which is the last target of one and the first input of the next.
        for first in range(0, len(tokens) - 1, columns - 1):
            piece = tokens[first : first + columns]
            room = columns - len(piece)
            ids.append(np.pad(piece, (0, room)))
            segments.append(np.pad(np.ones(len(piece), np.int32), (0, room)))
            last = first + len(piece) - 1
            sizes.append(len(text[ends[first] : ends[last]].encode("utf-8")))
            passages.append(number)
    blocks = Blocks(np.stack(ids).astype(np.int32), np.stack(segments).astype(np.int32))
    return GeneralEnglish(blocks, np.asarray(sizes, np.float64), np.asarray(passages, np.int32))
