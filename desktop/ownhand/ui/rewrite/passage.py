"""The passage that a proposal is about, and what taking the proposal makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ownhand.document.differences import Piece
from ownhand.document.spans import GENERATED, Span, Spans, clipped, normalised, shifted


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the page, in code points, without white space at its ends.

    Attributes:
        start: First character.
        text: Its characters.
        changed: Whether the writer edited it since.
    """

    start: int
    text: str
    changed: bool = False

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)

    def after_edit(self, position: int, removed: int, added: int) -> Passage:
        """Where it is after an edit of the page."""
        if position >= self.end:
            return self
        if position + removed <= self.start:
            return replace(self, start=self.start + added - removed)
        return replace(self, changed=True)


def passage_at(text: str, start: int, end: int) -> Passage | None:
    """The selection, or where nothing is selected the paragraph at the caret; None if that is empty."""
    if start == end:
        start = text.rfind("\n", 0, start) + 1
        found = text.find("\n", end)
        end = found if found >= 0 else len(text)
    chosen = text[start:end]
    kept = chosen.strip()
    return Passage(start + len(chosen) - len(chosen.lstrip()), kept) if kept else None


def merged(pieces: Iterable[Piece], spans: Spans, record: str) -> tuple[str, Spans]:
    """The new text and its origins: words that stay keep theirs, what came is generated.

    Args:
        pieces: From `differences` of old and new text.
        spans: Origins of the old text, counted from its start.
        record: Id of the generation's record.
    """
    text, old = "", 0
    found: list[Span] = []
    for piece in pieces:
        if piece.kind != "came":
            if piece.kind == "same":
                kept = clipped(spans, old, old + len(piece.text))
                found += shifted(kept, len(text))
            old += len(piece.text)
        elif piece.text:
            found.append(Span(len(text), len(text) + len(piece.text), GENERATED, record))
        if piece.kind != "gone":
            text += piece.text
    return text, normalised(found)
