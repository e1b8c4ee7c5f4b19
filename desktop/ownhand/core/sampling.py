"""Sampling settings, each declared once: type, range, default and the words a writer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, cast

from ownhand.core.errors import SettingsError

SamplerName = Literal["greedy", "random", "beam", "contrastive"]
SAMPLER_NAMES: tuple[SamplerName, ...] = ("greedy", "random", "beam", "contrastive")

DEFAULT_ORDER = (
    "logit_bias",
    "repetition_penalty",
    "presence_frequency",
    "dry",
    "temperature",
    "top_k",
    "typical",
    "top_p",
    "min_p",
    "xtc",
)
"""Transforms in the order they are applied. Temperature comes before the truncations, as in KerasHub."""
