"""No socket is opened unless the writer asks for a download.

All tests run under the ban of `tests/helpers/network_ban.py` (see conftest.py), and so do the
processes they start; only the fixture that fetches the starter model runs pip outside it. These tests
see that the ban holds, and that the whole main job works under it.
"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from tests.helpers.network_ban import NetworkUsedError
from tests.helpers.processes import run_ownhand


def test_ban_stops_a_connection() -> None:
    with pytest.raises(NetworkUsedError), socket.socket() as made:
        made.connect(("127.0.0.1", 9))


def test_ban_stops_a_name_lookup() -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 80)


def test_ban_reaches_child_processes(tmp_path: Path) -> None:
    done = run_ownhand(tmp_path, code="import socket; socket.create_connection(('127.0.0.1', 9))")
    assert done.returncode != 0
    assert "NetworkUsedError" in done.stderr


@pytest.mark.starter
def test_starter_model_writes_without_network(home_with_starter: Path) -> None:
    done = run_ownhand(
        home_with_starter,
        "write", "My trip to Yosemite was", "--preset", "greedy", "--max-tokens", "12",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(" a dream come true.")
    assert "12 tokens" in done.stderr


def test_without_a_model_offline_is_refused_and_tells_what_to_do(tmp_path: Path) -> None:
    done = run_ownhand(tmp_path, "write", "Hello", "--offline")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "ownhand models add" in done.stderr
    assert not list(tmp_path.rglob("*.safetensors"))


def test_window_never_imports_qt_network() -> None:
    package = Path(__file__).parents[1] / "desktop" / "ownhand"
    users = [path for path in package.rglob("*.py") if "QtNetwork" in path.read_text("utf-8")]
    assert users == []


def test_whole_package_imports_without_network(tmp_path: Path) -> None:
    code = (
        "import pkgutil, importlib, ownhand\n"
        "extras = {'jax', 'torch', 'transformers', 'llama_cpp', 'openvino'}\n"
        "for found in pkgutil.walk_packages(ownhand.__path__, 'ownhand.'):\n"
        "    try:\n"
        "        if found.name != 'ownhand.__main__':\n"
        "            importlib.import_module(found.name)\n"
        "    except ModuleNotFoundError as problem:\n"
        "        if problem.name not in extras:\n"
        "            raise\n"
    )
    done = run_ownhand(tmp_path, code=code)
    assert done.returncode == 0, done.stderr
