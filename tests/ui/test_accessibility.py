"""Every control says what it is and can be reached without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from tests.helpers.desk import Desk

from ownhand.ui.message_bar import Choice

MakeDesk = Callable[..., Desk]

CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QAbstractItemView,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
)


def controls(window: QWidget) -> list[QWidget]:
    """Controls of our own, not the inner parts that Qt makes for itself."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget, (QScrollBar, QHeaderView)
        )
        makers = (QAbstractSpinBox, QComboBox, QLineEdit, QMenu, QMenuBar)
        parts = any(isinstance(parent, makers) for parent in ancestors(widget))
        if isinstance(widget, CONTROLS) and not inner and not parts:
            found.append(widget)
    return found


def ancestors(widget: QWidget) -> list[QObject]:
    parent = widget.parent()
    chain: list[QObject] = []
    while parent is not None:
        chain.append(parent)
        parent = parent.parent()
    return chain


@pytest.fixture
def full_desk(make_a_desk: MakeDesk) -> Desk:
    """A window that shows all it has: welcome with the offer, open folds, a message, changes."""
    desk = make_a_desk()
    desk.begin()
    desk.window.choice.change({"temperature": 1.9})
    for fold in desk.window.panel.folds.values():
        fold.button.click()
    desk.window.generation.continue_writing()  # there is no model: a message with two buttons
    assert desk.window.messages.isVisible()
    return desk


def test_every_control_has_an_accessible_name(full_desk: Desk) -> None:
    found = controls(full_desk.window)
    assert len(found) > 60
    for control in found:
        interface = QAccessible.queryAccessibleInterface(control)
        name = interface.text(QAccessible.Text.Name)
        assert name.strip(), f"{type(control).__name__} {control.objectName()!r} has no name"


def test_every_visible_control_is_reached_with_tab(full_desk: Desk) -> None:
    window = full_desk.window
    window.activateWindow()
    window.header.primary.setFocus()
    reached = set()
    widget: QWidget = window.header.primary
    for _ in range(1000):
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
            reached.add(widget)
        if widget is window.header.primary:
            break

    for control in controls(window):
        passive = isinstance(control, QProgressBar) or not control.isEnabled()
        if control.isVisibleTo(window) and not passive:
            assert control in reached, f"{control.accessibleName()!r} is out of reach"


def test_tab_leaves_every_control_of_the_panel(full_desk: Desk) -> None:
    for control in controls(full_desk.window.panel):
        if isinstance(control, QPlainTextEdit):
            assert control.tabChangesFocus()


def test_actions_have_unique_names_and_shortcuts(full_desk: Desk) -> None:
    window = full_desk.window
    shortcuts = [
        key.toString()
        for action in window.actions()
        for key in action.shortcuts()
        if key.toString()
    ]
    assert len(shortcuts) == len(set(shortcuts))
    assert {"Ctrl+Return", "Esc", "Ctrl+S", "Ctrl+O", "Ctrl+Z"} <= set(shortcuts)
    assert all(action.text() for action in window.actions())


def test_message_is_announced_to_a_screen_reader(
    full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)

    full_desk.window.messages.tell(
        "document", "The disk is full. Your text is safe.", kind="problem"
    )

    assert [event.type() for event in told] == [QAccessible.Event.Announcement]


def test_message_never_takes_the_focus_from_the_page(full_desk: Desk) -> None:
    window = full_desk.window
    window.page.setFocus()
    window.messages.tell("document", "Something.")
    assert QApplication.focusWidget() in (window.page, None)
    assert window.focusWidget() is window.page


@pytest.mark.parametrize("width", [560, 900, 1400])
def test_page_has_room_at_any_width(full_desk: Desk, width: int) -> None:
    window = full_desk.window
    window.resize(width, 700)
    full_desk.until(lambda: window.width() == width)

    assert window.page.width() >= width - 300
    assert window.header.primary.geometry().right() <= window.header.width()


def test_focus_mode_leaves_only_the_page_and_gives_all_back(full_desk: Desk) -> None:
    window = full_desk.window
    focus = window.actions_by_name["focus"]

    focus.trigger()
    assert not window.header.isVisible()
    assert not window.panel.isVisible()
    assert not window.status.isVisible()
    assert not window.welcome.isVisible()

    focus.trigger()
    assert window.header.isVisible()
    assert window.panel.isVisible()


def test_mouse_on_a_button_leaves_the_keys_to_the_page(full_desk: Desk) -> None:
    window = full_desk.window
    window.activateWindow()
    full_desk.until(window.isActiveWindow)
    window.page.setFocus()

    for button in (window.header.primary, window.header.panel_button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is window.page, button.accessibleName()


def test_focus_returns_to_the_page_from_what_goes_away(full_desk: Desk, tmp_path: Path) -> None:
    window = full_desk.window
    window.activateWindow()
    full_desk.until(window.isActiveWindow)
    bar = window.messages.tell("document", "Something.", Choice("Fine", lambda: None))

    full_desk.until(bar.buttons[0].isVisible)
    bar.buttons[0].setFocus()
    QTest.keyClick(bar.buttons[0], Qt.Key.Key_Space)
    assert window.focusWidget() is window.page

    full_desk.store.hold = True
    window.models.add(tmp_path / "new.gguf")
    full_desk.until(window.fetch_strip.cancel_button.isVisible)
    window.fetch_strip.cancel_button.setFocus()
    QTest.keyClick(window.fetch_strip.cancel_button, Qt.Key.Key_Space)
    assert window.focusWidget() is window.page
    full_desk.until(lambda: not window.models.fetching)
