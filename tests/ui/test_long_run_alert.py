"""Whoever is in another program is told that a long generation has ended."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from tests.helpers.desk import Desk

from ownhand.core.messages import FinishReason
from ownhand.ui.stream_facts import StreamBegun, StreamEnded


class Calls:
    """What was asked of the system."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, active: object) -> None:
        self.alerts: list[Any] = []
        self.beeps = 0
        monkeypatch.setattr(QApplication, "alert", self.alerts.append)
        monkeypatch.setattr(QApplication, "beep", self._beep)
        monkeypatch.setattr(QApplication, "activeWindow", lambda: active)

    def _beep(self) -> None:
        self.beeps += 1


def end(desk: Desk, seconds: float, reason: FinishReason = "max_tokens") -> None:
    desk.window.generation.stream_ended.emit(StreamEnded(StreamBegun(), reason, 10, seconds))


def test_window_calls_after_a_long_generation_while_the_writer_is_elsewhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(monkeypatch, active=None)
    end(desk, 19)
    assert calls.alerts == []
    end(desk, 21)
    assert calls.alerts == [desk.window]
    assert calls.beeps == 0


@pytest.mark.parametrize("reason", ["end_of_text", "stop_string", "cancelled"])
def test_only_what_ended_by_itself_calls(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, reason: FinishReason
) -> None:
    calls = Calls(monkeypatch, active=None)
    end(desk, 60, reason)
    assert bool(calls.alerts) == (reason != "cancelled")


def test_nothing_calls_while_the_writer_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(monkeypatch, active=desk.window)
    end(desk, 60)
    assert calls.alerts == []


def test_sound_comes_when_it_is_wanted_and_nothing_when_it_is_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(monkeypatch, active=None)
    desk.settings.change(alert_sound=True, alert_after_s=5)
    end(desk, 6)
    assert calls.beeps == 1
    desk.settings.change(alert_after_s=0)
    end(desk, 600)
    assert calls.beeps == len(calls.alerts) == 1


def test_streams_tell_how_long_they_took(desk: Desk) -> None:
    ended: list[StreamEnded] = []
    desk.window.generation.stream_ended.connect(ended.append)
    times = iter([0.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0, 210.0])
    desk.window.generation._clock = lambda: next(times)
    desk.window.generation.continue_writing()
    desk.until(lambda: bool(ended))
    assert ended[0].seconds >= 30
    assert ended[0].text == " one two three"
    assert ended[0].begun.model == "Tiny"
