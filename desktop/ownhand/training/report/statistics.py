"""Intervals and p-values of the report, in plain NumPy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ownhand.core.contracts import Ids

Sums = npt.NDArray[np.float64]

RESAMPLES = 4000
CLUSTERED_FROM = 8
"""With fewer documents than this, neighbouring blocks are resampled together instead."""

_ONE_UNIT = 9.68
"""Times its own size that a single normal value may be from the truth, 19 times in 20."""

_Z = 1.959963984540054  # 97.5 % point of the normal distribution


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one model to the other.

    Attributes:
        before: Ratio of sums of the first.
        after: Ratio of sums of the second.
        ci95: Interval of after - before.
        samples: Units that were resampled.
        method: How, in words.
    """

    before: float
    after: float
    ci95: tuple[float, float]
    samples: int
    method: str


def paired_difference(
    before: Sums,
    after: Sums,
    sizes: Sums,
    clusters: Ids | None,
    seed: int,
    units: str = "documents",
) -> Difference:
    """Difference of two ratios of sums over the same items, with a paired bootstrap interval.

    From `CLUSTERED_FROM` clusters on whole clusters are drawn (Davison & Hinkley, Bootstrap Methods
    and their Application, 1997, section 3.8). With fewer, moving blocks of neighbouring items are
    (Künsch, Annals of Statistics 17, 1989), about n^(1/3) long (Hall, Horowitz & Jing, Biometrika
    82, 1995). The percentile interval is widened for the small number of units, without which it
    would be too narrow (Hesterberg, The American Statistician 69, 2015, section 5.3). A single unit
    gives the interval of a sample of one, which never excludes zero (Wall, Boen & Tweedie, The American
    Statistician 55, 2001).

    Args:
        before: `<float64>[items]`, for example nats of each block under the first model.
        after: `<float64>[items]`, the same under the second.
        sizes: `<float64>[items]`, what both are divided by, for example bytes.
        clusters: `<int32>[items]`, the document of each item; items are in the order of the text.
            None if the items have nothing to do with each other.
        seed: The same seed gives the same interval.
        units: What the clusters, or else such items, are called.

    Raises:
        ValueError: If there are no items, or their sizes sum to nothing.
    """
    if not len(before) or sizes.sum() <= 0:
        raise ValueError("nothing to compare")
    rng = np.random.Generator(np.random.PCG64(seed))
    change: Sums = after - before
    weight: Sums = sizes
    owners = np.arange(len(change)) if clusters is None else clusters
    names, numbers = np.unique(owners, return_inverse=True)
    if clusters is None or len(names) >= CLUSTERED_FROM:
        change = np.bincount(numbers, change).astype(np.float64)
        weight = np.bincount(numbers, sizes).astype(np.float64)
        count, length = len(names), 1
        drawn: npt.NDArray[np.int64] = rng.integers(0, count, (RESAMPLES, count))
        method = f"paired bootstrap over {count} {units}"
    else:
        count = len(change)
        length = max(1, round(count ** (1 / 3)))
        drawn = _moving_blocks(count, length, rng)
        method = f"paired bootstrap over {count} passages, neighbours {length} at a time"
    middle = float(change.sum() / weight.sum())
    ratios = change[drawn].sum(axis=1) / np.maximum(weight[drawn].sum(axis=1), 1e-12)
    low, high = np.quantile(ratios, (0.025, 0.975))
    wider = _small_sample_factor(count / length)
    if count == 1:
        low, high, wider = middle - abs(middle), middle + abs(middle), _ONE_UNIT
    return Difference(
        before=float(before.sum() / sizes.sum()),
        after=float(after.sum() / sizes.sum()),
        ci95=(middle - wider * (middle - float(low)), middle + wider * (float(high) - middle)),
        samples=count,
        method=f"{method}, {RESAMPLES:,} times",
    )


def two_sided_p(chosen: int, count: int) -> float:
    """Chance of a split at least as uneven as `chosen` of `count` if both sides were equally likely.

    The exact binomial test; with both sides alike it is the doubled tail.
    """
    if not 0 <= chosen <= count:
        raise ValueError(f"{chosen} of {count}")
    tail = sum(math.comb(count, k) for k in range(min(chosen, count - chosen) + 1))
    return min(1.0, tail * 2.0 ** (1 - count))


def most_likely_share(count: int) -> float:
    """The largest share that still gives none in `count` draws with a chance of 5 %.

    The one-sided bound of Clopper & Pearson (Biometrika 26, 1934) for no hits.
    """
    return 1 - math.pow(0.05, 1 / count) if count else 1.0


def _moving_blocks(count: int, length: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """`<int64>[resamples, items]`: numbers of items, neighbours in runs of `length`."""
    runs = -(-count // length)
    starts = rng.integers(0, count - length + 1, (RESAMPLES, runs, 1))
    drawn: npt.NDArray[np.int64] = (starts + np.arange(length)).reshape(RESAMPLES, -1)[:, :count]
    return drawn


def _small_sample_factor(units: float) -> float:
    """How much wider than a normal one an interval from so few units must be.

    Student's t over the normal quantile, the former by the expansion 26.7.5 of Abramowitz & Stegun,
    Handbook of Mathematical Functions; times the root of n / (n - 1) that a bootstrap leaves out.
    """
    if units <= 2:
        return 12.706 / _Z  # t with one degree of freedom
    free, z = units - 1, _Z
    t = z + (z**3 + z) / (4 * free) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)
    return t / z * math.sqrt(units / free)
