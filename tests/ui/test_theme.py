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

THEMES = ("light", "dark", "contrast-light", "contrast-dark")
GROUNDS = ("paper", "chrome", "control", "notice", "problem")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
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


@pytest.mark.parametrize("name", THEMES)
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


@pytest.mark.parametrize("name", THEMES)
def test_stylesheet_has_a_colour_for_every_name(name: str) -> None:
    theme = load_theme(name)
    sheet = theme.stylesheet()

    assert "@" not in sheet
    named = set(re.findall(r"@([a-z_]+)", resources.read_text("themes/window.qss")))
    assert named <= {item.name for item in fields(theme)} | {"theme", "icons"}
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert resources.resource_path("icons").joinpath(path).exists()


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize("text", ["ink", "muted", "dimmed", "accent", "problem_mark"])
def test_high_contrast_reads_at_seven_on_every_ground(name: str, text: str) -> None:
    theme = load_theme(name)
    for ground in (*GROUNDS, "hover"):
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= 7.0, ground
    assert contrast(theme.on_accent, theme.accent) >= 7.0
    assert contrast(theme.ink, theme.tint) >= 7.0
    assert contrast(theme.ink, theme.selection) >= 7.0
    assert contrast(theme.selection, theme.paper) >= 2.9  # as far as it goes beneath text at 7:1
    for edge in (theme.control_edge, theme.edge, theme.groove, theme.tint_mark):
        assert contrast(edge, theme.paper) >= 4.5


def test_high_contrast_outlines_the_focus_more_thickly() -> None:
    plain = load_theme("light").stylesheet()
    assert "border: 3px solid" not in plain
    assert "border: 3px solid #00308F" in load_theme("contrast-light").stylesheet()


def test_high_contrast_of_the_system_is_followed(qapp: QApplication, qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints().accessibility()
    switch = ThemeSwitch(qapp, "system")
    with qtbot.waitSignal(switch.theme_changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert switch.theme.name == "contrast-light"
    switch.choose("dark")
    assert switch.theme.name == "dark"  # what the writer chose outweighs it
    switch.choose("contrast")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert switch.theme.name == "contrast-dark"
    switch.deleteLater()
    qapp.setStyleSheet("")


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
