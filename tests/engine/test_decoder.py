"""The decoder against a plain NumPy model and against itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.helpers.tiny_models import (
    TinyGguf,
    backbone_logits,
    gpt2_logits,
    gpt2_tensors,
    llama_logits,
)

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.loader import LoadedModel
from ownhand.models.kerashub import fill_backbone
from ownhand.models.store import DirectoryStore

IDS = [104, 101, 32, 7, 7, 200, 13, 90, 1, 44, 12]


def _ids(values: list[int]) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    return np.asarray([values], np.int32)


def test_llama_logits_equal_numpy_at_every_position(tiny_llama: Path, each_runtime: str) -> None:
    decoder = load(tiny_llama, runtime=each_runtime).decoder
    logits = decoder.extend(_ids(IDS), all_positions=True).logits[0]
    expected = llama_logits(TinyGguf().tensors, IDS)
    np.testing.assert_allclose(logits, expected, atol=2e-4)


def test_gpt2_logits_equal_numpy_at_every_position(tiny_gpt2: Path, each_runtime: str) -> None:
    decoder = load(tiny_gpt2, runtime=each_runtime).decoder
    logits = decoder.extend(_ids(IDS), all_positions=True).logits[0]
    np.testing.assert_allclose(logits, gpt2_logits(gpt2_tensors(), IDS), atol=2e-4)


@pytest.mark.parametrize("model", ["tiny_llama", "tiny_gpt2"])
def test_steps_equal_the_layers_of_keras_hub(
    model: str, each_runtime: str, keras_hub: object, request: pytest.FixtureRequest
) -> None:
    directory = request.getfixturevalue(model)
    decoder = load(directory, runtime=each_runtime).decoder
    backbone = fill_backbone(directory)
    decoder.extend(_ids(IDS[:4]))
    for end in range(5, len(IDS) + 1):
        logits = decoder.extend(_ids([IDS[end - 1]])).logits[0]
        np.testing.assert_allclose(logits, backbone_logits(backbone, IDS[:end])[-1], atol=3e-4)


def test_hidden_states_give_the_logits(roomy_on_each: LoadedModel) -> None:
    step = roomy_on_each.decoder.extend(_ids(IDS))
    assert step.hidden is not None
    assert step.hidden.shape[:2] == (1, len(IDS))
    embedding = TinyGguf().tensors["token_embd.weight"]
    np.testing.assert_allclose(step.hidden[0, -1] @ embedding.T, step.logits[0], atol=2e-4)


def test_prompt_longer_than_a_chunk_equals_single_steps(roomy_on_each: LoadedModel) -> None:
    decoder = roomy_on_each.decoder
    ids = (np.arange(600) * 7 % 250).tolist()
    whole = decoder.extend(_ids(ids)).logits[0]
    decoder.rewind(40)
    for token in ids[-40:]:
        stepped = decoder.extend(_ids([token])).logits[0]
    np.testing.assert_allclose(stepped, whole, atol=5e-4)


def test_rewind_forgets_what_came_after(roomy_on_each: LoadedModel) -> None:
    decoder = roomy_on_each.decoder
    decoder.extend(_ids(IDS))
    expected = decoder.extend(_ids([5])).logits
    decoder.rewind(1)
    decoder.extend(_ids([99, 98, 97]))
    decoder.rewind(3)
    np.testing.assert_allclose(decoder.extend(_ids([5])).logits, expected, atol=1e-5)
    assert decoder.ids[0].tolist() == [*IDS, 5]


def test_forked_rows_go_their_own_ways(roomy_on_each: LoadedModel) -> None:
    decoder = roomy_on_each.decoder
    decoder.extend(_ids(IDS))
    decoder.fork([0, 0, 0])
    step = decoder.extend(np.asarray([[1], [2], [3]], np.int32))
    assert step.logits.shape[0] == 3
    decoder.fork([2, 0])
    both = decoder.extend(np.asarray([[8], [9]], np.int32)).logits
    for row, tail in enumerate(([3, 8], [1, 9])):
        expected = llama_logits(TinyGguf().tensors, [*IDS, *tail])[-1]
        np.testing.assert_allclose(both[row], expected, atol=3e-4)
    decoder.fork([1])
    assert decoder.ids.tolist() == [[*IDS, 1, 9]]
    alone = decoder.extend(_ids([4])).logits[0]
    np.testing.assert_allclose(
        alone, llama_logits(TinyGguf().tensors, [*IDS, 1, 9, 4])[-1], atol=3e-4
    )


def test_rows_of_one_width_change_places(roomy_on_each: LoadedModel) -> None:
    decoder = roomy_on_each.decoder
    decoder.extend(_ids(IDS))
    decoder.fork([0, 0, 0, 0])
    decoder.extend(np.asarray([[1], [2], [3], [4]], np.int32))
    decoder.fork([1, 0, 3, 0])
    decoder.fork([1, 2, 0, 3])
    assert decoder.ids[:, -1].tolist() == [1, 4, 2, 1]
    logits = decoder.extend(np.full((4, 1), 8, np.int32)).logits
    for row, tail in enumerate((1, 4, 2, 1)):
        expected = llama_logits(TinyGguf().tensors, [*IDS, tail, 8])[-1]
        np.testing.assert_allclose(logits[row], expected, atol=3e-4)


def test_cache_grows_with_its_content_and_keeps_it(roomy_llama: Path, each_runtime: str) -> None:
    decoder = load(roomy_llama, runtime=each_runtime).decoder
    ids = (np.arange(530) * 3 % 250).tolist()
    decoder.extend(_ids(ids[:500]))
    small = decoder.capacity
    decoder.extend(_ids(ids[500:]))
    assert decoder.capacity > small
    expected = decoder.extend(_ids([1])).logits[0]
    decoder.rewind(decoder.length)
    decoder.extend(_ids(ids))
    np.testing.assert_allclose(decoder.extend(_ids([1])).logits[0], expected, atol=3e-4)


def test_cache_shrinks_with_its_content_where_that_needs_no_compile(
    roomy_llama: Path, each_runtime: str
) -> None:
    decoder = load(roomy_llama, runtime=each_runtime).decoder
    cancel = CancelToken()
    list(decoder.prepare(10, 1, cancel))
    small = decoder.capacity
    list(decoder.prepare(600, 1, cancel))
    decoder.extend(_ids([*IDS, *[7] * 500]))
    assert decoder.capacity > small
    decoder.rewind(500)
    traces = decoder.runtime.traces
    assert not list(decoder.prepare(20, 1, cancel))
    assert decoder.capacity == small
    logits = decoder.extend(_ids([5])).logits[0]
    assert decoder.runtime.traces == traces
    np.testing.assert_allclose(logits, llama_logits(TinyGguf().tensors, [*IDS, 5])[-1], atol=3e-4)


def test_context_can_be_filled_to_the_last_token(tiny_llama: Path, each_runtime: str) -> None:
    decoder = load(tiny_llama, runtime=each_runtime).decoder
    decoder.extend(_ids([1] * 63))
    decoder.extend(_ids([2]))
    assert decoder.length == decoder.context_tokens == 64
    with pytest.raises(ValueError, match="exceed the context"):
        decoder.extend(_ids([3]))


@pytest.mark.parametrize("shape", [(2, 1), (1, 0)])
def test_wrong_shape_is_refused(roomy_on_each: LoadedModel, shape: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="ids must be"):
        roomy_on_each.decoder.extend(np.zeros(shape, np.int32))


def test_compile_is_announced_once_per_width_and_capacity(roomy_llama: Path) -> None:
    decoder = load(roomy_llama).decoder
    cancel = CancelToken()
    assert list(decoder.prepare(10, 1, cancel))
    assert not list(decoder.prepare(10, 1, cancel))
    assert list(decoder.prepare(10, 5, cancel))
    assert not list(decoder.prepare(10, 8, cancel))  # the same bucket
    assert list(decoder.prepare(600, 1, cancel))


def test_kernel_is_ready_for_every_size_once_it_is_loaded(roomy_llama: Path) -> None:
    decoder = load(roomy_llama, runtime="kernel").decoder
    cancel = CancelToken()
    for tokens, width, seq in ((10, 1, 1), (10, 5, 1), (600, 1, 300), (1000, 16, 2)):
        assert not list(decoder.prepare(tokens, width, cancel, seq, all_positions=True))


def test_cancelled_compile_returns_and_its_result_is_kept(roomy_llama: Path) -> None:
    decoder = load(roomy_llama).decoder
    cancel = CancelToken()
    waiting = decoder.prepare(10, 2, cancel)
    next(waiting)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(waiting)
    list(decoder.prepare(10, 2, CancelToken()))
    traces = decoder.runtime.traces
    decoder.extend(_ids(IDS[:1]))
    decoder.fork([0, 0])
    decoder.extend(np.asarray([[1], [2]], np.int32))
    assert decoder.runtime.traces <= traces + 1  # the single row alone was not prepared


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_half_precision_stays_near_float32(tiny_llama: Path, dtype: str) -> None:
    decoder = load(tiny_llama, dtype=dtype).decoder
    assert decoder.runtime.dtype == dtype
    step = decoder.extend(_ids(IDS))
    assert step.logits.dtype == np.float32
    expected = llama_logits(TinyGguf().tensors, IDS)[-1]
    near = np.corrcoef(step.logits[0], expected)[0, 1]
    assert near > 0.998
    stepped = decoder.extend(_ids([5])).logits[0]
    assert np.corrcoef(stepped, llama_logits(TinyGguf().tensors, [*IDS, 5])[-1])[0, 1] > 0.998


@pytest.mark.parametrize("tied", [True, False])
def test_narrow_weights_stay_near_float32(tmp_path: Path, tied: bool) -> None:
    file = TinyGguf(tied=tied)
    *_, info = DirectoryStore(tmp_path).add(str(file.write(tmp_path / "x.gguf")), CancelToken())
    assert isinstance(info, ModelInfo)
    decoder = load(info.directory, runtime="int8").decoder
    assert decoder.runtime.dtype == "int8"
    logits = decoder.extend(_ids(IDS), all_positions=True).logits[0]
    expected = llama_logits(file.tensors, IDS)
    assert np.corrcoef(logits.ravel(), expected.ravel())[0, 1] > 0.998
