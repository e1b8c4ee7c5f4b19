"""A whole language model in NumPy: small enough to reason about, real in cache, fork and rewind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ownhand.core.contracts import Floats, Ids, StepOutput

NextLogits = Callable[[list[int]], Sequence[float]]


class TinyDecoder:
    """One layer of causal attention with random weights; `peakedness` scales the logits.

    Token after token, so that the logits are the same to the bit however many are appended at once.

    Attributes:
        calls: (rows, tokens) of each `extend`, for tests that count work.
        rewinds: Argument of each `rewind`.
    """

    def __init__(
        self,
        vocabulary_size: int = 40,
        width: int = 16,
        seed: int = 0,
        context_tokens: int = 512,
        peakedness: float = 3.0,
        rows: int = 1,
        lookahead: int = 0,
    ) -> None:
        self.lookahead = lookahead
        rng = np.random.default_rng(seed)

        def weights(*shape: int) -> Floats:
            values: Floats = (rng.standard_normal(shape) / np.sqrt(shape[-1])).astype(np.float32)
            return values

        self._embedding = weights(vocabulary_size, width) * np.float32(np.sqrt(width))
        self._positions = weights(context_tokens, width)
        self._query, self._key, self._value = (weights(width, width) for _ in range(3))
        self._out = weights(width, vocabulary_size) * np.float32(
            peakedness * np.sqrt(vocabulary_size)
        )
        self._context = context_tokens
        self._keys = np.zeros((rows, 0, width), np.float32)
        self._values = np.zeros((rows, 0, width), np.float32)
        self.calls: list[tuple[int, int]] = []
        self.rewinds: list[int] = []

    @property
    def vocabulary_size(self) -> int:
        return len(self._embedding)

    @property
    def context_tokens(self) -> int:
        return self._context

    @property
    def width(self) -> int:
        return len(self._keys)

    @property
    def length(self) -> int:
        return self._keys.shape[1]

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        rows, tokens = ids.shape
        if rows != self.width or tokens < 1 or self.length + tokens > self._context:
            raise ValueError(f"{ids.shape} does not fit {self.width} rows at {self.length}")
        self.calls.append((rows, tokens))
        steps = [self._step(ids[:, place : place + 1]) for place in range(tokens)]
        logits = np.concatenate([step[0] for step in steps], axis=1)
        hidden = np.concatenate([step[1] for step in steps], axis=1)
        return StepOutput(logits if all_positions else logits[:, -1], hidden)

    def _step(self, ids: Ids) -> tuple[Floats, Floats]:
        x = self._embedding[ids] + self._positions[self.length]
        self._keys = np.concatenate([self._keys, x @ self._key], axis=1)
        self._values = np.concatenate([self._values, x @ self._value], axis=1)
        scores = (x @ self._query) @ self._keys.transpose(0, 2, 1) / np.sqrt(x.shape[-1])
        attention = np.exp(scores - scores.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        hidden = np.tanh(x + attention @ self._values).astype(np.float32)
        return (hidden @ self._out).astype(np.float32), hidden

    def fork(self, parents: Sequence[int]) -> None:
        self._keys = self._keys[list(parents)]
        self._values = self._values[list(parents)]

    def rewind(self, count: int) -> None:
        if not 0 <= count <= self.length:
            raise ValueError(f"cannot rewind {count} of {self.length}")
        self.rewinds.append(count)
        self._keys = self._keys[:, : self.length - count]
        self._values = self._values[:, : self._keys.shape[1]]


class ScriptedDecoder:
    """A model whose logits are a function of the tokens alone: for texts that a test writes itself.

    Attributes:
        rows: The tokens that each row of the cache holds.
        calls: Tokens of each `extend`.
    """

    def __init__(
        self,
        vocabulary_size: int,
        next_logits: NextLogits,
        context_tokens: int = 512,
        lookahead: int = 0,
    ) -> None:
        self.lookahead = lookahead
        self.calls: list[int] = []
        self._vocabulary = vocabulary_size
        self._next_logits = next_logits
        self._context = context_tokens
        self.rows: list[list[int]] = [[]]

    @property
    def vocabulary_size(self) -> int:
        return self._vocabulary

    @property
    def context_tokens(self) -> int:
        return self._context

    @property
    def width(self) -> int:
        return len(self.rows)

    @property
    def length(self) -> int:
        return len(self.rows[0])

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        assert ids.shape[0] == self.width
        assert self.length + ids.shape[1] <= self._context
        self.calls.append(ids.shape[1])
        after = []
        for row, new in zip(self.rows, ids.tolist(), strict=True):
            for place, token in enumerate(new):
                row.append(token)
                if all_positions or place == len(new) - 1:
                    after.append(self._next_logits(row))
        logits = np.asarray(after, np.float32).reshape(self.width, -1, self._vocabulary)
        # A state per token, near the others: enough for contrastive search to go by the odds.
        hidden = np.stack([[np.eye(self._vocabulary)[t] + 1 for t in new] for new in ids.tolist()])
        return StepOutput(logits if all_positions else logits[:, -1], hidden.astype(np.float32))

    def fork(self, parents: Sequence[int]) -> None:
        self.rows = [list(self.rows[parent]) for parent in parents]

    def rewind(self, count: int) -> None:
        assert 0 <= count <= self.length
        self.rows = [row[: len(row) - count] for row in self.rows]
