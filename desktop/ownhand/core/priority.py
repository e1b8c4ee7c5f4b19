"""Letting the window go first."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

_NICENESS = 5


def give_way() -> None:
    """Let this thread wait where another one of the program wants its core, as that of the window does.

    On Linux alone, where threads have priorities of their own; elsewhere the system sees to it.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # a system that forbids it
            thread = threading.get_native_id()
            now = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, now + _NICENESS)
