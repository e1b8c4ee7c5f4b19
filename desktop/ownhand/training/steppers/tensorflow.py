"""Training steps on TensorFlow, compiled with XLA."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from ownhand.engine.architecture import Array
from ownhand.engine.forward import make_block
from ownhand.models.layout import Shapes
from ownhand.training.blocks import Batch, Score
from ownhand.training.sequence import hidden_states, scores
from ownhand.training.steppers.stepper import Numerics, Trainable, dropped_layers


class TensorFlowStepper:
    """See `Stepper`."""

    def __init__(self, model: Trainable, numerics: Numerics) -> None:
        self._arch, self._assemble = model.arch, model.assemble
        self._numerics = numerics
        self._block = make_block(model.arch)
        self._frozen = model.frozen(lambda a, dtype: tf.cast(tf.constant(a), dtype), numerics.dtype)
        self._values = {name: tf.Variable(array) for name, array in model.parameters.items()}
        self._means = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._squares = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._grads = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._count = tf.Variable(0.0)
        self._step = tf.Variable(0.0)
        self._learn = tf.function(self._learn_eagerly, jit_compile=True, autograph=False)
        self._look = tf.function(self._look_eagerly, jit_compile=True, autograph=False)
        self._move = tf.function(self._move_eagerly, jit_compile=True, autograph=False)

    def accumulate(self, batch: Batch, number: int) -> Score:
        """See `Stepper`."""
        return _score(self._learn(*_tensors(batch), tf.constant(number, tf.int32)))

    def apply(self, rate: float) -> float:
        """See `Stepper`."""
        return float(self._move(tf.constant(rate, tf.float32)))

    def score(self, batch: Batch) -> Score:
        """See `Stepper`."""
        return _score(self._look(*_tensors(batch)))

    def values(self) -> dict[str, Array]:
        """See `Stepper`."""
        return {name: variable.numpy() for name, variable in self._values.items()}

    def shapes(self) -> Shapes:
        """See `Stepper`."""
        kinds = self._kinds()
        named = {f"{k}/{n}": tuple(v.shape) for k, variables in kinds for n, v in variables.items()}
        return {**named, "step": (1,)}

    def state(self) -> Iterator[tuple[str, Array]]:
        """See `Stepper`."""
        for kind, variables in self._kinds():
            for name, variable in variables.items():
                yield f"{kind}/{name}", variable.numpy()
        yield "step", self._step.numpy()[None]

    def restore(self, state: Mapping[str, Array]) -> None:
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

    def _loss(
        self, ids: Any, segments: Any, places: Any, wanted: Any, number: Any | None
    ) -> tuple[Any, Any, Any]:
        dtype = self._numerics.dtype
        tensors = {name: tf.cast(value, dtype) for name, value in self._values.items()}
        weights = self._assembled(tensors, number)
        hidden = hidden_states(
            self._arch, weights, self._block, ids[:, :-1], segments[:, :-1], places,
            self._recomputed(tensors, number) if self._numerics.recompute else None,
        )  # fmt: skip
        flat = tf.reshape(hidden, (-1, self._arch.width))
        targets, counts = tf.reshape(ids[:, 1:], (-1,)), tf.reshape(wanted, (-1,))
        bias = weights.get("unembedding_bias")
        nats, right = scores(flat, weights["unembedding"], targets, counts, bias)
        return nats, right, tf.reduce_sum(counts)

    def _assembled(self, tensors: Mapping[str, Any], number: Any | None) -> Mapping[str, Any]:
        weights = self._assemble(self._frozen, tensors)
        rate, seed = self._numerics.dropout, self._numerics.seed
        if number is None or not rate:
            return weights

        def drop(x: Any, site: int) -> Any:
            seeds = tf.stack([number, tf.constant(1009 * seed + site, tf.int32)])
            kept = tf.random.stateless_uniform(tf.shape(x), seeds) >= rate
            return tf.where(kept, x / (1 - rate), tf.zeros_like(x))

        return dropped_layers(weights, drop)

    def _recomputed(self, tensors: Mapping[str, Any], number: Any | None) -> Any:
        """A block's pass that is made again for the gradient; see `hidden_states`."""

        def run(index: int, x: Any, rotation: Any, visible: Any) -> Any:
            own = [name for name in tensors if name.startswith(f"layers.{index}.")]

            def part(x: Any, *trained: Any) -> Any:
                # A gradient reaches only what is handed over, not what is enclosed.
                known = {**tensors, **dict(zip(own, trained, strict=True))}
                layer = self._assembled(known, number)["layers"][index]
                return self._block(x, layer, None, None, rotation, None, visible)[0]

            return tf.recompute_grad(part)(x, *(tensors[name] for name in own))

        return run

    def _look_eagerly(self, ids: Any, segments: Any, places: Any, wanted: Any) -> Any:
        return self._loss(ids, segments, places, wanted, None)

    def _learn_eagerly(
        self, ids: Any, segments: Any, places: Any, wanted: Any, number: Any
    ) -> tuple[Any, Any, Any]:
        with tf.GradientTape() as tape:
            nats, right, count = self._loss(ids, segments, places, wanted, number)
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
        optimizer = self._numerics.optimizer
        limit = optimizer.clip_norm
        shrink = tf.minimum(1.0, limit / (length + 1e-12)) if limit else 1.0
        for name, grad in grads.items():
            value, mean, square = optimizer.update(
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


def make(model: Trainable, numerics: Numerics) -> TensorFlowStepper:
    """A stepper whose results are the same bits every time on the same machine and threads."""
    tf.config.experimental.enable_op_determinism()
    return TensorFlowStepper(model, numerics)
