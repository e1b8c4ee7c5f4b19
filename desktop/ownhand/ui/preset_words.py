"""What a preset is called in the language of the window: built-in ones are translated, the writer's own are not."""

from __future__ import annotations

from ownhand.bridge.translation import tr
from ownhand.core.presets import Preset


def preset_name(preset: Preset) -> str:
    """Its name, to be shown."""
    return tr(preset.name) if preset.builtin else preset.name


def preset_about(preset: Preset) -> str:
    """Its description, to be shown."""
    return tr(preset.description) if preset.builtin else preset.description
