"""Finds words of a line again after another program changed it, without keeping the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ownhand.document.digests import text_digest

_TOKEN = re.compile(r"\w+|\W+")
_MARK = 4
_LONGEST_SEARCH = 4000  # pieces; difflib takes about half a second for as many
_LEAST_KEPT = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or what stands between two words.

    Attributes:
        mark: A short hash; with a dot before it if it is no word.
        length: Its characters.
    """

    mark: str
    length: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return not self.mark.startswith(".")


def pieces_of(text: str) -> list[Piece]:
    """The words of a text and what stands between them, in order."""
    return [
        Piece(("" if found[0].isalnum() or found[0] == "_" else ".") + _mark(found), len(found))
        for found in _TOKEN.findall(text)
    ]


def to_text(pieces: Sequence[Piece]) -> str:
    """Pieces in one line of text."""
    return " ".join(f"{piece.mark}{piece.length}" for piece in pieces)


def from_text(text: str) -> list[Piece]:
    """The pieces again.

    Raises:
        ValueError: If the text is no list of pieces.
    """
    pieces = []
    for item in text.split():
        cut = _MARK + item.startswith(".")
        pieces.append(Piece(item[:cut], int(item[cut:])))
    return pieces


def matching_pieces(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Runs of characters that both have: (first in old, first in new, how many), in order.

    A run has a word in it. If less than half of the old text is found again, the new one counts as
    written anew: single words that are in every text say nothing.
    """
    if not old or not new or len(old) + len(new) > _LONGEST_SEARCH:
        return
    matcher = SequenceMatcher(None, [p.mark for p in old], [p.mark for p in new], autojunk=False)
    blocks = [
        match
        for match in matcher.get_matching_blocks()
        if any(piece.is_word for piece in old[match.a : match.a + match.size])
    ]
    found = sum(_length(old[match.a : match.a + match.size]) for match in blocks)
    if found < _LEAST_KEPT * _length(old):
        return
    for match in blocks:
        run = old[match.a : match.a + match.size]
        yield _length(old[: match.a]), _length(new[: match.b]), _length(run)


def _length(pieces: Sequence[Piece]) -> int:
    return sum(piece.length for piece in pieces)


def _mark(text: str) -> str:
    return text_digest(text)[:_MARK]
