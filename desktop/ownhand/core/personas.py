"""Named system prompts: who the model is to be in a conversation. One TOML file each."""

from __future__ import annotations

import logging
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.errors import BadInputError
from ownhand.core.resources import resource_path
from ownhand.core.words import Sentence, why

log = logging.getLogger(__name__)

SCHEMA = 1
BUILTIN = ("plain", "editor", "first-reader", "partner")
"""Files in `resources/personas`, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody for the model to be.

    Attributes:
        name: What the writer calls it.
        system: What the model is told before everything else.
        builtin: Whether it comes with Ownhand; such a one cannot be overwritten or deleted.
        path: Its file, or None while it has none.
    """

    name: str
    system: str
    builtin: bool = False
    path: Path | None = None


def builtin_personas() -> tuple[Persona, ...]:
    """The personas that come with Ownhand, in the order of the list."""
    folder = resource_path("personas")
    return tuple(replace(_read(folder / f"{stem}.toml"), builtin=True) for stem in BUILTIN)


def all_personas(folder: Path) -> tuple[Persona, ...]:
    """The built-in personas, then the writer's own by name; what cannot be read is left out and logged.

    Args:
        folder: Of the writer's own: `Paths.personas`.
    """
    own = []
    for path in sorted(folder.glob("*.toml")):
        try:
            own.append(_read(path))
        except BadInputError as problem:
            log.warning("A persona is left out. %s", problem)
    return (*builtin_personas(), *sorted(own, key=lambda persona: persona.name.casefold()))


def save_persona(folder: Path, name: str, system: str) -> Persona:
    """Keep a persona under a name; one of the writer's own by that name is replaced.

    Raises:
        BadInputError: If the name is empty or that of a built-in one, or the file cannot be written.
    """
    import tomlkit  # costs a twentieth of the second in which the window appears

    name = " ".join(name.split())
    if not name:
        raise BadInputError("Give the persona a name first.")
    known = {persona.name.casefold(): persona for persona in all_personas(folder)}
    same = known.get(name.casefold())
    if same is not None and same.builtin:
        raise BadInputError(
            Sentence("“{name}” comes with Ownhand. Choose another name for yours.", name=same.name)
        )
    path = same.path if same is not None else None
    if path is None:
        path = _free_path(folder, name)
    document = tomlkit.document()
    document["schema"] = SCHEMA
    document["name"] = name
    document["system"] = system
    try:
        atomic.write_text(path, tomlkit.dumps(document))
    except OSError as problem:
        raise BadInputError(
            Sentence(
                "The persona cannot be kept in {path} ({reason}). It still holds for this conversation.",
                path=path,
                reason=why(problem),
            )
        ) from problem
    return Persona(name, system, path=path)


def delete_persona(persona: Persona) -> None:
    """Remove one of the writer's own.

    Raises:
        BadInputError: If it cannot be removed.
    """
    if persona.path is None or persona.builtin:
        raise BadInputError(Sentence("“{name}” comes with Ownhand and stays.", name=persona.name))
    try:
        persona.path.unlink(missing_ok=True)
    except OSError as problem:
        raise BadInputError(
            Sentence("The persona cannot be deleted ({reason}).", reason=why(problem))
        ) from problem


def _free_path(folder: Path, name: str) -> Path:
    stem = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:60] or "persona"
    path, number = folder / f"{stem}.toml", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.toml", number + 1
    return path


def _read(path: Path) -> Persona:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadInputError(
            Sentence("{path} cannot be read ({problem}).", path=path, problem=problem)
        ) from problem
    schema, name, system = (values.get(field) for field in ("schema", "name", "system"))
    if not isinstance(schema, int) or schema > SCHEMA:
        raise BadInputError(Sentence("{path} was written by a newer Ownhand.", path=path))
    if not isinstance(name, str) or not name.strip() or not isinstance(system, str):
        raise BadInputError(
            Sentence("{path} is no persona: it needs a name and a system prompt.", path=path)
        )
    return Persona(" ".join(name.split()), system, path=path)
