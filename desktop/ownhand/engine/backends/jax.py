"""JAX: ahead-of-time compiled programs per shape; the cache is donated to the append, never copied.

The append is a program of its own: within the step, where the cache is also read, XLA makes a copy of
each of its arrays before it writes to them (seen in the compiled program; 2.8 times the time of a step
at a capacity of 2,048). Its call costs nothing on a GPU, which is at the step meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from ownhand.core.contracts import Ids, StepOutput
from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.backends import BackendChoice, pick_dtype, refuse_missing_gpu
from ownhand.engine.backends.runtime import Cache, map_weights
from ownhand.engine.forward import KeyValue, forward, make_block

_LENGTHS = (1, 32, 128)
"""Lengths for which programs exist; a prefill is padded to the next one."""


@dataclass(eq=False)
class JaxCache:
    """Per block keys and values, each `[rows, kv heads, capacity, head width]`."""

    rows: int
    capacity: int
    arrays: list[KeyValue]


class JaxRuntime:
    """See `Runtime`. Lives on the model lane."""

    backend = "jax"
    lookahead = 0

    def __init__(self, arch: Architecture, weights: Weights, device: Any, dtype: str) -> None:
        self.device = (
            "CPU" if device.platform == "cpu" else f"{device.platform.upper()} {device.id}"
        )
        self.dtype = dtype
        self.traces = 0
        self._arch = arch
        self._where = device
        self._weights = map_weights(weights, dtype, self._put)
        self._block = jax.jit(make_block(arch))
        self._programs: dict[tuple[int, int, int, bool], Any] = {}
        self._append = jax.jit(_append, donate_argnums=(0,))

    def new_cache(self, rows: int, capacity: int) -> JaxCache:
        """See `Runtime`."""
        arch = self._arch
        shape = (rows, arch.kv_heads, capacity, arch.head_width)

        def one() -> Any:
            return jnp.zeros(shape, self.dtype, device=self._where)

        return JaxCache(rows, capacity, [(one(), one()) for _ in range(arch.layers)])

    def copy(
        self, source: Cache, target: Cache, parents: Sequence[int], start: int, end: int
    ) -> None:
        """See `Runtime`."""
        assert isinstance(source, JaxCache)
        assert isinstance(target, JaxCache)
        rows = jnp.asarray(list(parents), jnp.int32)
        target.arrays = [
            (
                into_k.at[:, :, start:end].set(k[rows, :, start:end]),
                into_v.at[:, :, start:end].set(v[rows, :, start:end]),
            )
            for (k, v), (into_k, into_v) in zip(source.arrays, target.arrays, strict=True)
        ]

    def padded(self, seq: int) -> int:
        """See `Runtime`."""
        return next((length for length in _LENGTHS if seq <= length), seq)

    def is_compiled(self, cache: Cache, seq: int, all_positions: bool) -> bool:
        """See `Runtime`."""
        return (cache.rows, self.padded(seq), cache.capacity, all_positions) in self._programs

    def compile(self, cache: Cache, seq: int, all_positions: bool) -> None:
        """See `Runtime`."""
        assert isinstance(cache, JaxCache)
        self._program(cache, self.padded(seq), all_positions)

    def extend(self, cache: Cache, ids: Ids, index: int, last: int | None) -> StepOutput:
        """See `Runtime`."""
        assert isinstance(cache, JaxCache)
        program = self._program(cache, ids.shape[1], last is None)
        place = np.int32(index)
        logits, hidden, present = program(
            self._weights, cache.arrays, ids, place, np.int32(last or 0)
        )
        for output in (logits, hidden):  # they are on their way while the append is called
            output.copy_to_host_async()
        cache.arrays = self._append(cache.arrays, present, place)
        return StepOutput(np.asarray(logits), np.asarray(hidden))

    def replace(self, layer: int, name: str, matrix: Array) -> None:
        """See `Runtime`."""
        self._weights["layers"][layer][name] = self._put(matrix, self.dtype)

    def _put(self, array: Any, dtype: str) -> Any:
        return jax.device_put(jnp.asarray(array, dtype), self._where)

    def _program(self, cache: JaxCache, seq: int, everything: bool) -> Any:
        key = (cache.rows, seq, cache.capacity, everything)
        if key not in self._programs:

            def run(weights: Any, past: Any, ids: Any, index: Any, last: Any) -> Any:
                self.traces += 1
                wanted = None if everything else last
                return forward(self._arch, weights, self._block, past, ids, index, wanted)

            ids, number = np.zeros((cache.rows, seq), np.int32), np.int32(0)
            lowered = jax.jit(run).lower(self._weights, cache.arrays, ids, number, number)
            self._programs[key] = lowered.compile()
        return self._programs[key]


def _append(arrays: list[KeyValue], present: list[KeyValue], index: Any) -> list[KeyValue]:
    start = (0, 0, index, 0)
    return [
        (
            jax.lax.dynamic_update_slice(k, new_k, start),
            jax.lax.dynamic_update_slice(v, new_v, start),
        )
        for (k, v), (new_k, new_v) in zip(arrays, present, strict=True)
    ]


def make(choice: BackendChoice, arch: Architecture, weights: Weights) -> JaxRuntime:
    """A runtime on the chosen device, with compiled programs kept on disk where that is allowed.

    Raises:
        BackendError: If a GPU was asked for and there is none.
    """
    if choice.cache_dir is not None:
        jax.config.update("jax_compilation_cache_dir", str(choice.cache_dir / "jax"))
    device = jax.devices("cpu")[0] if choice.device == "cpu" else jax.devices()[0]
    on_gpu = device.platform != "cpu"
    refuse_missing_gpu(choice, on_gpu)
    return JaxRuntime(arch, weights, device, pick_dtype(choice, on_gpu, "bfloat16"))
