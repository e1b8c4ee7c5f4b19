"""The notes of the text on the page: read with it, kept soon after each change."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import DocumentError
from ownhand.core.prompting import PromptExtras
from ownhand.document.latest_writes import LatestWrites
from ownhand.document.notes import Notes, load_notes, save_notes
from ownhand.ui.document_controller import DocumentController
from ownhand.ui.message_bar import MessageArea

log = logging.getLogger(__name__)

SAVE_DELAY_MS = 700


class NotesKeeper(QObject):
    """Holds the notes, and reads and writes their file in the belongings of the text.

    Attributes:
        notes: Those of the text on the page.
    """

    notes_changed = Signal()
    """`notes` became another value."""
    notes_replaced = Signal()
    """Another text is on the page, with its own notes; `notes_changed` came before."""

    def __init__(
        self, documents: DocumentController, tasks: Tasks, messages: MessageArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.notes = Notes()
        self._documents = documents
        self._tasks = tasks
        self._messages = messages
        self._writes = LatestWrites()
        self._unread = False
        self._dirty = False
        self._saving = 0
        self._folder = documents.belongings
        self._timer = Delay(SAVE_DELAY_MS, lambda: self._tasks.start(self._save()), self)
        documents.text_shown.connect(self._load)
        documents.text_leaving.connect(self.save_now)
        documents.text_saved.connect(self._on_text_saved)

    def extras(self) -> PromptExtras:
        """What goes into a request of the text on the page."""
        return self.notes.extras

    def change(self, **fields: Any) -> None:
        """Replace some fields of the notes; kept a moment later."""
        notes = replace(self.notes, **fields)
        if notes != self.notes:
            self.notes = notes
            self._dirty = True
            self._timer.start()
            self.notes_changed.emit()

    def save_now(self) -> None:
        """Write what waits to be written, for the end of the text or of the program."""
        self._timer.stop()
        if self._dirty or self._saving:  # what a thread is about to write comes too late then
            try:
                self._write(*self._taken())
            except DocumentError as problem:
                self._tell(problem)

    async def _save(self) -> None:
        taken = self._taken()
        self._saving += 1
        try:
            await self._tasks.in_thread(lambda: self._write(*taken))
        except DocumentError as problem:
            self._tell(problem)
        else:
            self._messages.clear("notes")
        finally:
            self._saving -= 1

    def _taken(self) -> tuple[Path, Notes, int, bool]:
        """What there is to write now; from here on it counts as written."""
        self._dirty = False
        unread, self._unread = self._unread, False
        return self._folder, self.notes, self._writes.ticket(), unread

    def _write(self, folder: Path, notes: Notes, ticket: int, unread: bool) -> None:
        self._writes.write(ticket, folder, lambda: save_notes(folder, notes, set_aside=unread))

    def _tell(self, problem: DocumentError) -> None:
        self._dirty = True
        self._messages.tell("notes", str(problem), kind="problem")

    def _load(self) -> None:
        self._timer.stop()
        self._dirty = self._unread = False
        self._folder = self._documents.belongings
        self._messages.clear("notes")
        try:
            notes = load_notes(self._folder)
        except DocumentError as problem:
            log.warning("Notes in %s are not used: %s", self._folder, problem)
            self._unread = True
            notes = Notes()
            self._messages.tell("notes", str(problem), kind="problem")
        if notes != self.notes:
            self.notes = notes
            self.notes_changed.emit()
        self.notes_replaced.emit()

    def _on_text_saved(self) -> None:
        """Under another name the text has another folder, into which its belongings were taken."""
        folder = self._documents.belongings
        if folder != self._folder:
            self._folder = folder
            self._dirty = True
            self._timer.start()
