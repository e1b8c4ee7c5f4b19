"""Settings survive whatever stands in their file."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from ownhand.core.settings import Settings, load_settings, save_settings

OTHER = Settings(
    backend="jax",
    device="cpu",
    dtype="float32",
    runtime="keras",
    model="tiny",
    preset="Wilde Träume",
    adjustments=("temperature=0.5",),
    max_tokens=77,
    context_tokens=512,
    theme="dark",
    font_family="Garamond",
    font_points=17.5,
    zoom_points=20.0,
    recent=("/a b/ü.txt", "/c"),
    welcomed=True,
    panel_visible=False,
    suggest=True,
    suggest_pause_ms=1500,
    mark_copied=False,
    training_folders=("/Meine Texte", "/b"),
    training_name="Wie ich",
    window="AdnQywADAAA=",
    model_presets=("tiny=Wilde Träume",),
    preset_model="tiny",
    trim_sentences=False,
    candidates=3,
    alert_after_s=9,
    alert_sound=True,
    panel_page="notes",
    library_visible=True,
    library_folder="/Texte",
    panes=("200", "700", "300"),
    language="de",
    typewriter=True,
    spelling="de",
    chat_enter_sends=False,
    chat="mine",
)


def test_saved_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    save_settings(path, OTHER)
    assert load_settings(path) == OTHER


def test_every_setting_is_covered_by_the_round_trip() -> None:
    same = [
        f.name for f in fields(Settings) if getattr(OTHER, f.name) == getattr(Settings(), f.name)
    ]
    assert same == []


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("content", [b"\xff\x00", b"theme = ", b"[[["])
def test_damaged_file_gives_the_defaults_and_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "max_tokens = 0",
        "max_tokens = true",
        'font_points = "large"',
        "recent = [1, 2]",
        "welcomed = 1",
    ],
)
def test_wrong_value_alone_becomes_its_default(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, line: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'model = "tiny"\nunknown = 3\n{line}\n')
    assert load_settings(path) == replace(Settings(), model="tiny")
    assert "not usable" in caplog.text


def test_whole_number_is_taken_for_a_float(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("font_points = 15\n")
    assert load_settings(path).font_points == 15.0


def test_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("max_tokens = 77\n", encoding="utf-8-sig")
    assert load_settings(path).max_tokens == 77
