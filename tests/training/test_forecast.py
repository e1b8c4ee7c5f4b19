"""What a run will need, measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.training.conftest import Desk

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.training.forecast import measure


def test_trial_steps_tell_time_and_memory(desk: Desk, tmp_path: Path) -> None:
    found = measure(desk.spec(), tmp_path, "tensorflow", CancelToken())
    assert found.first_s > found.step_s > 0
    assert found.memory_bytes > 100_000_000
    assert found.score_s > 0
    assert found.sample_s > 0
    assert not list(tmp_path.glob("forecast*"))


def test_cancelled_trial_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        measure(desk.spec(), tmp_path, "tensorflow", cancel)
    assert not list(tmp_path.glob("forecast*"))


def test_trial_that_cannot_begin_says_why(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="anew from your folders"):
        measure(desk.spec(data=str(tmp_path / "none")), tmp_path, "tensorflow", CancelToken())
