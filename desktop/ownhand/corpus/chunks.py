"""Long texts cut into pieces for the tokeniser, so that two cores work and memory stays small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ownhand.core.contracts import Ids

Tokenise = Callable[[Sequence[str]], Sequence[Sequence[int] | Ids]]
"""Token ids of some texts, without any begin or end mark."""

_CHUNK = 16_384
_AT_ONCE = 64
# Every tokeniser begins a new piece at a space between letters, so a cut there changes no token.
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_ELSEWHERE = re.compile(r"(?<=[\u3001\u3002\uff0c\uff01\uff1f.!?])(?=\S)|(?<=\n)(?=\S)")


def token_ids(texts: Sequence[str], tokenise: Tokenise) -> Iterator[Ids]:
    """Tokens `<int32>[n]` of each text, the long ones in pieces."""
    waiting: list[str] = []
    counts: list[int] = []
    for text in texts:
        parts = list(_pieces(text))
        waiting += parts
        counts.append(len(parts))
        if len(waiting) >= _AT_ONCE:
            yield from _run(waiting, counts, tokenise)
            waiting, counts = [], []
    yield from _run(waiting, counts, tokenise)


def _run(parts: list[str], counts: list[int], tokenise: Tokenise) -> Iterator[Ids]:
    ids: list[Ids] = []
    for start in range(0, len(parts), _AT_ONCE):
        ids += [np.asarray(i, np.int32) for i in tokenise(parts[start : start + _AT_ONCE])]
    position = 0
    for count in counts:
        yield np.concatenate(ids[position : position + count]) if count else np.zeros(0, np.int32)
        position += count


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _CHUNK:
        cut = _BETWEEN_WORDS.search(text, start + _CHUNK, start + 2 * _CHUNK)
        cut = cut or _ELSEWHERE.search(text, start + _CHUNK, start + 2 * _CHUNK)
        end = cut.start() if cut else start + _CHUNK
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]
