"""Memory, author's note and lore of the text, and the window that shows what the model reads of it all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ownhand.bridge.translation import tr
from ownhand.core.errors import BadInputError
from ownhand.document.lore_files import read_lore, write_lore
from ownhand.ui.ask import ask_file
from ownhand.ui.notes.notes_keeper import NotesKeeper
from ownhand.ui.notes.notes_page import NotesPage
from ownhand.ui.notes.prompt_watch import PromptWatch
from ownhand.ui.shell import Shell

if TYPE_CHECKING:
    from ownhand.ui.notes.prompt_window import PromptWindow


class NotesFeature(QObject):
    """Puts the page "notes" into the panel, and its notes into every request.

    Attributes:
        keeper: The notes of the text.
        watch: What the model would read now.
        page: The page beside the text.
        window: The preview of the prompt, once it was opened.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.keeper = NotesKeeper(shell.documents, shell.tasks, shell.messages, self)
        self.watch = PromptWatch(shell)
        self.page = NotesPage(self.keeper, self.watch, shell.themes, shell.right)
        self.window: PromptWindow | None = None
        shell.right.add_page("notes", tr("Memory"), self.page)
        shell.generation.extras = self.keeper.extras
        self.keeper.notes_changed.connect(self.watch.refresh)
        self.page.preview_requested.connect(self.show_prompt)
        self.page.import_requested.connect(lambda: shell.tasks.start(self._import()))
        self.page.export_requested.connect(lambda: shell.tasks.start(self._export()))
        shell.actions["prompt"].triggered.connect(self.show_prompt)

    def show_prompt(self) -> None:
        """Open what the model reads, or bring it to the front."""
        from ownhand.ui.notes.prompt_window import PromptWindow  # not needed for the start

        if self.window is None:
            shell = self._shell
            self.window = PromptWindow(self.watch, shell.settings, shell.themes, shell.window)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def shut_down(self) -> None:
        """Keep what was changed a moment ago."""
        self.keeper.save_now()
        if self.window is not None:
            self.window.close()

    async def _import(self) -> None:
        dialog = QFileDialog(self._shell.window, tr("Take over lore from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Lore (*.json)"), tr("All files (*)")])
        path = await ask_file(self._shell.tasks, dialog)
        if path is not None:
            await self.take_over(path)

    async def take_over(self, path: Path) -> None:
        """Put the entries of a file behind those that are there, and tell what was not taken over."""
        messages = self._shell.messages
        try:
            taken = await self._shell.tasks.in_thread(lambda: read_lore(path))
        except BadInputError as problem:
            messages.tell("lore", str(problem), kind="problem")
            return
        self.keeper.change(lore=(*self.keeper.notes.lore, *taken.lore))
        told = tr("%Ln entries were taken over.", n=len(taken.lore))
        if taken.left_out:
            told += " " + tr("Not taken over: {losses}").format(
                losses=" ".join(map(tr, taken.left_out))
            )
        messages.tell("lore", told)

    async def _export(self) -> None:
        documents = self._shell.documents
        dialog = QFileDialog(self._shell.window, tr("Write the lore to a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Lore (*.json)")])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(tr("{title} lore.json").format(title=documents.title))
        path = await ask_file(self._shell.tasks, dialog)
        if path is None:
            return
        lore = self.keeper.notes.lore
        try:
            await self._shell.tasks.in_thread(lambda: write_lore(path, lore))
        except OSError as problem:
            sentence = tr("The lore cannot be written to {name}: {reason}. Choose another place.")
            reason = problem.strerror or str(problem)
            self._shell.messages.tell(
                "lore", sentence.format(name=path.name, reason=reason), kind="problem"
            )
