"""Words, numbers and counts in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ownhand.bridge.translation import listed, moment, number, recent_moment, size, speak, tr
from ownhand.core.words import Sentence


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")
    QLocale.setDefault(QLocale.c())


def test_german_is_spoken_with_its_numbers(qapp: QApplication) -> None:
    assert speak(qapp, "de") == "de"
    assert tr("&File") == "&Datei"
    assert tr("%Ln words", n=1) == "1 Wort"
    assert tr("%Ln words", n=1204) == "1.204 Wörter"
    assert number(1204.5, 1) == "1.204,5"
    assert size(1_200_000_000) == "1,2 GB"
    assert listed(["a", "b", "c"]) == "a, b und c"
    assert moment(datetime(2026, 3, 5, 7, 8)) == "5. März, 07:08"


def test_english_has_its_plurals(qapp: QApplication) -> None:
    speak(qapp, "de")
    assert speak(qapp, "en") == "en"
    assert tr("&File") == "&File"
    assert tr("%Ln words", n=1) == "1 word"
    assert tr("%Ln words", n=1204) == "1,204 words"
    assert number(1204) == "1,204"
    assert moment(datetime(2026, 3, 5, 7, 8), day=False) == "07:08"


def test_recent_moment_says_no_more_of_its_date_than_is_needed(qapp: QApplication) -> None:
    speak(qapp, "en")
    now = datetime(2026, 3, 5, 7, 8)
    assert recent_moment(now, now) == "07:08"
    assert recent_moment(datetime(2026, 2, 1, 7, 8), now) == moment(datetime(2026, 2, 1, 7, 8))
    assert "2025" in recent_moment(datetime(2025, 3, 5, 7, 8), now)


def test_own_words_of_qt_are_translated_too(qapp: QApplication) -> None:
    speak(qapp, "de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_sentence_is_said_with_its_values(qapp: QApplication) -> None:
    sentence = Sentence("{name} was added.".replace("name", "title"), title="Save")
    speak(qapp, "de")
    assert tr(sentence) == "Save wurde hinzugefügt."  # the writer's own words are left alone
    nested = Sentence("{title} was added.", title=Sentence("Unknown to all"))
    assert tr(nested) == "Unknown to all wurde hinzugefügt."


def test_unknown_language_is_that_of_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR", "de-AT", "en"])
    assert speak(qapp, "system") == "de"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR"])
    assert speak(qapp, "tlh") == "en"
