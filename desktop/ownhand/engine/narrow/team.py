"""The threads that share a pass: the caller, and helpers that sleep between passes."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable
from typing import Any

import llvmlite.binding
import numpy as np

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
    """Runs passes on several threads, one pass at a time.

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
        self._task: tuple[Any, ...] = ()
        self._closed = False
        self._wakes = [threading.Lock() for _ in range(threads - 1)]
        for wake in self._wakes:
            wake.acquire()
            threading.Thread(target=self._help, args=(wake,), name="kernel", daemon=True).start()

    def next_number(self) -> int:
        """The number of the next pass; it comes round again only after millions."""
        self._number = self._number % (1 << 22) + 1
        return self._number

    def run(self, model: Model, buffers: Buffers, request: Request) -> None:
        """Do a pass; returns when it is finished."""
        self._begin(request)
        self._task = (model, buffers, request)
        for wake in self._wakes:
            if wake.locked():
                wake.release()
        self._work(model, buffers, request)

    def close(self) -> None:
        """Let the helpers end."""
        self._closed = True
        self._task = ()
        for wake in self._wakes:
            if wake.locked():
                wake.release()

    def _help(self, wake: threading.Lock) -> None:
        while True:
            wake.acquire()
            if self._closed:
                return
            task = self._task
            if task:
                self._work(*task)
