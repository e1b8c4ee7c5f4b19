"""One conversation: a tree of turns, of which one branch shows."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from ownhand.core.clock import timestamp
from ownhand.core.prompting import ChatTurn

log = logging.getLogger(__name__)

SCHEMA = 1

Speaker = Literal["user", "assistant"]
Entry = dict[str, Any]
"""One line of a conversation's file, as JSON has it: what happened, in its field "what"."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text that a turn is about.

    Attributes:
        title: What the text is called.
        text: What of it the model is told.
        whole_characters: How long all of it was.
        passage: Whether it is a selection, not a whole text.
        tokens: How long `text` is; 0 where that was not known.
    """

    title: str
    text: str
    whole_characters: int
    passage: bool = False
    tokens: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether something was left out."""
        return len(self.text) < self.whole_characters


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that was said.

    Attributes:
        id: Unique in the conversation.
        parent: The turn before it, or "" for a beginning.
        speaker: Who said it.
        text: What was said.
        created: UTC, ISO 8601.
        attachment: What it is about, or None.
        record: How it was generated, as `GenerationRecord` names it; None if it was typed.
    """

    id: str
    parent: str
    speaker: Speaker
    text: str
    created: str = ""
    attachment: Attachment | None = None
    record: Mapping[str, Any] | None = None


class Conversation:
    """What is known of a conversation; changes are entries, which are also the lines of its file.

    Each method that changes something returns the entry to be written; reading a file applies them again.
    An entry of another version or one that makes no sense changes nothing.

    Attributes:
        id: Name of its file.
        created: UTC, ISO 8601.
        title: What the writer called it, or "".
        system: What the model is told before everything else.
        persona: Name of the persona that `system` is from, or "".
    """

    def __init__(self, id_: str, created: str = "") -> None:
        self.id = id_
        self.created = created
        self.title = ""
        self.system = ""
        self.persona = ""
        self._turns: dict[str, Turn] = {}
        self._children: dict[str, list[str]] = {}
        self._chosen: dict[str, str] = {}
        self._removed: set[str] = set()

    def __getitem__(self, turn_id: str) -> Turn:
        return self._turns[turn_id]

    def __contains__(self, turn_id: object) -> bool:
        return turn_id in self._turns and turn_id not in self._removed

    @property
    def path(self) -> tuple[Turn, ...]:
        """The branch that shows, from its beginning."""
        return tuple(self._walk())

    @property
    def last(self) -> Turn | None:
        """The turn at the end of that branch."""
        path = self.path
        return path[-1] if path else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not self.path

    @property
    def name(self) -> str:
        """Its title, else how it begins; "" for an empty one."""
        if self.title:
            return self.title
        first = next(iter(self._walk()), None)
        return " ".join(first.text.split())[:60] if first else ""

    def variants(self, turn_id: str) -> tuple[Turn, ...]:
        """The turns that stand in the same place, this one among them, the oldest first."""
        turn = self._turns[turn_id]
        places = self._children.get(turn.parent, [])
        found = (self._turns[i] for i in places if i not in self._removed)
        return tuple(other for other in found if other.speaker == turn.speaker)

    def before(self, turn_id: str) -> tuple[Turn, ...]:
        """What was said before a turn, from the beginning."""
        found: list[Turn] = []
        parent = self._turns[turn_id].parent
        while parent in self._turns:
            found.append(self._turns[parent])
            parent = self._turns[parent].parent
        return tuple(reversed(found))

    def words(self) -> Iterator[str]:
        """All texts in it, for a search."""
        yield self.title
        for turn_id, turn in self._turns.items():
            if turn_id not in self._removed:
                yield turn.text

    def begin(self) -> Entry:
        """The first line of its file."""
        return {"what": "conversation", "schema": SCHEMA, "id": self.id, "created": self.created}

    def say(
        self,
        speaker: Speaker,
        text: str,
        parent: str,
        attachment: Attachment | None = None,
        record: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Add a turn behind another one ("" for a beginning); it shows from now on."""
        entry: Entry = {
            "what": "said",
            "id": secrets.token_hex(8),
            "parent": parent,
            "speaker": speaker,
            "text": text,
            "at": timestamp(),
        }
        if attachment is not None:
            entry["attachment"] = {
                "title": attachment.title,
                "text": attachment.text,
                "whole_characters": attachment.whole_characters,
                "passage": attachment.passage,
                "tokens": attachment.tokens,
            }
        if record is not None:
            entry["record"] = dict(record)
        return self._applied(entry)

    def grow(self, turn_id: str, text: str) -> Entry:
        """Put text behind what a turn says: more of it has come."""
        return self._applied({"what": "grew", "id": turn_id, "text": text})

    def reword(self, turn_id: str, text: str) -> Entry:
        """Have a turn say something else."""
        return self._applied({"what": "reworded", "id": turn_id, "text": text})

    def note_record(self, turn_id: str, record: Mapping[str, Any]) -> Entry:
        """Remember how a turn was generated."""
        return self._applied({"what": "recorded", "id": turn_id, "record": dict(record)})

    def choose(self, turn_id: str) -> Entry:
        """Show a variant instead of those in its place."""
        return self._applied({"what": "chosen", "id": turn_id})

    def remove(self, turn_id: str) -> Entry:
        """Take a turn away, with all that was said after it."""
        return self._applied({"what": "removed", "id": turn_id})

    def bring_back(self, turn_id: str) -> Entry:
        """Undo `remove`."""
        return self._applied({"what": "brought back", "id": turn_id})

    def rename(self, title: str) -> Entry:
        """Give it a title."""
        return self._applied({"what": "titled", "title": title})

    def tell(self, system: str, persona: str = "") -> Entry:
        """Change what the model is told before everything else."""
        return self._applied({"what": "told", "system": system, "persona": persona})

    def branch(self, turn_id: str, id_: str) -> tuple[Conversation, list[Entry]]:
        """A conversation of its own that shares everything up to a turn, and the lines of its file."""
        copy = Conversation(id_, timestamp())
        entries = [copy.begin()]
        if self.title:
            entries.append(copy.rename(self.title))
        if self.system:
            entries.append(copy.tell(self.system, self.persona))
        parent = ""
        for turn in (*self.before(turn_id), self._turns[turn_id]):
            entries.append(copy.say(turn.speaker, turn.text, parent, turn.attachment, turn.record))
            parent = entries[-1]["id"]
        return copy, entries

    def apply(self, entry: Mapping[str, Any]) -> bool:
        """Take over a line of the file; False if it makes no sense, and then nothing changed."""
        try:
            return self._apply(entry)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            log.info("A line of the conversation %s is left out (%r).", self.id, problem)
            return False

    def _applied(self, entry: Entry) -> Entry:
        if not self._apply(entry):
            raise ValueError(f"{entry['what']} does not fit the conversation")
        return entry

    def _apply(self, entry: Mapping[str, Any]) -> bool:
        match entry["what"]:
            case "conversation":
                self.created = str(entry["created"])
            case "said":
                return self._add(_turn(entry))
            case "titled":
                self.title = str(entry["title"])
            case "told":
                self.system, self.persona = str(entry["system"]), str(entry["persona"])
            case "grew" | "reworded" | "recorded" | "chosen" | "removed" | "brought back" as what:
                if entry["id"] not in self._turns:
                    return False
                self._change(what, self._turns[entry["id"]], entry)
            case _:
                return False
        return True

    def _add(self, turn: Turn) -> bool:
        if turn.id in self._turns or (turn.parent and turn.parent not in self._turns):
            return False
        self._turns[turn.id] = turn
        self._children.setdefault(turn.parent, []).append(turn.id)
        self._chosen[turn.parent] = turn.id
        return True

    def _change(self, what: str, turn: Turn, entry: Mapping[str, Any]) -> None:
        match what:
            case "grew":
                self._turns[turn.id] = replace(turn, text=turn.text + str(entry["text"]))
            case "reworded":
                self._turns[turn.id] = replace(turn, text=str(entry["text"]))
            case "recorded":
                self._turns[turn.id] = replace(turn, record=dict(entry["record"]))
            case "chosen":
                self._chosen[turn.parent] = turn.id
            case "removed":
                self._removed.add(turn.id)
            case "brought back":
                self._removed.discard(turn.id)
                self._chosen[turn.parent] = turn.id

    def _walk(self) -> Iterator[Turn]:
        place = ""
        while (place := self._shown_after(place)) != "":
            yield self._turns[place]

    def _shown_after(self, parent: str) -> str:
        left = [i for i in self._children.get(parent, []) if i not in self._removed]
        chosen = self._chosen.get(parent, "")
        return chosen if chosen in left else left[-1] if left else ""


def told_turns(
    system: str, turns: Iterable[Turn], wrap: str = "{text}\n\n{question}"
) -> tuple[ChatTurn, ...]:
    """The conversation as the engine is given it.

    Args:
        system: What the model is told before everything else; "" for nothing.
        turns: The branch that shows.
        wrap: How an attached text and the question about it are put together.
    """
    told = [ChatTurn("system", system)] if system.strip() else []
    for turn in turns:
        text = turn.text
        if turn.attachment is not None:
            text = wrap.replace("{question}", text).replace("{text}", turn.attachment.text, 1)
        told.append(ChatTurn(turn.speaker, text))
    return tuple(told)


def _turn(entry: Mapping[str, Any]) -> Turn:
    if entry["speaker"] not in ("user", "assistant"):
        raise ValueError(f"nobody is called {entry['speaker']}")
    attached, record = entry.get("attachment"), entry.get("record")
    return Turn(
        id=str(entry["id"]),
        parent=str(entry["parent"]),
        speaker=entry["speaker"],
        text=str(entry["text"]),
        created=str(entry.get("at", "")),
        attachment=None
        if attached is None
        else Attachment(
            str(attached["title"]),
            str(attached["text"]),
            int(attached["whole_characters"]),
            bool(attached.get("passage", False)),
            int(attached.get("tokens", 0)),
        ),
        record=dict(record) if isinstance(record, Mapping) else None,
    )
