"""The sampler chain: NumPy on the logits of the last position.

To add a sampler: a generator of the form `run.Sampler` in a file of its own, an entry here, its name
in `core.sampling.SAMPLER_NAMES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ownhand.core.sampling import SamplerName, SamplingSettings
from ownhand.engine.sampling.beam import beam
from ownhand.engine.sampling.contrastive import DEFAULT_CANDIDATES, MOST_CANDIDATES, contrastive
from ownhand.engine.sampling.run import Sampler
from ownhand.engine.sampling.tokenwise import greedy, random


@dataclass(frozen=True, slots=True)
class SamplerEntry:
    """One way of choosing tokens.

    Attributes:
        name: As in `SamplingSettings.sampler`.
        run: The generator.
        width: Most rows of the decoder that it uses under given settings.
        needs_hidden: Whether it wants `DecodeRun.past_hidden` and hidden states from the decoder.
    """

    name: SamplerName
    run: Sampler
    width: Callable[[SamplingSettings], int]
    needs_hidden: bool = False


SAMPLERS: tuple[SamplerEntry, ...] = (
    SamplerEntry("greedy", greedy, lambda _: 1),
    SamplerEntry("random", random, lambda _: 1),
    SamplerEntry("beam", beam, lambda settings: settings.num_beams),
    SamplerEntry(
        "contrastive",
        contrastive,
        lambda settings: min(settings.top_k or DEFAULT_CANDIDATES, MOST_CANDIDATES),
        needs_hidden=True,
    ),
)
"""Every sampler, by the names of `core.sampling.SAMPLER_NAMES`."""


def sampler_of(name: SamplerName) -> SamplerEntry:
    """The sampler of that name."""
    return next(entry for entry in SAMPLERS if entry.name == name)
