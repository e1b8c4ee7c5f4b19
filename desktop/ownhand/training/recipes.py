"""The built-in recipes: what to set for a well-known way of training, as TOML files in `resources/recipes`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.resources import resource_path
from ownhand.core.words import Sentence
from ownhand.training.spec import TrainingSpec, checked_values

SCHEMA = 1

BUILTIN = ("r1", "r1-poems", "r2", "r3", "r4", "r5", "poems")
"""File names, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Fields of a spec under a name.

    Attributes:
        name: What the command line calls it, in whatever case.
        title: What the window calls it.
        description: What it does, in a sentence or two.
        values: The fields it sets; the others stay as they are.
    """

    name: str
    title: str
    description: str
    values: Mapping[str, Any]


def recipes() -> tuple[Recipe, ...]:
    """The recipes that come with Ownhand."""
    folder = resource_path("recipes")
    return tuple(_load(folder / f"{stem}.toml") for stem in BUILTIN)


def find_recipe(name: str) -> Recipe:
    """A recipe by its name.

    Raises:
        BadInputError: If there is none; lists those that there are.
    """
    for recipe in recipes():
        if recipe.name.casefold() == name.strip().casefold():
            return recipe
    names = ", ".join(recipe.name for recipe in recipes())
    raise BadInputError(
        Sentence(
            "There is no recipe called “{name}”. The recipes are: {names}.", name=name, names=names
        )
    )


def apply_recipe(recipe: Recipe, spec: TrainingSpec) -> TrainingSpec:
    """The spec with what the recipe sets, under the recipe's name."""
    return replace(spec, **{**recipe.values, "recipe": recipe.name})


def _load(path: Path) -> Recipe:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    if document["schema"] != SCHEMA:
        raise SettingsError(["It was written for another version of Ownhand."], path.name)
    values, problems = checked_values(document["spec"])
    if problems:
        raise SettingsError(problems, path.name)
    return Recipe(document["name"], document["title"], document["description"], values)
