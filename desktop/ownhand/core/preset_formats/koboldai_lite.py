"""Settings of KoboldAI Lite (JSON): a saved story with its settings, the settings alone, or a preset of its list.

Names: `koboldcpp_api.json` and `index.html` of LostRuins/lite.koboldai.net; the numbers of the
samplers: the documentation of KoboldAI's API.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ownhand.core.preset_formats.format import PresetFormat
from ownhand.core.preset_formats.text_generation_webui import read_numbers
from ownhand.core.preset_formats.translation import Order, Translation, as_number
from ownhand.core.words import Sentence

_NUMBERS = {
    "top_k": "top_k",
    "top_p": "top_p",
    "min_p": "min_p",
    "typ_s": "typical_p",
    "typical": "typical_p",
    "xtc_probability": "xtc_probability",
    "xtc_threshold": "xtc_threshold",
    "rep_pen": "repetition_penalty",
    "presence_penalty": "presence_penalty",
    "rep_pen_range": "penalty_window",
    "dry_multiplier": "dry_multiplier",
    "dry_base": "dry_base",
    "dry_allowed_length": "dry_allowed_length",
}
_UNSUPPORTED = {
    "top_a": 0,
    "tfs": 1,
    "tfs_s": 1,
    "dynatemp_range": 0,
    "smoothing_factor": 0,
    "nsigma": 0,
    "top_n_sigma": 0,
    "miro_type": 0,
    "mirostat": 0,
    "adaptive_target": -1,
    "grammar": "",
    "guidance_scale": 1,
}
_ORDER: Order = {
    "0": ("top_k",),
    "2": ("top_p", "min_p"),
    "4": ("typical",),
    "5": ("temperature",),
    "6": ("repetition_penalty",),
}
"""Numbers of the samplers; 1 is top-a and 3 tail-free sampling."""

_OWN_MARKS = {"typ_s", "tfs_s", "miro_type", "sampler_seed", "dynatemp_range", "genamt"}
_SEPARATOR = "||$||"


def _inner(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A story keeps its settings below a name of their own."""
    inner = values.get("savedsettings")
    return inner if isinstance(inner, dict) else values


def _sniff(values: Mapping[str, Any]) -> bool:
    inner = _inner(values)
    if "temperature_last" in inner or "sampler_priority" in inner:
        return False  # SillyTavern
    sampling = "temperature" in inner or "temp" in inner
    return sampling and "rep_pen" in inner and (inner is not values or bool(inner.keys() & _OWN_MARKS) or "sampler_order" in inner)  # fmt: skip


def _read(values: Mapping[str, Any], into: Translation) -> None:
    inner = _inner(values)
    into.name = next((t for k in ("preset", "name") if isinstance(t := inner.get(k), str)), "")
    if isinstance(inner.get("description"), str):
        into.description = inner["description"]
    key = "temperature" if "temperature" in inner else "temp"
    into.temperature(key, inner[key])
    read_numbers(inner, _NUMBERS, into)
    penalised = into.values.get("repetition_penalty", 1) != 1
    if penalised and as_number(inner.get("rep_pen_slope")) not in (None, 0, 1):
        into.leave_out(Sentence("rep_pen_slope: near and far repeats count the same here."))
    if "dry_sequence_breakers" in inner:
        into.texts("dry_breakers", "dry_sequence_breakers", inner["dry_sequence_breakers"])
    order = inner.get("sampler_order")
    into.order(order if isinstance(order, list) else (), _ORDER)
    into.seed("sampler_seed", inner.get("sampler_seed"))
    _read_list("stop_strings", values.get("extrastopseq", inner.get("extrastopseq")), into)
    _read_list("banned_phrases", values.get("tokenbans", inner.get("tokenbans")), into)
    biases = values.get("logitbiasdict", inner.get("logit_bias"))
    if biases:
        into.leave_out(
            Sentence("Biases of tokens by number: they mean something else to each model.")
        )
    into.unsupported(inner, _UNSUPPORTED)
    if inner is not values:
        into.leave_out(Sentence("The story itself, and how the other program looks."))


def _read_list(own: str, value: Any, into: Translation) -> None:
    if isinstance(value, str):
        texts = [text.replace("\\n", "\n") for text in value.split(_SEPARATOR) if text]
        if texts:
            into.values[own] = texts


KOBOLDAI_LITE = PresetFormat("KoboldAI Lite", _sniff, _read)
