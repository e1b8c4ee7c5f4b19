"""Work on disks for the library: on a thread, its problems told beside the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import OwnhandError
from ownhand.ui.library.library_page import LibraryPage

T = TypeVar("T")


class DiskWork:
    """Has a thread do what touches disks."""

    def __init__(self, tasks: Tasks, page: LibraryPage) -> None:
        self._tasks = tasks
        self._page = page

    async def ask(self, work: Callable[[], T]) -> T | None:
        """Have it done and wait for it; None after a problem, which is told beside the tree."""
        self._page.tell("")
        try:
            return await self._tasks.in_thread(work)
        except OwnhandError as problem:
            self._page.tell(str(problem))
            return None
