"""Writes from several threads in which the latest wish wins."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path


class LatestWrites:
    """What was to be written earlier never replaces what was to be written later."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given = 0
        self._written: dict[Path, int] = {}

    def ticket(self) -> int:
        """To be drawn when what shall be written is taken; always on one thread."""
        self._given += 1
        return self._given

    def write(self, ticket: int, path: Path, act: Callable[[], object]) -> None:
        """Write to a path, one thread after the other; nothing if a later ticket was written there.

        Args:
            ticket: From `ticket`.
            path: Where.
            act: Writes; what it raises is raised here.
        """
        with self._lock:
            if self._written.get(path, 0) < ticket:
                act()
                self._written[path] = ticket
