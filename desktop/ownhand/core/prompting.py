"""What the model is told beside the text itself: memory, author's note, lore, conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class ChatTurn:
    """One turn of a conversation.

    Attributes:
        role: Who says it.
        text: What is said.
    """

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class LoreEntry:
    """Something about the world of a text, told when one of its keywords stands nearby.

    Attributes:
        keywords: Words or phrases, in whatever case; whole words match. None of them: always told.
        text: What is told.
        title: What the writer calls it.
        enabled: Whether it takes part.
    """

    keywords: tuple[str, ...]
    text: str
    title: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class PromptExtras:
    """What is put into the prompt around the text.

    Attributes:
        memory: Stands before everything else, always.
        note: Author's note: stands `note_depth` lines before the end of the text.
        note_depth: Lines of text after the note; 0 puts it before the last line that is being written.
        lore: Entries by keyword; those found in the last `lore_lines` lines stand after the memory.
        lore_lines: How far back keywords are looked for.
    """

    memory: str = ""
    note: str = ""
    note_depth: int = 3
    lore: tuple[LoreEntry, ...] = ()
    lore_lines: int = 40


PartKind = Literal["begin", "memory", "lore", "text", "note", "chat", "after"]


@dataclass(frozen=True, slots=True)
class PromptPart:
    """A piece of the prompt as the model is given it.

    Attributes:
        kind: What it is.
        text: Its text, special tokens by their names.
        tokens: How many tokens it takes.
        title: For lore its title, for chat the role; else "".
    """

    kind: PartKind
    text: str
    tokens: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class PromptPreview:
    """Exactly what the model would read, in order.

    Attributes:
        parts: Their texts, put together, are the prompt.
        dropped_characters: Characters at the start of the text that do not fit.
        limit_tokens: The context limit in force.
        reserved_tokens: Tokens kept free for the answer.
        cut_characters: Characters left out of memory, note or lore, or of the turn to be answered.
        dropped_turns: Oldest turns of a conversation that do not fit.
    """

    parts: tuple[PromptPart, ...]
    dropped_characters: int
    limit_tokens: int
    reserved_tokens: int
    cut_characters: int = 0
    dropped_turns: int = 0

    @property
    def tokens(self) -> int:
        """Tokens of the whole prompt."""
        return sum(part.tokens for part in self.parts)
