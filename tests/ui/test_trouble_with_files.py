"""Read-only files, full disks, two windows on one file: told in a sentence, and the text is kept."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core import atomic
from ownhand.document.journal import unsaved_journals
from ownhand.document.opening import claim

MakeDesk = Callable[..., Desk]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "letter.txt"
    path.parent.mkdir()
    path.write_text("Dear Emma")
    return path


def opened(desk: Desk, path: Path) -> Desk:
    desk.begin()
    desk.window.documents.open(path)
    desk.until(lambda: desk.window.documents.path == path)
    return desk


def test_read_only_file_is_told_and_the_text_goes_elsewhere(
    make_a_desk: MakeDesk, letter: Path
) -> None:
    letter.chmod(0o444)
    desk = opened(make_a_desk(model_info()), letter)
    desk.write("Oh. ")

    desk.window.documents.save()
    desk.until(lambda: "read-only" in desk.message("document"))
    assert desk.text() == "Oh. Dear Emma"
    assert desk.window.documents.modified
    assert letter.read_text() == "Dear Emma"

    desk.press("document", "Save as …")
    desk.choose_file(letter.with_name("mine.txt"))
    desk.until(lambda: not desk.window.documents.modified)
    assert letter.with_name("mine.txt").read_text() == "Oh. Dear Emma"
    assert desk.message("document") == ""


def test_full_disk_is_told_and_saving_works_again_when_there_is_room(
    make_a_desk: MakeDesk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(make_a_desk(model_info()), letter)
    desk.write("Oh. ")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)  # where the disk notices that it is full
        desk.window.documents.save()
        desk.until(lambda: "disk is full" in desk.message("document"))
        desk.until(lambda: "disk is full" in desk.message("journal"))
    assert letter.read_text() == "Dear Emma"
    assert sorted(p.name for p in letter.parent.iterdir()) == ["letter.txt"]
    assert desk.window.documents.modified

    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified)
    assert letter.read_text() == "Oh. Dear Emma"


def test_full_data_disk_does_not_keep_the_text_from_being_saved(
    make_a_desk: MakeDesk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(make_a_desk(model_info()), letter)
    real = atomic.write_bytes

    def full(path: Path, data: bytes) -> None:
        if path != letter:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, data)

    monkeypatch.setattr(atomic, "write_bytes", full)
    desk.write("Oh. ")
    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified)

    assert letter.read_text() == "Oh. Dear Emma"
    assert "version of the text was not kept" in desk.message("document")
    monkeypatch.undo()


def test_second_window_shows_the_file_for_reading(make_a_desk: MakeDesk, letter: Path) -> None:
    first = opened(make_a_desk(model_info()), letter)
    second = opened(make_a_desk(model_info()), letter)

    assert "open in another window" in second.message("document")
    assert second.window.header.state_label.text() == "· for reading only"
    second.write("Oh. ")
    assert second.text() == "Dear Emma"

    first.write("First. ")
    first.window.documents.save()
    first.until(lambda: not first.window.documents.modified)
    assert letter.read_text() == "First. Dear Emma"


def test_second_window_never_writes_to_the_file(make_a_desk: MakeDesk, letter: Path) -> None:
    opened(make_a_desk(model_info()), letter)
    second = opened(make_a_desk(model_info()), letter)
    second.window.page.change_to("Written by something else")

    second.window.documents.save()
    dialog = second.dialog()
    assert isinstance(dialog, QFileDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the writer has agreed to that
    second.choose_file(letter)
    second.until(lambda: "another window" in second.message("document") and second.tasks.idle)
    assert letter.read_text() == "Dear Emma"

    second.window.documents.ask_save_as()
    second.choose_file(letter.with_name("copy.txt"))
    second.until(lambda: second.window.documents.path == letter.with_name("copy.txt"))
    second.write("Now it may be written. ")
    assert second.text().endswith("Now it may be written. ")


def test_second_window_opens_a_copy(make_a_desk: MakeDesk, letter: Path) -> None:
    opened(make_a_desk(model_info()), letter)
    second = opened(make_a_desk(model_info()), letter)

    second.press("document", "Open a copy")

    assert second.window.documents.path is None
    assert second.window.documents.modified
    second.write("Oh. ")
    assert second.text() == "Oh. Dear Emma"


def test_second_window_may_write_once_the_first_let_go(make_a_desk: MakeDesk, letter: Path) -> None:
    first = opened(make_a_desk(model_info()), letter)
    second = opened(make_a_desk(model_info()), letter)
    first.window.documents.new()
    first.until(lambda: first.window.documents.path is None)

    second.press("document", "Try again")
    second.until(lambda: not second.window.documents.reading)

    second.write("Oh. ")
    second.window.documents.save()
    second.until(lambda: letter.read_text() == "Oh. Dear Emma")
    assert second.message("document") == ""


def test_lock_of_a_killed_process_keeps_nobody_out(make_a_desk: MakeDesk, letter: Path) -> None:
    desk = make_a_desk(model_info())
    holder = (
        "import sys, time; from pathlib import Path; from ownhand.core.paths import Paths\n"
        "from ownhand.document.opening import claim\n"
        "data = Path(sys.argv[1]); paths = Paths(data, data, data, data)\n"
        "lock = claim(paths, Path(sys.argv[2])); print(lock is not None, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holder, str(desk.paths.data), str(letter)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"True"
    assert claim(desk.paths, letter) is None

    process.kill()
    process.wait()
    process.stdout.close()
    opened(desk, letter)
    assert not desk.window.documents.reading


def test_text_brought_back_of_a_file_that_is_open_elsewhere_is_a_copy(
    make_a_desk: MakeDesk, letter: Path
) -> None:
    crashed = opened(make_a_desk(model_info()), letter)
    crashed.write("Unsaved. ")
    crashed.close()
    opened(make_a_desk(model_info()), letter)

    second = make_a_desk(model_info())
    second.begin()
    second.press("recovery", "Restore")
    second.until(lambda: second.text() == "Unsaved. Dear Emma")

    assert second.window.documents.path is None
    assert "as a copy" in second.message("document")


def test_text_typed_while_it_is_being_saved_stays_unsaved(
    make_a_desk: MakeDesk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(make_a_desk(model_info()), letter)
    desk.write("One. ")
    saves: list[str] = []
    real = atomic.write_bytes

    def noticed(path: Path, data: bytes) -> None:
        real(path, data)
        if path == letter:
            saves.append(data.decode())

    monkeypatch.setattr(atomic, "write_bytes", noticed)
    desk.window.documents.save()
    desk.until(lambda: saves == ["One. Dear Emma"] or not desk.window.documents.modified)
    desk.write("Two. ")  # before or after the save came back: it must not count as saved
    desk.until(lambda: desk.tasks.idle)

    assert desk.window.documents.modified
    desk.close()
    (unsaved,) = unsaved_journals(desk.paths.journal)
    assert unsaved.state.file.text == "One. Two. Dear Emma"
