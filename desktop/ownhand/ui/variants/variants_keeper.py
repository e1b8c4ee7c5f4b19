"""The variants of the text on the page: read with it, told of each edit, written soon after a change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.document.latest_writes import LatestWrites
from ownhand.document.variants import VariantTree
from ownhand.document.variants_file import FILE_NAME, load_variants, save_variants
from ownhand.ui.document_controller import DocumentController
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.message_bar import MessageArea

log = logging.getLogger(__name__)

SAVE_DELAY_MS = 800


class VariantsKeeper(QObject):
    """Holds the tree of the text on the page.

    Attributes:
        tree: Its variants. Who changes it calls `touch`.
    """

    changed = Signal()
    """Variants came, went or changed, or others stand in the text."""

    def __init__(
        self,
        page: WritingPage,
        documents: DocumentController,
        tasks: Tasks,
        messages: MessageArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.tree = VariantTree(page.text(), page.spans())
        self._page = page
        self._documents = documents
        self._tasks = tasks
        self._messages = messages
        self._writes = LatestWrites()
        self._dirty = False
        self._timer = Delay(SAVE_DELAY_MS, lambda: self._tasks.start(self._save()), self)
        page.edited.connect(self._on_page_edited)
        page.text_replaced.connect(self._on_text_replaced)
        documents.text_shown.connect(self._load)
        documents.text_leaving.connect(self.save_now)
        documents.text_saved.connect(self._on_text_saved)

    def touch(self) -> None:
        """The tree was changed: keep it a moment later, and tell."""
        self._wait_to_save()
        self.changed.emit()

    def save_now(self) -> None:
        """Write what waits to be written, for the end of the text or of the program."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            try:
                self._taken()()
            except OSError as problem:
                self._tell(problem)

    @property
    def _file(self) -> Path:
        return self._documents.belongings / FILE_NAME

    def _wait_to_save(self) -> None:
        self._dirty = True
        if not self._timer.isActive():  # a long stream is kept now and then, not only at its end
            self._timer.start()

    def _taken(self) -> Callable[[], None]:
        """What writes the tree as it is now, on any thread."""
        ticket, file, snapshot = self._writes.ticket(), self._file, self.tree.snapshot()
        return lambda: self._writes.write(ticket, file, lambda: save_variants(file, *snapshot))

    async def _save(self) -> None:
        self._dirty = False
        try:
            await self._tasks.in_thread(self._taken())
        except OSError as problem:
            self._dirty = True
            self._tell(problem)
        else:
            self._messages.clear("variants file")

    def _tell(self, problem: OSError) -> None:
        log.warning("The variants cannot be kept in %s: %s", self._file, problem)
        self._messages.tell(
            "variants file",
            tr(
                "The variants of this text cannot be kept on the disk ({reason}). The text itself is "
                "not concerned, and the variants are there until you close it."
            ).format(reason=problem.strerror or problem),
            kind="problem",
        )

    def _load(self) -> None:
        self._timer.stop()
        self._dirty = False
        self.tree = load_variants(self._file, self._page.text(), self._page.spans())
        self.changed.emit()

    def _on_text_replaced(self) -> None:
        if self._page.text() != self.tree.text:  # `_load` follows, where a document is shown
            self.tree = VariantTree(self._page.text(), self._page.spans())
            self._dirty = False
            self._timer.stop()
            self.changed.emit()

    def _on_text_saved(self) -> None:
        """Under another name the text has another folder; what was taken there may be old."""
        if self.tree.variants:
            self._wait_to_save()

    def _on_page_edited(self, position: int, removed: int, inserted: str) -> None:
        tree = self.tree
        before = tree.stands
        tree.follow(position, removed, len(inserted), self._page.text(), self._page.spans())
        if tree.variants:
            self._wait_to_save()
            if [s.variant for s in before] != [s.variant for s in tree.stands]:
                self.changed.emit()
