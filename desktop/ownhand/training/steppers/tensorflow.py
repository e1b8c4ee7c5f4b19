"""Training steps on TensorFlow, compiled with XLA."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.backends.runtime import map_weights
from ownhand.engine.forward import make_block
from ownhand.training.blocks import Batch, Score
from ownhand.training.optimizer import AdamW
from ownhand.training.parameters import Parameters
from ownhand.training.sequence import hidden_states, scores
from ownhand.training.steppers import Assemble


class TensorFlowStepper:
    """See `Stepper`."""

    def __init__(
        self,
        arch: Architecture,
        weights: Weights,
        parameters: Parameters,
        assemble: Assemble,
        optimizer: AdamW,
    ) -> None:
        self._arch = arch
        self._assemble = assemble
        self._optimizer = optimizer
        self._block = make_block(arch)
        trained_all = "embedding" in parameters
        self._frozen = map_weights(
            weights, "float32", lambda a, dtype: a if trained_all else tf.constant(a, dtype)
        )
        self._values = {name: tf.Variable(array) for name, array in parameters.items()}
        zeros = {name: tf.zeros_like(value) for name, value in self._values.items()}
        self._means = {name: tf.Variable(zero) for name, zero in zeros.items()}
        self._squares = {name: tf.Variable(zero) for name, zero in zeros.items()}
        self._grads = {name: tf.Variable(zero) for name, zero in zeros.items()}
        self._count = tf.Variable(0.0)
        self._step = tf.Variable(0.0)
        self._learn = tf.function(self._learn_eagerly, jit_compile=True, autograph=False)
        self._look = tf.function(self._loss, jit_compile=True, autograph=False)
        self._move = tf.function(self._move_eagerly, jit_compile=True, autograph=False)

    def accumulate(self, batch: Batch) -> Score:
        """See `Stepper`."""
        return _score(self._learn(*_tensors(batch)))

    def apply(self, rate: float) -> float:
        """See `Stepper`."""
        return float(self._move(tf.constant(rate, tf.float32)))

    def score(self, batch: Batch) -> Score:
        """See `Stepper`."""
        return _score(self._look(*_tensors(batch)))

    def state(self) -> dict[str, Array]:
        """See `Stepper`."""
        kept = {"step": self._step.numpy()[None]}
        for kind, variables in self._kinds():
            kept |= {f"{kind}/{name}": variable.numpy() for name, variable in variables.items()}
        return kept

    def restore(self, state: dict[str, Array]) -> None:
        """See `Stepper`."""
        self._step.assign(float(state["step"][0]))
        self._count.assign(0.0)
        for kind, variables in self._kinds():
            for name, variable in variables.items():
                variable.assign(state[f"{kind}/{name}"])
        for grad in self._grads.values():
            grad.assign(tf.zeros_like(grad))

    def _kinds(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        return ("value", self._values), ("mean", self._means), ("square", self._squares)

    def _loss(self, ids: Any, segments: Any, places: Any, wanted: Any) -> tuple[Any, Any, Any]:
        tensors = {name: tf.convert_to_tensor(value) for name, value in self._values.items()}
        weights = self._assemble(self._frozen, tensors)
        hidden = hidden_states(
            self._arch, weights, self._block, ids[:, :-1], segments[:, :-1], places
        )
        flat = tf.reshape(hidden, (-1, self._arch.width))
        targets, counts = tf.reshape(ids[:, 1:], (-1,)), tf.reshape(wanted, (-1,))
        nats, right = scores(flat, weights["unembedding"], targets, counts, tf.recompute_grad)
        return nats, right, tf.reduce_sum(counts)

    def _learn_eagerly(
        self, ids: Any, segments: Any, places: Any, wanted: Any
    ) -> tuple[Any, Any, Any]:
        with tf.GradientTape() as tape:
            nats, right, count = self._loss(ids, segments, places, wanted)
        grads = tape.gradient(nats, self._values)
        for name, grad in grads.items():
            self._grads[name].assign_add(tf.convert_to_tensor(grad))
        self._count.assign_add(count)
        return nats, right, count

    def _move_eagerly(self, rate: Any) -> Any:
        step = self._step.assign_add(1.0)
        count = tf.maximum(self._count, 1.0)
        grads = {name: grad / count for name, grad in self._grads.items()}
        length = tf.sqrt(tf.add_n([tf.reduce_sum(grad * grad) for grad in grads.values()]))
        limit = self._optimizer.clip_norm
        shrink = tf.minimum(1.0, limit / (length + 1e-12)) if limit else 1.0
        for name, grad in grads.items():
            value, mean, square = self._optimizer.update(
                self._values[name].value(), grad * shrink, self._means[name].value(),
                self._squares[name].value(), step, rate,
            )  # fmt: skip
            self._values[name].assign(value)
            self._means[name].assign(mean)
            self._squares[name].assign(square)
            self._grads[name].assign(tf.zeros_like(grad))
        self._count.assign(0.0)
        return length


def _tensors(batch: Batch) -> tuple[Any, ...]:
    return tuple(
        tf.constant(array) for array in (batch.ids, batch.segments, batch.places, batch.wanted)
    )


def _score(sums: tuple[Any, Any, Any]) -> Score:
    nats, right, count = (float(np.asarray(value)) for value in sums)
    return Score(nats, right, count)


def make(
    arch: Architecture,
    weights: Weights,
    parameters: Parameters,
    assemble: Assemble,
    optimizer: AdamW,
) -> TensorFlowStepper:
    """A stepper whose results are the same bits every time on the same machine and threads."""
    tf.config.experimental.enable_op_determinism()
    return TensorFlowStepper(arch, weights, parameters, assemble, optimizer)
