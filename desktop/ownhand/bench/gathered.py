"""The figures of one run: what each contender came to, and Ownhand beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ownhand.bench.contenders import (  # fmt: skip
    CONTENDERS,
    KERAS_HUB,
    LLAMA_CPP,
    OPENVINO,
    OWNHAND,
    TRANSFORMERS,
)
from ownhand.bench.report import paired_ratio, spread
from ownhand.bench.side_by_side import Decoded, Figures

_PEERS = {LLAMA_CPP: "llama_cpp", OPENVINO: "openvino_genai", TRANSFORMERS: "transformers"}
_SHORT = "200"

Prefilled = Mapping[str, Mapping[int, list[float]]]


def ratios(decoded: Decoded, steps: Figures, prefilled: Prefilled, same: bool) -> dict[str, Any]:
    """Ownhand's own figures, and as ratios to whoever took part; a ratio whose other side is missing
    is left out.

    Args:
        decoded: As `side_by_side.decode` gives it.
        steps: As `side_by_side.steps` gives it.
        prefilled: As `side_by_side.prefill` gives it.
        same: Whether Ownhand and KerasHub wrote the same.
    """
    found: dict[str, Any] = {}
    seconds = decoded.seconds
    if OWNHAND in seconds:
        found["decode_tokens_per_s"] = _per_second(decoded, OWNHAND)
    if {OWNHAND, KERAS_HUB} <= seconds.keys():
        found["keras_hub_generate_tokens_per_s"] = _per_second(decoded, KERAS_HUB)
        found["decode_ratio"] = paired_ratio(seconds[KERAS_HUB], seconds[OWNHAND])
        found["same_greedy_text"] = same
    for name, key in _PEERS.items():
        if {OWNHAND, name} <= decoded.rates.keys():
            found[f"decode_vs_{key}"] = paired_ratio(decoded.rates[OWNHAND], decoded.rates[name])
        if {OWNHAND, name} <= prefilled.keys():
            each = {
                length: paired_ratio(ours, prefilled[name][length])
                for length, ours in prefilled[OWNHAND].items()
                if length in prefilled[name]
            }
            found |= {f"prefill_vs_{key}_{length}": ratio for length, ratio in each.items()}
            if each:
                found[f"prefill_vs_{key}"] = min(each.values())
    ours = steps.get(OWNHAND, {})
    found |= {f"step_ms_at_{length}": times for length, times in ours.items()}
    found |= growth(ours)
    return found


def growth(steps: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """How much longer a step takes behind 2,000 and 8,000 tokens than behind 200."""
    if _SHORT not in steps:
        return {}
    keys = {"2000": "context_growth", "8000": "context_growth_8000"}
    return {
        key: round(steps[length]["median"] / steps[_SHORT]["median"], 3)
        for length, key in keys.items()
        if length in steps
    }


def by_contender(
    loaded: Mapping[str, Mapping[str, Any]], decoded: Decoded, steps: Figures, prefilled: Prefilled
) -> dict[str, dict[str, Any]]:
    """What each came to, in the order of the table."""
    found: dict[str, dict[str, Any]] = {}
    for contender in CONTENDERS:
        name = contender.name
        if name not in loaded:
            continue
        found[name] = {"title": contender.title, **loaded[name]}
        if name in decoded.rates:
            found[name]["decode_tokens_per_s"] = spread(decoded.rates[name])
            found[name]["decode_ways"] = dict(decoded.ways[name])
        if name in prefilled:
            found[name]["prefill_tokens_per_s"] = {
                str(length): spread(rates) for length, rates in prefilled[name].items()
            }
        if name in steps:
            found[name]["step_ms"] = steps[name]
            found[name] |= growth(steps[name])
    return found


def _per_second(decoded: Decoded, name: str) -> dict[str, float]:
    """Tokens per second with the prompt, as `generate()` can only be measured."""
    return spread([decoded.new / second for second in decoded.seconds[name]])
