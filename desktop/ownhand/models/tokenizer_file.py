"""tokenizer.json for byte-level BPE, the kind that GPT-2, SmolLM2, Llama 3 and Qwen use.

Written in the format of the `tokenizers` library, whole: how text is split, the merges, how tokens
become text again, and the tokens with a meaning of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.layout import TOKENIZER_FILE

if TYPE_CHECKING:
    from tokenizers import pre_tokenizers

LLAMA3_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
    r"|[^\r\n\p{L}\p{N}]?\p{L}+"
    r"|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+"
    r"|\s+(?!\S)"
    r"|\s+"
)
"""How Llama 3 cuts text before merging (the pattern of its published tokeniser)."""

QWEN2_SPLIT = LLAMA3_SPLIT.replace(r"\p{N}{1,3}", r"\p{N}")
"""How Qwen 2 does: as Llama 3, but every digit is a piece of its own."""

SPLITS = ("gpt-2", "smollm", "llama-bpe", "qwen2")
"""Ways of cutting text into pieces before merging, by their name in GGUF metadata."""

_PATTERNS = {"llama-bpe": LLAMA3_SPLIT, "qwen2": QWEN2_SPLIT}


def write_tokenizer(
    directory: Path,
    *,
    vocabulary: Mapping[str, int],
    merges: Sequence[tuple[str, str]],
    split: str,
    special: Sequence[str] = (),
    visible: Sequence[str] = (),
) -> None:
    """Build a byte-level BPE tokeniser and write it as tokenizer.json.

    Args:
        directory: Where to.
        vocabulary: Token to id; tokens in the byte alphabet of GPT-2.
        merges: Pairs, the most important first.
        split: One of `SPLITS`.
        special: Tokens that are matched whole and have no text of their own.
        visible: Tokens that are matched whole and are text.

    Raises:
        ImportRefusedError: If vocabulary and merges do not fit together.
    """
    from tokenizers import AddedToken, Tokenizer, decoders, models

    try:
        model = models.BPE(
            vocab=dict(vocabulary),
            merges=list(merges),
            ignore_merges=split == "llama-bpe",
        )
    except Exception as problem:  # the library raises bare Exception
        raise ImportRefusedError(
            Sentence(
                "The vocabulary of this model is damaged ({problem}). Get the file again.",
                problem=problem,
            )
        ) from problem
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = _pre_tokenizer(split)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in special])
    tokenizer.add_tokens([AddedToken(t, special=False, normalized=False) for t in visible])
    tokenizer.save(str(directory / TOKENIZER_FILE))


def _pre_tokenizer(split: str) -> pre_tokenizers.PreTokenizer:
    from tokenizers import Regex, pre_tokenizers

    if split == "gpt-2":
        return pre_tokenizers.ByteLevel(add_prefix_space=False)
    if split == "smollm":
        return pre_tokenizers.Sequence(
            [
                pre_tokenizers.Digits(individual_digits=True),
                pre_tokenizers.ByteLevel(add_prefix_space=False),
            ]
        )
    if split in _PATTERNS:
        return pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(_PATTERNS[split]), behavior="isolated"),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
            ]
        )
    raise ImportRefusedError(
        Sentence(
            "This model cuts text into tokens in a way (“{split}”) that Ownhand does not know.",
            split=split,
        )
    )
