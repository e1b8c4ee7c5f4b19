"""The report of a run is shown, opened and copied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from tests.helpers.run_logs import new_run
from tests.helpers.training_room import Room, report

from ownhand.training.report.report import PAGE_FILE, write_report
from ownhand.training.runs import RunInfo
from ownhand.ui.training.report_page import NO_REPORT, ReportPage
from ownhand.ui.training.sample_view import Passage


@pytest.fixture
def run(room: Room) -> RunInfo:
    run = new_run(room.runs)
    write_report(run.folder, report(run.id))
    (run.folder / PAGE_FILE).write_text("<html>all of it</html>")
    return run


@pytest.fixture
def page(room: Room, run: RunInfo) -> ReportPage:
    page = ReportPage(run.folder.parent, room.themes, room.tasks)
    room.show(page)
    page.show_run(run.id)
    return page


def test_sentence_comes_first_and_is_the_largest(page: ReportPage) -> None:
    assert "7 % less surprised" in page.sentence.text()
    others = (page.held_out.figures, page.forgetting.remark, page.memorisation.remark, page.speed)
    for label in others:
        assert page.sentence.font().pointSizeF() > label.font().pointSizeF()
        assert page.sentence.mapTo(page, page.sentence.rect().topLeft()).y() < label.mapTo(page, label.rect().topLeft()).y()  # fmt: skip


def test_gauges_tell_before_after_and_interval(page: ReportPage) -> None:
    told = page.held_out.figures.text()
    for part in ("0.900 nats per byte before", "0.837 after", "64 passages", "−7.0 %", "between −9.0 % and −5.0 %", "42.5", "32.5"):  # fmt: skip
        assert part in told
    assert "general English" in page.forgetting.remark.text()
    assert "+1.0 %" in page.forgetting.figures.text()
    assert "1 of 50" in page.memorisation.remark.text()
    assert page.speed.text() == "It writes 30 tokens/s; before the training 31 tokens/s."
    assert "0.837 after" in page.held_out.bar.accessibleDescription()


def test_drawn_differences_share_a_scale(room: Room, page: ReportPage) -> None:
    room.until(lambda: min(page.held_out.bar.height(), page.forgetting.bar.height()) > 20)
    strong, weak = page.held_out.bar.grab().toImage(), page.forgetting.bar.grab().toImage()

    def length(picture: QImage) -> int:
        accent = room.themes.theme.accent.lower()
        return [picture.pixelColor(x, 11).name() for x in range(picture.width())].count(accent)

    assert 0 < length(weak) < length(strong)


def test_prompts_stand_side_by_side(page: ReportPage) -> None:
    texts = {p.accessibleName(): p.toPlainText() for p in page.findChildren(Passage)}
    assert texts["Prompt 1: The model as it was"] == "old 0"
    assert texts["Prompt 3: Your model"] == "new 2"
    assert len(texts) == 6
    for passage in page.findChildren(Passage):
        assert passage.isReadOnly()


def test_run_without_a_report_says_so(room: Room, page: ReportPage) -> None:
    other = new_run(room.runs)
    page.show_run(other.id)
    assert page.note.text() == NO_REPORT
    assert not page.sentence.isVisible()
    assert not page.write_button.isVisible()
    assert not page.open_button.isVisible()


def test_no_held_out_pages_leave_no_empty_gauge(room: Room, page: ReportPage, run: RunInfo) -> None:
    write_report(run.folder, replace(report(run.id), held_out=None, memorisation=None))
    page.show_run(run.id)
    assert not page.held_out.isVisible()
    assert not page.memorisation.bar.isVisible()
    assert page.memorisation.remark.text()


def test_page_is_opened_in_the_browser(
    page: ReportPage, run: RunInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page.open_button.click()
    assert opened == [QUrl.fromLocalFile(str(run.folder / PAGE_FILE))]
    assert not page.note.isVisible()
    page.open_button.click()
    assert str(run.folder / PAGE_FILE) in page.note.text()


def file_dialog(room: Room, page: ReportPage, qapp: QApplication) -> QFileDialog:
    """The dialog that asks where a copy shall go."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    page.save_button.click()
    room.until(lambda: any(d.isVisible() for d in page.findChildren(QFileDialog)))
    return page.findChildren(QFileDialog)[0]


def accept(dialog: QFileDialog, target: Path) -> None:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(target))
    dialog.accept()


def test_copy_is_saved_where_the_writer_wants_it(
    room: Room, page: ReportPage, qapp: QApplication
) -> None:
    target = room.root / "copy.html"
    accept(file_dialog(room, page, qapp), target)
    room.until(lambda: "Saved as" in page.note.text())
    assert target.read_text() == "<html>all of it</html>"


def test_copy_that_cannot_be_written_is_told(
    room: Room, page: ReportPage, run: RunInfo, qapp: QApplication
) -> None:
    dialog = file_dialog(room, page, qapp)
    (run.folder / PAGE_FILE).unlink()
    accept(dialog, room.root / "copy.html")
    room.until(lambda: "could not be written" in page.note.text())


def test_copy_is_not_made_when_the_writer_thinks_better_of_it(
    room: Room, page: ReportPage, qapp: QApplication
) -> None:
    file_dialog(room, page, qapp).reject()
    room.until(lambda: room.tasks.idle)
    assert not page.note.isVisible()


def test_report_leads_to_the_model_and_the_blind_test(page: ReportPage, run: RunInfo) -> None:
    told: list[str] = []
    page.model_wanted.connect(told.append)
    page.blind_test_wanted.connect(told.append)
    page.write_button.click()
    page.blind_button.click()
    assert told == ["mine", run.id]
