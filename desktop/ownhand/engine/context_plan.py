"""Which tokens of a prompt the model is shown: the last ones that fit, cut where the cache profits."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.core.messages import ContextPlanned
from ownhand.core.prompting import PartKind, PromptExtras, PromptPart, PromptPreview
from ownhand.engine.extras import note_place, tell
from ownhand.engine.fill_in import FillInMarks, fill_in_marks
from ownhand.engine.tokenizer import Tokenizer

_NOTHING = PromptExtras()
_CHARACTERS_PER_TOKEN = (
    10  # more than any text has on average, so that the window is never too small
)


@dataclass(frozen=True, slots=True)
class ContextPlan:
    """What goes into the cache.

    Attributes:
        ids: `<int32>[n]`, at least one token. The begin mark stands only before what was the beginning of
            a text when the model learnt, unless it wants one everywhere.
        dropped_characters: Characters at the start of the prompt, or of a conversation after the system
            turn, that are left out.
        healed: The end of the prompt that was left out so that the first new token can bring it
            along (token healing): "" or a single space.
        max_new: Tokens for which there is room.
        limit: Most tokens of prompt and continuation together.
        reserved: Of these, kept free for the continuation.
        parts: What the tokens are, in order; together they have all of them.
        stop_ids: Tokens that end the continuation, beside the model's own.
        stop_strings: Text that ends it, beside the writer's own.
        cut_characters: Characters left out of memory, note or lore, or of the turn to be answered.
        dropped_turns: Oldest turns of a conversation that are left out.
    """

    ids: Ids
    dropped_characters: int
    healed: str
    max_new: int
    limit: int
    reserved: int
    parts: tuple[PromptPart, ...] = ()
    stop_ids: frozenset[int] = frozenset()
    stop_strings: tuple[str, ...] = ()
    cut_characters: int = 0
    dropped_turns: int = 0

    def told(self, reused_tokens: int) -> ContextPlanned:
        """The plan as the window is told of it."""
        return ContextPlanned(
            len(self.ids),
            self.dropped_characters,
            reused_tokens,
            self.limit,
            self.cut_characters,
            self.dropped_turns,
        )

    @property
    def preview(self) -> PromptPreview:
        """The plan for the writer to look at."""
        return PromptPreview(
            self.parts,
            self.dropped_characters,
            self.limit,
            self.reserved,
            self.cut_characters,
            self.dropped_turns,
        )


def plan_context(
    tokenizer: Tokenizer,
    prompt: str,
    limit: int,
    max_tokens: int,
    extras: PromptExtras = _NOTHING,
    after: str = "",
) -> ContextPlan:
    """Decide what part of a prompt is shown.

    A trailing space is healed: a BPE model learned " word" as one token, so after a lone space token it
    writes badly. The space is left out of the context and demanded of the first new token.

    When the prompt is too long, its start is dropped in steps of an eighth of the room, not token by
    token: between two steps the cached tokens stay a prefix of the next request. Memory and lore stand
    before all of it and are kept, up to half of the room.

    Args:
        tokenizer: The model's tokeniser.
        prompt: The whole text before the caret.
        limit: Most tokens of prompt and continuation.
        max_tokens: Tokens wanted; at most half of the limit is kept free for them.
        extras: What is told beside the text.
        after: The text behind the caret, for models that fill in; at most a quarter of the room.
    """
    marks = fill_in_marks(tokenizer) if after.strip() else None
    healed = " " if marks is None and prompt.endswith(" ") and prompt.strip() else ""
    text = prompt[: len(prompt) - len(healed)]
    first = list(tokenizer.first_ids)
    reserved = min(max_tokens, limit // 2)
    room = max(limit - reserved - len(first) - (3 if marks else 0), 1)

    told = tell(tokenizer, extras, text, room // 2)
    suffix = _beginning(tokenizer, after, room // 4) if marks else _Piece("after", "", [])
    room = max(room - sum(len(piece.ids) for piece in told) - len(suffix.ids), 1)
    heads = [_Piece(t.part.kind, t.part.text, list(t.ids), t.part.title) for t in told]
    notes = [piece for piece in heads if piece.kind == "note"]
    heads = [piece for piece in heads if piece.kind != "note"]

    place = note_place(text, extras.note_depth) if notes else len(text)
    cut, before, behind = _kept(tokenizer, text, place, room)
    pieces = [*heads, before, *notes, behind]
    if cut == 0 or heads or tokenizer.repeats_first:
        pieces = [*(_Piece("begin", tokenizer.name_of(token), [token]) for token in first), *pieces]
    if marks:
        pieces = _filling_in(tokenizer, marks, pieces, suffix)
    if not any(piece.ids for piece in pieces):
        pieces = [_Piece("begin", tokenizer.name_of(tokenizer.start_id), [tokenizer.start_id])]
    ids = [token for piece in pieces for token in piece.ids]
    if healed and not tokenizer.bringing_space(ids[-1]).any():
        healed = ""  # as after a bracket in a vocabulary of words: nothing would bring one
    return ContextPlan(
        ids=np.asarray(ids, np.int32),
        dropped_characters=cut,
        healed=healed,
        max_new=max(1, min(max_tokens, limit - len(ids))),
        limit=limit,
        reserved=reserved,
        parts=tuple(piece.part for piece in pieces if piece.ids),
        stop_ids=marks.ends if marks else frozenset(),
        cut_characters=sum(piece.cut_characters for piece in told),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the prompt and its tokens."""

    kind: PartKind
    text: str
    ids: list[int]
    title: str = ""

    @property
    def part(self) -> PromptPart:
        return PromptPart(self.kind, self.text, len(self.ids), self.title)


def _kept(tokenizer: Tokenizer, text: str, place: int, room: int) -> tuple[int, _Piece, _Piece]:
    """Where the text begins to be shown, and what is shown of it before and behind the note."""
    window = min(_window_start(text, room), place)
    ids, starts = _encode(tokenizer, text, window, place)
    more, later = _encode(tokenizer, text, place, len(text))
    ids, starts = ids + more, starts + later
    dropped = 0
    if len(ids) > room:
        step = max(1, room // 8)
        dropped = min(-(-(len(ids) - room) // step) * step, len(ids) - 1)
    cut = starts[dropped] if dropped else window
    split = max(dropped, bisect_left(starts, place))
    return (
        cut,
        _Piece("text", text[cut:place], ids[dropped:split]),
        _Piece("text", text[max(cut, place) :], ids[split:]),
    )


def _encode(tokenizer: Tokenizer, text: str, begin: int, end: int) -> tuple[list[int], list[int]]:
    """Tokens of a part of a text, and the characters of the whole text at which they begin."""
    ids, starts = tokenizer.encode_with_offsets(text[begin:end])
    return ids.tolist(), [begin + start for start in starts]


def _beginning(tokenizer: Tokenizer, after: str, room: int) -> _Piece:
    """What is shown of the text behind the caret."""
    text = after[: room * _CHARACTERS_PER_TOKEN]
    ids, starts = tokenizer.encode_with_offsets(text)
    return _Piece("after", text[: starts[room]] if len(ids) > room else text, ids[:room].tolist())


def _filling_in(
    tokenizer: Tokenizer, marks: FillInMarks, pieces: list[_Piece], suffix: _Piece
) -> list[_Piece]:
    """The prompt with the text behind the caret in it, and what is to be filled in last."""

    def mark(token: int) -> _Piece:
        return _Piece("begin", tokenizer.name_of(token), [token])

    begins = [piece for piece in pieces if piece.kind == "begin"]
    others = [piece for piece in pieces if piece.kind != "begin"]
    return [*begins, mark(marks.before), *others, mark(marks.after), suffix, mark(marks.middle)]


def _window_start(text: str, room: int) -> int:
    """Where to begin tokenising a long text: far enough back, at a place that moves rarely, between words."""
    size = room * _CHARACTERS_PER_TOKEN
    if len(text) <= 2 * size:
        return 0
    start = (len(text) - size) // size * size
    line = text.find("\n", start, start + size // 4)
    space = text.find(" ", start, start + size // 4)
    return line + 1 if line >= 0 else space if space >= 0 else start
