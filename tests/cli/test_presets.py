"""`ownhand presets import` and `export`, as the shell runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.cli import run
from ownhand.core.presets import load_preset_file, user_presets


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_foreign_preset_is_kept_and_losses_are_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Balanced.yaml"
    file.write_text("temperature: 0.9\ntfs: 0.5\n", encoding="utf-8")

    assert run(["presets", "import", str(file)]) == 0

    told = capsys.readouterr()
    assert "Kept as “Balanced 2”, taken over from text-generation-webui." in told.out
    assert "tfs" in told.err
    (kept,) = user_presets(home / "config" / "presets")
    assert (kept.name, kept.settings.temperature) == ("Balanced 2", 0.9)


def test_preset_is_written_to_a_file_and_never_over_one(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    assert run(["presets", "export", "creative", str(file)]) == 0
    assert load_preset_file(file).name == "Creative"

    assert run(["presets", "export", "Greedy", str(file)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert load_preset_file(file).name == "Creative"


def test_file_that_is_no_preset_is_one_sentence(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    assert run(["presets", "import", str(tmp_path / "x.json")]) == 1
    assert "x.json is no preset" in capsys.readouterr().err


def test_without_a_command_the_presets_are_listed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["presets"]) == 0
    assert "Balanced" in capsys.readouterr().out
