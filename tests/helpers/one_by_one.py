"""A runtime on which guessing ahead changes no bit."""

from __future__ import annotations

from typing import Any

import numpy as np

from ownhand.core.contracts import Ids, StepOutput
from ownhand.engine.backends.runtime import Cache, Runtime


class OneByOne:
    """Computes each token by itself, however many are appended at once; looks ahead for no gain."""

    lookahead = 8

    def __init__(self, inner: Runtime) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def padded(self, seq: int) -> int:
        return seq

    def extend(self, cache: Cache, ids: Ids, index: int, last: int | None) -> StepOutput:
        steps = [
            self._inner.extend(cache, ids[:, place : place + 1], index + place, 0)
            for place in range(ids.shape[1])
        ]
        logits = np.stack([step.logits for step in steps], axis=1)
        return StepOutput(logits if last is None else logits[:, last], None)
