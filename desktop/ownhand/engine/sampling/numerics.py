"""The few computations on logits that the transforms and samplers share.

Masked tokens are -inf throughout. Nothing here changes its arguments.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ownhand.core.contracts import Floats
from ownhand.core.errors import ModelError
from ownhand.engine.sampling.context import Mask

Indices = npt.NDArray[np.intp]

_DRAW_BLOCK = 256

_DEPTHS = (np.float32(5), np.float32(10))
"""How far below the largest key, in nats, those lie that are likely to be enough."""

_SOON_SORTED = 2048
_STEPS_PER_NAT = np.float32(32)
_LAST_STEP = np.float32(1024)


def checked(logits: Floats) -> Floats:
    """The logits as float32, known to be usable.

    Raises:
        ModelError: If one is not a number or +inf, or none is above -inf.
    """
    logits = np.asarray(logits, np.float32)
    if not np.isfinite(logits.max()):  # NaN and +inf win a maximum; -inf wins only when alone
        raise ModelError(
            "The model gave results that are not numbers, so the text stops here; what is written"
            " is safe. Load the model again; if it comes back, choose float32 as its precision or"
            " another model."
        )
    return logits


def odds(logits: Floats) -> Floats:
    """Probabilities relative to that of the likeliest: exp(logits - largest)."""
    relative: Floats = logits - logits.max()
    return np.exp(relative, out=relative)  # into the same memory, which is faster than into new


def log_sum_exp(logits: Floats) -> float:
    """Natural log of the sum of exp(logits)."""
    return float(logits.max()) + float(np.log(odds(logits).sum(dtype=np.float64)))


def kth_largest(values: Floats, k: int) -> np.float32:
    """The k-th largest value, 1 <= k <= len(values).

    The k-th largest of the maxima of disjoint groups is never above the k-th largest of all, so what
    lies below it need not be partitioned: five times faster than `np.partition` on a vocabulary.
    """
    size = len(values)
    depth = size // (8 * k)
    if depth >= 4:
        maxima = values[: size - size % depth].reshape(depth, -1).max(axis=0)
        bound = np.partition(maxima, len(maxima) - k)[len(maxima) - k]
        values = values[values >= bound]
    found: np.float32 = np.partition(values, len(values) - k)[len(values) - k]
    return found


def largest(values: Floats, k: int) -> Indices:
    """Indices of the k largest values, ascending; of equal ones the first, as `keras.ops.top_k`.

    Values of -inf are left out, so that fewer than k may come back.
    """
    if k >= len(values):
        return np.flatnonzero(values > -np.inf)
    kth = kth_largest(values, k)
    if kth == -np.inf:
        return np.flatnonzero(values > -np.inf)
    kept = np.flatnonzero(values >= kth)
    surplus = len(kept) - k
    if surplus:
        ties = np.flatnonzero(values[kept] == kth)
        kept = np.delete(kept, ties[-surplus:])
    return kept


def only(logits: Floats, kept: Indices | Mask) -> Floats:
    """The logits with everything but `kept` masked."""
    masked = np.full_like(logits, -np.inf)
    masked[kept] = logits[kept]
    return masked


def leading(keys: Floats, weights: Floats, wanted: float, reach: bool) -> Indices:
    """Indices, largest key first, until their weights sum to what is wanted.

    Args:
        keys: What to sort by, in nats.
        weights: What to sum, none negative; those that weigh nothing are left out.
        wanted: The sum, above 0.
        reach: Stop as soon as the sum is at least `wanted`, instead of when it is above it.

    Returns:
        At least one index, ascending; of equal keys the first ones.
    """
    depths = keys.max() - keys
    for depth in _DEPTHS:
        top = np.flatnonzero(depths <= depth)
        if len(top) > _SOON_SORTED:
            break
        if weights[top].sum(dtype=np.float64) > wanted * (1 + 1e-6):
            return _leading(top, keys, weights, wanted, reach)
    # Too many to sort: first by steps, and one by one only in the step where the sum is reached.
    steps = np.minimum(depths * _STEPS_PER_NAT, _LAST_STEP).astype(np.intp)
    sums = np.cumsum(np.bincount(steps, weights))
    border = int(np.searchsorted(sums, wanted, side="left" if reach else "right"))
    border = min(
        border, len(sums) - 1
    )  # rounding: the sum of all may be a little below what is wanted
    before = float(sums[border - 1]) if border else 0.0
    kept = (steps < border) & (weights > 0)
    there = np.flatnonzero((steps == border) & (weights > 0))
    kept[_leading(there, keys, weights, wanted - before, reach)] = True
    return np.flatnonzero(kept)


def _leading(near: Indices, keys: Floats, weights: Floats, wanted: float, reach: bool) -> Indices:
    """`leading` among the indices `near` alone."""
    order = near[np.argsort(-keys[near])]
    before = np.cumsum(weights[order], dtype=np.float64)[:-1]
    count = 1 + int(np.searchsorted(before, wanted, side="left" if reach else "right"))
    return near[largest(keys[near], count)]


def draw(logits: Floats, rng: np.random.Generator) -> int:
    """A token by the softmax of `logits`: inverse of the cumulative distribution, one random number.

    Args:
        logits: `<float32>[vocabulary]`, at least one above -inf.
        rng: Gives exactly one float64.
    """
    weights = odds(logits)
    # Summed block by block, since only the block that is hit has to be summed token by token.
    starts = np.arange(0, len(weights), _DRAW_BLOCK)
    ends = np.cumsum(np.add.reduceat(weights, starts, dtype=np.float64))
    place = rng.random() * ends[-1]
    block = int(np.searchsorted(ends, min(place, np.nextafter(ends[-1], 0)), side="right"))
    within = np.cumsum(weights[starts[block] : starts[block] + _DRAW_BLOCK], dtype=np.float64)
    place = max(0.0, place - (ends[block] - within[-1]))
    token = int(np.searchsorted(within, place, side="right"))
    if token == len(within):  # rounding: the last token of the block that weighs anything
        token = int(np.flatnonzero(within == within[-1])[0])
    return int(starts[block]) + token
