"""Which preset is chosen, and what the writer changed since."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.errors import SettingsError
from ownhand.core.presets import Preset
from ownhand.core.sampling import SPECS, SamplingSettings, Value

log = logging.getLogger(__name__)


class PresetChoice(QObject):
    """The preset in use and the settings in force: the preset's, with the writer's changes.

    Both are remembered in the application's settings.

    Attributes:
        presets: What can be chosen, in the order of the list.
        preset: The chosen one.
        sampling: The settings in force.
    """

    sampling_changed = Signal(object)
    """`SamplingSettings`: a value or the preset became another."""
    preset_chosen = Signal(object)
    """`Preset`: another preset; `sampling_changed` came before."""
    presets_changed = Signal()
    """`presets` became another list; one may have another name or other settings."""

    def __init__(
        self, presets: Sequence[Preset], settings: SettingsOwner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.presets = tuple(presets)
        self._settings = settings
        by_name = {preset.name: preset for preset in self.presets}
        self.preset = by_name.get(settings.value.preset, self.presets[0])
        self.sampling = self._restored(settings.value.adjustments)

    @property
    def changed_names(self) -> tuple[str, ...]:
        """Fields that differ from the preset."""
        return tuple(
            name
            for name in SPECS
            if getattr(self.sampling, name) != getattr(self.preset.settings, name)
        )

    def choose(self, name: str) -> None:
        """Take a preset's settings; changes made before are dropped."""
        preset = next((p for p in self.presets if p.name == name), None)
        if preset is None or (preset == self.preset and not self.changed_names):
            return
        self.preset = preset
        self._take(preset.settings)
        self.preset_chosen.emit(preset)

    def change(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        """Change some fields.

        Raises:
            SettingsError: Naming every field that cannot be so; nothing is changed then.
        """
        self._take(SamplingSettings.from_values(dict(values), base=self.sampling))

    def reset(self, *names: str) -> None:
        """Put fields back to the preset's values; all of them when none is named."""
        wanted = names or tuple(SPECS)
        self.change({name: getattr(self.preset.settings, name) for name in wanted})

    def replace_presets(
        self, presets: Sequence[Preset], renamed: tuple[str, str] = ("", "")
    ) -> None:
        """Offer another list. What the writer changed in the chosen preset stays changed.

        Args:
            presets: All of them; the first is taken if the chosen one is gone.
            renamed: Old and new name of a preset.
        """
        self.presets = tuple(presets)
        old, new = renamed
        name = new if self.preset.name == old else self.preset.name
        preset = next((p for p in self.presets if p.name == name), None)
        sampling = self.presets[0].settings
        if preset is not None:
            mine = {name: getattr(self.sampling, name) for name in self.changed_names}
            sampling = replace(preset.settings, **mine)
        gone = preset is None
        self.preset = preset or self.presets[0]
        self._take(sampling)
        self.presets_changed.emit()
        if gone:
            self.preset_chosen.emit(self.preset)

    def _take(self, sampling: SamplingSettings) -> None:
        if sampling != self.sampling:
            self.sampling = sampling
            self.sampling_changed.emit(sampling)
        self._settings.change(preset=self.preset.name, adjustments=self._adjustments())

    def _adjustments(self) -> tuple[str, ...]:
        return tuple(
            f"{name}={json.dumps(_plain(getattr(self.sampling, name)))}"
            for name in self.changed_names
        )

    def _restored(self, adjustments: Sequence[str]) -> SamplingSettings:
        sampling = self.preset.settings
        for entry in adjustments:
            name, _, text = entry.partition("=")
            try:
                sampling = SamplingSettings.from_values({name: json.loads(text)}, base=sampling)
            except (ValueError, SettingsError) as problem:
                log.warning("Adjustment %r is not usable: %s", entry, problem)
        return sampling


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
