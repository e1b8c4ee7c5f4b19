"""A window for every test, and proof that nothing of it is left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.desk import Desk, make_desk
from tests.helpers.scripted_generator import model_info

from ownhand.bridge.translation import speak
from ownhand.core.messages import ModelInfo

MakeDesk = Callable[..., Desk]


def _our_threads() -> set[str]:
    names = {"model-lane", "fetch-lane", "verbatim-lane", "training-lane", "journal"}
    return {thread.name for thread in threading.enumerate() if thread.name in names}


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    """Whatever the machine speaks; a test of another language asks for it."""
    speak(qapp, "en")


@pytest.fixture(autouse=True)
def _caret_that_does_not_blink(qapp: QApplication) -> None:
    """Two pictures of the same page are the same, however long it took between them."""
    qapp.setCursorFlashTime(0)


@pytest.fixture
def make_a_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MakeDesk]:
    """Builds windows; after the test neither a thread nor a widget of them is alive."""
    desks: list[Desk] = []

    def make(*infos: ModelInfo, gated: bool = False, root: Path | None = None) -> Desk:
        desk = make_desk(qtbot, qapp, root or tmp_path, *infos, gated=gated)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
        assert not desk.faults
        desk.loop.run_until_complete(asyncio.sleep(0))  # cancelled questions end
        assert desk.tasks.idle
        desk.loop.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not _our_threads()
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    qapp.setStyleSheet("")


@pytest.fixture
def desk(make_a_desk: MakeDesk) -> Desk:
    """A window with one model, loaded, that writes " one two three"."""
    desk = make_a_desk(model_info())
    desk.begin()
    return desk


@pytest.fixture
def gated_desk(make_a_desk: MakeDesk) -> Desk:
    """The same, but each word waits for `desk.generator.allow`."""
    desk = make_a_desk(model_info(), gated=True)
    desk.begin()
    return desk
