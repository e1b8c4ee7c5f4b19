"""PyTorch, eager: runs everywhere torch runs, with nothing to compile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from ownhand.core.contracts import Ids, StepOutput
from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.backends import BackendChoice, pick_dtype, refuse_missing_gpu
from ownhand.engine.backends.runtime import Cache, map_weights
from ownhand.engine.forward import KeyValue, forward, make_block


@dataclass(eq=False)
class TorchCache:
    """Per block keys and values, each `[rows, kv heads, capacity, head width]`."""

    rows: int
    capacity: int
    arrays: list[KeyValue]


class TorchRuntime:
    """See `Runtime`. Lives on the model lane."""

    backend = "torch"
    lookahead = 0

    def __init__(self, arch: Architecture, weights: Weights, device: str, dtype: str) -> None:
        self.device = "CPU" if device == "cpu" else device.upper().replace(":", " ")
        self.dtype = dtype
        self.traces = 0
        self._arch = arch
        self._where = device
        self._type = getattr(torch, dtype)
        self._weights = map_weights(weights, dtype, self._put)
        self._block = make_block(arch)

    def new_cache(self, rows: int, capacity: int) -> TorchCache:
        """See `Runtime`."""
        arch = self._arch
        shape = (rows, arch.kv_heads, capacity, arch.head_width)

        def one() -> Any:
            return torch.zeros(shape, dtype=self._type, device=self._where)

        return TorchCache(rows, capacity, [(one(), one()) for _ in range(arch.layers)])

    def copy(
        self, source: Cache, target: Cache, parents: Sequence[int], start: int, end: int
    ) -> None:
        """See `Runtime`."""
        assert isinstance(source, TorchCache)
        assert isinstance(target, TorchCache)
        rows = list(parents)
        for pair, into in zip(source.arrays, target.arrays, strict=True):
            for old, new in zip(pair, into, strict=True):
                new[:, :, start:end] = old[rows, :, start:end]

    def padded(self, seq: int) -> int:
        """See `Runtime`."""
        return seq

    def is_compiled(self, cache: Cache, seq: int, all_positions: bool) -> bool:  # noqa: ARG002
        """See `Runtime`: there is nothing to compile."""
        return True

    def compile(self, cache: Cache, seq: int, all_positions: bool) -> None:
        """See `Runtime`: there is nothing to compile."""

    def extend(self, cache: Cache, ids: Ids, index: int, last: int | None) -> StepOutput:
        """See `Runtime`."""
        assert isinstance(cache, TorchCache)
        with torch.inference_mode():
            logits, hidden, present = forward(
                self._arch, self._weights, self._block, cache.arrays, self._number(ids),
                self._number(index), None if last is None else self._number(last),
            )  # fmt: skip
            end = index + ids.shape[1]
            for (k, v), (new_k, new_v) in zip(cache.arrays, present, strict=True):
                k[:, :, index:end] = new_k
                v[:, :, index:end] = new_v
            return StepOutput(logits.cpu().numpy(), hidden.cpu().numpy())

    def replace(self, layer: int, name: str, matrix: Array) -> None:
        """See `Runtime`."""
        self._weights["layers"][layer][name] = self._put(matrix, self.dtype)

    def _put(self, array: Any, dtype: str) -> Any:
        return torch.tensor(array).to(self._where, getattr(torch, dtype))

    def _number(self, value: Any) -> Any:
        return torch.as_tensor(value, dtype=torch.int32, device=self._where)


def make(choice: BackendChoice, arch: Architecture, weights: Weights) -> TorchRuntime:
    """A runtime on the chosen device.

    Raises:
        BackendError: If a GPU was asked for and there is none.
    """
    found = choice.device != "cpu" and torch.cuda.is_available()
    refuse_missing_gpu(choice, found)
    device = "cuda:0" if found else "cpu"
    return TorchRuntime(arch, weights, device, pick_dtype(choice, found, "bfloat16"))
