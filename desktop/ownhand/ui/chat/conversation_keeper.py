"""Brings what is said to the disk, in order and off the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import DocumentError
from ownhand.document.conversations.conversation import Entry
from ownhand.document.conversations.shelf import ConversationShelf

log = logging.getLogger(__name__)

DELAY_MS = 400
"""A crash loses no more than this, and the time that one write takes."""


class ConversationKeeper(QObject):
    """Collects lines for a moment, then appends them. What cannot be written waits for the next time.

    Args:
        shelf: Where conversations lie.
        tasks: Runs what touches the disk.
        tell: Told a sentence when something cannot be written, and "" when all is well again.
    """

    def __init__(
        self, shelf: ConversationShelf, tasks: Tasks, tell: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._tasks = tasks
        self._tell = tell
        self._waiting: list[tuple[str, Entry]] = []
        self._disk, self._list = threading.Lock(), threading.Lock()
        self._timer = Delay(DELAY_MS, lambda: self._tasks.start(self.settle()), self)

    @property
    def idle(self) -> bool:
        """Whether everything is on the disk."""
        return not self._waiting and not self._disk.locked()

    def keep(self, conversation: str, *entries: Entry) -> None:
        """Have lines written at the end of a conversation's file, soon."""
        with self._list:
            for entry in entries:
                self._put(conversation, entry)
        if not self._timer.isActive():
            self._timer.start()

    def _put(self, conversation: str, entry: Entry) -> None:
        """Behind the others; what only goes on with the last one becomes one line with it."""
        if self._waiting and entry["what"] == "grew":
            name, last = self._waiting[-1]
            if name == conversation and last["what"] == "grew" and last["id"] == entry["id"]:
                self._waiting[-1] = (name, {**last, "text": last["text"] + entry["text"]})
                return
        self._waiting.append((conversation, entry))

    async def settle(self) -> None:
        """Have everything on the disk, or tell why not."""
        try:
            await self._tasks.in_thread(self._write)
        except DocumentError as problem:
            self._tell(str(problem))
        else:
            self._tell("")

    def write_now(self) -> None:
        """Write what waits, for the end of the program."""
        self._timer.stop()
        try:
            self._write()
        except DocumentError as problem:
            log.warning("%s", problem)

    def _write(self) -> None:
        """On any thread; one after another, so that the lines keep their order."""
        with self._disk:
            with self._list:
                lines, self._waiting = self._waiting, []
            by_conversation: dict[str, list[Entry]] = {}
            for conversation, entry in lines:
                by_conversation.setdefault(conversation, []).append(entry)
            while by_conversation:
                conversation = next(iter(by_conversation))
                try:
                    self._shelf.append(conversation, by_conversation[conversation])
                except DocumentError:
                    left = [(name, e) for name, entries in by_conversation.items() for e in entries]
                    with self._list:
                        self._waiting = [*left, *self._waiting]
                    raise
                del by_conversation[conversation]
