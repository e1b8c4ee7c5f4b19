"""The block-by-block gradient against TensorFlow's own of the whole model."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.untrained import shake, untrained
from tests.training.conftest import SEQ, Desk, sequences

from ownhand.engine.forward import make_block
from ownhand.training.blocks import Batch
from ownhand.training.method import numerics_of, read_base, trainable
from ownhand.training.parameters import of_layer, of_no_layer
from ownhand.training.sequence import hidden_states
from ownhand.training.spec import TrainingSpec
from ownhand.training.steppers import make_stepper
from ownhand.training.steppers.stepper import Trainable

pytestmark = pytest.mark.skipif(
    os.environ.get("KERAS_BACKEND", "tensorflow") != "tensorflow", reason="it is about TensorFlow"
)


def rows(model: Trainable, *numbers: int) -> Batch:
    """Sequences of tokens that the model knows."""
    batch = sequences(2, seed=1).batch(np.asarray(numbers, np.int32))
    return Batch(batch.ids % model.arch.vocabulary, batch.segments)


def whole_gradient(spec: TrainingSpec) -> Mapping[str, Any]:
    """The mean gradient over the wanted positions, by a tape over everything at once."""
    import tensorflow as tf

    model = trainable(spec, read_base(Path(spec.base)))
    frozen = model.frozen(lambda array, dtype: tf.constant(array, dtype), "float32")
    values = {name: tf.constant(array) for name, array in model.parameters.items()}
    batch = rows(model, 0, 1)
    ids, segments, places = map(tf.constant, (batch.ids, batch.segments, batch.places))
    with tf.GradientTape() as tape:
        tape.watch(values)
        layers = [
            model.layer(layer, of_layer(values, index))
            for index, layer in enumerate(frozen["layers"])
        ]
        weights = {**model.around(frozen, of_no_layer(values)), "layers": layers}
        hidden = hidden_states(
            model.arch, weights, make_block(model.arch), ids[:, :-1], segments[:, :-1], places
        )
        logits = tf.einsum("btw,vw->btv", hidden, weights["unembedding"])
        if weights.get("unembedding_bias") is not None:
            logits += weights["unembedding_bias"]
        nats = tf.nn.sparse_softmax_cross_entropy_with_logits(ids[:, 1:], logits)
        mean = tf.reduce_sum(nats * batch.wanted) / batch.wanted.sum()
    grads = tape.gradient(mean, values)
    return {name: tf.convert_to_tensor(grad).numpy() for name, grad in grads.items()}


def stepped_gradient(spec: TrainingSpec) -> Mapping[str, Any]:
    """The same, as the stepper's first running mean tells it."""
    model = trainable(spec, read_base(Path(spec.base)))
    stepper = make_stepper("tensorflow", model, numerics_of(spec))
    for number in range(2):  # in two micro-batches
        stepper.accumulate(rows(model, number), number)
    stepper.apply(0.0)
    share = 1 - numerics_of(spec).optimizer.beta1
    kinds = {name: array / share for name, array in stepper.state() if name.startswith("mean/")}
    return {name.removeprefix("mean/"): array for name, array in kinds.items()}


def assert_same_gradient(spec: TrainingSpec) -> None:
    expected, found = whole_gradient(spec), stepped_gradient(spec)
    assert found.keys() == expected.keys()
    assert any(np.abs(grad).max() > 1e-3 for grad in expected.values())
    for name, grad in expected.items():
        np.testing.assert_allclose(found[name], grad, atol=2e-5, err_msg=name)


@pytest.mark.parametrize("base", ["tiny-llama", "tiny-qwen", "gpt2"])
@pytest.mark.parametrize(
    "changes", [{"method": "lora"}, {"method": "full"}, {"method": "full", "recompute": True}],
    ids=["lora", "full", "recomputed"],
)  # fmt: skip
def test_gradient_is_that_of_the_whole_model(
    desk: Desk, base: str, changes: dict[str, object]
) -> None:
    assert_same_gradient(desk.spec(base, clip_norm=0.0, **changes))


def test_gradient_passes_a_norm_behind_each_sum(desk: Desk, tmp_path: Path) -> None:
    made = untrained(tmp_path / "model", architecture="post_norm", heads=2, seq=SEQ)
    shake(made.directory)
    spec = desk.spec(method="full", clip_norm=0.0, base=str(made.directory))
    assert_same_gradient(spec)
