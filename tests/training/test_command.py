"""The command says what the window says."""

from __future__ import annotations

import shlex
import sys
from dataclasses import replace

import pytest

from ownhand.training.command import equal_command, needs_file, spec_file_name
from ownhand.training.recipes import apply_recipe, find_recipe
from ownhand.training.spec import TrainingSpec

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="quoted for another shell")

USUAL = TrainingSpec(folders=("/home/me/my novels",))


def words(spec: TrainingSpec) -> list[str]:
    return shlex.split(equal_command(spec))


def test_usual_training_names_the_folder_alone() -> None:
    assert words(USUAL) == ["ownhand", "finetune", "/home/me/my novels"]
    assert not needs_file(USUAL)


def test_what_has_an_option_stands_as_its_option() -> None:
    spec = replace(
        USUAL, name="It's me", method="full", minutes=60.0, sample_prompt="Once, I", without=("/a b.txt",)
    )  # fmt: skip

    assert words(spec)[3:] == [
        "--method", "full", "--name", "It's me", "--prompt", "Once, I", "--minutes", "60",
        "--without", "/a b.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"steps": 40, "epochs": 2.0}, ["--steps", "40"]),
        ({"epochs": 2.5}, ["--epochs", "2.5"]),
        ({"minutes": 2.0}, ["--minutes", "2"]),
        ({"steps": 1_234_567}, ["--steps", "1234567"]),
    ],
)
def test_amount_is_said_by_what_decides(changes: dict[str, float], said: list[str]) -> None:
    assert words(replace(USUAL, **changes))[3:] == said  # type: ignore[arg-type]


def test_recipe_stands_for_what_it_sets() -> None:
    spec = apply_recipe(find_recipe("R3"), USUAL)

    assert words(spec)[3:] == ["--recipe", "R3"]
    assert words(replace(spec, epochs=0.0, minutes=15.0))[3:] == ["--recipe", "R3", "--minutes", "15"]  # fmt: skip


@pytest.mark.parametrize("changes", [{"rank": 16}, {"lower_case": True}, {"minutes": 0.0}])
def test_what_has_no_option_goes_through_the_file(changes: dict[str, object]) -> None:
    spec = replace(USUAL, name="Meine Briefe!", **changes)  # type: ignore[arg-type]

    assert needs_file(spec)
    assert words(spec)[3:] == ["--spec", "meine-briefe.toml"]
    assert spec_file_name(spec) == "meine-briefe.toml"
