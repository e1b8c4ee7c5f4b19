"""What the writer is asked about files: which one, and what to do with unsaved text."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, tr
from ownhand.ui.ask import ask_file, ask_question

FILTERS = (mark("Texts (*.txt *.md *.markdown *.text)"), mark("All files (*)"))

_Role = QMessageBox.ButtonRole


class FileQuestions:
    """Asks over a window, without holding it up."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        self._tasks = tasks
        self._window = window

    async def which_to_open(self, folder: str) -> Path | None:
        """A file to open; None if the writer thought better of it."""
        dialog = self._dialog(tr("Open a text"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return await ask_file(self._tasks, dialog)

    async def where_to_save(self, folder: str, name: str) -> Path | None:
        """A file to save to; the dialog itself asks about one that is there.

        Args:
            folder: Where to look first.
            name: The name to begin with, or "".
        """
        dialog = self._dialog(tr("Save the text"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        if name:
            dialog.selectFile(name)
        return await ask_file(self._tasks, dialog)

    async def save_first(self, title: str, was_writing: bool) -> Literal["save", "drop", "cancel"]:
        """What to do with unsaved text.

        Args:
            title: Of the text.
            was_writing: Whether a stream was stopped for this.
        """
        about = tr("What you do not save is put aside, out of sight, for 30 days.")
        if was_writing:
            about = tr("The model was still writing and was stopped.") + " " + about
        answer = await ask_question(
            self._tasks,
            self._window,
            tr("Save {name}?").format(name=title),
            about,
            [
                (tr("Save"), _Role.AcceptRole),
                (tr("Don't save"), _Role.DestructiveRole),
                (tr("Cancel"), _Role.RejectRole),
            ],
        )
        return ("save", "drop", "cancel")[answer]

    async def save_over(
        self, name: str, explanation: str
    ) -> Literal["merge", "save as", "overwrite", "cancel"]:
        """What to do when the file is another than the one that was opened."""
        answer = await ask_question(
            self._tasks,
            self._window,
            tr("Save over {name}?").format(name=name),
            explanation,
            [
                (tr("Merge …"), _Role.AcceptRole),
                (tr("Save as …"), _Role.AcceptRole),
                (tr("Save over it"), _Role.DestructiveRole),
                (tr("Cancel"), _Role.RejectRole),
            ],
        )
        return ("merge", "save as", "overwrite", "cancel")[answer]

    def _dialog(self, title: str, folder: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, folder)
        dialog.setNameFilters([tr(name) for name in FILTERS])
        return dialog
