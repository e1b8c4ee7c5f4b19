"""Which thread goes first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from ownhand.core.priority import give_way


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux")
def test_only_the_thread_that_gives_way_becomes_nicer() -> None:
    found: list[int] = []

    def work() -> None:
        before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        give_way()
        found.extend([before, os.getpriority(os.PRIO_PROCESS, threading.get_native_id())])

    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [mine, min(mine + 5, 19)]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == mine
