"""The presets of the writer: changed at once, kept in their folder a moment later."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.core.errors import BadInputError
from ownhand.core.presets import Preset, checked_name, free_name, save_preset, slug_of
from ownhand.core.sampling import SamplingSettings
from ownhand.ui.preset_choice import PresetChoice

log = logging.getLogger(__name__)

SAVE_DELAY_MS = 400


class PresetShelf(QObject):
    """What can be chosen, and how it changes. The window's own choice follows each change.

    Attributes:
        presets: The built-in ones, then the writer's by name.
    """

    saving_failed = Signal(str)
    """A preset could not be kept: a sentence for the writer."""

    def __init__(self, choice: PresetChoice, folder: Path, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._choice = choice
        self._folder = folder
        self._tasks = tasks
        self._files = {p.slug: p.path for p in choice.presets if not p.builtin}
        self._lock = threading.Lock()
        self._waiting: dict[str, Preset | None] = {}
        self._writing = False
        self._timer = Delay(SAVE_DELAY_MS, self._begin_to_write, self)

    @property
    def presets(self) -> tuple[Preset, ...]:
        """All presets as they are now."""
        return self._choice.presets

    def named(self, name: str) -> Preset | None:
        """The preset of that name, or None."""
        return next((preset for preset in self.presets if preset.name == name), None)

    def add(self, preset: Preset) -> Preset:
        """Keep a preset as one of the writer's own; a name that is taken gets a number."""
        kept = Preset(free_name(preset.name, self.presets), preset.description, preset.settings)
        self._put((*self.presets, kept))
        self._wait(kept)
        return kept

    def change(self, preset: Preset, settings: SamplingSettings, description: str) -> Preset:
        """Give one of the writer's own other settings or another description."""
        changed = replace(preset, settings=settings, description=description)
        if changed != preset:
            self._put(changed if p.name == preset.name else p for p in self.presets)
            self._wait(changed)
        return changed

    def rename(self, preset: Preset, name: str) -> Preset:
        """Give one of the writer's own another name.

        Raises:
            BadInputError: If the name cannot be had.
        """
        name = checked_name(name)
        others = [p for p in self.presets if p.name != preset.name]
        if any(p.slug == slug_of(name) for p in others):
            raise BadInputError(tr("There is a preset called “{name}” already.").format(name=name))
        renamed = replace(preset, name=name)
        if name == preset.name:
            return renamed
        self._put((*others, renamed), renamed=(preset.name, name))
        self._waiting[preset.slug] = None
        self._wait(renamed)
        return renamed

    def delete(self, preset: Preset) -> None:
        """Take one of the writer's own away; `add` brings it back."""
        self._put(p for p in self.presets if p.name != preset.name)
        self._waiting[preset.slug] = None
        self._timer.start()

    def shut_down(self) -> None:
        """Write what waits to be written."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        self._write(waiting)

    def _put(self, presets: Iterable[Preset], renamed: tuple[str, str] = ("", "")) -> None:
        every = list(presets)
        builtin = [preset for preset in every if preset.builtin]
        own = sorted((p for p in every if not p.builtin), key=lambda p: p.name.casefold())
        self._choice.replace_presets((*builtin, *own), renamed)

    def _wait(self, preset: Preset) -> None:
        self._waiting[preset.slug] = preset
        self._timer.start()

    def _begin_to_write(self) -> None:
        if self._waiting and not self._writing:
            self._tasks.start(self._write_all())

    async def _write_all(self) -> None:
        """One after the other: what is asked for later is written later."""
        self._writing = True
        try:
            while self._waiting:
                waiting, self._waiting = self._waiting, {}
                problem = await self._tasks.in_thread(partial(self._write, waiting))
                if problem:
                    self.saving_failed.emit(problem)
        finally:
            self._writing = False

    def _write(self, waiting: Mapping[str, Preset | None]) -> str:
        """Called in a thread of its own: bring the folder up to date; "" or what went wrong."""
        problems = []
        with self._lock:
            for slug, preset in waiting.items():
                try:
                    self._write_one(slug, preset)
                except (OSError, BadInputError) as problem:
                    log.warning("The preset %s could not be kept: %s", slug, problem)
                    reason = getattr(problem, "strerror", None) or str(problem)
                    sentence = tr("“{name}” could not be saved: {reason}. It stays as it is until you close Ownhand.")  # fmt: skip
                    problems.append(
                        sentence.format(name=preset.name if preset else slug, reason=reason)
                    )
        return " ".join(problems)

    def _write_one(self, slug: str, preset: Preset | None) -> None:
        old = self._files.pop(slug, None)
        if preset is not None:
            self._files[slug] = save_preset(preset, self._folder).path
        if old is not None and old != self._files.get(slug):
            old.unlink(missing_ok=True)
