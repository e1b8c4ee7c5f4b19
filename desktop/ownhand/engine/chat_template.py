"""Writes a conversation down as the model learnt to read one."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ownhand.core.prompting import ChatTurn
from ownhand.engine.template_sandbox import Template, TemplateRefusedError

log = logging.getLogger(__name__)

# Noncharacters of Unicode: no text holds them, and no template knows them.
_OPEN, _CLOSE, _HERE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}{_HERE}]")
_QUESTION, _ANSWER = "Question?", "Answer!"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a conversation that was written down.

    Attributes:
        text: Its text.
        literal: Whether the names of special tokens in it are the writer's own words, hence text.
    """

    text: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class ChatEnding:
    """What ends a turn of the assistant.

    Attributes:
        token: Name of a special token, or "".
        text: Text that begins the next turn where there is no such token, or "".
    """

    token: str = ""
    text: str = ""


class ChatTemplate:
    """The way in which one model has conversations written down.

    Args:
        source: Its template, or None. What has none, or one that cannot be used, gets plain words.
        begin: Name of the token that begins a text, for templates that place it themselves.
        end: Name of the token that ends one.
        special: Names of all special tokens.

    Attributes:
        plain: Whether plain words are used, since the model brought nothing that is of use.
    """

    def __init__(
        self, source: str | None, begin: str = "", end: str = "", special: Collection[str] = ()
    ) -> None:
        self._names = {"bos_token": begin, "eos_token": end}
        longest_first = sorted(filter(None, special), key=len, reverse=True)
        self._special = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._template: Template | None = None
        if source:
            try:
                self._template = Template(source)
                if _QUESTION not in self._own_way([ChatTurn("user", _QUESTION)], answer=True):
                    raise TemplateRefusedError("it leaves out what is asked")
            except TemplateRefusedError as problem:
                log.warning("The chat template cannot be used (%s).", problem)
                self._template = None
        self.plain = self._template is None

    def render(self, turns: Sequence[ChatTurn]) -> tuple[Chunk, ...]:
        """Write a conversation down, up to where the assistant speaks.

        If its last turn is the assistant's, that turn is left open, to be gone on with. A template that
        takes no system turn, or wants the two to alternate, gets what it takes: the system's words before
        the first of the user, turns of one speaker joined.
        """
        kept = [ChatTurn(turn.role, self._protected(turn.text)) for turn in turns]
        for way in (_as_is, _without_system, _alternating):
            form = way(kept)
            try:
                text = self._open_ended(form)
            except TemplateRefusedError:
                continue
            if all(turn.text.strip() in text for turn in kept if turn.role != "assistant"):
                return _chunks(text)
        if self._template is not None:
            log.warning("The chat template does not take this conversation; using plain words.")
        return _chunks(_plain_words(kept))

    @cached_property
    def ending(self) -> ChatEnding:
        """What ends a turn of the assistant; found in how the template writes a short conversation."""
        if self._template is None:
            return ChatEnding(text="\nUser:")
        said = [ChatTurn("user", _QUESTION), ChatTurn("assistant", _ANSWER)]
        try:
            after = self._own_way(said, answer=False).rpartition(_ANSWER)[2]
            if found := self._special.search(after):
                return ChatEnding(token=found[0])
            more = self._own_way([*said, ChatTurn("user", "More?")], answer=False)
        except TemplateRefusedError:
            return ChatEnding()
        between = more.rpartition("More?")[0].rpartition(_ANSWER)[2]
        if found := self._special.search(between):
            return ChatEnding(token=found[0])
        return ChatEnding(text=between.strip())

    def _open_ended(self, turns: list[ChatTurn]) -> str:
        """The conversation up to where the assistant speaks, or speaks on."""
        if not turns or turns[-1].role != "assistant":
            return self._own_way(turns, answer=True)
        begun = turns[-1].text
        marked = [*turns[:-1], ChatTurn("assistant", begun + _HERE)]
        try:
            text, found, _ = self._own_way(marked, answer=False).rpartition(_HERE)
        except TemplateRefusedError:
            found = ""
        if found:
            return text
        return self._own_way(turns[:-1], answer=True) + begun

    def _own_way(self, turns: Sequence[ChatTurn], answer: bool) -> str:
        """As the template has it.

        Raises:
            TemplateRefusedError: If it does not take these turns, or there is no template.
        """
        if self._template is None:
            raise TemplateRefusedError("there is none")
        messages = [{"role": turn.role, "content": turn.text} for turn in turns]
        return self._template.render(
            self._names
            | {
                "messages": messages,
                "add_generation_prompt": answer,
                "tools": None,
                "documents": None,
            }
        )

    def _protected(self, text: str) -> str:
        """The writer's words, with marks around what would read as special tokens."""
        bare = _MARKS.sub("\ufffd", text)
        return self._special.sub(lambda found: f"{_OPEN}{found[0]}{_CLOSE}", bare)


def _as_is(turns: list[ChatTurn]) -> list[ChatTurn]:
    return turns


def _without_system(turns: list[ChatTurn]) -> list[ChatTurn]:
    """The system's words at the head of the first user turn."""
    told = "\n\n".join(turn.text for turn in turns if turn.role == "system" and turn.text.strip())
    others = [turn for turn in turns if turn.role != "system"]
    if not told:
        return others
    for place, turn in enumerate(others):
        if turn.role == "user":
            others[place] = ChatTurn("user", f"{told}\n\n{turn.text}")
            return others
    return [ChatTurn("user", told), *others]


def _alternating(turns: list[ChatTurn]) -> list[ChatTurn]:
    """User and assistant in turn, the user first."""
    others = _without_system(turns)
    if others and others[0].role == "assistant":
        others = [ChatTurn("user", "…"), *others]
    runs = ((role, list(run)) for role, run in groupby(others, lambda turn: turn.role))
    return [ChatTurn(role, "\n\n".join(turn.text for turn in run)) for role, run in runs]


def _plain_words(turns: Sequence[ChatTurn]) -> str:
    """A dialogue as it stands in books that every model has read."""
    begun = turns[-1].text if turns and turns[-1].role == "assistant" else None
    lines = []
    for turn in turns[:-1] if begun is not None else turns:
        match turn.role:
            case "system":
                lines.append(f"{turn.text.strip()}\n\n")
            case "user":
                lines.append(f"User: {turn.text.strip()}\n")
            case "assistant":
                lines.append(f"Assistant: {turn.text.strip()}\n")
    lines.append("Assistant:" if begun is None else f"Assistant: {begun}")
    return "".join(lines)


def _chunks(text: str) -> tuple[Chunk, ...]:
    """Part the text at what is the writer's own among the names of special tokens."""
    pieces = re.split(f"{_OPEN}(.*?){_CLOSE}", text, flags=re.DOTALL)
    found = (Chunk(_MARKS.sub("", piece), bool(i % 2)) for i, piece in enumerate(pieces))
    return tuple(chunk for chunk in found if chunk.text)
