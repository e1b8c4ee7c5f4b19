"""Memory, author's note and lore beside a text, in a real window with a scripted generator."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core.prompting import LoreEntry
from ownhand.document.notes import FILE_NAME, LoreNote
from ownhand.ui.notes.notes_feature import NotesFeature

MakeDesk = Callable[..., Desk]

EMMA = LoreNote(LoreEntry(("Emma",), "Emma is clever.", "Emma"))
BOX_HILL = LoreNote(LoreEntry(("Box Hill",), "A hill in Surrey.", "Box Hill"))


def notes_of(desk: Desk) -> NotesFeature:
    return next(f for f in desk.window.features if isinstance(f, NotesFeature))


def titles(notes: NotesFeature) -> list[str]:
    return [note.entry.title for note in notes.keeper.notes.lore]


def notes_file(desk: Desk) -> Path:
    return desk.window.documents.belongings / FILE_NAME


@pytest.fixture
def notes(desk: Desk) -> NotesFeature:
    return notes_of(desk)


def test_what_is_typed_into_the_page_goes_into_the_request(desk: Desk, notes: NotesFeature) -> None:
    QTest.keyClicks(notes.page.memory, "She is rich.")
    QTest.keyClicks(notes.page.note, "Be brief.")
    notes.page.depth_slider.setValue(7)
    notes.page.add_entry()
    QTest.keyClicks(notes.page.editor.title, "Emma")
    QTest.keyClicks(notes.page.editor.keywords, "Emma, Miss Woodhouse")
    QTest.keyClicks(notes.page.editor.text, "Emma is clever.")
    notes.page.lines.setValue(12)

    desk.window.generation.continue_writing()
    desk.until(lambda: bool(desk.generator.requests))
    desk.until_idle()

    extras = desk.generator.requests[0].extras
    assert (extras.memory, extras.note, extras.note_depth) == ("She is rich.", "Be brief.", 7)
    assert extras.lore == (LoreEntry(("Emma", "Miss Woodhouse"), "Emma is clever.", "Emma"),)
    assert extras.lore_lines == 12


def test_notes_are_saved_soon_and_found_again_with_the_text(
    make_a_desk: MakeDesk, tmp_path: Path
) -> None:
    text = tmp_path / "emma.txt"
    text.write_text("Emma Woodhouse", encoding="utf-8")
    desk = make_a_desk(model_info())
    desk.begin(text)
    desk.until(lambda: desk.text() == "Emma Woodhouse")
    notes_of(desk).keeper.change(memory="handsome, clever, and rich")
    desk.until(notes_file(desk).exists)
    other = tmp_path / "other.txt"
    other.write_text("Other", encoding="utf-8")

    desk.window.documents.open(other)
    desk.until(lambda: desk.text() == "Other")
    assert notes_of(desk).page.memory.toPlainText() == ""

    desk.window.documents.open(text)
    desk.until(lambda: desk.text() == "Emma Woodhouse")
    assert notes_of(desk).page.memory.toPlainText() == "handsome, clever, and rich"
    assert notes_of(desk).keeper.extras().memory == "handsome, clever, and rich"


def test_notes_changed_just_before_the_end_are_kept(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "emma.txt"
    text.write_text("Emma", encoding="utf-8")
    desk.window.documents.open(text)
    desk.until(lambda: desk.text() == "Emma")
    notes_of(desk).keeper.change(memory="kept")
    file = notes_file(desk)

    desk.close()

    assert json.loads(file.read_text(encoding="utf-8"))["memory"] == "kept"


def test_notes_go_along_when_an_untitled_text_is_saved(desk: Desk, tmp_path: Path) -> None:
    desk.write("Emma")
    notes_of(desk).keeper.change(memory="kept")
    path = tmp_path / "emma.txt"

    desk.window.documents.save()
    desk.choose_file(path)
    desk.until(lambda: desk.window.documents.path == path)

    desk.until(notes_file(desk).exists)
    assert json.loads(notes_file(desk).read_text(encoding="utf-8"))["memory"] == "kept"


def test_damaged_notes_are_told_and_kept_aside(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "emma.txt"
    text.write_text("Emma", encoding="utf-8")
    desk.window.documents.open(text)
    desk.until(lambda: desk.text() == "Emma")
    notes_of(desk).keeper.change(memory="old")
    desk.until(notes_file(desk).exists)
    file = notes_file(desk)
    desk.window.documents.new()
    desk.until(lambda: desk.text() == "")
    file.write_text("{", encoding="utf-8")

    desk.window.documents.open(text)
    desk.until(lambda: "damaged" in desk.message("notes"))
    notes_of(desk).keeper.change(memory="new")

    desk.until(lambda: (file.parent / "notes.unread-1.json").exists() and file.exists())
    assert (file.parent / "notes.unread-1.json").read_text(encoding="utf-8") == "{"
    assert json.loads(file.read_text(encoding="utf-8"))["memory"] == "new"


def test_deleted_entry_comes_back_with_undo_where_it_was(notes: NotesFeature) -> None:
    notes.keeper.change(lore=(EMMA, BOX_HILL))
    notes.page.lore.setCurrentRow(0)

    QTest.keyClick(notes.page.lore, Qt.Key.Key_Delete)
    assert titles(notes) == ["Box Hill"]
    notes.page.undo_button.click()

    assert titles(notes) == ["Emma", "Box Hill"]
    assert notes.page.undo_row.isHidden()


def test_entries_are_moved_with_alt_and_the_arrows(notes: NotesFeature) -> None:
    notes.keeper.change(lore=(EMMA, BOX_HILL))
    notes.page.lore.setCurrentRow(1)

    QTest.keyClick(notes.page.lore, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert notes.keeper.notes.lore == (BOX_HILL, EMMA)
    assert notes.page.editor.title.text() == "Box Hill"


def test_unchecked_entry_is_off(notes: NotesFeature) -> None:
    notes.keeper.change(lore=(EMMA,))

    notes.page.lore.item(0).setCheckState(Qt.CheckState.Unchecked)

    assert [e.enabled for e in notes.keeper.extras().lore] == [False]


def test_lengths_and_told_entries_follow_the_text(desk: Desk, notes: NotesFeature) -> None:
    notes.keeper.change(memory="two words", lore=(EMMA, BOX_HILL))
    desk.write("Then Emma")

    def shown(row: int) -> str:
        return str(notes.page.lore.item(row).data(Qt.ItemDataRole.AccessibleTextRole))

    desk.until(lambda: shown(0) == "Emma, Emma, 3 tokens, told now")
    desk.until(lambda: shown(1) == "Box Hill, Box Hill, 4 tokens")
    desk.until(lambda: notes.page.memory_count.text() == "2 tokens")
    assert notes.page.lore_count.text() == "1 told now"


def test_lore_of_a_file_is_put_behind_and_losses_are_told(
    desk: Desk, notes: NotesFeature, tmp_path: Path
) -> None:
    notes.keeper.change(lore=(EMMA,))
    file = tmp_path / "world.json"
    entry = {"key": ["Highbury"], "content": "A village.", "comment": "Highbury", "probability": 40}
    file.write_text(json.dumps({"entries": {"0": entry}}), encoding="utf-8")

    desk.tasks.start(notes.take_over(file))
    desk.until(lambda: "chance" in desk.message("lore"))

    assert [e.title for e in notes.keeper.extras().lore] == ["Emma", "Highbury"]


def test_lore_is_written_to_a_file_that_can_be_taken_over_again(
    desk: Desk, notes: NotesFeature, tmp_path: Path
) -> None:
    notes.keeper.change(lore=(EMMA, BOX_HILL))
    notes.page.export_action.trigger()
    desk.choose_file(tmp_path / "lore.json")
    desk.until((tmp_path / "lore.json").exists)
    notes.keeper.change(lore=())

    notes.page.import_action.trigger()
    desk.choose_file(tmp_path / "lore.json")

    desk.until(lambda: notes.keeper.notes.lore == (EMMA, BOX_HILL))


def test_context_line_and_length_follow_edits_without_a_stream(
    desk: Desk, notes: NotesFeature
) -> None:
    desk.generator.preview_dropped = 6
    desk.write("Begin here now")

    desk.until(lambda: desk.window.status.context_label.text() == "context 2 / 2,048")
    start = desk.window.page._context_start
    assert start is not None
    assert start.position() == 6

    desk.settings.change(context_tokens=512)
    desk.until(lambda: desk.window.status.context_label.text() == "context 2 / 512")


def test_prompt_window_shows_parts_with_lengths_and_follows_the_text(
    desk: Desk, notes: NotesFeature
) -> None:
    notes.keeper.change(memory="Once upon", lore=(EMMA,))
    desk.window.actions_by_name["prompt"].trigger()
    window = notes.window
    assert window is not None
    assert not window.isModal()

    desk.write("Then Emma")
    desk.until(lambda: "Then Emma" in window.view.toPlainText())

    lines = window.view.toPlainText().split("\n")
    assert lines == [
        "Memory · 2 tokens", "Once upon", "Lore: Emma · 3 tokens", "Emma is clever.",
        "Text · 2 tokens", "Then Emma",
    ]  # fmt: skip
    assert "7 of 2,048 tokens" in window.headline.text()
    assert "Kept for the continuation: 200" in window.bar.accessibleDescription()
    window.copy_button.click()
    assert desk.window.page.text() == "Then Emma"
    window.close()


def test_prompt_window_says_that_no_model_is_loaded(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.begin()

    desk.window.actions_by_name["prompt"].trigger()

    window = notes_of(desk).window
    assert window is not None
    assert "No model is loaded" in window.headline.text()
    assert not window.copy_button.isEnabled()
    window.close()


def test_page_is_no_wider_than_the_panel_it_stands_in(notes: NotesFeature) -> None:
    notes.keeper.change(lore=(EMMA, BOX_HILL), note_depth=0)
    assert notes.page.minimumSizeHint().width() <= 284
    assert notes.page.sizeHint().width() == 284
