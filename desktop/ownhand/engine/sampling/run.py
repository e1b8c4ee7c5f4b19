"""What a sampler is given and what it tells, while it drives a decoder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ownhand.core.contracts import Decoder, Floats, Ids
from ownhand.core.sampling import SamplingSettings


@dataclass(frozen=True, slots=True)
class DecodeRun:
    """Everything that one run of a sampler needs beside the decoder.

    Attributes:
        settings: How tokens are chosen.
        prompt_ids: `<int32>[n]`, the tokens in the decoder's cache at the start.
        max_tokens: Most tokens to choose.
        stop_ids: Tokens that end the text; never chosen visibly.
        decode: Gives the text of a token sequence (U+FFFD for a broken end).
        rng: The only source of chance.
        bias: Logit bias by token, resolved from `settings.logit_bias`.
        dry_breaker_ids: Tokens that hold one of `settings.dry_breakers`.
        first_allowed: `<bool>[vocabulary]`, tokens allowed at the first position (token healing),
            or None for all.
        past_hidden: `<float32>[n, width]`, hidden states of the prompt, or None if not kept.
    """

    settings: SamplingSettings
    prompt_ids: Ids
    max_tokens: int
    stop_ids: frozenset[int]
    decode: Callable[[Sequence[int]], str]
    rng: np.random.Generator
    bias: Mapping[int, float] = field(default_factory=dict)
    dry_breaker_ids: frozenset[int] = frozenset()
    first_allowed: npt.NDArray[np.bool_] | None = None
    past_hidden: Floats | None = None


@dataclass(frozen=True, slots=True)
class TokenChosen:
    """The next token of the text.

    Attributes:
        token: Its id.
        held: How many tokens at the end of the text, this one among them, may yet be taken back
            because a banned phrase may have begun in them. All before those are safe to show; when
            the run ends, so are they.
    """

    token: int
    held: int = 0


@dataclass(frozen=True, slots=True)
class TokensRetracted:
    """The last `count` tokens are taken back (a banned phrase); at most as many as were held."""

    count: int


@dataclass(frozen=True, slots=True)
class LineChanged:
    """The best line so far of a search; `TokenChosen` for each of its tokens follows at the end."""

    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StopTokenReached:
    """The model ended the text. Always the last event."""


SamplerEvent = TokenChosen | TokensRetracted | LineChanged | StopTokenReached

Sampler = Callable[[Decoder, Floats, DecodeRun], Iterator[SamplerEvent]]
"""`sampler(decoder, logits, run)`: `decoder` holds the prompt in one row, `logits` are
`<float32>[vocabulary]` after it. Yields at least once per decode step, so that the caller can stop
by closing the iterator; ends by itself after `run.max_tokens` or a stop token. It may leave the
decoder with any rows, and with guesses behind the text: the caller keeps track of what each holds."""
