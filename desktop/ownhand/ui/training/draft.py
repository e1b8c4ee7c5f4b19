"""What the writer has chosen so far, in the one value that a run needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.training.recipes import Recipe, apply_recipe
from ownhand.training.spec import TrainingSpec


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
        """Everything as usual, or as a recipe says; texts, name and model stay."""
        old = self._spec
        spec = TrainingSpec(
            name=old.name, model=old.model, folders=old.folders, without=old.without,
            sample_prompt=old.sample_prompt,
        )  # fmt: skip
        self.put(spec if recipe is None else apply_recipe(recipe, spec))
