"""Notices that a text repeats itself word for word, and knows what helps."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ownhand.core.messages import LoopNoticed
from ownhand.core.sampling import SamplingSettings
from ownhand.core.words import joined, mark

_LONGEST_PERIOD = 256
_LEAST_COVERED = 32
_REMEMBERED = 1024

# Repetitions in a row before it is called a loop, by length in tokens. Only repeats without anything
# between them count, so the refrain of a poem, after its stanza, and lists whose numbers go on are no
# loops. A short phrase may come three times for effect ("never, never, never"), and three lines of a
# song may be the same; nobody writes a sentence of 17 tokens three times running, or a paragraph of
# over 64 twice.
_TIMES_BY_LENGTH = ((16, 4), (64, 3), (_LONGEST_PERIOD, 2))


@dataclass(frozen=True, slots=True)
class Loop:
    """What a text repeats.

    Attributes:
        tokens: The phrase, once.
        times: How often it stands in a row.
        start: Index of its first token among those fed.
    """

    tokens: tuple[int, ...]
    times: int
    start: int

    def notice(self, phrase: str, settings: SamplingSettings) -> LoopNoticed:
        """The event for the window.

        Args:
            phrase: `tokens` decoded, with the spaces at its ends.
            settings: Those that led here; the remedy goes on from them.
        """
        remedy, advice = self._remedy(settings)
        return LoopNoticed(_from_sentence_start(phrase), self.times, advice, remedy)

    def _remedy(self, settings: SamplingSettings) -> tuple[tuple[tuple[str, float], ...], str]:
        changes: dict[str, float] = {}
        if settings.dry_multiplier < 0.8:
            changes["dry_multiplier"] = 0.8
        if settings.repetition_penalty < 1.1:
            changes["repetition_penalty"] = 1.1
        if 0 < settings.penalty_window < 2 * len(self.tokens):
            changes["penalty_window"] = 0
        if not changes:
            stronger = round(min(2.0, settings.repetition_penalty + 0.1), 2)
            if stronger > settings.repetition_penalty:
                changes["repetition_penalty"] = stronger
            changes["dry_multiplier"] = min(5.0, 2 * settings.dry_multiplier)
        advice = mark(
            "The text goes round in a circle. Stop, take back what repeats, and apply this change."
        )
        if settings.sampler in ("greedy", "beam"):
            why = mark(
                "Always taking the likeliest words leads there; the Balanced preset does not."
            )
            advice = joined(advice, why)
        return tuple(changes.items()), advice


def _from_sentence_start(phrase: str) -> str:
    """The same circle, begun where a sentence begins: a loop is noticed anywhere in it."""
    found = re.search(r"[.!?…]+[\"”’']?\s+|\n+", phrase)
    if found:
        phrase = phrase[found.end() :] + phrase[: found.end()]
    return phrase.strip()


class LoopWatch:
    """Follows the tokens of a continuation; a few microseconds each.

    For every period up to 256 tokens it counts how many of the last tokens equal the one that many
    places before, so any loop is seen as soon as it has come round often enough.
    """

    def __init__(self) -> None:
        self._tokens: list[int] = []
        # The last _LONGEST_PERIOD tokens, newest first, lie at _window[_head:_head + that].
        self._window = np.full(2 * _LONGEST_PERIOD, -1, np.int64)
        self._head = _LONGEST_PERIOD
        self._matching = np.zeros(_LONGEST_PERIOD, np.int64)
        self._told = False

    def feed(self, token: int) -> Loop | None:
        """Take the next token; gives the loop once, when it is first noticed.

        Only tokens of the continuation, not of the prompt: what the writer repeats is no loop.
        """
        self._take(token)
        self._tokens.append(token)
        if self._told:
            return None
        loop = self._found()
        self._told = loop is not None
        return loop

    def retract(self, count: int) -> None:
        """Forget the last `count` tokens."""
        if not count:
            return
        del self._tokens[-count:]
        self._window[:] = -1
        self._head = _LONGEST_PERIOD
        self._matching[:] = 0
        for token in self._tokens[-_REMEMBERED:]:
            self._take(token)

    def _take(self, token: int) -> None:
        before = self._window[self._head : self._head + _LONGEST_PERIOD]
        self._matching += 1
        self._matching *= before == token
        if not self._head:
            self._window[_LONGEST_PERIOD:] = self._window[:_LONGEST_PERIOD]
            self._head = _LONGEST_PERIOD
        self._head -= 1
        self._window[self._head] = token

    def _found(self) -> Loop | None:
        looping = self._matching >= _MATCHING_NEEDED
        if not looping.any():
            return None
        period = int(looping.argmax()) + 1
        covered = int(self._matching[period - 1]) + period
        start = len(self._tokens) - covered
        phrase = tuple(self._tokens[start : start + period])
        return Loop(phrase, covered // period, start)


def _matching_needed() -> list[int]:
    """Tokens that must equal the one a period before, for a loop of each period."""
    needed = []
    for period in range(1, _LONGEST_PERIOD + 1):
        times = next(times for longest, times in _TIMES_BY_LENGTH if period <= longest)
        needed.append(max(_LEAST_COVERED, times * period) - period)
    return needed


_MATCHING_NEEDED = np.array(_matching_needed())
