"""The logits of the positions that a banned phrase may still send the text back to."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import Mask


@dataclass(slots=True)
class _Position:
    """One position.

    Attributes:
        logits: What the model gave there.
        healing: Tokens that token healing allows there, or None for all.
        avoided: Tokens with which a phrase began that was completed later.
        dead: Tokens that complete a phrase at once.
        spent: Whether avoiding left nothing; phrases that begin here are broken off later instead.
        forced: Whether nothing is left at all, and a phrase has to stand.
    """

    logits: Floats
    healing: Mask | None = None
    avoided: set[int] = field(default_factory=set)
    dead: set[int] = field(default_factory=set)
    spent: bool = False
    forced: bool = False


class Positions:
    """A stack of positions, the current one on top; as deep as text is held back, no deeper.

    A phrase sends the text back to the position where it began, since writing on from there reads
    better than swerving at its last token. Going back always forbids one more token there and
    forgets only what was forbidden after it, so a search through banned phrases ends.

    Token healing repeats the writer's own last characters, and a phrase may lie in those: it stands.
    """

    def __init__(self, logits: Floats, first_allowed: Mask | None) -> None:
        """Begin at the end of the prompt, where only `first_allowed` may be chosen."""
        self._stack = [_Position(logits, first_allowed)]

    @property
    def logits(self) -> Floats:
        """`<float32>[vocabulary]` of the model at the current position."""
        return self._stack[-1].logits

    def allowed(self) -> Floats | None:
        """The logits with what may not be chosen at -inf; None if nothing is left."""
        here = self._stack[-1]
        masked = _masked(here, here.avoided | here.dead)
        if masked is None and here.avoided:
            here.avoided.clear()
            here.spent = True
            masked = _masked(here, here.dead)
        if masked is None and here.healing is not None:
            here.forced = True
            masked = _masked(here, set())
            if masked is None:  # the model rules out every token that healing allows
                masked = np.where(here.healing, np.float32(0), np.float32(-np.inf))
        return masked

    def advance(self, logits: Floats, held: int) -> None:
        """Go on to the next position.

        Args:
            logits: Of the model there.
            held: Positions before it that may be gone back to.
        """
        self._stack.append(_Position(logits))
        del self._stack[: -held - 1]

    def way_back(self, count: int) -> int:
        """How many tokens to take back when the last `count` hold a phrase; 0 if it must stand."""
        if count > 1 and self._stack[-count].spent:
            count = 1
        return 0 if count == 1 and self._stack[-1].forced else count

    def forbid(self, count: int, token: int) -> None:
        """Go back to where the last `count` tokens began, and never choose `token` there again."""
        if count == 1:
            self._stack[-1].dead.add(token)
            return
        del self._stack[-(count - 1) :]
        self._stack[-1].avoided.add(token)


def _masked(here: _Position, forbidden: set[int]) -> Floats | None:
    if here.healing is None:
        if not forbidden:
            return here.logits
        masked = here.logits.copy()
    else:
        masked = np.where(here.healing, here.logits, np.float32(-np.inf))
    masked[list(forbidden)] = -np.inf
    return masked if masked.max() != -np.inf else None
