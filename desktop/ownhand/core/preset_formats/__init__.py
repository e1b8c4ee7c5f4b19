"""Presets of other programs, and Ownhand's own as files to pass on: one module per kind of file.

To add a kind: a module with a `PresetFormat`, and its entry in `FORMATS`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.preset_formats.format import PresetFormat
from ownhand.core.preset_formats.koboldai_lite import KOBOLDAI_LITE
from ownhand.core.preset_formats.ownhand import OWNHAND
from ownhand.core.preset_formats.sillytavern import SILLYTAVERN
from ownhand.core.preset_formats.text_generation_webui import TEXT_GENERATION_WEBUI
from ownhand.core.preset_formats.translation import Translation
from ownhand.core.presets import LONGEST_NAME, Preset
from ownhand.core.sampling import SamplingSettings
from ownhand.core.words import Sentence, why

FORMATS: tuple[PresetFormat, ...] = (OWNHAND, KOBOLDAI_LITE, SILLYTAVERN, TEXT_GENERATION_WEBUI)
"""Every kind of file that can be read; the first that knows a file reads it."""

LARGEST_BYTES = 4_000_000
"""A story of KoboldAI Lite holds its whole text beside the settings; nothing here is larger."""


@dataclass(frozen=True, slots=True)
class TakenPreset:
    """What a file gave.

    Attributes:
        preset: Not kept anywhere yet.
        format: Name of the kind of file.
        left_out: What could not be taken over, a sentence each.
    """

    preset: Preset
    format: str
    left_out: tuple[Sentence, ...] = ()


def import_preset(path: Path) -> TakenPreset:
    """Read a preset of any kind.

    Raises:
        BadInputError: If the file cannot be read or is no preset; says why.
    """
    values = _values(path)
    kind = next((item for item in FORMATS if item.sniff(values)), None)
    if kind is None:
        names = ", ".join(item.name for item in FORMATS[1:])
        raise BadInputError(
            Sentence(
                "{name} holds no settings for writing that Ownhand knows. It reads its own presets and those of {names}.",
                name=path.name,
                names=names,
            )
        )
    into = Translation()
    kind.read(values, into)
    try:
        settings = SamplingSettings.from_values(into.values)
    except SettingsError as wrong:
        raise SettingsError(wrong.problems, path.name) from wrong
    if not into.values and kind is not OWNHAND:
        raise BadInputError(
            Sentence("{name} holds no settings that Ownhand could take over.", name=path.name)
        )
    name = " ".join((into.name or path.stem).split())[:LONGEST_NAME].strip() or "Preset"
    description = " ".join(into.description.split()) or f"Taken over from {kind.name}."
    return TakenPreset(Preset(name, description, settings), kind.name, into.left_out)


def _values(path: Path) -> Mapping[str, Any]:
    """The outermost table of a file, whatever it is written in.

    Raises:
        BadInputError: If it cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BadInputError(
                Sentence(
                    "{name} is larger than {value} MB; that is no preset.",
                    name=path.name,
                    value=LARGEST_BYTES // 1000000,
                )
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise BadInputError(
            Sentence("{name} cannot be read: {reason}.", name=path.name, reason=why(problem))
        ) from problem
    except UnicodeDecodeError as problem:
        raise BadInputError(
            Sentence("{name} is no preset: it is not written in UTF-8.", name=path.name)
        ) from problem
    try:
        values = _parsed(text, path.suffix.lower())
    except (ValueError, RecursionError) as problem:
        raise BadInputError(
            Sentence(
                "{name} is no preset: it is damaged, or written in something that Ownhand cannot read. It reads TOML, YAML and JSON.",
                name=path.name,
            )
        ) from problem
    if not isinstance(values, dict):
        raise BadInputError(
            Sentence("{name} is no preset: it does not give names to its values.", name=path.name)
        )
    return {str(key): value for key, value in values.items()}


def _parsed(text: str, suffix: str) -> Any:
    """What a text says.

    Raises:
        ValueError: If it is written in none of the three, or in a way that only attacks are.
    """
    if suffix == ".toml":
        return tomllib.loads(text)
    if suffix == ".json" or text.lstrip()[:1] in ("{", "["):
        return json.loads(text)
    from ownhand.core.preset_formats.plain_yaml import load_plain_yaml  # for this kind alone

    return load_plain_yaml(text)
