"""The command that the window shows gives the training that is chosen there."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ownhand.cli import app
from ownhand.training.command import equal_command, needs_file, spec_file_name
from ownhand.training.recipes import BUILTIN, apply_recipe, find_recipe
from ownhand.training.spec import METHODS, TrainingSpec, write_spec

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="quoted for another shell")

Understood = Callable[[TrainingSpec], TrainingSpec]

CHANGES: tuple[dict[str, Any], ...] = (
    {},
    *({"method": method, "model": "my-model"} for method in METHODS),
    {"name": "--It's “mine”, $HOME", "sample_prompt": "-- Why?\nBecause", "minutes": 0.5, "epochs": 0.0},
    {"sample_prompt": "", "epochs": 2.25},
    {"steps": 1_234_567, "epochs": 0.0},
    {"rank": 16, "name": "Briefe, 2. Teil", "minutes": 60.0},
)  # fmt: skip


class _Heard(Exception):
    """The command got as far as planning."""


@pytest.fixture
def understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Understood:
    heard: list[TrainingSpec] = []

    def plan(_paths: object, _runs: object, spec: TrainingSpec, *_: object) -> str:
        heard.append(spec)
        raise _Heard

    monkeypatch.setattr(sys.modules["ownhand.cli.finetune"], "_planned", plan)
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def run(spec: TrainingSpec) -> TrainingSpec:
        if needs_file(spec):
            write_spec(Path(spec_file_name(spec)), spec)
        done = CliRunner().invoke(app, shlex.split(equal_command(spec))[1:])
        assert isinstance(done.exception, _Heard), done.output
        return heard.pop()

    return run


@pytest.mark.parametrize("recipe", ["", *BUILTIN])
def test_command_gives_what_is_chosen(recipe: str, understood: Understood, tmp_path: Path) -> None:
    draft = tmp_path / "a draft.txt"
    draft.write_text("x")
    usual = TrainingSpec(folders=("/home/me/my novels",), without=(str(draft),))
    if recipe:
        usual = apply_recipe(find_recipe(recipe), usual)
    for changes in CHANGES:
        spec = replace(usual, **changes)
        assert _what_decides(understood(spec)) == _what_decides(spec), equal_command(spec)


def _what_decides(spec: TrainingSpec) -> TrainingSpec:
    """Steps go before epochs, epochs before minutes; what comes behind says nothing."""
    if spec.steps:
        return replace(spec, epochs=0.0, minutes=0.0)
    return replace(spec, minutes=0.0) if spec.epochs else spec
