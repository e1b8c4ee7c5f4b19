"""Ownhand's own preset files (TOML)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ownhand.core.preset_formats.format import PresetFormat
from ownhand.core.preset_formats.translation import Translation
from ownhand.core.presets import parse_preset


def _sniff(values: Mapping[str, Any]) -> bool:
    return "schema" in values and "name" in values


def _read(values: Mapping[str, Any], into: Translation) -> None:
    preset = parse_preset(values, "The file")
    into.name, into.description = preset.name, preset.description
    into.values |= preset.settings.changed_values()


OWNHAND = PresetFormat("Ownhand", _sniff, _read)
