"""Named sampling settings: the built-in ones and the writer's own, one TOML file each."""

from __future__ import annotations

import itertools
import logging
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.paths import Paths
from ownhand.core.resources import resource_path
from ownhand.core.sampling import SamplingSettings
from ownhand.core.words import Sentence, why

log = logging.getLogger(__name__)

SCHEMA = 1
"""Version of the files. A higher one needs an entry in `_UPGRADES`."""

BUILTIN = (
    "balanced",
    "creative",
    "precise",
    "long-form",
    "dialogue",
    "poetry",
    "unexpected",
    "plain-prose",
    "classic-gpt-2",
    "neutral",
    "greedy",
    "top-k-5",
    "top-k-10",
    "top-p-0-5",
    "beam-10",
    "contrastive",
)
"""Files in `resources/presets`, in the order of the list. The first is the default."""

LONGEST_NAME = 60
"""Characters of a name at most."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Sampling settings with a name.

    Attributes:
        name: What the writer calls it.
        description: One line: what it does to the writing.
        settings: How tokens are chosen.
        builtin: Whether it comes with Ownhand; such a preset cannot be overwritten.
        path: Its file, or None while it has none.
        serves: Reference workflows whose settings these are, as "R1".
    """

    name: str
    description: str = ""
    settings: SamplingSettings = field(default_factory=SamplingSettings)
    builtin: bool = False
    path: Path | None = None
    serves: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name as a file name and on the command line: "Top-p 0.5" is "top-p-0-5"."""
        return slug_of(self.name)


def slug_of(name: str) -> str:
    """A name in lower case, with a hyphen for whatever is neither letter nor digit."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "preset"


def builtin_presets() -> tuple[Preset, ...]:
    """The presets that come with Ownhand, the default first."""
    folder = resource_path("presets")
    presets = (load_preset_file(folder / f"{stem}.toml") for stem in BUILTIN)
    return tuple(replace(preset, builtin=True) for preset in presets)


def user_presets(folder: Path) -> tuple[Preset, ...]:
    """The writer's own presets by name; files that cannot be used are logged and left out."""
    presets: dict[str, Preset] = {}
    taken = set(BUILTIN)
    for path in sorted(folder.glob("*.toml")):
        if path.name.startswith("."):
            continue
        try:
            preset = load_preset_file(path)
        except BadInputError as problem:
            log.warning("A preset is left out. %s", problem)
            continue
        if preset.slug in taken:
            log.warning("Preset %s is left out: there is another called %s.", path, preset.name)
            continue
        taken.add(preset.slug)
        presets[preset.name.casefold()] = preset
    return tuple(presets[name] for name in sorted(presets))


def all_presets(paths: Paths) -> tuple[Preset, ...]:
    """The built-in presets, then the writer's own."""
    return builtin_presets() + user_presets(paths.presets)


def find_preset(name: str, paths: Paths) -> Preset:
    """A preset by its name, in whatever case, or by its slug.

    Raises:
        BadInputError: If there is none; lists those that there are.
    """
    presets = all_presets(paths)
    wanted = name.strip().casefold()
    for preset in presets:
        if wanted in (preset.name.casefold(), preset.slug):
            return preset
    names = ", ".join(preset.name for preset in presets)
    raise BadInputError(
        Sentence(
            "There is no preset called “{name}”. The presets are: {names}.", name=name, names=names
        )
    )


def load_preset_file(path: Path) -> Preset:
    """Read one preset.

    Raises:
        BadInputError: If the file cannot be read or is not TOML.
        SettingsError: Naming everything in it that is wrong.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise BadInputError(
            Sentence(
                "The preset {name} cannot be read: {reason}.",
                name=path.name,
                reason=why(problem),
            )
        ) from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadInputError(
            Sentence(
                "{name} is not a preset: {problem}. Save the preset again, or delete the file.",
                name=path.name,
                problem=problem,
            )
        ) from problem
    return replace(parse_preset(values, path.name), path=path)


def write_preset_file(preset: Preset, path: Path) -> None:
    """Write a preset to a file of its own, to keep or to pass on.

    Raises:
        OSError: If the file cannot be written; an old one is untouched.
    """
    import tomlkit  # only who saves a preset waits for it

    document = tomlkit.document()
    document["schema"] = SCHEMA
    document["name"] = preset.name
    document["description"] = preset.description
    if preset.serves:
        document["serves"] = list(preset.serves)
    table = tomlkit.table()
    for name, value in preset.settings.changed_values().items():
        table[name] = _for_toml(value)
    document["settings"] = table
    atomic.write_text(path, tomlkit.dumps(document))


def save_preset(preset: Preset, folder: Path) -> Preset:
    """Keep a preset among the writer's own; one of the same name is replaced.

    Args:
        preset: What to keep.
        folder: The folder of own presets; made if it is missing.

    Returns:
        The preset as it is now kept.

    Raises:
        BadInputError: If the name is empty, too long, or that of a built-in preset.
        OSError: If it cannot be written; the old one is untouched.
    """
    name = checked_name(preset.name)
    path = folder / f"{slug_of(name)}.toml"
    kept = replace(preset, name=name, builtin=False, path=path, serves=())
    write_preset_file(kept, path)
    return kept


def checked_name(name: str) -> str:
    """A name for an own preset, without needless spaces.

    Raises:
        BadInputError: If it is empty, too long, or that of a built-in preset.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInputError(
            Sentence(
                "Give the preset a name of at most {longest_name} characters.",
                longest_name=LONGEST_NAME,
            )
        )
    if slug_of(name) in BUILTIN:
        raise BadInputError(
            Sentence("“{name}” comes with Ownhand. Give your preset another name.", name=name)
        )
    return name


def free_name(name: str, presets: Iterable[Preset]) -> str:
    """The name, or with a number behind it if a preset has it already."""
    taken = {preset.slug for preset in presets}
    name = " ".join(name.split())[:LONGEST_NAME].strip() or "Preset"
    numbered = (f"{name[: LONGEST_NAME - 5]} {number}" for number in itertools.count(2))
    return next(n for n in itertools.chain([name], numbered) if slug_of(n) not in taken)


def _for_toml(value: Any) -> Any:
    return [_for_toml(item) for item in value] if isinstance(value, tuple) else value


def parse_preset(values: Mapping[str, Any], where: str) -> Preset:
    """A preset from the values of its file.

    Args:
        values: As TOML has them.
        where: Name of the file, for messages.

    Raises:
        BadInputError: If they are of no version that is known.
        SettingsError: Naming everything in them that is wrong.
    """
    values = _upgraded(values, where)
    problems = []
    name = values.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        problems.append(f"name must be a text of 1 to {LONGEST_NAME} characters.")
    description = values.get("description", "")
    if not isinstance(description, str):
        problems.append("description must be a text.")
    serves = values.get("serves", [])
    if not isinstance(serves, list) or not all(isinstance(item, str) for item in serves):
        problems.append("serves must be a list of texts.")
        serves = []
    known = {"schema", "name", "description", "serves", "settings"}
    problems += [f"There is no field called {key!r}." for key in values if key not in known]
    settings = SamplingSettings()
    table = values.get("settings", {})
    if isinstance(table, Mapping):
        try:
            settings = SamplingSettings.from_values(table)
        except SettingsError as wrong:
            problems += wrong.problems
    else:
        problems.append("settings must be a table.")
    if problems:
        raise SettingsError(problems, where)
    return Preset(str(name).strip(), str(description), settings, serves=tuple(serves))


_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By version: the function that turns a file of that version into one of the next."""


def _upgraded(values: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The values as the current version has them.

    Raises:
        BadInputError: If the version is missing or unknown.
    """
    version = values.get("schema")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadInputError(
            Sentence("{where} is not a preset: its schema number is missing.", where=where)
        )
    if version > SCHEMA:
        raise BadInputError(
            Sentence(
                "{where} was made by a newer Ownhand. Update Ownhand, or save the preset again.",
                where=where,
            )
        )
    current = dict(values)
    for old in range(version, SCHEMA):
        current = _UPGRADES[old](current)
    return current
