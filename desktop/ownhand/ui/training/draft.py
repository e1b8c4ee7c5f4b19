"""What the writer has chosen so far, in the one value that a run needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.training.recipes import Recipe, apply_recipe, recipes
from ownhand.training.spec import TrainingSpec

_CLEANING = (
    "drop_duplicates", "drop_near_duplicates", "strip_boilerplate", "minimum_paragraph",
    "lower_case", "html_breaks", "split_punctuation",
)  # fmt: skip


class Draft(QObject):
    """Holds the spec that the pages of the window show and change."""

    spec_changed = Signal(object)
    """`TrainingSpec`: something was chosen."""

    def __init__(self, spec: TrainingSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spec = spec

    @property
    def spec(self) -> TrainingSpec:
        """What is chosen now."""
        return self._spec

    def change(self, **values: Any) -> None:
        """Choose some fields; announces only if something became different."""
        self.put(replace(self._spec, **values))

    def put(self, spec: TrainingSpec) -> None:
        """Take another spec whole, as from a file."""
        if spec != self._spec:
            self._spec = spec
            self.spec_changed.emit(spec)

    def begin_afresh(self, recipe: Recipe | None) -> None:
        """Everything as usual, or as a recipe says; texts, name, model and the writer's own prompt stay."""
        old = self._spec
        spec = TrainingSpec(
            name=old.name, model=old.model, folders=old.folders, without=old.without
        )  # fmt: skip
        spec = spec if recipe is None else apply_recipe(recipe, spec)
        if old.sample_prompt not in ("", _prompt_of(old.recipe)):
            spec = replace(spec, sample_prompt=old.sample_prompt)
        self.put(spec)


def chosen_texts(spec: TrainingSpec) -> tuple[object, ...]:
    """What an inspection depends on, cleaning apart."""
    from_scratch = spec.method == "scratch"
    model = "" if from_scratch else spec.model
    return spec.folders, spec.without, spec.text_field, from_scratch, model


def chosen_cleaning(spec: TrainingSpec) -> tuple[object, ...]:
    """What a preview of the cleaning depends on."""
    return tuple(getattr(spec, name) for name in _CLEANING)


def _prompt_of(name: str) -> str:
    """The prompt that came with a recipe, and goes with it."""
    values = next((recipe.values for recipe in recipes() if recipe.name == name), {})
    return str(values.get("sample_prompt", ""))
