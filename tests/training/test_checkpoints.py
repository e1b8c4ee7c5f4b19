"""Checkpoints on disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from ownhand.models import weights_file
from ownhand.training.checkpoints import Checkpoints

STATE = {"value/x": np.arange(6, dtype=np.float32).reshape(2, 3), "step": np.ones(1, np.float32)}
SHAPES = {name: array.shape for name, array in STATE.items()}


def test_newest_state_comes_back_and_old_ones_go(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path / "c", keep=2)
    assert checkpoints.latest() is None
    for step in (1, 2, 30):
        checkpoints.write(step, SHAPES, ((n, a + step) for n, a in STATE.items()))
    found = checkpoints.latest()
    assert found is not None
    assert found[0] == 30
    np.testing.assert_array_equal(found[1]["value/x"], STATE["value/x"] + 30)
    assert len(list((tmp_path / "c").iterdir())) == 2


def test_best_is_kept_beside_the_last_and_only_for_its_step(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path, keep=1)
    checkpoints.write_best(3, {"x": STATE["value/x"]})
    checkpoints.write_best(7, {"x": STATE["value/x"] * 2})
    for step in (8, 9):
        checkpoints.write(step, SHAPES, STATE.items())
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "best-00000007.safetensors", "step-00000009.safetensors",
    ]  # fmt: skip
    found = checkpoints.best(7)
    assert found is not None
    np.testing.assert_array_equal(found["x"], STATE["value/x"] * 2)
    assert checkpoints.best(3) is None


def test_full_disk_leaves_the_older_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkpoints = Checkpoints(tmp_path)
    checkpoints.write(1, SHAPES, STATE.items())
    monkeypatch.setattr(weights_file, "_SPARE_BYTES", 2**62)  # no disk has that
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        checkpoints.write(2, SHAPES, STATE.items())
    assert [path.name for path in tmp_path.iterdir()] == ["step-00000001.safetensors"]


def test_rest_of_a_killed_write_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".step-00000002.safetensors.tmp").write_bytes(b"half")
    checkpoints = Checkpoints(tmp_path)
    assert checkpoints.latest() is None
    checkpoints.write(2, SHAPES, STATE.items())
    assert [path.name for path in tmp_path.iterdir()] == ["step-00000002.safetensors"]
