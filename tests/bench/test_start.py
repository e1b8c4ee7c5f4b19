"""From the start of a process to the first token."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.fake_peers import fake_peer
from tests.helpers.processes import environment
from tests.helpers.tiny_models import TinyGguf

from ownhand.bench import start
from ownhand.bench.worker_process import ContenderGone
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BackendError
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore


def test_a_peer_is_timed_from_its_process_to_its_first_token(tmp_path: Path) -> None:
    command = fake_peer(tmp_path, "peer")
    seconds = start.measure_peer(command, 1, "text", [1, 2], gguf="tiny.gguf")
    assert seconds > 0.5  # which it claims for the first token alone


def test_everybody_starts_in_turn_and_one_that_fails_is_left_out() -> None:
    order: list[str] = []
    told: list[str] = []

    def good(name: str) -> float:
        order.append(name)
        return float(len(order))

    def bad() -> float:
        raise ContenderGone("no memory")

    found = start.in_turn(
        {"a": lambda: good("a"), "bad": bad, "b": lambda: good("b")}, 2, told.append
    )
    assert order == ["a", "b"] * 3
    assert set(found) == {"a", "b"}
    assert found["a"]["min"] == 3  # the first start warms the disk
    assert told == ["bad did not start: no memory"]


def test_the_command_itself_is_timed_to_its_first_character(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    *_, info = DirectoryStore(tmp_path / "data" / "models").add(
        str(TinyGguf().write(tmp_path / "tiny.gguf")), CancelToken()
    )
    assert isinstance(info, ModelInfo)
    assert start.measure_write(info.slug, "hello hill") > 0
    with pytest.raises(BackendError, match="nobody"):
        start.measure_write("nobody", "hello hill")
