"""The manager of presets, in a real window with a scripted generator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core.presets import find_preset, load_preset_file, user_presets
from ownhand.core.sampling import SPECS, SamplingSettings
from ownhand.ui.presets.presets_feature import PresetsFeature
from ownhand.ui.presets.presets_window import PresetsWindow

MakeDesk = Callable[..., Desk]


def feature_of(desk: Desk) -> PresetsFeature:
    return next(f for f in desk.window.features if isinstance(f, PresetsFeature))


def manager_of(desk: Desk) -> PresetsWindow:
    desk.window.actions_by_name["presets"].trigger()
    window = feature_of(desk).window
    assert window is not None
    return window


@pytest.fixture
def manager(desk: Desk) -> PresetsWindow:
    return manager_of(desk)


def shown_names(manager: PresetsWindow) -> list[str]:
    rows = (manager.list.item(row) for row in range(manager.list.count()))
    return [row.data(Qt.ItemDataRole.UserRole) for row in rows if not row.isHidden()]


def own_names(desk: Desk) -> list[str]:
    return [preset.name for preset in user_presets(desk.paths.presets)]


def test_manager_opens_on_the_preset_in_use_and_does_not_block(
    desk: Desk, manager: PresetsWindow
) -> None:
    assert manager.preset == desk.window.choice.preset
    assert not manager.isModal()
    assert manager.use_button.text() == "In use"


def test_search_finds_by_name_and_description(manager: PresetsWindow) -> None:
    manager.search.setText("verse")
    by_description = shown_names(manager)
    manager.search.setText("GREEDY")

    assert "Greedy" in shown_names(manager)
    assert "Balanced" not in shown_names(manager)
    assert by_description != shown_names(manager)


def test_built_in_preset_is_read_only_and_its_duplicate_is_not(
    desk: Desk, manager: PresetsWindow
) -> None:
    manager.show_preset("Creative")
    assert not manager.fields.fields["temperature"].editor.widgets[0].isEnabled()
    assert not manager.delete_button.isEnabled()

    manager.duplicate_button.click()
    assert manager.preset.name == "Creative copy"
    assert manager.preset.settings == find_preset("Creative", desk.paths).settings
    manager.fields.fields["temperature"].editor.value_edited.emit(0.35)

    assert manager.preset.settings.temperature == 0.35
    desk.until(lambda: own_names(desk) == ["Creative copy"])
    kept = user_presets(desk.paths.presets)[0]
    desk.until(lambda: user_presets(desk.paths.presets)[0].settings.temperature == 0.35)
    assert kept.description


def test_new_preset_is_neutral_and_named_by_the_writer(desk: Desk, manager: PresetsWindow) -> None:
    manager.new_button.click()
    assert manager.preset.settings == SamplingSettings()

    manager.name.setText("Night voice")
    manager.name.editingFinished.emit()
    manager.description.setText("Slow and dark.")
    manager.description.editingFinished.emit()

    desk.until(lambda: own_names(desk) == ["Night voice"])
    desk.until(lambda: user_presets(desk.paths.presets)[0].description == "Slow and dark.")
    assert desk.window.header.preset_box.findText("Night voice") > 0


def test_name_of_another_preset_is_refused_with_a_sentence(manager: PresetsWindow) -> None:
    manager.new_button.click()
    manager.name.setText("balanced")
    manager.name.editingFinished.emit()

    assert "comes with Ownhand" in manager.note.text()
    assert manager.name.text() == manager.preset.name == "My preset"


def test_preset_in_use_can_be_changed_from_the_manager(desk: Desk, manager: PresetsWindow) -> None:
    manager.duplicate_button.click()
    manager.use_button.click()
    manager.fields.fields["top_k"].editor.value_edited.emit(7)

    assert desk.window.choice.sampling.top_k == 7
    assert desk.window.choice.changed_names == ()


def test_back_to_neutral_switches_everything_off(manager: PresetsWindow) -> None:
    manager.duplicate_button.click()
    assert manager.preset.settings != SamplingSettings()

    manager.neutral_button.click()

    assert manager.preset.settings == SamplingSettings()
    assert not manager.neutral_button.isEnabled()


def test_deleted_preset_comes_back_with_undo(desk: Desk, manager: PresetsWindow) -> None:
    manager.duplicate_button.click()
    manager.use_button.click()
    kept = manager.preset.settings
    desk.until(lambda: own_names(desk) == ["Balanced copy"])

    manager.delete_button.click()
    desk.until(lambda: own_names(desk) == [])
    assert desk.window.choice.preset.name == "Balanced"

    manager.undo_button.click()
    desk.until(lambda: own_names(desk) == ["Balanced copy"])
    assert desk.window.choice.preset.name == "Balanced copy"
    assert desk.window.choice.sampling == kept


def test_each_setting_says_in_a_sentence_what_it_does(manager: PresetsWindow) -> None:
    from PySide6.QtWidgets import QLabel

    shown = {label.text() for label in manager.fields.findChildren(QLabel)}
    assert {spec.help for spec in SPECS.values()} <= shown


def test_order_of_the_transforms_is_changed_by_key(manager: PresetsWindow) -> None:
    manager.duplicate_button.click()
    editor = manager.fields.fields["order"].editor
    rows = editor.widgets[0]
    rows.setCurrentRow(4)  # type: ignore[attr-defined]  # a list
    before = manager.preset.settings.order

    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert manager.preset.settings.order == (*before[:3], before[4], before[3], *before[5:])


def test_sample_streams_into_the_manager_and_never_into_the_text(
    desk: Desk, manager: PresetsWindow
) -> None:
    desk.write("Begin")
    manager.show_preset("Creative")

    manager.samples.try_button.click()
    desk.until(lambda: manager.samples.sample.sample == " one two three")

    request = desk.generator.requests[-1]
    assert request.prompt == "Begin"
    assert request.settings.temperature == find_preset("Creative", desk.paths).settings.temperature
    assert request.settings.seed is not None
    assert request.max_tokens == 48
    assert manager.samples.sample.view.toPlainText() == "Begin one two three"
    assert desk.text() == "Begin"
    assert desk.window.generation.state == "idle"


def test_sample_is_written_again_after_a_change_with_the_same_chances(
    desk: Desk, manager: PresetsWindow
) -> None:
    manager.duplicate_button.click()
    manager.samples.try_button.click()
    desk.until(lambda: manager.samples.sample.sample == " one two three")
    desk.generator.words = (" other",)

    manager.fields.fields["temperature"].editor.value_edited.emit(1.5)
    desk.until(lambda: manager.samples.sample.sample == " other")

    first, second = desk.generator.requests
    assert second.settings.temperature == 1.5
    assert second.settings.seed == first.settings.seed


def test_two_presets_are_tried_side_by_side(desk: Desk, manager: PresetsWindow) -> None:
    row = manager.samples.compare.findData("Greedy")
    manager.samples.compare.setCurrentIndex(row)
    manager.samples.compare.activated.emit(row)

    manager.samples.try_button.click()
    desk.until(lambda: manager.samples.other_sample.sample == " one two three")

    assert [r.preset for r in desk.generator.requests] == ["Balanced", "Greedy"]
    assert manager.samples.other_sample.title.text() == "Greedy"


def test_sample_can_be_stopped(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info(), gated=True)
    desk.begin()
    manager = manager_of(desk)
    manager.samples.try_button.click()
    desk.generator.allow()
    desk.until(lambda: manager.samples.sample.sample == " one")
    assert manager.samples.try_button.text() == "&Stop"

    manager.samples.try_button.click()

    desk.until(lambda: desk.window.model_bridge.idle)
    assert manager.samples.sample.sample == " one"
    assert manager.samples.sample.state.text() == "Stopped."


def test_continue_comes_before_a_sample(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info(), gated=True)
    desk.begin()
    manager = manager_of(desk)
    manager.samples.try_button.click()
    desk.generator.allow()
    desk.until(lambda: manager.samples.sample.sample == " one")

    desk.window.generation.continue_writing()
    desk.until(lambda: len(desk.generator.requests) == 2)
    desk.generator.allow(3)
    desk.until_idle()

    assert desk.text() == " one two three"
    assert manager.samples.sample.sample == " one"


def test_nothing_is_tried_without_a_model(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.begin()
    manager = manager_of(desk)
    assert not manager.samples.try_button.isEnabled()
    assert "Load a model" in manager.samples.hindrance.text()


def test_foreign_preset_is_taken_over_and_losses_are_told(
    desk: Desk, manager: PresetsWindow, tmp_path: Path
) -> None:
    file = tmp_path / "Midnight.yaml"
    file.write_text("temperature: 0.98\ntop_p: 0.37\ntfs: 0.5\n", encoding="utf-8")

    manager.import_requested.emit()
    desk.choose_file(file)
    desk.until(lambda: manager.preset.name == "Midnight")

    assert manager.preset.settings == SamplingSettings(temperature=0.98, top_p=0.37)
    assert "text-generation-webui" in manager.note.text()
    assert "tfs" in manager.note.text()
    desk.until(lambda: own_names(desk) == ["Midnight"])


def test_file_that_is_no_preset_changes_nothing(
    desk: Desk, manager: PresetsWindow, tmp_path: Path
) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    desk.tasks.start(feature_of(desk).take_over(tmp_path / "x.json"))
    desk.until(lambda: "no preset" in manager.note.text())
    assert len(desk.window.choice.presets) == 16


def test_shown_preset_is_written_to_a_file(
    desk: Desk, manager: PresetsWindow, tmp_path: Path
) -> None:
    manager.show_preset("Creative")
    manager.export_requested.emit()
    desk.choose_file(tmp_path / "theirs.toml")

    desk.until(lambda: "theirs.toml" in manager.note.text())
    assert load_preset_file(tmp_path / "theirs.toml").settings == manager.preset.settings


def test_preset_that_cannot_be_kept_is_told(desk: Desk, manager: PresetsWindow) -> None:
    desk.paths.presets.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.presets.write_text("in the way")

    manager.new_button.click()

    desk.until(lambda: "could not be saved" in manager.note.text())
    assert manager.preset.name == "My preset"


def test_change_just_before_the_end_is_kept(desk: Desk, manager: PresetsWindow) -> None:
    manager.new_button.click()
    desk.close()
    assert own_names(desk) == ["My preset"]


# --- presets of models ---------------------------------------------------------------------------


def two_models(make_a_desk: MakeDesk) -> Desk:
    desk = make_a_desk(model_info(), model_info("other", "Other"))
    desk.begin()
    desk.until(lambda: desk.window.models.loaded is not None)
    return desk


def load(desk: Desk, slug: str) -> None:
    models = desk.window.models
    models.load(next(info for info in models.models if info.slug == slug))
    desk.until(lambda: models.loaded is not None and models.loaded.info.slug == slug)


def test_preset_of_a_model_is_chosen_when_the_model_loads(make_a_desk: MakeDesk) -> None:
    desk = two_models(make_a_desk)
    feature_of(desk).defaults.set_preset("other", "Greedy")
    assert desk.window.choice.preset.name == "Balanced"

    load(desk, "other")

    assert desk.window.choice.preset.name == "Greedy"


def test_what_the_writer_chose_with_a_model_stays_when_it_loads_again(
    make_a_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = two_models(make_a_desk)
    feature_of(desk).defaults.set_preset("other", "Greedy")
    load(desk, "other")
    desk.window.choice.choose("Poetry")
    load(desk, "other")
    assert desk.window.choice.preset.name == "Poetry"
    desk.close()

    again = make_a_desk(model_info("other", "Other"), root=tmp_path)
    again.begin()
    again.until(lambda: again.window.models.loaded is not None)
    assert again.window.choice.preset.name == "Poetry"


def test_settings_changed_by_hand_are_not_dropped_for_the_preset_of_a_model(
    make_a_desk: MakeDesk,
) -> None:
    desk = two_models(make_a_desk)
    feature_of(desk).defaults.set_preset("other", "Greedy")
    desk.window.choice.change({"top_k": 3})

    load(desk, "other")
    assert desk.window.choice.sampling.top_k == 3
    assert "Greedy" in desk.message("preset")

    desk.press("preset", "Use “Greedy”")
    assert desk.window.choice.preset.name == "Greedy"


def test_manager_shows_and_sets_the_preset_of_the_loaded_model(make_a_desk: MakeDesk) -> None:
    desk = two_models(make_a_desk)
    manager = manager_of(desk)
    manager.show_preset("Poetry")
    assert not manager.default_box.isChecked()

    manager.default_box.click()

    slug = desk.window.models.loaded.info.slug if desk.window.models.loaded else ""
    assert feature_of(desk).defaults.preset_of(slug) == "Poetry"
    rows = [manager.list.item(row).text() for row in range(manager.list.count())]
    assert any(text.startswith("Poetry · for ") for text in rows)


def test_every_control_of_the_manager_has_a_name_and_is_reached_with_tab(
    manager: PresetsWindow,
) -> None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QTextEdit

    manager.duplicate_button.click()
    reached = {manager.search}
    widget = manager.search.nextInFocusChain()
    while widget is not None and widget is not manager.search:
        reached.add(widget)  # type: ignore[arg-type]  # whatever it is
        widget = widget.nextInFocusChain()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QTextEdit)
    controls = [w for kind in kinds for w in manager.findChildren(kind)]
    for control in controls:
        if control.objectName().startswith("qt_") or not control.isVisibleTo(manager):
            continue
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name.strip(), control
        assert control in reached
    assert len(controls) > 30
