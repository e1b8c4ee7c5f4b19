"""The marks between which some models learnt to fill in text."""

from __future__ import annotations

from dataclasses import dataclass

from ownhand.engine.tokenizer import Tokenizer

_NAMES = (
    ("<fim_prefix>", "<fim_suffix>", "<fim_middle>"),
    ("<fim-prefix>", "<fim-suffix>", "<fim-middle>"),
    ("<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>"),
    ("▁<PRE>", "▁<SUF>", "▁<MID>"),
    ("<PRE>", "<SUF>", "<MID>"),
    ("<｜fim▁begin｜>", "<｜fim▁hole｜>", "<｜fim▁end｜>"),
)
_ENDS = ("<EOT>", "▁<EOT>", "<|fim_pad|>", "<|endoftext|>")


@dataclass(frozen=True, slots=True)
class FillInMarks:
    """Special tokens around what is known.

    Attributes:
        before: Stands before the text up to the caret.
        after: Stands before the text behind the caret.
        middle: Stands last; what follows it is filled in.
        ends: Tokens that end what is filled in, beside the model's own.
    """

    before: int
    after: int
    middle: int
    ends: frozenset[int]


def fill_in_marks(tokenizer: Tokenizer) -> FillInMarks | None:
    """The marks of this model; None if it knows none."""
    for names in _NAMES:
        before, after, middle = map(tokenizer.id_of, names)
        if before is not None and after is not None and middle is not None:
            ends = {end for name in _ENDS if (end := tokenizer.id_of(name)) is not None}
            return FillInMarks(before, after, middle, frozenset(ends))
    return None
