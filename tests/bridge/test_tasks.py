"""Coroutines of the window on the qasync loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ownhand.app import window_loop
from ownhand.bridge.tasks import Tasks


class Bell(QObject):
    rang = Signal(int)
    """It rang so often."""


def unexpected(fault: BaseException) -> None:
    raise AssertionError from fault


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    loop = window_loop(qapp)
    yield loop
    loop.close()


def test_emitted_waits_for_the_accepted_arguments(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    bell, tasks = Bell(), Tasks(loop, unexpected)
    heard: list[object] = []

    async def listen() -> None:
        heard.append(await tasks.emitted(bell.rang, lambda count: count > 1))

    tasks.start(listen())
    for count in (1, 2, 3):
        loop.call_soon(bell.rang.emit, count)
    qtbot.waitUntil(lambda: tasks.idle)

    assert heard == [(2,)]


def test_exception_of_a_coroutine_is_reported(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    faults: list[BaseException] = []
    tasks = Tasks(loop, faults.append)

    async def fail() -> None:
        raise ZeroDivisionError

    tasks.start(fail())
    qtbot.waitUntil(lambda: tasks.idle)

    assert [type(fault) for fault in faults] == [ZeroDivisionError]


def test_cancel_all_ends_what_waits(loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> None:
    bell, tasks = Bell(), Tasks(loop, unexpected)
    task = tasks.start(tasks.emitted(bell.rang))

    tasks.cancel_all()
    qtbot.waitUntil(lambda: tasks.idle)

    assert task.cancelled()


def test_loop_of_the_window_runs_plain_asyncio_too(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    async def rest() -> str:
        await asyncio.sleep(0)
        return "rested"

    assert loop.run_until_complete(rest()) == "rested"
