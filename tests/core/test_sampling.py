from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from ownhand.core.errors import SettingsError
from ownhand.core.sampling import DEFAULT_ORDER, SPECS, SamplingSettings


def test_defaults_are_neutral_and_change_nothing() -> None:
    assert SamplingSettings().changed_values() == {}
    for name, spec in SPECS.items():
        if spec.off is not None:
            assert getattr(SamplingSettings(), name) == spec.off


def test_every_field_is_declared_with_words_for_the_writer() -> None:
    assert list(SPECS) == [f.name for f in fields(SamplingSettings)]
    for spec in SPECS.values():
        assert spec.label
        assert spec.technical
        assert spec.help.endswith(".")


@pytest.mark.parametrize("name", [n for n, s in SPECS.items() if s.kind in ("float", "int")])
def test_number_is_accepted_at_its_limits_and_refused_beyond(name: str) -> None:
    spec = SPECS[name]
    for value in (spec.minimum, spec.maximum, str(spec.minimum)):
        given = int(float(value)) if spec.kind == "int" and not isinstance(value, str) else value
        if spec.kind == "int" and isinstance(given, str):
            given = str(int(float(given)))
        settings = SamplingSettings.from_values({name: given})
        assert getattr(settings, name) == float(value)
    for value in (spec.minimum - 1, spec.maximum + 1):
        with pytest.raises(SettingsError, match=f"{name} must be between"):
            SamplingSettings.from_values({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", "warm"),
        ("temperature", float("nan")),
        ("temperature", True),
        ("temperature", None),
        ("temperature", [1.0]),
        ("top_k", 2.5),
        ("top_k", float("inf")),
        ("top_k", "2.5"),
        ("sampler", "best"),
        ("sampler", ["greedy"]),
        ("seed", -1),
        ("seed", 2**32),
        ("banned_phrases", ["ok", ""]),
        ("banned_phrases", [3]),
        ("stop_strings", 4),
        ("logit_bias", {"whale": "much"}),
        ("logit_bias", {"whale": 101}),
        ("logit_bias", {"": 1}),
        ("logit_bias", [["whale"]]),
        ("logit_bias", 7),
        ("order", ["temperature"]),
        ("order", [*DEFAULT_ORDER, "top_k"]),
        ("order", 1),
        ("xtc_threshold", 0.0),
        ("wildness", 1),
    ],
)
def test_wrong_value_is_refused_by_the_name_of_its_field(name: str, value: Any) -> None:
    with pytest.raises(SettingsError, match=name):
        SamplingSettings.from_values({name: value})


def test_all_wrong_fields_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        SamplingSettings.from_values(
            {"top_p": 2, "min_p": "x", "seed": 1.5, "top_k": 5}, where="--set"
        )
    assert len(caught.value.problems) == 3
    assert str(caught.value).startswith("--set: top_p must")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("temperature", "0.7", 0.7),
        ("temperature", 1, 1.0),
        ("top_k", 40.0, 40),
        ("seed", "", None),
        ("seed", "none", None),
        ("seed", "7", 7),
        ("stop_strings", "###", ("###",)),
        ("stop_strings", "", ()),
        ("stop_strings", ["a", "b"], ("a", "b")),
        ("logit_bias", " whale:-5,ship:2.5", ((" whale", -5.0), ("ship", 2.5))),
        ("logit_bias", {"whale": 1}, (("whale", 1.0),)),
        ("logit_bias", "", ()),
        ("order", ",".join(reversed(DEFAULT_ORDER)), tuple(reversed(DEFAULT_ORDER))),
    ],
)
def test_loose_value_is_converted(name: str, value: Any, expected: Any) -> None:
    assert getattr(SamplingSettings.from_values({name: value}), name) == expected


def test_values_are_laid_over_a_base() -> None:
    base = SamplingSettings(top_k=5, temperature=0.7)
    changed = SamplingSettings.from_values({"temperature": 0.9}, base=base)
    assert changed.changed_values() == {"temperature": 0.9, "top_k": 5}
    assert base.temperature == 0.7


def test_settings_can_be_compared_and_hashed_whatever_they_were_made_from() -> None:
    lists = SamplingSettings.from_values({"banned_phrases": ["a"], "logit_bias": [["b", 1]]})
    other = SamplingSettings.from_values({"banned_phrases": ("a",), "logit_bias": {"b": 1.0}})
    assert lists == other
    assert len({lists, other}) == 1
