"""The menu of languages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.helpers.desk import Desk
from tests.ui.conftest import MakeDesk

from ownhand.bridge.translation import LANGUAGES, speak


def test_each_language_stands_there_in_its_own_words(desk: Desk) -> None:
    entries = desk.window.actions_by_name.language_menu.actions()
    assert [entry.text() for entry in entries] == ["Like the &system", *LANGUAGES.values()]
    assert [entry.isChecked() for entry in entries] == [True, False, False]


def test_choice_is_kept_and_tells_when_it_will_be_heard(desk: Desk) -> None:
    _, _, german = desk.window.actions_by_name.language_menu.actions()
    german.trigger()
    assert desk.settings.value.language == "de"
    assert german.isChecked()
    assert "next start" in desk.message("language")

    desk.window.actions_by_name.language_menu.actions()[0].trigger()
    assert desk.message("language") == ""  # as it was when the window was built


def test_window_is_built_in_the_language(
    make_a_desk: MakeDesk, qapp: QApplication, tmp_path: Path
) -> None:
    speak(qapp, "de")
    window = make_a_desk().window
    menus = [action.text() for action in window.menuBar().actions()]
    assert menus == ["&Datei", "&Bearbeiten", "&Schreiben", "&Ansicht", "&Hilfe"]
    assert window.header.primary.text().strip() == "Weiterschreiben"
    assert window.panel.fields["temperature"].label.text() == "Wildheit"
    assert window.header.preset_box.itemText(0) == "Ausgewogen"
