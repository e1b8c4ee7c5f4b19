"""Saves the text of the page, one save after the other, in threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.saving import Saved, save_document
from ownhand.document.text_file import ChangedOnDiskError
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.file_questions import FileQuestions
from ownhand.ui.message_bar import Choice, MessageArea

if TYPE_CHECKING:
    from ownhand.ui.document_controller import DocumentController


class DocumentWriter(QObject):
    """Asks where to and whether to replace what is there; what is written meanwhile stays unsaved.

    Attributes:
        busy: Whether a file is being written.
        saves: How many saves went well.
    """

    _ended = Signal()
    """Another file may be written."""

    def __init__(
        self,
        document: DocumentController,
        page: WritingPage,
        paths: Paths,
        tasks: Tasks,
        messages: MessageArea,
        questions: FileQuestions,
    ) -> None:
        super().__init__(document)
        self.busy = False
        self.saves = 0
        self._document = document
        self._page = page
        self._paths = paths
        self._tasks = tasks
        self._messages = messages
        self._questions = questions

    async def save(self, *, overwrite: bool = False) -> bool:
        """Save to the text's file; asks for one if it has none, or none that this window may write to.

        Returns:
            Whether the text is saved.
        """
        document = self._document
        if document.path is None or document.reading:
            return await self.save_as()
        try:
            return await self._write(document.path, overwrite=overwrite)
        except ChangedOnDiskError as problem:
            answer = await self._questions.save_over(document.path.name, tr(str(problem)))
        if answer == "merge":
            document.disk.merge()
        if answer == "save as":
            return await self.save_as()
        return answer == "overwrite" and await self.save(overwrite=True)

    async def save_as(self) -> bool:
        """Save to a file that the writer chooses; whether that was done."""
        path = self._document.path
        name = path.name if path is not None else ""
        chosen = await self._questions.where_to_save(self._document.folder, name)
        return chosen is not None and await self._write(chosen, overwrite=True)

    async def until_done(self) -> None:
        """Wait until no file is being written."""
        while self.busy:
            await self._tasks.emitted(self._ended)

    async def _write(self, path: Path, *, overwrite: bool) -> bool:
        """Write, or say why not.

        Raises:
            ChangedOnDiskError: If the file on disk is another than the one that was read.
        """
        await self.until_done()
        self.busy = True
        shown = self._document.shown
        try:
            saved = await self._tasks.in_thread(self._work(path, overwrite))
        except ChangedOnDiskError:
            raise
        except DocumentError as problem:
            self._messages.tell(
                "document",
                str(problem),
                Choice(tr("Save as …"), self._document.ask_save_as),
                kind="problem",
            )
            return False
        finally:
            self.busy = False
            self._ended.emit()
        self.saves += 1
        self._document.was_saved(path, saved, shown)
        return True

    def _work(self, path: Path, overwrite: bool) -> Callable[[], Saved]:
        """All that the thread needs, as it is now."""
        document = self._document
        same = path == document.path
        file = replace(
            document.file,
            text=self._page.text(),
            fingerprint=document.file.fingerprint if same else None,
        )
        moved = None if same else (document.belongings, document.path is not None)
        return partial(
            _flush_and_save,
            document.recovery.journal.flush,
            partial(
                save_document,
                self._paths,
                path,
                file,
                self._page.spans(),
                document.lock,
                moved,
                overwrite,
            ),
        )


def _flush_and_save(flush: Callable[[float], bool], save: Callable[[], Saved]) -> Saved:
    flush(1.0)  # killed from here on, the journal knows what the file was to hold
    return save()
