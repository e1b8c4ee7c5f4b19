"""The sampler chain: NumPy on the logits of the last position.

To add a sampler: a generator of the form `run.Sampler` in a file of its own, an entry here, its name
in `core.sampling.SAMPLER_NAMES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ownhand.core.sampling import SamplerName
from ownhand.engine.sampling.beam import beam
from ownhand.engine.sampling.contrastive import contrastive
from ownhand.engine.sampling.run import Sampler
from ownhand.engine.sampling.tokenwise import greedy, random


@dataclass(frozen=True, slots=True)
class SamplerEntry:
    """One way of choosing tokens.

    Attributes:
        name: As in `SamplingSettings.sampler`.
        sample: The generator.
        needs_hidden: Whether it wants `DecodeRun.past_hidden` and hidden states from the decoder.
    """

    name: SamplerName
    sample: Sampler
    needs_hidden: bool = False


SAMPLERS: tuple[SamplerEntry, ...] = (
    SamplerEntry("greedy", greedy),
    SamplerEntry("random", random),
    SamplerEntry("beam", beam),
    SamplerEntry("contrastive", contrastive, needs_hidden=True),
)
"""Every sampler, by the names of `core.sampling.SAMPLER_NAMES`."""


def sampler_entry(name: SamplerName) -> SamplerEntry:
    """The sampler of that name."""
    return next(entry for entry in SAMPLERS if entry.name == name)
