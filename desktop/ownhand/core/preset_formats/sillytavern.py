"""Text-completion presets of SillyTavern (JSON), alone or in an export of several kinds at once.

Names: the files in `default/content/presets/textgen` of SillyTavern/SillyTavern.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ownhand.core.preset_formats.format import PresetFormat
from ownhand.core.preset_formats.text_generation_webui import (
    COMMON,
    ORDER,
    UNSUPPORTED,
    read_common,
    read_numbers,
    read_order,
    uses_penalties,
)
from ownhand.core.preset_formats.translation import Translation, as_number
from ownhand.core.words import Sentence

_NUMBERS = {
    "top_k": "top_k",
    "top_p": "top_p",
    "min_p": "min_p",
    "typical_p": "typical_p",
    "typical": "typical_p",
    "xtc_probability": "xtc_probability",
    "xtc_threshold": "xtc_threshold",
    "rep_pen": "repetition_penalty",
    "presence_pen": "presence_penalty",
    "freq_pen": "frequency_penalty",
    "rep_pen_range": "penalty_window",
    "dry_multiplier": "dry_multiplier",
    "dry_base": "dry_base",
    "dry_allowed_length": "dry_allowed_length",
}
_UNSUPPORTED = {
    **{name: off for name, off in UNSUPPORTED.items() if name not in ("dynamic_temperature", "encoder_repetition_penalty")},
    "dynatemp": False,
    "encoder_rep_pen": 1,
    "nsigma": 0,
    "skew": 0,
    "min_length": 0,
    "grammar_string": "",
    "json_schema": None,
    "negative_prompt": "",
    "ban_eos_token": False,
    "ignore_eos_token": False,
}  # fmt: skip
_SILENT = {
    "min_temp", "max_temp", "dynatemp_exponent", "smoothing_curve", "mirostat_tau", "mirostat_eta",
    "rep_pen_decay", "rep_pen_slope", "length_penalty", "early_stopping", "add_bos_token",
    "skip_special_tokens", "spaces_between_special_tokens", "speculative_ngram", "samplers",
    "samplers_priorities", "sampler_order", "min_keep", "rep_pen_size", "genamt", "max_length",
    "json_schema_allow_empty", "guidance_scale", "epsilon_cutoff", "eta_cutoff", "include_reasoning",
    "streaming", "n", "can_use_streaming", "can_use_tokenization", "bypass_status_check", "custom_model",
    "send_banned_tokens", "global_banned_tokens", "adaptive_target", "adaptive_decay", "preset", "name",
    "extensions", "type", "openrouter_providers", "openrouter_allow_fallbacks", "model",
}  # fmt: skip
_READ = {"temp", "temperature_last", "sampler_priority", "seed", "banned_tokens", "logit_bias", "dry_penalty_last_n"}  # fmt: skip


def _inner(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """An export of all kinds at once holds the preset beside templates."""
    inner = values.get("preset")
    return inner if isinstance(inner, dict) and "temp" in inner else values


def _sniff(values: Mapping[str, Any]) -> bool:
    inner = _inner(values)
    return "temp" in inner and bool(inner.keys() & (_NUMBERS.keys() | {"temperature_last"}))


def _read(values: Mapping[str, Any], into: Translation) -> None:
    inner = _inner(values)
    if isinstance(inner.get("name"), str):
        into.name = inner["name"]
    if inner is not values:
        into.leave_out(Sentence("The templates that the file holds beside the preset."))
    into.temperature("temp", inner["temp"])
    read_numbers(inner, _NUMBERS, into)
    if uses_penalties(into):
        into.values.setdefault("penalty_window", 0)
    read_common(inner, into)
    read_order(inner.get("sampler_priority"), inner.get("temperature_last"), ORDER, into)
    into.seed("seed", inner.get("seed"))
    if (as_number(inner.get("dry_penalty_last_n")) or 0) > 0:
        into.leave_out(
            Sentence(
                "dry_penalty_last_n: phrases are looked for as far back as repeated words are."
            )
        )
    _read_banned(inner.get("banned_tokens"), into)
    _read_biases(inner.get("logit_bias"), into)
    into.unsupported(inner, _UNSUPPORTED)
    into.unknown(
        sorted(inner.keys() - _NUMBERS.keys() - _UNSUPPORTED.keys() - _SILENT - _READ - COMMON)
    )


def _read_banned(value: Any, into: Translation) -> None:
    """One a line: a text in quotation marks, or numbers of tokens, which mean nothing to another model."""
    if not isinstance(value, str):
        return
    phrases = []
    for line in filter(None, map(str.strip, value.splitlines())):
        if line.startswith("[") or not line.strip('"'):
            into.leave_out(
                Sentence("Banned tokens by number: they mean something else to each model.")
            )
            continue
        quoted = len(line) > 1 and line[0] == line[-1] == '"'
        phrases.append(_unquoted(line) if quoted else line)
    if phrases:
        into.values["banned_phrases"] = phrases


def _unquoted(line: str) -> str:
    try:
        text = json.loads(line)
    except ValueError:
        return line[1:-1]
    return text if isinstance(text, str) and text else line[1:-1]


def _read_biases(value: Any, into: Translation) -> None:
    biases = []
    for item in value if isinstance(value, list) else ():
        text = item.get("text") if isinstance(item, dict) else None
        bias = as_number(item.get("value")) if isinstance(item, dict) else None
        if not isinstance(text, str) or not text or bias is None:
            continue
        if text.startswith("["):
            into.leave_out(
                Sentence("Biases of tokens by number: they mean something else to each model.")
            )
            continue
        biases.append([text.strip("{}"), min(max(bias, -100.0), 100.0)])
    if biases:
        into.values["logit_bias"] = biases


SILLYTAVERN = PresetFormat("SillyTavern", _sniff, _read)
