"""Coroutines of the window: asking, waiting for an answer or a lane job, going on."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import SignalInstance

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")


class Tasks:
    """Starts coroutines on the window's event loop and keeps them until they are done.

    Qt slots cannot be awaited; they hand their coroutine to `start`. A coroutine's exception goes
    to `on_error`, never into nothing.

    Attributes:
        loop: The qasync loop that Qt's own event loop drives.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, on_error: Callable[[BaseException], None]
    ) -> None:
        self.loop = loop
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine from its next turn of the loop on."""
        task = self.loop.create_task(coroutine)
        self._running.add(task)
        task.add_done_callback(self._on_task_done)
        return task

    @property
    def idle(self) -> bool:
        """Whether no coroutine waits for anything."""
        return not self._running

    async def emitted(
        self, signal: SignalInstance, accept: Callable[..., bool] = lambda *_: True
    ) -> tuple[Any, ...]:
        """Wait for a signal.

        Args:
            signal: The bound signal.
            accept: Told the arguments; the wait goes on while it says no.

        Returns:
            The arguments of the emission that was accepted.
        """
        future: asyncio.Future[tuple[Any, ...]] = self.loop.create_future()

        def on_emitted(*arguments: Any) -> None:
            if not future.done() and accept(*arguments):
                future.set_result(arguments)

        signal.connect(on_emitted)
        try:
            return await future
        finally:
            signal.disconnect(on_emitted)

    async def turn(self) -> None:
        """Let the event loop do what waits."""
        import asyncio  # not needed for the window to appear

        await asyncio.sleep(0)

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Have a thread of its own do what would hold up the window, and wait for its answer.

        Args:
            work: Reads or writes files; it captured all it needs and touches no widget. It runs to
                its end also when nobody waits for it any more.

        Returns:
            What it returned.

        Raises:
            BaseException: What it raised.
        """
        future: asyncio.Future[T] = self.loop.create_future()

        def settle(act: Callable[[Any], None], outcome: object) -> None:
            if not future.done():
                act(outcome)

        def run() -> None:
            try:
                told = partial(settle, future.set_result, work())
            except BaseException as problem:
                told = partial(settle, future.set_exception, problem)
            with contextlib.suppress(RuntimeError):  # the window is gone
                self.loop.call_soon_threadsafe(told)

        threading.Thread(target=run, name="window-work", daemon=True).start()
        return await future

    def cancel_all(self) -> None:
        """Cancel what still waits, when the window goes."""
        for task in tuple(self._running):
            task.cancel()

    def _on_task_done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (problem := task.exception()) is not None:
            self._on_error(problem)
