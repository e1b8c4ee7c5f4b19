"""Which preset is chosen when a model loads."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import tr
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.preset_choice import PresetChoice


class ModelDefaults(QObject):
    """Chooses the preset of a model when that model comes after another one.

    What the writer chose with the present model stays, also over a restart. Settings that were changed
    by hand are never dropped: then the preset is offered instead.
    """

    defaults_changed = Signal()
    """Another preset belongs to a model."""

    def __init__(
        self,
        choice: PresetChoice,
        models: ModelController,
        settings: SettingsOwner,
        messages: MessageArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._models = models
        self._settings = settings
        self._messages = messages
        self._choosing = False
        self._chosen_meanwhile = False
        models.loaded_changed.connect(self._on_loaded_changed)
        choice.preset_chosen.connect(self._on_preset_chosen)

    def preset_of(self, slug: str) -> str:
        """Name of the preset that belongs to a model, or ""."""
        for entry in self._settings.value.model_presets:
            model, _, name = entry.partition("=")
            if model == slug:
                return name
        return ""

    def models_of(self, preset: str) -> tuple[str, ...]:
        """Slugs of the models that a preset belongs to."""
        entries = (entry.partition("=") for entry in self._settings.value.model_presets)
        return tuple(model for model, _, name in entries if name == preset)

    def set_preset(self, slug: str, preset: str) -> None:
        """Let a preset belong to a model; "" for none."""
        others = [
            entry for entry in self._settings.value.model_presets if entry.partition("=")[0] != slug
        ]
        entries = (*others, f"{slug}={preset}") if preset else tuple(others)
        self._settings.change(model_presets=entries)
        self.defaults_changed.emit()

    def rename(self, old: str, new: str) -> None:
        """A preset has another name now; "" if it is gone."""
        for slug in self.models_of(old):
            self.set_preset(slug, new)

    def _on_loaded_changed(self) -> None:
        loaded = self._models.loaded
        if loaded is None:
            if self._models.busy_loading:
                return
            self._chosen_meanwhile = False
            return
        slug, last = loaded.info.slug, self._settings.value.preset_model
        if slug == last:
            return
        meanwhile, self._chosen_meanwhile = self._chosen_meanwhile, False
        self._settings.change(preset_model=slug)
        name = self.preset_of(slug)
        known = any(preset.name == name for preset in self._choice.presets)
        if meanwhile or not known or name == self._choice.preset.name:
            return
        if self._choice.changed_names:
            sentence = tr("{model} has a preset of its own, “{preset}”. Your changed settings stay in force.")  # fmt: skip
            self._messages.tell(
                "preset",
                sentence.format(model=loaded.info.title, preset=name),
                Choice(tr("Use “{preset}”").format(preset=name), lambda: self._choose(name)),
            )
            return
        self._choose(name)

    def _choose(self, name: str) -> None:
        self._choosing = True
        self._choice.choose(name)
        self._choosing = False

    def _on_preset_chosen(self, _preset: object) -> None:
        if not self._choosing and self._models.loaded is None:
            self._chosen_meanwhile = True
