"""Who takes part, and how each is started."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ownhand.bench.contenders import CONTENDERS, Contender, command_of, peer_pythons
from ownhand.core.errors import BadInputError

_PEERS = [one for one in CONTENDERS if one.file]


def test_a_peer_that_is_nowhere_takes_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    for peer in _PEERS:
        assert command_of(peer, {}) is None
        command = command_of(peer, {peer.name: "/opt/peer/python"})
        assert command is not None
        assert command[0] == "/opt/peer/python"
        assert all(Path(file).is_file() for file in command[1:])


def test_a_peer_beside_ownhand_runs_in_its_own_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    for peer in _PEERS:
        command = command_of(peer, {})
        assert command is not None
        assert command[0] == sys.executable


def test_pythons_of_peers_are_named_in_options() -> None:
    options = [f"{peer.name}={sys.executable}" for peer in _PEERS]
    assert peer_pythons(options) == {peer.name: sys.executable for peer in _PEERS}


@pytest.mark.parametrize(
    ("option", "said"),
    [("nobody=/bin/sh", "nobody"), ("transformers", "no Python"), ("ownhand=/bin/sh", "NAME=PATH")],
)
def test_an_option_for_nobody_or_nowhere_is_refused(option: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        peer_pythons([option])


@pytest.mark.parametrize("peer", _PEERS, ids=lambda peer: peer.name)
def test_the_script_of_a_peer_needs_its_library_alone(peer: Contender, tmp_path: Path) -> None:
    """As another Python would see it: the import that fails is not one of Ownhand."""
    command = command_of(peer, {peer.name: sys.executable})
    assert command is not None
    done = subprocess.run(
        [command[0], "-S", "-P", *command[1:]],
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    missing = done.stderr.splitlines()[-1]
    assert "No module named" in missing
    assert "ownhand" not in missing
