"""Speculation by prompt look-up: the tokens that may come next are computed along with the one that came."""

from __future__ import annotations

import numpy as np

from ownhand.core.contracts import Decoder, Floats, Ids
from ownhand.engine.sampling.lookup import LENGTHS, PromptLookup

COST = 0.28
"""What a guess takes, where one token alone takes 1: the weights are read only once for all of them."""

_LEARNING = 0.15
_BELIEVED = 0.5  # at first, of every match: enough for one guess


class LookingAhead:
    """A decoder that is fed token by token, and computes guesses at the next ones in the same call.

    What is chosen is chosen from the same logits as without guesses. A guess that was right spares a
    call; one that was wrong is rewound. How often a match is right is learnt from all tokens, also
    where nothing was guessed, and as much is guessed as pays: ordinary text is written without guesses.

    Args:
        decoder: Holds the prompt in one row.
        prompt_ids: `<int32>[n]`, its tokens.
    """

    def __init__(self, decoder: Decoder, prompt_ids: Ids) -> None:
        self._decoder = decoder
        self._lookup = PromptLookup(prompt_ids.tolist() if decoder.lookahead else ())
        self._match = self._lookup.match()
        self._chance = dict.fromkeys(LENGTHS, _BELIEVED)
        # The guesses that are in the cache behind the text, each with the logits after it.
        self._guessed: list[tuple[int, Floats]] = []

    def extend(self, token: int, further: int) -> Floats:
        """Append the token that was chosen.

        Args:
            token: Its id.
            further: Most tokens that will be appended after it.

        Returns:
            `<float32>[vocabulary]`, the logits after it.
        """
        guesses: list[int] = []
        if self._decoder.lookahead:
            self._learn(token)
            if self._guessed and self._guessed[0][0] == token:
                return self._guessed.pop(0)[1]
            self._forget_guesses()
            guesses = self._guesses(min(further, self._decoder.lookahead))
        ids = np.array([[token, *guesses]], np.int32)
        logits = self._decoder.extend(ids, all_positions=bool(guesses)).logits
        after: list[Floats] = list(logits.reshape(len(guesses) + 1, -1))
        self._guessed = list(zip(guesses, after[1:], strict=True))
        return after[0]

    def rewind(self, count: int) -> None:
        """Take back the last `count` tokens that were appended."""
        self._forget_guesses()
        self._decoder.rewind(count)
        self._lookup.drop(count)
        self._match = self._lookup.match()

    def _forget_guesses(self) -> None:
        if self._guessed:
            self._decoder.rewind(len(self._guessed))
            self._guessed = []

    def _learn(self, token: int) -> None:
        """See whether the token is the one that the match foretold, and look for the next match."""
        if self._match is not None:
            length, place = self._match
            right = self._lookup.following(place, 1) == [token]
            self._chance[length] += _LEARNING * (right - self._chance[length])
        self._lookup.push(token)
        self._match = self._lookup.match()

    def _guesses(self, most: int) -> list[int]:
        if self._match is None:
            return []
        length, place = self._match
        count = worth_guessing(self._chance[length], self._chance[LENGTHS[0]], most)
        return self._lookup.following(place, count)


def worth_guessing(first: float, later: float, most: int) -> int:
    """How many guesses give the most tokens for the time, from 0 to `most`.

    Args:
        first: Chance that the first one is right.
        later: Chance of each further one, if those before it were right.
        most: How many may be made.
    """
    best, best_rate = 0, 1.0
    expected, chance = 1.0, first
    for count in range(1, most + 1):
        expected += chance
        chance *= later
        rate = expected / (1 + COST * count)
        if rate > best_rate:
            best, best_rate = count, rate
    return best
