"""Which text is on the page: new, open, save, and never lose any of it."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.belongings import (
    belongings_of,
    belongings_of_untitled,
    forget,
    take_along,
)
from ownhand.document.journal import UnsavedText
from ownhand.document.sidecar import load_spans, save_spans
from ownhand.document.spans import Spans
from ownhand.document.text_file import (
    ChangedOnDiskError,
    TextFile,
    changed_on_disk,
    read_text_file,
    write_text_file,
)
from ownhand.ui.ask import ask_file, ask_question
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.generation_controller import GenerationController
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.recovery import Recovery

log = logging.getLogger(__name__)

RECENT_LIMIT = 10
FILTERS = ["Texts (*.txt *.md *.markdown *.text)", "All files (*)"]

_GONE = (0, -1)

_Role = QMessageBox.ButtonRole


class DocumentController(QObject):
    """Loads and saves. A file that cannot be read leaves the page as it is, and is never saved over.

    Attributes:
        path: The file of the text, or None while it has none.
        file: The text as it is on disk.
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
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._generation = generation
        self._window = window
        self._asking = False
        self._was_empty = True
        self._told: tuple[int, int] | None = None
        self.recovery = Recovery(page, paths.journal, messages, self._restore, self)
        page.document().modificationChanged.connect(self._announce)
        page.edited.connect(self._on_page_edited)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state_changed)

    @property
    def belongings(self) -> Path:
        """Folder of what belongs to the text: versions, variants, notes. It need not be there yet."""
        return self._belongings_of(self.path)

    @property
    def title(self) -> str:
        """What the text is called."""
        return self.path.stem if self.path else "Untitled"

    @property
    def modified(self) -> bool:
        """Whether there is something to lose: an empty new text is nothing."""
        if self.path is None and not self._page.text():
            return False
        return self._page.document().isModified()

    @property
    def state(self) -> str:
        """In words, how safe the text is."""
        if self.modified:
            return "not saved yet" if self.path is None else "unsaved changes"
        return "saved" if self.path else ""

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
        self._tasks.start(self._save())

    def ask_save_as(self) -> None:
        """Save to a file that the writer chooses."""
        self._tasks.start(self._save_as())

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._settings.change(recent=())
        self.recent_changed.emit()

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
        if was_writing:
            self._generation.stop()
            if self._generation.active:
                await self._tasks.emitted(self._generation.state_changed, lambda s: s == "idle")
        if not self.modified:
            return True
        stopped = "The model was still writing and was stopped. " if was_writing else ""
        answer = await ask_question(
            self._tasks,
            self._window,
            f"Save {self.title}?",
            f"{stopped}What you do not save is lost.",
            [
                ("Save", _Role.AcceptRole),
                ("Don't save", _Role.DestructiveRole),
                ("Cancel", _Role.RejectRole),
            ],
        )
        if answer == 0:
            return await self._save()
        return answer == 1

    async def _new(self) -> None:
        if await self.settle():
            self._show(None, TextFile(""), ())

    async def _ask_open(self) -> None:
        dialog = QFileDialog(self._window, "Open a text", self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(FILTERS)
        chosen = await ask_file(self._tasks, dialog)
        if chosen is not None:
            await self._open(chosen)

    async def _open(self, path: Path) -> None:
        if self._read(path) is None or not await self.settle():
            return
        file = self._read(path)  # again: the writer may just have saved to it
        if file is None:
            return
        self._show(path, file, load_spans(self._paths.provenance, path, file.text))

    def _read(self, path: Path) -> TextFile | None:
        try:
            file = read_text_file(path)
        except DocumentError as problem:
            self._messages.tell("document", str(problem), kind="problem")
            if not path.exists():
                self._put_recent(path, remove=True)
            return None
        self._messages.clear("document")
        return file

    def _show(
        self, path: Path | None, file: TextFile, spans: Spans, unsaved: UnsavedText | bool = False
    ) -> None:
        self.text_leaving.emit()
        self._generation.forget()
        if path is None:
            here = self._belongings_of(None)
            forget(here)
            if isinstance(unsaved, UnsavedText):
                old = belongings_of_untitled(self._paths.documents, unsaved.document_id)
                take_along(old, here)
        self.path, self.file, self._told = path, file, None
        self._page.set_text(file.text, spans)
        self._was_empty = not file.text
        self.recovery.begin(path, file, self._page.spans(), unsaved)
        if path is not None:
            self._put_recent(path)
        self._announce()
        self.text_shown.emit()
        self._page.setFocus()

    def _belongings_of(self, path: Path | None) -> Path:
        if path is None:
            return belongings_of_untitled(self._paths.documents, self.recovery.document_id)
        return belongings_of(self._paths.documents, path)

    async def _save(self, *, overwrite: bool = False) -> bool:
        if self.path is None:
            return await self._save_as()
        try:
            return self._write(self.path, replace(self.file, text=self._page.text()), overwrite)
        except ChangedOnDiskError as problem:
            answer = await ask_question(
                self._tasks,
                self._window,
                f"Save over {self.path.name}?",
                str(problem),
                [
                    ("Save as …", _Role.AcceptRole),
                    ("Save over it", _Role.DestructiveRole),
                    ("Cancel", _Role.RejectRole),
                ],
            )
            if answer == 0:
                return await self._save_as()
            return answer == 1 and await self._save(overwrite=True)

    async def _save_as(self) -> bool:
        dialog = QFileDialog(self._window, "Save the text", self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(FILTERS)
        dialog.setDefaultSuffix("txt")
        if self.path is not None:
            dialog.selectFile(self.path.name)
        chosen = await ask_file(self._tasks, dialog)
        if chosen is None:
            return False
        # The dialog has asked about a file that is there already.
        same = self.path is not None and chosen == self.path
        mark = self.file.fingerprint if same else None
        return self._write(
            chosen, replace(self.file, text=self._page.text(), fingerprint=mark), overwrite=True
        )

    def _write(self, path: Path, file: TextFile, overwrite: bool) -> bool:
        """Write, or say why not.

        Raises:
            ChangedOnDiskError: If the file on disk is another than the one that was read.
        """
        try:
            mark = write_text_file(path, file, overwrite)
        except ChangedOnDiskError:
            raise
        except DocumentError as problem:
            self._messages.tell(
                "document", str(problem), Choice("Save as …", self.ask_save_as), kind="problem"
            )
            return False
        if path != self.path:
            old = self._belongings_of(self.path)
            take_along(old, self._belongings_of(path), keep=self.path is not None)
        self.path, self.file, self._told = path, replace(file, fingerprint=mark), None
        self._page.document().setModified(False)
        self._messages.clear("document")
        try:
            save_spans(self._paths.provenance, path, file.text, self._page.spans())
        except DocumentError as problem:
            self._messages.tell("document", str(problem), kind="problem")
        self.recovery.begin(path, self.file, self._page.spans())
        self._put_recent(path)
        self._announce()
        self.text_saved.emit()
        return True

    def _restore(self, unsaved: UnsavedText) -> None:
        """Bring back unsaved text of an earlier session, once the present one is settled."""

        async def restore() -> None:
            if await self.settle():
                state = unsaved.state
                self._show(state.path, state.file, state.spans, unsaved)
                self._page.document().setModified(True)
                self._page.set_caret_position(len(self._page.text()))  # ready to go on
            self.recovery.offer()

        self._tasks.start(restore())

    def _put_recent(self, path: Path, *, remove: bool = False) -> None:
        others = [p for p in self._settings.value.recent if p != str(path)]
        recent = tuple(others if remove else [str(path), *others][:RECENT_LIMIT])
        self._settings.change(recent=recent)
        self.recent_changed.emit()

    def _folder(self) -> str:
        if self.path is not None:
            return str(self.path.parent)
        recent = self._settings.value.recent
        return str(Path(recent[0]).parent) if recent else str(Path.home())

    def _announce(self) -> None:
        self.document_changed.emit(self.title, self.state)

    def _on_page_edited(self) -> None:
        empty = not self._page.text()
        if empty != self._was_empty:  # the state of an untitled text hangs on it
            self._was_empty = empty
            self._announce()

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.check_disk()

    def check_disk(self) -> None:
        """Tell if another program changed the file of the text, once for each change.

        Called when the window comes forward.
        """
        path, mark = self.path, self.file.fingerprint
        if path is None or mark is None:
            return
        try:
            status = path.stat()
            found = status.st_mtime_ns, status.st_size
            if found in ((mark.modified_ns, mark.size), self._told):
                return
            self._told = found
            if not changed_on_disk(path, mark):
                return
        except FileNotFoundError:
            self._tell_vanished(path)
            return
        except (OSError, DocumentError) as problem:
            log.info("Cannot look at %s: %s", path, problem)
            return
        self._messages.tell(
            "document",
            f"{path.name} was changed by another program. The page still shows your version.",
            Choice("Load the other version", lambda: self._tasks.start(self._reload(path))),
            Choice("Keep mine", lambda: None),
        )

    def _tell_vanished(self, path: Path) -> None:
        if self._told == _GONE:
            return
        self._told = _GONE
        self._page.document().setModified(True)  # the page alone holds it now: closing asks
        self._messages.tell(
            "document",
            f"{path.name} was moved or deleted by another program. The page still holds your text.",
            Choice("Save it again", self.save),
            Choice("Save as …", self.ask_save_as),
        )

    async def _reload(self, path: Path) -> None:
        file = self._read(path)
        if file is None:
            return
        if self.modified:
            answer = await ask_question(
                self._tasks,
                self._window,
                f"Load {path.name} again?",
                "Your unsaved changes would be lost.",
                [("Keep mine", _Role.RejectRole), ("Load it", _Role.DestructiveRole)],
            )
            if answer == 0:
                return
        self._show(path, file, load_spans(self._paths.provenance, path, file.text))
