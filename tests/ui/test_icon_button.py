"""Tests of the button that is an icon."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch


def test_icon_is_drawn_in_the_colours_of_each_theme(qapp: QApplication, qtbot: QtBot) -> None:
    themes = ThemeSwitch(qapp, "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    button = IconButton("trash", "Delete it", themes, parent)
    light = button.icon().pixmap(16, 16).toImage()
    themes.choose("dark")
    assert button.icon().pixmap(16, 16).toImage() != light
    assert button.accessibleName() == button.toolTip() == "Delete it"


def test_button_that_is_gone_does_not_hear_of_a_theme(qapp: QApplication, qtbot: QtBot) -> None:
    themes = ThemeSwitch(qapp, "light")
    parent = QWidget()
    button: QObject = IconButton("trash", "Delete it", themes, parent)
    with qtbot.waitSignal(button.destroyed):
        parent.deleteLater()
    themes.choose("dark")
