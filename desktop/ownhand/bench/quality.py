"""What a faster engine loses: every engine reads the same tokens, and its logits are compared."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ownhand.bench.contenders import FLOAT32, KERAS_HUB
from ownhand.bench.roster import Roster
from ownhand.core.contracts import Floats, Ids

_ROWS = 64
_REFERENCES = (KERAS_HUB, FLOAT32)


@dataclass(frozen=True, slots=True)
class Quality:
    """How one engine reads a text.

    Attributes:
        nats_per_byte: Of the tokens predicted; bytes of UTF-8.
        kl_to_float32: Mean Kullback-Leibler divergence from the reference to it, in nats per token.
        top1_agreement: Share of places where both hold the same token for the likeliest.
    """

    nats_per_byte: float
    kl_to_float32: float
    top1_agreement: float


def measure(roster: Roster, windows: Sequence[Ids], token_bytes: Ids) -> dict[str, dict[str, Any]]:
    """Have everybody who gives logits score the same tokens, each window from an empty cache.

    An engine that computes single tokens in another way than many at once is scored a token at a
    time under its own name, as it writes, and once more as "NAME, at once", as it reads.

    Args:
        roster: The contenders.
        windows: `<int32>[n]` each.
        token_bytes: `<int32>[vocabulary]`, bytes of each token.

    Returns:
        "nats_per_byte", "kl_to_float32" and "top1_agreement", each by engine; the last two without
        the reference itself, and only where there is one.
    """
    found: dict[str, dict[str, Any]] = {}
    names = roster.names("score")
    reference = next((name for name in _REFERENCES if name in names), None)
    names.sort(key=lambda name: name != reference)
    asked = {"windows": [window.tolist() for window in windows]}
    targets = np.concatenate([window[1:] for window in windows])
    size = int(token_bytes[targets].sum())
    with _scratch() as folder:
        kept: Floats | None = None
        for name in names:
            by_step = name in roster.names("score_by_step")
            for do in ["score_by_step", "score"] if by_step else ["score"]:
                label = f"{name}, at once" if by_step and do == "score" else name
                roster.tell(f"Scoring {len(targets):,} tokens with {label}")
                file = Path(folder) / f"{name}-{do}.npy"
                if roster.ask(name, do, file=str(file), **asked) is None:
                    continue
                logits: Floats = np.load(file, mmap_mode="r")
                quality = compared(logits, kept if kept is not None else logits, targets, size)
                _note(found, label, quality, alone=kept is None)
                if name == reference and do == "score":
                    kept = logits
                else:
                    del logits
                    file.unlink()
    return found


def _scratch() -> tempfile.TemporaryDirectory[str]:
    # Windows deletes no file that is still mapped
    return tempfile.TemporaryDirectory(prefix="ownhand-bench-", ignore_cleanup_errors=True)


def compared(logits: Floats, reference: Floats, targets: Ids, size: int) -> Quality:
    """One engine's logits beside the reference's.

    Args:
        logits: `<float32>[n, vocabulary]`.
        reference: The same of the reference.
        targets: `<int32>[n]`, the tokens that really came.
        size: Their bytes in all.
    """
    nats, divergence, same = 0.0, 0.0, 0
    for start in range(0, len(targets), _ROWS):
        end = min(start + _ROWS, len(targets))
        ours, theirs = _log_softmax(logits[start:end]), _log_softmax(reference[start:end])
        nats -= float(ours[np.arange(end - start), targets[start:end]].sum())
        divergence += float((np.exp(theirs) * (theirs - ours)).sum())
        same += int((ours.argmax(axis=1) == theirs.argmax(axis=1)).sum())
    count = len(targets)
    return Quality(nats / size, divergence / count, same / count)


def _log_softmax(logits: Floats) -> npt.NDArray[np.float64]:
    wide = logits.astype(np.float64)
    wide -= wide.max(axis=1, keepdims=True)
    wide -= np.log(np.exp(wide).sum(axis=1, keepdims=True))
    return wide


def _note(found: dict[str, dict[str, Any]], name: str, quality: Quality, alone: bool) -> None:
    found.setdefault("nats_per_byte", {})[name] = round(quality.nats_per_byte, 6)
    if not alone:
        found.setdefault("kl_to_float32", {})[name] = round(quality.kl_to_float32, 6)
        found.setdefault("top1_agreement", {})[name] = round(quality.top1_agreement, 4)
