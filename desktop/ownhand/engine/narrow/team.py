"""The threads that share a pass: the caller, and helpers that sleep between passes."""

from __future__ import annotations

import ctypes
import sys
import threading
import weakref
from collections.abc import Callable
from typing import Any

import llvmlite.binding
import numpy as np

from ownhand.core.priority import give_way
from ownhand.engine.narrow.memory import YIELD_SYMBOL
from ownhand.engine.narrow.tables import Buffers, Model, Request

_LINE = 8  # int64 of a cache line


def provide_yield() -> None:
    """Tell compiled code where the system's function is that lets other threads run."""
    windows = sys.platform == "win32"
    library = ctypes.CDLL("kernel32" if windows else None)
    function = library.SwitchToThread if windows else library.sched_yield
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    llvmlite.binding.add_symbol(YIELD_SYMBOL, address)


class Team:
    """Runs passes on several threads, one pass at a time. The helpers end when it is freed.

    Args:
        threads: How many, the caller's among them.
        begin: Opens a pass.
        work: Does items of it until it is over.
    """

    def __init__(self, threads: int, begin: Callable[..., None], work: Callable[..., None]) -> None:
        self.threads = threads
        self.sync = np.zeros(4 * _LINE, np.int64)
        self._begin, self._work = begin, work
        self._number = 0
        self._board = _Board(threads - 1)
        for wake in self._board.wakes:
            threading.Thread(
                target=_help, args=(self._board, wake, work), name="kernel", daemon=True
            ).start()
        self._end = weakref.finalize(self, self._board.close)
        self._end.atexit = False  # then they end with the process

    def next_number(self) -> int:
        """The number of the next pass; it comes round again only after millions."""
        self._number = self._number % (1 << 22) + 1
        return self._number

    def run(self, model: Model, buffers: Buffers, request: Request) -> None:
        """Do a pass; returns when it is finished."""
        self._begin(request)
        self._board.put((model, buffers, request))
        self._work(model, buffers, request)

    def close(self) -> None:
        """Let the helpers end."""
        self._end()


class _Board:
    """What helpers look at when they wake. It does not know the team, so that they keep no model alive.

    Attributes:
        task: The arguments of the latest pass; none in the beginning.
        closed: Whether the helpers shall end.
        wakes: A lock for each helper, which sleeps while it is locked.
    """

    def __init__(self, helpers: int) -> None:
        self.task: tuple[Any, ...] = ()
        self.closed = False
        self.wakes = [threading.Lock() for _ in range(helpers)]
        for wake in self.wakes:
            wake.acquire()

    def put(self, task: tuple[Any, ...]) -> None:
        """Wake the helpers for a pass."""
        self.task = task
        for wake in self.wakes:
            if wake.locked():
                wake.release()

    def close(self) -> None:
        """Wake the helpers for the last time."""
        self.closed = True
        self.put(())


def _help(board: _Board, wake: threading.Lock, work: Callable[..., None]) -> None:
    give_way()
    while True:
        wake.acquire()
        task = board.task  # before looking whether it is over, which takes the task away
        if board.closed:
            return
        work(*task)
