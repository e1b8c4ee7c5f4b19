"""What training computes against what the engine computes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.helpers.untrained import shake, untrained

from ownhand.core.cancel import CancelToken
from ownhand.engine.backends.runtime import map_weights
from ownhand.engine.families import family_of
from ownhand.engine.forward import make_block
from ownhand.engine.loader import tensor_reader
from ownhand.models.layout import read_config
from ownhand.training import sequence
from ownhand.training.sequence import hidden_states, scores


@pytest.mark.parametrize("architecture", ["post_norm", "gpt2"])
def test_scores_are_those_of_the_engines_logits(
    keras_hub: Any, tmp_path: Path, architecture: str
) -> None:
    from keras import ops

    directory = untrained(tmp_path / "model", architecture=architecture, heads=2).directory
    shake(directory)
    ids = np.asarray([[2, 7, 4, 9, 9, 3, 12, 5]], np.int32)
    logits = load(directory).decoder.extend(ids, all_positions=True).logits[0, :-1]
    highest = logits.max(axis=-1, keepdims=True)
    surprise = -(logits - highest - np.log(np.exp(logits - highest).sum(axis=-1, keepdims=True)))
    expected = surprise[np.arange(7), ids[0, 1:]].sum()

    class_name, config = read_config(directory)
    reader = tensor_reader(directory, CancelToken())
    arch, weights = family_of(class_name).read(config, reader)
    tensors = map_weights(weights, "float32", lambda a, _: ops.convert_to_tensor(a))
    row = ops.convert_to_tensor(ids[:, :-1])
    places = ops.convert_to_tensor(np.arange(7, dtype=np.int32)[None])
    hidden = hidden_states(arch, tensors, make_block(arch), row, ops.ones_like(row), places)
    nats, right = scores(
        hidden[0], tensors["unembedding"], ops.convert_to_tensor(ids[0, 1:]),
        ops.ones((7,), "float32"), tensors["unembedding_bias"],
    )  # fmt: skip
    assert float(nats) == pytest.approx(expected, rel=1e-4)
    assert float(right) == (logits.argmax(axis=-1) == ids[0, 1:]).sum()


@pytest.mark.parametrize("biased", [False, True])
def test_gradient_of_the_scores_is_that_of_plain_cross_entropy(
    keras_hub: Any, monkeypatch: pytest.MonkeyPatch, biased: bool
) -> None:
    import tensorflow as tf

    monkeypatch.setattr(sequence, "LOGITS_AT_ONCE", 40)  # four positions at a time, the last fewer
    rng = np.random.default_rng(0)
    x, matrix = (tf.constant(rng.normal(size=size), tf.float32) for size in ((7, 5), (10, 5)))
    bias = tf.constant(rng.normal(size=10), tf.float32) if biased else None
    targets = tf.constant(rng.integers(0, 10, 7), tf.int32)
    wanted = tf.constant([1, 1, 0, 1, 1, 0, 1], tf.float32)
    inputs = [x, matrix, *([bias] if bias is not None else [])]
    with tf.GradientTape(persistent=True) as tape:
        for tensor in inputs:
            tape.watch(tensor)
        nats, right = scores(x, matrix, targets, wanted, bias)
        logits = x @ tf.transpose(matrix) + (0.0 if bias is None else bias)
        plain = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits)
        expected = 3.0 * tf.reduce_sum(plain * wanted)
        tripled = 3.0 * nats
    np.testing.assert_allclose(tripled, expected, rtol=1e-5)
    hits = tf.cast(tf.argmax(logits, -1, tf.int32) == targets, tf.float32)
    assert float(right) == float(tf.reduce_sum(hits * wanted))
    for ours, theirs in zip(
        tape.gradient(tripled, inputs), tape.gradient(expected, inputs), strict=True
    ):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)
