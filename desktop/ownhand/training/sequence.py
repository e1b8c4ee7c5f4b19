"""One pass over whole sequences, without a cache: what training and scoring compute.

The logits are never held for all positions at once: a vocabulary of 49,152 times 1,024 positions is
200 MB, and its gradient as much again. They are made a chunk at a time and made again for the gradient.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from keras import ops

from ownhand.engine.architecture import Architecture
from ownhand.engine.forward import Block, embed, last_norm

Tensor = Any
Recompute = Callable[[Callable[..., Any]], Callable[..., Any]]
RecomputedBlock = Callable[[int, Tensor, Any, Tensor], Tensor]
"""`(number of the block, x, rotation, visible) -> x`."""

LOGITS_AT_ONCE = 2**24
"""Logits that are in memory together, 67 MB of float32; so many positions are scored at a time."""


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
    steps = ops.arange(ops.shape(ids)[1], dtype="int32")
    x, rotation = embed(arch, weights, ids, places)
    causal = (steps[None, :] <= steps[:, None])[None]
    visible = ops.logical_and(causal, segments[:, :, None] == segments[:, None, :])[:, None, None]
    for index, layer in enumerate(weights["layers"]):
        if recomputed is not None:
            x = recomputed(index, x, rotation, visible)
        else:
            x, _, _ = block(x, layer, None, None, rotation, None, visible)
    return last_norm(arch, x, weights)


def scores(
    hidden: Tensor,
    unembedding: Tensor,
    targets: Tensor,
    wanted: Tensor,
    recompute: Recompute,
    bias: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Summed cross-entropy and number of right guesses over the wanted positions.

    Args:
        hidden: `<float>[positions, width]`.
        unembedding: `<float>[vocabulary, width]`.
        targets: `<int32>[positions]`.
        wanted: `<float32>[positions]`, 1 where the target counts, else 0.
        recompute: Wraps a function so that its gradient computes it again instead of keeping it.
        bias: `<float>[vocabulary]`, added to the logits, or None.

    Returns:
        Nats `<float32>[]`, right guesses `<float32>[]`.
    """
    columns = ops.transpose(unembedding)

    shared = (columns,) if bias is None else (columns, bias)

    def part(
        x: Tensor, target: Tensor, counts: Tensor, matrix: Tensor, *added: Tensor
    ) -> tuple[Tensor, Tensor]:
        logits = ops.cast(sum(added, ops.matmul(x, matrix)), "float32")
        own = ops.squeeze(ops.take_along_axis(logits, target[:, None], axis=-1), -1)
        nats = ops.sum((ops.logsumexp(logits, axis=-1) - own) * counts)
        guesses = ops.cast(ops.argmax(logits, axis=-1), "int32")
        return nats, ops.sum(ops.cast(guesses == target, "float32") * counts)

    chunked = recompute(part)
    nats, right = ops.zeros((), "float32"), ops.zeros((), "float32")
    positions, vocabulary = hidden.shape[0], unembedding.shape[0]
    size = -(-positions // -(-positions * vocabulary // LOGITS_AT_ONCE))
    for start in range(0, positions, size):
        end = start + size
        more, hits = chunked(hidden[start:end], targets[start:end], wanted[start:end], *shared)
        nats, right = nats + more, right + hits
    return nats, right
