"""What to do when another program changed the file of the text: load, keep, merge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.saving import last_common_text
from ownhand.document.sidecar import load_spans
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile, read_text_file
from ownhand.document.versions import BEFORE_LOADING, BEFORE_MERGING, OTHER, versions_of
from ownhand.ui.disk_watch import DiskWatch
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.message_bar import Choice, MessageArea

if TYPE_CHECKING:
    from ownhand.document.merge import Merge, Pick
    from ownhand.ui.versions.merge_window import MergeWindow

_KEY = "disk"


class Document(Protocol):
    """What this asks of the one who knows the text."""

    path: Path | None
    file: TextFile

    @property
    def modified(self) -> bool:
        """Whether the page holds something else than the file did."""
        ...

    @property
    def belongings(self) -> Path:
        """Folder of the text's versions."""
        ...

    @property
    def base(self) -> str | None:
        """The text that the file held when it was read or written last; None if that is not known."""
        ...

    def save(self) -> None:
        """Save."""
        ...

    def ask_save_as(self) -> None:
        """Save to another file."""
        ...

    async def stop_stream(self) -> None:
        """End a continuation that streams in."""
        ...

    def adopt(self, file: TextFile, text: str, spans: Spans) -> None:
        """Go on from the file as it is now, with this text as one undo step."""
        ...

    def count_as_unsaved(self) -> None:
        """The page alone holds the text."""
        ...


class OtherVersion(QObject):
    """Offers a choice and carries it out. Before anything on the page changes, both are kept as versions."""

    def __init__(
        self,
        document: Document,
        page: WritingPage,
        watch: DiskWatch,
        paths: Paths,
        tasks: Tasks,
        messages: MessageArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._page = page
        self._paths = paths
        self._tasks = tasks
        self._messages = messages
        self.window: MergeWindow | None = None
        watch.changed.connect(self._on_watch_changed)
        watch.vanished.connect(self._on_watch_vanished)

    def forget(self) -> None:
        """Another text is on the page, or this one was saved: nothing is left to choose."""
        self._messages.clear(_KEY)
        if self.window is not None:
            self.window.close()

    def merge(self) -> None:
        """Put both versions together; asks about what does not go together by itself."""
        self._tasks.start(self._merge())

    def load(self) -> None:
        """Put the text of the file onto the page."""
        self._tasks.start(self._load())

    def _on_watch_changed(self) -> None:
        path = self._document.path
        if path is None:
            return
        choices = [
            Choice(tr("Load the other version"), self.load),
            Choice(tr("Keep mine"), lambda: None),
        ]
        if self._document.modified:
            said = tr(
                "{name} was changed by another program, and so was the text here. The page still "
                "shows your version."
            )
            choices.append(Choice(tr("Merge …"), self.merge))
        else:
            said = tr(
                "{name} was changed by another program. The page still shows the version before that."
            )
        self._messages.tell(_KEY, said.format(name=path.name), *choices)

    def _on_watch_vanished(self) -> None:
        path = self._document.path
        if path is None:
            return
        self._document.count_as_unsaved()
        gone = tr("{name} was moved or deleted by another program. The page still holds your text.")
        if not path.parent.is_dir():
            gone = tr(
                "The folder of {name} is not there any more; its disk may have been taken out. The page "
                "still holds your text."
            )
        self._messages.tell(
            _KEY,
            gone.format(name=path.name),
            Choice(tr("Save it again"), self._document.save),
            Choice(tr("Save as …"), self._document.ask_save_as),
        )

    async def _load(self) -> None:
        found = await self._read(BEFORE_LOADING)
        if found is None:
            return
        changed = self._document.modified
        self._document.adopt(found[0], found[0].text, found[1])
        self._messages.clear(_KEY)
        if changed:
            self._messages.tell(
                _KEY,
                tr(
                    "The other version is on the page. Undo brings yours back; both are among the versions."
                ),
            )

    async def _merge(self) -> None:
        from ownhand.document.merge import merge_texts  # not needed for the window to appear

        found = await self._read(BEFORE_MERGING)
        if found is None:
            return
        file, spans = found
        base = await self._base()
        while True:
            mine = self._page.text()
            merge = await self._tasks.in_thread(partial(merge_texts, base, mine, file.text))
            if self._page.text() == mine:  # else the writer wrote on meanwhile
                break
        if merge.conflicts:
            self._ask(merge, file, spans)
        else:
            self._put(merge, (), file, spans)

    async def _base(self) -> str | None:
        if self._document.base is not None:
            return self._document.base
        versions = versions_of(self._document.belongings)
        mark = self._document.file.fingerprint
        return await self._tasks.in_thread(partial(last_common_text, versions, mark))

    def _ask(self, merge: Merge, file: TextFile, spans: Spans) -> None:
        from ownhand.ui.versions.merge_window import MergeWindow

        if self.window is not None:
            self.window.close()
        window = MergeWindow(merge, self._document.path, self._page.window())
        window.merge_wanted.connect(
            lambda picks: self._tasks.start(self._on_picked(merge, picks, file, spans))
        )
        window.finished.connect(lambda _result: self._on_window_finished(window))
        self.window = window
        window.show()

    def _on_window_finished(self, window: MergeWindow) -> None:
        if self.window is window:
            self.window = None

    async def _on_picked(
        self, merge: Merge, picks: Sequence[Pick], file: TextFile, spans: Spans
    ) -> None:
        await self._document.stop_stream()
        if self._page.text() == merge.mine:
            self._put(merge, picks, file, spans)
            return
        await self._merge()  # the writer wrote on meanwhile: nothing of that may be missing
        if self.window is not None:
            self.window.tell_changed()

    def _put(self, merge: Merge, picks: Sequence[Pick], file: TextFile, spans: Spans) -> None:
        text, origins = merge.result(picks, self._page.spans(), spans)
        self._document.adopt(file, text, origins)
        self._messages.tell(
            _KEY,
            tr(
                "Both versions are put together on the page, not saved yet. Undo brings yours back; both "
                "are among the versions."
            ),
        )

    async def _read(self, reason: str) -> tuple[TextFile, Spans] | None:
        """The file as it is now and its origins, once this text and that one are kept as versions."""
        path = self._document.path
        if path is None:
            return None
        await self._document.stop_stream()
        mine, origins = self._page.text(), self._page.spans()
        versions = versions_of(self._document.belongings)
        provenance = self._paths.provenance

        def read() -> tuple[TextFile, Spans]:
            file = read_text_file(path)
            spans = load_spans(provenance, path, file.text)
            versions.keep(file.text, spans, OTHER)
            versions.keep(mine, origins, reason)
            return file, spans

        try:
            return await self._tasks.in_thread(read)
        except DocumentError as problem:
            self._messages.tell(_KEY, str(problem), kind="problem")
            return None
