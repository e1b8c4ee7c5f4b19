"""The command that does the same as what is chosen in the window."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import fields

from ownhand.core.errors import BadInputError
from ownhand.training.recipes import apply_recipe, find_recipe
from ownhand.training.spec import TrainingSpec

OPTIONS = {
    "method": "--method",
    "name": "--name",
    "model": "--model",
    "minutes": "--minutes",
    "epochs": "--epochs",
    "steps": "--steps",
    "sample_prompt": "--prompt",
}
"""Fields that have an option of their own; folders, recipe and what is left out are written apart."""

_APART = ("folders", "recipe", "without", "base", "data")


def equal_command(spec: TrainingSpec) -> str:
    """`ownhand finetune …` for a spec, quoted for the shell of this system.

    What differs from the default, or from what the recipe says, stands there as its option; if a
    field has none, the command names the file that `spec_file_name` tells.
    """
    words = ["ownhand", "finetune", *spec.folders]
    if spec.recipe:
        words += ["--recipe", spec.recipe]
    if needs_file(spec):
        words += ["--spec", spec_file_name(spec)]
    for name in _changed(spec):
        if name in OPTIONS:
            words += [OPTIONS[name], _written(getattr(spec, name))]
    for path in spec.without:
        words += ["--without", path]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def needs_file(spec: TrainingSpec) -> bool:
    """Whether something is chosen that no option says, so that the spec must be saved for the command."""
    return any(name not in OPTIONS for name in _changed(spec))


def spec_file_name(spec: TrainingSpec) -> str:
    """How the file is called that the command names."""
    plain = re.sub(r"[^\w]+", "-", spec.name.lower()).strip("-")
    return f"{plain or 'training'}.toml"


def _changed(spec: TrainingSpec) -> list[str]:
    usual = TrainingSpec()
    if spec.recipe:
        try:
            usual = apply_recipe(find_recipe(spec.recipe), usual)
        except BadInputError:  # of another version; all of it goes into the file
            usual = TrainingSpec()
    names = [item.name for item in fields(TrainingSpec) if item.name not in _APART]
    return [name for name in names if getattr(spec, name) != getattr(usual, name)]


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
