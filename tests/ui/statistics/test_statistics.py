"""Goal and figures follow the writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from tests.helpers.desk import Desk

from ownhand.document.goal import Goal, load_goal
from ownhand.ui.statistics.goal_dialog import GoalDialog
from ownhand.ui.statistics.session import Session
from ownhand.ui.statistics.statistics import Statistics


def statistics_of(desk: Desk) -> Statistics:
    return next(f for f in desk.window.features if isinstance(f, Statistics))


def set_goal(desk: Desk, text: int, session: int) -> None:
    desk.window.actions_by_name["goal"].trigger()
    dialog = desk.dialog()
    assert isinstance(dialog, GoalDialog)
    dialog.text_box.setValue(text)
    dialog.session_box.setValue(session)
    dialog.set_button.click()
    desk.until(lambda: desk.tasks.idle)


def test_session_tells_apart_who_wrote(desk: Desk) -> None:
    session = statistics_of(desk).session
    desk.window.page.set_text("Ten words were here before, and they are not counted.")
    desk.window.page.set_caret_position(len(desk.text()))
    desk.write(" I wrote this")
    desk.window.generation.continue_writing()
    desk.until_idle()
    assert (session.written, session.generated) == (3, 3)
    desk.window.page.undo()
    assert session.removed == 3


def test_pauses_are_no_writing_time(desk: Desk) -> None:
    now = [0.0]
    session = Session(desk.window.page, lambda: now[0])
    for moment in (0, 10, 20, 500, 510):
        now[0] = moment
        desk.window.page.insertPlainText("x")
    assert session.active_s == 30


def test_goal_shows_how_far_it_is_and_stays_with_the_text(desk: Desk, tmp_path: Path) -> None:
    desk.write("one two three")
    set_goal(desk, 2000, 5)
    number = QLocale().toString(2000)
    assert desk.window.status.goal_label.text() == f"3 of {number} words · 3 of 5 in this session"
    desk.write(" four")
    assert desk.window.status.goal_label.text().startswith("4 of")
    desk.window.actions_by_name["save"].trigger()
    desk.choose_file(tmp_path / "book.txt")
    desk.until(lambda: desk.window.documents.path is not None)
    assert load_goal(desk.window.documents.belongings) == Goal(2000, 5)
    desk.window.documents.new()
    desk.until(lambda: desk.text() == "")
    assert desk.window.status.goal_label.text() == ""
    desk.window.documents.open(tmp_path / "book.txt")
    desk.until(lambda: desk.window.status.goal_label.text().startswith("4 of"))


def test_figures_follow_the_text(desk: Desk) -> None:
    desk.write("One two. Three!")
    desk.window.actions_by_name["statistics"].trigger()
    dialog = statistics_of(desk).dialog
    assert dialog is not None
    desk.until(lambda: dialog.values["words"].text() == "3")
    assert dialog.values["sentences"].text() == "2"
    desk.write(" Four.")
    desk.until(lambda: dialog.values["words"].text() == "4")
    assert dialog.values["written"].text() == "4"
    dialog.close()
