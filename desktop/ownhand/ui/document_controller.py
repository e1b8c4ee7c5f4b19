"""Which text is on the page: new, open, save, and never lose any of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.belongings import (
    belongings_of,
    belongings_of_untitled,
    forget,
    take_along,
)
from ownhand.document.following import follow
from ownhand.document.journal import UnsavedText
from ownhand.document.journal_format import DocumentState
from ownhand.document.lock import FileLock
from ownhand.document.opening import Opened, claim, open_document
from ownhand.document.saving import Saved
from ownhand.document.spans import Spans
from ownhand.document.text_file import TextFile
from ownhand.document.versions import NOT_SAVED, versions_of
from ownhand.ui.disk_watch import DiskWatch
from ownhand.ui.document_writer import DocumentWriter
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.file_questions import FileQuestions
from ownhand.ui.generation_controller import GenerationController
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.recent_files import RecentFiles
from ownhand.ui.recovery import Recovery
from ownhand.ui.versions.other_version import OtherVersion


class DocumentController(QObject):
    """Loads and saves. A file that cannot be read leaves the page as it is, and is never saved over.

    Reading and writing are done in threads. One window at a time may write to a file; a second one
    shows it for reading.

    Attributes:
        path: The file of the text, or None while it has none.
        file: The text as it is on disk.
        base: What the file held when it was read or written last; None if that is not known.
        recovery: Keeps unsaved text safe.
        disk: Deals with changes of the file by other programs.
        lock: Keeps other windows off the file; None while one of them has it.
        shown: How many texts were on the page so far.
    """

    document_changed = Signal(str, str)
    """Title and saved state."""
    recent_changed = Signal()
    """The list of recent files."""
    text_shown = Signal()
    """Another text is on the page: a new, opened, restored or reloaded one."""
    text_leaving = Signal()
    """The text is about to leave the page; `belongings` is still its folder."""
    text_saved = Signal()
    """The text was saved to `path`; `belongings` may be another folder from now on."""

    def __init__(
        self,
        page: WritingPage,
        paths: Paths,
        settings: SettingsOwner,
        tasks: Tasks,
        messages: MessageArea,
        generation: GenerationController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.path: Path | None = None
        self.file = TextFile("")
        self._page = page
        self._paths = paths
        self._recent = RecentFiles(settings)
        self._tasks = tasks
        self._messages = messages
        self._generation = generation
        self._questions = FileQuestions(tasks, window)
        self._writer = DocumentWriter(self, page, paths, tasks, messages, self._questions)
        self.base: str | None = ""
        self.lock: FileLock | None = None
        self._asking = False
        self.shown = 0
        self._was_empty = True
        self.recovery = Recovery(page, paths, messages, tasks, self._restore, self)
        self._watch = DiskWatch(tasks, lambda: self._writer.busy, self)
        self.disk = OtherVersion(self, page, self._watch, paths, tasks, messages, self)
        page.document().modificationChanged.connect(self._announce)
        page.edited.connect(self._on_page_edited)

    @property
    def belongings(self) -> Path:
        """Folder of what belongs to the text: versions, variants, notes. It need not be there yet."""
        return self._belongings_of(self.path)

    @property
    def title(self) -> str:
        """What the text is called."""
        return self.path.stem if self.path else tr("Untitled")

    @property
    def reading(self) -> bool:
        """Whether another window writes to the file, so that this one only shows it."""
        return self.path is not None and self.lock is None

    @property
    def modified(self) -> bool:
        """Whether there is something to lose: an empty new text is nothing."""
        if self.path is None and not self._page.text():
            return False
        return self._page.document().isModified()

    @property
    def state(self) -> str:
        """In words, how safe the text is."""
        if self.reading:
            return tr("for reading only")
        if self.modified:
            return tr("not saved yet") if self.path is None else tr("unsaved changes")
        return tr("saved") if self.path else ""

    @property
    def must_ask_before_closing(self) -> bool:
        """Whether text or a running stream would be lost."""
        return self.modified or self._generation.active

    def new(self) -> None:
        """Begin an empty text, once the present one is settled."""
        self._tasks.start(self._new())

    def ask_open(self) -> None:
        """Let the writer choose a file and open it."""
        self._tasks.start(self._ask_open())

    def open(self, path: Path) -> None:
        """Open a file, once the present text is settled."""
        self._tasks.start(self._open(path))

    def save(self) -> None:
        """Save to the text's file; asks for one if it has none."""
        self._tasks.start(self._writer.save())

    def ask_save_as(self) -> None:
        """Save to a file that the writer chooses."""
        self._tasks.start(self._writer.save_as())

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._recent.clear()
        self.recent_changed.emit()

    def moved(self, old: Path, new: Path) -> None:
        """A text or folder was renamed or moved within Ownhand; the text on the page follows, if it is that.

        Its record of origins and its belongings are still where `old` had them.

        Args:
            old: Where the text, or a folder around it, was.
            new: Where it is now.
        """
        self._recent.moved(old, new)
        self.recent_changed.emit()
        path, before = self.path, old.resolve()
        if path is None or not path.resolve().is_relative_to(before):
            return
        self.path = new / path.resolve().relative_to(before)
        follow(self._paths, path, self.path)
        if self.lock is not None:
            self._hold(claim(self._paths, self.path))
        self.disk.forget()
        self._messages.clear("document")
        text = replace(self.file, text=self._page.text()) if self.modified else self.file
        self.recovery.begin(self.path, text, self._page.spans(), self.modified)
        self._watch.follow(self.path, self.file.fingerprint)
        self._announce()
        self.text_saved.emit()

    def let_go(self) -> None:
        """The window closes and all is settled: nothing is left to be recovered."""
        self.text_leaving.emit()
        if self.path is None:
            forget(self.belongings)
        self.recovery.settled()

    async def settle(self) -> bool:
        """Make sure that the page may be emptied: ask about unsaved text, stop a stream.

        Returns:
            False if the writer would rather go on.
        """
        if self._asking:
            return False
        self._asking = True
        try:
            return await self._settled()
        finally:
            self._asking = False

    async def _settled(self) -> bool:
        was_writing = self._generation.active
        await self.stop_stream()
        await self._writer.until_done()
        if not self.modified:
            return True
        answer = await self._questions.save_first(self.title, was_writing)
        if answer == "save":
            return await self._writer.save()
        if answer == "drop":
            await self._keep_unsaved()
        return answer == "drop"

    async def _keep_unsaved(self) -> None:
        """Put a text that is about to go unsaved where it can be had again."""
        path, text, spans = self.path, self._page.text(), self._page.spans()
        if path is None:
            await self.recovery.put_aside(DocumentState(None, TextFile(text), spans))
            return
        await self.keep_version(NOT_SAVED)

    async def keep_version(self, reason: str) -> None:
        """Keep the text as it is on the page among its versions; a failure is told."""
        versions = versions_of(self.belongings)
        keep = partial(versions.keep, self._page.text(), self._page.spans(), reason)
        try:
            await self._tasks.in_thread(keep)
        except DocumentError as problem:
            self._messages.tell("versions", str(problem), kind="problem")

    async def _new(self) -> None:
        if await self.settle():
            self._show(None, TextFile(""), ())

    async def _ask_open(self) -> None:
        chosen = await self._questions.which_to_open(self.folder)
        if chosen is not None:
            await self._open(chosen)

    async def _open(self, path: Path) -> None:
        while True:
            opened = await self._read(path)
            saves = self._writer.saves
            if opened is None or not await self.settle():
                self._let_go_of(opened.lock if opened else None)
                return
            if self._writer.saves == saves:
                break
            self._let_go_of(opened.lock)  # the writer just saved, perhaps to this very file
        self._show(path, opened.file, opened.spans, lock=opened.lock, words=opened.words)
        if opened.lock is None:
            self._tell_reading(path)

    async def _read(self, path: Path) -> Opened | None:
        """Read a file and take its lock, in a thread; None if it cannot be read, which is told."""
        try:
            opened = await self._tasks.in_thread(
                partial(open_document, self._paths, path, self.lock)
            )
        except DocumentError as problem:
            self._messages.tell("document", str(problem), kind="problem")
            if not path.exists():
                self._recent.remove(path)
                self.recent_changed.emit()
            return None
        self._messages.clear("document")
        return opened

    def _show(
        self,
        path: Path | None,
        file: TextFile,
        spans: Spans,
        unsaved: UnsavedText | bool = False,
        lock: FileLock | None = None,
        words: int | None = None,
    ) -> None:
        self.text_leaving.emit()
        self._generation.forget()
        self.disk.forget()
        if path is None:
            here = self._belongings_of(None)
            forget(here)
            if isinstance(unsaved, UnsavedText):
                old = belongings_of_untitled(self._paths.documents, unsaved.document_id)
                take_along(old, here)
        self._hold(lock)
        self.shown += 1
        self.path, self.file = path, file
        self.base = None if unsaved else file.text
        self._page.setReadOnly(self.reading)
        self._page.set_text(file.text, spans, words)
        self._was_empty = not file.text
        self.recovery.begin(path, file, self._page.spans(), unsaved)
        self._watch.follow(path, file.fingerprint)
        if path is not None:
            self._put_recent(path)
        self._announce()
        self.text_shown.emit()
        self._page.setFocus()

    def _tell_reading(self, path: Path) -> None:
        said = tr(
            "{name} is open in another window of Ownhand, so it is shown here for reading only: two "
            "windows would write over each other."
        )
        self._messages.tell(
            "document",
            said.format(name=path.name),
            Choice(tr("Open a copy"), self._open_copy),
            Choice(tr("Try again"), lambda: self.open(path)),
        )

    def _open_copy(self) -> None:
        file, spans = TextFile(self._page.text()), self._page.spans()
        self._show(None, file, spans, unsaved=True)
        self._page.document().setModified(True)
        self._announce()

    def _belongings_of(self, path: Path | None) -> Path:
        if path is None:
            return belongings_of_untitled(self._paths.documents, self.recovery.document_id)
        return belongings_of(self._paths.documents, path)

    def was_saved(self, path: Path, saved: Saved, shown: int) -> None:
        """Told by who writes: the text is in this file.

        Args:
            path: The file.
            saved: What came of it.
            shown: What `shown` was when the save began.
        """
        if shown != self.shown:  # another text is on the page by now
            self._let_go_of(saved.lock)
            return
        self._hold(saved.lock)
        self.path = path
        self._page.setReadOnly(False)
        self._messages.clear("document")
        self.disk.forget()
        for sentence in saved.problems:
            self._messages.tell("document", sentence, kind="problem")
        self._go_on_from(saved.file)
        self._put_recent(path)
        self.text_saved.emit()

    def _go_on_from(self, file: TextFile) -> None:
        """This is in the file now; the page may hold more already."""
        self.file, self.base = file, file.text
        text = self._page.text()
        clean = text == file.text
        self._page.document().setModified(not clean)
        self.recovery.begin(
            self.path, replace(file, text=text), self._page.spans(), unsaved=not clean
        )
        self._watch.follow(self.path, file.fingerprint)
        self._announce()

    def _restore(self, unsaved: UnsavedText) -> None:
        """Bring back unsaved text of an earlier session, once the present one is settled."""

        async def restore() -> None:
            state, lock = unsaved.state, None
            path = state.path
            if path is not None:
                lock = await self._tasks.in_thread(partial(claim, self._paths, path, self.lock))
            if not await self.settle():
                self._let_go_of(lock)
                self.recovery.offer()
                return
            file = state.file
            if path is not None and lock is None:
                file = replace(file, fingerprint=None)
                self._messages.tell(
                    "document",
                    tr(
                        "{name} is open in another window of Ownhand. The text from before is here as "
                        "a copy without a file."
                    ).format(name=path.name),
                )
            self._show(path if lock else None, file, state.spans, unsaved, lock)
            self._page.document().setModified(True)
            self._page.set_caret_position(len(self._page.text()))  # ready to go on
            self.recovery.offer()

        self._tasks.start(restore())

    # --- another version of the file --------------------------------------------------------------

    async def stop_stream(self) -> None:
        """End a continuation that streams in, and wait until it has."""
        if self._generation.active:
            self._generation.stop()
            if self._generation.active:
                await self._tasks.emitted(self._generation.state_changed, lambda s: s == "idle")

    def adopt(self, file: TextFile, text: str, spans: Spans) -> None:
        """Go on from the file as it is now.

        Args:
            file: The file as it was just read.
            text: Put onto the page as one undo step.
            spans: Origins of `text`.
        """
        self._page.change_to(text, spans)
        self._go_on_from(file)

    def count_as_unsaved(self) -> None:
        """The page alone holds the text now: closing asks."""
        self._page.document().setModified(True)
        self.recovery.begin(
            self.path, replace(self.file, text=self._page.text()), self._page.spans(), unsaved=True
        )

    def check_disk(self) -> None:
        """Look whether another program changed the file of the text; done by itself, too."""
        self._watch.check()

    def shut_down(self) -> None:
        """The program ends, with or without a question: let go of the file, keep what is unsaved."""
        self._watch.follow(None, None)
        self.recovery.keep()
        self._hold(None)

    def _hold(self, lock: FileLock | None) -> None:
        """Have this lock and no other."""
        old, self.lock = self.lock, lock
        if old is not None and old is not lock:
            old.release()

    def _let_go_of(self, lock: FileLock | None) -> None:
        """A lock that was taken is not needed after all."""
        if lock is not None and lock is not self.lock:
            lock.release()

    def _put_recent(self, path: Path) -> None:
        self._recent.put(path)
        self.recent_changed.emit()

    @property
    def folder(self) -> str:
        """Where the writer looks for files first."""
        return str(self.path.parent) if self.path is not None else self._recent.folder

    def _announce(self) -> None:
        self.document_changed.emit(self.title, self.state)

    def _on_page_edited(self) -> None:
        empty = not self._page.text()
        if empty != self._was_empty:  # the state of an untitled text hangs on it
            self._was_empty = empty
            self._announce()
