"""A model on the processor without TensorFlow: the face of a backend over the narrow kernel."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import psutil

from ownhand.core.contracts import Ids, StepOutput
from ownhand.engine.architecture import MATRICES, Architecture, Array, Weights
from ownhand.engine.backends.runtime import Cache
from ownhand.engine.narrow.arithmetic import SPAN
from ownhand.engine.narrow.forward_pass import begin, work
from ownhand.engine.narrow.microkernel import BLOCK, LANES, ROOM, SHAPE, Kind
from ownhand.engine.narrow.packing import Bytes, group_bytes, pack
from ownhand.engine.narrow.product import product_address
from ownhand.engine.narrow.storage import packed_in_memory, stored_weights
from ownhand.engine.narrow.tables import Buffers, Matrix, Model, Request, Vector
from ownhand.engine.narrow.team import Team, provide_yield
from ownhand.engine.narrow.weights import PackedWeights, Sink, describe, pack_weights

_ACTIVATIONS = {"silu_gated": 0, "gelu_tanh": 1, "relu": 2}
_PIECES_PER_THREAD = 3  # so that one who was held up does not hold up the others for long
_MOST_THREADS = 8
_PARTIAL_EXTRA = 16  # beside the values of a span: its highest score and its sum


@dataclass(eq=False)
class NarrowCache:
    """Keys and values, heads filled up to whole blocks.

    Attributes:
        rows: Sequences.
        capacity: Positions, whole spans.
        keys: `<uint8>[layers, rows, kv heads, capacity / LANES, bytes of a group]`.
        values: `<uint8>[layers, rows, kv heads, head / LANES, capacity, bytes of the lanes]`.
        steps: `<float32>[layers, rows, kv heads, head / BLOCK, capacity]`, of narrow values.
    """

    rows: int
    capacity: int
    keys: Bytes
    values: Bytes
    steps: npt.NDArray[np.float32]


class NarrowRuntime:
    """See `backends.runtime.Runtime`. Lives on the model lane.

    Args:
        arch: The architecture.
        packed: Its weights; those mapped from a file stay there.
        narrow: Whether weights and cache are narrow; else all is float32.
        threads: How many share the work.
    """

    backend = "numba"
    device = "CPU"

    def __init__(self, arch: Architecture, packed: PackedWeights, narrow: bool, threads: int) -> None:  # fmt: skip
        self.dtype = "int8" if narrow else "float32"
        self.traces = 0
        self.lookahead = 8
        self._arch, self._packed, self._narrow = arch, packed, narrow
        self._replaced: dict[tuple[int, int], Any] = {}
        self._model = _model(arch, packed, narrow)
        self._ready = False
        self._team = Team(threads, begin, work)
        self._pieces = 1 if threads == 1 else threads * _PIECES_PER_THREAD
        self._buffers = _buffers(self._model, 1, 1, 1)
        self._room = (1, 1, 1)

    def new_cache(self, rows: int, capacity: int) -> NarrowCache:
        """See `Runtime`."""
        model, whole = self._model, -(-capacity // SPAN) * SPAN
        outer = (model.layers, rows, model.kv_heads)
        blocks, item = model.padded_head // BLOCK, 1 if model.narrow_cache else 4
        keys = group_bytes(Kind.INT8 if model.narrow_cache else Kind.FLOAT32, blocks)
        return NarrowCache(
            rows,
            whole,
            np.zeros((*outer, whole // LANES, keys), np.uint8),
            np.zeros((*outer, model.padded_head // LANES, whole, LANES * item), np.uint8),
            np.zeros((*outer, blocks if model.narrow_cache else 0, whole), np.float32),
        )

    def copy(
        self, source: Cache, target: Cache, parents: Sequence[int], start: int, end: int
    ) -> None:
        """See `Runtime`."""
        assert isinstance(source, NarrowCache)
        assert isinstance(target, NarrowCache)
        rows, groups = list(parents), slice(start // LANES, -(-end // LANES))
        # Indexing by a list reads all rows before one is written: they may change places in one cache.
        for layer in range(self._model.layers):
            target.keys[layer][:, :, groups] = source.keys[layer][rows, :, groups]
            for into, out_of in ((target.values, source.values), (target.steps, source.steps)):
                into[layer][:, :, :, start:end] = out_of[layer][rows, :, :, start:end]

    def padded(self, seq: int) -> int:
        """See `Runtime`: any length will do."""
        return seq

    def is_compiled(self, cache: Cache, seq: int, all_positions: bool) -> bool:  # noqa: ARG002
        """See `Runtime`."""
        return self._ready

    def compile(self, cache: Cache, seq: int, all_positions: bool) -> None:  # noqa: ARG002
        """See `Runtime`: one token in a cache of its own, since one code serves all sizes. What was compiled
        once lies on the disk, and is loaded in a tenth of a second."""
        self.extend(self.new_cache(1, 1), np.zeros((1, 1), np.int32), 0, 0)

    def extend(self, cache: Cache, ids: Ids, index: int, last: int | None) -> StepOutput:
        """See `Runtime`."""
        assert isinstance(cache, NarrowCache)
        if not self._ready:
            self._fill_in_products()
        sequences, new = ids.shape
        wanted = sequences * new if last is None else sequences
        spans = -(-(index + new) // SPAN)
        buffers = self._buffers_for(sequences * new, wanted, spans)
        request = Request(
            ids=np.ascontiguousarray(ids, np.int32),
            start=index,
            last=-1 if last is None else last,
            capacity=cache.capacity,
            keys=cache.keys.ctypes.data,
            values=cache.values.ctypes.data,
            steps=cache.steps.ctypes.data,
            pieces=self._pieces,
            number=self._team.next_number(),
            sync=self._team.sync,
        )
        self._team.run(self._model, buffers, request)
        self._ready = True
        logits = buffers.logits[:wanted, : self._arch.vocabulary].copy()
        if last is None:
            logits = logits.reshape(sequences, new, -1)
        hidden = buffers.normed[: sequences * new, : self._arch.width].copy()
        return StepOutput(logits, hidden.reshape(sequences, new, -1))

    def replace(self, layer: int, name: str, matrix: Array) -> None:
        """See `Runtime`."""
        which = MATRICES.index(name)
        packed = pack(matrix.T, self._narrow)
        self._replaced[layer, which] = packed.data
        self._model.matrices[layer, which] = describe(packed, packed.data.ctypes.data)
        self._model.matrices[layer, which, Matrix.PRODUCT] = product_address(packed.kind)

    def _fill_in_products(self) -> None:
        """Compile the products that the matrices need, and say where they are."""
        matrices = self._model.matrices
        for kind in Kind:
            here = (matrices[:, :, Matrix.KIND] == kind) & (matrices[:, :, Matrix.GROUPS] > 0)
            if here.any():
                matrices[here, Matrix.PRODUCT] = product_address(kind)
        keys = Kind.INT8 if self._model.narrow_cache else Kind.FLOAT32
        values = Kind.CODES if self._model.narrow_cache else Kind.FLOAT32
        self._model = self._model._replace(
            key_product=product_address(keys), value_product=product_address(values)
        )

    def _buffers_for(self, rows: int, wanted: int, spans: int) -> Buffers:
        need = (rows, wanted, spans)
        if any(a > b for a, b in zip(need, self._room, strict=True)):
            self._room = (max(rows, self._room[0]), max(wanted, self._room[1]), -(-max(spans, self._room[2]) // 4) * 4)  # fmt: skip
            self._buffers = _buffers(self._model, *self._room)
        return self._buffers


def _model(arch: Architecture, packed: PackedWeights, narrow: bool) -> Model:
    matrices = packed.matrices.copy()
    matrices[:, :, Matrix.ADDRESS] += packed.data.ctypes.data
    if len(packed.frequencies):
        angles = np.arange(arch.context, dtype=np.float32)[:, None] * packed.frequencies
    else:
        angles = np.zeros((0, 0), np.float32)
    return Model(
        width=arch.width,
        inner=packed.inner,
        vocabulary=arch.vocabulary,
        layers=arch.layers,
        heads=arch.heads,
        kv_heads=arch.kv_heads,
        head_width=arch.head_width,
        padded_head=-(-arch.head_width // BLOCK) * BLOCK,
        rms=arch.norm == "rms",
        epsilon=np.float32(arch.epsilon),
        scale=np.float32(arch.head_width**-0.5),
        activation=_ACTIVATIONS[arch.activation],
        post_norm=arch.post_norm,
        dots=narrow and bool(SHAPE.dots),
        # A bias of the keys may be far larger than what tells them apart, and eight bits would keep it alone.
        narrow_cache=narrow and packed.places[0, Vector.QKV_BIAS] < 0,
        key_product=0,
        value_product=0,
        matrices=matrices,
        places=packed.places,
        vectors=packed.vectors,
        positions=packed.positions,
        cosines=np.cos(angles),
        sines=np.sin(angles),
    )


def _buffers(model: Model, rows: int, wanted: int, spans: int) -> Buffers:
    """Room for so many rows, for the logits of some of them, and for spans of positions."""

    def inputs(count: int) -> Array:
        blocks = -(-count // BLOCK)
        return np.zeros((rows, blocks * ROOM), np.float32)

    def outputs(count: int, many: int = rows) -> Array:
        return np.zeros((many, -(-count // LANES) * LANES), np.float32)

    heads = model.heads * model.head_width
    both = heads + 2 * model.kv_heads * model.head_width
    return Buffers(
        x=np.zeros((rows, model.width), np.float32),
        normed=inputs(model.width),
        qkv=outputs(both),
        queries=np.zeros((rows * model.heads, model.padded_head), np.float32),
        partials=np.zeros(
            (rows * model.heads, spans, model.padded_head + _PARTIAL_EXTRA), np.float32
        ),
        mixed=inputs(heads),
        added=outputs(model.width),
        up=outputs(model.inner * (2 if model.activation == 0 else 1)),
        inner=inputs(model.inner),
        logits=outputs(model.vocabulary, wanted),
    )


def make(
    arch: Architecture, weights: Callable[[], Weights], digest: str, narrow: bool, cache_dir: Path | None
) -> NarrowRuntime:  # fmt: skip
    """A runtime over a model's weights.

    Args:
        arch: The architecture.
        weights: Reads them; not called when they lie packed on the disk.
        digest: SHA-256 of them.
        narrow: Whether they become narrow, and are kept so on the disk; else all is float32.
        cache_dir: Where packed weights are kept, or None.
    """

    def packing(sink: Sink) -> PackedWeights:
        return pack_weights(weights(), arch.layers, narrow, sink)

    if narrow and cache_dir is not None:
        packed = stored_weights(cache_dir / "weights", digest, packing)
    else:
        packed = packed_in_memory(packing)
    provide_yield()
    return NarrowRuntime(arch, packed, narrow, usable_cores())


def usable_cores() -> int:
    """The threads that share the work: as many as there are real cores for this process, within reason;
    a few of them already use up what the memory can give."""
    real = psutil.cpu_count(logical=False) or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else real
    return max(1, min(real, allowed, _MOST_THREADS))
