"""The simple page: name, how much, from what; and the command that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ownhand.core.messages import ModelInfo
from ownhand.models.starter_record import starter_record
from ownhand.training.command import equal_command
from ownhand.training.recipes import apply_recipe, find_recipe
from ownhand.training.spec import TrainingSpec
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.setup_page import SetupPage

MODELS = tuple(
    ModelInfo(slug, title, "llama", 1, 512, "", Path(slug), 1)
    for slug, title in (("mine", "Mine"), (starter_record().slug, "The starter"))
)


@pytest.fixture
def draft() -> Draft:
    return Draft(TrainingSpec(folders=("/texts",)))


@pytest.fixture
def page(draft: Draft, qtbot: QtBot, qapp: QApplication) -> SetupPage:
    page = SetupPage(draft, ThemeSwitch(qapp, "light"))
    qtbot.addWidget(page)
    page.show_models(MODELS)
    page.show()
    return page


def choose(box: QComboBox, label: str) -> None:
    row = next(n for n in range(box.count()) if label in box.itemText(n))
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_usual_choices_are_shown_and_need_nothing(page: SetupPage, draft: Draft) -> None:
    assert page.name_line.text() == "My writing"
    assert page.amount_box.currentText() == "A quarter of an hour"
    assert page.model_box.currentText() == "The starter"
    assert not page.advanced_fold.button.isChecked()
    assert draft.spec == TrainingSpec(folders=("/texts",))


def test_name_and_prompt_are_taken_as_they_are_typed(page: SetupPage, draft: Draft) -> None:
    page.name_line.selectAll()
    QTest.keyClicks(page.name_line, "Letters")
    QTest.keyClicks(page.prompt_line, "Dear Ann, ")

    assert (draft.spec.name, draft.spec.sample_prompt) == ("Letters", "Dear Ann, ")


def test_amount_takes_the_place_of_what_the_recipe_says(page: SetupPage, draft: Draft) -> None:
    choose(page.recipe_box, "R3")
    assert draft.spec == apply_recipe(find_recipe("R3"), TrainingSpec(folders=("/texts",)))
    assert page.amount_box.currentText() == "5 times through the texts"

    choose(page.amount_box, "An hour")

    assert (draft.spec.minutes, draft.spec.epochs) == (60.0, 0.0)
    assert page.amount_box.count() == 4


def test_recipe_keeps_texts_name_and_prompt_and_can_be_taken_back(
    page: SetupPage, draft: Draft
) -> None:
    draft.change(name="Poems", sample_prompt="Night", without=("/texts/a.txt",))
    mine = draft.spec

    choose(page.recipe_box, "R4")
    assert draft.spec.name == "Poems"
    assert draft.spec.without == ("/texts/a.txt",)
    assert page.recipe_note.text() == find_recipe("R4").description

    assert draft.spec.sample_prompt == "Night"
    choose(page.recipe_box, "usual way")
    assert draft.spec == mine


def test_prompt_of_a_recipe_goes_with_it(page: SetupPage, draft: Draft) -> None:
    choose(page.recipe_box, "R1:")
    assert page.prompt_line.text() == "I like basketball"
    choose(page.recipe_box, "R4")
    assert page.prompt_line.text() == "this movie is"
    choose(page.recipe_box, "usual way")
    assert page.prompt_line.text() == ""


def test_starting_from_nothing_makes_a_model_from_scratch(page: SetupPage, draft: Draft) -> None:
    page.advanced_fold.button.click()
    choose(page.model_box, "Nothing")
    assert draft.spec.method == "scratch"
    assert page.folds["scratch"].isVisibleTo(page.advanced_fold.body)

    choose(page.model_box, "Mine")
    assert (draft.spec.method, draft.spec.model) == ("lora", "mine")
    assert not page.folds["scratch"].isVisibleTo(page.advanced_fold.body)


def test_command_follows_what_is_chosen_and_is_copied(page: SetupPage, draft: Draft) -> None:
    choose(page.amount_box, "An hour")
    page.command_fold.button.click()
    assert page.command_text.toPlainText() == equal_command(draft.spec)
    assert not page.command_note.isVisible()

    page.copy_button.click()
    assert QGuiApplication.clipboard().text().endswith("--minutes 60")

    draft.change(rank=16)
    assert page.command_note.isVisible()
    assert "my-writing.toml" in page.command_note.text()


def test_page_is_filled_in_with_the_keyboard_alone(page: SetupPage, draft: Draft) -> None:
    page.activateWindow()
    page.name_line.setFocus()
    for expected in (page.amount_box, page.model_box, page.recipe_box, page.prompt_line):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is expected
    page.amount_box.setFocus()
    QTest.keyClick(page.amount_box, Qt.Key.Key_Down)
    assert draft.spec.minutes == 60.0
