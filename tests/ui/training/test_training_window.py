"""From folders to a run that learns, as a writer does it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.helpers.run_logs import life, new_run, tell
from tests.helpers.training_room import Room, training_room

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.core.paths import Paths
from ownhand.core.settings import Settings
from ownhand.engine.lane import Lane
from ownhand.training.events import RunEnded
from ownhand.training.forecast import Forecast
from ownhand.training.recipes import find_recipe
from ownhand.training.runs import RunStore
from ownhand.training.spec import TrainingSpec, read_spec, write_spec
from ownhand.ui.training.phrases import forecast_sentence
from ownhand.ui.training.training_window import (
    FOLDERS,
    INSPECTION,
    LIVE,
    SETUP,
    TrainingWindow,
)


@dataclass
class Desk:
    """A training window and what it stands on."""

    window: TrainingWindow
    room: Room
    settings: SettingsOwner
    bridge: LaneBridge
    paths: Paths
    texts: Path

    def until(self, condition: object) -> None:
        self.room.until(condition)  # type: ignore[arg-type]

    def until_done(self) -> None:
        self.until(lambda: not self.window.controller.doing)

    def inspect(self) -> None:
        self.window.folders_page.add([self.texts])
        self.window.primary.click()
        self.until_done()

    def problem(self) -> str:
        bar = self.window.messages.shown("problem")
        return bar.label.text() if bar else ""


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    texts = tmp_path / "my texts"
    texts.mkdir()
    for name in ("harbour", "bridge"):
        text = " ".join(f"At the {name} word {n} came in with the rain." for n in range(60))
        (texts / f"{name}.txt").write_text(text)
    (texts / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with training_room(qtbot, qapp, tmp_path) as room:
        paths = Paths(*(tmp_path / name for name in ("data", "config", "cache", "logs")))
        settings = SettingsOwner(Settings(), paths.settings_file)
        jobs = TrainingJobs(paths, lambda: "tensorflow")
        bridge = LaneBridge(Lane("training-lane"))
        window = TrainingWindow(jobs, bridge, paths, settings, room.themes, room.tasks)
        room.pages.append(window)
        window.open()
        room.until(lambda: window.setup_page.model_box.count() > 0)
        yield Desk(window, room, settings, bridge, paths, texts)
        window.leave()
        jobs.close()
        assert bridge.close(10.0)


def test_empty_window_says_what_to_do_first(desk: Desk) -> None:
    window = desk.window
    assert window.page == FOLDERS
    assert window.folders_page.places.empty_label.isVisible()
    assert not window.primary.isEnabled()

    window.folders_page.add([desk.texts])

    assert not window.folders_page.places.empty_label.isVisible()
    assert window.primary.isEnabled()


def test_dropped_folders_and_files_stand_on_the_list_once(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in (desk.texts, desk.texts / "bridge.txt")])
    for _ in range(2):
        event = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        desk.window.dropEvent(event)

    assert desk.window.draft.spec.folders == (str(desk.texts), str(desk.texts / "bridge.txt"))
    assert desk.window.folders_page.places.count() == 2


def test_delete_takes_a_folder_off_the_list_and_leaves_it_on_the_disk(desk: Desk) -> None:
    page = desk.window.folders_page
    page.add([desk.texts, desk.texts / "bridge.txt"])
    page.places.setCurrentRow(0)
    QTest.keyClick(page.places, Qt.Key.Key_Delete)

    assert desk.window.draft.spec.folders == (str(desk.texts / "bridge.txt"),)
    assert desk.texts.is_dir()


def test_inspection_says_the_verdict_the_files_and_what_was_not_read(desk: Desk) -> None:
    desk.inspect()

    page = desk.window.inspection_page
    assert desk.window.page == INSPECTION
    assert page.level.text() == "Too little"
    assert "are too few" in page.verdict.text()
    assert page.facts["Texts"].text() == "2 texts in 2 files"
    assert page.facts["Words"].text() == "1,200"
    assert page.facts["Languages"].text() == "English 100 %"
    assert [file.path.name for file in page.files.rows_model.rows] == ["bridge.txt", "harbour.txt"]
    assert page.skipped_fold.isVisible()
    model = page.skipped.rows_model
    assert model.data(model.index(0, 1)) == "is an old Word file; save it as .docx to use it"


def test_cleaning_shows_before_and_after(desk: Desk) -> None:
    desk.inspect()
    cleaning = desk.window.inspection_page.cleaning
    assert cleaning.outcome.text() == "Nothing is changed by it."

    cleaning.form.editors["lower_case"].widgets[0].click()  # type: ignore[attr-defined]
    desk.until(lambda: cleaning.before.isVisibleTo(desk.window))

    assert cleaning.before.toPlainText().startswith("At the bridge")
    assert cleaning.after.toPlainText().startswith("at the bridge")
    cleaning.next_button.click()
    assert cleaning.after.toPlainText().startswith("at the harbour")


def test_file_that_is_left_out_is_not_read_again(desk: Desk) -> None:
    desk.inspect()
    page = desk.window.inspection_page
    assert not page.leave_out_button.isEnabled()
    page.files.selectRow(0)
    QTest.keyClick(page.files, Qt.Key.Key_Delete)
    desk.until_done()

    assert desk.window.draft.spec.without == (str(desk.texts / "bridge.txt"),)
    assert page.facts["Texts"].text() == "1 text in 1 file"
    assert desk.window.page == INSPECTION


def test_folder_without_texts_is_refused_next_to_the_button(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    desk.window.folders_page.add([tmp_path / "empty"])
    desk.window.primary.click()
    desk.until_done()

    assert desk.window.page == FOLDERS
    assert "Choose folders with texts you wrote" in desk.problem()
    assert desk.window.primary.isEnabled()


def test_escape_cancels_the_reading(desk: Desk) -> None:
    desk.window.folders_page.add([desk.texts])
    desk.window.primary.click()
    assert desk.window.strip.isVisible()
    assert not desk.window.folders_page.isEnabled()
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    desk.until_done()

    assert desk.window.page == FOLDERS
    assert not desk.window.strip.isVisible()
    assert desk.problem() == ""
    assert desk.window.folders_page.isEnabled()


def test_training_without_a_model_is_refused_with_advice(desk: Desk) -> None:
    desk.inspect()
    desk.window.primary.click()
    assert desk.window.page == SETUP
    desk.window.draft.change(name=" ")
    desk.window.primary.click()
    assert "name" in desk.problem()
    desk.window.draft.change(name="Mine")

    desk.window.primary.click()
    desk.until_done()

    assert "Fetch the starter model" in desk.problem()
    assert desk.window.page == SETUP
    assert desk.settings.value.training_folders == (str(desk.texts),)
    assert desk.settings.value.training_name == "Mine"


def test_lack_of_memory_offers_what_would_fit(desk: Desk) -> None:
    desk.window.draft.change(method="full", batch=4)
    desk.window.controller.refused.emit("plan", "NotEnoughMemoryError", "It cannot fit.")
    bar = desk.window.messages.shown("problem")
    assert bar is not None
    assert [button.text() for button in bar.buttons] == ["Use adapters", "2 passages at once"]

    bar.buttons[1].click()

    assert (desk.window.draft.spec.batch, desk.window.draft.spec.accumulate) == (2, 2)


def test_settings_are_saved_and_opened_again(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    window.folders_page.add([desk.texts])
    window.go_to(SETUP)
    window.draft.change(rank=32)
    kept = window.draft.spec
    file = tmp_path / "kept.toml"

    window.setup_page.save_button.click()
    answer(desk, file)
    desk.until(file.exists)
    assert read_spec(file) == kept

    window.draft.change(rank=4)
    window.setup_page.open_button.click()
    answer(desk, file)
    desk.until(lambda: window.draft.spec == kept)

    file.write_text("schema = 1\nranks = 3\n")
    window.setup_page.open_button.click()
    answer(desk, file)
    desk.until(lambda: "ranks" in desk.problem())


def answer(desk: Desk, file: Path) -> None:
    """Give the open file dialog a file."""

    def dialogs() -> list[QFileDialog]:
        return [d for d in desk.window.findChildren(QFileDialog) if d.isVisible()]

    desk.until(lambda: bool(dialogs()))
    line = dialogs()[0].findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(file))
    dialogs()[0].accept()


def test_window_opens_on_the_run_that_is_under_way(desk: Desk) -> None:
    run = new_run(RunStore(desk.paths.runs))
    me = psutil.Process()
    (run.folder / "worker.json").write_text(
        json.dumps({"pid": me.pid, "started": me.create_time()})
    )
    desk.window.close()

    desk.window.open()
    desk.until(lambda: desk.window.page == LIVE)

    desk.until(lambda: desk.window.run_pages.live.title.text() == run.spec.name)
    assert not desk.window.primary.isVisible()
    desk.window.back_button.click()
    assert desk.window.page == FOLDERS
    (run.folder / "worker.json").unlink()


def test_run_that_was_started_is_shown_and_announced(desk: Desk) -> None:
    run = new_run(RunStore(desk.paths.runs))
    heard: list[str] = []
    desk.window.run_started.connect(heard.append)

    desk.window.controller.run_started.emit(run.id)

    assert heard == [run.id]
    assert desk.window.page == LIVE
    desk.until(lambda: desk.window.run_pages.live.title.text() == run.spec.name)


def test_closing_gives_up_what_is_being_read(desk: Desk) -> None:
    desk.window.folders_page.add([desk.texts])
    desk.window.primary.click()
    desk.window.close()
    desk.until(lambda: desk.bridge.idle)

    assert desk.window.controller.doing == ""
    desk.window.open()
    assert desk.window.page == FOLDERS
    assert desk.window.primary.isEnabled()


def test_recipe_that_cleans_otherwise_is_shown_on_the_way_back(desk: Desk) -> None:
    desk.inspect()
    desk.window.primary.click()
    assert desk.window.setup_page.name_line.hasFocus()
    desk.window.draft.begin_afresh(find_recipe("Poems"))
    desk.window.draft.change(method="lora", lower_case=True)

    desk.window.back_button.click()

    cleaning = desk.window.inspection_page.cleaning
    desk.until(lambda: cleaning.after.toPlainText().startswith("at the bridge"))


def test_cleaning_chosen_a_moment_ago_does_not_stop_the_planning(desk: Desk) -> None:
    desk.inspect()
    desk.window.draft.change(lower_case=True)
    desk.window.primary.click()
    desk.window.primary.click()
    assert desk.window.controller.doing == "plan"
    desk.until_done()

    assert "Fetch the starter model" in desk.problem()


def test_pages_of_a_run_fit_into_the_window(desk: Desk) -> None:
    run = new_run(RunStore(desk.paths.runs), name="A name that is far too long for one line " * 3)
    tell(run, *life(60), RunEnded("failed", 60, message="The disk is full. " * 12))
    window, before = desk.window, desk.window.size()
    window.show_run(run.id)
    live = window.run_pages.live
    desk.until(lambda: live.trouble.isVisible() and live.curve.plot is not None)

    assert window.size() == before
    for widget in (live.title, live.pause_button):
        assert not widget.visibleRegion().isEmpty()
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_training_of_the_list_is_taken_over(desk: Desk) -> None:
    spec = TrainingSpec(folders=("/there",), name="Again", model="mine")
    desk.window.runs_button.click()
    assert desk.window.page == LIVE

    desk.window.run_pages.spec_wanted.emit(spec)

    assert desk.window.page == FOLDERS
    assert desk.window.draft.spec == spec


def test_forecast_is_a_sentence(tmp_path: Path) -> None:
    from ownhand.training.planning import Plan

    plan = Plan(TrainingSpec(steps=210), None, Forecast(20.0, 4.0, 1_840_000_000), 860.0, 0.94)  # type: ignore[arg-type]  # the texts do not matter
    assert forecast_sentence(plan) == (
        "It learns for about 14 minutes: 210 steps, 94 % of the texts, with 1.8 GB of memory."
    )


CONTROLS = (
    QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit,
    QProgressBar, QTableView,
)  # fmt: skip


def test_every_control_has_a_name_and_is_reached_with_tab(desk: Desk) -> None:
    window = desk.window
    desk.inspect()
    page = window.setup_page
    for fold in (page.advanced_fold, page.command_fold, *page.folds.values()):
        fold.button.setChecked(True)
    chain: set[QWidget] = set()
    widget: QWidget = window.primary
    while widget not in chain:
        chain.add(widget)
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
    pages = (window.folders_page, window.inspection_page, page)
    found = [w for p in pages for w in p.findChildren(QWidget) if isinstance(w, CONTROLS)]
    assert len(found) > 60
    for control in found:
        inner = isinstance(control.parent(), (QAbstractSpinBox, QComboBox, QTableView))
        if inner or control.objectName().startswith("qt_"):
            continue
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name.strip(), f"{type(control).__name__} {control.objectName()!r} has no name"
        assert control in chain
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
    assert not any(text.tabChangesFocus() is False for text in window.findChildren(QPlainTextEdit) if text in found)  # fmt: skip


def test_mnemonics_of_a_page_are_unique(desk: Desk) -> None:
    window = desk.window
    desk.inspect()
    for page, number in ((window.folders_page, FOLDERS), (window.inspection_page, INSPECTION), (window.setup_page, SETUP)):  # fmt: skip
        window.go_to(number)
        labels = [b.text() for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
        labels += [window.primary.text(), window.back_button.text(), window.runs_button.text()]
        keys = [label[label.index("&") + 1].lower() for label in labels if "&" in label]
        assert len(keys) == len(set(keys)), keys


@pytest.mark.parametrize(("width", "height"), [(620, 420), (900, 720)])
def test_pages_scroll_rather_than_spill(desk: Desk, width: int, height: int) -> None:
    desk.inspect()
    desk.window.resize(width, height)
    for page in (FOLDERS, INSPECTION, SETUP):
        desk.window.go_to(page)
        QTest.qWait(1)
        assert desk.window.width() == width
        assert desk.window.primary.geometry().bottom() <= desk.window.height()


def test_saved_spec_of_another_machine_keeps_its_folders(desk: Desk, tmp_path: Path) -> None:
    write_spec(tmp_path / "a.toml", TrainingSpec(folders=("/elsewhere",), base="/b", data="/d"))
    desk.window.go_to(SETUP)
    desk.window.setup_page.open_button.click()
    answer(desk, tmp_path / "a.toml")
    desk.until(lambda: desk.window.draft.spec.folders == ("/elsewhere",))

    assert desk.window.draft.spec == TrainingSpec(folders=("/elsewhere",))
