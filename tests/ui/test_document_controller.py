"""New, open, save, and what is asked before text could be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core.settings import load_settings
from ownhand.document.belongings import belongings_of
from ownhand.document.journal import unsaved_journals
from ownhand.document.spans import GENERATED, Span
from ownhand.document.versions import NOT_SAVED, Versions

MakeDesk = Callable[..., Desk]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Emma,\r\nit rains")
    return path


def opened(desk: Desk, path: Path) -> Desk:
    desk.window.documents.open(path)
    desk.until(lambda: desk.window.documents.path == path)
    return desk


def test_open_shows_text_title_and_state(desk: Desk, letter: Path) -> None:
    opened(desk, letter)

    assert desk.text() == "Dear Emma,\nit rains"
    assert desk.window.header.title_label.accessibleName() == "letter"
    assert desk.window.header.state_label.text() == "· saved"
    assert desk.window.status.words_label.text() == "4 words"
    assert not desk.window.isWindowModified()


def test_save_keeps_line_ends_and_missing_final_newline(desk: Desk, letter: Path) -> None:
    opened(desk, letter)
    desk.window.page.set_caret_position(len(desk.text()))
    desk.write(" today")
    assert desk.window.header.state_label.text() == "· unsaved changes"
    assert desk.window.isWindowModified()

    desk.window.actions_by_name["save"].trigger()
    desk.until(lambda: not desk.window.documents.modified)

    assert letter.read_bytes() == b"Dear Emma,\r\nit rains today"
    assert desk.window.header.state_label.text() == "· saved"


def test_generated_parts_survive_save_and_reopen(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.text().endswith("three"))
    desk.until_idle()

    desk.window.documents.save()
    desk.choose_file(path)
    desk.until(lambda: desk.window.documents.path == path)
    desk.window.documents.new()
    desk.until(lambda: desk.text() == "")
    opened(desk, path)

    assert path.read_text() == "Begin one two three"
    assert desk.window.page.spans() == (Span(5, 19, GENERATED),)
    assert "74 % generated" in desk.window.status.words_label.text()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00x", b"caf\xe9", None])
def test_failed_open_leaves_the_page_untouched(
    desk: Desk, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.txt"
    if content is not None:
        path.write_bytes(content)
    desk.write("My text")

    desk.window.documents.open(path)
    desk.until(lambda: desk.message("document") != "")

    assert desk.text() == "My text"
    assert desk.window.documents.path is None
    assert "Traceback" not in desk.message("document")
    desk.window.documents.save()
    desk.choose_file(None)  # it asks for a name: the broken file is not the text's file
    desk.until(lambda: desk.tasks.idle)
    assert (path.read_bytes() if path.exists() else None) == content


def test_save_that_fails_says_what_to_do_and_keeps_the_text(desk: Desk, letter: Path) -> None:
    opened(desk, letter)
    desk.write("X")
    letter.unlink()
    letter.mkdir()

    desk.window.documents.save()
    desk.until(lambda: desk.message("document") != "")

    assert "folder" in desk.message("document")
    assert desk.window.documents.modified
    assert desk.text().startswith("X")


def test_file_changed_elsewhere_is_not_saved_over_unasked(desk: Desk, letter: Path) -> None:
    opened(desk, letter)
    desk.write("Mine. ")
    letter.write_text("Theirs")

    desk.window.documents.save()
    desk.answer("Cancel")
    desk.until(lambda: desk.tasks.idle)
    assert letter.read_text() == "Theirs"

    desk.window.documents.save()
    desk.answer("Save over it")
    desk.until(lambda: not desk.window.documents.modified)
    assert letter.read_bytes() == b"Mine. Dear Emma,\r\nit rains"


def test_open_of_the_same_file_shows_what_the_question_saved(desk: Desk, letter: Path) -> None:
    opened(desk, letter)
    desk.write("New. ")

    desk.window.documents.open(letter)
    desk.answer("Save")
    desk.until(lambda: desk.tasks.idle)

    assert desk.text() == "New. Dear Emma,\nit rains"
    assert letter.read_bytes() == b"New. Dear Emma,\r\nit rains"
    desk.window.documents.save()
    desk.until(lambda: desk.tasks.idle)  # and no question: it is the file that is shown


@pytest.mark.parametrize(
    ("answer", "closes", "saved"),
    [("Save", True, True), ("Don't save", True, False), ("Cancel", False, False)],
)
def test_close_with_unsaved_text_asks(
    desk: Desk, letter: Path, answer: str, closes: bool, saved: bool
) -> None:
    opened(desk, letter)
    before = letter.read_bytes()
    desk.write("New. ")

    desk.window.close()
    assert desk.window.isVisible()
    desk.answer(answer)
    desk.until(lambda: desk.tasks.idle)

    desk.until(lambda: desk.window.isVisible() is not closes)
    assert (letter.read_bytes() != before) is saved
    if closes:
        assert unsaved_journals(desk.paths.journal) == ()


def test_close_without_unsaved_text_does_not_ask(desk: Desk, letter: Path) -> None:
    opened(desk, letter)

    desk.window.close()

    assert not desk.window.isVisible()


def test_close_while_it_streams_stops_and_asks(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == " one")

    desk.window.close()
    box = desk.dialog()
    assert desk.window.generation.state == "idle"
    assert "stopped" in box.property("informativeText")
    desk.answer("Cancel")
    desk.until(lambda: desk.tasks.idle)

    assert desk.window.isVisible()
    assert desk.text() == " one"


def test_close_asked_twice_opens_one_question(desk: Desk) -> None:
    desk.write("Text")
    desk.window.close()
    desk.window.close()
    desk.answer("Cancel")
    desk.until(lambda: desk.tasks.idle)

    assert desk.window.isVisible()


def test_new_with_unsaved_text_asks_and_can_be_refused(desk: Desk) -> None:
    desk.write("Text")

    desk.window.actions_by_name["new"].trigger()
    desk.answer("Cancel")
    desk.until(lambda: desk.tasks.idle)

    assert desk.text() == "Text"


def test_recent_files_are_newest_first_and_can_be_cleared(
    desk: Desk, letter: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Other")
    opened(desk, letter)
    opened(desk, other)
    menu = desk.window.actions_by_name.recent_menu
    assert [a.text().split("  ")[-1] for a in menu.actions()[:2]] == ["other.txt", "letter.txt"]

    menu.actions()[1].trigger()
    desk.until(lambda: desk.window.documents.path == letter)
    assert list(desk.settings.value.recent) == [str(letter), str(other)]

    menu.actions()[-1].trigger()
    assert not desk.settings.value.recent
    assert not menu.actions()[0].isEnabled()


def test_vanished_recent_file_leaves_the_list(desk: Desk, letter: Path) -> None:
    opened(desk, letter)
    letter.unlink()

    desk.window.documents.open(letter)
    desk.until(lambda: desk.message("document") != "")

    assert desk.settings.value.recent == ()


def test_killed_session_offers_its_text_and_restores_it(
    make_a_desk: MakeDesk, letter: Path
) -> None:
    first = make_a_desk(model_info())
    first.begin()
    opened(first, letter)
    first.write("New. ")
    first.window.generation.continue_writing()
    first.until(lambda: "three" in first.text())
    first.until_idle()
    text, spans = first.text(), first.window.page.spans()
    first.close()  # shut down without a question, as a kill does

    second = make_a_desk(model_info())
    second.begin()
    assert "“letter” from" in second.message("recovery")
    second.press("recovery", "Restore")
    second.until(lambda: second.text() == text)

    second.until(lambda: second.tasks.idle)
    assert second.message("recovery") == ""  # not offered twice
    assert second.window.page.spans() == spans
    assert second.window.page.caret_position() == len(text)
    assert second.window.documents.path == letter
    assert second.window.documents.modified
    second.window.documents.save()
    second.until(lambda: not second.window.documents.modified)
    assert letter.read_bytes() == text.replace("\n", "\r\n").encode()
    assert unsaved_journals(second.paths.journal) == ()


def test_recovered_text_can_be_discarded(make_a_desk: MakeDesk) -> None:
    first = make_a_desk(model_info())
    first.begin()
    first.write("Lost")
    first.close()

    second = make_a_desk(model_info())
    second.begin()
    assert "It ends: “Lost”" in second.message("recovery")
    second.press("recovery", "Discard")

    assert second.message("recovery") == ""
    assert second.text() == ""
    assert unsaved_journals(second.paths.journal) == ()

    second.press("put aside", "Bring it back")
    second.until(lambda: second.text() == "Lost")
    assert second.message("recovery") == ""
    assert second.window.documents.modified


@pytest.mark.parametrize("titled", [True, False])
def test_text_that_was_not_saved_can_be_had_again(desk: Desk, letter: Path, titled: bool) -> None:
    if titled:
        opened(desk, letter)
    desk.write("Precious. ")
    text = desk.text()
    desk.window.documents.new()
    desk.answer("Don't save")
    desk.until(lambda: desk.text() == "")

    if titled:
        versions = Versions(belongings_of(desk.paths.documents, letter) / "versions")
        (newest, *_) = versions.list()
        assert (newest.reason, versions.text_of(newest)) == (NOT_SAVED, text)
    else:
        desk.press("put aside", "Bring it back")
        desk.until(lambda: desk.text() == text)


def test_recovered_text_that_is_left_alone_is_offered_again(make_a_desk: MakeDesk) -> None:
    for number in range(3):
        desk = make_a_desk(model_info())
        desk.begin()
        if number == 0:
            desk.write("Still here")
        else:
            assert "Still here" in desk.message("recovery")
        desk.close()


def test_full_disk_under_the_journal_is_told(desk: Desk) -> None:
    desk.window.documents.recovery.trouble_arose.emit("The disk is full.")

    assert desk.message("journal") == "The disk is full."


def test_window_place_and_panel_are_remembered(make_a_desk: MakeDesk) -> None:
    first = make_a_desk(model_info())
    first.begin()
    first.window.resize(701, 533)
    first.window.header.panel_button.click()
    assert not first.window.panel.isVisible()
    first.window.close()
    first.settings.flush()

    assert load_settings(first.paths.settings_file).panel_visible is False
    second = make_a_desk(model_info())
    second.begin()
    assert not second.window.panel.isVisible()
    assert (second.window.width(), second.window.height()) == (701, 533)
