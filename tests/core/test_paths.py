"""Where files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.core.paths import user_paths


def test_home_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path / "mein Heim"))
    paths = user_paths()
    for place in (paths.models, paths.journal, paths.provenance, paths.presets, paths.cache, paths.logs, paths.settings_file):  # fmt: skip
        assert place.is_relative_to(tmp_path / "mein Heim")
    assert list(tmp_path.iterdir()) == []


def test_folders_of_the_system_are_used_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OWNHAND_HOME", raising=False)
    assert "ownhand" in str(user_paths().data)
