"""Settings in the window: announced once, saved a moment later."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.settings import Settings, load_settings


def test_change_is_announced_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    owner = SettingsOwner(Settings(), file)
    with qtbot.waitSignal(owner.settings_changed) as changed:
        owner.change(max_tokens=77, theme="dark")

    assert changed.args[0] == owner.value
    assert not file.exists()  # a slider that is dragged does not write at every step
    qtbot.waitUntil(file.exists)
    assert load_settings(file) == owner.value


def test_same_value_is_not_announced(qtbot: QtBot, tmp_path: Path) -> None:
    owner = SettingsOwner(Settings(), tmp_path / "settings.toml")
    with qtbot.assertNotEmitted(owner.settings_changed):
        owner.change(max_tokens=Settings().max_tokens)


def test_flush_writes_what_waits(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    owner = SettingsOwner(Settings(), file)
    owner.flush()
    assert not file.exists()

    owner.change(font_points=20.0)
    owner.flush()
    assert load_settings(file).font_points == 20.0


def test_disk_that_refuses_does_not_stop_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    owner = SettingsOwner(Settings(), blocked / "settings.toml")

    owner.change(theme="dark")
    owner.flush()

    assert owner.value.theme == "dark"
