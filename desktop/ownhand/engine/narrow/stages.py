"""What each stage of a pass does; see `forward_pass` for how they follow one another.

Shapes: B sequences of T new tokens, so B * T rows; H query heads, K key heads, G = H / K; D is the
head width filled up to whole blocks.
"""

from __future__ import annotations

import numpy as np

from ownhand.engine.narrow.arithmetic import (
    exponential,
    gelu,
    normalise,
    relu,
    silu,
    soften,
    sum_blocks,
)
from ownhand.engine.narrow.jit import Number, kernel, loose
from ownhand.engine.narrow.memory import code_at, float_at, half_at, put_float, put_half
from ownhand.engine.narrow.microkernel import BLOCK, BLOCK_BYTES, LANES, Kind
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

SPAN = 128
"""Positions whose scores are softened together: the blocks that attention is summed in."""
ROWS_PER_ITEM = 8
INNER_PER_ITEM = 512  # a multiple of BLOCK
TILE_ROWS = 32
"""Query rows that share a span's keys, at least one token's."""

_KIND, _ADDRESS, _GROUP_BYTES = int(Matrix.KIND), int(Matrix.ADDRESS), int(Matrix.GROUP_BYTES)
_GROUPS, _BLOCKS = int(Matrix.GROUPS), int(Matrix.BLOCKS)
_NORM1, _NORM1_BIAS = int(Vector.NORM1), int(Vector.NORM1_BIAS)
_NORM2, _NORM2_BIAS = int(Vector.NORM2), int(Vector.NORM2_BIAS)
_QKV_BIAS, _UP_BIAS = int(Vector.QKV_BIAS), int(Vector.UP_BIAS)
_PRODUCT, _INT8 = int(Matrix.PRODUCT), int(Kind.INT8)
_INT8_BLOCK = BLOCK_BYTES[Kind.INT8]


@kernel
def blocks_of(count: int) -> int:
    """Blocks that hold so many inputs."""
    return (count + BLOCK - 1) // BLOCK


@kernel
def embed(model: Model, buffers: Buffers, request: Request, first: int, last: int) -> None:
    """The vectors of the tokens, with those of their positions if these are learned."""
    new = request.ids.shape[1]
    matrix = model.matrices[model.layers, EMBEDDING]
    for row in range(first, last):
        token, place = request.ids[row // new, row % new], request.start + row % new
        group = matrix[_ADDRESS] + token // LANES * matrix[_GROUP_BYTES]
        lane, x = token % LANES, buffers.x[row]
        if matrix[_KIND] == _INT8:
            for i in range(model.width):
                block = group + i // BLOCK * _INT8_BLOCK
                step = half_at(block + BLOCK * LANES + 2 * lane)
                x[i] = np.float32(code_at(block + i % BLOCK * LANES + lane)) * step
        else:
            for i in range(model.width):
                x[i] = float_at(group + 4 * (i * LANES + lane))
        if model.positions.shape[0]:
            for i in range(model.width):
                x[i] += model.positions[place, i]


@kernel
def norm_rows(model: Model, buffers: Buffers, layer: int, second: bool, first: int, last: int) -> None:  # fmt: skip
    """Make the inputs of the first or second product of a block.

    With norms after the sums, the sum that is there becomes its norm: that after attention before the
    feed-forward, and that of the block before at the beginning of a block.
    """
    blocks = blocks_of(model.width)
    for row in range(first, last):
        x, normed = buffers.x[row], buffers.normed[row]
        if model.post_norm:
            if second:
                _norm(model, x, x, layer, _NORM1, _NORM1_BIAS)
            elif layer > 0:
                _norm(model, x, x, layer - 1, _NORM2, _NORM2_BIAS)
            normed[: model.width] = x[: model.width]
        elif second:
            _norm(model, x, normed, layer, _NORM2, _NORM2_BIAS)
        else:
            _norm(model, x, normed, layer, _NORM1, _NORM1_BIAS)
        sum_blocks(normed, 0, blocks, blocks * BLOCK, BLOCK)


@kernel
def finish_rows(model: Model, buffers: Buffers, first: int, last: int) -> None:
    """The final hidden states, as inputs of the unembedding."""
    blocks = blocks_of(model.width)
    for row in range(first, last):
        x, normed = buffers.x[row], buffers.normed[row]
        if model.post_norm:
            _norm(model, x, x, model.layers - 1, _NORM2, _NORM2_BIAS)
        if model.places[model.layers, _NORM1] >= 0:
            _norm(model, x, normed, model.layers, _NORM1, _NORM1_BIAS)
        else:
            normed[: model.width] = x[: model.width]
        sum_blocks(normed, 0, blocks, blocks * BLOCK, BLOCK)


@kernel
def _norm(model: Model, x: Array, out: Array, layer: int, scale: int, shift: int) -> None:
    normalise(
        x, out, model.width, model.rms, model.epsilon, model.vectors,
        model.places[layer, scale], model.places[layer, shift],
    )  # fmt: skip


@kernel
def multiply(model: Model, layer: int, which: int, inputs: Array, rows: int, out: Array, bias: int, first: int, last: int) -> None:  # fmt: skip
    """Some groups of a product, with their bias; `bias` is a place in the vectors or -1."""
    matrix = model.matrices[layer, which]
    product(
        matrix[_PRODUCT], matrix[_ADDRESS] + first * matrix[_GROUP_BYTES], matrix[_GROUP_BYTES],
        last - first, matrix[_BLOCKS], inputs.ctypes.data, inputs.shape[1], rows,
        out.ctypes.data + 4 * LANES * first, out.shape[1],
    )  # fmt: skip
    if bias >= 0:
        for row in range(rows):
            for i in range(first * LANES, last * LANES):
                out[row, i] += model.vectors[bias + i]


@kernel
def add_rows(x: Array, added: Array, rows: int, first: int, last: int) -> None:
    """What a product gave joins the residual stream, in some columns."""
    for row in range(rows):
        for i in range(first, last):
            x[row, i] += added[row, i]


@kernel
def place_rows(model: Model, buffers: Buffers, request: Request, layer: int, first: int, last: int) -> None:  # fmt: skip
    """Rotate; scale the queries; put keys and values into the cache."""
    new = request.ids.shape[1]
    groups, padded = model.heads // model.kv_heads, model.padded_head
    width = model.head_width
    rotated = np.zeros(padded, np.float32)
    item = model.cache_item
    for row in range(first, last):
        sequence, step = row // new, row % new
        place = request.start + step
        for head in range(model.heads):
            start = head * width
            _rotate(model, buffers.qkv[row, start : start + width], place, rotated)
            kv, group = head // groups, head % groups
            query = buffers.queries[
                ((sequence * model.kv_heads + kv) * new + step) * groups + group
            ]
            for i in range(width):
                query[i] = rotated[i] * model.scale
        for kv in range(model.kv_heads):
            start = (model.heads + kv) * width
            _rotate(model, buffers.qkv[row, start : start + width], place, rotated)
            of_head = _of_head(model, request, layer, sequence, kv, item)
            at = request.keys + of_head + item * (place // LANES * LANES * padded + place % LANES)
            for i in range(width):
                _put(at + item * i * LANES, rotated[i], item)
            start += model.kv_heads * width
            values = buffers.qkv[row, start : start + width]
            at = request.values + of_head + item * place * LANES
            for i in range(width):
                lanes = i // LANES * LANES * request.capacity
                _put(at + item * (lanes + i % LANES), values[i], item)


@kernel
def _of_head(
    model: Model, request: Request, layer: int, sequence: int, kv: int, item: int
) -> Number:
    """Bytes before the keys, or values, of a head."""
    sequences = request.ids.shape[0]
    number = (layer * sequences + sequence) * model.kv_heads + kv
    return number * request.capacity * model.padded_head * item


@kernel
def _put(address: int, value: Number, item: int) -> None:
    if item == 2:
        put_half(address, value)
    else:
        put_float(address, value)


@kernel
def _rotate(model: Model, head: Array, place: int, out: Array) -> None:
    """Rotate the halves of a head, the half-split order of KerasHub; or copy it, if nothing rotates."""
    width = len(head)
    if not model.cosines.shape[0]:
        for i in range(width):
            out[i] = head[i]
        return
    half = width // 2
    cosines, sines = model.cosines[place], model.sines[place]
    for i in range(half):
        a, b = head[i], head[half + i]
        out[i] = a * cosines[i] - b * sines[i]
        out[half + i] = b * cosines[i] + a * sines[i]


@kernel
def tokens_per_tile(model: Model) -> int:
    """Tokens whose queries share the keys of a span."""
    return max(1, TILE_ROWS // (model.heads // model.kv_heads))


@kernel
def attend(model: Model, buffers: Buffers, request: Request, layer: int, item: int) -> None:
    """The part of some queries of one head that one span of positions answers."""
    new, padded = request.ids.shape[1], model.padded_head
    groups, tokens = model.heads // model.kv_heads, tokens_per_tile(model)
    spans = (request.start + new + SPAN - 1) // SPAN
    tiles = (new + tokens - 1) // tokens
    span, item = item % spans, item // spans
    step, head = item % tiles * tokens, item // tiles
    some = min(tokens, new - step)
    if (
        span * SPAN > request.start + step + some - 1
    ):  # the span begins after the last of these tokens
        return
    size = model.cache_item
    of_head = _of_head(model, request, layer, head // model.kv_heads, head % model.kv_heads, size)
    rows, first = some * groups, (head * new + step) * groups
    scores = np.empty((rows, SPAN), np.float32)
    keys = request.keys + of_head + span * SPAN * padded * size
    product(
        model.cache_product, keys, LANES * padded * size, SPAN // LANES, padded // BLOCK,
        buffers.queries[first:].ctypes.data, padded, rows, scores.ctypes.data, SPAN,
    )  # fmt: skip
    for row in range(rows):
        visible = request.start + step + row // groups + 1 - span * SPAN
        highest, total = soften(scores[row], max(0, min(visible, SPAN)))
        buffers.partials[first + row, span, padded] = highest
        buffers.partials[first + row, span, padded + 1] = total
    stride = buffers.partials.shape[1] * buffers.partials.shape[2]
    product(
        model.cache_product, request.values + of_head + span * SPAN * LANES * size,
        request.capacity * LANES * size, padded // LANES, SPAN // BLOCK, scores.ctypes.data, SPAN,
        rows, buffers.partials[first, span:].ctypes.data, stride,
    )  # fmt: skip


@loose
def merge_rows(model: Model, buffers: Buffers, request: Request, first: int, last: int) -> None:
    """Bring the spans of each query together, in their order."""
    new, padded, width = request.ids.shape[1], model.padded_head, model.head_width
    groups = model.heads // model.kv_heads
    blocks = blocks_of(model.heads * width)
    for row in range(first, last):
        sequence, step = row // new, row % new
        spans = (request.start + step) // SPAN + 1
        mixed = buffers.mixed[row]
        for head in range(model.heads):
            kv, group = head // groups, head % groups
            parts = buffers.partials[
                ((sequence * model.kv_heads + kv) * new + step) * groups + group
            ]
            highest = parts[0, padded]
            for span in range(1, spans):
                highest = max(highest, parts[span, padded])
            total, out = np.float32(0), mixed[head * width : (head + 1) * width]
            out[:] = np.float32(0)
            for span in range(spans):
                share = exponential(parts[span, padded] - highest)
                total += share * parts[span, padded + 1]
                part = parts[span]
                for i in range(width):
                    out[i] += share * part[i]
            for i in range(width):
                out[i] /= total
        sum_blocks(mixed, 0, blocks, blocks * BLOCK, BLOCK)


@kernel
def activate(model: Model, buffers: Buffers, row: int, first: int, last: int) -> None:
    """The activation of some of the inner numbers of a row; `first` begins a block."""
    out, up = buffers.inner[row], buffers.up[row]
    if model.activation == 0:
        silu(up[first:last], up[model.inner + first : model.inner + last], out[first:last])
    elif model.activation == 1:
        gelu(up[first:last], out[first:last])
    else:
        relu(up[first:last], out[first:last])
    sum_blocks(out, first // BLOCK, blocks_of(last), blocks_of(model.inner) * BLOCK, BLOCK)


@kernel
def unembed(model: Model, buffers: Buffers, request: Request, first: int, last: int) -> None:
    """Some groups of the logits, for the last token of each sequence or for all rows."""
    matrix = model.matrices[model.layers, UNEMBEDDING]
    sequences, new = request.ids.shape
    inputs, stride, rows = buffers.normed.ctypes.data, buffers.normed.shape[1], sequences * new
    if request.last >= 0:
        inputs, rows, stride = inputs + 4 * request.last * stride, sequences, new * stride
    product(
        matrix[_PRODUCT], matrix[_ADDRESS] + first * matrix[_GROUP_BYTES], matrix[_GROUP_BYTES],
        last - first, matrix[_BLOCKS], inputs, stride, rows,
        buffers.logits.ctypes.data + 4 * LANES * first, buffers.logits.shape[1],
    )  # fmt: skip
    bias = model.places[model.layers, _QKV_BIAS]
    if bias >= 0:
        for row in range(rows):
            for i in range(first * LANES, min(last * LANES, model.vocabulary)):
                buffers.logits[row, i] += model.vectors[bias + i]
