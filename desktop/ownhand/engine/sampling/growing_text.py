"""The continuation while it is chosen token by token, and where it may go back to."""

from __future__ import annotations

import logging

from ownhand.core.contracts import Floats
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.sampling.banned import PhraseWatch
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.history import History
from ownhand.engine.sampling.positions import Positions
from ownhand.engine.sampling.run import DecodeRun

log = logging.getLogger(__name__)

MOST_RETRACTIONS = 1000
"""Times that one stretch of text is taken back before it ends there rather than break a ban."""


class GrowingText:
    """What greedy, random and contrastive search have in common.

    Going back always forbids a further token at the place it goes to and forgets only what was
    forbidden after that place, so it ends by itself; `MOST_RETRACTIONS` makes that soon.
    """

    def __init__(self, run: DecodeRun, settings: SamplingSettings, logits: Floats) -> None:
        """Begin at the end of the prompt; the chain is given `settings`."""
        self._history = History(run, settings, len(logits))
        self._watch = PhraseWatch(settings.banned_phrases, run.decode, run.prompt_ids)
        self._positions = Positions(logits, run.first_allowed)
        self._settled = 0
        self._retractions = 0

    @property
    def length(self) -> int:
        """Tokens chosen."""
        return self._history.chosen

    @property
    def held(self) -> int:
        """Tokens at the end of the text that may yet be taken back."""
        return self._watch.held

    @property
    def logits(self) -> Floats:
        """`<float32>[vocabulary]` of the model at the end of the text."""
        return self._positions.logits

    def allowed(self) -> Floats | None:
        """The logits with what may not be chosen at -inf; None when the text can only end."""
        logits = self._positions.allowed()
        if logits is None or self._retractions > MOST_RETRACTIONS:
            log.info("No way on was found that holds no banned phrase; the text ends here.")
            return None
        return logits

    def context(self) -> ChainContext:
        """What the chain may look at."""
        return self._history.context()

    def push(self, token: int) -> int:
        """Append a token.

        Returns:
            How many of the last tokens must be taken back because of a banned phrase, or 0.
        """
        self._history.push(token)
        banned = self._positions.way_back(self._watch.push(token))
        if not banned and self.length - self._watch.held > self._settled:
            self._settled, self._retractions = self.length - self._watch.held, 0
        return banned

    def advance(self, logits: Floats) -> None:
        """Go on to the next position, where the model gave `logits`."""
        self._positions.advance(logits, self._watch.held)

    def take_back(self, count: int) -> None:
        """Remove the last `count` tokens and forbid the first of them where it stood."""
        self._retractions += 1
        self._watch.retract(count)
        self._history.drop(count)
        self._positions.forbid(count, self._history.token(self._history.chosen))
