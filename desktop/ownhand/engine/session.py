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

    On the Keras layers the last bits of keys and values hang on how many tokens were computed together, and
    on the capacity of the cache; not so where the decoder looks ahead. Where a continuation shall be had again from its record, `exact` uses only whole chunks of an
    earlier prompt, at the places where they stood, and the capacity that follows from the prompt: then it
    gives the same logits to the bit whatever was in the cache.

    Args:
        decoder: What it drives.
        looks_ahead: Whether guesses may be computed along; they change the time alone.
    """

    def __init__(self, decoder: KerasDecoder, looks_ahead: bool = True) -> None:
        self._inner = decoder
        self._looks_ahead = looks_ahead
        self._hidden: list[Floats] = []  # of the first tokens of every row, a chunk each
        self._hidden_length = 0
        self._exact = False
        self._whole = 0  # leading tokens that were computed as a prompt read anew computes them

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
    def lookahead(self) -> int:
        """See `Decoder`."""
        return self._inner.lookahead if self._looks_ahead else 0

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
        self._whole = min(self._whole, self.length)
        self._forget_hidden()

    def forget(self) -> None:
        """Reuse nothing: the next prompt is read anew."""
        self.fork([0])
        self.rewind(self.length)

    def reusable(self, ids: Ids, keep_hidden: bool, exact: bool = False) -> int:
        """How many leading tokens of a prompt are used from the cache; never all of them, since the
        logits after the last one are wanted.

        Args:
            ids: `<int32>[n]`, the prompt.
            keep_hidden: Whether its hidden states are wanted too.
            exact: Use nothing that could differ from a prompt read anew.
        """
        _, best = self._nearest(ids)
        best = min(best, len(ids) - 1)
        if keep_hidden:
            best = min(best, self._hidden_length)
        if exact and not self._inner.lookahead:
            best = min(best, self._whole)
            best -= best % CHUNK
        return best

    def start(self, ids: Ids, keep_hidden: bool, exact: bool = False) -> int:
        """Go back to the longest usable prefix of a prompt, see `reusable`; returns its length."""
        self._exact = exact and not self._inner.lookahead
        usable = self.reusable(ids, keep_hidden, exact)
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
        yield from self._inner.prepare(new_tokens, width, cancel, seq, all_positions, self._exact)

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
            known, whole = self._hidden_length == self.length, self._whole == self.length
            output = self.extend(ids[None, start : start + CHUNK])
            if known and output.hidden is not None:
                self._hidden.append(output.hidden[0])
                self._hidden_length += len(output.hidden[0])
            if whole and self.length % CHUNK == 0:
                self._whole = self.length
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
