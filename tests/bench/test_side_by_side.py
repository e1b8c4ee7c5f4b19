"""Measuring side by side, with peers that claim known speeds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.fake_peers import fake_peer

from ownhand.bench import side_by_side
from ownhand.bench.contenders import Contender
from ownhand.bench.roster import Roster

FAST, SLOW = Contender("fast", "Fast"), Contender("slow", "Slow")


@pytest.fixture
def commands(tmp_path: Path) -> dict[Contender, list[str]]:
    return {
        FAST: fake_peer(tmp_path, "fast", rate=200.0),
        SLOW: fake_peer(tmp_path, "slow", rate=50.0),
    }


def test_rates_count_what_comes_behind_the_first_token(
    commands: dict[Contender, list[str]],
) -> None:
    with Roster(commands, 1, lambda _line: None) as roster:
        roster.load()
        decoded = side_by_side.decode(roster, "text", [1, 2], new=21, runs=2)
    assert decoded.rates == {
        "fast": [pytest.approx(200)] * 2,
        "slow": [pytest.approx(50)] * 2,
    }
    assert decoded.seconds["slow"] == [pytest.approx(0.5 + 20 / 50)] * 2


def test_of_several_ways_the_best_stands_for_a_contender(
    commands: dict[Contender, list[str]],
) -> None:
    script = Path(commands[SLOW][-1])
    script.write_text(
        script.read_text("utf-8")
        + "    def decode_raw(self, ids, new, **others):\n"
        + "        return {'first_s': 0.0, 'total_s': (new - 1) / 300, 'count': new, 'ids': []}\n",
        encoding="utf-8",
    )
    with Roster(commands, 1, lambda _line: None) as roster:
        roster.load()
        decoded = side_by_side.decode(roster, "text", [1], new=11, runs=1)
    assert decoded.rates["slow"] == [pytest.approx(300)]
    assert set(decoded.ways["slow"]) == {"decode", "decode_raw"}
    assert decoded.written["slow"]["ids"] == [1] * 11


def test_prefill_is_told_in_tokens_per_second_for_each_length(
    commands: dict[Contender, list[str]],
) -> None:
    with Roster(commands, 1, lambda _line: None) as roster:
        roster.load()
        found = side_by_side.prefill(roster, [1] * 100, (40, 100), runs=1)
    assert found["fast"] == {40: [pytest.approx(200)], 100: [pytest.approx(200)]}


def test_candidates_are_left_out_where_ownhand_takes_no_part(
    commands: dict[Contender, list[str]],
) -> None:
    with Roster(commands, 1, lambda _line: None) as roster:
        roster.load()
        assert side_by_side.candidates(roster, "text", 8, 4, 1) == {}
