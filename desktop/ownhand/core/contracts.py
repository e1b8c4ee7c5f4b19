"""The seams between the layers. What is behind one can be replaced without the other side knowing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import (
    GenerationEvent,
    GenerationRequest,
    LoadEvent,
    ModelInfo,
    ScoreRequest,
    Stage,
    TextScored,
)
from ownhand.core.prompting import PromptPreview
from ownhand.core.texts import Document, Skipped

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class StepOutput:
    """What one `Decoder.extend` gives.

    Attributes:
        logits: `<float32>[batch, vocabulary]` of the last position, or `[batch, seq, vocabulary]`
            when all positions were asked for.
        hidden: `<float32>[batch, seq, width]`, the final hidden states (after the last norm) of the
            new positions, or None when the decoder keeps none.
    """

    logits: Floats
    hidden: Floats | None


class Decoder(Protocol):
    """A model with a KV cache, holding `width` rows of `length` tokens each.

    All that a backend implements. Not thread-safe: lives on the model lane.
    """

    @property
    def vocabulary_size(self) -> int:
        """Number of logits."""
        ...

    @property
    def context_tokens(self) -> int:
        """Most tokens a row can hold."""
        ...

    @property
    def width(self) -> int:
        """Rows in the cache."""
        ...

    @property
    def length(self) -> int:
        """Tokens in each row of the cache."""
        ...

    @property
    def lookahead(self) -> int:
        """Most tokens worth guessing at once: so many more are appended in one call for hardly more
        than the time of one, and the logits are the same to the bit as one by one; 0 where that is
        not so."""
        ...

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        """Append tokens to every row and compute the logits after them.

        Args:
            ids: `<int32>[width, seq]`, seq at least 1, `length + seq <= context_tokens`.
            all_positions: Give logits for each new position instead of the last one alone.

        Raises:
            ValueError: If the shape does not fit or the context would overflow.
        """
        ...

    def fork(self, parents: Sequence[int]) -> None:
        """Make row i a copy of row `parents[i]`; the width becomes `len(parents)`."""
        ...

    def rewind(self, count: int) -> None:
        """Forget the last `count` tokens of every row."""
        ...


class TextGenerator(Protocol):
    """Continues a text. What the window and the command line know of the engine."""

    def load(self, directory: Path, cancel: CancelToken) -> Iterator[LoadEvent]:
        """Load a model directory of the store; looks at `cancel` between stages."""
        ...

    def unload(self) -> None:
        """Free the model and its cache."""
        ...

    def stream(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        """Continue `request.prompt`; looks at `cancel` between tokens.

        A cancelled stream still ends with `GenerationFinished`.
        """
        ...

    def score(self, request: ScoreRequest, cancel: CancelToken) -> Iterator[Stage | TextScored]:
        """Tell how likely each token of a text is, and what else might stand there.

        Raises:
            Cancelled: Within 32 tokens, once asked to stop.
            ModelError: If no model is loaded.
        """
        ...

    def preview(self, request: GenerationRequest) -> PromptPreview:
        """What `stream` would show the model, part by part; nothing is computed and no cache touched.

        Raises:
            ModelError: If no model is loaded.
        """
        ...


class ModelStore(Protocol):
    """The models on this machine."""

    def list(self) -> tuple[ModelInfo, ...]:
        """All complete models, by title; damaged directories are left out and logged."""
        ...

    def open(self, slug: str) -> ModelInfo:
        """One model by its slug.

        Raises:
            ModelError: If there is none of that name or it is damaged.
        """
        ...

    def remove(self, slug: str) -> None:
        """Delete a model from the disk.

        Raises:
            ModelError: If there is none of that name or it cannot be deleted.
        """
        ...


class ModelImporter(Protocol):
    """Turns one kind of model file or directory into a model directory of the store."""

    @property
    def name(self) -> str:
        """What the kind is called, for messages."""
        ...

    def sniff(self, source: str) -> bool:
        """Whether `source` (a path or a handle) is of this kind; reads a few bytes at most."""
        ...

    def needs_download(self, source: str) -> bool:
        """Whether `convert` would have to fetch `source` from the network."""
        ...

    def convert(self, source: str, staging: Path, cancel: CancelToken) -> Iterator[Stage]:
        """Write config, weights, tokenizer and manifest into the empty directory `staging`.

        Raises:
            ImportRefusedError: If the source is of this kind but cannot be used; says why.
        """
        ...


class TextReader(Protocol):
    """Reads one kind of file as text to train on. Never writes."""

    @property
    def name(self) -> str:
        """What the kind is called, for messages."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings of the kind, lower-case, with the dot."""
        ...

    def sniff(self, path: Path) -> bool:
        """Whether a file looks like this kind, whatever its name; reads a few kilobytes at most."""
        ...

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document | Skipped]:
        """The texts of a file, and what in it could not be read.

        Looks at `cancel` at least once per page, entry or megabyte.

        Raises:
            UnreadableTextError: If the file cannot be read at all; the message is half a sentence.
        """
        ...


class LogitsTransform(Protocol):
    """One link of the sampler chain: a pure function of NumPy arrays."""

    def __call__(self, logits: Floats, context: Any) -> Floats:
        """Give new logits `<float32>[vocabulary]`; the input is not changed."""
        ...
