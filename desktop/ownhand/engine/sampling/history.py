"""The tokens of a text, prompt first, while it grows and is taken back."""

from __future__ import annotations

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.context import ChainContext, Mask, mask_of
from ownhand.engine.sampling.run import DecodeRun


class History:
    """Prompt and continuation in one array, and the chain context at their end."""

    def __init__(self, run: DecodeRun, settings: SamplingSettings, vocabulary: int) -> None:
        """Begin with the prompt of `run`; the chain is given `settings`."""
        self._settings = settings
        self._bias = run.bias
        self._rng = run.rng
        self._breakers: Mask | None = None
        if settings.dry_multiplier > 0:
            self._breakers = mask_of(run.dry_breaker_ids, vocabulary)
        self._prompt_length = len(run.prompt_ids)
        self._ids = np.empty(self._prompt_length + max(run.max_tokens, 0) + 1, np.int32)
        self._ids[: self._prompt_length] = run.prompt_ids
        self._length = self._prompt_length

    @property
    def chosen(self) -> int:
        """Tokens of the continuation."""
        return self._length - self._prompt_length

    def push(self, token: int) -> None:
        """Append a token of the continuation."""
        self._ids[self._length] = token
        self._length += 1

    def drop(self, count: int) -> None:
        """Take back the last `count` tokens of the continuation."""
        self._length -= count

    def token(self, position: int) -> int:
        """The token at a position of the continuation."""
        return int(self._ids[self._prompt_length + position])

    def context(self, line: tuple[int, ...] = ()) -> ChainContext:
        """What the chain may look at now.

        Args:
            line: Tokens after those pushed (one beam of a search).
        """
        ids = self._ids[: self._length]
        if line:
            ids = np.concatenate([ids, np.asarray(line, np.int32)])
        window = self._settings.penalty_window
        recent: Ids = ids[-window:] if window else ids
        return ChainContext(self._settings, recent, self._bias, self._breakers, self._rng)
