"""Several continuations of one prompt, side by side in the rows of one decoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ownhand.core.contracts import Decoder, Floats
from ownhand.engine.sampling.chain import Shortlist, shortlist
from ownhand.engine.sampling.growing_text import GrowingText
from ownhand.engine.sampling.run import (
    DecodeRun,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)

_FILLER = 0
"""Token that a row which has ended is fed, so that the others can go on."""


class CandidateRows:
    """Chooses token after token in every row at once; a row writes what it would write alone.

    The rows of a decoder are of one length. Where a banned phrase sends a row back, the decoder goes
    back with it, and the other rows are fed again what they had chosen already.

    Args:
        decoder: Holds the prompt in one row.
        logits: `<float32>[vocabulary]` after it.
        runs: One for each row; each has its own chance.
    """

    def __init__(self, decoder: Decoder, logits: Floats, runs: Sequence[DecodeRun]) -> None:
        self._decoder = decoder
        room = decoder.context_tokens - decoder.length + 1
        self._rows = [_Row(run, logits, min(run.max_tokens, room)) for run in runs]

    def end(self, index: int) -> None:
        """Choose no more for a row."""
        self._rows[index].ended = True

    def run(self) -> Iterator[tuple[int, SamplerEvent]]:
        """(row, event), until every row has ended; at least one for each decode step."""
        rows, decoder = self._rows, self._decoder
        decoder.fork([0] * len(rows))
        fed = 0  # tokens of the continuations that are in the cache
        while True:
            for index, row in enumerate(rows):
                if not row.ended and len(row.tokens) == fed:
                    for event in row.choose():
                        yield index, event
            going_on = [row for row in rows if not row.ended]
            if not going_on:
                return
            back = min(len(row.tokens) - 1 for row in going_on)
            if back < fed:
                decoder.rewind(fed - back)
                fed = back
            step = [[row.token_at(fed)] for row in rows]
            logits = decoder.extend(np.array(step, np.int32)).logits
            fed += 1
            for row, after in zip(rows, logits, strict=True):
                if not row.ended and len(row.tokens) == fed:
                    row.text.advance(after)


class _Row:
    """One continuation.

    Attributes:
        tokens: All that is chosen.
        text: The same for the transforms, with the ways back.
        ended: Whether nothing more is chosen.
    """

    def __init__(self, run: DecodeRun, logits: Floats, room: int) -> None:
        self.tokens: list[int] = []
        self.text = GrowingText(run, run.settings, logits)
        self.ended = room < 1
        self._run = run
        self._room = room

    def token_at(self, position: int) -> int:
        """What the cache is fed at a position."""
        return self.tokens[position] if position < len(self.tokens) else _FILLER

    def choose(self) -> Iterator[SamplerEvent]:
        """The next token, after as many ways back as banned phrases ask for."""
        run, text = self._run, self.text
        while not self.ended:
            allowed = text.allowed()
            token = None if allowed is None else self._chosen(shortlist(allowed, text.context()))
            if token is None or token in run.stop_ids:
                self.ended = True
                yield StopTokenReached()
                return
            banned = text.push(token)
            self.tokens.append(token)
            self.ended = not banned and text.length >= self._room
            yield TokenChosen(token, text.held)
            if not banned:
                return
            text.take_back(banned)
            del self.tokens[-banned:]
            yield TokensRetracted(banned)

    def _chosen(self, listed: Shortlist) -> int:
        greedy = self._run.settings.sampler == "greedy"
        return listed.likeliest() if greedy else listed.drawn(self._run.rng)
