"""Every field of a spec is declared for the forms, or stands elsewhere in the window."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ownhand.training.recipes import apply_recipe, recipes
from ownhand.training.spec import TrainingSpec
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.spec_fields import GROUPS, SPEC_FIELDS, SpecField
from ownhand.ui.training.spec_form import SpecForm

ELSEWHERE = {"name", "model", "folders", "without", "recipe", "base", "data", "sample_prompt"}


def test_every_field_of_a_spec_is_declared_once() -> None:
    names = [field.name for field in SPEC_FIELDS]
    assert len(names) == len(set(names))
    assert {*names, *ELSEWHERE} == {field.name for field in fields(TrainingSpec)}


def test_declarations_are_whole() -> None:
    for field in SPEC_FIELDS:
        assert field.group in GROUPS
        assert all((field.label, field.technical, field.help)), field.name
        assert field.help.endswith((".", "!"))
        assert (field.kind in ("choice", "several")) == bool(field.choices)


@pytest.mark.parametrize("field", SPEC_FIELDS, ids=lambda field: field.name)
def test_value_of_every_recipe_can_be_shown(
    field: SpecField, qtbot: QtBot, qapp: QApplication
) -> None:
    for spec in (TrainingSpec(), *(apply_recipe(recipe, TrainingSpec()) for recipe in recipes())):
        value = getattr(spec, field.name)
        if field.kind == "choice":
            assert value in [choice for choice, _ in field.choices]
        elif field.kind == "several":
            assert set(value) <= {choice for choice, _ in field.choices}
        elif field.kind == "name":
            assert value == ""
        elif field.kind != "flag":
            assert field.minimum <= value <= field.maximum
            assert round(value, field.decimals) == value


@pytest.mark.parametrize(
    ("name", "spec", "shown"),
    [
        ("rank", TrainingSpec(), True),
        ("rank", TrainingSpec(method="full"), False),
        ("layers", TrainingSpec(), False),
        ("layers", TrainingSpec(method="scratch"), True),
        ("norm_epsilon", TrainingSpec(method="scratch"), False),
        ("norm_epsilon", TrainingSpec(method="scratch", architecture="post_norm"), True),
        ("minutes", TrainingSpec(steps=40), False),
    ],
)
def test_only_what_matters_is_shown(
    name: str, spec: TrainingSpec, shown: bool, qtbot: QtBot, qapp: QApplication
) -> None:
    draft = Draft(TrainingSpec(batch=8))
    form = SpecForm(SPEC_FIELDS, draft)
    qtbot.addWidget(form)
    draft.put(spec)

    assert form.rows[name].isVisibleTo(form) is shown


def test_editing_changes_the_draft_and_showing_does_not(qtbot: QtBot, qapp: QApplication) -> None:
    draft = Draft(TrainingSpec())
    form = SpecForm(SPEC_FIELDS, draft)
    qtbot.addWidget(form)
    heard: list[TrainingSpec] = []
    draft.spec_changed.connect(heard.append)

    draft.put(apply_recipe(recipes()[-1], TrainingSpec()))
    assert len(heard) == 1

    draft.put(TrainingSpec())
    form.editors["rank"].widgets[0].setValue(32)  # type: ignore[attr-defined]
    form.editors["rate"].widgets[0].setValue(0.0002)  # type: ignore[attr-defined]
    form.editors["lower_case"].widgets[0].click()  # type: ignore[attr-defined]
    form.editors["targets"].widgets[1].click()  # type: ignore[attr-defined]
    assert draft.spec == replace(
        TrainingSpec(), rank=32, rate=0.0002, lower_case=True, targets=("query", "key", "value")
    )


def test_last_of_several_cannot_be_taken_away(qtbot: QtBot, qapp: QApplication) -> None:
    draft = Draft(TrainingSpec(samplers=("greedy",)))
    form = SpecForm([f for f in SPEC_FIELDS if f.name == "samplers"], draft)
    qtbot.addWidget(form)
    box = next(w for w in form.editors["samplers"].widgets if w.accessibleName().endswith("Greedy"))

    box.click()  # type: ignore[attr-defined]

    assert box.isChecked()  # type: ignore[attr-defined]
    assert draft.spec.samplers == ("greedy",)


def test_open_value_is_shown_in_words(qtbot: QtBot, qapp: QApplication) -> None:
    form = SpecForm(SPEC_FIELDS, Draft(TrainingSpec(rate=5e-5)))
    qtbot.addWidget(form)

    assert form.editors["seq"].widgets[0].text() == "chosen for you"  # type: ignore[attr-defined]
    assert form.editors["rate"].widgets[0].text() == "0.00005"  # type: ignore[attr-defined]
