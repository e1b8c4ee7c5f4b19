"""Coroutines of the window on the qasync loop."""

from __future__ import annotations

import asyncio
import threading
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


def test_thread_does_the_work_and_the_window_gets_the_answer(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    tasks = Tasks(loop, unexpected)
    answers: list[object] = []

    def fail() -> None:
        raise OSError("no disk")

    async def ask() -> None:
        answers.append(await tasks.in_thread(threading.current_thread))
        try:
            await tasks.in_thread(fail)
        except OSError as problem:
            answers.append(str(problem))
        answers.append(threading.current_thread())

    tasks.start(ask())
    qtbot.waitUntil(lambda: tasks.idle)

    assert answers[0] is not threading.main_thread()
    assert answers[1:] == ["no disk", threading.main_thread()]


def test_thread_that_outlives_the_window_ends_quietly(qapp: QApplication, qtbot: QtBot) -> None:
    loop = window_loop(qapp)
    tasks = Tasks(loop, unexpected)
    go_on = threading.Event()
    tasks.start(tasks.in_thread(go_on.wait))
    qtbot.waitUntil(lambda: "window-work" in {thread.name for thread in threading.enumerate()})

    tasks.cancel_all()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    go_on.set()
    qtbot.waitUntil(lambda: "window-work" not in {thread.name for thread in threading.enumerate()})

    assert tasks.idle


def test_loop_of_the_window_runs_plain_asyncio_too(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    async def rest() -> str:
        await asyncio.sleep(0)
        return "rested"

    assert loop.run_until_complete(rest()) == "rested"
