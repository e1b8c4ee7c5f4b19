"""Finds banned phrases in a text that arrives token by token."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ownhand.core.contracts import Ids

_BROKEN = "\ufffd"
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")
_SPARE_TOKENS = 8

Tail = tuple[int, ...]
"""Last tokens of a text: those in which a phrase may have begun, and one before them, since some
tokenisers decode the first token of a sequence differently."""


@dataclass(frozen=True, slots=True)
class Found:
    """What looking at a tail gave.

    Attributes:
        tail: What has to be kept of it for the next look.
        pending: Tokens at its end that may be the beginning of a phrase.
        phrase: Tokens at its end in which a whole phrase lies, or 0 if there is none.
    """

    tail: Tail
    pending: int
    phrase: int


class PhraseFinder:
    """Looks for phrases in decoded tokens, whatever their case and however the tokens split them.

    A phrase is found anywhere, also inside a longer word; curly and straight quotes are the same.
    Holds no state of a text, so that the lines of a beam search can share it.
    """

    def __init__(self, phrases: Sequence[str], decode: Callable[[Sequence[int]], str]) -> None:
        """Look for `phrases` in what `decode` gives."""
        self._decode = decode
        self._phrases = tuple(dict.fromkeys(_fold(phrase) for phrase in phrases if phrase))
        self._beginnings = {
            phrase[:length] for phrase in self._phrases for length in range(1, len(phrase))
        }
        self._longest = max(map(len, self._phrases), default=0)
        # A token holds at least a byte and a folded character comes from at most four.
        self._most_tokens = 4 * self._longest + _SPARE_TOKENS

    @property
    def active(self) -> bool:
        """Whether there is any phrase to look for."""
        return bool(self._phrases)

    def begin(self, prompt: Sequence[int] | Ids) -> Tail:
        """The tail to start from, after a prompt in which a phrase may have begun."""
        if not self._phrases:
            return ()
        return self._kept(tuple(int(t) for t in prompt[-self._most_tokens :]))[0]

    def look(self, tail: Tail, token: int) -> Found:
        """Append a token to a tail and see whether it completes a phrase."""
        tokens = (*tail, token)
        phrase = self._completed(tokens)
        kept, pending = self._kept(tokens)
        return Found(kept, pending, phrase)

    def _completed(self, tokens: Tail) -> int:
        """Tokens from the one in which the latest phrase begins that the last token completes."""
        text = _fold(self._decode(tokens))
        known = len(_fold(self._decode(tokens[:-1]).rstrip(_BROKEN)))
        starts = [
            start
            for phrase in self._phrases
            if (start := text.rfind(phrase)) >= 0 and start + len(phrase) > known
        ]
        return len(tokens) - self._token_at(tokens, max(starts)) if starts else 0

    def _kept(self, tokens: Tail) -> tuple[Tail, int]:
        """What to keep of a tail, and how many of its last tokens a phrase may have begun in."""
        whole = self._decode(tokens)
        sound = whole.rstrip(_BROKEN)
        text = _fold(sound)
        start = len(text)
        for length in range(min(self._longest - 1, start), 0, -1):
            if text[start - length :] in self._beginnings:
                start -= length
                break
        if start == len(text) and whole == sound:
            return tokens[-1:], 0
        first = self._token_at(tokens, start)
        pending = min(len(tokens) - first, self._most_tokens)
        return tokens[-pending - 1 :], pending

    def _token_at(self, tokens: Tail, place: int) -> int:
        """Index of the token that holds the folded character at `place`."""
        for index in range(len(tokens)):
            if len(_fold(self._decode(tokens[: index + 1]))) > place:
                return index
        return len(tokens) - 1


class PhraseWatch:
    """Follows one growing text and says how much of its end may still be taken back.

    What is taken back never reaches further than `held` tokens, so what lies before them can be
    shown.

    Attributes:
        held: Tokens at the end of the continuation in which a phrase has begun or stands complete.
    """

    def __init__(
        self,
        phrases: Sequence[str],
        decode: Callable[[Sequence[int]], str],
        prompt: Sequence[int] | Ids = (),
    ) -> None:
        """Begin after `prompt`."""
        self.held = 0
        self._finder = PhraseFinder(phrases, decode)
        # The tail before each held token and the number held there, to go back to.
        self._states: list[tuple[Tail, int]] = [(self._finder.begin(prompt), 0)]

    def push(self, token: int) -> int:
        """Take the next token.

        Returns:
            Tokens, counted from the end, that must be taken back because they hold a banned phrase;
            0 when there is none.
        """
        if not self._finder.active:
            return 0
        found = self._finder.look(self._states[-1][0], token)
        known = len(self._states)
        phrase = min(found.phrase, known)
        pending = min(found.pending, known)
        self.held = max(self._held_with(phrase), self._held_with(pending))
        self._states.append((found.tail, self._held_with(pending)))
        del self._states[: -self.held - 1]
        return phrase

    def _held_with(self, count: int) -> int:
        """Tokens to hold when the last `count`, the new one among them, may go.

        Taking them back revives what was pending before them, so that is held as well.
        """
        return count + self._states[-count][1] if count else 0

    def retract(self, count: int) -> None:
        """Forget the last `count` tokens, at most `held`."""
        if not self._finder.active or not count:
            return
        del self._states[-count:]
        self.held = self._states[-1][1]


def _fold(text: str) -> str:
    return text.translate(_PLAIN_QUOTES).casefold()
