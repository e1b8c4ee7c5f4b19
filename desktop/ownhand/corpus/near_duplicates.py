"""Documents that nearly equal another one, or stand within it: drafts, copies, a chapter and its book.

Compares the sets of five-unit shingles of documents (Broder, 1997), of large collections a fixed
fraction of the hashes (FracMinHash; Irber and others, 2022).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ownhand.corpus.units import Hashes, Vocabulary, numbered_units, window_hashes

SHINGLE = 5
CONTAINED = 0.8
"""Share of a document's shingles that must stand in another one."""

_FEWEST_SHINGLES = 20
_MOST_SHINGLES = 4_000_000
_MOST_OWNERS = 64


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A document that adds next to nothing.

    Attributes:
        number: Which document.
        other: The larger one that holds it.
        share: Part of its shingles that the other has, 0.8 to 1.0.
    """

    number: int
    other: int
    share: float


def shingles(text: str, vocabulary: Vocabulary) -> Hashes:
    """Hashes of all runs of five units, sorted, each once."""
    ids, _ = numbered_units(text, vocabulary.learn)
    count = len(ids) - SHINGLE + 1
    if count < _FEWEST_SHINGLES:
        return np.zeros(0, np.uint64)
    starts = np.arange(count, dtype=np.int64)
    return np.unique(window_hashes(ids, starts, np.full(count, SHINGLE, np.int64)))


def near_duplicates(
    texts: Iterable[str], look: Callable[[int], None] = lambda _number: None
) -> tuple[NearDuplicate, ...]:
    """Find documents most of which stands in a larger one.

    Args:
        texts: Of the documents.
        look: Called with the number of each document in turn, for progress and to cancel.
    """
    vocabulary = Vocabulary()
    hashes: list[Hashes] = []
    amounts: list[int] = []
    fraction = 1
    total = 0
    for number, text in enumerate(texts):
        look(number)
        found = shingles(text, vocabulary)
        amounts.append(len(found))
        found = _thinned(found, fraction)
        hashes.append(found)
        total += len(found)
        while total > _MOST_SHINGLES:
            fraction *= 2
            hashes = [_thinned(h, fraction) for h in hashes]
            total = sum(map(len, hashes))
    sizes = np.fromiter(map(len, hashes), np.int64, len(hashes))
    if not total:
        return ()
    owners = np.repeat(np.arange(len(hashes), dtype=np.int64), sizes)
    everything = np.concatenate(hashes)
    order = np.argsort(everything, kind="stable")
    everything, owners = everything[order], owners[order]
    shared = _shared(everything, owners)
    best: dict[int, NearDuplicate] = {}
    for (a, b), count in sorted(shared.items()):
        small, large = (a, b) if (amounts[a], -a) < (amounts[b], -b) else (b, a)
        share = count / int(sizes[small])
        if share >= CONTAINED and (small not in best or share > best[small].share):
            best[small] = NearDuplicate(small, large, share)
    return tuple(best[number] for number in sorted(best))


def _thinned(hashes: Hashes, fraction: int) -> Hashes:
    return hashes if fraction == 1 else hashes[hashes % np.uint64(fraction) == 0]


def _shared(
    hashes: Hashes, owners: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Counter[tuple[int, int]]:
    """How many shingles each two documents have in common."""
    new = np.ones(len(hashes), bool)
    new[1:] = hashes[1:] != hashes[:-1]
    starts = np.nonzero(new)[0]
    counts = np.diff(np.append(starts, len(hashes)))
    pairs: Counter[tuple[int, int]] = Counter()
    documents = int(owners.max(initial=0)) + 1
    # What stands in very many documents is boilerplate, and would make too many pairs.
    for count in range(2, min(int(counts.max(initial=0)), _MOST_OWNERS) + 1):
        groups = starts[counts == count]
        if not len(groups):
            continue
        for i, j in combinations(range(count), 2):
            codes = owners[groups + i] * documents + owners[groups + j]
            found, times = np.unique(codes, return_counts=True)
            for code, n in zip(found.tolist(), times.tolist(), strict=True):
                pairs[divmod(code, documents)] += n
    return pairs
