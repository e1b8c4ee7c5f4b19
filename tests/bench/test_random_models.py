"""Random models have the published sizes, and what is said of them is so."""

from __future__ import annotations

import pytest

from ownhand.bench.random_models import SHAPES, matrix_sizes, parameters_read, random_weights


@pytest.mark.parametrize("name", ["tiny-llama", "tiny-gpt2"])
def test_step_reads_what_the_weights_come_to(name: str) -> None:
    shape = SHAPES[name]
    weights = random_weights(shape)
    layers = list(weights.layers)
    read = weights.unembedding.size + (0 if weights.norm is None else weights.norm.size)
    for layer in layers:
        read += sum(array.size for part, array in layer.items() if not part.endswith("_bias"))

    assert len(layers) == shape.arch.layers
    assert parameters_read(shape) == read
    assert {part: layers[0][part].shape for part in matrix_sizes(shape)} == matrix_sizes(shape)
    assert weights.unembedding is weights.embedding


def test_published_models_have_their_published_sizes() -> None:
    millions = {name: round(parameters_read(shape) / 1e6) for name, shape in SHAPES.items()}

    assert millions["llama-3.2-1b"] == 1236
    assert millions["llama-3.2-3b"] == 3213
    assert millions["gpt2-124m"] == 124
