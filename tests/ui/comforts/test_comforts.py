"""Typewriter, full screen, dropped files: in a whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.helpers.desk import Desk


def offset_from_middle(desk: Desk) -> float:
    page = desk.window.page
    return abs(page.cursorRect().center().y() - page.viewport().height() / 2)


def test_typewriter_keeps_the_line_in_the_middle(desk: Desk) -> None:
    page = desk.window.page
    page.set_text("\n".join(f"Line {n}" for n in range(200)))
    desk.window.actions_by_name["typewriter"].trigger()
    for position in (len(page.text()), len(page.text()) // 2, len(page.text())):
        page.set_caret_position(position)
        desk.until(lambda: offset_from_middle(desk) < 30)
    for _ in range(8):
        desk.write(" more")
        desk.key(Qt.Key.Key_Return)
    desk.until(lambda: offset_from_middle(desk) < 30)
    desk.window.actions_by_name["typewriter"].trigger()
    assert not desk.settings.value.typewriter
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.set_caret_position(len(page.text()))
    assert offset_from_middle(desk) > 100  # the last line is at the bottom again


def test_full_screen_fills_and_comes_back(desk: Desk) -> None:
    action = desk.window.actions_by_name["full_screen"]
    action.trigger()
    desk.until(lambda: desk.window.isFullScreen())
    assert action.isChecked()
    action.trigger()
    desk.until(lambda: not desk.window.isFullScreen())
    assert not action.isChecked()


def drop(target: QWidget, *paths: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    QApplication.sendEvent(target, event)
    return enter.isAccepted() and event.isAccepted()


def test_dropped_text_is_opened(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one 🌲.md", tmp_path / "two.txt"
    one.write_text("One.")
    two.write_text("Two.")
    assert drop(desk.window.page.viewport(), one, two)
    desk.until(lambda: desk.text() == "One.")
    assert desk.settings.value.library_folder == str(tmp_path)
    assert "one 🌲.md" in desk.message("drop")


def test_dropped_folder_goes_to_the_library(desk: Desk, tmp_path: Path) -> None:
    assert drop(desk.window, tmp_path)
    assert (desk.settings.value.library_folder, desk.settings.value.library_visible) == (
        str(tmp_path),
        True,
    )


def test_dropped_model_is_added(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "other.gguf"
    file.write_bytes(b"GGUF")
    assert drop(desk.window, file)
    desk.until(lambda: "other" in desk.store.infos)
    assert desk.text() == ""
