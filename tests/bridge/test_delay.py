"""Tests of the timer that waits for a pause."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ownhand.bridge.delay import Delay


def test_delay_acts_once_however_often_it_was_started(qtbot: QtBot) -> None:
    parent, acts = QObject(), list[str]()
    delay = Delay(1, lambda: acts.append("now"), parent)
    for _ in range(3):
        delay.start()
    qtbot.waitUntil(lambda: bool(acts))
    assert acts == ["now"]
    assert not delay.isActive()


def test_delay_does_not_act_when_it_was_stopped(qtbot: QtBot) -> None:
    parent, acts = QObject(), list[str]()
    delay = Delay(1, lambda: acts.append("stopped"), parent)
    later = Delay(2, lambda: acts.append("later"), parent)
    delay.start()
    later.start()
    delay.stop()
    qtbot.waitUntil(lambda: bool(acts))
    assert acts == ["later"]
