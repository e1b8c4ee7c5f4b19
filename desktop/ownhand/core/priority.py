"""Letting the window go first."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

import psutil

_NICENESS = 5


def give_way_to_window(niceness: int) -> None:
    """Let this whole process wait where the window wants its core.

    Args:
        niceness: By how much, as POSIX counts; on Windows it is a class of its own.
    """
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(niceness)


def give_way() -> None:
    """Let this thread wait where another one of the program wants its core, as that of the window does.

    On Linux alone, where threads have priorities of their own; elsewhere the system sees to it.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # a system that forbids it
            thread = threading.get_native_id()
            now = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, now + _NICENESS)
