"""Keeps the page's unsaved text in the journal, and offers what an earlier session left there."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import recent_moment, tr
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.journal import (
    Journal,
    UnsavedText,
    keep_aside,
    put_aside,
    take_back,
    unsaved_journals,
)
from ownhand.document.journal_format import DocumentState
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.message_bar import Choice, MessageArea

_KEY = "recovery"
_ASIDE = "put aside"


class Recovery(QObject):
    """Writes every edit of the page to its journal; the disk work is done on the journal's thread.

    Attributes:
        document_id: How the journal is called.
        journal: Of the text that is on the page.
    """

    trouble_arose = Signal(object)
    """The journal cannot be written: a sentence for the writer. Sent from the journal's thread."""

    def __init__(
        self,
        page: WritingPage,
        paths: Paths,
        messages: MessageArea,
        tasks: Tasks,
        on_restore: Callable[[UnsavedText], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = paths.journal
        self._provenance = paths.provenance
        self._messages = messages
        self._tasks = tasks
        self._on_restore = on_restore
        self._restored: set[str] = set()
        self._is_settled = False
        self.document_id = uuid.uuid4().hex
        self.journal = Journal(paths.journal, self.document_id, self.trouble_arose.emit)
        page.edited.connect(self._on_page_edited)
        self.trouble_arose.connect(self._on_trouble_arose)

    def begin(
        self,
        path: Path | None,
        file: TextFile,
        spans: Spans,
        unsaved: UnsavedText | bool = False,
    ) -> None:
        """Another text is on the page, or the same one was saved; see `Journal.begin`."""
        if isinstance(unsaved, UnsavedText):
            self._restored.add(
                unsaved.document_id
            )  # its file goes once the text is in this journal
        self.journal.begin(path, file, spans, unsaved)

    def offer(self) -> None:
        """Offer the newest text that a crash or a kill left behind, if there is one."""
        everything = unsaved_journals(self._folder, self._provenance)
        found = [unsaved for unsaved in everything if unsaved.document_id not in self._restored]
        if not found:
            return
        unsaved = found[0]
        path = unsaved.state.path
        when = recent_moment(datetime.fromtimestamp(unsaved.changed_at))
        if path is not None:
            said = tr("“{name}” from {when} was not saved.").format(name=path.stem, when=when)
        else:
            said = tr("A text without a file from {when} was not saved.").format(when=when)
        if unsaved.preview:
            said += " " + tr("It ends: “{ending}”").format(ending=unsaved.preview)
        if len(found) > 1:
            said += " " + tr("There are %n more.", n=len(found) - 1)
        self._messages.tell(
            _KEY,
            said,
            Choice(tr("Restore"), lambda: self._on_restore(unsaved)),
            Choice(tr("Discard"), lambda: self._discard(unsaved)),
        )

    async def put_aside(self, state: DocumentState) -> None:
        """Keep a text that the writer chose not to save, and offer to bring it back."""
        work = partial(keep_aside, self._folder, self.document_id, state)
        try:
            aside = await self._tasks.in_thread(work)
        except DocumentError as problem:
            self._messages.tell(_ASIDE, str(problem), kind="problem")
            return
        self._tell_put_aside(aside)

    def settled(self) -> None:
        """All is saved or let go: the journal's file is removed."""
        self._is_settled = True
        self.journal.close()

    def keep(self) -> None:
        """The program ends: what is unsaved stays in the journal, up to the last letter."""
        if not self._is_settled:
            self.journal.flush()
            self.journal.close(keep=True)

    def _discard(self, unsaved: UnsavedText) -> None:
        try:
            aside = put_aside(unsaved)
        except DocumentError as problem:
            self._messages.tell(_ASIDE, str(problem), kind="problem")
            return
        self._tell_put_aside(aside)
        self.offer()

    def _tell_put_aside(self, aside: UnsavedText) -> None:
        self._messages.tell(
            _ASIDE,
            tr("The text was put aside; after 30 days it is gone for good."),
            Choice(tr("Bring it back"), lambda: self._bring_back(aside)),
        )

    def _bring_back(self, aside: UnsavedText) -> None:
        try:
            unsaved = take_back(aside)
        except DocumentError as problem:
            self._messages.tell(_ASIDE, str(problem), kind="problem")
            return
        self._restored.discard(unsaved.document_id)
        self._on_restore(unsaved)

    def _on_page_edited(self, position: int, removed: int, inserted: str, spans: Spans) -> None:
        self.journal.record(position, removed, inserted, spans)

    def _on_trouble_arose(self, sentence: str) -> None:
        self._messages.tell("journal", sentence, kind="problem")
