from __future__ import annotations

import logging
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core import presets as presets_module
from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.paths import Paths
from ownhand.core.presets import (
    BUILTIN,
    Preset,
    all_presets,
    builtin_presets,
    find_preset,
    load_preset_file,
    save_preset,
    user_presets,
    write_preset_file,
)
from ownhand.core.resources import resource_path
from ownhand.core.sampling import SamplingSettings


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "logs")


def preset_file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_builtin_presets_are_the_files_that_come_with_ownhand() -> None:
    files = {path.stem for path in resource_path("presets").glob("*.toml")}
    assert files == set(BUILTIN)
    assert len(BUILTIN) >= 14
    assert [preset.slug for preset in builtin_presets()] == list(BUILTIN)


@pytest.mark.parametrize("preset", builtin_presets(), ids=lambda p: p.slug)
def test_builtin_preset_says_in_one_line_what_it_does(preset: Preset) -> None:
    assert preset.builtin
    assert 20 < len(preset.description) < 140
    assert "\n" not in preset.description
    assert preset.description.endswith(".")
    assert set(preset.serves) <= {"R1", "R2", "R3", "R4", "R5"}


def test_builtin_presets_differ_in_what_they_do() -> None:
    all_settings = [preset.settings for preset in builtin_presets()]
    assert len(set(all_settings)) == len(all_settings)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Top-k 5", {"top_k": 5}),
        ("Top-k 10", {"top_k": 10}),
        ("Top-p 0.5", {"top_p": 0.5}),
        ("Beam 10", {"sampler": "beam", "num_beams": 10}),
        ("Greedy", {"sampler": "greedy"}),
        ("Contrastive", {"sampler": "contrastive", "top_k": 5, "contrastive_alpha": 0.6}),
        ("Neutral", {}),
    ],
)
def test_reference_preset_has_the_settings_of_its_workflow_and_nothing_else(
    paths: Paths, name: str, values: dict[str, object]
) -> None:
    assert find_preset(name, paths).settings == SamplingSettings.from_values(values)


@pytest.mark.parametrize(
    ("workflow", "needed"),
    [
        ("R1", {"Top-k 5", "Greedy", "Beam 10", "Contrastive", "Neutral"}),
        ("R2", {"Top-k 5", "Greedy", "Beam 10", "Contrastive", "Neutral"}),
        ("R3", {"Greedy", "Beam 10", "Neutral", "Top-k 10", "Top-p 0.5"}),
        ("R4", {"Top-k 10"}),
        ("R5", {"Top-k 5", "Greedy", "Balanced"}),
    ],
)
def test_reference_workflow_finds_its_presets(workflow: str, needed: set[str]) -> None:
    serving = {preset.name for preset in builtin_presets() if workflow in preset.serves}
    assert needed <= serving


def test_balanced_comes_first() -> None:
    assert builtin_presets()[0].name == "Balanced"


@pytest.mark.parametrize("name", ["Top-p 0.5", "top-P 0.5", "top-p-0-5", " Top-p 0.5 "])
def test_preset_is_found_by_name_in_any_case_and_by_slug(paths: Paths, name: str) -> None:
    assert find_preset(name, paths).name == "Top-p 0.5"


def test_unknown_preset_is_refused_with_the_names_there_are(paths: Paths) -> None:
    save_preset(Preset("My letters"), paths.presets)
    with pytest.raises(BadInputError, match=r"“balnced”.*Balanced, Creative.*My letters"):
        find_preset("balnced", paths)


def test_saved_preset_comes_back_as_it_was(paths: Paths) -> None:
    settings = SamplingSettings.from_values(
        {
            "sampler": "beam",
            "temperature": 0.7,
            "seed": 12,
            "banned_phrases": ["down her spine", 'a "quoted" one'],
            "stop_strings": ["\n\n", "—"],
            "logit_bias": {" whale": -5, "\t": 2.5},
            "dry_breakers": [],
            "order": sorted(SamplingSettings().order),
        }
    )
    saved = save_preset(Preset("Wal & Meer", "Über das Meer.", settings), paths.presets)
    (loaded,) = user_presets(paths.presets)
    assert loaded == saved
    assert loaded.settings == settings
    assert loaded.path == paths.presets / "wal-meer.toml"
    assert not loaded.builtin


@given(
    temperature=st.floats(0.05, 5.0),
    top_k=st.integers(0, 1000),
    phrases=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=3),
)
def test_any_settings_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, temperature: float, top_k: int, phrases: list[str]
) -> None:
    settings = SamplingSettings.from_values(
        {"temperature": temperature, "top_k": top_k, "banned_phrases": phrases}
    )
    path = tmp_path_factory.mktemp("presets") / "p.toml"
    write_preset_file(Preset("P", settings=settings), path)
    assert load_preset_file(path).settings == settings


def test_saving_under_the_same_name_replaces_the_preset(paths: Paths) -> None:
    save_preset(Preset("Mine", "one"), paths.presets)
    save_preset(Preset("mine", "two"), paths.presets)
    assert [preset.description for preset in user_presets(paths.presets)] == ["two"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_saving_without_a_usable_name_is_refused(paths: Paths, name: str) -> None:
    with pytest.raises(BadInputError, match="name"):
        save_preset(Preset(name), paths.presets)


@pytest.mark.parametrize("name", ["Balanced", "balanced", "TOP-K 5"])
def test_saving_over_a_builtin_preset_is_refused(paths: Paths, name: str) -> None:
    with pytest.raises(BadInputError, match="another name"):
        save_preset(Preset(name), paths.presets)


def test_every_wrong_field_is_named_at_once(tmp_path: Path) -> None:
    path = preset_file(
        tmp_path / "wrong.toml",
        'schema = 1\nname = ""\ndescription = 3\ncolour = "red"\n'
        '[settings]\ntemperature = 99\ntop_k = "many"\nwildness = 2\nsampler = "best"\n',
    )
    with pytest.raises(SettingsError) as caught:
        load_preset_file(path)
    message = str(caught.value)
    assert message.startswith("wrong.toml: ")
    for field in ("name", "description", "colour", "temperature", "top_k", "wildness", "sampler"):
        assert field in message
    assert len(caught.value.problems) == 7


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        "name = 'no schema'",
        "schema = 99\nname = 'newer'",
        "schema = 1\nname = 'x'\nsettings = 3",
    ],
)
def test_damaged_preset_is_logged_and_the_others_are_kept(
    paths: Paths, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    save_preset(Preset("Good"), paths.presets)
    preset_file(paths.presets / "bad.toml", text)
    with caplog.at_level(logging.WARNING):
        found = all_presets(paths)
    assert [preset.name for preset in found if not preset.builtin] == ["Good"]
    assert "bad.toml" in caplog.text


def test_preset_that_is_not_text_is_left_out(
    paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    paths.presets.mkdir(parents=True)
    (paths.presets / "bad.toml").write_bytes(b"\xff\xfe\x00")
    assert user_presets(paths.presets) == ()
    assert "bad.toml" in caplog.text


def test_own_file_with_the_name_of_a_builtin_preset_is_left_out(
    paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    preset_file(paths.presets / "mine.toml", "schema = 1\nname = 'greedy'\n[settings]\ntop_k = 3\n")
    assert find_preset("Greedy", paths).builtin
    assert "mine.toml" in caplog.text


def test_missing_folder_of_own_presets_is_no_error(paths: Paths) -> None:
    assert all_presets(paths) == builtin_presets()


def test_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"gone\.toml"):
        load_preset_file(tmp_path / "gone.toml")


def test_file_of_an_older_schema_is_upgraded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = preset_file(tmp_path / "old.toml", "schema = 1\ntitle = 'Old'\n")
    monkeypatch.setattr(presets_module, "SCHEMA", 2)
    monkeypatch.setitem(
        presets_module._UPGRADES, 1, lambda old: {"schema": 2, "name": old["title"]}
    )
    assert load_preset_file(path).name == "Old"


def test_written_file_can_be_read_by_people(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    write_preset_file(Preset("Ours", "Two words.", SamplingSettings(top_k=7)), path)
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {
        "schema": 1, "name": "Ours", "description": "Two words.", "settings": {"top_k": 7},
    }  # fmt: skip
