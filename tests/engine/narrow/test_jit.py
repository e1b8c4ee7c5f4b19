"""Where compiled kernels are kept."""

from __future__ import annotations

from pathlib import Path

import numba
import pytest

from ownhand.engine.narrow import jit


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing said yet, and everything as before when the test is over."""
    monkeypatch.setattr(jit, "OPTIONS", {"cache": True})
    monkeypatch.setattr(numba.config, "CACHE_DIR", "")


def test_the_folder_is_named_for_sources_and_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jit.keep_compiled_in(tmp_path / "kernels")
    first = Path(numba.config.CACHE_DIR)
    assert first.parent == tmp_path / "kernels"
    jit.keep_compiled_in(tmp_path / "kernels")
    assert Path(numba.config.CACHE_DIR) == first
    monkeypatch.setattr(numba.config, "CACHE_DIR", "")
    monkeypatch.setattr(jit, "host_features", lambda: "+another")
    jit.keep_compiled_in(tmp_path / "kernels")
    assert Path(numba.config.CACHE_DIR).name != first.name


def test_what_the_environment_says_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path / "own"))
    jit.keep_compiled_in(tmp_path / "kernels")
    assert Path(numba.config.CACHE_DIR).parent == tmp_path / "own"


def test_without_a_folder_nothing_is_kept() -> None:
    jit.keep_compiled_in(None)
    assert jit.OPTIONS["cache"] is False


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    jit.keep_compiled_in(tmp_path / "file" / "kernels")
    assert jit.OPTIONS["cache"] is False
    assert not numba.config.CACHE_DIR
