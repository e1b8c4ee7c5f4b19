from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file

from ownhand.core.errors import ImportRefusedError, ModelError
from ownhand.models.weights_file import (
    WeightsWriter,
    check_weights,
    require_free_space,
    size_in_words,
)

SHAPES: dict[str, tuple[int, ...]] = {"b/x": (2, 3), "a": (4,), "c": (1, 1, 2)}
ARRAYS = {
    name: np.random.default_rng(0).normal(size=shape).astype(np.float32)
    for name, shape in SHAPES.items()
}


def write(path: Path, order: tuple[str, ...] = tuple(SHAPES)) -> WeightsWriter:
    with WeightsWriter(path, SHAPES) as writer:
        for name in order:
            writer.write(name, ARRAYS[name])
    return writer


def test_safetensors_reads_what_was_written_in_any_order(tmp_path: Path) -> None:
    first = write(tmp_path / "x.safetensors")
    second = write(tmp_path / "y.safetensors", ("c", "a", "b/x"))
    loaded = load_file(tmp_path / "y.safetensors")
    assert loaded.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(loaded[name], array)
    assert first.sha256 == second.sha256
    data = (tmp_path / "x.safetensors").read_bytes()
    assert first.sha256 == hashlib.sha256(data).hexdigest()


def test_transposed_arrays_are_written_in_their_own_order(tmp_path: Path) -> None:
    array = np.arange(6, dtype=np.float32).reshape(3, 2).T
    with WeightsWriter(tmp_path / "x.safetensors", {"t": (2, 3)}) as writer:
        writer.write("t", array)
    np.testing.assert_array_equal(load_file(tmp_path / "x.safetensors")["t"], array)


def test_data_begin_at_a_multiple_of_eight_bytes(tmp_path: Path) -> None:
    write(tmp_path / "x.safetensors")
    header = int.from_bytes((tmp_path / "x.safetensors").read_bytes()[:8], "little")
    assert header % 8 == 0


def test_missing_weight_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="weight a is missing"):
        write(tmp_path / "x.safetensors", ("b/x", "c"))


def test_unknown_repeated_and_misshapen_weights_are_refused(tmp_path: Path) -> None:
    with WeightsWriter(tmp_path / "x.safetensors", {"a": (4,)}) as writer:
        with pytest.raises(ImportRefusedError, match="does not belong"):
            writer.write("z", ARRAYS["a"])
        with pytest.raises(ImportRefusedError, match=r"shape \(2, 3\) instead of \(4,\)"):
            writer.write("a", ARRAYS["b/x"])
        writer.write("a", ARRAYS["a"])
        with pytest.raises(ImportRefusedError, match="does not belong"):
            writer.write("a", ARRAYS["a"])


def test_whole_file_passes_the_check(tmp_path: Path) -> None:
    write(tmp_path / "x.safetensors")
    check_weights(tmp_path / "x.safetensors", SHAPES)


@given(cut=st.integers(1, 1000))
def test_cut_off_file_never_passes_the_check(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / "x.safetensors"
    write(path)
    data = path.read_bytes()
    path.write_bytes(data[: max(0, len(data) - cut)])
    with pytest.raises(ModelError):
        check_weights(path, SHAPES)


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        (SHAPES | {"d": (1,)}, "lacks the weight d"),
        (SHAPES | {"a": (5,)}, "lacks the weight a in the shape"),
        ({"a": (4,), "c": (1, 1, 2)}, "unknown weight, b/x"),
    ],
)
def test_file_of_another_model_does_not_pass_the_check(
    tmp_path: Path, shapes: dict[str, tuple[int, ...]], message: str
) -> None:
    write(tmp_path / "x.safetensors")
    with pytest.raises(ModelError, match=message):
        check_weights(tmp_path / "x.safetensors", shapes)


def test_full_disk_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2_000_000))
    with pytest.raises(ModelError, match=r"too full: .* and 2 MB are free\. Nothing was changed"):
        WeightsWriter(tmp_path / "x.safetensors", SHAPES)
    assert not list(tmp_path.iterdir())


def test_free_space_asks_for_some_spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100_000_000))
    require_free_space(tmp_path, 30_000_000)
    with pytest.raises(ModelError, match="needs 167 MB"):
        require_free_space(tmp_path, 100_000_000)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "1 MB"), (538_600_000, "539 MB"), (1_250_000_000, "1.2 GB")]
)
def test_sizes_are_said_in_words(count: int, words: str) -> None:
    assert size_in_words(count) == words
