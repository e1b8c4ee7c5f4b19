"""A statement of who wrote what in a text: shares, models, passages, and how all of it was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ownhand.document.digests import text_digest
from ownhand.document.records import Records
from ownhand.document.spans import EDITED, GENERATED, PASTED, TYPED, Span, Spans
from ownhand.document.words import count_words

ORIGINS = (TYPED, PASTED, GENERATED, EDITED)
_EDGE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text has one origin.

    Attributes:
        origin: One of `ORIGINS`.
        characters: Exactly.
        words: Those that begin in it.
    """

    origin: str
    characters: int
    words: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A generated passage, with the words in it that were changed since.

    Attributes:
        beginning: Its first words.
        ending: Its last words; "" if the beginning is all of it.
        words: How many.
        record: Id of its record, or "".
        model: What the writer knows the model by; "" if that is not known.
        model_sha256: Of the model's weights, or "".
        preset: Name of the preset, or "".
        seed: That was used, or None.
        created: When, ISO 8601, or "".
        text_sha256: Of the passage as it was generated, or "".
        edited_words: How many of its words were changed since.
    """

    beginning: str
    ending: str
    words: int
    record: str = ""
    model: str = ""
    model_sha256: str = ""
    preset: str = ""
    seed: int | None = None
    created: str = ""
    text_sha256: str = ""
    edited_words: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """All that is stated.

    Attributes:
        title: Of the text.
        date: Of the statement, ISO 8601.
        words: Of the whole text.
        characters: Likewise.
        shares: One for each of `ORIGINS`.
        sources: (model, preset, words) of generated text, the most first; model and preset are "" where
            they are not known.
        passages: In the order of the text.
        text_sha256: Of the text in UTF-8 with "\\n" for line ends.
    """

    title: str
    date: str
    words: int
    characters: int
    shares: tuple[Share, ...]
    sources: tuple[tuple[str, str, int], ...]
    passages: tuple[Passage, ...]
    text_sha256: str

    def part(self, origin: str) -> float:
        """Part of the characters that has this origin, 0.0 to 1.0."""
        found = next(share for share in self.shares if share.origin == origin)
        return found.characters / self.characters if self.characters else 0.0


def make_statement(title: str, date: str, text: str, spans: Spans, records: Records) -> Statement:
    """State who wrote what.

    Args:
        title: Of the text.
        date: Of the statement, ISO 8601.
        text: The whole text.
        spans: Its origins; one that is not known counts as generated, never as typed.
        records: How its generated passages came about.
    """
    runs = list(_runs(text, spans))
    shares = []
    for origin in ORIGINS:
        own = [run for run in runs if run.origin == origin]
        words = sum(_words_begun(text, run) for run in own)
        shares.append(Share(origin, sum(len(run) for run in own), words))
    passages = tuple(_passage(text, run, records) for run in _joined(runs))
    sources: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        sources[passage.model, passage.preset] += passage.words
    return Statement(
        title=title,
        date=date,
        words=count_words(text),
        characters=len(text),
        shares=tuple(shares),
        sources=tuple((model, preset, words) for (model, preset), words in sources.most_common()),
        passages=passages,
        text_sha256=text_digest(text),
    )


def _runs(text: str, spans: Spans) -> Iterable[Span]:
    """The whole text in runs of one origin."""
    position = 0
    for span in spans:
        if span.start > position:
            yield Span(position, span.start, TYPED)
        known = span.origin if span.origin in ORIGINS else GENERATED
        yield Span(span.start, span.end, known, span.record)
        position = span.end
    if position < len(text):
        yield Span(position, len(text), TYPED)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours that came of one generation."""

    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


def _joined(runs: Iterable[Span]) -> list[_Run]:
    """Generated and edited runs side by side that have one record are one passage."""
    joined: list[_Run] = []
    for run in runs:
        if run.origin not in (GENERATED, EDITED):
            continue
        last = joined[-1].spans[-1] if joined else None
        if last is not None and last.end == run.start and last.record == run.record:
            joined[-1] = _Run((*joined[-1].spans, run))
        else:
            joined.append(_Run((run,)))
    return joined


def _passage(text: str, run: _Run, records: Records) -> Passage:
    beginning, ending = _edges(text[run.start : run.end])
    words = sum(_words_begun(text, span) for span in run.spans)
    edited = sum(_words_begun(text, span) for span in run.spans if span.origin == EDITED)
    kept = records.get(run.spans[0].record)
    if kept is None:
        return Passage(beginning, ending, words, record=run.spans[0].record, edited_words=edited)
    record = kept.record
    return Passage(
        beginning,
        ending,
        words,
        record.id,
        record.model_title,
        record.model_sha256,
        record.preset,
        record.settings.seed,
        record.created,
        kept.text_sha256,
        edited,
    )


def _words_begun(text: str, span: Span) -> int:
    """Words that begin in a span: each word of the text counts once."""
    before = count_words(text[max(0, span.start - 200) : span.start])
    return count_words(text[max(0, span.start - 200) : span.end]) - before


def _edges(text: str) -> tuple[str, str]:
    words = text.split()
    if len(words) <= 2 * _EDGE_WORDS:
        return " ".join(words), ""
    return " ".join(words[:_EDGE_WORDS]), " ".join(words[-_EDGE_WORDS:])
