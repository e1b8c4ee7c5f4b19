"""Settings in the window: announced once, saved a moment later."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bridge import settings_owner
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.settings import Settings, load_settings, save_settings


def test_change_is_announced_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    owner = SettingsOwner(Settings(), file)
    with qtbot.waitSignal(owner.settings_changed) as changed:
        owner.change(max_tokens=77, theme="dark")

    assert changed.args[0] == owner.value
    assert not file.exists()  # a slider that is dragged does not write at every step
    qtbot.waitUntil(file.exists)
    assert load_settings(file) == owner.value


def test_slow_disk_holds_nobody_up_and_the_last_change_is_what_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, may_write = tmp_path / "settings.toml", threading.Event()
    begun = threading.Event()

    def slowly(path: Path, value: Settings) -> None:
        begun.set()
        assert may_write.wait(5)
        save_settings(path, value)

    monkeypatch.setattr(settings_owner, "save_settings", slowly)
    owner = SettingsOwner(Settings(), file)
    owner.change(theme="dark")
    qtbot.waitUntil(begun.is_set)
    assert not file.exists()
    owner.change(theme="light")
    may_write.set()
    owner.flush()
    assert load_settings(file).theme == "light"


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
