"""What the writer tells the model beside a text: memory, author's note, lore. One file per text."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.prompting import LoreEntry, PromptExtras
from ownhand.core.words import Sentence, why

log = logging.getLogger(__name__)

FILE_NAME = "notes.json"
"""In the folder of a text's belongings."""

SCHEMA = 1

DEEPEST_NOTE = 20
"""Most lines that may follow the author's note."""

FARTHEST_LORE = 400
"""Most lines in which keywords are looked for."""


@dataclass(frozen=True, slots=True)
class LoreNote:
    """A lore entry, and what its file says of it that this Ownhand does not know.

    Attributes:
        entry: What the model is told.
        other: Fields to be written back as they were.
    """

    entry: LoreEntry
    other: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything of the file.

    Attributes:
        memory: As in `PromptExtras`, and so are the next four.
        note: Author's note.
        note_depth: Lines of text after the note.
        lore: Entries in the order in which they are told.
        lore_lines: How far back keywords are looked for.
        other: Fields to be written back as they were.
    """

    memory: str = ""
    note: str = ""
    note_depth: int = PromptExtras().note_depth
    lore: tuple[LoreNote, ...] = ()
    lore_lines: int = PromptExtras().lore_lines
    other: Mapping[str, Any] = field(default_factory=dict)

    @property
    def extras(self) -> PromptExtras:
        """What goes into a request."""
        entries = tuple(note.entry for note in self.lore)
        return PromptExtras(self.memory, self.note, self.note_depth, entries, self.lore_lines)


def load_notes(folder: Path) -> Notes:
    """The notes of a text; none are no error. Single values that make no sense become their default.

    Args:
        folder: The text's belongings.

    Raises:
        DocumentError: If there is a file that cannot be used; it is untouched.
    """
    path = folder / FILE_NAME
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Notes()
    except OSError as problem:
        raise DocumentError(
            Sentence(
                "The memory and lore of this text cannot be read: {reason}. The text itself is safe.",
                reason=why(problem),
            )
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise DocumentError(
            Sentence(
                "The memory and lore of this text are damaged and cannot be used. The text itself is safe; the damaged file stays at {path}.",
                path=path,
            )
        ) from problem
    if not isinstance(values, dict):
        raise DocumentError(
            Sentence(
                "The memory and lore of this text are damaged and cannot be used. The text itself is safe; the damaged file stays at {path}.",
                path=path,
            )
        )
    version = values.get("schema")
    if isinstance(version, int) and version > SCHEMA:
        raise DocumentError(
            "The memory and lore of this text were written by a newer Ownhand. Update Ownhand to use "
            "them; the text itself is safe."
        )
    return notes_from(values)


def notes_from(values: Mapping[str, Any]) -> Notes:
    """Notes from the values of a file, as far as they make sense."""
    known = {"schema", "memory", "note", "note_depth", "lore", "lore_lines"}
    neutral = Notes()
    lore = values.get("lore")
    return Notes(
        memory=_text(values.get("memory")),
        note=_text(values.get("note")),
        note_depth=_count(values.get("note_depth"), neutral.note_depth, 0, DEEPEST_NOTE),
        lore=tuple(_lore_note(item) for item in lore if isinstance(item, dict))
        if isinstance(lore, list)
        else (),
        lore_lines=_count(values.get("lore_lines"), neutral.lore_lines, 1, FARTHEST_LORE),
        other={key: value for key, value in values.items() if key not in known},
    )


def notes_values(notes: Notes) -> dict[str, Any]:
    """What the file of some notes holds."""
    return {
        **notes.other,
        "schema": SCHEMA,
        "memory": notes.memory,
        "note": notes.note,
        "note_depth": notes.note_depth,
        "lore_lines": notes.lore_lines,
        "lore": [
            {
                **note.other,
                "title": note.entry.title,
                "keywords": list(note.entry.keywords),
                "text": note.entry.text,
                "enabled": note.entry.enabled,
            }
            for note in notes.lore
        ],
    }


def save_notes(folder: Path, notes: Notes, *, set_aside: bool = False) -> None:
    """Keep the notes of a text. Notes that say nothing make no file.

    Args:
        folder: The text's belongings.
        notes: What to keep.
        set_aside: Keep the file that is there under another name: it could not be read.

    Raises:
        DocumentError: If they cannot be written; an old file is untouched.
    """
    path = folder / FILE_NAME
    try:
        if set_aside and path.exists():
            os.replace(path, _free_name(path))
        if notes != Notes() or path.exists():
            atomic.write_text(path, json.dumps(notes_values(notes), ensure_ascii=False, indent=1))
    except (OSError, UnicodeEncodeError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise DocumentError(
            Sentence(
                "The memory and lore of this text cannot be saved: {reason}. They stay in the window; make room or get the right to write, and change them once more.",
                reason=reason,
            )
        ) from problem


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.unread-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _lore_note(values: dict[str, Any]) -> LoreNote:
    known = {"title", "keywords", "text", "enabled"}
    keywords = values.get("keywords")
    words = keywords if isinstance(keywords, list) else []
    entry = LoreEntry(
        keywords=tuple(word for word in words if isinstance(word, str) and word.strip()),
        text=_text(values.get("text")),
        title=_text(values.get("title")),
        enabled=values.get("enabled") is not False,
    )
    return LoreNote(entry, {key: value for key, value in values.items() if key not in known})


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any, default: int, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        return default
    return min(max(value, low), high)
