"""Circular garbage goes on the GUI thread, whoever asks."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bridge.garbage import GarbageCollector


class Knot:
    """Holds itself in a circle; tells on which thread it goes."""

    def __init__(self, gone_on: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone_on.append(threading.current_thread().name))


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[GarbageCollector]:
    gc.collect()
    collector = GarbageCollector()
    yield collector
    collector.close()
    assert gc.isenabled()
    gc.disable()  # as the tests have it


def test_garbage_of_a_lane_goes_on_the_gui_thread(garbage: GarbageCollector, qtbot: QtBot) -> None:
    gone_on: list[str] = []

    def work() -> None:
        Knot(gone_on)
        for _ in range(5000):  # far more than what makes Python look for garbage
            knot: list[object] = []
            knot.append(knot)
        knots = [Knot([]) for _ in range(2000)]
        del knots

    lane = threading.Thread(target=work, name="a-lane")
    lane.start()
    lane.join()
    assert gone_on == []
    qtbot.waitUntil(lambda: bool(gone_on))
    assert gone_on == [threading.main_thread().name]


def test_lane_waits_for_the_gui_thread(garbage: GarbageCollector, qtbot: QtBot) -> None:
    gone_on: list[str] = []
    seen: list[list[str]] = []

    def work() -> None:
        Knot(gone_on)
        garbage.rest()
        garbage.collect()
        seen.append(list(gone_on))

    lane = threading.Thread(target=work, name="a-lane")
    lane.start()
    qtbot.waitUntil(lambda: not lane.is_alive())
    assert seen == [[threading.main_thread().name]]


def test_gui_thread_collects_at_once(garbage: GarbageCollector) -> None:
    gone_on: list[str] = []
    Knot(gone_on)
    garbage.collect()
    assert gone_on == [threading.main_thread().name]
