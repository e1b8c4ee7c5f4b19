"""The command that does the same as what is chosen in the window."""

from __future__ import annotations

import contextlib
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
    "sample_prompt": "--prompt",
}
"""Fields that have an option of their own; amount, folders, recipe and what is left out are written apart."""

_AMOUNT = ("steps", "epochs", "minutes")
"""The first of them that is set decides."""

_APART = ("folders", "recipe", "without", "base", "data")


def equal_command(spec: TrainingSpec) -> str:
    """`ownhand finetune …` for a spec, quoted for the shell of this system.

    What differs from the default, or from what the recipe says, stands there as its option. If a
    field has none, all of it is taken from the file that `spec_file_name` tells.
    """
    words = ["ownhand", "finetune", *spec.folders]
    if needs_file(spec):
        words += ["--spec", spec_file_name(spec)]
    else:
        if spec.recipe:
            words += ["--recipe", spec.recipe]
        changed = _changed(spec)
        for name, option in OPTIONS.items():
            if name in changed:
                words += [option, getattr(spec, name)]
        if changed & set(_AMOUNT):
            name = _amount(spec)
            words += [f"--{name}", f"{getattr(spec, name):.10g}"]
        for path in spec.without:
            words += ["--without", path]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def needs_file(spec: TrainingSpec) -> bool:
    """Whether something is chosen that no option says, so that the spec must be saved for the command."""
    said = {*OPTIONS, *_AMOUNT}
    return bool(_changed(spec) - said) or not getattr(spec, _amount(spec))


def spec_file_name(spec: TrainingSpec) -> str:
    """How the file is called that the command names."""
    plain = re.sub(r"[^\w]+", "-", spec.name.lower()).strip("-")
    return f"{plain or 'training'}.toml"


def _amount(spec: TrainingSpec) -> str:
    return next((name for name in _AMOUNT if getattr(spec, name)), "minutes")


def _changed(spec: TrainingSpec) -> set[str]:
    usual = TrainingSpec()
    if spec.recipe:
        with contextlib.suppress(BadInputError):  # one of another version; all goes into the file
            usual = apply_recipe(find_recipe(spec.recipe), usual)
    names = {item.name for item in fields(TrainingSpec)} - set(_APART)
    return {name for name in names if getattr(spec, name) != getattr(usual, name)}
