"""What the contenders read, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ownhand.core.contracts import Ids
from ownhand.core.errors import BadInputError
from ownhand.core.messages import ModelInfo
from ownhand.core.resources import read_text
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest

_WINDOW = 512
_PROMPT = 100
_LONGEST = 8192
_BEHIND = 64  # tokens that fit behind the longest prompt for single steps


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured.

    Attributes:
        runs: Of each measurement.
        long_runs: Of those that take long.
        new: Tokens written.
        steps: Tokens in the cache for single steps.
        prefill: Lengths of prompts.
        scored: Tokens whose quality is compared.
        starts: Whether processes are started to see how long that takes.
    """

    runs: int
    long_runs: int
    new: int = 128
    steps: tuple[int, ...] = (200, 1000, 2000, 8000)
    prefill: tuple[int, ...] = (512, 2000)
    scored: int = 2048
    starts: bool = True


def extent(runs: int, quick: bool) -> Extent:
    """The whole measurement, or a short look."""
    if quick:
        return Extent(1, 1, new=32, steps=(200, 1000), prefill=(512,), scored=256, starts=False)
    return Extent(runs, max(1, (runs + 1) // 2))


class Material:
    """The texts of a measurement, as tokens.

    Args:
        info: The model that reads them.
        much: How much is measured.
        text: The text for quality; a packaged one if not given.

    Attributes:
        tokenizer: Of the model.
        prompt: The prompt of decoding.
        ids: `<int32>[n]`, the same as the model reads it.
        long: `<int32>[n]`, enough tokens for every length.
        document: A text of 1,000 tokens.
        steps: The lengths behind which single steps fit into the context.
        source: Where the text for quality comes from.
        windows: `<int32>[n]` each: its tokens, each window to be read from an empty cache.

    Raises:
        BadInputError: If the model sees too little, or the text cannot be read.
    """

    def __init__(self, info: ModelInfo, much: Extent, text: Path | None) -> None:
        longest = max(*much.steps[:-1], *much.prefill)
        if info.context_tokens <= longest:
            raise BadInputError(f"The measurement needs a model with a context of at least {longest + 1:,} tokens; {info.title} has {info.context_tokens:,}.")  # fmt: skip
        manifest = read_manifest(info.directory)
        tokenizer = Tokenizer(info.directory / TOKENIZER_FILE, manifest)
        self.tokenizer = tokenizer
        self.long = np.resize(tokenizer.encode(read_text("samples/english.txt")), _LONGEST)
        self.prompt = tokenizer.decode(self.long[:_PROMPT].tolist())
        self.ids = tokenizer.encode(self.prompt)
        self.document = tokenizer.decode(self.long[:1000].tolist())
        self.steps = [n for n in much.steps if n + _BEHIND <= info.context_tokens]
        self.source = "samples/general.txt" if text is None else text.name
        scored = tokenizer.encode(_read(text))[: much.scored]
        self.windows: list[Ids] = [
            scored[start : start + _WINDOW] for start in range(0, len(scored) - 1, _WINDOW)
        ]


def _read(text: Path | None) -> str:
    try:
        return read_text("samples/general.txt") if text is None else text.read_text("utf-8")
    except (OSError, UnicodeError) as problem:
        raise BadInputError(f"The text {text} cannot be read: {problem}. Name a UTF-8 text file.") from problem  # fmt: skip
