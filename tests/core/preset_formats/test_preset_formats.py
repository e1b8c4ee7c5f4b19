"""Presets of other programs: values of the kinds that these programs write, none of their files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ownhand.core import preset_formats
from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.preset_formats import FORMATS, TakenPreset, import_preset
from ownhand.core.presets import Preset, builtin_presets, write_preset_file
from ownhand.core.sampling import SamplingSettings


def taken(tmp_path: Path, values: Any, name: str = "Theirs.json") -> TakenPreset:
    path = tmp_path / name
    text = values if isinstance(values, str) else json.dumps(values)
    path.write_text(text, encoding="utf-8")
    return import_preset(path)


def settings_of(preset: TakenPreset) -> dict[str, Any]:
    return preset.preset.settings.changed_values()


@pytest.mark.parametrize("preset", builtin_presets(), ids=lambda p: p.slug)
def test_own_preset_comes_back_as_it_was_written(tmp_path: Path, preset: Preset) -> None:
    write_preset_file(preset, tmp_path / "p.toml")
    back = import_preset(tmp_path / "p.toml")
    assert (back.preset.name, back.preset.description) == (preset.name, preset.description)
    assert back.preset.settings == preset.settings
    assert back.left_out == ()


# --- text-generation-webui ----------------------------------------------------------------------


def test_yaml_of_text_generation_webui_is_read(tmp_path: Path) -> None:
    preset = taken(
        tmp_path,
        "temperature: 0.7\ntop_p: 0.9\ntop_k: 20\ntypical_p: 0.95\nmin_p: 0.02\n"
        "repetition_penalty: 1.15\nxtc_threshold: 0.2\nxtc_probability: 0.5\n"
        "dry_multiplier: 0.8\ndry_base: 2\ndry_allowed_length: 3\n"
        'dry_sequence_breakers: \'"\\n", ":"\'\nseed: 7\n',
        "Midnight.yaml",
    )
    assert preset.format == "text-generation-webui"
    assert preset.preset.name == "Midnight"
    assert settings_of(preset) == {
        "temperature": 0.7, "top_p": 0.9, "top_k": 20, "typical_p": 0.95, "min_p": 0.02,
        "repetition_penalty": 1.15, "xtc_threshold": 0.2, "xtc_probability": 0.5,
        "dry_multiplier": 0.8, "dry_base": 2.0, "dry_allowed_length": 3,
        "dry_breakers": ("\n", ":"), "penalty_window": 1024, "seed": 7,
    }  # fmt: skip
    assert preset.left_out == ()


def test_what_has_no_counterpart_is_listed_only_when_it_is_in_use(tmp_path: Path) -> None:
    text = "temperature: 1.3\ntfs: 0.9\ntop_a: 0\nmirostat_mode: 2\nmirostat_tau: 5\nsmoothing_factor: 0.0\n"
    preset = taken(tmp_path, text, "x.yaml")
    assert [sentence.partition(":")[0] for sentence in preset.left_out] == ["tfs", "mirostat_mode"]


def test_unknown_names_are_listed(tmp_path: Path) -> None:
    preset = taken(tmp_path, "temperature: 1.3\nnew_sampler: 3\n", "x.yaml")
    assert preset.left_out == ("Unknown here: new_sampler.",)


def test_greedy_contrastive_and_beam_are_told_apart(tmp_path: Path) -> None:
    greedy = taken(tmp_path, "do_sample: false\n", "a.yaml")
    zero = taken(tmp_path, "temperature: 0\n", "b.yaml")
    contrastive = taken(tmp_path, "penalty_alpha: 0.6\ntop_k: 4\n", "c.yml")
    beam = taken(tmp_path, "num_beams: 4\ntemperature: 1.0\n", "d.yaml")
    assert settings_of(greedy) == settings_of(zero) == {"sampler": "greedy"}
    assert settings_of(contrastive) == {"sampler": "contrastive", "top_k": 4}
    assert settings_of(beam) == {"sampler": "beam", "num_beams": 4}


def test_order_is_taken_over_and_temperature_can_be_last(tmp_path: Path) -> None:
    text = "top_k: 9\ntemperature_last: true\nsampler_priority: |-\n  top_p\n  top_k\n  min_p\n"
    order = taken(tmp_path, text, "x.yaml").preset.settings.order
    assert order == (
        "logit_bias", "repetition_penalty", "presence_frequency", "dry",
        "top_p", "typical", "top_k", "min_p", "xtc", "temperature",
    )  # fmt: skip


def test_values_beyond_the_range_become_the_nearest_and_are_told(tmp_path: Path) -> None:
    preset = taken(tmp_path, "temperature: 9\nrepetition_penalty: 0.9\n", "x.yaml")
    assert settings_of(preset) == {"temperature": 5.0}
    assert "temperature: 9 became 5" in preset.left_out[0]
    assert "repetition_penalty: 0.9 became 1" in preset.left_out[1]


def test_threshold_that_nothing_can_reach_switches_xtc_off(tmp_path: Path) -> None:
    preset = taken(tmp_path, "xtc_threshold: 0.9\nxtc_probability: 0.5\n", "x.yaml")
    assert preset.preset.settings.xtc_probability == 0.0


# --- SillyTavern --------------------------------------------------------------------------------

TAVERN = {
    "temp": 0.9, "temperature_last": True, "top_p": 0.95, "top_k": 0, "top_a": 0, "tfs": 1, "typical_p": 1,
    "min_p": 0.05, "rep_pen": 1.1, "rep_pen_range": 2048, "rep_pen_slope": 1, "freq_pen": 0.1,
    "presence_pen": 0.2, "penalty_alpha": 0, "num_beams": 1, "do_sample": True, "dynatemp": False,
    "smoothing_factor": 0, "dry_allowed_length": 2, "dry_multiplier": 0.8, "dry_base": 1.75,
    "dry_sequence_breakers": '["\\n", ":"]', "dry_penalty_last_n": 0, "mirostat_mode": 0,
    "xtc_threshold": 0.1, "xtc_probability": 0, "sampler_order": [6, 0, 1, 3, 4, 2, 5],
    "sampler_priority": ["repetition_penalty", "dry", "temperature", "top_k", "top_p", "min_p", "xtc"],
    "banned_tokens": '"a shiver down"\n[1, 2]\ntestament to', "logit_bias": [{"text": " whale", "value": -5}],
}  # fmt: skip


def test_preset_of_sillytavern_is_read(tmp_path: Path) -> None:
    preset = taken(tmp_path, TAVERN)
    assert preset.format == "SillyTavern"
    settings = settings_of(preset)
    assert settings.pop("order")[-1] == "temperature"
    assert settings == {
        "temperature": 0.9, "top_p": 0.95, "min_p": 0.05, "repetition_penalty": 1.1,
        "penalty_window": 2048, "frequency_penalty": 0.1, "presence_penalty": 0.2,
        "dry_multiplier": 0.8, "dry_breakers": ("\n", ":"),
        "banned_phrases": ("a shiver down", "testament to"), "logit_bias": ((" whale", -5.0),),
    }  # fmt: skip
    assert preset.left_out == ("Banned tokens by number: they mean something else to each model.",)


def test_export_of_everything_gives_its_preset(tmp_path: Path) -> None:
    values = {"preset": TAVERN | {"name": "Wild"}, "instruct": {"name": "x"}, "context": {}}
    preset = taken(tmp_path, values)
    assert preset.preset.name == "Wild"
    assert preset.preset.settings.temperature == 0.9
    assert "templates" in preset.left_out[0]


def test_in_use_without_a_counterpart_is_listed_for_sillytavern(tmp_path: Path) -> None:
    preset = taken(tmp_path, {"temp": 1, "rep_pen": 1, "dynatemp": True, "top_a": 0.2, "skew": 1})
    assert {s.partition(":")[0] for s in preset.left_out} == {"dynatemp", "top_a", "skew"}


# --- KoboldAI Lite ------------------------------------------------------------------------------

KOBOLD = {
    "temperature": 0.75, "top_p": 0.92, "min_p": 0.05, "top_k": 100, "top_a": 0, "typ_s": 0.9, "tfs_s": 1,
    "rep_pen": 1.07, "rep_pen_range": 360, "rep_pen_slope": 0.7, "presence_penalty": 0, "sampler_seed": -1,
    "sampler_order": [6, 0, 1, 3, 4, 2, 5], "dynatemp_range": 0, "smoothing_factor": 0, "xtc_threshold": 0.2,
    "xtc_probability": 0.3, "dry_multiplier": 0, "dry_sequence_breakers": ["\n", ":"], "miro_type": 0,
}  # fmt: skip


def test_story_of_koboldai_lite_gives_its_settings(tmp_path: Path) -> None:
    story = {
        "gamestarted": True, "prompt": "Once", "savedsettings": KOBOLD,
        "extrastopseq": "\\n\\n||$||THE END", "tokenbans": "shiver||$||tapestry",
    }  # fmt: skip
    preset = taken(tmp_path, story)
    assert preset.format == "KoboldAI Lite"
    settings = settings_of(preset)
    assert settings.pop("order") == (
        "logit_bias", "repetition_penalty", "presence_frequency", "dry",
        "top_k", "typical", "top_p", "min_p", "temperature", "xtc",
    )  # fmt: skip
    assert settings == {
        "temperature": 0.75, "top_p": 0.92, "min_p": 0.05, "top_k": 100, "typical_p": 0.9,
        "repetition_penalty": 1.07, "penalty_window": 360, "xtc_threshold": 0.2,
        "xtc_probability": 0.3, "dry_breakers": ("\n", ":"),
        "stop_strings": ("\n\n", "THE END"), "banned_phrases": ("shiver", "tapestry"),
    }  # fmt: skip
    assert any("story itself" in sentence for sentence in preset.left_out)
    assert any("rep_pen_slope" in sentence for sentence in preset.left_out)


def test_settings_and_list_entries_of_koboldai_are_read_alone(tmp_path: Path) -> None:
    assert taken(tmp_path, KOBOLD).format == "KoboldAI Lite"
    entry = {"preset": "Simple", "description": "As it says.", "temp": 0.5, "genamt": 200, "top_k": 5,
             "rep_pen": 1.0, "typical": 1, "tfs": 1, "sampler_order": [6, 5, 0, 2, 3, 1, 4]}  # fmt: skip
    preset = taken(tmp_path, entry)
    assert (preset.preset.name, preset.preset.description) == ("Simple", "As it says.")
    assert (preset.preset.settings.temperature, preset.preset.settings.top_k) == (0.5, 5)


# --- whatever else comes ------------------------------------------------------------------------

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntemperature: *c\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("empty.json", ""), ("cut.json", '{"temp": 0.'), ("list.json", "[1, 2]"), ("other.json", '{"a": 1}'),
        ("deep.json", "[" * 200_000), ("deep.yaml", "[" * 5_000), ("bomb.yaml", BOMB),
        ("object.yaml", "!!python/object/apply:os.system ['true']\n"), ("tabs.yaml", "\t:\n\t-"),
        ("words.yaml", "just words"), ("bad.toml", "= 3"), ("none.toml", "a = 1"),
        ("number.json", '{"temp": 1e999, "rep_pen": "x"}'),
    ],
)  # fmt: skip
def test_whatever_is_no_preset_is_a_sentence_with_its_name(
    tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError) as told:
        import_preset(path)
    assert name in str(told.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe\x00temperature")
    with pytest.raises(BadInputError, match="UTF-8"):
        import_preset(tmp_path / "x.yaml")


def test_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preset_formats, "LARGEST_BYTES", 10)
    with pytest.raises(BadInputError, match="larger"):
        taken(tmp_path, KOBOLD)


def test_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        import_preset(tmp_path / "gone.json")


def test_single_value_that_makes_no_sense_is_listed_and_the_rest_taken(tmp_path: Path) -> None:
    preset = taken(tmp_path, {"temp": 0.5, "rep_pen": "much", "dry_sequence_breakers": "[[["})
    assert settings_of(preset) == {"temperature": 0.5}
    assert len(preset.left_out) == 2


def test_own_preset_with_wrong_values_names_them(tmp_path: Path) -> None:
    text = 'schema = 1\nname = "x"\n[settings]\ntemperature = 99\n'
    with pytest.raises(SettingsError, match="temperature"):
        taken(tmp_path, text, "x.toml")


def test_long_names_are_cut_so_that_they_can_be_kept(tmp_path: Path) -> None:
    preset = taken(tmp_path, {"temp": 0.5, "rep_pen": 1, "name": "x" * 500 + "\n"})
    assert preset.preset.name == "x" * 60


def test_formats_have_names_of_their_own() -> None:
    names = [kind.name for kind in FORMATS]
    assert len(set(names)) == len(names) >= 4
    assert SamplingSettings() == SamplingSettings.from_values({})
