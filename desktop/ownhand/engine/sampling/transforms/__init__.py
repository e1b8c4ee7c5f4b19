"""The links of the sampler chain. To add one: a function, an entry here, its setting in core/sampling.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ownhand.core.contracts import LogitsTransform
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.transforms.dry import dry
from ownhand.engine.sampling.transforms.penalties import (
    logit_bias,
    presence_frequency,
    repetition_penalty,
    temperature,
)
from ownhand.engine.sampling.transforms.truncation import min_p, top_k, top_p, typical, xtc


@dataclass(frozen=True, slots=True)
class Transform:
    """One link of the chain.

    Attributes:
        name: As in `SamplingSettings.order`.
        apply: The pure function.
        is_on: Whether the settings ask for it; one that is off is not called.
        by_token: Whether it looks at which token a logit belongs to; only then it must be given those
            of the whole vocabulary.
        cuts: Whether it masks tokens.
    """

    name: str
    apply: LogitsTransform
    is_on: Callable[[ChainContext], bool]
    by_token: bool = False
    cuts: bool = False


TRANSFORMS: tuple[Transform, ...] = (
    Transform("logit_bias", logit_bias, lambda c: bool(c.bias), by_token=True),
    Transform(
        "repetition_penalty",
        repetition_penalty,
        lambda c: c.settings.repetition_penalty != 1,
        by_token=True,
    ),
    Transform(
        "presence_frequency",
        presence_frequency,
        lambda c: c.settings.presence_penalty != 0 or c.settings.frequency_penalty != 0,
        by_token=True,
    ),
    Transform("dry", dry, lambda c: c.settings.dry_multiplier > 0, by_token=True),
    Transform("temperature", temperature, lambda c: c.settings.temperature != 1),
    Transform("top_k", top_k, lambda c: c.settings.top_k > 0, cuts=True),
    Transform("typical", typical, lambda c: c.settings.typical_p < 1, cuts=True),
    Transform("top_p", top_p, lambda c: c.settings.top_p < 1, cuts=True),
    Transform("min_p", min_p, lambda c: c.settings.min_p > 0, cuts=True),
    Transform("xtc", xtc, lambda c: c.settings.xtc_probability > 0, cuts=True),
)
"""Every transform, by the names of `core.sampling.DEFAULT_ORDER`."""
