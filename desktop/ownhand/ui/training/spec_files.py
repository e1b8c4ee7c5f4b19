"""The settings of a training in a file of the writer's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.core.errors import SettingsError
from ownhand.core.words import why
from ownhand.training.command import spec_file_name
from ownhand.training.spec import read_spec, write_spec
from ownhand.ui.ask import ask_file
from ownhand.ui.training.draft import Draft


class SpecFiles(QObject):
    """Asks for a file, and saves the draft there or takes it from there."""

    refused = Signal(str)
    """It could not be done; a sentence for the writer."""

    def __init__(self, draft: Draft, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._draft = draft
        self._tasks = tasks
        self._window = window

    def ask_save(self) -> None:
        """Save what is chosen."""
        self._tasks.start(self._save())

    def ask_open(self) -> None:
        """Take what is chosen from a file; texts stay where the file names none."""
        self._tasks.start(self._open())

    async def _save(self) -> None:
        dialog = QFileDialog(self._window, tr("Save the settings of this training"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(spec_file_name(self._draft.spec))
        file = await ask_file(self._tasks, dialog)
        if file is None:
            return
        spec = self._draft.spec
        try:
            await self._tasks.in_thread(lambda: write_spec(file, spec))
        except OSError as problem:
            self.refused.emit(tr("The settings could not be saved ({reason}). Choose another folder.").format(reason=tr(why(problem))))  # fmt: skip

    async def _open(self) -> None:
        dialog = QFileDialog(self._window, tr("Open the settings of a training"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Settings of a training (*.toml)"), tr("All files (*)")])
        file = await ask_file(self._tasks, dialog)
        if file is None:
            return
        try:
            spec = await self._tasks.in_thread(lambda: read_spec(file))
        except SettingsError as problem:
            self.refused.emit(
                tr("These settings cannot be used. {problem}").format(problem=tr(str(problem)))
            )
            return
        folders = spec.folders or self._draft.spec.folders
        self._draft.put(replace(spec, folders=folders, base="", data=""))
