"""Models from scratch against the layers of Keras and KerasHub that they are made of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.helpers.untrained import shake, untrained

from ownhand.engine.families import family_of
from ownhand.models.layout import read_config, weight_shapes

IDS = [2, 5, 9, 3, 3, 11, 7, 1, 30, 12, 4, 8]
Arrays = Mapping[str, np.ndarray]


def fill(layer: Any, arrays: Arrays, prefix: str) -> None:
    """Put the weights below a path into a built layer, by the end of each variable's path."""
    own = {path.removeprefix(prefix): a for path, a in arrays.items() if path.startswith(prefix)}
    for variable in layer.weights:
        (name,) = [name for name in own if variable.path.endswith(name)]
        variable.assign(own.pop(name))
    assert not own


def kerashub_logits(
    arrays: Arrays, ids: list[int], *, heads: int, feed_forward: int, context: int
) -> Any:
    """R3: `TokenAndPositionEmbedding`, two `TransformerDecoder`, a `Dense` output."""
    import keras
    import keras_hub

    embeddings = arrays["token_embedding/embeddings"]
    vocabulary, width = embeddings.shape
    enter = keras_hub.layers.TokenAndPositionEmbedding(vocabulary, context, width)
    enter.build((1, len(ids)))
    fill(enter.token_embedding, arrays, "token_embedding/")
    enter.position_embedding.position_embeddings.assign(arrays["position_embedding/embeddings"])
    x = enter(np.asarray([ids]))
    for index in range(2):
        block = keras_hub.layers.TransformerDecoder(intermediate_dim=feed_forward, num_heads=heads)
        block.build((1, len(ids), width))
        fill(block, arrays, f"transformer_layer_{index}/")
        x = block(x)
    output = keras.layers.Dense(vocabulary)
    output.build((1, len(ids), width))
    fill(output, arrays, "output/")
    return keras.ops.convert_to_numpy(output(x))[0]


def keras_logits(
    arrays: Arrays, ids: list[int], *, heads: int, head_width: int, feed_forward: int
) -> Any:
    """R4: a block of Keras's own layers, each head as wide as it likes, norms with 1e-6."""
    import keras

    vocabulary, width = arrays["token_embedding/embeddings"].shape
    x = arrays["token_embedding/embeddings"][ids] + arrays["position_embedding/embeddings"][: len(ids)]  # fmt: skip
    x, shape = keras.ops.convert_to_tensor(x[None]), (1, len(ids), width)
    path = "transformer_layer_0"
    attention = keras.layers.MultiHeadAttention(heads, head_width)
    attention.build(shape, shape)
    fill(attention, arrays, f"{path}/self_attention/")
    norms = [keras.layers.LayerNormalization(epsilon=1e-6) for _ in range(2)]
    inner = keras.layers.Dense(feed_forward, activation="relu")
    outer, output = keras.layers.Dense(width), keras.layers.Dense(vocabulary)
    for layer, sizes, name in (
        (norms[0], shape, f"{path}/self_attention_layer_norm/"),
        (inner, shape, f"{path}/feedforward_intermediate_dense/"),
        (outer, (1, len(ids), feed_forward), f"{path}/feedforward_output_dense/"),
        (norms[1], shape, f"{path}/feedforward_layer_norm/"),
        (output, shape, "output/"),
    ):
        layer.build(sizes)
        fill(layer, arrays, name)
    x = norms[0](x + attention(x, x, use_causal_mask=True))
    return keras.ops.convert_to_numpy(output(norms[1](x + outer(inner(x)))))[0]


def engine_logits(directory: Path, runtime: str) -> Any:
    """A prompt of seven tokens at once, then one by one."""
    decoder = load(directory, runtime=runtime).decoder
    first = decoder.extend(np.asarray([IDS[:7]], np.int32), all_positions=True).logits[0]
    rest = [decoder.extend(np.asarray([[i]], np.int32)).logits for i in IDS[7:]]
    return np.concatenate([first, *rest])


def test_logits_equal_a_stack_of_kerashub_decoders(
    keras_hub: Any, tmp_path: Path, each_runtime: str
) -> None:
    made = untrained(tmp_path / "r3")  # three heads share a width of 32 unevenly, as 256 in R3
    arrays = shake(made.directory)
    expected = kerashub_logits(arrays, IDS, heads=3, feed_forward=24, context=20)
    np.testing.assert_allclose(engine_logits(made.directory, each_runtime), expected, atol=3e-4)


def test_logits_equal_a_block_of_keras_with_wide_heads(
    keras_hub: Any, tmp_path: Path, each_runtime: str
) -> None:
    made = untrained(
        tmp_path / "r4", layers=1, heads=2, head_width=32, feed_forward=32, norm_epsilon=1e-6
    )
    arrays = shake(made.directory)
    expected = keras_logits(arrays, IDS, heads=2, head_width=32, feed_forward=32)
    np.testing.assert_allclose(engine_logits(made.directory, each_runtime), expected, atol=3e-4)


def test_the_reference_mini_gpt_has_its_number_of_parameters(keras_hub: Any) -> None:
    import keras

    shapes = weight_shapes(
        "PostNormGPT",
        {
            "vocabulary_size": 5000, "num_layers": 2, "num_heads": 3, "head_dim": 85,
            "hidden_dim": 256, "intermediate_dim": 128, "max_sequence_length": 128,
        },
    )  # fmt: skip
    assert sum(map(math.prod, shapes.values())) == 3_255_938
    inputs = keras.layers.Input((None,), dtype="int32")
    x = keras_hub.layers.TokenAndPositionEmbedding(5000, 128, 256, mask_zero=True)(inputs)
    for _ in range(2):
        x = keras_hub.layers.TransformerDecoder(intermediate_dim=128, num_heads=3)(x)
    model = keras.Model(inputs, keras.layers.Dense(5000)(x))
    assert model.count_params() == 3_255_938


def test_weights_come_back_as_they_were_read(tmp_path: Path) -> None:
    made = untrained(tmp_path / "model")
    arrays = shake(made.directory)
    class_name, config = read_config(made.directory)
    family = family_of(class_name)
    written = dict(family.write(*family.read(config, lambda name: arrays[name])))
    assert list(written) == list(arrays)
    for name, array in arrays.items():
        np.testing.assert_array_equal(written[name], array)


@pytest.mark.parametrize("architecture", ["post_norm", "gpt2"])
def test_dropout_is_asked_at_both_places_of_each_block(
    keras_hub: Any, tmp_path: Path, architecture: str
) -> None:
    from keras import ops

    from ownhand.engine.backends.runtime import map_weights
    from ownhand.engine.forward import make_block

    made = untrained(tmp_path / "model", architecture=architecture, heads=2, seq=20)
    arrays = shake(made.directory)
    class_name, config = read_config(made.directory)
    arch, weights = family_of(class_name).read(config, lambda name: arrays[name])
    (layer, _) = map_weights(weights, "float32", lambda a, _: ops.convert_to_tensor(a))["layers"]
    x = ops.convert_to_tensor(np.random.default_rng(0).normal(size=(1, 4, 32)).astype(np.float32))
    causal = ops.convert_to_tensor(np.tril(np.ones((1, 1, 1, 4, 4), bool)))
    sites = []

    def nothing(y: Any, site: str) -> Any:
        sites.append(site)
        return y * 0

    block = make_block(arch)
    kept = block(x, layer, None, None, None, None, causal)[0]
    dropped = block(x, {**layer, "dropout": nothing}, None, None, None, None, causal)[0]
    assert sites == ["attention", "feed_forward"]
    assert float(ops.max(ops.abs(kept - dropped))) > 0.1
    if architecture == "gpt2":  # nothing is left but the way around the block
        np.testing.assert_array_equal(ops.convert_to_numpy(dropped), ops.convert_to_numpy(x))
