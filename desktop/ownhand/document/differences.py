"""What differs between two texts, in words, as a person would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from ownhand.document.lines import LINE, matching_lines
from ownhand.document.words import count_words

_WORD = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")
_MOST_WORDS = 2000  # of one changed stretch; difflib takes a fraction of a second for as many


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text.

    Attributes:
        kind: "same" in both, "gone" from the old one, or "came" with the new one.
        text: Its characters.
    """

    kind: Literal["same", "gone", "came"]
    text: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that makes one text of another.

    Attributes:
        pieces: In order; all that is "same" or "gone" is the old text, "same" and "came" the new one.
    """

    pieces: tuple[Piece, ...]

    def words(self, kind: str) -> int:
        """How many words are of a kind."""
        return sum(count_words(piece.text) for piece in self.pieces if piece.kind == kind)


def differences(old: str, new: str) -> Differences:
    """Compare two texts by lines, and changed lines by words.

    Stretches of over 2,000 changed words are taken as changed altogether, so that it stays quick. A
    megabyte against another takes about a second at worst: not for the GUI thread.
    """
    return Differences(tuple(_joined(_by_lines(old, new))))


def _by_lines(old: str, new: str) -> Iterator[Piece]:
    olds, news = LINE.findall(old), LINE.findall(new)
    here = there = 0
    for start, other, size in [*matching_lines(olds, news), (len(olds), len(news), 0)]:
        yield from _by_words("".join(olds[here:start]), "".join(news[there:other]))
        yield Piece("same", "".join(olds[start : start + size]))
        here, there = start + size, other + size


def _by_words(old: str, new: str) -> Iterator[Piece]:
    olds, news = _WORD.findall(old), _WORD.findall(new)
    if not olds or not news or len(olds) + len(news) > _MOST_WORDS:
        yield Piece("gone", old)
        yield Piece("came", new)
        return
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    codes = matcher.get_opcodes()
    for number, (tag, start, end, other, other_end) in enumerate(codes):
        gone, came = "".join(olds[start:end]), "".join(news[other:other_end])
        between = 0 < number < len(codes) - 1
        if tag == "equal" and not (between and not gone.strip() and "\n" not in gone):
            yield Piece("same", gone)
        else:  # a space alone between two changes would only tear them apart
            yield Piece("gone", gone)
            yield Piece("came", came)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of a kind as one; of a change, what went stands before what came."""
    gone: list[str] = []
    came: list[str] = []
    same: list[str] = []

    def change() -> Iterator[Piece]:
        yield from _piece("gone", gone)
        yield from _piece("came", came)

    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind == "same":
            yield from change()
            same.append(piece.text)
        else:
            yield from _piece("same", same)
            (gone if piece.kind == "gone" else came).append(piece.text)
    yield from change()
    yield from _piece("same", same)


def _piece(kind: Literal["same", "gone", "came"], texts: list[str]) -> Iterator[Piece]:
    if texts:
        yield Piece(kind, "".join(texts))
        texts.clear()


def shortened(pieces: Sequence[Piece], lines: int = 2) -> tuple[Piece | int, ...]:
    """The same for reading: of what did not change, only the lines beside a change.

    Args:
        pieces: From `differences`.
        lines: How many lines to keep on each side.

    Returns:
        Pieces, and in the place of what was left out how many lines that were.
    """
    found: list[Piece | int] = []
    for number, piece in enumerate(pieces):
        parts = piece.text.splitlines(keepends=True) if piece.kind == "same" else []
        head = lines if number else 0
        tail = lines if number < len(pieces) - 1 else 0
        left_out = len(parts) - head - tail
        if left_out < 2:
            found.append(piece)
            continue
        if head:
            found.append(Piece("same", "".join(parts[:head])))
        found.append(left_out)
        if tail:
            found.append(Piece("same", "".join(parts[-tail:])))
    return tuple(found)
