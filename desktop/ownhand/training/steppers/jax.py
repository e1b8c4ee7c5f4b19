"""Training steps on JAX: three compiled programs; what they replace is donated to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from ownhand.engine.architecture import Array
from ownhand.engine.forward import make_block
from ownhand.models.layout import Shapes
from ownhand.training.blocks import Batch, Score
from ownhand.training.parameters import of_layer, of_no_layer
from ownhand.training.sequence import hidden_states, scores
from ownhand.training.steppers.stepper import Numerics, Trainable, dropped

Tree = dict[str, Any]


class JaxStepper:
    """See `Stepper`."""

    def __init__(self, model: Trainable, numerics: Numerics) -> None:
        self._arch, self._around, self._layer = model.arch, model.around, model.layer
        self._numerics = numerics
        self._block = make_block(model.arch)
        self._frozen = model.frozen(lambda a, dtype: jnp.asarray(a, dtype), numerics.dtype)
        self._values: Tree = {name: jnp.asarray(a) for name, a in model.parameters.items()}
        self._means = _zeros(self._values)
        self._squares = _zeros(self._values)
        self._grads = _zeros(self._values)
        self._count = jnp.zeros((), jnp.float32)
        self._step = 0.0
        self._learn = jax.jit(self._learnt, donate_argnums=(2, 3))
        self._look = jax.jit(self._looked)
        self._move = jax.jit(self._moved, donate_argnums=(0, 1, 2))

    def accumulate(self, batch: Batch, number: int) -> Score:
        """See `Stepper`."""
        sums, self._grads, self._count = self._learn(
            self._values, self._frozen, self._grads, self._count, _arrays(batch), jnp.int32(number)
        )
        return _score(sums)

    def apply(self, rate: float) -> float:
        """See `Stepper`."""
        self._step += 1.0
        self._values, self._means, self._squares, length = self._move(
            self._values, self._means, self._squares, self._grads, self._count,
            jnp.float32(self._step), jnp.float32(rate),
        )  # fmt: skip
        self._grads = _zeros(self._values)
        self._count = jnp.zeros((), jnp.float32)
        return float(length)

    def score(self, batch: Batch) -> Score:
        """See `Stepper`."""
        return _score(self._look(self._values, self._frozen, _arrays(batch)))

    def values(self) -> dict[str, Array]:
        """See `Stepper`."""
        return {name: np.asarray(value) for name, value in self._values.items()}

    def shapes(self) -> Shapes:
        """See `Stepper`."""
        named = {f"{kind}/{n}": tuple(v.shape) for kind, tree in self._kinds() for n, v in tree.items()}  # fmt: skip
        return {**named, "step": (1,)}

    def state(self) -> Iterator[tuple[str, Array]]:
        """See `Stepper`."""
        for kind, tree in self._kinds():
            for name, value in tree.items():
                yield f"{kind}/{name}", np.asarray(value)
        yield "step", np.asarray([self._step], np.float32)

    def restore(self, state: Mapping[str, Array]) -> None:
        """See `Stepper`."""
        self._step = float(state["step"][0])
        self._values, self._means, self._squares = (
            {name: jnp.asarray(state[f"{kind}/{name}"]) for name in tree}
            for kind, tree in self._kinds()
        )
        self._grads = _zeros(self._values)
        self._count = jnp.zeros((), jnp.float32)

    def _kinds(self) -> tuple[tuple[str, Tree], ...]:
        return ("value", self._values), ("mean", self._means), ("square", self._squares)

    def _loss(
        self, values: Tree, frozen: Mapping[str, Any], batch: tuple[Any, ...], number: Any | None
    ) -> tuple[Any, tuple[Any, Any]]:
        ids, segments, places, wanted = batch
        tensors = {name: value.astype(self._numerics.dtype) for name, value in values.items()}
        weights = self._assembled(frozen, tensors, number)
        recomputed = None
        if self._numerics.recompute:
            recomputed = partial(self._recomputed, frozen, tensors, number)
        hidden = hidden_states(
            self._arch,
            weights,
            self._block,
            ids[:, :-1],
            segments[:, :-1],
            places,
            recomputed,
        )
        flat = jnp.reshape(hidden, (-1, self._arch.width))
        targets, counts = jnp.reshape(ids[:, 1:], (-1,)), jnp.reshape(wanted, (-1,))
        bias = weights.get("unembedding_bias")
        nats, right = scores(flat, weights["unembedding"], targets, counts, bias)
        return nats, (right, jnp.sum(counts))

    def _assembled(
        self, frozen: Mapping[str, Any], tensors: Mapping[str, Any], number: Any | None
    ) -> Mapping[str, Any]:
        layers = [
            self._assembled_layer(index, layer, of_layer(tensors, index), number)
            for index, layer in enumerate(frozen["layers"])
        ]
        return {**self._around(frozen, of_no_layer(tensors)), "layers": layers}

    def _assembled_layer(
        self, index: int, frozen: Mapping[str, Any], trained: Mapping[str, Any], number: Any | None
    ) -> Mapping[str, Any]:
        layer = self._layer(frozen, trained)
        rate, seed = self._numerics.dropout, self._numerics.seed
        if number is None or not rate:
            return layer

        def drop(x: Any, site: int) -> Any:
            key = jax.random.fold_in(jax.random.key(1009 * seed + site), number)
            kept = jax.random.bernoulli(key, 1 - rate, x.shape)
            return jnp.where(kept, x / (1 - rate), jnp.zeros_like(x))

        return dropped(layer, index, drop)

    def _recomputed(
        self,
        frozen: Any,
        tensors: Any,
        number: Any,
        index: int,
        x: Any,
        rotation: Any,
        visible: Any,
    ) -> Any:
        """A block's pass that is made again for the gradient; see `hidden_states`."""

        def part(x: Any, trained: Tree) -> Any:
            layer = self._assembled_layer(index, frozen["layers"][index], trained, number)
            return self._block(x, layer, None, None, rotation, None, visible)[0]

        return jax.checkpoint(part)(x, of_layer(tensors, index))

    def _learnt(
        self, values: Tree, frozen: Any, grads: Tree, count: Any, batch: Any, number: Any
    ) -> tuple[Any, Tree, Any]:
        loss = jax.value_and_grad(self._loss, has_aux=True)
        (nats, (right, seen)), more = loss(values, frozen, batch, number)
        return (nats, right, seen), {n: grads[n] + more[n] for n in grads}, count + seen

    def _looked(self, values: Tree, frozen: Any, batch: Any) -> tuple[Any, Any, Any]:
        nats, (right, count) = self._loss(values, frozen, batch, None)
        return nats, right, count

    def _moved(
        self,
        values: Tree,
        means: Tree,
        squares: Tree,
        grads: Tree,
        count: Any,
        step: Any,
        rate: Any,
    ) -> tuple[Tree, Tree, Tree, Any]:
        grads = {name: grad / jnp.maximum(count, 1.0) for name, grad in grads.items()}
        length = jnp.sqrt(sum(jnp.sum(grad * grad) for grad in grads.values()))
        optimizer = self._numerics.optimizer
        limit = optimizer.clip_norm
        shrink = jnp.minimum(1.0, limit / (length + 1e-12)) if limit else 1.0
        moved = {
            name: optimizer.update(
                values[name], grad * shrink, means[name], squares[name], step, rate
            )
            for name, grad in grads.items()
        }
        new = tuple({name: parts[i] for name, parts in moved.items()} for i in range(3))
        return new[0], new[1], new[2], length


def _zeros(tree: Tree) -> Tree:
    return {name: jnp.zeros_like(value) for name, value in tree.items()}


def _arrays(batch: Batch) -> tuple[Any, ...]:
    return tuple(jnp.asarray(a) for a in (batch.ids, batch.segments, batch.places, batch.wanted))


def _score(sums: tuple[Any, Any, Any]) -> Score:
    nats, right, count = (float(value) for value in sums)
    return Score(nats, right, count)


def make(model: Trainable, numerics: Numerics) -> JaxStepper:
    """A stepper on JAX's default device."""
    return JaxStepper(model, numerics)
