"""Documents to equal blocks of tokens, kept in a memory-mapped file.

A long document fills whole blocks; what is left of several is put together into one block, best fit
first, so that little is padding. Each token carries the number of its document within the block
(`segments`, 0 for padding): attention and loss stop there, and positions begin anew. A start and an end
token, where the model has them, stand around each document, so that the model learns where texts end.
"""

from __future__ import annotations

import json
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.messages import Stage
from ownhand.corpus.cache import cached_directory
from ownhand.corpus.chunks import Tokenise, token_ids

_DOCUMENTS_AT_ONCE = 256
_FIGURES = "packed.json"


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Blocks of tokens.

    Attributes:
        blocks: `<int32>[blocks, length]`, memory-mapped.
        segments: `<int32>[blocks, length]`: 0 for padding, else 1, 2, ... per document in the block.
        owners: `owners[i]` lists the documents of block i in the order of their segments.
        tokens: Tokens that are not padding.
        padding_share: Part of all places that is padding, 0.0 to 1.0.
        cached: Whether they were there already.
    """

    blocks: Ids
    segments: Ids
    owners: tuple[tuple[int, ...], ...]
    tokens: int
    padding_share: float
    cached: bool


def pack(
    cache: Path,
    key: Mapping[str, Any],
    texts: Callable[[], Iterable[str]],
    tokenise: Tokenise,
    cancel: CancelToken,
    *,
    length: int,
    start_id: int | None = None,
    end_id: int | None = None,
    padding_id: int = 0,
) -> Iterator[Stage | Packed]:
    """Make blocks of some texts, or take those that were made before.

    Looks at `cancel` every few hundred documents or megabyte. The last event is the blocks.

    Args:
        cache: `Paths.cache`.
        key: What the texts and tokens depend on: hashes of the files, cleaning, split, tokeniser.
        texts: The documents; not called when the blocks are there.
        tokenise: Of the model.
        cancel: Ends the work; nothing is left behind.
        length: Tokens in a block; to predict n tokens in each, ask for n + 1.
        start_id: Token that opens a document, or None.
        end_id: Token that closes a document, or None.
        padding_id: Fills the rest.

    Raises:
        CacheError: If the disk is full or read-only.
        ValueError: If `length` is under 2.
    """
    if length < 2:
        raise ValueError(f"length {length} is under 2")
    whole_key = {**key, "length": length, "start": start_id, "end": end_id, "padding": padding_id}
    with cached_directory(cache, "packed", whole_key) as entry:
        if entry.staging is not None:
            ids: list[Ids] = []
            yield Stage("Cutting the texts into tokens")
            start, end = (
                np.asarray([] if i is None else [i], np.int32) for i in (start_id, end_id)
            )
            for tokens in _tokens(texts(), tokenise, cancel):
                if len(tokens):
                    ids.append(np.concatenate([start, tokens, end]))
                else:
                    ids.append(tokens)
                if len(ids) % _DOCUMENTS_AT_ONCE == 0:
                    yield Stage("Cutting the texts into tokens", len(ids))
            cancel.raise_if_cancelled()
            yield Stage("Packing")
            _write(entry.staging, ids, length, padding_id)
    figures = json.loads((entry.folder / _FIGURES).read_text(encoding="utf-8"))
    blocks = np.load(entry.folder / "blocks.npy", mmap_mode="r")
    yield Packed(
        blocks=blocks,
        segments=np.load(entry.folder / "segments.npy", mmap_mode="r"),
        owners=tuple(tuple(owners) for owners in figures["owners"]),
        tokens=figures["tokens"],
        padding_share=1 - figures["tokens"] / blocks.size if blocks.size else 0.0,
        cached=entry.staging is None,
    )


def segment_positions(segments: Ids) -> Ids:
    """Positions `<int32>[blocks, length]` that begin at 0 with each segment."""
    places = np.broadcast_to(np.arange(segments.shape[1], dtype=np.int32), segments.shape)
    new = np.ones(segments.shape, bool)
    new[:, 1:] = segments[:, 1:] != segments[:, :-1]
    return places - np.maximum.accumulate(np.where(new, places, 0), axis=1).astype(np.int32)


def _tokens(texts: Iterable[str], tokenise: Tokenise, cancel: CancelToken) -> Iterator[Ids]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size > 1_000_000 or len(batch) >= _DOCUMENTS_AT_ONCE:
            cancel.raise_if_cancelled()
            yield from token_ids(batch, tokenise)
            batch, size = [], 0
    yield from token_ids(batch, tokenise)


def _write(folder: Path, ids: Sequence[Ids], length: int, padding_id: int) -> None:
    plan = _plan([len(i) for i in ids], length)
    shape = (len(plan), length)
    blocks = np.lib.format.open_memmap(folder / "blocks.npy", "w+", np.int32, shape)
    segments = np.lib.format.open_memmap(folder / "segments.npy", "w+", np.int32, shape)
    blocks[:] = padding_id
    for row, parts in enumerate(plan):
        column = 0
        for segment, (document, start, end) in enumerate(parts, 1):
            blocks[row, column : column + end - start] = ids[document][start:end]
            segments[row, column : column + end - start] = segment
            column += end - start
    blocks.flush()
    segments.flush()
    figures = {
        "tokens": sum(end - start for parts in plan for _, start, end in parts),
        "owners": [[document for document, _, _ in parts] for parts in plan],
    }
    (folder / _FIGURES).write_text(json.dumps(figures), encoding="utf-8")


_Part = tuple[int, int, int]
"""Document, first token, one past the last."""


def _plan(lengths: Sequence[int], length: int) -> list[list[_Part]]:
    """Which tokens go into which block, each document's in its order."""
    plan: list[list[_Part]] = []
    rests: list[_Part] = []
    for document, count in enumerate(lengths):
        whole = count - count % length
        plan += [[(document, start, start + length)] for start in range(0, whole, length)]
        if count - whole > 1 or (count and not whole):  # one last token alone teaches nothing
            rests.append((document, whole, count))
    free: list[tuple[int, int]] = []  # places left, block; sorted
    for part in sorted(rests, key=lambda p: (p[1] - p[2], p[0])):
        need = part[2] - part[1]
        at = bisect_left(free, (need, -1))
        if at < len(free):
            places, row = free.pop(at)
            plan[row].append(part)
        else:
            places, row = length, len(plan)
            plan.append([part])
        if places - need > 1:
            insort(free, (places - need, row))
    return sorted(plan, key=max)
