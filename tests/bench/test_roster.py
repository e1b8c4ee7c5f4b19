"""Turns of contenders, with peers that are real scripts."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.fake_peers import fake_peer

from ownhand.bench.contenders import Contender
from ownhand.bench.roster import Roster

ANNA, BERTA, CARLA = (Contender(name, name.title()) for name in ("anna", "berta", "carla"))


def test_contenders_take_turns_and_warm_ups_do_not_count(tmp_path: Path) -> None:
    commands = {one: fake_peer(tmp_path, one.name) for one in (ANNA, BERTA)}
    with Roster(commands, 2, lambda _line: None) as roster:
        roster.load()
        answers = roster.in_turn(["decode"], 2, ids=[1], new=4)
    assert (tmp_path / "log").read_text().split() == ["anna", "berta"] * 3
    assert {key: len(found) for key, found in answers.items()} == {
        ("anna", "decode"): 2,
        ("berta", "decode"): 2,
    }
    assert roster.loaded["anna"]["version"] == "1.0"


def test_the_others_go_on_without_one_that_dies(tmp_path: Path) -> None:
    commands = {
        ANNA: fake_peer(tmp_path, "anna"),
        BERTA: fake_peer(tmp_path, "berta", dies_at=2),
        CARLA: fake_peer(tmp_path, "carla"),
    }
    told: list[str] = []
    with Roster(commands, 2, told.append) as roster:
        roster.load()
        answers = roster.in_turn(["prefill"], 2, ids=[1])
        assert roster.names("decode") == ["anna", "carla"]
        assert set(roster.memory_gb()) == {"anna", "carla"}
    assert set(answers) == {("anna", "prefill"), ("carla", "prefill")}
    assert "bad_alloc" in roster.failed["berta"]
    assert any("Berta" in line and "bad_alloc" in line for line in told)


def test_one_that_does_not_load_is_out_from_the_beginning(tmp_path: Path) -> None:
    commands = {one: fake_peer(tmp_path, one.name) for one in (ANNA, BERTA)}
    Path(commands[ANNA][-1]).write_text("raise OSError('no model')", encoding="utf-8")
    with Roster(commands, 2, lambda _line: None) as roster:
        roster.load()
        assert roster.names("decode") == ["berta"]
    assert "no model" in roster.failed["anna"]


def test_what_one_contender_does_not_know_only_the_others_are_asked(tmp_path: Path) -> None:
    commands = {one: fake_peer(tmp_path, one.name) for one in (ANNA, BERTA)}
    script = Path(commands[ANNA][-1])
    script.write_text(script.read_text("utf-8").replace("def prefill", "def _prefill"), "utf-8")
    with Roster(commands, 2, lambda _line: None) as roster:
        roster.load()
        answers = roster.in_turn(["prefill"], 1, ids=[1])
        assert roster.names("decode") == ["anna", "berta"]
    assert set(answers) == {("berta", "prefill")}
