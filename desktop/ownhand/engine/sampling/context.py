"""What the transforms of the chain may look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ownhand.core.contracts import Ids
from ownhand.core.sampling import SamplingSettings

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ChainContext:
    """The state of a text at the position whose token is being chosen.

    Attributes:
        settings: How tokens are chosen.
        recent: `<int32>[n]`, the last tokens of prompt and continuation, within the penalty window.
        bias: Logit bias by token.
        breakers: `<bool>[vocabulary]`, tokens across which DRY counts no repetition, or None.
        rng: Chance, for XTC alone.
    """

    settings: SamplingSettings
    recent: Ids
    bias: Mapping[int, float] = field(default_factory=dict)
    breakers: Mask | None = None
    rng: np.random.Generator = field(
        default_factory=lambda: np.random.Generator(np.random.PCG64(0))
    )


def mask_of(tokens: Iterable[int], vocabulary: int) -> Mask:
    """`<bool>[vocabulary]` that is true at `tokens`; ids outside the vocabulary are left out."""
    mask = np.zeros(vocabulary, bool)
    mask[[token for token in tokens if 0 <= token < vocabulary]] = True
    return mask
