"""How well a command fits what the writer types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_AT_WORD, _WITHIN, _SCATTERED, _IN_REMARK = 8.0, 4.0, 2.0, 1.0


def fit(query: str, names: Sequence[str], remark: str = "") -> float:
    """How well something fits a query; 0 if some word of the query fits nothing of it.

    Args:
        query: Words, or beginnings of them, or some of their letters in order ("fifo" finds "Find in
            folder"); in any order and without regard to case and accents.
        names: What it is called, in several languages, the best name first.
        remark: What it does; a word at the beginning of one of these counts a little.
    """
    words = _folded(query).split()
    folded = [_folded(name) for name in names]
    told = _folded(remark)
    scores = [max((_fit_of(word, told, folded)), 0.0) for word in words]
    if not all(scores):
        return 0.0
    brevity = 1 / (1 + min(map(len, folded), default=0))  # of two that fit alike, the shorter
    return sum(scores) + brevity if words else 1.0


def _fit_of(word: str, remark: str, names: Sequence[str]) -> float:
    best = _IN_REMARK if re.search(rf"\b{re.escape(word)}", remark) else 0.0
    for place, name in enumerate(names):
        least = 0.1 * place
        if re.search(rf"\b{re.escape(word)}", name):
            best = max(best, _AT_WORD - least + (1.0 if name.startswith(word) else 0.0))
        elif word in name:
            best = max(best, _WITHIN - least)
        elif re.search(r"\b" + ".*?".join(map(re.escape, word)), name):
            best = max(best, _SCATTERED - least)
    return best


def _folded(text: str) -> str:
    """Small letters without accents: "Öffnen" is "offnen"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
