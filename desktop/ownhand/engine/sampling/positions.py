"""The logits of the positions that a banned phrase may still send the text back to."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import Mask


@dataclass(slots=True)
class _Position:
    """One position: what the model gave there, and which tokens led to a banned phrase."""

    logits: Floats
    forbidden: set[int] = field(default_factory=set)


class Positions:
    """A stack of positions, the current one on top; as deep as text is held back, no deeper.

    Token healing repeats the writer's own last characters, and a phrase may lie in those. Once
    nothing that healing allows avoids one, the first position is left as it is: the phrase is then
    broken off after it, or stands because the writer wrote it.
    """

    def __init__(self, logits: Floats, first_allowed: Mask | None) -> None:
        """Begin at the end of the prompt, where only `first_allowed` may be chosen."""
        self._first_allowed = first_allowed
        self._stack = [_Position(logits)]
        self._at_start = True
        self._start_is_spent = False

    @property
    def logits(self) -> Floats:
        """`<float32>[vocabulary]` of the model at the current position."""
        return self._stack[-1].logits

    def allowed(self) -> Floats | None:
        """The logits with what may not be chosen at -inf; None if nothing is left."""
        here = self._stack[-1]
        healing = self._first_allowed if self._at_start and len(self._stack) == 1 else None
        masked = _masked(here.logits, healing, here.forbidden)
        if masked is None and healing is not None:
            self._start_is_spent = True
            here.forbidden.clear()
            masked = _masked(here.logits, healing, here.forbidden)
            if masked is None:  # the model rules out every token that healing allows
                masked = np.where(healing, np.float32(0), np.float32(-np.inf))
        return masked

    def advance(self, logits: Floats, held: int) -> None:
        """Go on to the next position.

        Args:
            logits: Of the model there.
            held: Positions before it that may be gone back to.
        """
        self._stack.append(_Position(logits))
        if len(self._stack) > held + 1:
            del self._stack[: -held - 1]
            self._at_start = False

    def way_back(self, count: int) -> int:
        """How many tokens to take back when the last `count` hold a phrase; 0 if it must stand."""
        to_start = self._at_start and count == len(self._stack)
        if to_start and self._start_is_spent:
            return 1 if count > 1 else 0
        return count

    def forbid(self, count: int, token: int) -> None:
        """Go back to where the last `count` tokens began and never choose `token` there again."""
        if count > 1:
            del self._stack[-(count - 1) :]
        self._stack[-1].forbidden.add(token)


def _masked(logits: Floats, allowed: Mask | None, forbidden: set[int]) -> Floats | None:
    if allowed is None and not forbidden:
        return logits
    masked = logits.copy() if allowed is None else np.where(allowed, logits, np.float32(-np.inf))
    masked[list(forbidden)] = -np.inf
    return masked if masked.max() != -np.inf else None
