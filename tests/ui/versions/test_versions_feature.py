"""Earlier versions of the text: kept, shown, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from tests.helpers.desk import Desk

from ownhand.document.backups import backup_folder
from ownhand.document.belongings import belongings_of
from ownhand.document.spans import GENERATED
from ownhand.document.versions import Versions
from ownhand.ui.versions.versions_feature import VersionsFeature
from ownhand.ui.versions.versions_window import VersionsWindow


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Emma")
    return path


@pytest.fixture
def writer(desk: Desk, letter: Path) -> Desk:
    """A desk on which the letter was continued by the model and saved."""
    desk.window.documents.open(letter)
    desk.until(lambda: desk.window.documents.path == letter)
    desk.window.page.set_caret_position(9)
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.text().endswith("three"))
    desk.until_idle()
    save(desk)
    return desk


def save(desk: Desk) -> None:
    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified and desk.tasks.idle)


def feature_of(desk: Desk) -> VersionsFeature:
    return next(f for f in desk.window.features if isinstance(f, VersionsFeature))


def opened(desk: Desk) -> VersionsWindow:
    """The window of versions, when it shows how the chosen one differs."""
    desk.window.actions_by_name["versions"].trigger()
    window = feature_of(desk).window
    assert window is not None
    desk.until(lambda: window.timeline.count() > 0 and desk.tasks.idle)
    return window


def test_timeline_tells_when_how_long_and_why(writer: Desk) -> None:
    window = opened(writer)

    rows = [window.timeline.item(n).text().split("\n") for n in range(window.timeline.count())]
    assert [row[1] for row in rows] == ["5 words · saved", "2 words (−3) · as it was opened"]
    assert all(row[0].startswith("Today, ") for row in rows)
    assert not window.isModal()
    assert window.summary.text() == "This is the present text."


def test_chosen_version_is_compared_in_words_without_colour_alone(writer: Desk) -> None:
    window = opened(writer)
    window.timeline.setCurrentRow(1)
    writer.until(lambda: "3 words were added" in window.summary.text())

    assert window.diff.toPlainText() == "Dear Emma one two three"
    cursor = window.diff.textCursor()
    cursor.setPosition(5)
    assert not cursor.charFormat().fontUnderline()
    cursor.setPosition(15)
    assert cursor.charFormat().fontUnderline()
    assert not cursor.charFormat().fontStrikeOut()


def test_restore_is_one_undo_step_with_origins_and_keeps_the_present_text(
    writer: Desk, letter: Path
) -> None:
    generated = writer.text(), writer.window.page.spans()
    writer.window.page.change_to("All new")
    save(writer)
    window = opened(writer)
    assert window.timeline.count() == 3
    writer.write("er")  # not saved: it must be kept before it goes
    present = writer.text()

    window.timeline.setCurrentRow(1)
    window.restore_button.click()
    writer.until(lambda: writer.text() == generated[0] and writer.tasks.idle)

    assert writer.window.page.spans() == generated[1]
    assert writer.window.page.spans()[0].origin == GENERATED
    assert "Undo brings the other one back" in writer.message("versions")
    writer.until(lambda: window.timeline.count() == 4)
    assert "before an earlier one was restored" in window.timeline.item(0).text()
    writer.window.page.undo()
    assert writer.text() == present


def test_copy_puts_the_text_of_a_version_onto_the_clipboard(writer: Desk) -> None:
    window = opened(writer)
    window.timeline.setCurrentRow(1)

    window.copy_button.click()
    writer.until(lambda: QGuiApplication.clipboard().text() == "Dear Emma")


def test_timeline_follows_what_is_written_and_saved(writer: Desk) -> None:
    window = opened(writer)
    writer.write(" and more")
    writer.until(lambda: "(−2)" in window.timeline.item(0).text())

    save(writer)
    writer.until(lambda: window.timeline.count() == 3)


def test_another_text_has_its_own_timeline_and_an_empty_one_says_why(writer: Desk) -> None:
    window = opened(writer)
    writer.window.documents.new()
    writer.until(lambda: window.timeline.count() == 0)

    assert "no versions of this text yet" in window.diff.toPlainText()
    assert not window.restore_button.isEnabled()
    assert not window.copy_button.isEnabled()


def test_version_is_kept_now_and_then_while_somebody_writes(
    writer: Desk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = Versions(belongings_of(writer.paths.documents, letter) / "versions")
    before = len(versions.list())
    feature_of(writer)._writing.setInterval(10)

    writer.write(" more")
    writer.until(lambda: len(versions.list()) > before)

    assert versions.list()[0].reason == "writing"


def test_damaged_version_is_said_in_its_place(writer: Desk, letter: Path) -> None:
    folder = belongings_of(writer.paths.documents, letter) / "versions"
    (_, oldest) = Versions(folder).list()
    (folder / "texts" / f"{oldest.digest}.gz").write_bytes(b"no gzip")
    window = opened(writer)
    window.timeline.setCurrentRow(1)

    writer.until(lambda: "cannot be read any more" in window.diff.toPlainText())


def test_first_save_of_a_day_leaves_a_dated_copy_out_of_the_writers_folder(
    writer: Desk, letter: Path
) -> None:
    writer.write("!")
    save(writer)

    (copy,) = backup_folder(writer.paths.data / "backups", letter).iterdir()
    assert copy.read_text() == "Dear Emma"
    assert letter.read_text() == "Dear Emma one two three!"
    assert [p.name for p in letter.parent.iterdir() if p.is_file()] == ["letter.txt"]


def test_versions_of_an_untitled_text_go_with_it_into_its_file(desk: Desk, tmp_path: Path) -> None:
    feature_of(desk)._writing.setInterval(10)
    desk.write("First words")
    desk.until(lambda: desk.window.documents.belongings.exists() and desk.tasks.idle)
    desk.window.documents.save()
    desk.choose_file(tmp_path / "story.txt")
    desk.until(lambda: desk.window.documents.path is not None and desk.tasks.idle)

    versions = Versions(belongings_of(desk.paths.documents, tmp_path / "story.txt") / "versions")
    assert [version.reason for version in versions.list()][-1] == "writing"


def test_controls_have_names_and_tab_reaches_them(writer: Desk) -> None:
    window = opened(writer)

    named: list[QWidget] = [window.timeline, window.diff]
    assert all(widget.accessibleName() for widget in named)
    for widget in (*named, window.restore_button, window.copy_button):
        assert widget.focusPolicy() & writer.window.page.focusPolicy().TabFocus
