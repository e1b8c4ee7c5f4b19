"""Which preset is chosen while the list of presets changes."""

from __future__ import annotations

from dataclasses import replace

from tests.helpers.desk import Desk

from ownhand.core.presets import Preset
from ownhand.core.sampling import SamplingSettings

MINE = Preset("Mine", "As I like it.", SamplingSettings(temperature=0.5))


def test_new_preset_can_be_chosen_in_the_header(desk: Desk) -> None:
    choice, box = desk.window.choice, desk.window.header.preset_box
    choice.replace_presets((*choice.presets, MINE))

    row = box.findText("Mine")
    box.setCurrentIndex(row)
    box.activated.emit(row)

    assert choice.preset == MINE
    assert choice.sampling.temperature == 0.5
    assert desk.settings.value.preset == "Mine"


def test_changed_preset_keeps_what_the_writer_changed_in_the_panel(desk: Desk) -> None:
    choice = desk.window.choice
    choice.replace_presets((*choice.presets, MINE))
    choice.choose("Mine")
    choice.change({"top_k": 7})

    other = replace(MINE, settings=SamplingSettings(temperature=0.9, min_p=0.1))
    choice.replace_presets((*choice.presets[:-1], other))

    assert choice.sampling == SamplingSettings(temperature=0.9, min_p=0.1, top_k=7)
    assert choice.changed_names == ("top_k",)
    assert desk.window.header.preset_box.currentText() == "Mine *"


def test_renamed_preset_stays_the_chosen_one(desk: Desk) -> None:
    choice = desk.window.choice
    choice.replace_presets((*choice.presets, MINE))
    choice.choose("Mine")

    ours = replace(MINE, name="Ours")
    choice.replace_presets((*choice.presets[:-1], ours), renamed=("Mine", "Ours"))

    assert choice.preset == ours
    assert desk.window.header.preset_box.currentText() == "Ours"
    assert desk.settings.value.preset == "Ours"


def test_first_preset_is_taken_when_the_chosen_one_goes(desk: Desk) -> None:
    choice = desk.window.choice
    choice.replace_presets((*choice.presets, MINE))
    choice.choose("Mine")

    choice.replace_presets(choice.presets[:-1])

    assert choice.preset == choice.presets[0]
    assert choice.sampling == choice.presets[0].settings
    assert desk.window.header.preset_box.findText("Mine") == -1
