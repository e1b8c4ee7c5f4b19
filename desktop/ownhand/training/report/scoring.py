"""Nats of packed sequences under a model, sequence by sequence, without ever keeping all logits."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.messages import Stage
from ownhand.engine.backends.runtime import map_weights
from ownhand.engine.families import family_of
from ownhand.engine.forward import make_block
from ownhand.engine.loader import tensor_reader
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Blocks
from ownhand.training.report.statistics import Sums
from ownhand.training.sequence import hidden_states, scores

BLOCKS = 64
BLOCK_TOKENS = 256
_BATCH = 2
"""Sequences in one call: half a second's work on two cores, so that a cancel is soon seen."""
_TOLD_EVERY = 8


@dataclass(frozen=True, slots=True)
class SequenceScores:
    """What a model makes of some sequences.

    Attributes:
        nats: `<float64>[sequences]`, cross-entropy summed over the wanted targets.
        counts: `<float64>[sequences]`, how many those are.
    """

    nats: Sums
    counts: Sums


def chosen_blocks(count: int, most: int, seed: int) -> Ids:
    """Numbers of at most `most` of `count` blocks, spread at random, in the order of the text."""
    rng = np.random.Generator(np.random.PCG64([seed, 1]))
    return np.sort(rng.permutation(count)[:most]).astype(np.int32)


def score_blocks(
    directory: Path, sets: Mapping[str, Blocks], backend: str, cancel: CancelToken
) -> Iterator[Stage | dict[str, SequenceScores]]:
    """Score sets of sequences under a model; the last event is the scores of each set.

    All sets must have the same number of columns, so that one program serves them. The model is
    freed at the end.

    Args:
        directory: The model's directory in the store.
        sets: Sequences by name.
        backend: Keras backend of this process.
        cancel: Looked at between batches of two sequences.
    """
    yield Stage("Reading the model")
    score = _scorer(directory, backend, cancel)
    total, done = sum(len(blocks) for blocks in sets.values()), 0
    found: dict[str, SequenceScores] = {}
    for name, blocks in sets.items():
        nats: list[Any] = []
        counts: list[Any] = []
        for start in range(0, len(blocks), _BATCH):
            cancel.raise_if_cancelled()
            if start % _TOLD_EVERY == 0:
                yield Stage("Reading pages", done + start, total)
            numbers = np.arange(start, start + _BATCH) % len(blocks)  # the last batch is filled up
            batch = blocks.batch(numbers.astype(np.int32))
            nats.append(score(batch.ids, batch.segments, batch.places, batch.wanted))
            counts.append(batch.wanted.sum(axis=1))
        done += len(blocks)
        found[name] = SequenceScores(_joined(nats, len(blocks)), _joined(counts, len(blocks)))
    del score
    gc.collect()  # compiled functions hold themselves in circles, and the weights with them
    yield found


def _joined(parts: list[Any], length: int) -> Sums:
    whole = np.concatenate([np.zeros(0), *parts]).astype(np.float64)
    return whole[:length]


def _scorer(directory: Path, backend: str, cancel: CancelToken) -> Callable[..., Any]:
    """`score(ids, segments, places, wanted) -> nats <float32>[batch]` over the model's weights."""
    class_name, config = read_config(directory)
    config = {**config, "context_tokens": read_manifest(directory).context_tokens}
    arch, weights = family_of(class_name).read(config, tensor_reader(directory, cancel))
    block = make_block(arch)

    def nats(tensors: Any, ids: Any, segments: Any, places: Any, wanted: Any) -> Any:
        from keras import ops

        hidden = hidden_states(arch, tensors, block, ids[:, :-1], segments[:, :-1], places)
        matrix, bias = tensors["unembedding"], tensors["unembedding_bias"]
        rows = [
            scores(hidden[row], matrix, ids[row, 1:], wanted[row], bias)[0] for row in range(_BATCH)
        ]
        return ops.stack(rows)

    put, run = _COMPILERS[backend](nats)
    tensors = map_weights(weights, "float32", put)

    def score(*arrays: Any) -> Any:
        return np.asarray(run(tensors, *(put(array, str(array.dtype)) for array in arrays)))

    return score


_Put = Callable[[Any, str], Any]


def _tensorflow(function: Callable[..., Any]) -> tuple[_Put, Callable[..., Any]]:
    tf = importlib.import_module("tensorflow")
    return tf.constant, tf.function(function, autograph=False)


def _jax(function: Callable[..., Any]) -> tuple[_Put, Callable[..., Any]]:
    jax = importlib.import_module("jax")
    return (lambda array, dtype: jax.numpy.asarray(array, dtype)), jax.jit(function)


def _torch(function: Callable[..., Any]) -> tuple[_Put, Callable[..., Any]]:
    torch = importlib.import_module("torch")
    device = "cuda:0" if torch.cuda.is_available() else "cpu"

    def put(array: Any, dtype: str) -> Any:
        return torch.tensor(array, dtype=getattr(torch, dtype), device=device)

    def run(*arguments: Any) -> Any:
        with torch.inference_mode():
            return function(*arguments).cpu()

    return put, run


_COMPILERS: dict[str, Callable[..., tuple[_Put, Callable[..., Any]]]] = {
    "tensorflow": _tensorflow,
    "jax": _jax,
    "torch": _torch,
}
