"""Keeps the page's unsaved text in the journal, and offers what an earlier session left there."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Signal

from ownhand.document.journal import Journal, UnsavedText, discard_unsaved, unsaved_journals
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.message_bar import Choice, MessageArea

_KEY = "recovery"


class Recovery(QObject):
    """Writes every edit of the page to its journal; the disk work is done on the journal's thread.

    Attributes:
        document_id: How the journal is called.
        journal: Of the text that is on the page.
    """

    trouble_arose = Signal(str)
    """The journal cannot be written: a sentence for the writer. Sent from the journal's thread."""

    def __init__(
        self,
        page: WritingPage,
        folder: Path,
        messages: MessageArea,
        on_restore: Callable[[UnsavedText], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._messages = messages
        self._on_restore = on_restore
        self._restored: set[str] = set()
        self.document_id = uuid.uuid4().hex
        self.journal = Journal(folder, self.document_id, self.trouble_arose.emit)
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
        everything = unsaved_journals(self._folder)
        found = [unsaved for unsaved in everything if unsaved.document_id not in self._restored]
        if not found:
            return
        unsaved = found[0]
        path = unsaved.state.path
        what = f"“{path.stem}”" if path else "A text without a file"
        more = f" There are {len(found) - 1} more." if len(found) > 1 else ""
        ending = f" It ends: “{unsaved.preview}”" if unsaved.preview else ""
        self._messages.tell(
            _KEY,
            f"{what} from {_when(unsaved.changed_at)} was not saved.{ending}{more}",
            Choice("Restore", lambda: self._on_restore(unsaved)),
            Choice("Discard", lambda: self._discard(unsaved)),
        )

    def settled(self) -> None:
        """All is saved or let go: the journal's file is removed."""
        self.journal.close()

    def keep(self) -> None:
        """The program is killed: what is unsaved stays in the journal, up to the last letter."""
        self.journal.flush()
        self.journal.close(keep=True)

    def _discard(self, unsaved: UnsavedText) -> None:
        discard_unsaved(unsaved)
        self.offer()

    def _on_page_edited(self, position: int, removed: int, inserted: str, spans: Spans) -> None:
        self.journal.record(position, removed, inserted, spans)

    def _on_trouble_arose(self, sentence: str) -> None:
        self._messages.tell("journal", sentence, kind="problem")


def _when(seconds: float) -> str:
    """A moment in the words of the writer's locale; only the time if it was today."""
    moment = QDateTime.fromSecsSinceEpoch(round(seconds))
    locale = QLocale.system()
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == QDate.currentDate():
        return time
    return f"{locale.toString(moment.date(), QLocale.FormatType.ShortFormat)}, {time}"
