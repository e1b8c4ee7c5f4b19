"""A text generator that says what it was told to, one event at a time, when the test lets it."""

from __future__ import annotations

import hashlib
import queue
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import (
    CandidateArrived,
    ContextPlanned,
    FinishReason,
    GenerationEvent,
    GenerationFinished,
    GenerationRecorded,
    GenerationRequest,
    LoadEvent,
    ModelInfo,
    ModelLoaded,
    ScoredToken,
    ScoreRequest,
    Stage,
    TextArrived,
    TextScored,
)
from ownhand.core.prompting import LoreEntry, PromptPart, PromptPreview
from ownhand.core.records import GenerationRecord


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
        chats: Whether what it loads takes instructions.
        loads: Which directories were loaded.
        score_requests: What was to be scored, in order. Each word is a token with the space before it,
            of a probability of one through its length.
        previews: What was to be previewed, in order.
        preview_dropped: How many characters at the start of the text do not fit, in a preview.
        extra: Events put in after the first word.
        record: What a stream is recorded as, with an id, settings and a hash of its own; None for none.
        reason: Why a stream ends that nobody stops.
    """

    def __init__(
        self, words: Sequence[str] = (" one", " two", " three"), gated: bool = False
    ) -> None:
        self.words = tuple(words)
        self.gated = gated
        self.extra: tuple[GenerationEvent, ...] = ()
        self.record: GenerationRecord | None = None
        self.reason: FinishReason = "end_of_text"
        self.requests: list[GenerationRequest] = []
        self.chats = False
        self.loads: list[Path] = []
        self.score_requests: list[ScoreRequest] = []
        self.previews: list[GenerationRequest] = []
        self.preview_dropped = 0
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
            replace(
                model_info(directory.name, directory.name.title(), directory), chats=self.chats
            ),
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
        if self.record is not None:
            yield GenerationRecorded(self._recorded(self.record, request))
        yield ContextPlanned(len(request.prompt.split()), 0, 0, request.context_tokens)
        tokens, several = 0, request.candidates > 1
        for word in self.words[: request.max_tokens]:
            if self.gated:
                self._wait(cancel)
            if cancel.cancelled:
                break
            tokens += 1
            if several:  # each word with the number of its candidate
                for index in range(request.candidates):
                    yield CandidateArrived(index, f"{word}{index}", tokens)
            else:
                yield TextArrived(word, tokens)
            if tokens == 1:
                yield from self.extra
        for index in range(request.candidates if several else 0):
            yield CandidateArrived(index, "", tokens, ended=True)
        reason: FinishReason = "cancelled" if cancel.cancelled else self.reason
        yield GenerationFinished(reason, len(request.prompt.split()), tokens, 0.1, 31.0, 7)

    def _recorded(self, record: GenerationRecord, request: GenerationRequest) -> GenerationRecord:
        shown = f"{request.extras}{request.prompt}".encode("utf-8", "surrogatepass")
        return replace(
            record,
            id=f"r{len(self.requests)}",
            settings=replace(request.settings, seed=request.settings.seed or 7),
            preset=request.preset,
            max_tokens=request.max_tokens,
            context_tokens=request.context_tokens,
            prompt_sha256=hashlib.sha256(shown).hexdigest(),
        )

    def score(self, request: ScoreRequest, cancel: CancelToken) -> Iterator[Stage | TextScored]:
        if not self._loaded:
            raise ModelError("No model is loaded. Choose a model first.")
        self.score_requests.append(request)
        for found in re.finditer(r"\s*\S+|\s+$", request.text):
            if found.end() <= request.start:
                continue
            if self.gated:
                self._wait(cancel)
            cancel.raise_if_cancelled()
            own = (found.group(), 1 / len(found.group()))
            others = sorted([own, (" owl", 0.25), (" cat", 0.125)], key=lambda entry: -entry[1])
            yield TextScored((ScoredToken(found.start(), found.end(), own[1], tuple(others)),))

    def preview(self, request: GenerationRequest) -> PromptPreview:
        """Each word is a token; `preview_dropped` characters of the text do not fit."""
        if not self._loaded:
            raise ModelError("No model is loaded. Choose a model first.")
        self.previews.append(request)
        extras, prompt = request.extras, request.prompt[self.preview_dropped :]
        told = [entry for entry in extras.lore if entry.enabled and _is_told(entry, request.prompt)]
        parts = [
            PromptPart("memory", extras.memory, len(extras.memory.split())),
            *(PromptPart("lore", e.text, len(e.text.split()), e.title) for e in told),
            PromptPart("text", prompt, len(prompt.split())),
            PromptPart("note", extras.note, len(extras.note.split())),
        ]
        kept = tuple(part for part in parts if part.text)
        return PromptPreview(kept, self.preview_dropped, request.context_tokens, request.max_tokens)

    def _wait(self, cancel: CancelToken) -> None:
        """Wait for a permit or a cancel; looks every few milliseconds, as a decode step would."""
        while not cancel.cancelled:
            try:
                self._permits.get(timeout=0.005)
            except queue.Empty:
                continue
            return


def _is_told(entry: LoreEntry, text: str) -> bool:
    return not entry.keywords or any(word.lower() in text.lower() for word in entry.keywords)
