"""What a kill costs, and what becomes of recovered text."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.helpers.kill_mid_stream import Outcome, kill_once


def test_window_killed_while_it_streams_loses_less_than_a_second(tmp_path: Path) -> None:
    def kill(number: int) -> Outcome:
        folder = tmp_path / str(number)
        folder.mkdir()
        return kill_once(folder, random.Random(), saving=number % 2 == 1, longest_s=1.5)

    with ThreadPoolExecutor(5) as pool:  # most of it is waiting
        outcomes = list(pool.map(kill, range(5)))

    assert all(outcome.generated > 0 for outcome in outcomes)
    assert max(outcome.lost_ms for outcome in outcomes) <= 1000, outcomes
