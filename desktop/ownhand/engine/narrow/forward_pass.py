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
    embed,
    finish_row,
    merge_head,
    multiply,
    norm_row,
    place_row,
    prepare_mixed,
    spans_of,
    spans_per_item,
    tokens_per_tile,
    unembed,
)
from ownhand.engine.narrow.tables import (
    DOWN,
    OUT,
    QKV,
    UNEMBEDDING,
    UP,
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
        tokens, each = tokens_per_tile(model), spans_per_item(model, request)
        cuts = (spans_of(request) + each - 1) // each
        return sequences * model.kv_heads * ((new + tokens - 1) // tokens) * cuts
    if part == _MERGE:
        return sequences * new * model.heads
    if part == _ACTIVATE:
        return sequences * new * ((model.inner + INNER_PER_ITEM - 1) // INNER_PER_ITEM)
    return sequences * new


@kernel
def _cuts(model: Model, request: Request, layer: int, which: int) -> Number:
    groups = model.matrices[layer, which, _GROUPS]
    each = max(1, groups // request.pieces)
    return (groups + each - 1) // each


@kernel
def _do(model: Model, buffers: Buffers, request: Request, stage: int, item: int) -> None:
    """One item of a stage."""
    sequences, new = request.ids.shape
    rows = sequences * new
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
        start, stop = _cut(model, request, layer, QKV, item)
        bias = model.places[layer, _QKV_BIAS]
        multiply(model, layer, QKV, buffers.normed, rows, buffers.qkv, bias, start, stop)
    elif part == _PLACE:
        place_row(model, buffers, request, layer, item)
    elif part == _ATTEND:
        attend(model, buffers, request, layer, item)
    elif part == _MERGE:
        merge_head(model, buffers, request, item)
    elif part == _PREPARE:
        prepare_mixed(model, buffers, item)
    elif part == _OUT:
        start, stop = _cut(model, request, layer, OUT, item)
        bias = model.places[layer, _OUT_BIAS]
        multiply(model, layer, OUT, buffers.mixed, rows, buffers.added, bias, start, stop)
        add_columns(buffers.x, buffers.added, rows, start * LANES, min(stop * LANES, model.width))
    elif part == _NORM2:
        norm_row(model, buffers, layer, True, item)
    elif part == _UP:
        start, stop = _cut(model, request, layer, UP, item)
        bias = model.places[layer, _UP_BIAS]
        multiply(model, layer, UP, buffers.normed, rows, buffers.up, bias, start, stop)
    elif part == _ACTIVATE:
        cuts = (model.inner + INNER_PER_ITEM - 1) // INNER_PER_ITEM
        begin = item % cuts * INNER_PER_ITEM
        activate(model, buffers, item // cuts, begin, min(begin + INNER_PER_ITEM, model.inner))
    else:
        start, stop = _cut(model, request, layer, DOWN, item)
        bias = model.places[layer, _DOWN_BIAS]
        multiply(model, layer, DOWN, buffers.inner, rows, buffers.added, bias, start, stop)
        add_columns(buffers.x, buffers.added, rows, start * LANES, min(stop * LANES, model.width))


@kernel
def _cut(
    model: Model, request: Request, layer: int, which: int, item: int
) -> tuple[Number, Number]:
    """The groups of one item of a product."""
    groups = model.matrices[layer, which, _GROUPS]
    each = max(1, groups // request.pieces)
    return item * each, min(groups, (item + 1) * each)
