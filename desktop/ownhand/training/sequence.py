"""One pass over whole sequences, without a cache: what training and scoring compute.

The logits are never held for all positions at once: a vocabulary of 49,152 times 1,024 positions is
200 MB, and its gradient as much again. They are made a part at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from keras import ops

from ownhand.engine.architecture import Architecture
from ownhand.engine.forward import Block, embed, last_norm

Tensor = Any
RecomputedBlock = Callable[[int, Tensor, Any, Tensor], Tensor]
"""`(number of the block, x, rotation, visible) -> x`."""

LOGITS_AT_ONCE = 2**23
"""Logits that are in memory together, 34 MB of float32; so many positions are scored at a time."""


def hidden_states(
    arch: Architecture,
    weights: Mapping[str, Any],
    block: Block,
    ids: Tensor,
    segments: Tensor,
    places: Tensor,
    recomputed: RecomputedBlock | None = None,
) -> Tensor:
    """Final hidden states of packed sequences; a token sees only those of its own document.

    Args:
        arch: The architecture.
        weights: The fields of `Weights` as tensors; a block's may hold adapters.
        block: What `make_block` gave.
        ids: `<int32>[batch, seq]`.
        segments: `<int32>[batch, seq]`, number of the document within the row.
        places: `<int32>[batch, seq]`, position of each token in its document.
        recomputed: Runs a block by its number so that its gradient computes it again; None keeps what
            the blocks made.

    Returns:
        `<float>[batch, seq, width]`.
    """
    x, rotation = embed(arch, weights, ids, places)
    visible = visible_places(segments)
    for index, layer in enumerate(weights["layers"]):
        if recomputed is not None:
            x = recomputed(index, x, rotation, visible)
        else:
            x, _, _ = block(x, layer, None, None, rotation, None, visible)
    return last_norm(arch, x, weights)


def visible_places(segments: Tensor) -> Tensor:
    """What each position sees: those of its document up to itself.

    Args:
        segments: `<int32>[batch, seq]`, as `hidden_states` takes them.

    Returns:
        `<bool>[batch, 1, 1, seq, seq]`.
    """
    steps = ops.arange(ops.shape(segments)[1], dtype="int32")
    causal = (steps[None, :] <= steps[:, None])[None]
    return ops.logical_and(causal, segments[:, :, None] == segments[:, None, :])[:, None, None]


def positions_at_once(positions: int, vocabulary: int) -> int:
    """How many positions of a sequence are scored together."""
    parts = -(-positions * vocabulary // LOGITS_AT_ONCE)
    return -(-positions // parts)


def scores(
    hidden: Tensor,
    unembedding: Tensor,
    targets: Tensor,
    wanted: Tensor,
    bias: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Summed cross-entropy and number of right guesses over the wanted positions.

    The gradient is made along with the loss, while a part's logits are there: softmax less one-hot. So
    the logits are neither kept for it nor made a second time.

    Args:
        hidden: `<float>[positions, width]`.
        unembedding: `<float>[vocabulary, width]`.
        targets: `<int32>[positions]`.
        wanted: `<float32>[positions]`, 1 where the target counts, else 0.
        bias: `<float>[vocabulary]`, added to the logits, or None.

    Returns:
        Nats `<float32>[]`, right guesses `<float32>[]`, which have no gradient.
    """
    positions, vocabulary = hidden.shape[0], unembedding.shape[0]
    size = positions_at_once(positions, vocabulary)

    @ops.custom_gradient  # type: ignore[untyped-decorator]  # Keras has no types
    def scored(x: Tensor, matrix: Tensor, *added: Tensor) -> tuple[tuple[Tensor, Tensor], Any]:
        nats, right = ops.zeros((), "float32"), ops.zeros((), "float32")
        slopes: list[Tensor] = []
        matrix_slope, added_slopes = ops.zeros_like(matrix), [ops.zeros_like(a) for a in added]
        for start in range(0, positions, size):
            part, target = x[start : start + size], targets[start : start + size]
            counts = wanted[start : start + size]
            logits = ops.cast(sum(added, ops.matmul(part, ops.transpose(matrix))), "float32")
            top = ops.logsumexp(logits, axis=-1)
            own = ops.squeeze(ops.take_along_axis(logits, target[:, None], axis=-1), -1)
            guesses = ops.cast(ops.argmax(logits, axis=-1), "int32")
            nats += ops.sum((top - own) * counts)
            right += ops.sum(ops.cast(guesses == target, "float32") * counts)
            surprise = ops.exp(logits - top[:, None]) - ops.one_hot(target, vocabulary)
            slope = ops.cast(surprise * counts[:, None], x.dtype)
            slopes.append(ops.matmul(slope, matrix))
            matrix_slope += ops.matmul(ops.transpose(slope), part)
            added_slopes = [total + ops.sum(slope, axis=0) for total in added_slopes]
        made = (ops.concatenate(slopes), matrix_slope, *added_slopes)

        def gradient(*upstream: Tensor, **_: Any) -> tuple[Tensor, ...]:
            scale = upstream[0] if len(upstream) == 2 else upstream[0][0]
            return tuple(ops.cast(scale, slope.dtype) * slope for slope in made)

        return (nats, right), gradient

    nats, right = scored(hidden, unembedding, *(() if bias is None else (bias,)))
    return nats, right
