"""One pass over some new tokens, shared by several threads.

A pass is a row of *stages*, each cut into items that any thread may do in any order. Whoever finishes
the last item of a stage opens the next one. A thread that comes late, or never, holds nobody up, and
who does what changes no bit of the result.
"""

from __future__ import annotations

from ownhand.engine.narrow.jit import Number, kernel
from ownhand.engine.narrow.memory import (
    address_of,
    atomic_add,
    atomic_load,
    atomic_store,
    atomic_swap,
    pause,
    yield_core,
)
from ownhand.engine.narrow.microkernel import LANES
from ownhand.engine.narrow.stages import (
    INNER_PER_ITEM,
    activate,
    add_columns,
    attend,
    attention_items,
    embed,
    finish_row,
    merge_head,
    multiply,
    norm_row,
    place_row,
    prepare_mixed,
    unembed,
)
from ownhand.engine.narrow.tables import (
    DOWN,
    OUT,
    QKV,
    UNEMBEDDING,
    UP,
    Array,
    Buffers,
    Matrix,
    Model,
    Request,
    Vector,
)

_GROUPS = int(Matrix.GROUPS)
_QKV_BIAS, _OUT_BIAS = int(Vector.QKV_BIAS), int(Vector.OUT_BIAS)
_UP_BIAS, _DOWN_BIAS = int(Vector.UP_BIAS), int(Vector.DOWN_BIAS)

# The stages of a block. Before the first block the tokens are embedded; after the last one the hidden
# states are finished, and the logits come.
_STAGES = 11
_NORM1, _QKV, _PLACE, _ATTEND, _MERGE, _PREPARE, _OUT, _NORM2, _UP, _ACTIVATE, _DOWN = range(
    _STAGES
)

# Beside the request lies one number that says all: which pass, which stage, which item comes next.
_PASS_SHIFT, _STAGE_SHIFT = 40, 24
_ITEM_MASK, _STAGE_MASK = (1 << _STAGE_SHIFT) - 1, (1 << (_PASS_SHIFT - _STAGE_SHIFT)) - 1
_DONE = 64  # bytes from that number to the count of items done: a cache line of its own
_SPINS = 2000


@kernel
def begin(request: Request) -> None:
    """Open the first stage of a pass."""
    word = address_of(request.sync)
    atomic_store(word + _DONE, 0)
    atomic_store(word, request.number << _PASS_SHIFT)


@kernel
def work(model: Model, buffers: Buffers, request: Request) -> None:
    """Do items of a pass until it is finished; returns at once when it is over already."""
    word, spins = address_of(request.sync), 0
    end = model.layers * _STAGES + 3
    stage, item, items, alone = 0, 0, 0, False
    while True:
        if not alone:
            seen = atomic_load(word)
            stage, item = (seen >> _STAGE_SHIFT) & _STAGE_MASK, seen & _ITEM_MASK
            if seen >> _PASS_SHIFT != request.number or stage == end:
                return
            items = _items(model, request, stage)
            if item >= items or not atomic_swap(word, seen, seen + 1):
                spins += 1
                if spins % _SPINS == 0:
                    yield_core()
                else:
                    pause()
                continue
            spins = 0
        _do(model, buffers, request, stage, item)
        if alone or atomic_add(word + _DONE, 1) + 1 == items:
            stage, item = stage + 1, 0
            # A stage of a single item is sooner done than handed over; nobody else can see it.
            alone = stage < end and _items(model, request, stage) == 1
            if not alone:
                atomic_store(word + _DONE, 0)
                atomic_store(word, (request.number << _PASS_SHIFT) | (stage << _STAGE_SHIFT))


@kernel
def _items(model: Model, request: Request, stage: int) -> Number:
    """Into how many items a stage is cut."""
    sequences, new = request.ids.shape
    if stage == 0 or stage == model.layers * _STAGES + 1:
        return sequences * new
    if stage == model.layers * _STAGES + 2:
        return _cuts(model, request, model.layers, UNEMBEDDING)
    layer, part = (stage - 1) // _STAGES, (stage - 1) % _STAGES
    if part == _QKV:
        return _cuts(model, request, layer, QKV)
    if part == _OUT:
        return _cuts(model, request, layer, OUT)
    if part == _UP:
        return _cuts(model, request, layer, UP)
    if part == _DOWN:
        return _cuts(model, request, layer, DOWN)
    if part == _ATTEND:
        return attention_items(model, request)
    if part == _MERGE:
        return sequences * new * model.heads
    if part == _ACTIVATE:
        return sequences * new * ((model.inner + INNER_PER_ITEM - 1) // INNER_PER_ITEM)
    return sequences * new


@kernel
def _groups_per_item(model: Model, request: Request, layer: int, which: int) -> Number:
    return max(1, model.matrices[layer, which, _GROUPS] // request.pieces)


@kernel
def _cuts(model: Model, request: Request, layer: int, which: int) -> Number:
    each = _groups_per_item(model, request, layer, which)
    return (model.matrices[layer, which, _GROUPS] + each - 1) // each


@kernel
def _do(model: Model, buffers: Buffers, request: Request, stage: int, item: int) -> None:
    """One item of a stage."""
    layer, part = (stage - 1) // _STAGES, (stage - 1) % _STAGES
    if stage == 0:
        embed(model, buffers, request, item)
    elif stage == model.layers * _STAGES + 1:
        finish_row(model, buffers, item)
    elif stage == model.layers * _STAGES + 2:
        start, stop = _cut(model, request, model.layers, UNEMBEDDING, item)
        unembed(model, buffers, request, start, stop)
    elif part == _NORM1:
        norm_row(model, buffers, layer, False, item)
    elif part == _QKV:
        _multiply(model, request, layer, QKV, _QKV_BIAS, buffers.normed, buffers.qkv, item)
    elif part == _PLACE:
        place_row(model, buffers, request, layer, item)
    elif part == _ATTEND:
        attend(model, buffers, request, layer, item)
    elif part == _MERGE:
        merge_head(model, buffers, request, item)
    elif part == _PREPARE:
        prepare_mixed(model, buffers, item)
    elif part == _OUT:
        _multiply_onto(model, buffers, request, layer, OUT, _OUT_BIAS, buffers.mixed, item)
    elif part == _NORM2:
        norm_row(model, buffers, layer, True, item)
    elif part == _UP:
        _multiply(model, request, layer, UP, _UP_BIAS, buffers.normed, buffers.up, item)
    elif part == _ACTIVATE:
        cuts = (model.inner + INNER_PER_ITEM - 1) // INNER_PER_ITEM
        begin = item % cuts * INNER_PER_ITEM
        activate(model, buffers, item // cuts, begin, min(begin + INNER_PER_ITEM, model.inner))
    else:
        _multiply_onto(model, buffers, request, layer, DOWN, _DOWN_BIAS, buffers.inner, item)


@kernel
def _cut(
    model: Model, request: Request, layer: int, which: int, item: int
) -> tuple[Number, Number]:
    """The groups of one item of a product."""
    each = _groups_per_item(model, request, layer, which)
    return item * each, min(model.matrices[layer, which, _GROUPS], (item + 1) * each)


@kernel
def _multiply(model: Model, request: Request, layer: int, which: int, bias: int, inputs: Array, out: Array, item: int) -> None:  # fmt: skip
    """One item of a product of a block."""
    start, stop = _cut(model, request, layer, which, item)
    rows, place = request.ids.size, model.places[layer, bias]
    multiply(model, layer, which, inputs, rows, out, place, start, stop)


@kernel
def _multiply_onto(model: Model, buffers: Buffers, request: Request, layer: int, which: int, bias: int, inputs: Array, item: int) -> None:  # fmt: skip
    """The same, and what it gives joins the residual stream."""
    _multiply(model, request, layer, which, bias, inputs, buffers.added, item)
    start, stop = _cut(model, request, layer, which, item)
    last = min(stop * LANES, model.width)
    add_columns(buffers.x, buffers.added, request.ids.size, start * LANES, last)
