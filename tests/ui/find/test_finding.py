"""Find and replace in the text on the page."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from tests.helpers.desk import Desk

from ownhand.document.search import places_in
from ownhand.document.spans import EDITED, GENERATED, Span
from ownhand.ui.find.finding import Finding

TEXT = "The road 🌲 is long.\nA road, a ROAD and a railroad."
ROADS = [match.span() for match in re.finditer("road", TEXT, re.IGNORECASE)]


@pytest.fixture
def finding(desk: Desk) -> Iterator[Finding]:
    """A page with four roads, the bar closed."""
    show(desk, TEXT)
    made = finding_of(desk)
    yield made
    made.close()
    desk.until(lambda: desk.tasks.idle)


def finding_of(desk: Desk) -> Finding:
    return next(f for f in desk.window.features if isinstance(f, Finding))


def show(desk: Desk, text: str, *spans: Span) -> None:
    """Make this the text, and forget how it came about."""
    desk.window.page.change_to(text, spans)
    desk.window.page.document().clearUndoRedoStacks()
    desk.window.page.set_caret_position(0)


def find(desk: Desk, finding: Finding, text: str, count: int) -> None:
    """Ask for something and wait until so much is found."""
    if not finding.bar.isVisible():
        desk.window.actions_by_name["replace"].trigger()
    finding.bar.field.setText(text)
    until_found(desk, finding, count)


def until_found(desk: Desk, finding: Finding, count: int) -> None:
    desk.until(lambda: not finding.searching and len(finding.places) == count)


def selected(desk: Desk) -> tuple[int, int]:
    cursor = desk.window.page.textCursor()
    page = desk.window.page
    return page.code_point(cursor.selectionStart()), page.code_point(cursor.selectionEnd())


def trigger(desk: Desk, name: str) -> None:
    desk.window.actions_by_name[name].trigger()
    desk.until(lambda: desk.tasks.idle)


def test_nothing_is_replaced_in_a_text_that_is_only_read(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "road", 4)
    desk.window.page.setReadOnly(True)
    finding.bar.with_field.setText("way")
    finding.bar.replace_all_wanted.emit()
    desk.until(lambda: "reading only" in desk.message("stream"))
    desk.until(lambda: desk.tasks.idle)
    assert desk.text() == TEXT


def test_bar_finds_as_one_types_and_goes_on(desk: Desk, finding: Finding) -> None:
    assert not finding.bar.isVisible()
    desk.window.actions_by_name["find"].trigger()
    assert not finding.bar.with_field.isVisible()
    QTest.keyClicks(finding.bar.field, "road")
    until_found(desk, finding, 4)
    desk.window.page.set_caret_position(0)
    assert finding.bar.count.text() == "4 places"
    gone_to = []
    for _ in range(5):
        trigger(desk, "find_next")
        gone_to.append(selected(desk))
    assert gone_to == [*ROADS, ROADS[0]]
    assert finding.bar.count.text() == "1 of 4"
    trigger(desk, "find_previous")
    assert finding.bar.count.text() == "4 of 4"


def test_enter_in_the_field_goes_on_and_back(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "road", 4)
    desk.window.page.set_caret_position(0)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Return)
    desk.until(lambda: selected(desk) == ROADS[0])
    assert finding.bar.count.text() == "1 of 4"
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: selected(desk) == ROADS[3])
    assert finding.bar.count.text() == "4 of 4"


def test_escape_closes_and_gives_the_focus_back(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "railroad", 1)
    finding.find_next()
    desk.until(lambda: desk.window.page.textCursor().selectedText() == "railroad")
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    assert not finding.bar.isVisible()
    assert desk.window.page.hasFocus() or not desk.window.isActiveWindow()
    assert desk.window.page.textCursor().selectedText() == "railroad"


def test_options_narrow_what_is_found(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "road", 4)
    finding.bar.options.words_button.setChecked(True)
    until_found(desk, finding, 3)
    finding.bar.options.case_button.setChecked(True)
    until_found(desk, finding, 2)
    finding.bar.options.pattern_button.setChecked(True)
    find(desk, finding, r"r\w+d", 3)


def test_bad_pattern_is_a_sentence_beside_the_field(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "(", 0)
    finding.bar.options.pattern_button.setChecked(True)
    desk.until(lambda: "cannot be read" in finding.bar.problem.text())
    assert finding.bar.problem.isVisible()
    assert finding.bar.count.text() == ""
    assert not finding.bar.all_button.isEnabled()


def test_pattern_that_would_run_for_ever_is_told(
    desk: Desk, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ownhand.document.search.places_in.__defaults__", (0.1,))
    show(desk, "a" * 5000 + "c")
    find(desk, finding, "(a+)+b", 0)
    finding.bar.options.pattern_button.setChecked(True)
    desk.until(lambda: "takes too long" in finding.bar.problem.text())


def test_selection_is_what_to_find(desk: Desk, finding: Finding) -> None:
    desk.window.page.select_range(4, 8)
    desk.window.actions_by_name["find"].trigger()
    assert finding.bar.field.text() == "road"
    until_found(desk, finding, 4)
    assert finding.bar.count.text() == "1 of 4"


def test_long_selection_is_where_to_find(desk: Desk, finding: Finding) -> None:
    start = TEXT.index("is long")
    desk.window.page.select_range(start, TEXT.index(" and"))
    find(desk, finding, "road", 2)
    assert finding.bar.scope_button.isChecked()
    finding.bar.with_field.setText("street")
    finding.bar.all_button.click()
    desk.until(lambda: finding.bar.count.text() == "2 replaced")
    assert desk.text() == "The road 🌲 is long.\nA street, a street and a railroad."
    finding.bar.scope_button.setChecked(False)
    until_found(desk, finding, 2)


def test_scope_without_selection_says_what_to_do(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "nowhere", 0)
    finding.bar.scope_button.click()
    assert "Select the part" in finding.bar.problem.text()
    assert not finding.bar.scope_button.isChecked()


def test_replace_goes_from_place_to_place(desk: Desk, finding: Finding) -> None:
    find(desk, finding, "road", 4)
    finding.bar.with_field.setText("way")
    desk.window.page.set_caret_position(0)
    finding.bar.replace_button.click()  # to the first
    desk.until(lambda: selected(desk) == ROADS[0])
    finding.bar.replace_button.click()
    desk.until(lambda: desk.text().startswith("The way 🌲"))
    until_found(desk, finding, 3)
    start, end = ROADS[1]
    desk.until(lambda: selected(desk) == (start - 1, end - 1))
    assert finding.bar.count.text() == "1 of 3"
    desk.window.page.undo()
    assert desk.text() == TEXT


def test_replace_all_with_groups_is_one_undo_step(desk: Desk, finding: Finding) -> None:
    finding.bar.options.pattern_button.setChecked(True)
    find(desk, finding, r"(a) (r\w+)", 3)
    finding.bar.with_field.setText(r"\2 \1")
    finding.bar.all_button.click()
    desk.until(lambda: finding.bar.count.text() == "3 replaced")
    assert desk.text() == "The road 🌲 is long.\nroad A, ROAD a and railroad a."
    desk.window.page.undo()
    assert desk.text() == TEXT
    desk.window.page.redo()
    assert "road A" in desk.text()


def test_bad_group_is_told_and_nothing_is_replaced(desk: Desk, finding: Finding) -> None:
    finding.bar.options.pattern_button.setChecked(True)
    find(desk, finding, "road", 4)
    finding.bar.with_field.setText(r"\7")
    finding.bar.all_button.click()
    desk.until(lambda: "instead cannot be read" in finding.bar.problem.text())
    assert desk.text() == TEXT


def test_replaced_text_is_the_writers(desk: Desk, finding: Finding) -> None:
    show(desk, "colours are colours here", Span(0, 19, GENERATED))
    find(desk, finding, "u", 2)
    finding.bar.all_button.click()
    desk.until(lambda: desk.text() == "colors are colors here")
    assert desk.window.page.spans() == (
        Span(0, 6, EDITED),
        Span(6, 11, GENERATED),
        Span(11, 17, EDITED),
    )
    desk.window.page.undo()
    assert desk.window.page.spans() == (Span(0, 19, GENERATED),)


def test_count_follows_edits_and_another_text(desk: Desk, finding: Finding, tmp_path: Path) -> None:
    find(desk, finding, "road", 4)
    desk.window.page.set_caret_position(len(TEXT))
    desk.write(" road")
    until_found(desk, finding, 5)
    desk.window.page.set_text("no such word")
    desk.until(lambda: finding.bar.count.text() == "Nothing found")


def test_nothing_is_replaced_while_the_model_writes(gated_desk: Desk) -> None:
    desk = gated_desk
    finding = finding_of(desk)
    show(desk, "road ")
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.window.generation.active)
    find(desk, finding, "road", 1)
    finding.bar.all_button.click()
    desk.until(lambda: "is writing" in finding.bar.problem.text())
    assert desk.text().startswith("road")
    desk.window.generation.stop()
    desk.generator.allow(1000)
    desk.until_idle()
    finding.close()
    desk.until(lambda: desk.tasks.idle)


def test_places_are_painted_until_the_bar_closes(desk: Desk, finding: Finding) -> None:
    page = desk.window.page
    page.set_caret_position(0)

    def paper_only() -> bool:
        place = page.cursorRect(QTextCursor(page.document()))
        picture = page.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        spot = int((place.left() + 60) * ratio), int((place.top() + 1) * ratio)
        return bool(picture.pixelColor(*spot) == QColor(page.colours.paper))

    show(desk, "llllllllllllllll")
    assert paper_only()
    find(desk, finding, "llllllllllllllll", 1)
    page.set_caret_position(0)
    assert not paper_only()
    finding.close()
    assert paper_only()


def test_search_runs_off_the_windows_thread(
    desk: Desk, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def watched(*arguments: Any) -> Iterator[tuple[int, int]]:
        threads.append(threading.current_thread().name)
        return places_in(*arguments)

    monkeypatch.setattr("ownhand.ui.find.finding.places_in", watched)
    find(desk, finding, "road", 4)
    assert threads
    assert "MainThread" not in threads
