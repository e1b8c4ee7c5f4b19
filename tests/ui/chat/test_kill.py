"""The program is killed while the model answers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.helpers.kill_mid_answer import kill_once


@pytest.mark.parametrize("seed", [1, 2])
def test_kill_in_the_middle_of_an_answer_loses_a_second_at_most(tmp_path: Path, seed: int) -> None:
    assert kill_once(tmp_path, random.Random(seed)) < 1000
