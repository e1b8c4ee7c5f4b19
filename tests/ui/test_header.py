"""The row above the page, and the labels that give way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.ui.elided_label import ElidedLabel

MakeDesk = Callable[..., Desk]


def test_continue_steps_back_until_there_is_a_model(make_a_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_a_desk()
    desk.begin()
    primary = desk.window.header.primary
    ground = desk.window.grab().toImage().pixelColor(_corner_of(primary, desk.window))

    assert desk.window.welcome.get_button is not None
    assert desk.window.welcome.get_button.isVisible()  # the one primary action now
    assert ground.name() == desk.window.header._themes.theme.control.lower()
    assert "no model yet" in primary.toolTip()

    desk.window.models.add(tmp_path / "tiny.gguf")
    desk.until(lambda: desk.window.models.loaded is not None)

    ground = desk.window.grab().toImage().pixelColor(_corner_of(primary, desk.window))
    assert ground.name() == desk.window.header._themes.theme.accent.lower()
    assert "from the caret" in primary.toolTip()


def test_status_line_tells_model_and_device(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info("small", "Small"))
    desk.begin()

    assert desk.window.status.model_label.text() == "Small · CPU"


def test_long_model_name_gives_way_in_the_status_line(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info("x" * 300, "X"))
    desk.window.resize(900, 700)
    desk.begin()

    label = desk.window.status.model_label
    assert desk.window.width() == 900
    assert label.geometry().right() <= desk.window.status.width()
    assert "…" in label.text()
    assert label.text().endswith("CPU")
    assert label.toolTip() == label.full_text == "X" + "x" * 299 + " · CPU"


def test_elided_label_shortens_a_text_that_comes_without_a_new_width(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = ElidedLabel(parent)
    label.resize(80, 20)
    parent.show()

    label.set_text("A text that is far too long for eighty pixels")

    assert "…" in label.text()
    assert label.full_text == "A text that is far too long for eighty pixels"


def _corner_of(button: QWidget, window: QWidget) -> QPoint:
    point = button.rect().topLeft()
    point.setX(8)
    point.setY(button.height() // 2)
    return button.mapTo(window, point)


@pytest.mark.parametrize("width", [560, 900])
def test_continue_is_never_cut_short(make_a_desk: MakeDesk, width: int) -> None:
    desk = make_a_desk(model_info("smollm2 135m instruct"))
    desk.begin()
    desk.write("Unsaved")
    desk.window.resize(width, 600)
    desk.until(lambda: desk.window.width() == width)

    primary = desk.window.header.primary
    assert primary.width() >= primary.sizeHint().width()
    assert primary.geometry().right() < desk.window.header.width()


def test_wheel_above_the_preset_does_not_change_it(desk: Desk) -> None:
    box = desk.window.header.preset_box
    before = desk.window.choice.preset
    centre = box.rect().center()
    turn = QWheelEvent(
        centre.toPointF(),
        box.mapToGlobal(centre).toPointF(),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)

    assert desk.window.choice.preset == before


def test_continue_takes_over_what_is_half_typed_in_the_panel(desk: Desk) -> None:
    window = desk.window
    window.activateWindow()
    desk.until(window.isActiveWindow)
    line = window.panel.fields["seed"].editor.widgets[0]
    line.setFocus()
    QTest.keyClicks(line, "41")

    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: bool(desk.generator.requests))
    desk.until_idle()

    assert desk.generator.requests[0].settings.seed == 41
    assert window.focusWidget() is line
