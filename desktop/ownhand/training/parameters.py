"""What is trained: all weights, or low-rank adapters beside frozen ones; and how either ends as a model.

Parameters are flat dictionaries of arrays by name, so that a checkpoint is one safetensors file.
KerasHub's own LoRA is not used: saving one of its layers merges the adapter into the weights, and a
run could never be resumed from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from keras import ops

from ownhand.core.errors import BadInputError
from ownhand.core.words import Sentence
from ownhand.engine.architecture import MATRICES, Architecture, Array, LayerWeights, Weights

Tensor = Any
Parameters = dict[str, Array]

DEFAULT_TARGETS = ("query", "value")

_OPTIONAL = ("positions", "norm", "norm_bias", "unembedding_bias")
"""Weights outside the blocks that not every family has."""


@dataclass(frozen=True, slots=True)
class Adapters:
    """How LoRA is laid out.

    Attributes:
        rank: Inner size of an adapter.
        alpha: Strength; an adapter's output is multiplied by `alpha / rank`.
        targets: Parts that get one, of "query", "key", "value", "output", "gate", "up", "down".
    """

    rank: int = 8
    alpha: float = 16.0
    targets: tuple[str, ...] = DEFAULT_TARGETS

    @property
    def scale(self) -> float:
        """Factor of an adapter's output."""
        return self.alpha / self.rank


def parts_of(arch: Architecture, matrix: str, size: int) -> tuple[tuple[str, int], ...]:
    """The parts that are fused in a matrix, each with its number of columns, in order."""
    if matrix == "qkv":
        keys = arch.kv_heads * arch.head_width
        return ("query", arch.heads * arch.head_width), ("key", keys), ("value", keys)
    if matrix == "up" and arch.activation == "silu_gated":
        return ("gate", size // 2), ("up", size // 2)
    return (({"out": "output"}.get(matrix, matrix), size),)


def lora_parameters(
    arch: Architecture, layers: Iterable[LayerWeights], adapters: Adapters, seed: int
) -> Parameters:
    """New adapters: the first factor random, the second zero, so that training starts at the base.

    Source: LoRA (arXiv 2106.09685), section 4.1.

    Raises:
        BadInputError: If a target is no part of this family; names all that are.
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    known: set[str] = set()
    made: Parameters = {}
    for index, layer in enumerate(layers):
        for matrix in MATRICES:
            rows, columns = layer[matrix].shape
            for part, size in parts_of(arch, matrix, columns):
                known.add(part)
                if part in adapters.targets:
                    name = f"layers.{index}.{part}"
                    bound = np.sqrt(3.0 / rows)
                    a = rng.uniform(-bound, bound, (rows, adapters.rank))
                    made[f"{name}.a"] = a.astype(np.float32)
                    made[f"{name}.b"] = np.zeros((adapters.rank, size), np.float32)
    wrong = [target for target in adapters.targets if target not in known]
    if wrong or not made:
        raise BadInputError(
            Sentence(
                "LoRA cannot train {value}; the parts of this model are {list}.",
                value=", ".join(wrong) or "nothing",
                list=", ".join(sorted(known)),
            )
        )
    return made


def of_layer(parameters: Mapping[str, Any], index: int) -> dict[str, Any]:
    """The parameters of a block, by their names within it."""
    prefix = f"layers.{index}."
    return {
        name.removeprefix(prefix): value
        for name, value in parameters.items()
        if name.startswith(prefix)
    }


def of_no_layer(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters before and after the blocks."""
    return {name: value for name, value in parameters.items() if not name.startswith("layers.")}


def with_adapters(
    arch: Architecture, layer: Mapping[str, Tensor], trained: Mapping[str, Tensor], scale: float
) -> dict[str, Any]:
    """A frozen block that adds what its adapters give, which are named as `of_layer` does."""
    changed: dict[str, Any] = dict(layer)
    for matrix in MATRICES:
        parts = parts_of(arch, matrix, int(layer[matrix].shape[1]))
        if any(f"{part}.a" in trained for part, _ in parts):
            changed[f"{matrix}_adapter"] = _adapter(trained, parts, scale)
    return changed


def _adapter(
    trained: Mapping[str, Tensor], parts: Sequence[tuple[str, int]], scale: float
) -> Callable[[Tensor], Tensor]:
    def apply(x: Tensor) -> Tensor:
        outputs = []
        for part, size in parts:
            if f"{part}.a" in trained:
                inner = ops.matmul(x, trained[f"{part}.a"])
                outputs.append(ops.matmul(inner, trained[f"{part}.b"]) * scale)
            else:
                outputs.append(ops.zeros((*ops.shape(x)[:-1], size), x.dtype))
        return outputs[0] if len(outputs) == 1 else ops.concatenate(outputs, axis=-1)

    return apply


def full_parameters(weights: Weights, layers: Iterable[LayerWeights]) -> Parameters:
    """Every weight, by name; a tied output is not named twice."""
    made = {"embedding": weights.embedding}
    if weights.unembedding is not weights.embedding:
        made["unembedding"] = weights.unembedding
    optional = {name: getattr(weights, name) for name in _OPTIONAL}
    made |= {name: array for name, array in optional.items() if array is not None}
    for index, layer in enumerate(layers):
        made |= {f"layers.{index}.{name}": array for name, array in layer.items()}
    return {name: np.ascontiguousarray(array) for name, array in made.items()}


def with_full(weights: Mapping[str, Any], trained: Mapping[str, Tensor]) -> dict[str, Any]:
    """The fields of `Weights`, but for the blocks, out of trained tensors."""
    return {
        **weights,
        "embedding": trained["embedding"],
        "unembedding": trained.get("unembedding", trained["embedding"]),
        **{name: trained.get(name) for name in _OPTIONAL},
    }


def merged(
    arch: Architecture,
    weights: Weights,
    layers: Iterable[LayerWeights],
    parameters: Parameters,
    scale: float,
) -> Weights:
    """The model that comes out: adapters added into their matrices, or the weights replaced.

    Its blocks may be read only once: each is made when it is asked for.
    """
    if "embedding" in parameters:
        tied = weights.unembedding is weights.embedding
        return replace(
            weights,
            embedding=parameters["embedding"],
            unembedding=parameters["embedding"] if tied else parameters["unembedding"],
            **{name: parameters.get(name) for name in _OPTIONAL},
            layers=tuple(
                {name: parameters[f"layers.{index}.{name}"] for name in layer}
                for index, layer in enumerate(layers)
            ),
        )
    return replace(weights, layers=_merged_layers(arch, layers, parameters, scale))


def _merged_layers(
    arch: Architecture, layers: Iterable[LayerWeights], parameters: Parameters, scale: float
) -> Iterator[LayerWeights]:
    for index, layer in enumerate(layers):
        changed = dict(layer)
        for matrix in MATRICES:
            start = 0
            for part, size in parts_of(arch, matrix, layer[matrix].shape[1]):
                a = parameters.get(f"layers.{index}.{part}.a")
                if a is not None:
                    if changed[matrix] is layer[matrix]:
                        changed[matrix] = layer[matrix].copy()
                    delta = a @ parameters[f"layers.{index}.{part}.b"] * np.float32(scale)
                    changed[matrix][:, start : start + size] += delta
                start += size
        yield changed
