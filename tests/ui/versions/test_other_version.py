"""Another program changes, moves or deletes the file of the text."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.document.belongings import belongings_of
from ownhand.document.versions import Versions
from ownhand.ui.versions.merge_window import MergeWindow

MakeDesk = Callable[..., Desk]

TEXT = "One went out.\nTwo stayed in.\nThree slept.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "letter.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


@pytest.fixture
def reader(desk: Desk, letter: Path) -> Desk:
    """A desk that shows the letter."""
    desk.window.documents.open(letter)
    desk.until(lambda: desk.window.documents.path == letter)
    return desk


def looked(desk: Desk) -> None:
    """Have it look at the file, and wait until it has."""
    desk.window.documents.check_disk()
    desk.until(lambda: desk.tasks.idle)


def kept(desk: Desk, path: Path) -> list[str]:
    versions = Versions(belongings_of(desk.paths.documents, path) / "versions")
    return [versions.text_of(version) for version in versions.list()]


def merging(desk: Desk) -> MergeWindow | None:
    return desk.window.documents.disk.window


def test_change_is_noticed_while_the_window_is_in_front(reader: Desk, letter: Path) -> None:
    letter.write_text("Theirs")

    reader.until(lambda: "changed by another program" in reader.message("disk"))

    assert reader.text() == TEXT
    bar = reader.window.messages.shown("disk")
    assert bar is not None
    assert [b.text() for b in bar.buttons] == ["Load the other version", "Keep mine"]


def test_change_by_replacing_the_file_is_noticed_twice(reader: Desk, letter: Path) -> None:
    for number in range(2):  # the second one is another file to the system than the one opened
        new = letter.with_name("new")
        new.write_text(f"Theirs {number}")
        os.replace(new, letter)
        reader.until(lambda: "changed by another program" in reader.message("disk"))
        reader.press("disk", "Keep mine")


def test_loaded_version_is_one_undo_step_and_mine_is_kept(reader: Desk, letter: Path) -> None:
    reader.write("Mine. ")
    mine = reader.text()
    letter.write_text("Theirs")
    looked(reader)

    reader.press("disk", "Load the other version")
    reader.until(lambda: reader.text() == "Theirs")

    assert not reader.window.documents.modified
    assert mine in kept(reader, letter)
    reader.window.page.undo()
    assert reader.text() == mine
    reader.window.documents.save()
    reader.until(lambda: letter.read_text() == mine)  # and no question


def test_touched_file_with_the_same_content_is_no_change(reader: Desk, letter: Path) -> None:
    os.utime(letter, (1, 1))

    looked(reader)

    assert reader.message("disk") == ""


def test_own_save_is_no_change(reader: Desk, letter: Path) -> None:
    reader.write("Mine. ")
    reader.window.documents.save()
    reader.until(lambda: not reader.window.documents.modified)

    looked(reader)

    assert reader.message("disk") == ""


def test_refused_version_is_not_offered_again_until_it_changes(reader: Desk, letter: Path) -> None:
    letter.write_text("Theirs")
    looked(reader)
    reader.press("disk", "Keep mine")
    looked(reader)
    assert reader.message("disk") == ""

    letter.write_text("Theirs, again")
    looked(reader)
    assert "changed by another program" in reader.message("disk")


def test_deleted_file_is_told_and_its_text_counts_as_unsaved(reader: Desk, letter: Path) -> None:
    letter.unlink()
    reader.until(lambda: "moved or deleted" in reader.message("disk"))
    assert reader.window.documents.must_ask_before_closing

    reader.press("disk", "Save it again")
    reader.until(lambda: letter.exists() and not reader.window.documents.modified)
    assert letter.read_text() == TEXT
    assert reader.message("disk") == ""


def test_vanished_folder_is_told_and_the_text_can_go_elsewhere(
    reader: Desk, letter: Path, tmp_path: Path
) -> None:
    reader.write("Mine. ")
    letter.unlink()
    letter.parent.rmdir()
    looked(reader)
    assert "folder of letter.txt is not there" in reader.message("disk")

    reader.window.documents.save()
    reader.until(lambda: "is not there" in reader.message("document"))
    assert reader.text() == "Mine. " + TEXT
    reader.press("document", "Save as …")
    reader.choose_file(tmp_path / "rescued.txt")
    reader.until(lambda: (tmp_path / "rescued.txt").exists())
    assert (tmp_path / "rescued.txt").read_text() == "Mine. " + TEXT


def test_text_of_a_vanished_file_survives_a_crash(make_a_desk: MakeDesk, letter: Path) -> None:
    first = make_a_desk(model_info())
    first.begin(letter)
    first.until(lambda: first.window.documents.path == letter)
    letter.unlink()
    looked(first)
    assert first.window.documents.modified
    first.close()

    second = make_a_desk(model_info())
    second.begin()
    second.press("recovery", "Restore")
    second.until(lambda: second.text() == TEXT)


def test_changes_that_go_together_are_merged_at_once(reader: Desk, letter: Path) -> None:
    reader.write("Mine. ")
    letter.write_text(TEXT + "Theirs.\n")
    looked(reader)
    assert "and so was the text here" in reader.message("disk")

    reader.press("disk", "Merge …")
    reader.until(lambda: "Theirs" in reader.text())

    assert reader.text() == "Mine. " + TEXT + "Theirs.\n"
    assert merging(reader) is None
    assert reader.window.documents.modified
    assert {"Mine. " + TEXT, TEXT + "Theirs.\n"} <= set(kept(reader, letter))
    reader.window.page.undo()
    assert reader.text() == "Mine. " + TEXT
    reader.window.page.redo()
    reader.window.documents.save()
    reader.until(lambda: letter.read_text() == "Mine. " + TEXT + "Theirs.\n")


def start_conflict(desk: Desk, letter: Path) -> MergeWindow:
    desk.window.page.select_range(0, 3)
    desk.write("Nobody")
    letter.write_text(TEXT.replace("One", "Everyone"))
    looked(desk)
    desk.press("disk", "Merge …")
    desk.until(lambda: merging(desk) is not None)
    window = merging(desk)
    assert window is not None
    return window


@pytest.mark.parametrize(
    ("pick", "first"),
    [
        ("mine", "Nobody went out.\n"),
        ("theirs", "Everyone went out.\n"),
        ("both", "Nobody went out. Everyone went out.\n"),
    ],
)
def test_conflict_is_asked_about_beside_the_page(
    reader: Desk, letter: Path, pick: str, first: str
) -> None:
    window = start_conflict(reader, letter)
    assert not window.isModal()
    assert len(window.boxes) == 1
    window.boxes[0].choose(pick)  # type: ignore[arg-type]

    window.accept()
    reader.until(lambda: reader.message("disk").startswith("Both versions"))

    assert reader.text() == first + "Two stayed in.\nThree slept.\n"
    if pick != "mine":
        reader.window.page.undo()
    assert reader.text() == "Nobody went out.\nTwo stayed in.\nThree slept.\n"


def test_text_written_while_the_conflict_was_shown_is_not_lost(reader: Desk, letter: Path) -> None:
    window = start_conflict(reader, letter)
    reader.window.page.set_caret_position(len(reader.text()))
    reader.write("More.")
    window.boxes[0].choose("theirs")
    window.accept()

    reader.until(lambda: merging(reader) not in (None, window))
    again = merging(reader)
    assert again is not None
    assert "look at these places again" in again.note.text()
    again.boxes[0].choose("theirs")
    again.accept()
    reader.until(lambda: reader.text().startswith("Everyone"))

    assert reader.text().endswith("Three slept.\nMore.")


def test_merge_that_is_cancelled_changes_nothing(reader: Desk, letter: Path) -> None:
    window = start_conflict(reader, letter)
    before = reader.text()

    window.reject()
    reader.until(lambda: merging(reader) is None)

    assert reader.text() == before
    assert "Everyone" in letter.read_text()


def test_save_over_a_changed_file_offers_the_merge(reader: Desk, letter: Path) -> None:
    reader.write("Mine. ")
    letter.write_text(TEXT + "Theirs.\n")

    reader.window.documents.save()
    reader.answer("Merge …")
    reader.until(lambda: reader.text() == "Mine. " + TEXT + "Theirs.\n")


def test_text_saved_over_another_is_kept_as_version(reader: Desk, letter: Path) -> None:
    reader.write("Mine. ")
    letter.write_text("Theirs")
    reader.window.documents.save()
    reader.answer("Save over it")
    reader.until(lambda: letter.read_text() == "Mine. " + TEXT)

    reader.until(lambda: reader.tasks.idle)
    assert {"Theirs", TEXT, "Mine. " + TEXT} <= set(kept(reader, letter))


def test_text_brought_back_by_a_crash_is_merged_with_what_the_file_was(
    make_a_desk: MakeDesk, letter: Path
) -> None:
    first = make_a_desk(model_info())
    first.begin(letter)
    first.until(lambda: first.window.documents.path == letter)
    first.window.page.select_range(0, len("One went out."))
    first.write("Nobody went.")  # deletes and writes
    first.close()
    letter.write_text(TEXT.replace("slept", "dreamt"))

    second = make_a_desk(model_info())
    second.begin()
    second.press("recovery", "Restore")
    second.until(lambda: second.text().startswith("Nobody"))
    looked(second)
    second.press("disk", "Merge …")
    second.until(lambda: "dreamt" in second.text())

    assert second.text() == "Nobody went.\nTwo stayed in.\nThree dreamt.\n"
