"""What each stage of a pass does; see `forward_pass` for how they follow one another.

Shapes: B sequences of T new tokens, so B * T rows; H query heads, K key heads, G = H / K; D is the
head width filled up to whole blocks.
"""

from __future__ import annotations

import numpy as np

from ownhand.engine.narrow.arithmetic import (
    SPAN,
    copy,
    exponential,
    gelu,
    normalise,
    prepare_blocks,
    relu,
    silu,
    soften,
)
from ownhand.engine.narrow.jit import Number, kernel, loose
from ownhand.engine.narrow.memory import (
    address_of,
    code_at,
    float_at,
    half_at,
    prefetch,
    put_code,
    put_float,
    put_half,
)
from ownhand.engine.narrow.microkernel import BLOCK, BLOCK_BYTES, LANES, QUAD, QUAD_ORDER, Kind
from ownhand.engine.narrow.product import product
from ownhand.engine.narrow.tables import (
    EMBEDDING,
    UNEMBEDDING,
    Array,
    Buffers,
    Matrix,
    Model,
    Request,
    Vector,
)

INNER_PER_ITEM = 512  # a multiple of BLOCK
TILE_ROWS = 32
"""Query rows that share a span's keys, at least one token's."""

_KIND, _ADDRESS, _GROUP_BYTES = int(Matrix.KIND), int(Matrix.ADDRESS), int(Matrix.GROUP_BYTES)
_BLOCKS = int(Matrix.BLOCKS)
_NORM1, _NORM1_BIAS = int(Vector.NORM1), int(Vector.NORM1_BIAS)
_NORM2, _NORM2_BIAS = int(Vector.NORM2), int(Vector.NORM2_BIAS)
_QKV_BIAS = int(Vector.QKV_BIAS)
_PRODUCT, _INT8, _DOT8 = int(Matrix.PRODUCT), int(Kind.INT8), int(Kind.DOT8)
_INT8_BLOCK, _FLOAT_BLOCK = BLOCK_BYTES[Kind.INT8], BLOCK_BYTES[Kind.FLOAT32]
_MOST = np.float32(127)  # the largest code of eight bits


@kernel
def blocks_of(count: int) -> int:
    """Blocks that hold so many inputs."""
    return (count + BLOCK - 1) // BLOCK


@kernel
def embed(model: Model, buffers: Buffers, request: Request, row: int) -> None:
    """The vector of a token, with that of its position if these are learned."""
    new = request.ids.shape[1]
    layer, x = model.layers, buffers.x
    token, place = request.ids[row // new, row % new], request.start + row % new
    group_bytes = model.matrices[layer, EMBEDDING, _GROUP_BYTES]
    group = model.matrices[layer, EMBEDDING, _ADDRESS] + token // LANES * group_bytes
    lane = token % LANES
    kind = model.matrices[layer, EMBEDDING, _KIND]
    for i in range(model.width):
        block, within = group + i // BLOCK * _INT8_BLOCK, i % BLOCK
        if kind == _INT8:
            code = np.float32(code_at(block + within * LANES + lane))
            x[row, i] = code * half_at(block + BLOCK * LANES + 2 * lane)
        elif kind == _DOT8:
            byte = within // QUAD * QUAD * LANES + lane * QUAD + QUAD_ORDER[within % QUAD]
            code = np.float32((code_at(block + byte) & 255) - 128)
            x[row, i] = code * half_at(block + BLOCK * LANES + 2 * lane)
        else:
            x[row, i] = float_at(group + 4 * (i * LANES + lane))
    if model.positions.shape[0]:
        for i in range(model.width):
            x[row, i] += model.positions[place, i]


@kernel
def norm_row(model: Model, buffers: Buffers, layer: int, second: bool, row: int) -> None:
    """Make the inputs of the first or second product of a block.

    With norms after the sums, the sum that is there becomes its norm: that after attention before the
    feed-forward, and that of the block before at the beginning of a block.
    """
    x, normed = buffers.x, buffers.normed
    if model.post_norm:
        if second:
            _norm(model, x, x, row, layer, _NORM1, _NORM1_BIAS)
        elif layer > 0:
            _norm(model, x, x, row, layer - 1, _NORM2, _NORM2_BIAS)
        copy(x, normed, row, model.width)
    elif second:
        _norm(model, x, normed, row, layer, _NORM2, _NORM2_BIAS)
    else:
        _norm(model, x, normed, row, layer, _NORM1, _NORM1_BIAS)
    blocks = blocks_of(model.width)
    prepare_blocks(normed, row, 0, blocks, blocks, model.dots)


@kernel
def finish_row(model: Model, buffers: Buffers, row: int) -> None:
    """The final hidden states, as inputs of the unembedding."""
    x, normed = buffers.x, buffers.normed
    if model.post_norm:
        _norm(model, x, x, row, model.layers - 1, _NORM2, _NORM2_BIAS)
    if model.places[model.layers, _NORM1] >= 0:
        _norm(model, x, normed, row, model.layers, _NORM1, _NORM1_BIAS)
    else:
        copy(x, normed, row, model.width)
    blocks = blocks_of(model.width)
    prepare_blocks(normed, row, 0, blocks, blocks, model.dots)


@kernel
def _norm(model: Model, x: Array, out: Array, row: int, layer: int, scale: int, shift: int) -> None:
    normalise(
        x, out, row, model.width, model.rms, model.epsilon, model.vectors,
        model.places[layer, scale], model.places[layer, shift],
    )  # fmt: skip


@kernel
def multiply(model: Model, layer: int, which: int, inputs: Array, rows: int, out: Array, bias: int, first: int, last: int) -> None:  # fmt: skip
    """Some groups of a product, with their bias; `bias` is a place in the vectors or -1."""
    group_bytes = model.matrices[layer, which, _GROUP_BYTES]
    product(
        model.matrices[layer, which, _PRODUCT],
        model.matrices[layer, which, _ADDRESS] + first * group_bytes, group_bytes, last - first,
        model.matrices[layer, which, _BLOCKS], address_of(inputs), inputs.shape[1], rows,
        address_of(out) + 4 * LANES * first, out.shape[1],
    )  # fmt: skip
    if bias >= 0:
        for row in range(rows):
            for i in range(first * LANES, last * LANES):
                out[row, i] += model.vectors[bias + i]


@kernel
def add_columns(x: Array, added: Array, rows: int, first: int, last: int) -> None:
    """What a product gave joins the residual stream, in some columns."""
    for row in range(rows):
        for i in range(first, last):
            x[row, i] += added[row, i]


@kernel
def place_row(model: Model, buffers: Buffers, request: Request, layer: int, row: int) -> None:
    """Rotate; scale the queries; put keys and values into the cache."""
    new, qkv = request.ids.shape[1], buffers.qkv
    sequence, step = row // new, row % new
    place = request.start + step
    groups, width = model.heads // model.kv_heads, model.head_width
    for head in range(model.heads):
        kv, group = head // groups, head % groups
        query = ((sequence * model.kv_heads + kv) * new + step) * groups + group
        _rotate(model, qkv, row, head * width, place)
        for i in range(width):
            buffers.queries[query, i] = qkv[row, head * width + i] * model.scale
    for kv in range(model.kv_heads):
        start = (model.heads + kv) * width
        _rotate(model, qkv, row, start, place)
        _put_key(model, request, layer, sequence, kv, place, qkv, row, start)
        start += model.kv_heads * width
        _put_value(model, request, layer, sequence, kv, place, qkv, row, start)


@kernel
def _put_key(model: Model, request: Request, layer: int, sequence: int, kv: int, place: int, qkv: Array, row: int, start: int) -> None:  # fmt: skip
    """Store a key in its lane of its group of positions."""
    group, lane = place // LANES, place % LANES
    at = _keys_of(model, request, layer, sequence, kv) + group * _key_group_bytes(model)
    for first in range(0, model.head_width, BLOCK):
        last = min(first + BLOCK, model.head_width)
        if model.narrow_cache:
            block = at + first // BLOCK * _INT8_BLOCK
            place_of_step = block + BLOCK * LANES + 2 * lane
            put_half(place_of_step, _largest(qkv, row, start + first, start + last) / _MOST)
            _put_codes(qkv, row, start + first, start + last, half_at(place_of_step), block + lane, LANES)  # fmt: skip
        else:
            for i in range(first, last):
                put_float(at + 4 * (i * LANES + lane), qkv[row, start + i])


@kernel
def _put_value(model: Model, request: Request, layer: int, sequence: int, kv: int, place: int, qkv: Array, row: int, start: int) -> None:  # fmt: skip
    """Store a value; its numbers are the lanes."""
    at = _values_of(model, request, layer, sequence, kv)
    between = request.capacity * LANES
    for first in range(0, model.head_width, LANES):
        last = min(first + LANES, model.head_width)
        begin = first // LANES * between + place * LANES
        if model.narrow_cache:
            whole = first // BLOCK * BLOCK
            end = min(whole + BLOCK, model.head_width)
            step = _largest(qkv, row, start + whole, start + end) / _MOST
            put_float(
                _steps_of(model, request, layer, sequence, kv, first // BLOCK) + 4 * place, step
            )
            _put_codes(qkv, row, start + first, start + last, step, at + begin, 1)
        else:
            for i in range(first, last):
                put_float(at + 4 * (begin + i - first), qkv[row, start + i])


@loose
def _largest(qkv: Array, row: int, first: int, last: int) -> Number:
    largest = np.float32(0)
    for i in range(first, last):
        largest = max(largest, abs(qkv[row, i]))
    return largest


@kernel
def _put_codes(qkv: Array, row: int, first: int, last: int, step: Number, at: int, stride: int) -> None:  # fmt: skip
    """Store numbers as multiples of a step."""
    factor = np.float32(0) if step == np.float32(0) else np.float32(1) / step
    for i in range(first, last):
        code = np.rint(qkv[row, i] * factor)
        put_code(at + (i - first) * stride, max(-_MOST, min(_MOST, code)))


@kernel
def _rotate(model: Model, qkv: Array, row: int, start: int, place: int) -> None:
    """Rotate the halves of a head, the half-split order of KerasHub, if positions rotate."""
    if not model.cosines.shape[0]:
        return
    half = model.head_width // 2
    for i in range(half):
        a, b = qkv[row, start + i], qkv[row, start + half + i]
        cosine, sine = model.cosines[place, i], model.sines[place, i]
        qkv[row, start + i] = a * cosine - b * sine
        qkv[row, start + half + i] = b * cosine + a * sine


@kernel
def _head(model: Model, request: Request, layer: int, sequence: int, kv: int) -> Number:
    """The number of a head among those in the cache."""
    return (layer * request.ids.shape[0] + sequence) * model.kv_heads + kv


@kernel
def _key_group_bytes(model: Model) -> Number:
    return model.padded_head // BLOCK * (_INT8_BLOCK if model.narrow_cache else _FLOAT_BLOCK)


@kernel
def _keys_of(model: Model, request: Request, layer: int, sequence: int, kv: int) -> Number:
    groups = _head(model, request, layer, sequence, kv) * (request.capacity // LANES)
    return request.keys + groups * _key_group_bytes(model)


@kernel
def _values_of(model: Model, request: Request, layer: int, sequence: int, kv: int) -> Number:
    size = request.capacity * model.padded_head * (1 if model.narrow_cache else 4)
    return request.values + _head(model, request, layer, sequence, kv) * size


@kernel
def _steps_of(model: Model, request: Request, layer: int, sequence: int, kv: int, block: int) -> Number:  # fmt: skip
    blocks = model.padded_head // BLOCK
    number = _head(model, request, layer, sequence, kv) * blocks + block
    return request.steps + 4 * number * request.capacity


@kernel
def _tokens_per_tile(model: Model) -> Number:
    """Tokens whose queries share the keys of a span."""
    return max(1, TILE_ROWS // (model.heads // model.kv_heads))


@kernel
def _tiles(model: Model, request: Request) -> Number:
    tokens = _tokens_per_tile(model)
    return (request.ids.shape[1] + tokens - 1) // tokens


@kernel
def _spans(request: Request) -> Number:
    """Spans of positions that the last new token sees."""
    return (request.start + request.ids.shape[1] + SPAN - 1) // SPAN


@kernel
def _spans_per_item(model: Model, request: Request) -> Number:
    """Spans that one item of attention goes through: several where there are items enough."""
    spans = _spans(request)
    items = request.ids.shape[0] * model.kv_heads * _tiles(model, request) * spans
    return max(1, min(spans, items // (2 * request.pieces)))


@kernel
def _cuts_of_spans(model: Model, request: Request) -> Number:
    each = _spans_per_item(model, request)
    return (_spans(request) + each - 1) // each


@kernel
def attention_items(model: Model, request: Request) -> Number:
    """Into how many items attention is cut: by head, by tile of tokens and by spans."""
    heads = request.ids.shape[0] * model.kv_heads
    return heads * _tiles(model, request) * _cuts_of_spans(model, request)


@kernel
def attend(model: Model, buffers: Buffers, request: Request, layer: int, item: int) -> None:
    """The part of some queries of one head that some spans of positions answer."""
    new, groups = request.ids.shape[1], model.heads // model.kv_heads
    tokens, each = _tokens_per_tile(model), _spans_per_item(model, request)
    tiles, cuts = _tiles(model, request), _cuts_of_spans(model, request)
    begin, item = item % cuts * each, item // cuts
    step, head = item % tiles * tokens, item // tiles
    some = min(tokens, new - step)
    last = min(begin + each, (request.start + step + some - 1) // SPAN + 1)
    rows = some * groups
    scores, weighted = np.empty((rows, SPAN), np.float32), np.empty((rows, SPAN), np.float32)
    for span in range(begin, last):
        _attend_span(model, buffers, request, layer, head, step, span, scores, weighted)


@kernel
def _attend_span(model: Model, buffers: Buffers, request: Request, layer: int, head: int, step: int, span: int, scores: Array, weighted: Array) -> None:  # fmt: skip
    """Scores, softmax and weighted values over one span."""
    new, padded, rows = request.ids.shape[1], model.padded_head, scores.shape[0]
    groups = model.heads // model.kv_heads
    sequence, kv = head // model.kv_heads, head % model.kv_heads
    first = (head * new + step) * groups
    group_bytes = _key_group_bytes(model)
    keys = _keys_of(model, request, layer, sequence, kv) + span * (SPAN // LANES) * group_bytes
    size = 1 if model.narrow_cache else 4
    values = _values_of(model, request, layer, sequence, kv) + span * SPAN * LANES * size
    between_groups = request.capacity * LANES * size
    # The values are read next, and the processor itself guesses no further than a page.
    for group in range(padded // LANES):
        _prefetch(values + group * between_groups, SPAN * LANES * size)
    product(
        model.key_product, keys, group_bytes, SPAN // LANES, padded // BLOCK,
        address_of(buffers.queries) + 4 * padded * first, padded, rows, address_of(scores), SPAN,
    )  # fmt: skip
    for row in range(rows):
        visible = request.start + step + row // groups + 1 - span * SPAN
        visible = max(0, min(visible, SPAN))
        soften(scores, row, visible, buffers.partials, first + row, span, padded)
    _prefetch(keys + SPAN // LANES * group_bytes, SPAN // LANES * group_bytes)  # the next span
    between = buffers.partials.shape[1] * buffers.partials.shape[2]
    out = address_of(buffers.partials) + 4 * (first * between + span * buffers.partials.shape[2])
    for block in range(padded // BLOCK):
        if model.narrow_cache:
            steps = _steps_of(model, request, layer, sequence, kv, block) + 4 * span * SPAN
            for row in range(rows):
                for i in range(SPAN):
                    weighted[row, i] = scores[row, i] * float_at(steps + 4 * i)
        product(
            model.value_product, values + block * (BLOCK // LANES) * between_groups, between_groups,
            BLOCK // LANES, SPAN // BLOCK,
            address_of(weighted) if model.narrow_cache else address_of(scores), SPAN,
            rows, out + 4 * block * BLOCK, between,
        )  # fmt: skip


@kernel
def _prefetch(start: int, size: int) -> None:
    for offset in range(0, size, 64):
        prefetch(start + offset)


@loose
def merge_head(model: Model, buffers: Buffers, request: Request, item: int) -> None:
    """Bring the spans of one query together, in their order."""
    new, padded, width = request.ids.shape[1], model.padded_head, model.head_width
    groups, parts, mixed = model.heads // model.kv_heads, buffers.partials, buffers.mixed
    row, head = item // model.heads, item % model.heads
    sequence, step = row // new, row % new
    spans = (request.start + step) // SPAN + 1
    kv, group = head // groups, head % groups
    query = ((sequence * model.kv_heads + kv) * new + step) * groups + group
    highest = parts[query, 0, padded]
    for span in range(1, spans):
        highest = max(highest, parts[query, span, padded])
    total, start = np.float32(0), head * width
    for i in range(width):
        mixed[row, start + i] = np.float32(0)
    for span in range(spans):
        share = exponential(parts[query, span, padded] - highest)
        total += share * parts[query, span, padded + 1]
        for i in range(width):
            mixed[row, start + i] += share * parts[query, span, i]
    for i in range(width):
        mixed[row, start + i] /= total


@kernel
def prepare_mixed(model: Model, buffers: Buffers, row: int) -> None:
    """Make inputs of a product of what attention gives."""
    blocks = blocks_of(model.heads * model.head_width)
    prepare_blocks(buffers.mixed, row, 0, blocks, blocks, model.dots)


@kernel
def activate(model: Model, buffers: Buffers, row: int, first: int, last: int) -> None:
    """The activation of some of the inner numbers of a row; `first` begins a block."""
    if model.activation == 0:
        silu(buffers.up, buffers.inner, row, first, last, model.inner)
    elif model.activation == 1:
        gelu(buffers.up, buffers.inner, row, first, last)
    else:
        relu(buffers.up, buffers.inner, row, first, last)
    blocks = blocks_of(model.inner)
    prepare_blocks(buffers.inner, row, first // BLOCK, blocks_of(last), blocks, model.dots)


@kernel
def unembed(model: Model, buffers: Buffers, request: Request, first: int, last: int) -> None:
    """Some groups of the logits, for the last token of each sequence or for all rows."""
    layer, logits = model.layers, buffers.logits
    sequences, new = request.ids.shape
    inputs, stride, rows = address_of(buffers.normed), buffers.normed.shape[1], sequences * new
    if request.last >= 0:
        inputs, rows, stride = inputs + 4 * request.last * stride, sequences, new * stride
    group_bytes = model.matrices[layer, UNEMBEDDING, _GROUP_BYTES]
    product(
        model.matrices[layer, UNEMBEDDING, _PRODUCT],
        model.matrices[layer, UNEMBEDDING, _ADDRESS] + first * group_bytes, group_bytes,
        last - first, model.matrices[layer, UNEMBEDDING, _BLOCKS], inputs, stride, rows,
        address_of(logits) + 4 * LANES * first, logits.shape[1],
    )  # fmt: skip
    bias = model.places[layer, _QKV_BIAS]
    if bias >= 0:
        for row in range(rows):
            for i in range(first * LANES, min(last * LANES, model.vocabulary)):
                logits[row, i] += model.vectors[bias + i]
