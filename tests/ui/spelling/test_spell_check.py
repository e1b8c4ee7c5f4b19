"""Waves beneath unknown words, corrections in the menu, own words: in a whole window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu
from tests.helpers.desk import Desk

from ownhand.document.spelling import load_own_words
from ownhand.ui.spelling.spell_check import SpellCheck, language_for

TEXT = "The house was definately old, and nobody had recieved a letter in it for years."


def check_of(desk: Desk) -> SpellCheck:
    return next(f for f in desk.window.features if isinstance(f, SpellCheck))


@pytest.fixture
def checking(desk: Desk) -> Desk:
    desk.window.page.set_text(TEXT)
    check_of(desk)._choose()
    desk.until(lambda: check_of(desk).speller is not None)
    return desk


def waves(desk: Desk) -> int:
    """Pixels in the colour of the waves."""
    image = desk.window.page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(desk.window._themes.theme.problem_mark)
    found = 0
    for y in range(min(image.height(), 120)):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            found += abs(colour.red() - wanted.red()) < 60 and colour.red() - colour.green() > 60
    return found


def menu_at(desk: Desk, word: str) -> QMenu:
    menu = QMenu(desk.window.page)
    menu.addAction("Undo")
    desk.window.page.menu_opening.emit(menu, desk.text().index(word) + 1)
    return menu


def test_unknown_words_have_waves_until_they_are_right(checking: Desk) -> None:
    assert waves(checking) > 20
    checking.window.page.set_text("The house was definitely old.")
    assert waves(checking) == 0


def test_check_can_be_switched_off(checking: Desk) -> None:
    checking.window.actions_by_name["spelling"].trigger()
    checking.until(lambda: check_of(checking).speller is None)
    assert waves(checking) == 0
    assert checking.settings.value.spelling == ""
    checking.window.actions_by_name["spelling"].trigger()
    checking.until(lambda: check_of(checking).speller is not None)


def test_menu_offers_what_was_meant(checking: Desk) -> None:
    menu = menu_at(checking, "recieved")
    checking.until(lambda: menu.actions()[0].text() == "received")
    menu.actions()[0].trigger()
    assert "had received a letter" in checking.text()
    checking.window.page.undo()
    assert checking.text() == TEXT
    menu.deleteLater()


def test_known_words_have_the_usual_menu(checking: Desk) -> None:
    menu = menu_at(checking, "letter")
    assert [action.text() for action in menu.actions()] == ["Undo"]
    menu.deleteLater()


def test_word_can_be_made_known_for_good(checking: Desk) -> None:
    menu = menu_at(checking, "definately")
    add = next(a for a in menu.actions() if "definately" in a.text())
    add.trigger()
    checking.until(lambda: checking.tasks.idle)
    file = checking.paths.config / "dictionary.txt"
    assert load_own_words(file) == {"definately"}
    speller = check_of(checking).speller
    assert speller is not None
    assert speller.knows("Definately")
    menu.deleteLater()


def test_next_unknown_word_is_selected_in_turn(checking: Desk) -> None:
    page, action = checking.window.page, checking.window.actions_by_name["next_misspelt"]
    found = []
    for _ in range(3):
        action.trigger()
        checking.until(lambda: checking.tasks.idle)
        found.append(page.textCursor().selectedText())
    assert found == ["definately", "recieved", "definately"]


def test_language_is_that_of_the_text() -> None:
    german = "Der Hund lief über die Straße und sah sich nicht um, weil er die Katze auf dem Zaun gehört hatte."
    assert language_for(german) == "de"
    assert language_for(TEXT) == "en"
    assert language_for("雨が降る。" * 30) in ("", "en")
