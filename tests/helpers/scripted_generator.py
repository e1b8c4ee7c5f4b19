"""A text generator that says what it was told to, one event at a time, when the test lets it."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import (
    ContextPlanned,
    FinishReason,
    GenerationEvent,
    GenerationFinished,
    GenerationRequest,
    LoadEvent,
    ModelInfo,
    ModelLoaded,
    Stage,
    TextArrived,
)


def model_info(slug: str = "tiny", title: str = "Tiny", directory: Path | None = None) -> ModelInfo:
    return ModelInfo(
        slug,
        title,
        "llama",
        1_000_000,
        512,
        "Apache-2.0",
        directory or Path("/models") / slug,
        4_000_000,
    )


class ScriptedGenerator:
    """Streams `words` by default; with `gated`, each piece waits for `allow`.

    Attributes:
        requests: What was asked, in order.
        loads: Which directories were loaded.
        extra: Events put in after the first word.
    """

    def __init__(
        self, words: Sequence[str] = (" one", " two", " three"), gated: bool = False
    ) -> None:
        self.words = tuple(words)
        self.gated = gated
        self.extra: tuple[GenerationEvent, ...] = ()
        self.requests: list[GenerationRequest] = []
        self.loads: list[Path] = []
        self.load_gated = False
        self.load_problem: ModelError | None = None
        self._permits: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._loaded = False

    def allow(self, count: int = 1) -> None:
        """Let `count` more pieces (or load stages) through."""
        for _ in range(count):
            self._permits.put(None)

    def load(self, directory: Path, cancel: CancelToken) -> Iterator[LoadEvent]:
        self._loaded = False
        self.loads.append(directory)
        for done in (1, 2):
            if self.load_gated:
                self._wait(cancel)
            cancel.raise_if_cancelled()
            yield Stage("Reading the weights", done, 2)
        if self.load_problem is not None:
            raise self.load_problem
        self._loaded = True
        yield ModelLoaded(
            model_info(directory.name, directory.name.title(), directory),
            "tensorflow",
            "CPU",
            "float32",
        )

    def unload(self) -> None:
        self._loaded = False

    def stream(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        if not self._loaded:
            raise ModelError("No model is loaded. Choose a model first.")
        self.requests.append(request)
        yield ContextPlanned(len(request.prompt.split()), 0, 0, request.context_tokens)
        tokens = 0
        for word in self.words[: request.max_tokens]:
            if self.gated:
                self._wait(cancel)
            if cancel.cancelled:
                break
            tokens += 1
            yield TextArrived(word, tokens)
            if tokens == 1:
                yield from self.extra
        reason: FinishReason = "cancelled" if cancel.cancelled else "end_of_text"
        yield GenerationFinished(reason, len(request.prompt.split()), tokens, 0.1, 31.0, 7)

    def _wait(self, cancel: CancelToken) -> None:
        """Wait for a permit or a cancel; looks every few milliseconds, as a decode step would."""
        while not cancel.cancelled:
            try:
                self._permits.get(timeout=0.005)
            except queue.Empty:
                continue
            return
