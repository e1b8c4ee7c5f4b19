"""Conversations on the disk: one file each, to which lines are appended."""

from __future__ import annotations

import json
import logging
import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.clock import timestamp
from ownhand.core.errors import DocumentError
from ownhand.core.words import Sentence, why
from ownhand.document.conversations.conversation import SCHEMA, Conversation, Entry

log = logging.getLogger(__name__)

_ENDING = ".jsonl"
_DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in a list.

    Attributes:
        id: Name of its file.
        name: Its title, or how it begins.
        changed_at: When something was last said, in seconds since the epoch.
        turns: How many turns show.
    """

    id: str
    name: str
    changed_at: float
    turns: int


class ConversationShelf:
    """The conversations of one writer. Reads and writes files: belongs off the window's thread.

    Args:
        folder: `Paths.chats`; made when it is first needed. Deleted conversations lie in a folder in it
            until the writer brings them back.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self) -> Conversation:
        """An empty conversation; its file is there once a line is appended."""
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        return Conversation(f"{stamp}-{secrets.token_hex(3)}", timestamp())

    def list(self, search: str = "") -> tuple[Listed, ...]:
        """The conversations, the latest first; what cannot be read is left out and logged.

        Args:
            search: Only those in which all of these words stand, in whatever case.
        """
        wanted = search.casefold().split()
        found = []
        for path in self._files():
            try:
                conversation = self.read(path.stem)
                changed_at = path.stat().st_mtime
            except (DocumentError, OSError) as problem:
                log.warning("The conversation %s is left out: %s", path.name, problem)
                continue
            if wanted:
                text = "\n".join(conversation.words()).casefold()
                if not all(word in text for word in wanted):
                    continue
            found.append(Listed(path.stem, conversation.name, changed_at, len(conversation.path)))
        return tuple(sorted(found, key=lambda one: (-one.changed_at, one.id)))

    def read(self, id_: str) -> Conversation:
        """A conversation; lines that are torn or make no sense are left out and logged.

        Raises:
            DocumentError: If its file cannot be read or is from a newer Ownhand.
        """
        path = self._path(id_)
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as problem:
            raise DocumentError(
                Sentence(
                    "The conversation cannot be read from {path}: {reason}. The others are not concerned.",
                    path=path,
                    reason=why(problem),
                )
            ) from problem
        conversation = Conversation(id_)
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line)
                schema = entry.get("schema", SCHEMA)
            except (ValueError, AttributeError):
                log.warning("Line %d of %s cannot be read and is left out.", number, path)
                continue
            if entry.get("what") == "conversation" and isinstance(schema, int) and schema > SCHEMA:
                raise DocumentError(
                    "This conversation was written by a newer Ownhand. Update Ownhand to read it; nothing was changed."
                )
            conversation.apply(entry)
        return conversation

    def append(self, id_: str, entries: Sequence[Entry]) -> None:
        """Write lines at the end of a conversation's file; they are on the disk when it returns.

        Raises:
            DocumentError: If they cannot be written; what was written before is untouched.
        """
        path = self._path(id_)
        lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            is_new = not path.exists()
            with open(path, "a+b") as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    if file.read(1) != b"\n":  # the line before was torn by a crash
                        lines = "\n" + lines
                file.write(lines.encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                atomic.sync_directory(self._folder)
        except OSError as problem:
            raise DocumentError(
                Sentence(
                    "The conversation cannot be saved ({reason}). It stays in the window; make room or get the right to write to {folder}, and go on.",
                    reason=why(problem),
                    folder=self._folder,
                )
            ) from problem

    def delete(self, id_: str) -> None:
        """Put a conversation aside; `bring_back` undoes it.

        Raises:
            DocumentError: If it cannot be moved; it stays where it is.
        """
        self._move(self._path(id_), self._folder / _DELETED / f"{id_}{_ENDING}")

    def bring_back(self, id_: str) -> None:
        """Undo `delete`.

        Raises:
            DocumentError: If it cannot be moved.
        """
        self._move(self._folder / _DELETED / f"{id_}{_ENDING}", self._path(id_))

    def _move(self, source: Path, target: Path) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)
        except FileNotFoundError:
            return  # nothing was said in it yet
        except OSError as problem:
            raise DocumentError(
                Sentence(
                    "The conversation cannot be moved ({reason}). It is where it was.",
                    reason=why(problem),
                )
            ) from problem

    def _files(self) -> Sequence[Path]:
        try:
            return [path for path in self._folder.iterdir() if path.suffix == _ENDING]
        except FileNotFoundError:
            return []
        except OSError as problem:
            log.warning("The conversations cannot be listed (%s).", problem)
            return []

    def _path(self, id_: str) -> Path:
        if not id_ or Path(id_).name != id_ or id_.startswith("."):
            raise DocumentError(Sentence("“{id}” is no name of a conversation.", id=id_))
        return self._folder / f"{id_}{_ENDING}"
