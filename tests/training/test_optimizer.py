"""The optimiser against Keras's, the schedules against their formulas."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from ownhand.training.optimizer import Adam, learning_rate


@pytest.mark.parametrize(("decay", "decoupled"), [(0.0, True), (0.1, True), (0.0, False)])
def test_update_is_that_of_keras(keras_hub: Any, decay: float, decoupled: bool) -> None:
    import keras

    rng = np.random.default_rng(0)
    start = rng.normal(size=(3, 4)).astype(np.float32)
    variable = keras.Variable(start)
    theirs = keras.optimizers.Adam(0.01, weight_decay=decay, epsilon=1e-8)
    theirs.build([variable])
    ours = Adam(weight_decay=decay, decoupled=decoupled)
    value, mean, square = start, np.zeros_like(start), np.zeros_like(start)
    for step in range(1, 6):
        grad = rng.normal(size=start.shape).astype(np.float32)
        theirs.apply([keras.ops.convert_to_tensor(grad)])
        value, mean, square = (
            np.asarray(part)
            for part in ours.update(value, grad, mean, square, np.float32(step), np.float32(0.01))
        )
    np.testing.assert_allclose(value, np.asarray(variable.value), atol=2e-6)


def test_adam_decays_through_the_gradient() -> None:
    value, zero = np.full((2, 2), 2.0, np.float32), np.zeros((2, 2), np.float32)
    ours = Adam(weight_decay=0.5, decoupled=False)
    _, mean, _ = ours.update(value, zero, zero, zero, np.float32(1), np.float32(0.1))
    np.testing.assert_allclose(np.asarray(mean), 0.1 * 0.5 * value)


def test_biases_and_norms_do_not_decay(keras_hub: Any) -> None:
    ours = Adam(weight_decay=0.5)
    vector = np.ones(3, np.float32)
    still, _, _ = ours.update(
        vector, np.zeros(3, np.float32), np.zeros(3, np.float32), np.zeros(3, np.float32),
        np.float32(1), np.float32(0.1),
    )  # fmt: skip
    np.testing.assert_array_equal(np.asarray(still), vector)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("constant", [1.0, 1.0, 1.0, 1.0]),
        ("linear", [1.0, 0.75, 0.5, 0.25]),
        ("cosine", [0.5 * (1 + math.cos(math.pi * share)) for share in (0, 0.25, 0.5, 0.75)]),
    ],
)
def test_schedule_falls_as_its_name_says(schedule: Any, expected: list[float]) -> None:
    assert [learning_rate(step, 4, 1.0, schedule) for step in range(4)] == pytest.approx(expected)


def test_warm_up_rises_in_a_line_to_the_peak() -> None:
    rates = [learning_rate(step, 100, 0.4, "cosine", warmup_steps=4) for step in range(5)]
    assert rates == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.4], abs=1e-3)
