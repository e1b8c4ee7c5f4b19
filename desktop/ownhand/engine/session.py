"""A decoder between requests: what the last one left in the cache serves the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Floats, Ids, StepOutput
from ownhand.core.messages import Stage
from ownhand.engine.decoder import CHUNK, KerasDecoder


class Session:
    """A `Decoder` over a `KerasDecoder` that goes back to the common prefix. Lives on the model lane.

    Samplers drive it and may leave it with any rows; `prefill` finds the common prefix by itself.
    """

    def __init__(self, decoder: KerasDecoder) -> None:
        self._inner = decoder
        self._hidden: list[Floats] = []  # of the first tokens of every row, a chunk each
        self._hidden_length = 0

    @property
    def vocabulary_size(self) -> int:
        """Number of logits."""
        return self._inner.vocabulary_size

    @property
    def context_tokens(self) -> int:
        """Most tokens a row can hold."""
        return self._inner.context_tokens

    @property
    def width(self) -> int:
        """Rows in use."""
        return self._inner.width

    @property
    def length(self) -> int:
        """Tokens in each row."""
        return self._inner.length

    @property
    def room(self) -> int:
        """Tokens that can be appended without growing the cache."""
        return self._inner.capacity - self._inner.length

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        """See `Decoder`."""
        return self._inner.extend(ids, all_positions)

    def fork(self, parents: Sequence[int]) -> None:
        """See `Decoder`."""
        self._inner.fork(parents)

    def rewind(self, count: int) -> None:
        """See `Decoder`."""
        self._inner.rewind(count)
        self._forget_hidden()

    def reusable(self, ids: Ids, keep_hidden: bool) -> int:
        """How many leading tokens of a prompt are in the cache; never all of them, since the logits
        after the last one are wanted."""
        _, best = self._nearest(ids)
        if keep_hidden:
            best = min(best, self._hidden_length)
        return min(best, len(ids) - 1)

    def start(self, ids: Ids, keep_hidden: bool) -> int:
        """Go back to the longest usable prefix of a prompt; returns its length."""
        usable = self.reusable(ids, keep_hidden)
        row, _ = self._nearest(ids)
        if self.width > 1:
            self.fork([row])
        self.rewind(self.length - usable)
        return usable

    def prepare(
        self,
        new_tokens: int,
        width: int,
        cancel: CancelToken,
        seq: int = 1,
        all_positions: bool = False,
    ) -> Iterator[Stage]:
        """See `KerasDecoder.prepare`."""
        yield from self._inner.prepare(new_tokens, width, cancel, seq, all_positions)

    def prefill(self, ids: Ids, cancel: CancelToken) -> Iterator[Stage | Floats]:
        """Append the rest of a prompt after `start`, a chunk at a time.

        Yields:
            A stage before each chunk; last the logits `<float32>[vocabulary]`.

        Raises:
            Cancelled: Between two chunks, once asked to stop; what is done stays in the cache.
        """
        output: StepOutput | None = None
        first = self.length
        for start in range(first, len(ids), CHUNK):
            cancel.raise_if_cancelled()
            if len(ids) - first > CHUNK:
                yield Stage("Reading your text", start, len(ids))
            known = self._hidden_length == self.length
            output = self.extend(ids[None, start : start + CHUNK])
            if known and output.hidden is not None:
                self._hidden.append(output.hidden[0])
                self._hidden_length += len(output.hidden[0])
        if output is None:
            raise ValueError("nothing to prefill")
        yield output.logits[0]

    def hidden_states(self) -> Floats | None:
        """`<float32>[length, width]`, the hidden states of the prompt, if all of them are known."""
        if self._hidden_length != self.length:
            return None
        return np.concatenate(self._hidden, axis=0)

    def _forget_hidden(self) -> None:
        """Keep the hidden states of the tokens that are left."""
        if self._hidden_length > self.length:
            kept = np.concatenate(self._hidden, axis=0)[: self.length]
            self._hidden, self._hidden_length = [kept], len(kept)

    def _nearest(self, ids: Ids) -> tuple[int, int]:
        """The row with the longest prefix of a prompt, and its length."""
        size = min(self.length, len(ids))
        differs = self._inner.ids[:, :size] != ids[:size]
        lengths = np.where(differs.any(axis=1), differs.argmax(axis=1) if size else 0, size)
        row = int(lengths.argmax())
        return row, int(lengths[row])
