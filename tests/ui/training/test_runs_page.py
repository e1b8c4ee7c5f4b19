"""All trainings in a table; each can be shown, steered, gone on with and removed."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox, QPushButton
from tests.helpers.run_logs import life, new_run, pretend_alive, tell
from tests.helpers.tiny_models import TinyGguf
from tests.helpers.training_room import Room, report

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.corpus.reading import file_digest
from ownhand.models.store import DirectoryStore
from ownhand.training.events import ModelKept, RunEnded
from ownhand.training.lineage import LINEAGE_FILE, lineage_of_run
from ownhand.training.report.report import write_report
from ownhand.training.runs import RunInfo, wish_of
from ownhand.training.spec import TrainingSpec
from ownhand.ui.training.runs_page import RunsPage


@pytest.fixture
def store(room: Room) -> DirectoryStore:
    return DirectoryStore(room.root / "models")


@pytest.fixture
def page(room: Room, store: DirectoryStore) -> RunsPage:
    return RunsPage(
        room.runs, room.root / "models", lambda: store, lambda: "tensorflow", room.tasks
    )


def opened(room: Room, page: RunsPage, *, select: str = "") -> None:
    """Show the page, wait for its list, and select a run by its name."""
    room.show(page)
    room.until(lambda: room.tasks.idle)
    names = [run.spec.name for run in page.table.rows_model.rows]
    if select:
        page.table.selectRow(names.index(select))


def finished(room: Room, name: str = "Mine", model: str = "mine") -> RunInfo:
    run = new_run(room.runs, name=name)
    tell(run, *life(120), ModelKept(120, model), RunEnded("finished", 120, model))
    return run


def shown(page: RunsPage) -> list[list[str]]:
    model = page.table.rows_model
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_runs_are_listed_with_their_state(room: Room, page: RunsPage) -> None:
    finished(room)
    paused = new_run(room.runs, name="Letters")
    tell(paused, *life(55), RunEnded("paused", 55))
    new_run(room.runs, name="Forum")
    opened(room, page)
    assert sorted([name, *rest] for name, _begun, *rest in shown(page)) == [
        ["Forum", "not begun", "0 of 120", ""],
        ["Letters", "paused", "55 of 120", ""],
        ["Mine", "finished", "120 of 120", "mine"],
    ]


def test_runs_of_one_name_are_told_apart_by_when_they_began(room: Room, page: RunsPage) -> None:
    run = new_run(room.runs)
    run.folder.rename(run.folder.with_name("mine-20260105-070809-2"))
    opened(room, page)
    assert shown(page)[0][:2] == ["Mine", "5 Jan 2026, 07:08"]


def test_empty_place_says_what_to_do_first(room: Room, page: RunsPage) -> None:
    opened(room, page)
    assert "press Train" in page.note.text()
    assert not page.show_button.isEnabled()
    assert not page.remove_button.isEnabled()


def test_list_is_read_outside_the_window_thread(
    room: Room, page: RunsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    read = room.runs.list

    def note_thread() -> tuple[RunInfo, ...]:
        threads.append(threading.current_thread())
        return read()

    monkeypatch.setattr(room.runs, "list", note_thread)
    opened(room, page)
    assert threads
    assert threading.main_thread() not in threads


def test_selected_run_is_shown_and_its_report(room: Room, page: RunsPage) -> None:
    run, _other = finished(room), new_run(room.runs, name="Other")
    write_report(run.folder, report(run.id))
    opened(room, page, select="Other")
    assert not page.report_button.isEnabled()
    opened(room, page, select="Mine")
    told: list[tuple[str, str]] = []
    page.run_wanted.connect(lambda name: told.append(("run", name)))
    page.report_wanted.connect(lambda name: told.append(("report", name)))
    page.show_button.click()
    page.report_button.click()
    assert told == [("run", run.id), ("report", run.id)]


def test_running_run_is_paused_and_stopped_but_not_removed(room: Room, page: RunsPage) -> None:
    run = new_run(room.runs)
    tell(run, *life(30))
    pretend_alive(run)
    opened(room, page)
    assert page.pause_button.text() == "Pause"
    assert not page.remove_button.isEnabled()
    page.pause_button.click()
    room.until(lambda: wish_of(run.folder) == "pause")
    page.stop_button.click()
    room.until(lambda: wish_of(run.folder) == "stop")
    room.until(lambda: room.tasks.idle)
    assert "model is kept" in page.note.text()


def test_resting_run_is_resumed(
    room: Room, page: RunsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = new_run(room.runs)
    tell(run, *life(30), RunEnded("paused", 30))
    opened(room, page)
    assert page.pause_button.text() == "Resume"
    started: list[tuple[object, ...]] = []
    monkeypatch.setattr("ownhand.ui.training.runs_page.let_go", lambda _process: None)
    monkeypatch.setattr(room.runs, "start", lambda *arguments: started.append(arguments))
    page.pause_button.click()
    room.until(lambda: bool(started))
    assert started == [(run.id, room.root / "models", "tensorflow")]


def test_act_that_came_too_late_is_told(room: Room, page: RunsPage) -> None:
    run = new_run(room.runs)
    tell(run, *life(30), RunEnded("paused", 30))
    opened(room, page)
    pretend_alive(run)  # somebody else resumed it
    page.pause_button.click()
    room.until(lambda: "running already" in page.note.text())
    assert page.pause_button.text() == "Pause"


@pytest.mark.parametrize("answer", ["Keep it", "Remove it"])
def test_run_is_removed_only_on_request(room: Room, page: RunsPage, answer: str) -> None:
    run = finished(room)
    opened(room, page)
    page.remove_button.click()
    room.until(lambda: any(box.isVisible() for box in page.findChildren(QMessageBox)))
    (box,) = page.findChildren(QMessageBox)
    assert "model that came out of it stays" in box.informativeText()
    next(button for button in box.buttons() if button.text() == answer).click()
    room.until(lambda: room.tasks.idle)
    kept = answer == "Keep it"
    assert run.folder.exists() == kept
    assert len(shown(page)) == kept
    assert not list(run.folder.parent.glob(".removed-*"))


def test_selection_stays_with_its_run(room: Room, page: RunsPage) -> None:
    finished(room, "First")
    finished(room, "Second")
    opened(room, page, select="First")
    new_run(room.runs, name="Third")
    page.refresh()
    room.until(lambda: len(shown(page)) == 3)
    assert page.selected is not None
    assert page.selected.spec.name == "First"


def test_going_on_with_a_model_that_is_gone_is_refused_in_words(room: Room, page: RunsPage) -> None:
    finished(room, model="gone")
    opened(room, page)
    page.more_button.click()
    room.until(lambda: "gone" in page.note.text())
    assert page.note.isVisible()


@pytest.fixture
def trained(room: Room, store: DirectoryStore) -> tuple[ModelInfo, Path]:
    """A model with a lineage, and a file that it saw."""
    folder = room.root / "texts"
    folder.mkdir()
    for name in ("diary.txt", "letters.txt"):
        (folder / name).write_text(f"What stands in {name}.")
    TinyGguf().write(room.root / "tiny.gguf")
    *_, base = store.add(str(room.root / "tiny.gguf"), CancelToken())
    assert isinstance(base, ModelInfo)
    files = [{"path": str(path), "sha256": file_digest(path)} for path in sorted(folder.iterdir())]
    spec = TrainingSpec(name="Mine", folders=(str(folder),), model=base.slug)
    lineage = lineage_of_run(spec, base.directory, "mine-1", 120, {"files": files})
    (base.directory / LINEAGE_FILE).write_text(json.dumps(lineage))
    return base, folder / "diary.txt"


def test_dropped_file_is_looked_for_in_all_models(
    room: Room, page: RunsPage, trained: tuple[ModelInfo, Path]
) -> None:
    model, file = trained
    opened(room, page)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    page.seen.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.seen.dropEvent(QDropEvent(QPointF(5, 5), *how))
    room.until(lambda: bool(page.seen.again_buttons))
    assert page.seen.answer.text() == "diary.txt was read by:"
    (button,) = page.seen.again_buttons
    name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert model.title in name


def test_model_is_trained_again_without_the_file(
    room: Room, page: RunsPage, trained: tuple[ModelInfo, Path]
) -> None:
    _model, file = trained
    opened(room, page)
    page.seen.look_for(file)
    room.until(lambda: bool(page.seen.again_buttons))
    with room.bot.waitSignal(page.spec_wanted, timeout=30_000) as told:
        page.seen.again_buttons[0].click()
    assert told.args is not None
    spec = told.args[0]
    assert isinstance(spec, TrainingSpec)
    assert str(file) in spec.without
    assert spec.name == "Mine"


def test_model_is_gone_on_with(room: Room, page: RunsPage, trained: tuple[ModelInfo, Path]) -> None:
    model, file = trained
    finished(room, model=model.slug)
    opened(room, page)
    with room.bot.waitSignal(page.spec_wanted, timeout=30_000) as told:
        page.more_button.click()
    assert told.args is not None
    assert told.args[0].model == model.slug
    assert told.args[0].folders == (str(file.parent),)


def test_file_that_no_model_saw_is_said_to_be_unseen(
    room: Room, page: RunsPage, trained: tuple[ModelInfo, Path]
) -> None:
    opened(room, page)
    page.seen.look_for(trained[1])
    room.until(lambda: bool(page.seen.again_buttons))
    other = room.root / "other.txt"
    other.write_text("Something else.")
    page.seen.look_for(other)
    room.until(lambda: "None of your models" in page.seen.answer.text())
    assert page.seen.again_buttons == []


def test_every_button_has_a_name_and_is_reached_with_tab(room: Room, page: RunsPage) -> None:
    finished(room)
    opened(room, page)
    for button in page.findChildren(QPushButton):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name).strip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
