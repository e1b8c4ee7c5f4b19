"""Which turns of a conversation the model is shown, and what ends its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ownhand.core.prompting import ChatTurn, PromptPart
from ownhand.engine.context_plan import ContextPlan
from ownhand.engine.tokenizer import Tokenizer

_GAP = "\n[…]\n"
_TRIES = 8


@dataclass(frozen=True, slots=True)
class _Written:
    """A conversation as the model reads it."""

    text: str
    ids: list[int]
    starts: list[int]


def plan_chat(
    tokenizer: Tokenizer, turns: Sequence[ChatTurn], limit: int, max_tokens: int
) -> ContextPlan:
    """Decide what part of a conversation is shown.

    What does not fit loses its oldest exchanges whole, behind the turns of the system, and a quarter of the
    room at a time, so that the cached tokens stay a prefix of the next request. The user's last turn stays;
    where it is too long by itself, its middle goes.

    Args:
        tokenizer: The model's own.
        turns: The conversation; if its last turn is the assistant's, that turn is gone on with.
        limit: Most tokens of prompt and answer.
        max_tokens: Tokens wanted; at most half of the limit is kept free for them.
    """
    healed = ""
    if turns[-1].role == "assistant" and turns[-1].text.endswith(" ") and turns[-1].text.strip():
        healed = " "  # as at the end of a text: the next word brings it along
        turns = [*turns[:-1], replace(turns[-1], text=turns[-1].text[:-1])]
    reserved = min(max_tokens, limit // 2)
    room = max(limit - reserved, 1)
    kept, written = _without_oldest(tokenizer, list(turns), room)
    dropped = len(turns) - len(kept)
    dropped_characters = sum(map(_size, turns)) - sum(map(_size, kept))
    kept, written, cut = _without_middles(tokenizer, kept, written, room)
    first = max(len(written.ids) - room, 0)  # what is gone on with is too long by itself
    ids = written.ids[first:] or [tokenizer.start_id]
    if healed and not tokenizer.bringing_space(ids[-1]).any():
        healed = ""
    stop_ids, stop_strings = _ending(tokenizer)
    return ContextPlan(
        ids=np.asarray(ids, np.int32),
        dropped_characters=dropped_characters,
        healed=healed,
        max_new=max(1, min(max_tokens, limit - len(ids))),
        limit=limit,
        reserved=reserved,
        parts=tuple(_parts(kept, written, first)),
        stop_ids=stop_ids,
        stop_strings=stop_strings,
        cut_characters=cut,
        dropped_turns=dropped,
    )


def _size(turn: ChatTurn) -> int:
    return len(turn.text)


def _ending(tokenizer: Tokenizer) -> tuple[frozenset[int], tuple[str, ...]]:
    """What ends the answer: the token that ends a turn, or the text that begins the next."""
    ending = tokenizer.chat_template.ending
    token = tokenizer.id_of(ending.token) if ending.token else None
    return (
        frozenset() if token is None else frozenset([token]),
        (ending.text,) if ending.text else (),
    )


def _write(tokenizer: Tokenizer, turns: Sequence[ChatTurn]) -> _Written:
    """Tokens of a conversation; only the template places special ones."""
    text = ""
    ids: list[int] = list(tokenizer.first_ids) if tokenizer.chat_template.plain else []
    starts = [0] * len(ids)
    for chunk in tokenizer.chat_template.render(turns):
        encode = tokenizer.encode_with_offsets if chunk.literal else tokenizer.encode_special
        more, offsets = encode(chunk.text)
        ids += more.tolist()
        starts += [len(text) + offset for offset in offsets]
        text += chunk.text
    return _Written(text, ids, starts)


def _without_oldest(
    tokenizer: Tokenizer, turns: list[ChatTurn], room: int
) -> tuple[list[ChatTurn], _Written]:
    written = _write(tokenizer, turns)
    excess = len(written.ids) - room
    if excess <= 0:
        return turns, written
    step = max(1, room // 4)
    wanted = -(-excess // step) * step
    sizes = [len(tokenizer.encode(turn.text)) for turn in turns]
    around = max(0, len(written.ids) - sum(sizes)) // len(turns)
    head = next((i for i, turn in enumerate(turns) if turn.role != "system"), len(turns))
    last = max((i for i, turn in enumerate(turns) if turn.role == "user"), default=head)
    end, gone = head, 0
    while end < last and (gone < wanted or len(written.ids) > room):
        begin, end = end, _next_question(turns, end, last)
        gone += sum(sizes[begin:end]) + around * (end - begin)
        if gone >= wanted or end >= last:
            written = _write(tokenizer, [*turns[:head], *turns[end:]])
    return [*turns[:head], *turns[end:]], written


def _next_question(turns: Sequence[ChatTurn], place: int, last: int) -> int:
    """Where the exchange ends that begins at `place`: a turn of the user comes next."""
    place += 1
    while place < last and turns[place].role != "user":
        place += 1
    return place


def _without_middles(
    tokenizer: Tokenizer, turns: list[ChatTurn], written: _Written, room: int
) -> tuple[list[ChatTurn], _Written, int]:
    """Cut the middle out of the longest turns until all fits; tells how many characters went.

    Left are the turns of the system and the user's last one; each keeps a quarter of the room.
    """
    cut = 0
    for _ in range(_TRIES):
        surplus = len(written.ids) - room
        if surplus <= 0:
            break
        encoded = [tokenizer.encode_with_offsets(turn.text) for turn in turns]
        longest = max(range(len(turns)), key=lambda i: len(encoded[i][0]))
        ids, starts = encoded[longest]
        kept = max(len(ids) - surplus - len(tokenizer.encode(_GAP)), room // 4)
        if kept >= len(ids):
            break
        text = turns[longest].text
        front, behind = text[: starts[kept // 2]], text[starts[len(ids) - (kept - kept // 2)] :]
        cut += len(text) - len(front) - len(behind)
        turns = [*turns]
        turns[longest] = replace(turns[longest], text=front + _GAP + behind)
        written = _write(tokenizer, turns)
    return turns, written, cut


def _parts(turns: Sequence[ChatTurn], written: _Written, first: int) -> list[PromptPart]:
    """The conversation by turns: each with what the template puts before it, the last with all behind."""
    ends, place = [], 0
    for turn in turns:
        found = written.text.find(turn.text.strip(), place)
        place = place if found < 0 else found + len(turn.text.strip())
        ends.append(place)
    ends[-1] = len(written.text)
    begin = written.starts[first] if first else 0
    parts = []
    for turn, end in zip(turns, ends, strict=True):
        tokens = sum(begin <= start < end for start in written.starts[first:])
        if tokens:
            parts.append(PromptPart("chat", written.text[begin:end], tokens, turn.role))
        begin = max(begin, end)
    return parts
