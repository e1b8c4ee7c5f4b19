"""The panel is built from the declarations of the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.sampling import DEFAULT_ORDER, SPECS, SamplingSettings, SettingSpec
from ownhand.core.settings import Settings
from ownhand.ui.panels.side_panel import SidePanel

MakeDesk = Callable[..., Desk]


def other_value(name: str, spec: SettingSpec) -> Any:
    """A valid value that differs from the neutral one."""
    match spec.kind:
        case "choice":
            return "beam"
        case "texts":
            return ("one\ntwo", "back\\slash")
        case "biases":
            return ((" whale", -5.0), ("a:b", 2.5))
        case "order":
            return tuple(reversed(DEFAULT_ORDER))
        case "seed":
            return 4_000_000_000
        case _:
            high = spec.minimum + 0.75 * (spec.maximum - spec.minimum)
            return int(high) if spec.kind == "int" else round(high, 2)


@pytest.mark.parametrize("name", SPECS)
def test_every_setting_has_a_field_that_shows_and_gives_its_value(desk: Desk, name: str) -> None:
    spec, panel, choice = SPECS[name], desk.window.panel, desk.window.choice
    field = panel.fields[name]
    value = other_value(name, spec)

    choice.change({name: value})
    assert choice.sampling == SamplingSettings.from_values(
        {name: value}, base=choice.preset.settings
    )
    edited: list[Any] = []
    field.value_edited.connect(lambda _name, given: edited.append(given))
    commit(field.editor)

    # What the editor shows is the value: giving it back unchanged changes nothing.
    for given in edited:
        assert SamplingSettings.from_values({name: given}) == SamplingSettings.from_values(
            {name: value}
        )
    assert field.label.text() == f"{spec.label} •"
    assert spec.technical in field.toolTip()
    assert spec.help in field.editor.widgets[0].accessibleDescription()
    assert not field.reset_button.isHidden()


def commit(editor: Any) -> None:
    """Have an editor give its value without a change by the writer, as far as it can."""
    for method in ("_on_editing_finished", "_on_lines_left", "_on_list_moved"):
        if hasattr(editor, method):
            editor._shown = object()
            getattr(editor, method)()


@pytest.mark.parametrize("name", [n for n, s in SPECS.items() if s.kind in ("float", "int")])
def test_slider_reaches_both_ends_and_agrees_with_the_box(desk: Desk, name: str) -> None:
    field, spec = desk.window.panel.fields[name], SPECS[name]
    editor: Any = field.editor

    for position, end in ((editor.slider.maximum(), spec.maximum), (0, spec.minimum)):
        editor.slider.setValue(500)
        editor.slider.setValue(position)
        assert getattr(desk.window.choice.sampling, name) == pytest.approx(end)
        assert editor.box.value() == pytest.approx(end)

    middle = spec.minimum + 7 * spec.step
    editor.box.setValue(middle if spec.kind == "float" else int(middle))
    assert getattr(desk.window.choice.sampling, name) == pytest.approx(middle)


def test_setting_declared_tomorrow_gets_a_field(desk: Desk, tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Tomorrow:
        daring: float = 0.5

    class Choice(type(desk.window.choice)):  # type: ignore[misc]
        sampling = Tomorrow()

        @property
        def changed_names(self) -> tuple[str, ...]:
            return ("daring",)

    settings = SettingsOwner(Settings(), tmp_path / "settings.toml")
    spec = SettingSpec("Daring", "dare", "More of it.", "float", 0.0, 1.0, 0.01, None, "mood")
    choice = Choice(desk.window.choice.presets, settings)
    choice.sampling = Tomorrow()
    panel = SidePanel(choice, settings, desk.window._themes, specs={"daring": spec})
    desk.bot.addWidget(panel)

    assert panel.fields["daring"].label.text() == "Daring •"
    assert panel.folds["mood"].button.text() == "Mood • 1"


def test_basic_settings_are_open_and_others_folded(desk: Desk) -> None:
    panel = desk.window.panel
    for name, spec in SPECS.items():
        assert panel.fields[name].isVisible() is (spec.group == "basic"), name

    panel.folds["cutting"].button.click()
    assert panel.fields["top_k"].isVisible()


def test_change_is_marked_in_field_fold_preset_and_undone_by_reset(desk: Desk) -> None:
    window = desk.window
    window.choice.change({"min_p": 0.4, "temperature": 1.9})
    assert window.panel.folds["cutting"].button.text().endswith("• 1")
    assert window.header.preset_box.currentText().endswith(" *")

    window.panel.fields["min_p"].reset_button.click()
    assert list(window.choice.changed_names) == ["temperature"]
    window.panel.reset_all_button.click()

    assert not window.choice.changed_names
    assert window.header.preset_box.currentText() == window.choice.preset.name
    assert window.panel.reset_all_button.isHidden()


def test_preset_from_the_list_sets_all_fields(desk: Desk) -> None:
    window = desk.window
    window.choice.change({"temperature": 1.9})
    row = next(i for i, p in enumerate(window.choice.presets) if p.settings.sampler == "beam")

    window.header.preset_box.activated.emit(row)

    preset = window.choice.presets[row]
    assert window.choice.sampling == preset.settings
    assert desk.settings.value.preset == preset.name
    notes = [label.text() for label in window.panel.findChildren(QLabel)]
    assert preset.description in notes


def test_wrong_value_is_explained_and_changes_nothing(desk: Desk) -> None:
    field = desk.window.panel.fields["logit_bias"]
    desk.window.panel.folds["words"].button.click()
    before = desk.window.choice.sampling

    field.value_edited.emit("logit_bias", (("whale", "much"),))

    assert desk.window.choice.sampling == before
    assert field.problem.isVisible()
    assert "logit_bias" in field.problem.text()
    field.value_edited.emit("logit_bias", (("whale", "3"),))
    assert not field.problem.isVisible()


def test_adjustments_and_lengths_survive_a_restart(make_a_desk: MakeDesk) -> None:
    first = make_a_desk(model_info())
    first.begin()
    first.window.choice.choose("Neutral")
    first.window.choice.change({"banned_phrases": ("as an AI",), "seed": 5, "temperature": 0.7})
    first.window.panel.fields["max_tokens"].value_edited.emit("max_tokens", 321)
    sampling = first.window.choice.sampling
    first.close()

    second = make_a_desk(model_info())

    assert second.window.choice.preset.name == "Neutral"
    assert second.window.choice.sampling == sampling
    box: Any = second.window.panel.fields["max_tokens"].editor
    assert box.box.value() == 321


def test_unusable_adjustment_in_the_file_is_left_out(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    desk.settings.change(adjustments=("temperature=9000", "nonsense", "min_p=0.3"))
    desk.close()
    desk.settings.flush()

    again = make_a_desk(model_info())

    assert again.window.choice.sampling.min_p == 0.3
    assert again.window.choice.changed_names == ("min_p",)
