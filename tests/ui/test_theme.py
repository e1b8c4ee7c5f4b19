"""The two looks: readable, complete, and following the system."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QFontDialog
from pytestqt.qtbot import QtBot
from tests.helpers.desk import Desk

from ownhand.core import resources
from ownhand.ui.theme import ThemeSwitch, load_theme

GROUNDS = ("paper", "chrome", "control", "notice", "problem")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(("ink", ground) for ground in (*GROUNDS, "hover", "tint", "selection")),
        ("muted", "chrome"),
        ("muted", "notice"),
        ("muted", "control"),
    ],
)
def test_text_has_contrast_of_seven(name: str, text: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 7.0


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("control", "ground"),
    [
        ("accent", "paper"),
        ("accent", "chrome"),
        ("accent", "control"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("control_edge", "chrome"),
        ("control_edge", "paper"),
        ("dimmed", "paper"),
        ("dimmed", "chrome"),
        ("dimmed", "control"),
        ("problem_mark", "problem"),
        ("problem_mark", "chrome"),
        ("accent", "notice"),
    ],
)
def test_controls_have_contrast_of_four_and_a_half(name: str, control: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, control), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_stylesheet_has_a_colour_for_every_name(name: str) -> None:
    theme = load_theme(name)
    sheet = theme.stylesheet()

    assert "@" not in sheet
    named = set(re.findall(r"@([a-z_]+)", resources.read_text("themes/window.qss")))
    assert named <= {item.name for item in fields(theme)} | {"theme", "icons"}
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert resources.resource_path("icons").joinpath(path).exists()


def test_page_colours_are_those_of_the_look() -> None:
    light, dark = load_theme("light"), load_theme("dark")
    assert (light.paper, light.ink, light.accent, light.tint) == (
        "#FBFAF7", "#1F1D1A", "#3D5A80", "#E3EEF0",
    )  # fmt: skip
    assert (dark.paper, dark.ink, dark.accent, dark.tint) == (
        "#1C1B19", "#E8E4DC", "#8FB3D9", "#24343A",
    )  # fmt: skip


def test_system_choice_follows_the_system(qapp: QApplication, qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    switch = ThemeSwitch(qapp, "system")
    with qtbot.waitSignal(switch.theme_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert switch.theme.name == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert switch.theme.name == "light"
    switch.deleteLater()
    qapp.setStyleSheet("")


def test_own_choice_beats_the_system(qapp: QApplication, qtbot: QtBot) -> None:
    switch = ThemeSwitch(qapp, "light")
    with qtbot.waitSignal(switch.theme_changed):
        switch.choose("dark")
    assert qapp.palette().base().color() == QColor(load_theme("dark").paper)
    switch.deleteLater()
    qapp.setStyleSheet("")


@pytest.mark.parametrize(
    "name", sorted(p.stem for p in resources.resource_path("icons").glob("*.svg"))
)
def test_icon_draws_something(qapp: QApplication, name: str) -> None:
    image = load_theme("light").icon(name).pixmap(24, 24).toImage()
    drawn = sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    )
    assert drawn > 10


def test_font_dialog_begins_with_the_face_that_is_shown(desk: Desk) -> None:
    page = desk.window.page
    desk.window.actions_by_name["font"].trigger()
    dialog = desk.dialog()
    assert isinstance(dialog, QFontDialog)
    shown = dialog.currentFont()

    assert QFontInfo(shown).family() == QFontInfo(page.font()).family()
    assert shown.pointSizeF() == page.points
    dialog.reject()
    desk.until(lambda: desk.tasks.idle)
