"""Packed weights on the disk: written once, mapped from then on, and never in the way."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.narrow_models import LLAMA, random_weights

from ownhand.core.errors import ModelError
from ownhand.engine.narrow import storage
from ownhand.engine.narrow.host import Shape
from ownhand.engine.narrow.microkernel import LANES
from ownhand.engine.narrow.storage import stored_weights
from ownhand.engine.narrow.weights import PackedWeights, Sink, pack_weights

DIGEST = "ab" * 32


class Packer:
    """Packs a model and counts how often."""

    def __init__(self, seed: int = 1) -> None:
        self.calls = 0
        self._weights = random_weights(LLAMA, seed)

    def __call__(self, sink: Sink) -> PackedWeights:
        self.calls += 1
        return pack_weights(self._weights, LLAMA.layers, True, sink)


def same(one: PackedWeights, other: PackedWeights) -> bool:
    names = ("inner", "size", "matrices", "places", "vectors", "positions", "frequencies", "data")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


def only_home(folder: Path) -> Path:
    (home,) = folder.iterdir()
    return home


def test_a_model_is_packed_once_and_mapped_after_that(tmp_path: Path) -> None:
    pack = Packer()
    first = stored_weights(tmp_path / "weights", DIGEST, pack)
    again = stored_weights(tmp_path / "weights", DIGEST, pack)
    assert pack.calls == 1
    assert isinstance(again.data, np.memmap)
    assert same(again, first)
    assert same(again, storage.packed_in_memory(pack))
    assert not again.data.flags.writeable


@pytest.mark.parametrize("name", ["data.bin", "tables.npz"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "garbage"])
def test_damaged_files_are_packed_anew(tmp_path: Path, name: str, damage: str) -> None:
    pack = Packer()
    expected = storage.packed_in_memory(pack)
    stored_weights(tmp_path, DIGEST, pack)
    file = only_home(tmp_path) / name
    content = file.read_bytes()
    file.unlink()
    if damage != "missing":
        garbage = np.random.default_rng(0).bytes(len(content) + 64)
        file.write_bytes({"empty": b"", "cut off": content[:-100], "garbage": garbage}[damage])
    pack.calls = 0
    assert same(stored_weights(tmp_path, DIGEST, pack), expected)
    assert pack.calls == 1
    assert same(stored_weights(tmp_path, DIGEST, pack), expected)
    assert pack.calls == 1


def test_other_lanes_another_format_or_model_lie_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = Packer()
    stored_weights(tmp_path, DIGEST, pack)
    for name, value in (("LANES", 99), ("_FORMAT", 99), ("SHAPE", Shape(LANES, 4, 4, "other"))):
        monkeypatch.setattr(storage, name, value)
        stored_weights(tmp_path, DIGEST, pack)
        monkeypatch.undo()
    other = stored_weights(tmp_path, "cd" * 32, Packer(seed=2))
    assert pack.calls == 4
    assert len(list(tmp_path.iterdir())) == 4  # the first one of five was dropped
    assert same(stored_weights(tmp_path, DIGEST, pack), storage.packed_in_memory(Packer()))
    assert not same(other, storage.packed_in_memory(Packer()))


def test_only_the_models_used_last_are_kept(tmp_path: Path) -> None:
    pack = Packer()
    names = [f"{number:02d}" * 32 for number in range(6)]
    for age, name in enumerate(names):
        stored_weights(tmp_path, name, pack)
        for home in tmp_path.glob(f"{name[:32]}-*"):
            os.utime(home, (1000 + age, 1000 + age))
        if age == 3:  # the oldest is used again
            stored_weights(tmp_path, names[0], pack)
    kept = sorted(path.name[:2] for path in tmp_path.iterdir())
    assert kept == ["00", "03", "04", "05"]


def test_a_folder_that_cannot_be_made_costs_time_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    pack = Packer()
    with caplog.at_level(logging.WARNING):
        packed = stored_weights(tmp_path / "file" / "weights", DIGEST, pack)
    assert "cannot be kept" in caplog.text
    assert same(packed, storage.packed_in_memory(Packer()))


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file of this process may grow beyond a few thousand bytes."""
    if sys.platform == "win32":
        pytest.skip("no such limit here")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_costs_time_alone_and_leaves_nothing(
    tmp_path: Path, full_disk: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        packed = stored_weights(tmp_path, DIGEST, Packer())
    assert "cannot be kept" in caplog.text
    assert same(packed, storage.packed_in_memory(Packer()))
    assert not list(tmp_path.iterdir())


def test_a_disk_that_became_read_only_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = Packer()
    stored_weights(tmp_path, DIGEST, pack)

    def refused(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "utime", refused)
    assert isinstance(stored_weights(tmp_path, DIGEST, pack).data, np.memmap)
    assert pack.calls == 1


def test_a_failed_packing_leaves_nothing(tmp_path: Path) -> None:
    def broken(sink: Sink) -> PackedWeights:
        sink(np.zeros(100, np.uint8))
        raise ModelError("The weights are damaged.")

    with pytest.raises(ModelError, match="damaged"):
        stored_weights(tmp_path, DIGEST, broken)
    assert not list(tmp_path.iterdir())
