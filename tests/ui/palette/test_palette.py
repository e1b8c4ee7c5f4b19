"""The palette finds what can be done and does it, with keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.helpers.desk import Desk

from ownhand.bridge.translation import speak
from ownhand.ui.palette.palette import PaletteDialog
from ownhand.ui.palette.palette_commands import plain


def opened(desk: Desk) -> PaletteDialog:
    desk.window.actions_by_name["palette"].trigger()
    dialog = desk.dialog()
    assert isinstance(dialog, PaletteDialog)
    return dialog


def rows(dialog: PaletteDialog) -> list[tuple[str, ...]]:
    shown = []
    for number in range(dialog.list.topLevelItemCount()):
        item = dialog.list.topLevelItem(number)
        assert item is not None
        shown.append(tuple(item.text(column) for column in range(3)))
    return shown


def test_typing_and_enter_does_it(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(dialog.line, "dark")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    desk.until(lambda: desk.settings.value.theme == "dark")
    assert desk.window.focusWidget() is desk.window.page


def test_every_enabled_action_of_the_menus_is_found(desk: Desk) -> None:
    labels = {label.removeprefix("✓ ") for label, _, _ in rows(opened(desk))}
    for action in desk.window.actions():
        if action.isEnabled() and action.isVisible() and action.objectName() != "palette":
            assert plain(action.text()) in labels
    assert "Stop" not in labels  # nothing is being written


def test_presets_models_and_recent_texts_are_found(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Emma.txt"
    file.write_text("Emma Woodhouse", encoding="utf-8")
    desk.window.documents.open(file)
    desk.until(lambda: bool(desk.settings.value.recent))
    dialog = opened(desk)

    shown = {(label.removeprefix("✓ "), place) for label, place, _ in rows(dialog)}
    assert ("Creative", "Preset") in shown
    assert ("Emma.txt", "File › Open recent") in shown
    assert (desk.window.models.models[0].title, "Model") in shown

    QTest.keyClicks(dialog.line, "creative")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.choice.preset.name == "Creative")


def test_shortcut_is_shown_and_arrows_choose(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(dialog.line, "zoom")
    found = rows(dialog)
    assert [label for label, _, _ in found][:2] == ["Zoom in", "Zoom out"]
    assert all(shortcut for _, _, shortcut in found[:2])

    before = desk.window.page.points
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.page.points < before)


def test_escape_closes_and_does_nothing(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(dialog.line, "dark")
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    desk.until(lambda: not desk.window.findChildren(PaletteDialog))
    assert desk.settings.value.theme == "system"


def test_what_fits_nothing_is_said(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(dialog.line, "qqqqq")
    assert dialog.nothing.isVisible()
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_english_words_find_in_german_too(desk: Desk, qapp: QApplication) -> None:
    speak(qapp, "de")
    dialog = opened(desk)
    QTest.keyClicks(dialog.line, "poetry")
    assert rows(dialog)[0][0] == "Lyrik"
    dialog.line.clear()
    QTest.keyClicks(dialog.line, "lyrik")
    assert rows(dialog)[0][0] == "Lyrik"


def test_a_screen_reader_is_told_what_enter_would_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(desk)
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    QTest.keyClicks(dialog.line, "save as")
    assert told[-1].startswith("Save as …, File, ")
    assert dialog.line.accessibleName()
    assert dialog.list.accessibleName()
