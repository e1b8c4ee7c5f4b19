"""The reference workflows as they are told."""

from __future__ import annotations

import pytest

from ownhand.core.errors import BadInputError
from ownhand.training.recipes import BUILTIN, Recipe, apply_recipe, find_recipe, recipes
from ownhand.training.spec import TrainingSpec


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_recipe_makes_a_spec_without_problems_and_keeps_the_rest(recipe: Recipe) -> None:
    start = TrainingSpec(name="Mine", folders=("a",))
    spec = apply_recipe(recipe, start)
    assert spec.problems() == []
    assert (spec.recipe, spec.name, spec.folders) == (recipe.name, "Mine", ("a",))
    assert spec != start
    assert recipe.title
    assert recipe.description.endswith(".")


def test_recipe_is_found_by_its_name_in_whatever_case() -> None:
    assert find_recipe(" r1-POEMS ").name == "R1-poems"
    with pytest.raises(BadInputError, match=r"R1, R1-poems, R2"):
        find_recipe("R9")
    assert len({recipe.name for recipe in recipes()}) == len(BUILTIN)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Adam, 32 x 128 tokens a step, linear decay from 5e-5 (KerasNLP GPT-2 guide).
        ("R1", {"method": "full", "seq": 128, "rate": 5e-5, "schedule": "linear", "optimizer": "adam"}),
        ("R2", {"precision": "mixed", "rate": 5e-5}),
        ("R3", {"vocabulary_size": 5000, "width": 256, "heads": 3, "layers": 2, "feed_forward": 128, "batch": 64}),
        ("R4", {"vocabulary_size": 20000, "seq": 80, "batch": 128, "dropout": 0.1, "head_width": 256}),
        ("R5", {"rate": 5e-4, "seq": 128}),
    ],
)  # fmt: skip
def test_recipe_is_what_its_reference_published(name: str, expected: dict[str, object]) -> None:
    spec = apply_recipe(find_recipe(name), TrainingSpec())
    assert {field: getattr(spec, field) for field in expected} == expected


@pytest.mark.parametrize(("name", "size"), [("R1", 32), ("R1-poems", 16), ("R2", 32), ("R5", 16)])
def test_step_of_a_recipe_learns_from_as_many_sequences_as_its_reference(
    name: str, size: int
) -> None:
    spec = apply_recipe(find_recipe(name), TrainingSpec())
    assert spec.batch * spec.accumulate == size
