"""Presets of the writer's own, of other programs, and by model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ownhand.bridge.translation import tr
from ownhand.core.errors import BadInputError
from ownhand.core.presets import Preset, write_preset_file
from ownhand.ui.ask import ask_file
from ownhand.ui.presets.model_defaults import ModelDefaults
from ownhand.ui.presets.preset_shelf import PresetShelf
from ownhand.ui.shell import Shell

if TYPE_CHECKING:
    from ownhand.ui.presets.presets_window import PresetsWindow


class PresetsFeature(QObject):
    """Opens the manager, and chooses the preset that belongs to a model.

    Attributes:
        shelf: All presets.
        defaults: Which belongs to which model.
        window: The manager, once it was opened.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.shelf = PresetShelf(shell.choice, shell.paths.presets, shell.tasks, self)
        self.defaults = ModelDefaults(
            shell.choice, shell.models, shell.settings, shell.messages, self
        )
        self.window: PresetsWindow | None = None
        shell.actions["presets"].triggered.connect(self.open)

    def open(self) -> None:
        """Show the manager, with the preset in use."""
        from ownhand.ui.presets.presets_window import PresetsWindow  # not needed for the start

        if self.window is None:
            self.window = PresetsWindow(self._shell, self.shelf, self.defaults)
            self.window.import_requested.connect(lambda: self._shell.tasks.start(self._import()))
            self.window.export_requested.connect(lambda: self._shell.tasks.start(self._export()))
        if not self.window.isVisible():
            self.window.show_preset(self._shell.choice.preset.name)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def shut_down(self) -> None:
        """Keep what was changed a moment ago."""
        if self.window is not None:
            self.window.close()
        self.shelf.shut_down()

    async def _import(self) -> None:
        dialog = QFileDialog(self.window, tr("Take over a preset from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Presets (*.toml *.yaml *.yml *.json)"), tr("All files (*)")])
        path = await ask_file(self._shell.tasks, dialog)
        if path is not None:
            await self.take_over(path)

    async def take_over(self, path: Path) -> None:
        """Keep the preset of a file, show it, and tell what was not taken over."""
        from ownhand.core.preset_formats import import_preset  # not needed for the start

        assert self.window is not None
        try:
            taken = await self._shell.tasks.in_thread(lambda: import_preset(path))
        except BadInputError as problem:
            self.window.tell(tr(str(problem)))
            return
        kept = self.shelf.add(taken.preset)
        self.window.search.clear()
        self.window.show_preset(kept.name)
        told = tr("“{name}” was taken over from {program}.").format(
            name=kept.name, program=taken.format
        )
        if taken.left_out:
            told += " " + tr("Not taken over: {losses}").format(
                losses=" ".join(map(tr, taken.left_out))
            )
        self.window.tell(told)

    async def _export(self) -> None:
        assert self.window is not None
        preset: Preset = self.window.preset
        dialog = QFileDialog(self.window, tr("Write the preset to a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Presets (*.toml)")])
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{preset.slug}.toml")
        path = await ask_file(self._shell.tasks, dialog)
        if path is None:
            return
        try:
            await self._shell.tasks.in_thread(lambda: write_preset_file(preset, path))
        except OSError as problem:
            sentence = tr("The preset cannot be written to {name}: {reason}. Choose another place.")
            reason = problem.strerror or str(problem)
            self.window.tell(sentence.format(name=path.name, reason=reason))
        else:
            told = tr("“{name}” was written to {file}.")
            self.window.tell(told.format(name=preset.name, file=path.name))
