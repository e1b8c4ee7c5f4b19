"""Runs a sampler to its end and folds its events into the text that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ownhand.core.contracts import Decoder, Floats
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling import sampler_of
from ownhand.engine.sampling.run import (
    DecodeRun,
    LineChanged,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)


@dataclass
class Outcome:
    """What a run gave.

    Attributes:
        tokens: The text at the end.
        stopped: Whether a stop token ended it.
        retractions: The counts taken back, in order.
        lines: Each preview of a search.
        events: Everything, in order.
    """

    tokens: list[int] = field(default_factory=list)
    stopped: bool = False
    retractions: list[int] = field(default_factory=list)
    lines: list[tuple[int, ...]] = field(default_factory=list)
    events: list[SamplerEvent] = field(default_factory=list)


def letters(tokens: Sequence[int]) -> str:
    """A decoder of tests: token 0 is "a", 1 is "b" and so on."""
    return "".join(chr(ord("a") + token) for token in tokens)


def run_sampler(
    decoder: Decoder,
    prompt: Sequence[int],
    settings: SamplingSettings,
    max_tokens: int = 20,
    stop_ids: frozenset[int] = frozenset(),
    decode: Callable[[Sequence[int]], str] = letters,
    seed: int = 0,
    first_allowed: npt.NDArray[np.bool_] | None = None,
) -> Outcome:
    """Prefill `prompt` and run the sampler of `settings` to its end."""
    logits, hidden = prefill(decoder, prompt)
    run = DecodeRun(
        settings=settings,
        prompt_ids=np.array(prompt, np.int32),
        max_tokens=max_tokens,
        stop_ids=stop_ids,
        decode=decode,
        rng=np.random.Generator(np.random.PCG64(seed)),
        first_allowed=first_allowed,
        past_hidden=hidden,
    )
    return fold(sampler_of(settings.sampler).run(decoder, logits, run))


def prefill(decoder: Decoder, prompt: Sequence[int]) -> tuple[Floats, Floats | None]:
    """Logits after the prompt and the hidden states of all of it."""
    step = decoder.extend(np.array([prompt], np.int32))
    return step.logits[0], None if step.hidden is None else step.hidden[0]


def fold(events: Iterator[SamplerEvent]) -> Outcome:
    """The text that a run of events tells; fails if anything follows the end of the text."""
    outcome = Outcome()
    for event in events:
        assert not outcome.stopped, "StopTokenReached must be the last event"
        outcome.events.append(event)
        match event:
            case TokenChosen(token):
                outcome.tokens.append(token)
            case TokensRetracted(count):
                assert 0 < count <= len(outcome.tokens)
                del outcome.tokens[-count:]
                outcome.retractions.append(count)
            case LineChanged(tokens):
                outcome.lines.append(tokens)
            case StopTokenReached():
                outcome.stopped = True
    return outcome
