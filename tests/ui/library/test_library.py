"""The writer's folder beside the page: what is done there happens on disk, and the page follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from tests.helpers.desk import Desk

from ownhand.core.settings import load_settings
from ownhand.document.belongings import belongings_of
from ownhand.document.journal import unsaved_journals
from ownhand.document.spans import GENERATED, Span
from ownhand.ui.library.folder_model import MIME
from ownhand.ui.library.library import Library
from ownhand.ui.library.library_page import LibraryPage


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two chapters and a letter."""
    folder = tmp_path / "My texts"
    for name in ("Novel/Chapter 1.md", "Novel/Chapter 10.md", "letter 🌲.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"This is {Path(name).stem}")
    return folder


def library_of(desk: Desk) -> Library:
    return next(f for f in desk.window.features if isinstance(f, Library))


@pytest.fixture
def library(desk: Desk, texts: Path) -> Library:
    """The library with that folder open."""
    made = library_of(desk)
    made.open_folder(texts)
    desk.until(lambda: shown(made.page) == ["Novel", "letter 🌲.txt"])
    return made


def shown(page: LibraryPage, parent: QModelIndex | None = None) -> list[str]:
    model, parent = page.tree.entries, parent or QModelIndex()
    return [str(model.index(row, 0, parent).data()) for row in range(model.rowCount(parent))]


def select(desk: Desk, library: Library, path: Path) -> None:
    """Open the folders around an entry and select it."""
    library.page.tree.reveal(path)
    desk.until(lambda: library.page.tree.chosen() == (path,))


def opened(desk: Desk, path: Path) -> None:
    desk.window.documents.open(path)
    desk.until(lambda: desk.window.documents.path == path)
    settle(desk)


def settle(desk: Desk) -> None:
    desk.until(lambda: desk.tasks.idle)


def name_editor(desk: Desk, library: Library) -> QLineEdit:
    def found() -> list[QLineEdit]:
        return [e for e in library.page.tree.findChildren(QLineEdit) if e.isVisible()]

    desk.until(lambda: bool(found()))
    return found()[0]


def menu_entry(menu: QMenu, label: str) -> None:
    """Choose an entry of a menu by what it says."""
    next(a for a in menu.actions() if a.text().replace("&", "") == label).trigger()
    menu.deleteLater()


def test_library_says_what_to_do_first(desk: Desk, texts: Path) -> None:
    library = library_of(desk)
    desk.window.actions_by_name["library"].trigger()
    assert library.page.open_button.isVisible()
    assert not library.page.tree.isVisible()

    library.page.open_button.click()
    desk.choose_file(texts)

    desk.until(lambda: shown(library.page) == ["Novel", "letter 🌲.txt"])
    assert library.page.tree.isVisible()
    desk.settings.flush()
    assert load_settings(desk.paths.settings_file).library_folder == str(texts)


def test_empty_folder_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    library = library_of(desk)
    library.open_folder(tmp_path / "empty")
    desk.until(lambda: library.page.stack.currentWidget() is not library.page.tree)
    library.new_text()
    QTest.keyClick(name_editor(desk, library), Qt.Key.Key_Escape)
    desk.until(lambda: library.page.tree.isVisible() and shown(library.page) == ["Untitled.txt"])
    desk.until(lambda: desk.window.documents.path == tmp_path / "empty" / "Untitled.txt")
    settle(desk)


def test_vanished_folder_is_told_in_its_place(desk: Desk, tmp_path: Path) -> None:
    library = library_of(desk)
    library.open_folder(tmp_path / "gone")
    desk.until(lambda: "not there" in "".join(shown(library.page)))


def test_folder_opens_by_key_and_text_by_key_and_click(
    desk: Desk, library: Library, texts: Path
) -> None:
    tree = library.page.tree
    select(desk, library, texts / "Novel")
    QTest.keyClick(tree, Qt.Key.Key_Return)
    novel = tree.entries.find(texts / "Novel")
    desk.until(lambda: shown(library.page, novel) == ["Chapter 1.md", "Chapter 10.md"])

    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    desk.until(lambda: desk.text() == "This is Chapter 1")
    assert tree.entries.itemFromIndex(tree.entries.find(texts / "Novel/Chapter 1.md")).font().bold()

    spot = tree.visualRect(tree.entries.find(texts / "letter 🌲.txt")).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.until(lambda: desk.text() == "This is letter 🌲")
    old, new = texts / "Novel/Chapter 1.md", texts / "letter 🌲.txt"
    desk.until(lambda: tree.entries.itemFromIndex(tree.entries.find(new)).font().bold())
    assert not tree.entries.itemFromIndex(tree.entries.find(old)).font().bold()


def test_text_opened_elsewhere_is_shown_in_the_tree(
    desk: Desk, library: Library, texts: Path
) -> None:
    opened(desk, texts / "Novel" / "Chapter 10.md")
    desk.until(lambda: library.page.tree.chosen() == (texts / "Novel" / "Chapter 10.md",))


def test_name_taken_meanwhile_is_told_when_a_text_comes_back(
    desk: Desk, library: Library, texts: Path
) -> None:
    path = texts / "letter 🌲.txt"
    library.page.tree.delete_wanted.emit((path,))
    desk.until(lambda: desk.message("library") != "")
    path.write_text("another")
    desk.press("library", "Undo")
    desk.until(lambda: "letter 🌲 (2).txt" in library.page.told)
    assert path.read_text() == "another"
    settle(desk)


def test_unsaved_text_is_asked_about_before_another_is_opened(
    desk: Desk, library: Library, texts: Path
) -> None:
    desk.write("Mine")
    library.page.tree.text_chosen.emit(texts / "letter 🌲.txt")
    desk.answer("Cancel")
    settle(desk)
    assert desk.text() == "Mine"


def test_changes_from_outside_appear_by_themselves(
    desk: Desk, library: Library, texts: Path
) -> None:
    (texts / "new.md").write_text("x")
    (texts / "letter 🌲.txt").unlink()
    desk.until(lambda: shown(library.page) == ["Novel", "new.md"])


def test_rename_in_place_takes_the_open_text_along(
    desk: Desk, library: Library, texts: Path
) -> None:
    old, new = texts / "letter 🌲.txt", texts / "to Emma.txt"
    opened(desk, old)
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.text().startswith(" one two three"))
    desk.until_idle()
    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified)
    notes = desk.window.documents.belongings
    (notes / "test").mkdir(parents=True)
    desk.write("X")

    select(desk, library, old)
    QTest.keyClick(library.page.tree, Qt.Key.Key_F2)
    editor = name_editor(desk, library)
    desk.until(lambda: editor.selectedText() == "letter 🌲")
    QTest.keyClicks(editor, "to Emma")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.documents.path == new)
    desk.until(lambda: shown(library.page) == ["Novel", "to Emma.txt"])

    assert not old.exists()
    assert desk.window.header.title_label.full_text == "to Emma"
    assert (belongings_of(desk.paths.documents, new) / "test").is_dir()
    assert not notes.exists()
    assert desk.settings.value.recent[0] == str(new)
    assert desk.window.documents.modified
    desk.window.documents.recovery.journal.flush()
    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified)
    settle(desk)
    assert not old.exists()
    assert new.read_text() == desk.text()
    spans = desk.window.page.spans()
    assert GENERATED in {span.origin for span in spans}
    desk.window.documents.new()
    desk.until(lambda: desk.text() == "")
    opened(desk, new)
    assert desk.window.page.spans() == spans


def test_journal_of_a_renamed_text_belongs_to_the_new_name(
    desk: Desk, library: Library, texts: Path, tmp_path: Path
) -> None:
    opened(desk, texts / "letter 🌲.txt")
    desk.write("Not saved. ")
    library.page.tree.rename_wanted.emit(texts / "letter 🌲.txt", "b")
    desk.until(lambda: desk.window.documents.path == texts / "b.txt")
    desk.window.documents.recovery.keep()

    (unsaved,) = unsaved_journals(desk.paths.journal)
    assert unsaved.state.path == texts / "b.txt"
    assert unsaved.state.file.text == "Not saved. This is letter 🌲"


def test_rename_of_a_folder_takes_the_open_text_along(
    desk: Desk, library: Library, texts: Path
) -> None:
    opened(desk, texts / "Novel" / "Chapter 1.md")
    library.page.tree.rename_wanted.emit(texts / "Novel", "Book")
    desk.until(lambda: desk.window.documents.path == texts / "Book" / "Chapter 1.md")
    desk.until(lambda: shown(library.page) == ["Book", "letter 🌲.txt"])
    assert desk.settings.value.recent[0] == str(texts / "Book" / "Chapter 1.md")


def test_name_that_cannot_be_is_told_beside_the_tree(
    desk: Desk, library: Library, texts: Path
) -> None:
    library.page.tree.rename_wanted.emit(texts / "letter 🌲.txt", "a/b")
    desk.until(lambda: "cannot have “/” in it" in library.page.told)
    library.page.tree.rename_wanted.emit(texts / "letter 🌲.txt", "Novel")
    desk.until(lambda: library.page.told == "" and not list(texts.glob("letter*")))


def test_new_text_is_named_in_place_and_opened(desk: Desk, library: Library, texts: Path) -> None:
    select(desk, library, texts / "Novel")
    library.page.new_text_button.click()
    editor = name_editor(desk, library)
    QTest.keyClicks(editor, "Chapter 2")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.documents.path == texts / "Novel" / "Chapter 2.txt")
    novel = library.page.tree.entries.find(texts / "Novel")
    names = ["Chapter 1.md", "Chapter 2.txt", "Chapter 10.md"]
    desk.until(lambda: shown(library.page, novel) == names)


def test_new_text_is_opened_under_its_first_name_too(
    desk: Desk, library: Library, texts: Path
) -> None:
    library.new_text()
    QTest.keyClick(name_editor(desk, library), Qt.Key.Key_Escape)
    desk.until(lambda: desk.window.documents.path == texts / "Untitled.txt")


def test_new_folder_is_made_and_named(desk: Desk, library: Library, texts: Path) -> None:
    menu_entry(library.entry_menu(), "New folder")
    editor = name_editor(desk, library)
    QTest.keyClicks(editor, "Poems")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: (texts / "Poems").is_dir() and "Poems" in shown(library.page))
    settle(desk)
    assert desk.window.documents.path is None


def test_drop_on_a_folder_moves_the_open_text(desk: Desk, library: Library, texts: Path) -> None:
    path = texts / "letter 🌲.txt"
    opened(desk, path)
    entries = library.page.tree.entries
    data = entries.mimeData([entries.find(path)])
    assert data.hasFormat(MIME)
    novel = entries.find(texts / "Novel")
    assert entries.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, novel)

    entries.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, novel)

    desk.until(lambda: desk.window.documents.path == texts / "Novel" / "letter 🌲.txt")
    desk.until(lambda: shown(library.page) == ["Novel"])
    names = ["Chapter 1.md", "Chapter 10.md", "letter 🌲.txt"]
    desk.until(lambda: shown(library.page, entries.find(texts / "Novel")) == names)


def test_move_by_menu_asks_where_to(desk: Desk, library: Library, texts: Path) -> None:
    select(desk, library, texts / "letter 🌲.txt")
    menu_entry(library.entry_menu(), "Move to …")
    desk.choose_file(texts / "Novel")
    desk.until(lambda: (texts / "Novel" / "letter 🌲.txt").exists())
    settle(desk)


def test_move_to_a_taken_name_is_told(desk: Desk, library: Library, texts: Path) -> None:
    (texts / "Novel" / "letter 🌲.txt").write_text("other")
    library.page.tree.entries.move_wanted.emit((texts / "letter 🌲.txt",), texts / "Novel")
    desk.until(lambda: "already is something called letter 🌲.txt" in library.page.told)
    assert (texts / "letter 🌲.txt").exists()


def test_deleted_text_comes_back_with_undo(desk: Desk, library: Library, texts: Path) -> None:
    path = texts / "letter 🌲.txt"
    opened(desk, path)
    select(desk, library, path)
    QTest.keyClick(library.page.tree, Qt.Key.Key_Delete)
    desk.until(lambda: "letter 🌲.txt" in desk.message("library"))
    assert not path.exists()
    assert desk.text() == ""
    assert desk.window.documents.path is None

    desk.press("library", "Undo")
    desk.until(lambda: desk.window.documents.path == path)
    assert path.read_text() == desk.text() == "This is letter 🌲"
    desk.until(lambda: shown(library.page) == ["Novel", "letter 🌲.txt"])


def test_deleting_an_unsaved_text_asks_and_can_be_called_off(
    desk: Desk, library: Library, texts: Path
) -> None:
    opened(desk, texts / "letter 🌲.txt")
    desk.write("More. ")
    library.page.tree.delete_wanted.emit((texts / "letter 🌲.txt",))
    desk.answer("Cancel")
    settle(desk)
    assert (texts / "letter 🌲.txt").exists()
    assert desk.text().startswith("More.")


def test_deleted_folder_comes_back_from_the_list(desk: Desk, library: Library, texts: Path) -> None:
    library.page.tree.delete_wanted.emit((texts / "Novel", texts / "letter 🌲.txt"))
    desk.until(lambda: "2 entries" in desk.message("library"))
    library.page.deleted_button.click()
    deleted = library.page.deleted
    desk.until(lambda: deleted.list.count() == 2)
    item = next(deleted.list.item(i) for i in (0, 1) if "Novel" in deleted.list.item(i).text())
    deleted.list.setCurrentItem(item)
    deleted.back_button.click()
    desk.until(lambda: (texts / "Novel" / "Chapter 10.md").exists())
    desk.until(lambda: deleted.list.count() == 1)


def test_nothing_is_deleted_for_good_unasked(desk: Desk, library: Library, texts: Path) -> None:
    library.page.tree.delete_wanted.emit((texts / "letter 🌲.txt",))
    desk.until(lambda: desk.message("library") != "")
    library.page.deleted_button.click()
    deleted = library.page.deleted
    desk.until(lambda: deleted.list.count() == 1)
    assert not deleted.thin_button.isVisible()
    deleted.remove_button.click()
    desk.answer("Keep")
    settle(desk)
    assert len(list(desk.paths.trash.iterdir())) == 1
    deleted.remove_button.click()
    desk.answer("Delete for good")
    desk.until(lambda: deleted.list.count() == 0)
    assert not list(desk.paths.trash.iterdir())


def test_menu_of_an_entry_has_all_that_can_be_done(
    desk: Desk, library: Library, texts: Path
) -> None:
    select(desk, library, texts / "letter 🌲.txt")
    menu = library.entry_menu()
    labels = [a.text().replace("&", "") for a in menu.actions() if not a.isSeparator()]
    assert labels == [
        "Open", "Rename", "Move to …", "Delete", "New text", "New folder", "Show in file manager",
    ]  # fmt: skip
    menu.deleteLater()


def test_found_place_is_opened_and_selected(desk: Desk, library: Library, texts: Path) -> None:
    (texts / "Novel" / "Chapter 10.md").write_text("🌲 first\nThe road was long.\n")
    (texts / "binary.txt").write_bytes(b"road\0\0")
    desk.window.actions_by_name["find_in_files"].trigger()
    box, results = library.page.box, library.page.results
    QTest.keyClicks(box.field, "road")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    desk.until(lambda: results.summary.text().startswith("1 place"))
    desk.until(lambda: not results.stop_button.isVisible())
    model = results.tree.model()
    top = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert top == ["Novel/Chapter 10.md  ·  1", "Left out: 1"]
    left_out = model.index(0, 0, model.index(1, 0)).data()
    assert left_out.startswith("binary.txt")

    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(results.tree, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.page.textCursor().selectedText() == "road")
    assert desk.window.documents.path == texts / "Novel" / "Chapter 10.md"

    desk.write("way")
    QTest.keyClicks(box.field, "2")
    desk.until(lambda: results.summary.text().startswith("Nothing found"))
    box.field.setText("The way")
    desk.until(lambda: results.summary.text().startswith("1 place"))
    QTest.keyClick(results.tree, Qt.Key.Key_Escape)
    assert library.page.stack.currentWidget() is library.page.tree


def test_bad_pattern_is_told_in_place_of_results(desk: Desk, library: Library) -> None:
    box = library.page.box
    box.options.pattern_button.setChecked(True)
    box.field.setText("(")
    desk.until(lambda: "cannot be read" in library.page.results.summary.text())


def test_text_in_the_window_keeps_who_wrote_what_when_another_is_moved(
    desk: Desk, library: Library, texts: Path
) -> None:
    opened(desk, texts / "letter 🌲.txt")
    desk.window.page.set_text("one two", (Span(0, 3, GENERATED),))
    library.page.tree.entries.move_wanted.emit((texts / "Novel" / "Chapter 1.md",), texts)
    desk.until(lambda: (texts / "Chapter 1.md").exists())
    settle(desk)
    assert desk.window.documents.path == texts / "letter 🌲.txt"
    assert desk.window.page.spans() == (Span(0, 3, GENERATED),)
