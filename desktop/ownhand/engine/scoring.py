"""How likely a text is to the model, token by token, and what else it might have written there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Floats, Ids
from ownhand.core.messages import ScoredToken, ScoreRequest, Stage, TextScored
from ownhand.engine.decoder import CHUNK
from ownhand.engine.session import Session
from ownhand.engine.tokenizer import Tokenizer

_POSITIONS = 32
"""Most positions whose logits are held at once: 6 MB for a vocabulary of 49,152, and half a second of
an old processor between two looks at the cancel token."""

_CHARACTERS_PER_TOKEN = 10  # more than any text has on average

_SPARE = 16
"""Tokens looked at beyond the alternatives wanted, for some are no text by themselves."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Tokens that only together are whole characters; mostly one.

    Attributes:
        first: Index of the first token.
        last: One past the index of the last.
        start: First character.
        end: One past the last character.
    """

    first: int
    last: int
    start: int
    end: int


def score_text(
    session: Session, tokenizer: Tokenizer, request: ScoreRequest, cancel: CancelToken
) -> Iterator[Stage | TextScored]:
    """Score the tokens of `request.text` that reach beyond `request.start`.

    The tokens that come tile the text from the start of the first of them to its end. The distribution
    is the model's own: the softmax of its logits, without temperature or any transform.

    Args:
        session: The cache; what it holds of the text is used.
        tokenizer: Of the same model.
        request: What is wanted.
        cancel: Looked at before each chunk of 32 positions, and of 256 tokens of context.

    Raises:
        Cancelled: Once asked to stop.
    """
    limit = min(request.context_tokens, session.context_tokens)
    dropped = _dropped(request.text, request.start, limit)
    near = replace(request, text=request.text[dropped:], start=request.start - dropped)
    for event in _score_near(session, tokenizer, near, limit, not dropped, cancel):
        yield _moved(event, dropped) if isinstance(event, TextScored) else event


def _score_near(
    session: Session,
    tokenizer: Tokenizer,
    request: ScoreRequest,
    limit: int,
    from_beginning: bool,
    cancel: CancelToken,
) -> Iterator[Stage | TextScored]:
    """Score a text, or the end of one; `from_beginning` says which."""
    ids, pieces = _cut(tokenizer, request.text)
    wanted = [piece for piece in pieces if piece.end > request.start]
    first = list(tokenizer.first_ids)
    if wanted and wanted[0].first == 0 and not first:
        # What an empty page would begin with; the other tokens never stand behind this one.
        alone, wanted = wanted[0], wanted[1:]
        whole = np.asarray([tokenizer.start_id, *ids[: alone.last]], np.int32)
        yield from _score(session, tokenizer, request, whole, 1, [alone], cancel)
    while wanted:
        begin, count = _window(wanted, limit - len(first))
        at_beginning = from_beginning and begin == 0
        here = first if at_beginning or tokenizer.repeats_first else []
        part, wanted = wanted[:count], wanted[count:]
        whole = np.asarray([*here, *ids[begin : part[-1].last]], np.int32)
        yield from _score(session, tokenizer, request, whole, len(here) - begin, part, cancel)


def _dropped(text: str, start: int, limit: int) -> int:
    """Characters at the beginning of a long text that are too far before `start` to be read; a number
    that seldom changes, so that the cache serves the next time too."""
    size = limit * _CHARACTERS_PER_TOKEN
    if start <= 2 * size:
        return 0
    begin = (start - size) // size * size
    line = text.find("\n", begin, begin + size // 4)
    return line + 1 if line >= 0 else begin


def _moved(event: TextScored, by: int) -> TextScored:
    """The same tokens, further on."""
    return TextScored(tuple(replace(t, start=t.start + by, end=t.end + by) for t in event.tokens))


def _cut(tokenizer: Tokenizer, text: str) -> tuple[Ids, list[_Piece]]:
    """The tokens of a text, and the pieces that tile it.

    A space before a word belongs to it, also where the tokeniser does not count it in; what stands
    behind the last token (spaces, in a vocabulary of words) belongs to that.
    """
    ids, bounds = tokenizer.encode_with_bounds(text)
    pieces: list[_Piece] = []
    first = start = reach = 0
    for number, (_, end) in enumerate(bounds, 1):
        reach = max(reach, end)
        # The next token shares a character with this one if it begins before this one ends.
        if reach > start and (number == len(bounds) or bounds[number][0] >= reach):
            pieces.append(_Piece(first, number, start, reach))
            first, start = number, reach
    if pieces and pieces[-1].end < len(text):
        last = pieces[-1]
        pieces[-1] = _Piece(last.first, len(ids), last.start, len(text))
    return ids, pieces


def _window(wanted: list[_Piece], room: int) -> tuple[int, int]:
    """Where the context begins, and how many pieces are scored with it.

    A text that fits is read once; else the context moves on by half of its room.
    """
    if wanted[-1].last <= room:
        return 0, len(wanted)
    step = max(1, room // 2)
    stop = max(wanted[0].first + step, min(room, wanted[-1].last))
    count = max(1, sum(1 for piece in wanted if piece.last <= stop))
    return max(0, wanted[count - 1].last - room), count


def _score(
    session: Session,
    tokenizer: Tokenizer,
    request: ScoreRequest,
    ids: Ids,
    offset: int,
    pieces: list[_Piece],
    cancel: CancelToken,
) -> Iterator[Stage | TextScored]:
    """Score pieces in a context that fits.

    Args:
        session: The cache.
        tokenizer: Of the same model.
        request: What is wanted.
        ids: `<int32>[n]`, context and pieces, up to the end of the last piece.
        offset: What to add to the token index of a piece to have its place in `ids`.
        pieces: In order, without gaps; a token stands before the first.
        cancel: Looked at before each chunk.
    """
    at = max(pieces[0].first + offset - 1, 0)  # the logits of token n stand after token n - 1
    known = min(session.start(ids, keep_hidden=False), at)
    session.rewind(session.length - known)
    for start in range(known, at, CHUNK):
        cancel.raise_if_cancelled()
        yield Stage("Reading your text", start, len(ids))
        chunk = ids[None, start : min(start + CHUNK, at)]
        yield from session.prepare(chunk.shape[1], 1, cancel, chunk.shape[1])
        session.extend(chunk)
    left: dict[int, float] = {}  # log probability of the tokens of a piece that is not complete
    others: dict[int, tuple[tuple[str, float], ...]] = {}
    waiting = list(pieces)
    while at < len(ids) - 1:
        cancel.raise_if_cancelled()
        chunk = ids[None, at : min(at + _POSITIONS, len(ids) - 1)]
        size = chunk.shape[1]
        yield from session.prepare(size, 1, cancel, size, all_positions=True)
        likely = _log_softmax(session.extend(chunk, all_positions=True).logits[0])
        starts = {piece.first + offset: piece for piece in waiting}
        for row, token in enumerate(ids[at + 1 : at + 1 + size].tolist()):
            place = at + 1 + row
            left[place] = float(likely[row, token])
            if place in starts:
                others[place] = _alternatives(
                    tokenizer, request, likely[row], ids[:place], token, starts[place]
                )
        at += size
        scored = []
        while waiting and waiting[0].last + offset <= at + 1:
            piece = waiting.pop(0)
            places = range(piece.first + offset, piece.last + offset)
            share = float(np.exp(sum(left.pop(place) for place in places)))
            own = others.pop(places[0])
            if len(places) > 1:  # of the whole piece, not of its first token alone
                text = request.text[piece.start : piece.end]
                own = tuple((name, share if name == text else p) for name, p in own)
                own = tuple(sorted(own, key=lambda entry: -entry[1]))
            scored.append(ScoredToken(piece.start, piece.end, share, own))
        if scored:
            yield TextScored(tuple(scored))


def _alternatives(
    tokenizer: Tokenizer,
    request: ScoreRequest,
    likely: Floats,
    before: Ids,
    token: int,
    piece: _Piece,
) -> tuple[tuple[str, float], ...]:
    """The likeliest tokens of one position, as the text that would stand there.

    Args:
        tokenizer: Of the model.
        request: Its text and how many are wanted.
        likely: `<float32>[vocabulary]`, log probabilities.
        before: The tokens before.
        token: The one that stands there.
        piece: What it stands for in the text.
    """
    if not request.alternatives:
        return ()
    most = min(request.alternatives + _SPARE, len(likely))
    top = np.argpartition(likely, len(likely) - most)[-most:]
    tail = tokenizer.tail(before)
    known = len(tokenizer.decode(tail))
    found: dict[str, float] = {}
    for other in sorted(top.tolist(), key=lambda i: (-likely[i], i)):
        if other == token:
            text = request.text[piece.start : piece.end]
        elif other in tokenizer.stop_ids:
            text = ""
        else:
            text = tokenizer.decode([*tail, other])[known:]
            if not text or "\ufffd" in text:  # a mark without text, or a part of a character
                continue
        found.setdefault(text, float(np.exp(likely[other])))
        if len(found) == request.alternatives:
            break
    return tuple(found.items())


def _log_softmax(logits: Floats) -> Floats:
    """Natural logarithms of the probabilities, along the last axis."""
    shifted = logits.astype(np.float32) - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
