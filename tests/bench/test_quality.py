"""What is made of logits: against sums done by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ownhand.bench.quality import compared
from ownhand.core.contracts import Floats


def logits_of(*rows: tuple[float, ...]) -> Floats:
    """Logits, off by some constant, that give these probabilities."""
    return np.asarray(np.log(np.array(rows)) + 3, np.float32)


def test_a_reading_is_compared_by_chances_and_first_choices() -> None:
    reference = logits_of((0.5, 0.25, 0.25), (0.1, 0.8, 0.1))
    ours = logits_of((0.25, 0.5, 0.25), (0.1, 0.8, 0.1))
    found = compared(ours, reference, np.array([0, 1], np.int32), size=4)
    assert found.nats_per_byte == pytest.approx(-(np.log(0.25) + np.log(0.8)) / 4)
    divergence = 0.5 * np.log(0.5 / 0.25) + 0.25 * np.log(0.25 / 0.5)
    assert found.kl_to_float32 == pytest.approx(divergence / 2)
    assert found.top1_agreement == 0.5


def test_the_reference_differs_from_itself_in_nothing() -> None:
    rng = np.random.default_rng(3)
    logits = rng.normal(0, 4, (200, 30)).astype(np.float32)  # more rows than are taken at once
    found = compared(logits, logits, rng.integers(0, 30, 200).astype(np.int32), size=700)
    assert found.kl_to_float32 == pytest.approx(0, abs=1e-12)
    assert found.top1_agreement == 1
