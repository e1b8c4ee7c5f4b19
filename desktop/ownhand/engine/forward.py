"""One cached forward pass, written once in `keras.ops` for every backend.

The cache is read, never written: the pass returns the keys and values of the new tokens, and the
runtime puts them into the cache in place. What the tokens see is the cached positions below `index`
and the new ones up to themselves, so what lies in the cache beyond `index` does not matter.

Shapes use B rows, T new tokens, S cache capacity, H query heads, K key heads, G = H / K, W head width.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from keras import ops

from ownhand.engine.architecture import Architecture

Tensor = Any
KeyValue = tuple[Tensor, Tensor]
Block = Callable[..., tuple[Tensor, Tensor, Tensor]]

_MASKED = -1e30  # finite, so that a row without any cached position still has a softmax


def make_block(arch: Architecture) -> Block:
    """The transformer block of an architecture as a pure function, so that a backend can trace it once.

    Returns:
        `block(x, weights, past_k, past_v, positions, seen, causal) -> (x, k, v)` with x `[B, T, width]`,
        past_k and past_v `[B, K, S, W]` (or None: there is no cache), new k and v `[B, K, T, W]`.
    """
    heads, kv_heads, head_width = arch.heads, arch.kv_heads, arch.head_width
    groups, scale = heads // kv_heads, head_width**-0.5
    query_size, key_size = heads * head_width, kv_heads * head_width

    def attention(
        x: Tensor, w: Mapping[str, Tensor], past_k: Tensor, past_v: Tensor,
        rotation: KeyValue | None, seen: Tensor, causal: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        rows, new = ops.shape(x)[:2]
        qkv = _linear(x, w, "qkv")
        q = ops.reshape(qkv[..., :query_size], (rows, new, heads, head_width))
        k = ops.reshape(qkv[..., query_size : query_size + key_size], (rows, new, kv_heads, head_width))  # fmt: skip
        v = ops.reshape(qkv[..., query_size + key_size :], (rows, new, kv_heads, head_width))
        if rotation is not None:
            q, k = _rotate(q, rotation), _rotate(k, rotation)
        q = ops.reshape(q, (rows, new, kv_heads, groups, head_width))
        q = ops.reshape(ops.transpose(q, (0, 2, 3, 1, 4)), (rows, kv_heads, groups * new, head_width))  # fmt: skip
        k, v = ops.transpose(k, (0, 2, 1, 3)), ops.transpose(v, (0, 2, 1, 3))

        own = ops.cast(ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))), "float32") * scale
        own = ops.where(causal, ops.reshape(own, (rows, kv_heads, groups, new, new)), _MASKED)
        if past_k is None:
            mixed = ops.matmul(
                ops.cast(
                    ops.reshape(ops.softmax(own), (rows, kv_heads, groups * new, new)), v.dtype
                ),
                v,
            )
            mixed = ops.reshape(mixed, (rows, kv_heads, groups, new, head_width))
        else:
            capacity = ops.shape(past_k)[2]
            old = ops.cast(ops.matmul(q, ops.transpose(past_k, (0, 1, 3, 2))), "float32") * scale
            old = ops.where(
                seen, ops.reshape(old, (rows, kv_heads, groups, new, capacity)), _MASKED
            )
            highest = ops.maximum(
                ops.max(old, axis=-1, keepdims=True), ops.max(own, axis=-1, keepdims=True)
            )
            old, own = ops.exp(old - highest), ops.exp(own - highest)
            total = ops.sum(old, axis=-1, keepdims=True) + ops.sum(own, axis=-1, keepdims=True)
            old = ops.cast(ops.reshape(old, (rows, kv_heads, groups * new, capacity)), past_v.dtype)
            own = ops.cast(ops.reshape(own, (rows, kv_heads, groups * new, new)), past_v.dtype)
            mixed = ops.cast(ops.matmul(old, past_v) + ops.matmul(own, v), "float32")
            mixed = ops.reshape(mixed, (rows, kv_heads, groups, new, head_width)) / total
        mixed = ops.reshape(ops.transpose(mixed, (0, 3, 1, 2, 4)), (rows, new, query_size))
        return _linear(ops.cast(mixed, x.dtype), w, "out"), k, v

    def feed_forward(x: Tensor, w: Mapping[str, Tensor]) -> Tensor:
        up = _linear(x, w, "up")
        if arch.activation == "silu_gated":
            gate, up = ops.split(up, 2, axis=-1)
            up = ops.silu(gate) * up
        elif arch.activation == "relu":
            up = ops.relu(up)
        else:
            up = ops.gelu(up, approximate=True)
        return _linear(up, w, "down")

    def block(
        x: Tensor, w: Mapping[str, Tensor], past_k: Tensor, past_v: Tensor,
        rotation: KeyValue | None, seen: Tensor, causal: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        inner = x if arch.post_norm else norm(arch, x, w, "norm1")
        mixed, k, v = attention(inner, w, past_k, past_v, rotation, seen, causal)
        x = x + _dropped(mixed, w, "attention")
        if arch.post_norm:
            x = norm(arch, x, w, "norm1")
            return norm(arch, x + _dropped(feed_forward(x, w), w, "feed_forward"), w, "norm2"), k, v
        return x + _dropped(feed_forward(norm(arch, x, w, "norm2"), w), w, "feed_forward"), k, v

    return block


def forward(
    arch: Architecture,
    weights: Mapping[str, Any],
    block: Block,
    past: Sequence[KeyValue],
    ids: Tensor,
    index: Tensor,
    last: Tensor | None,
) -> tuple[Tensor, Tensor, list[KeyValue]]:
    """Run new tokens behind a cache.

    Args:
        arch: The architecture.
        weights: The fields of `Weights` as tensors of the backend.
        block: What `make_block` gave, traced as the backend likes.
        past: Per block the cached keys and values, each `[B, K, S, W]`.
        ids: `<int32>[B, T]`, the new tokens.
        index: `<int32>[]`, how many positions of the cache are valid.
        last: `<int32>[]`, the new position whose logits are wanted, or None for all.

    Returns:
        Logits `<float32>[B, vocabulary]` (or `[B, T, vocabulary]`), final hidden states
        `<float32>[B, T, width]`, and per block the new keys and values, each `[B, K, T, W]`.
    """
    new, capacity = ops.shape(ids)[1], ops.shape(past[0][0])[2]
    steps = ops.arange(new, dtype="int32")
    x, rotation = embed(arch, weights, ids, (steps + index)[None])
    seen = (ops.arange(capacity, dtype="int32") < index)[None, None, None, None, :]
    causal = (steps[None, :] <= steps[:, None])[None, None, None]
    present: list[KeyValue] = []
    for layer, (past_k, past_v) in zip(weights["layers"], past, strict=True):
        x, k, v = block(x, layer, past_k, past_v, rotation, seen, causal)
        present.append((k, v))
    x = last_norm(arch, x, weights)
    wanted = x if last is None else ops.take(x, last, axis=1)
    logits = ops.matmul(wanted, ops.transpose(weights["unembedding"]))
    bias = weights.get("unembedding_bias")
    if bias is not None:
        logits = logits + bias
    return ops.cast(logits, "float32"), ops.cast(x, "float32"), present


def embed(
    arch: Architecture, weights: Mapping[str, Any], ids: Tensor, places: Tensor
) -> tuple[Tensor, KeyValue | None]:
    """The vectors that enter the first block, and the rotation of the positions if they rotate.

    Args:
        arch: The architecture.
        weights: The fields of `Weights` as tensors.
        ids: `<int32>[B, T]`.
        places: `<int32>[1 or B, T]`, the position of each token.
    """
    x = ops.take(weights["embedding"], ids, axis=0)
    if not arch.rope:
        # Padding may point past the table; clip it, for a NaN there would spread through the cache.
        x = x + ops.take(weights["positions"], ops.minimum(places, arch.context - 1), axis=0)
        return x, None
    angles = ops.cast(places, "float32")[:, :, None, None] * weights["frequencies"]
    return x, (ops.cast(ops.cos(angles), x.dtype), ops.cast(ops.sin(angles), x.dtype))


def _linear(x: Tensor, weights: Mapping[str, Tensor], name: str) -> Tensor:
    product = weights.get(f"{name}_product", ops.matmul)  # another one keeps it for the gradient
    y = product(x, weights[name])
    adapter = weights.get(f"{name}_adapter")
    if adapter is not None:  # a function, while the model is being trained
        y = y + adapter(x)
    bias = weights.get(f"{name}_bias")
    return y if bias is None else y + bias


def _dropped(x: Tensor, weights: Mapping[str, Tensor], site: str) -> Tensor:
    """What is left of an output after dropout: all of it, unless the model is being trained."""
    dropout = weights.get("dropout")  # a function of output and site
    return x if dropout is None else dropout(x, site)


def last_norm(arch: Architecture, x: Tensor, weights: Mapping[str, Tensor]) -> Tensor:
    """The norm after the last block, for families that have one."""
    return x if weights["norm"] is None else norm(arch, x, weights, "norm")


def norm(arch: Architecture, x: Tensor, weights: Mapping[str, Tensor], name: str) -> Tensor:
    """The norm in float32, whatever the weights are."""
    wide = ops.cast(x, "float32")
    if arch.norm == "layer":
        wide = wide - ops.mean(wide, axis=-1, keepdims=True)
    wide = wide * ops.rsqrt(ops.mean(wide * wide, axis=-1, keepdims=True) + arch.epsilon)
    wide = wide * ops.cast(weights[name], "float32")
    bias = weights.get(f"{name}_bias")
    if bias is not None:
        wide = wide + ops.cast(bias, "float32")
    return ops.cast(wide, x.dtype)


def _rotate(x: Tensor, rotation: KeyValue) -> Tensor:
    """Rotate the halves of each head, `[B, T, heads, W]`, the half-split order of KerasHub."""
    cos, sin = rotation
    first, second = ops.split(x, 2, axis=-1)
    return ops.concatenate([first * cos - second * sin, second * cos + first * sin], axis=-1)
