"""Training steps on TensorFlow: one compiled program for all blocks, which is called block by block.

A program of the whole model took 20 seconds and a gigabyte to compile, and kept whatever it liked for
the gradient. So what is kept is said here: what enters a block and the products with its matrices. All
else, attention among it, is cheap and made again when the gradient comes by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from ownhand.engine.architecture import MATRICES, Array
from ownhand.engine.forward import embed, last_norm, make_block
from ownhand.models.layout import Shapes
from ownhand.training.blocks import Batch, Score
from ownhand.training.parameters import of_layer, of_no_layer
from ownhand.training.sequence import positions_at_once, scores, visible_places
from ownhand.training.steppers.stepper import Numerics, Trainable, dropped

Tensors = Mapping[str, Any]
Variables = dict[str, Any]


class TensorFlowStepper:
    """See `Stepper`."""

    def __init__(self, model: Trainable, numerics: Numerics) -> None:
        arch = model.arch
        self._arch, self._around, self._layer = arch, model.around, model.layer
        self._numerics = numerics
        self._block = make_block(arch)
        # A block's last product enters nothing but a sum, unless a norm comes after that.
        products = MATRICES if arch.post_norm else MATRICES[:-1]
        self._kept: Sequence[str] = () if numerics.recompute else products
        self._frozen = model.frozen(_put, numerics.dtype)
        self._values = {name: tf.Variable(array) for name, array in model.parameters.items()}
        self._means = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._squares = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._grads = {name: tf.Variable(tf.zeros_like(v)) for name, v in self._values.items()}
        self._count = 0.0
        self._step = 0.0
        self._enter = _compiled(self._entered)
        self._enter_back = _compiled(self._entered_back)
        self._forward = _compiled(self._forwarded)
        self._back = _compiled(self._backed)
        self._look = _compiled(self._scored)
        self._learn = _compiled(self._learnt)
        self._move = _compiled(self._moved)

    def accumulate(self, batch: Batch, number: int) -> Score:
        """See `Stepper`."""
        ids, segments, places, wanted = _tensors(batch)
        seed = tf.constant(number, tf.int32) if self._numerics.dropout else None
        around = _read(of_no_layer(self._values))
        x, rotation, visible = self._enter(around, ids, segments, places)
        entered: list[tuple[Any, Tensors]] = []  # each block's input and products
        for index, (frozen, trained) in enumerate(self._layers()):
            after, kept = self._forward(
                x, frozen, trained, tf.constant(index), seed, rotation, visible
            )
            entered.append((x, kept))
            x = after
        nats, right, slopes = 0.0, 0.0, []
        for part in self._parts(x, ids, wanted):
            *sums, slope, grads = self._learn(around, *part)
            nats, right = nats + float(sums[0]), right + float(sums[1])
            slopes.append(slope)
            self._add(grads)
        slope = tf.reshape(tf.concat(slopes, 0), x.shape)
        for index, (frozen, trained) in reversed(list(enumerate(self._layers()))):
            x, kept = entered.pop()
            slope, grads = self._back(
                x, kept, frozen, trained, tf.constant(index), seed, rotation, visible, slope
            )
            self._add({f"layers.{index}.{name}": grad for name, grad in grads.items()})
        if around:
            self._add(self._enter_back(around, ids, segments, places, slope))
        count = float(batch.wanted.sum())
        self._count += count
        return Score(nats, right, count)

    def apply(self, rate: float) -> float:
        """See `Stepper`."""
        self._step += 1.0
        count = max(self._count, 1.0)
        squares = [tf.reduce_sum(grad * grad) for grad in _read(self._grads).values()]
        length = float(tf.sqrt(tf.add_n(squares))) / count
        limit = self._numerics.optimizer.clip_norm
        shrink = min(1.0, limit / (length + 1e-12)) if limit else 1.0
        scalars = [tf.constant(x, tf.float32) for x in (shrink / count, self._step, rate)]
        groups = [
            of_no_layer,
            *(lambda all_, i=i: of_layer(all_, i) for i in range(self._arch.layers)),
        ]
        for group in groups:
            if names := group(self._values):
                state = [group(kind) for kind in (self._values, self._means, self._squares)]
                moved = self._move(*map(_read, state), _read(group(self._grads)), *scalars)
                for variables, tensors in zip(state, moved, strict=True):
                    for name in names:
                        variables[name].assign(tensors[name])
        self._forget()
        return length

    def score(self, batch: Batch) -> Score:
        """See `Stepper`."""
        ids, segments, places, wanted = _tensors(batch)
        around = _read(of_no_layer(self._values))
        x, rotation, visible = self._enter(around, ids, segments, places)
        for index, (frozen, trained) in enumerate(self._layers()):
            x, _ = self._forward(x, frozen, trained, tf.constant(index), None, rotation, visible)
        sums = [self._look(around, *part) for part in self._parts(x, ids, wanted)]
        nats, right = (sum(float(pair[i]) for pair in sums) for i in range(2))
        return Score(nats, right, float(batch.wanted.sum()))

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
        yield "step", np.asarray([self._step], np.float32)

    def restore(self, state: Mapping[str, Array]) -> None:
        """See `Stepper`."""
        self._step = float(state["step"][0])
        for kind, variables in self._kinds():
            for name, variable in variables.items():
                variable.assign(state[f"{kind}/{name}"])
        self._forget()

    def _kinds(self) -> tuple[tuple[str, Variables], ...]:
        return ("value", self._values), ("mean", self._means), ("square", self._squares)

    def _forget(self) -> None:
        """Start the next step's gradient."""
        self._count = 0.0
        for grad in self._grads.values():
            grad.assign(tf.zeros_like(grad))

    def _add(self, grads: Tensors) -> None:
        for name, grad in grads.items():
            if grad is not None:
                self._grads[name].assign_add(grad)

    def _layers(self) -> Iterator[tuple[Tensors, Tensors]]:
        """Each block's frozen weights and its parameters."""
        for index, frozen in enumerate(self._frozen["layers"]):
            yield frozen, _read(of_layer(self._values, index))

    def _parts(self, x: Any, ids: Any, wanted: Any) -> Iterator[tuple[Any, Any, Any]]:
        """So many hidden states, targets and counts that their logits fit into memory."""
        rows = tf.reshape(x, (-1, self._arch.width))
        targets, counts = tf.reshape(ids[:, 1:], (-1,)), tf.reshape(wanted, (-1,))
        size = positions_at_once(int(rows.shape[0]), self._arch.vocabulary)
        for start in range(0, int(rows.shape[0]), size):
            end = start + size
            yield rows[start:end], targets[start:end], counts[start:end]

    # What follows is traced once for each kind of input.

    def _weights(self, around: Tensors) -> Tensors:
        """The weights outside the blocks."""
        return self._around(self._frozen, self._cast(around))

    def _cast(self, tensors: Tensors) -> Tensors:
        return {name: tf.cast(tensor, self._numerics.dtype) for name, tensor in tensors.items()}

    def _entered(
        self, around: Tensors, ids: Any, segments: Any, places: Any
    ) -> tuple[Any, Any, Any]:
        x, rotation = embed(self._arch, self._weights(around), ids[:, :-1], places)
        return x, rotation, visible_places(segments[:, :-1])

    def _entered_back(
        self, around: Tensors, ids: Any, segments: Any, places: Any, slope: Any
    ) -> Tensors:
        with tf.GradientTape() as tape:
            tape.watch(around)
            x, _, _ = self._entered(around, ids, segments, places)
        return _dense(tape.gradient(x, around, output_gradients=slope))

    def _forwarded(
        self, x: Any, frozen: Tensors, trained: Tensors, index: Any, seed: Any, rotation: Any, visible: Any
    ) -> tuple[Any, Tensors]:  # fmt: skip
        kept: dict[str, Any] = {}

        def keeping(name: str) -> Any:
            def product(x: Any, matrix: Any) -> Any:
                kept[name] = _product(x, matrix)
                return kept[name]

            return product

        products = {f"{name}_product": keeping(name) for name in self._kept}
        layer = {**self._weights_of(frozen, trained, index, seed), **products}
        return self._block(x, layer, None, None, rotation, None, visible)[0], kept

    def _backed(
        self, x: Any, kept: Tensors, frozen: Tensors, trained: Tensors, index: Any, seed: Any,
        rotation: Any, visible: Any, slope: Any,
    ) -> tuple[Any, Tensors]:  # fmt: skip
        with tf.GradientTape() as tape:
            tape.watch((x, trained))
            products = {f"{name}_product": _known_product(made) for name, made in kept.items()}
            layer = {**self._weights_of(frozen, trained, index, seed), **products}
            after, _, _ = self._block(x, layer, None, None, rotation, None, visible)
        slope, grads = tape.gradient(after, (x, trained), output_gradients=slope)
        return slope, grads

    def _weights_of(self, frozen: Tensors, trained: Tensors, index: Any, seed: Any) -> Tensors:
        """A block, as it computes."""
        layer = self._layer(frozen, self._cast(trained))
        if seed is None:
            return layer
        rate = self._numerics.dropout

        def drop(x: Any, site: Any) -> Any:
            seeds = tf.stack([seed, 1009 * self._numerics.seed + site])
            kept = tf.random.stateless_uniform(tf.shape(x), seeds) >= rate
            return tf.where(kept, x / (1 - rate), tf.zeros_like(x))

        return dropped(layer, index, drop)

    def _scored(self, around: Tensors, rows: Any, targets: Any, counts: Any) -> tuple[Any, Any]:
        weights = self._weights(around)
        hidden = last_norm(self._arch, rows, weights)
        bias = weights.get("unembedding_bias")
        nats, right = scores(hidden, weights["unembedding"], targets, counts, bias)
        return nats, right

    def _learnt(
        self, around: Tensors, rows: Any, targets: Any, counts: Any
    ) -> tuple[Any, Any, Any, Tensors]:
        with tf.GradientTape() as tape:
            tape.watch((rows, around))
            nats, right = self._scored(around, rows, targets, counts)
        slope, grads = tape.gradient(nats, (rows, around))
        return nats, right, slope, _dense(grads)

    def _moved(
        self, values: Tensors, means: Tensors, squares: Tensors, grads: Tensors, share: Any, step: Any, rate: Any
    ) -> tuple[Tensors, Tensors, Tensors]:  # fmt: skip
        moved = {
            name: self._numerics.optimizer.update(
                value, grads[name] * share, means[name], squares[name], step, rate
            )
            for name, value in values.items()
        }
        new = tuple({name: parts[i] for name, parts in moved.items()} for i in range(3))
        return new[0], new[1], new[2]


def _compiled(function: Any) -> Any:
    return tf.function(function, jit_compile=True, autograph=False)


def _put(array: Array, dtype: str) -> Any:
    """The array as a tensor. One made by `tf.constant` would keep the array, too."""
    return tf.Variable(array, trainable=False, dtype=dtype).value()


def _product(x: Any, matrix: Any) -> Any:
    flat = tf.matmul(tf.reshape(x, (-1, x.shape[-1])), matrix)
    return tf.reshape(flat, (*x.shape[:-1], matrix.shape[1]))


def _known_product(made: Any) -> Any:
    """A product that was made before, with its gradient."""

    @tf.custom_gradient  # type: ignore[untyped-decorator]  # TensorFlow has no types
    def product(x: Any, matrix: Any) -> tuple[Any, Any]:
        def gradient(slope: Any) -> tuple[Any, Any]:
            rows = tf.reshape(x, (-1, x.shape[-1]))
            slopes = tf.reshape(slope, (-1, slope.shape[-1]))
            back = tf.reshape(tf.matmul(slopes, matrix, transpose_b=True), x.shape)
            return back, tf.matmul(rows, slopes, transpose_a=True)

        return tf.identity(made), gradient

    return product


def _read(variables: Variables) -> Variables:
    return {name: variable.value() for name, variable in variables.items()}


def _dense(grads: Tensors) -> Tensors:
    """Gradients without those that are missing; those of looked-up rows as a whole matrix."""
    found = {name: grad for name, grad in grads.items() if grad is not None}
    return {name: tf.convert_to_tensor(grad) for name, grad in found.items()}


def _tensors(batch: Batch) -> tuple[Any, ...]:
    return tuple(
        tf.constant(array) for array in (batch.ids, batch.segments, batch.places, batch.wanted)
    )


def make(model: Trainable, numerics: Numerics) -> TensorFlowStepper:
    """A stepper whose results are the same bits every time on the same machine and threads."""
    tf.config.experimental.enable_op_determinism()
    return TensorFlowStepper(model, numerics)
