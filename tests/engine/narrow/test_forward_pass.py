"""The forward pass of the kernel: against the Keras layers, and against itself to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.helpers.narrow_models import (
    ARCHITECTURES,
    LLAMA,
    as_packed,
    keras_layers,
    kernel,
    logits_of,
    random_weights,
)
from tests.helpers.packed_matrices import FOUR

from ownhand.core.contracts import Floats
from ownhand.engine.architecture import Weights
from ownhand.engine.narrow.runtime import NarrowRuntime
from ownhand.engine.narrow.tables import Matrix

LONG = np.random.default_rng(1).integers(0, LLAMA.vocabulary, 300).astype(np.int32)

NARROW_CACHE = 0.02  # how far eight bits for keys and values may move the logits, of their spread

models = pytest.mark.parametrize("model", ARCHITECTURES)
number_types = pytest.mark.parametrize("narrow", [False, True], ids=["float32", "int8"])


def runtime_of(model: str, narrow: bool, threads: int = 1) -> NarrowRuntime:
    arch = ARCHITECTURES[model]
    return kernel(arch, random_weights(arch), narrow, threads)


def same_bits(one: Floats, other: Floats) -> bool:
    return one.shape == other.shape and one.tobytes() == other.tobytes()


def assert_near(model: str, weights: Weights, narrow: bool, size: int) -> None:
    """Against the Keras layers, with the weights that the narrow ones stand for; its cache is narrow too."""
    arch = ARCHITECTURES[model]
    ids = np.resize(LONG, size)
    expected = logits_of(keras_layers(arch, as_packed(weights) if narrow else weights), ids)
    found = logits_of(kernel(arch, weights, narrow), ids)
    spread = expected.std()
    assert spread > 0.3
    if narrow:
        assert np.sqrt(np.mean((found - expected) ** 2)) < NARROW_CACHE * spread
    else:
        np.testing.assert_allclose(found, expected, atol=3e-4)


@models
def test_float32_gives_the_logits_of_the_keras_layers_over_several_spans(model: str) -> None:
    assert_near(model, random_weights(ARCHITECTURES[model]), False, 300)


@models
def test_int8_gives_the_logits_of_the_keras_layers_with_the_weights_it_holds(model: str) -> None:
    assert_near(model, random_weights(ARCHITECTURES[model]), True, 200)


@number_types
def test_positions_of_llama_3_1_and_an_output_of_its_own(narrow: bool) -> None:
    weights = random_weights(LLAMA, tied=False, stretched=True)
    assert_near("llama", weights, narrow, 600)


def test_weights_on_grids_of_four_bits_give_the_logits_of_the_keras_layers() -> None:
    weights = random_weights(LLAMA, tied=False)
    on_grid = [
        {name: np.rint(a * 16).clip(-7, 8) / 16 if a.ndim == 2 else a for name, a in layer.items()}
        for layer in weights.layers
    ]
    embedding = np.rint(weights.unembedding * 8).clip(-7, 8) / 8
    weights = replace(weights, unembedding=embedding, layers=on_grid)
    kinds = kernel(LLAMA, weights, narrow=True)._model.matrices[:, :, Matrix.KIND]
    assert (kinds[:-1] == FOUR).all()
    assert_near("llama", weights, True, 200)


@models
@number_types
def test_logits_are_the_same_bits_however_the_tokens_are_chunked(model: str, narrow: bool) -> None:
    runtime = runtime_of(model, narrow)
    whole = logits_of(runtime, LONG, len(LONG))
    for chunk in (1, 7, 128):
        assert same_bits(logits_of(runtime, LONG, chunk), whole), chunk
    cache = runtime.new_cache(1, 128)
    for start, end in ((0, 3), (3, 8), (8, 100)):
        output = runtime.extend(cache, LONG[None, start:end], start, end - start - 1)
        assert same_bits(output.logits[0], whole[0, end - 1])


@models
@number_types
def test_a_row_gives_the_same_bits_alone_and_beside_others(model: str, narrow: bool) -> None:
    runtime = runtime_of(model, narrow)
    rows = np.random.default_rng(2).integers(0, LLAMA.vocabulary, (5, 140))
    together = logits_of(runtime, rows)
    for row, logits in zip(rows, together, strict=True):
        assert same_bits(logits_of(runtime, row)[0], logits)


@models
@number_types
def test_threads_change_no_bit(model: str, narrow: bool) -> None:
    alone = logits_of(runtime_of(model, narrow), LONG, 128)
    for threads in (2, 4):
        runtime = runtime_of(model, narrow, threads)
        assert same_bits(logits_of(runtime, LONG, 128), alone)
        assert same_bits(logits_of(runtime, LONG[:40], 1), alone[:, :40])


@models
@number_types
def test_a_later_token_changes_nothing_before_it(model: str, narrow: bool) -> None:
    runtime = runtime_of(model, narrow)
    before = logits_of(runtime, LONG, len(LONG))
    for place in (0, 5, 127, 128, 129, 250, 299):
        other = LONG.copy()
        other[place] = (other[place] + 1) % LLAMA.vocabulary
        after = logits_of(runtime, other, len(LONG))
        assert same_bits(after[:, :place], before[:, :place])
        assert not same_bits(after[:, place], before[:, place])


@pytest.mark.parametrize("model", ["llama", "post-norm"])
@number_types
@pytest.mark.parametrize("start", [0, 1, 15, 16, 37, 130])
def test_a_copied_row_goes_on_as_its_source_would(model: str, narrow: bool, start: int) -> None:
    runtime = runtime_of(model, narrow)
    rng = np.random.default_rng(4)
    rows: Any = rng.integers(0, LLAMA.vocabulary, (3, 150)).astype(np.int32)
    rows[:, :start] = rows[0, :start]  # what all have in common is in the target already
    source, target = runtime.new_cache(3, 256), runtime.new_cache(4, 512)
    runtime.extend(source, rows, 0, 0)
    other = rng.integers(0, LLAMA.vocabulary, (4, 400)).astype(np.int32)
    other[:, :start] = rows[0, :start]
    runtime.extend(target, other, 0, 0)
    parents = [2, 0, 2, 1]
    runtime.copy(source, target, parents, start, 150)
    new = np.asarray([[1], [2], [3], [4]], np.int32)
    found = runtime.extend(target, new, 150, 0).logits
    for row, parent in enumerate(parents):
        expected = logits_of(runtime, [*rows[parent], row + 1])[0, -1]
        assert same_bits(found[row], expected)


@number_types
def test_rows_change_places_in_one_cache(narrow: bool) -> None:
    runtime = runtime_of("llama", narrow)
    rows = np.random.default_rng(4).integers(0, LLAMA.vocabulary, (3, 40)).astype(np.int32)
    cache = runtime.new_cache(3, 128)
    runtime.extend(cache, rows, 0, 0)
    runtime.copy(cache, cache, [1, 2, 0], 0, 40)
    found = runtime.extend(cache, np.full((3, 1), 7, np.int32), 40, 0).logits
    for row, parent in enumerate([1, 2, 0]):
        assert same_bits(found[row], logits_of(runtime, [*rows[parent], 7])[0, -1])


@models
def test_hidden_states_give_the_logits(model: str) -> None:
    arch = ARCHITECTURES[model]
    weights = random_weights(arch)
    runtime = kernel(arch, weights, narrow=False)
    output = runtime.extend(runtime.new_cache(2, 128), np.resize(LONG, (2, 9)), 0, 8)
    assert output.hidden is not None
    expected = output.hidden[:, -1] @ weights.unembedding.T
    if weights.unembedding_bias is not None:
        expected = expected + weights.unembedding_bias
    np.testing.assert_allclose(output.logits, expected, atol=1e-4)


def test_the_last_token_wanted_may_stand_before_the_end() -> None:
    runtime = runtime_of("llama", False)
    everything = logits_of(runtime, np.resize(LONG, (2, 20)))
    one = runtime.extend(runtime.new_cache(2, 128), np.resize(LONG, (2, 20)), 0, 11).logits
    assert same_bits(one, everything[:, 11])


def test_another_matrix_takes_part_at_once_and_the_first_one_comes_back() -> None:
    weights = random_weights(LLAMA)
    runtime = kernel(LLAMA, weights, narrow=True)
    before = logits_of(runtime, LONG[:30])
    (first, *_) = weights.layers
    for name in ("qkv", "out", "up", "down"):
        runtime.replace(0, name, first[name] * 1.5)
        assert not same_bits(logits_of(runtime, LONG[:30]), before)
        runtime.replace(0, name, first[name])
        assert same_bits(logits_of(runtime, LONG[:30]), before)


def test_compiling_touches_no_cache_and_no_position_beyond_the_context() -> None:
    runtime = runtime_of("gpt2", False)
    cache = runtime.new_cache(1, LLAMA.context + 128)
    cache.keys[:], cache.values[:] = 1, 1
    assert not runtime.is_compiled(cache, 1, False)
    runtime.compile(cache, 1, False)
    assert runtime.is_compiled(cache, 1, False)
    assert (cache.keys == 1).all()
    assert (cache.values == 1).all()


def test_biases_of_keys_larger_than_what_tells_keys_apart_are_kept() -> None:
    rng = np.random.default_rng(4)
    queries, keys = LLAMA.heads * LLAMA.head_width, LLAMA.kv_heads * LLAMA.head_width
    bias = rng.normal(0, 0.2, queries + 2 * keys).astype(np.float32)
    bias[queries : queries + keys : 3] *= 500
    weights = random_weights(LLAMA)
    layers = [{**layer, "qkv_bias": bias} for layer in weights.layers]
    assert_near("llama", replace(weights, layers=layers), True, 200)
