"""Tab goes through a window as it is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ownhand.ui.tab_order import follow_layout


def test_tab_follows_the_layout_whenever_its_parts_were_made(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last, first, second = QPushButton("last", window), QLineEdit(window), QPushButton("2", window)
    inside = QWidget()
    third = QLineEdit(inside)
    QHBoxLayout(inside).addWidget(third)
    area = QScrollArea(window)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    row = QHBoxLayout()
    row.addWidget(first)
    row.addWidget(second)
    column = QVBoxLayout(window)
    column.addLayout(row)
    column.addWidget(area)
    column.addWidget(last)
    window.show()
    window.activateWindow()

    follow_layout(window)

    first.setFocus()
    seen = []
    for _ in range(4):
        seen.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [first, second, third, last]
    assert window.focusWidget() is first
