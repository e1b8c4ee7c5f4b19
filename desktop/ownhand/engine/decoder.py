"""The KV cache as the samplers see it: rows of tokens that grow, fork and rewind.

Shapes are bucketed here, so that a handful of compiled programs serves every request: the capacity
grows in steps that follow the content, and the width is 1, 2, 4, 8 or 16.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids, StepOutput
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.engine.backends.runtime import Cache, Runtime

log = logging.getLogger(__name__)

WIDTHS = (1, 2, 4, 8, 16)
CHUNK = 128
"""Most tokens of one prefill call: the time between two looks at the cancel token."""

_FIRST_CAPACITY = 512
_IDLE_CACHE_BYTES = 512 * 1024 * 1024  # caches kept for their compiled step, beside the one in use
_POLL_S = 0.02


@dataclass(slots=True, eq=False)
class _Held:
    """A cache and the tokens it holds: a fork or a new prompt copies only what differs.

    Attributes:
        cache: Keys and values.
        ids: `<int32>[rows, capacity]`.
        valid: Leading positions of `ids` whose keys and values are in the cache.
    """

    cache: Cache
    ids: Ids
    valid: int = 0


class KerasDecoder:
    """See `core.contracts.Decoder`. Lives on the model lane.

    Args:
        runtime: The model on its device.
        vocabulary_size: Number of logits.
        context_tokens: Longest sequence.
        token_bytes: Bytes that one token of one row takes in the cache.
    """

    def __init__(
        self, runtime: Runtime, vocabulary_size: int, context_tokens: int, token_bytes: int
    ) -> None:
        self.runtime = runtime
        self._vocabulary_size = vocabulary_size
        self._context_tokens = context_tokens
        self._token_bytes = token_bytes
        self._caches: dict[tuple[int, int], _Held] = {}  # in order of use, latest last
        self._held = self._cache_for(1, self._capacity_for(1))
        self._width = 1
        self._length = 0
        self._compiling: threading.Thread | None = None

    @property
    def vocabulary_size(self) -> int:
        """Number of logits."""
        return self._vocabulary_size

    @property
    def context_tokens(self) -> int:
        """Most tokens a row can hold."""
        return self._context_tokens

    @property
    def width(self) -> int:
        """Rows in use."""
        return self._width

    @property
    def length(self) -> int:
        """Tokens in each row."""
        return self._length

    @property
    def lookahead(self) -> int:
        """See `core.contracts.Decoder`."""
        return self.runtime.lookahead

    @property
    def capacity(self) -> int:
        """Tokens for which the cache has room now."""
        return self._held.cache.capacity

    @property
    def ids(self) -> Ids:
        """`<int32>[width, length]`, the tokens in the rows; a view that the next call may change."""
        return self._held.ids[: self._width, : self._length]

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        """Append tokens to every row; see `core.contracts.Decoder`.

        Raises:
            ValueError: If the shape does not fit or the context would overflow.
        """
        if ids.ndim != 2 or ids.shape[0] != self._width or ids.shape[1] < 1:
            raise ValueError(f"ids must be [{self._width}, seq >= 1], not {ids.shape}")
        if self._length + ids.shape[1] > self._context_tokens:
            raise ValueError(
                f"{self._length} + {ids.shape[1]} tokens exceed the context of {self._context_tokens}"
            )
        outputs = [
            self._extend_chunk(ids[:, start : start + CHUNK], all_positions)
            for start in range(0, ids.shape[1], CHUNK)
        ]
        if len(outputs) == 1:
            return outputs[0]
        hidden = [output.hidden for output in outputs if output.hidden is not None]
        logits = (
            np.concatenate([output.logits for output in outputs], axis=1)
            if all_positions
            else outputs[-1].logits
        )
        return StepOutput(logits, np.concatenate(hidden, axis=1))

    def fork(self, parents: Sequence[int]) -> None:
        """Make row i a copy of row `parents[i]`; the width becomes `len(parents)`.

        Raises:
            ValueError: If a parent is no row, or there are none or too many.
        """
        if not 1 <= len(parents) <= WIDTHS[-1] or not all(0 <= p < self._width for p in parents):
            raise ValueError(f"cannot fork {self._width} rows into {list(parents)}")
        if list(parents) != list(range(self._width)):
            rows = _bucket(WIDTHS, len(parents))
            self._move(self._cache_for(rows, self.capacity), parents)
        self._width = len(parents)

    def rewind(self, count: int) -> None:
        """Forget the last `count` tokens of every row. Costs nothing.

        Raises:
            ValueError: If there are not that many.
        """
        if not 0 <= count <= self._length:
            raise ValueError(f"cannot rewind {count} of {self._length} tokens")
        self._length -= count

    def forget(self) -> None:
        """Empty every cache: the weights are others now. What is compiled stays."""
        self._length = 0
        self.fork([0])
        for held in self._caches.values():
            held.valid = 0

    def prepare(
        self,
        new_tokens: int,
        width: int,
        cancel: CancelToken,
        seq: int = 1,
        all_positions: bool = False,
        exact: bool = False,
    ) -> Iterator[Stage]:
        """Make room, and compile what is needed to append, before `extend` needs it.

        Afterwards `new_tokens` more tokens fit, and `seq` tokens with `width` rows are appended without
        a compile. The compile goes on in a thread of its own: cancelling returns within
        milliseconds, and what was compiled by then is not lost.

        Args:
            new_tokens: For which there shall be room.
            width: Rows.
            cancel: Looked at while compiling.
            seq: How many of them are appended at once.
            all_positions: Whether all their logits are wanted.
            exact: Whether the cache shall have the capacity that it would have in the beginning, on which
                the last bits of the logits hang.

        Raises:
            Cancelled: If asked to stop while waiting.
        """
        chunks = _chunks(seq)
        rest = chunks[-1]
        padded = seq - rest + self.runtime.padded(rest)
        tokens = min(self._length + new_tokens, self._context_tokens)
        self._fit(self._capacity_for(max(tokens, self._length + padded)), exact)
        held = self._cache_for(_bucket(WIDTHS, width), self.capacity)
        missing = [size for size in chunks if not self._is_compiled(held, size, all_positions)]
        if not missing and self._compiling is None:
            return
        what = "to read" if seq > 1 else "to write"
        yield Stage(
            Sentence(
                "Preparing the model {what} up to {capacity:,} tokens",
                what=what,
                capacity=held.cache.capacity,
            )
        )
        self._finish_compiling(cancel)
        for size in missing:
            if not self._is_compiled(held, size, all_positions):
                self._start_compiling(held, size, all_positions)
                self._finish_compiling(cancel)

    def _fit(self, capacity: int, exact: bool) -> None:
        """Grow when it must be; shrink, since a smaller cache is faster, when that costs no compile or
        when the capacity shall be `exact`."""
        smaller = self._caches.get((self._held.cache.rows, capacity))
        ready = exact or (smaller is not None and self._is_compiled(smaller, 1))
        if capacity > self.capacity or (capacity < self.capacity and ready):
            self._resize(capacity)

    def _is_compiled(self, held: _Held, seq: int, all_positions: bool = False) -> bool:
        return self.runtime.is_compiled(held.cache, seq, all_positions)

    def _start_compiling(self, held: _Held, seq: int, all_positions: bool) -> None:
        """Compile in a thread, so that the lane can look at the cancel token meanwhile."""

        def work() -> None:
            try:
                self.runtime.compile(held.cache, seq, all_positions)
            except Exception:  # the same fault comes again, in the open, when the lane extends
                log.exception("Compiling failed")

        held.valid = min(held.valid, held.cache.capacity - self.runtime.padded(seq))
        self._compiling = threading.Thread(target=work, name="compile", daemon=True)
        self._compiling.start()

    def _finish_compiling(self, cancel: CancelToken) -> None:
        thread = self._compiling
        while thread is not None and thread.is_alive():
            thread.join(_POLL_S)
            cancel.raise_if_cancelled()
        self._compiling = None

    def _extend_chunk(self, ids: Ids, all_positions: bool) -> StepOutput:
        rows, seq = ids.shape
        padded = self.runtime.padded(seq)
        if self._length + padded > self.capacity:
            self._resize(self._capacity_for(self._length + padded))
        held, end = self._held, self._length + seq
        block = np.zeros((held.cache.rows, padded), np.int32)
        block[:rows, :seq] = ids
        last = None if all_positions else seq - 1
        output = self.runtime.extend(held.cache, block, self._length, last)
        held.ids[:, self._length : end] = block[:, :seq]
        held.valid = self._length = end
        hidden = None if output.hidden is None else output.hidden[:rows, :seq]
        logits = output.logits[:rows, :seq] if all_positions else output.logits[:rows]
        return StepOutput(logits, hidden)

    def _resize(self, capacity: int) -> None:
        self._move(self._cache_for(self._held.cache.rows, capacity), range(self._width))

    def _move(self, target: _Held, parents: Sequence[int]) -> None:
        """Make `target` the cache in use, its rows the `parents` of the rows so far."""
        source, length = self._held, self._length
        rows = [*parents, *[parents[0]] * (target.cache.rows - len(parents))]
        wanted = source.ids[rows, :length]
        known = min(target.valid, length)
        differs = (target.ids[:, :known] != wanted[:, :known]).any(axis=0)
        start = int(differs.argmax()) if differs.any() else known
        if start < length:
            self.runtime.copy(source.cache, target.cache, rows, start, length)
            target.ids[:, :length] = wanted
        target.valid = length
        self._held = target

    def _capacity_for(self, tokens: int) -> int:
        """The bucket that holds `tokens`: doubling up to 2,048, then by half, rounded up to 512.

        A little room beyond the context lets padding run past the end.
        """
        capacity = _FIRST_CAPACITY
        while capacity < tokens:
            capacity = capacity * 2 if capacity < 2048 else -(-capacity * 3 // 2 // 512) * 512
        longest = -(-(self._context_tokens + CHUNK) // 128) * 128
        return min(capacity, longest)

    def _cache_for(self, rows: int, capacity: int) -> _Held:
        key = (rows, capacity)
        if key not in self._caches:
            self._drop_idle(rows * capacity * self._token_bytes)
            cache = self.runtime.new_cache(rows, capacity)
            self._caches[key] = _Held(cache, np.zeros(key, np.int32))
        self._caches[key] = self._caches.pop(key)
        return self._caches[key]

    def _drop_idle(self, coming: int) -> None:
        """Free the caches longest unused once they take more than their share of memory."""
        sizes = {key: key[0] * key[1] * self._token_bytes for key in self._caches}
        total = sum(sizes.values()) + coming
        for key, held in list(self._caches.items()):
            if total <= _IDLE_CACHE_BYTES:
                return
            if held is not self._held:
                total -= sizes[key]
                del self._caches[key]


def _bucket(sizes: Sequence[int], wanted: int) -> int:
    return next(size for size in sizes if size >= wanted)


def _chunks(seq: int) -> list[int]:
    """The lengths, each once, of the prefill calls for `seq` tokens; that of the last one last."""
    rest = (seq - 1) % CHUNK + 1
    return [rest] if seq <= CHUNK else [CHUNK, rest]
