"""Presets of text-generation-webui: YAML that names what differs from that program's defaults.

Names and defaults: `modules/presets.py` of oobabooga/text-generation-webui.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ownhand.core.preset_formats.format import PresetFormat
from ownhand.core.preset_formats.translation import Order, Translation, as_number

NUMBERS = {
    "top_k": "top_k",
    "top_p": "top_p",
    "min_p": "min_p",
    "typical_p": "typical_p",
    "xtc_probability": "xtc_probability",
    "xtc_threshold": "xtc_threshold",
    "repetition_penalty": "repetition_penalty",
    "presence_penalty": "presence_penalty",
    "frequency_penalty": "frequency_penalty",
    "repetition_penalty_range": "penalty_window",
    "dry_multiplier": "dry_multiplier",
    "dry_base": "dry_base",
    "dry_allowed_length": "dry_allowed_length",
}
"""By foreign name: the setting here that means the same."""

UNSUPPORTED: dict[str, Any] = {
    "dynamic_temperature": False,
    "smoothing_factor": 0,
    "tfs": 1,
    "top_a": 0,
    "top_n_sigma": 0,
    "epsilon_cutoff": 0,
    "eta_cutoff": 0,
    "guidance_scale": 1,
    "mirostat_mode": 0,
    "encoder_repetition_penalty": 1,
    "no_repeat_ngram_size": 0,
}
"""What has no counterpart here, with the value that switches it off."""

SILENT = {
    "dynatemp_low", "dynatemp_high", "dynatemp_exponent", "smoothing_curve", "mirostat_tau", "mirostat_eta",
    "adaptive_target", "adaptive_decay", "max_new_tokens", "max_tokens", "truncation_length",
    "add_bos_token", "ban_eos_token", "skip_special_tokens", "stream", "auto_max_new_tokens", "model", "name",
    "preset",
}  # fmt: skip
"""What says nothing by itself, or is no matter of a preset."""

ORDER: Order = {
    "repetition_penalty": ("repetition_penalty",),
    "presence_penalty": ("presence_frequency",),
    "frequency_penalty": ("presence_frequency",),
    "dry": ("dry",),
    "temperature": ("temperature",),
    "top_k": ("top_k",),
    "top_p": ("top_p",),
    "typical_p": ("typical",),
    "min_p": ("min_p",),
    "xtc": ("xtc",),
}
"""Names in `sampler_priority`."""

_RANGE = 1024


def _sniff(values: Mapping[str, Any]) -> bool:
    return bool({*NUMBERS, "temperature", "do_sample", "penalty_alpha"} & values.keys())


def _read(values: Mapping[str, Any], into: Translation) -> None:
    if isinstance(values.get("name"), str):
        into.name = values["name"]
    if "temperature" in values:
        into.temperature("temperature", values["temperature"])
    read_numbers(values, NUMBERS, into)
    if "repetition_penalty_range" not in values and uses_penalties(into):
        into.values["penalty_window"] = _RANGE
    read_common(values, into)
    priority = values.get("sampler_priority")
    names = priority.split() if isinstance(priority, str) else priority
    read_order(names, values.get("temperature_last"), ORDER, into)
    into.seed("seed", values.get("seed"))
    into.unsupported(values, UNSUPPORTED)
    known = {*NUMBERS, *UNSUPPORTED, *SILENT, *COMMON, "temperature", "seed", "sampler_priority"}
    into.unknown(sorted(values.keys() - known - {"temperature_last"}))


COMMON = {"dry_sequence_breakers", "do_sample", "penalty_alpha", "num_beams"}
"""What `read_common` reads."""


def read_numbers(values: Mapping[str, Any], names: Mapping[str, str], into: Translation) -> None:
    """Take over the numbers that are there."""
    for foreign, own in names.items():
        if values.get(foreign) is not None:
            into.number(own, foreign, values[foreign])


def read_common(values: Mapping[str, Any], into: Translation) -> None:
    """Take over what text-generation-webui and SillyTavern write in the same way."""
    if "dry_sequence_breakers" in values:
        into.texts("dry_breakers", "dry_sequence_breakers", values["dry_sequence_breakers"])
    if values.get("do_sample") is False:
        into.values["sampler"] = "greedy"
    if (as_number(values.get("penalty_alpha")) or 0) > 0:
        into.values["sampler"] = "contrastive"
        into.number("contrastive_alpha", "penalty_alpha", values["penalty_alpha"])
    elif (as_number(values.get("num_beams")) or 1) > 1:
        into.values["sampler"] = "beam"
        into.number("num_beams", "num_beams", values["num_beams"])
    threshold = as_number(values.get("xtc_threshold"))
    if threshold is not None and threshold > 0.5:  # no two tokens can be that likely
        into.values |= {"xtc_probability": 0.0}


def read_order(names: Any, temperature_last: Any, known: Order, into: Translation) -> None:
    """Take over the order; "temperature last" means behind all that cuts tokens off."""
    last = ("temperature",) if temperature_last is True else ()
    into.order(names if isinstance(names, list) else (), known, last)


def uses_penalties(into: Translation) -> bool:
    """Whether anything so far looks back at what was written."""
    values = into.values
    return (
        values.get("repetition_penalty", 1) != 1
        or bool(values.get("presence_penalty"))
        or bool(values.get("frequency_penalty"))
        or bool(values.get("dry_multiplier"))
    )


TEXT_GENERATION_WEBUI = PresetFormat("text-generation-webui", _sniff, _read)
