from __future__ import annotations

import math

import numpy as np
import pytest

from ownhand.training.report.statistics import (
    Sums,
    most_likely_share,
    paired_difference,
    two_sided_p,
)


def drawn_items(seed: int, documents: int, each: int) -> tuple[Sums, Sums, Sums]:
    """Items whose nats fall by 0.1 per byte on average, by more in one document than in another."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(800, 1200, documents * each).astype(np.float64)
    before = sizes * rng.normal(1.0, 0.3, len(sizes))
    effect = np.repeat(rng.normal(-0.1, 0.05, documents), each)
    after = before + sizes * (effect + rng.normal(0, 0.02, len(sizes)))
    return before, after, sizes


def test_interval_holds_the_truth_19_times_in_20_over_ten_documents() -> None:
    clusters = np.repeat(np.arange(10, dtype=np.int32), 6)
    hits = 0
    for seed in range(200):
        found = paired_difference(*drawn_items(seed, 10, 6), clusters, seed)
        hits += found.ci95[0] <= -0.1 <= found.ci95[1]
    assert 0.91 <= hits / 200 <= 0.99


def test_interval_holds_the_truth_19_times_in_20_over_neighbours_that_go_together() -> None:
    hits = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        noise = np.convolve(rng.normal(0, 0.05, 66), np.ones(3) / 3, "valid")
        sizes = np.full(64, 1000.0)
        before = sizes * rng.normal(1.0, 0.3, 64)
        after = before + sizes * (noise - 0.1)
        found = paired_difference(before, after, sizes, np.zeros(64, np.int32), seed)
        hits += found.ci95[0] <= -0.1 <= found.ci95[1]
    assert 0.90 <= hits / 200 <= 0.99


def test_interval_is_that_of_student_when_all_sizes_are_equal() -> None:
    rng = np.random.default_rng(1)
    change = rng.normal(-0.1, 0.2, 40)
    found = paired_difference(np.ones(40), 1 + change, np.ones(40), None, 0)
    half = (
        2.0227 * change.std(ddof=1) / math.sqrt(40)
    )  # 97.5 % point of t with 39 degrees of freedom
    assert found.before == 1.0
    assert found.after == pytest.approx(1 + change.mean())
    assert found.ci95[0] == pytest.approx(change.mean() - half, abs=0.06 * half)
    assert found.ci95[1] == pytest.approx(change.mean() + half, abs=0.06 * half)


def test_whole_documents_are_drawn_from_eight_on() -> None:
    items = drawn_items(3, 8, 6)
    clusters = np.repeat(np.arange(8, dtype=np.int32), 6)
    by_document = paired_difference(*items, clusters, 0)
    assert by_document.samples == 8
    assert "8 documents" in by_document.method
    merged = np.minimum(clusters, 6).astype(np.int32)
    by_neighbours = paired_difference(*items, merged, 0)
    assert by_neighbours.samples == 48
    assert "neighbours" in by_neighbours.method


def test_documents_are_drawn_whole_so_that_the_interval_is_wider() -> None:
    items = drawn_items(4, 12, 8)
    clusters = np.repeat(np.arange(12, dtype=np.int32), 8)
    together, apart = (paired_difference(*items, c, 0).ci95 for c in (clusters, None))
    assert together[1] - together[0] > 1.5 * (apart[1] - apart[0])


def test_same_seed_gives_the_same_interval() -> None:
    items = drawn_items(5, 9, 3)
    clusters = np.repeat(np.arange(9, dtype=np.int32), 3)
    first, second, other = (paired_difference(*items, clusters, seed) for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_one_item_gives_no_interval_narrower_than_itself() -> None:
    found = paired_difference(np.ones(1), np.full(1, 0.5), np.ones(1), np.zeros(1, np.int32), 0)
    assert found.after == 0.5
    assert found.samples == 1
    low, high = found.ci95
    assert low < -0.5 < 0 < high


@pytest.mark.parametrize("sizes", [np.zeros(0), np.zeros(3)])
def test_nothing_to_compare_is_refused(sizes: Sums) -> None:
    with pytest.raises(ValueError, match="nothing"):
        paired_difference(sizes, sizes, sizes, None, 0)


@pytest.mark.parametrize(
    ("chosen", "count", "p"),
    [(8, 8, 2 / 256), (0, 8, 2 / 256), (7, 8, 18 / 256), (4, 8, 1.0), (1, 3, 1.0), (0, 0, 1.0)],
)
def test_p_value_is_the_doubled_tail_of_the_binomial(chosen: int, count: int, p: float) -> None:
    assert two_sided_p(chosen, count) == pytest.approx(p)


def test_p_value_of_an_impossible_count_is_refused() -> None:
    with pytest.raises(ValueError, match="9 of 8"):
        two_sided_p(9, 8)


def test_share_that_may_hide_behind_no_hits_has_a_chance_of_one_in_twenty() -> None:
    assert (1 - most_likely_share(32)) ** 32 == pytest.approx(0.05)
    assert most_likely_share(0) == 1.0
