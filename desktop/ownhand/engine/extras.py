"""What is told beside the text: which lore entries are due, and where the author's note stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ownhand.core.prompting import LoreEntry, PartKind, PromptExtras, PromptPart
from ownhand.engine.tokenizer import Tokenizer

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts that put no space between words, or none before what is added to one."""
_SPACED_LETTER = re.compile(rf"[^\W{_UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Told:
    """A piece that stands in the prompt beside the text.

    Attributes:
        part: What it is, as it is shown.
        ids: Its tokens.
        cut_characters: Characters at its end that do not fit.
    """

    part: PromptPart
    ids: tuple[int, ...]
    cut_characters: int = 0


def due_lore(extras: PromptExtras, text: str) -> tuple[LoreEntry, ...]:
    """The entries whose keyword stands in the last lines of a text, in the writer's order."""
    lines = max(1, extras.lore_lines)
    nearby = "\n".join(text.rsplit("\n", lines)[-lines:])
    return tuple(
        entry
        for entry in extras.lore
        if entry.enabled and entry.text.strip() and _stands_in(entry, nearby)
    )


def note_place(text: str, depth: int) -> int:
    """Where in a text the author's note goes: before a line, `depth` written lines before the last."""
    place = text.rfind("\n") + 1
    while depth > 0 and place > 0:
        end = place - 1
        place = text.rfind("\n", 0, end) + 1
        depth -= bool(text[place:end].strip())
    return place


def tell(tokenizer: Tokenizer, extras: PromptExtras, text: str, room: int) -> list[Told]:
    """What is told beside a text: memory, lore, and the author's note last.

    Args:
        tokenizer: The model's own.
        extras: What the writer wants told.
        text: The text before the caret.
        room: Most tokens for all of it. The memory comes first, then the note, then lore: what does
            not fit is cut at its end.
    """
    wanted: list[tuple[PartKind, str, str]] = [("memory", "", extras.memory)]
    wanted.append(("note", "", extras.note))
    wanted += [("lore", entry.title, entry.text) for entry in due_lore(extras, text)]
    told = []
    for kind, title, words in wanted:
        if not words.strip():
            continue
        piece = _fitted(tokenizer, kind, title, words.strip() + "\n", room)
        room -= len(piece.ids)
        told.append(piece)
    return sorted(told, key=lambda piece: piece.part.kind == "note")


def _fitted(tokenizer: Tokenizer, kind: PartKind, title: str, words: str, room: int) -> Told:
    ids, starts = tokenizer.encode_with_offsets(words)
    if len(ids) <= room:
        return Told(PromptPart(kind, words, len(ids), title), tuple(ids.tolist()))
    kept = words[: starts[room]]
    return Told(
        PromptPart(kind, kept, room, title), tuple(ids[:room].tolist()), len(words) - len(kept)
    )


def _stands_in(entry: LoreEntry, text: str) -> bool:
    keywords = [keyword for keyword in entry.keywords if keyword.strip()]
    return not keywords or any(_finds(keyword, text) for keyword in keywords)


def _finds(keyword: str, text: str) -> bool:
    """Whether whole words stand in a text; whole letters where words have no spaces between them."""
    words = re.compile(r"\s+".join(map(re.escape, keyword.split())), re.IGNORECASE)
    found = words.search(text)
    while found is not None:
        if not _goes_on(text, found.start()) and not _goes_on(text, found.end()):
            return True
        found = words.search(text, found.start() + 1)
    return False


def _goes_on(text: str, place: int) -> bool:
    """Whether a word goes on across a place. Not asked within the pattern: each would take 30 ms to compile."""
    around = text[max(place - 1, 0) : place + 1]
    return 0 < place < len(text) and all(map(_SPACED_LETTER.match, around))
