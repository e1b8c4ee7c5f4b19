"""Beam search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Decoder, Floats
from ownhand.engine.sampling.banned import PhraseFinder, Tail
from ownhand.engine.sampling.chain import chain
from ownhand.engine.sampling.context import Mask
from ownhand.engine.sampling.history import History
from ownhand.engine.sampling.numerics import largest, log_sum_exp
from ownhand.engine.sampling.run import (
    DecodeRun,
    LineChanged,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
)

_UNSTARTED = -1e9
"""Score of the other lines before the first token, so that all grow out of one (as in KerasHub)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One hypothesis.

    Attributes:
        score: Sum of the log-probabilities by which it is ranked.
        parent: Index of the line it continues, which is the decoder's row.
        tokens: All of its tokens, also those after a stop token.
        end: Tokens before its first stop token; None while it has none.
        tail: Where a banned phrase may have begun.
    """

    score: float
    parent: int = 0
    tokens: tuple[int, ...] = ()
    end: int | None = None
    tail: Tail = ()

    @property
    def text(self) -> tuple[int, ...]:
        """The tokens that belong to the text."""
        return self.tokens[: self.end]


def beam(decoder: Decoder, logits: Floats, run: DecodeRun) -> Iterator[SamplerEvent]:
    """The line that is likeliest as a whole, as far as `num_beams` lines side by side can tell.

    KerasHub's BeamSampler: the score of a line is the sum of its tokens' log-probabilities, with no
    reward for length; all lines begin as the prompt and grow out of the first. A line that reached a
    stop token keeps it, yet goes on competing and growing unseen, until every line has one or
    `max_tokens` is reached. A line with a banned phrase is never kept. At the end the decoder holds
    the best line in one row, its last token apart.
    """
    search = _Search(run, len(logits))
    lines = search.first_lines()
    rows = np.tile(logits, (len(lines), 1))
    room = min(run.max_tokens, decoder.context_tokens - decoder.length + 1)
    best: _Line | None = None
    for position in range(room):
        grown = search.grow(lines, rows, run.first_allowed if position == 0 else None)
        if not grown:
            break
        lines = grown
        best = max(lines, key=lambda line: line.score)
        yield LineChanged(best.text)
        if position == room - 1 or all(line.end is not None for line in lines):
            break
        # Before the first token all lines are the decoder's one row.
        decoder.fork([line.parent if position else 0 for line in lines])
        rows = decoder.extend(np.array([[line.tokens[-1]] for line in lines], np.int32)).logits
    if best is None:
        yield StopTokenReached()
        return
    # After a dead end the rows are the lines themselves, else those that the lines continue.
    decoder.fork([best.parent if grown else lines.index(best)])
    for token in best.text:
        yield TokenChosen(token)
    if best.end is not None or not grown:
        yield StopTokenReached()


class _Search:
    """Grows lines by one token."""

    def __init__(self, run: DecodeRun, vocabulary: int) -> None:
        self._run = run
        self._history = History(run, run.settings, vocabulary)
        self._finder = PhraseFinder(run.settings.banned_phrases, run.decode)

    def first_lines(self) -> list[_Line]:
        """The lines before the first token."""
        tail = self._finder.begin(self._run.prompt_ids)
        count = self._run.settings.num_beams
        return [_Line(_UNSTARTED if index else 0.0, tail=tail) for index in range(count)]

    def grow(self, lines: Sequence[_Line], rows: Floats, allowed: Mask | None) -> list[_Line]:
        """The best continuations of all lines together.

        Args:
            lines: One for each row.
            rows: `<float32>[lines, vocabulary]`, the model's logits.
            allowed: Tokens that may be chosen, or None for all.

        Returns:
            `num_beams` lines; fewer, or none, if banned phrases leave no more.
        """
        totals = np.empty(rows.shape, np.float32)
        for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
            masked = row if allowed is None else np.where(allowed, row, np.float32(-np.inf))
            chained = chain(masked, self._history.context(line.tokens))
            norm = np.float32(log_sum_exp(chained))
            totals[index] = chained - norm + np.float32(line.score)
        width = self._run.settings.num_beams
        grown: list[_Line] = []
        refused: list[_Line] = []
        for place, total in _ranked(totals.reshape(-1), width):
            parent, token = divmod(place, rows.shape[1])
            line, banned = self._continued(lines[parent], parent, token, total)
            (refused if banned else grown).append(line)
            if len(grown) == width:
                break
        if not grown and allowed is not None:
            return refused[
                :width
            ]  # the phrase lies in the writer's own text, which healing repeats
        return grown

    def _continued(self, line: _Line, parent: int, token: int, score: float) -> tuple[_Line, bool]:
        """A line with one more token, and whether that completes a banned phrase."""
        end, tail, banned = line.end, line.tail, False
        if end is None and token in self._run.stop_ids:
            end = len(line.tokens)
        if end is None and self._finder.active:
            found = self._finder.look(tail, token)
            banned, tail = found.phrase > 0, found.tail
        return _Line(score, parent, (*line.tokens, token), end, tail), banned


def _ranked(totals: Floats, at_first: int) -> Iterator[tuple[int, float]]:
    """Places and values, best first and of equal ones the first; sorts more only when asked."""
    given, wanted = 0, at_first
    while True:
        places = largest(totals, wanted)
        ordered = places[np.argsort(-totals[places], kind="stable")]
        for place in ordered[given:]:
            yield int(place), float(totals[place])
        if len(places) < wanted:
            return
        given, wanted = wanted, 4 * wanted
