"""Tokens in, text out: only whole characters, nothing that may still become a stop string."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_BROKEN = "\ufffd"
_LONGEST_BROKEN = 8  # tokens at the end; a real character is complete after at most four


class TextStream:
    """Turns generated tokens into text that can be shown at once and need never be taken back.

    Args:
        decode: Gives the text of a token sequence.
        before: The last tokens of the prompt, for tokenisers whose spaces depend on what precedes.
        stop_strings: Text that ends the stream; it is not shown, nor what follows it.
        skip: Characters to drop at the start (they stand in the prompt already: token healing).
    """

    def __init__(
        self,
        decode: Callable[[Sequence[int]], str],
        before: Sequence[int],
        stop_strings: Sequence[str] = (),
        skip: int = 0,
    ) -> None:
        self._decode = decode
        self._before = list(before)
        self._known = len(decode(self._before))
        self._stops = tuple(stop_strings)
        self._skip = skip
        self._held: list[int] = []
        self._retractable = 0
        self.stopped = False

    def push(self, token: int, held: int = 0) -> str:
        """Take a token; returns the text that can now be shown, often "".

        The last `held` tokens are kept back: the sampler may retract them yet. Sets `stopped` once
        a stop string is complete in the others; the text before it is then returned, and the rest
        is dropped.
        """
        self._held.append(token)
        self._retractable = held
        if self._stop_before(len(self._held) - held):
            return self.finish()
        text = self._text(len(self._held))
        whole = len(self._held) if not text.endswith(_BROKEN) else self._without_broken_end()
        return self._release(text, self._safe_length(text), min(len(self._held) - held, whole))

    def retract(self, count: int) -> None:
        """Forget the last `count` tokens.

        Raises:
            ValueError: If one of them was shown already.
        """
        if count > len(self._held):
            raise ValueError(f"{count} tokens retracted, but only {len(self._held)} are held back")
        del self._held[len(self._held) - count :]
        self._retractable = max(0, self._retractable - count)

    def preview(self, tokens: Sequence[int]) -> str:
        """The text of tokens that are not chosen yet, as it would be shown after what was."""
        text = self._decode([*self._before, *tokens])[self._known :].rstrip(_BROKEN)
        return text[self._skip : self._first_stop(text)]

    def finish(self, drop_retractable: bool = False) -> str:
        """The text still held back, at the end of the stream, without a broken last character.

        It ends before a stop string as well; `stopped` tells.

        Args:
            drop_retractable: Leave out what the sampler might yet have taken back: it was stopped
                before it could.
        """
        if drop_retractable:
            self.retract(self._retractable)
        text = self._text(len(self._held)).rstrip(_BROKEN)
        stop = self._first_stop(text)
        self.stopped = self.stopped or stop is not None
        self._held.clear()
        self._retractable = 0
        return self._without_skipped(text[:stop])

    def _stop_before(self, count: int) -> bool:
        """Whether the first `count` held tokens hold a stop string."""
        return bool(self._stops) and self._first_stop(self._text(count)) is not None

    def _without_broken_end(self) -> int:
        """Held tokens before those of a last character that is not complete."""
        for count in range(len(self._held), max(0, len(self._held) - _LONGEST_BROKEN), -1):
            if not self._text(count).endswith(_BROKEN):
                return count
        return len(self._held) if len(self._held) >= _LONGEST_BROKEN else 0

    def _text(self, count: int) -> str:
        """Text of the first `count` held tokens."""
        if not count:
            return ""
        return self._decode([*self._before, *self._held[:count]])[self._known :]

    def _first_stop(self, text: str) -> int | None:
        """Where the first stop string begins; what stands in the prompt already is none."""
        places = [place for stop in self._stops if (place := text.find(stop, self._skip)) >= 0]
        return min(places, default=None)

    def _safe_length(self, text: str) -> int:
        """Characters before any stop string, and anything that could be the start of one."""
        first = self._first_stop(text)
        safe = len(text) if first is None else first
        for stop in self._stops:
            safe = min(safe, _possible_start(text, stop))
        return safe

    def _release(self, text: str, safe: int, count: int) -> str:
        """Let go of the tokens that lie wholly before `safe`, at most `count` of them."""
        shown = text if count == len(self._held) else self._text(count)
        while count and (len(shown) > safe or self._cuts_a_character(shown, count)):
            count -= 1
            shown = self._text(count)
        if not count:
            return ""
        self._before = self._held[:count]
        self._known = len(self._decode(self._before))
        del self._held[:count]
        return self._without_skipped(shown)

    def _cuts_a_character(self, shown: str, count: int) -> bool:
        """Whether the text of the first `count` held tokens ends inside a character."""
        return count < len(self._held) and shown.endswith(_BROKEN)

    def _without_skipped(self, text: str) -> str:
        dropped = min(self._skip, len(text))
        self._skip -= dropped
        return text[dropped:]


def _possible_start(text: str, wanted: str) -> int:
    """Where the longest end of `text` begins that is a true beginning of `wanted`."""
    for length in range(min(len(wanted) - 1, len(text)), 0, -1):
        if text.endswith(wanted[:length]):
            return len(text) - length
    return len(text)
