"""The work that the window has done on the lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import (
    GenerationRequest,
    JobEvent,
    ModelInfo,
    ModelUnloaded,
    Outcome,
    ScoreRequest,
    Stage,
)
from ownhand.engine.lane import Work

if TYPE_CHECKING:
    from ownhand.core.contracts import TextGenerator
    from ownhand.models.store import DirectoryStore


class ModelJobs:
    """Makes jobs; the caller submits them.

    Those for the fetch lane are `adding`, `removing` and `fetching_starter`; the others are for the
    model lane.

    Args:
        generator: Lives on the model lane.
        make_store: Opens the store; called on a lane, for its imports take a while.
        cache: Folder for downloads, and of what is made of models.
    """

    def __init__(
        self, generator: TextGenerator, make_store: Callable[[], DirectoryStore], cache: Path
    ) -> None:
        self._generator = generator
        self._make_store = make_store
        self._cache = cache

    def starting(self, slug: str) -> Work:
        """List the models (one `ModelInfo` each), then load one: `slug`, or else the first."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            yield Stage("Looking for models")
            models = self._make_store().list()
            yield from models
            cancel.raise_if_cancelled()
            chosen = _chosen(models, slug)
            if chosen is not None:
                yield from self._generator.load(chosen.directory, cancel)

        return work

    def loading(self, directory: Path) -> Work:
        """Load a model directory; what was loaded before is freed."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            yield from self._generator.load(directory, cancel)

        return work

    def unloading(self) -> Work:
        """Free the model."""

        def work(_cancel: CancelToken) -> Iterator[JobEvent]:
            self._generator.unload()
            yield ModelUnloaded()

        return work

    def streaming(self, request: GenerationRequest) -> Work:
        """Continue a text."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            yield from self._generator.stream(request, cancel)

        return work

    def scoring(self, request: ScoreRequest) -> Work:
        """Tell how likely a text is, token by token."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            yield from self._generator.score(request, cancel)

        return work

    def previewing(self, request: GenerationRequest) -> Work:
        """Tell what the model would read; the `Outcome` is a `PromptPreview`."""

        def work(_cancel: CancelToken) -> Iterator[JobEvent]:
            yield Outcome(self._generator.preview(request))

        return work

    def counting(self, texts: Sequence[str], context_tokens: int) -> Work:
        """Tell how long texts are; the `Outcome` is a tuple of their tokens, one figure a text.

        Args:
            texts: Each is counted by itself, without what begins every prompt.
            context_tokens: Counting ends there.
        """

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            counts = []
            for text in texts:
                cancel.raise_if_cancelled()
                asked = GenerationRequest(text, max_tokens=1, context_tokens=context_tokens)
                parts = self._generator.preview(asked).parts if text else ()
                counts.append(sum(part.tokens for part in parts if part.kind == "text"))
            yield Outcome(tuple(counts))

        return work

    def adding(self, source: str) -> Work:
        """Import a file or folder; ends with its `ModelInfo`."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            yield from self._make_store().add(source, cancel)

        return work

    def removing(self, slug: str) -> Work:
        """Delete a model from the disk."""

        def work(_cancel: CancelToken) -> Iterator[JobEvent]:
            from ownhand.engine.removal import remove_model

            yield Stage("Removing the model")
            remove_model(self._make_store(), slug, self._cache)

        return work

    def fetching_starter(self) -> Work:
        """Download and install the starter model; ends with its `ModelInfo`."""

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            from ownhand.models.starter import fetch_starter

            yield from fetch_starter(self._make_store(), self._cache, cancel)

        return work


def _chosen(models: tuple[ModelInfo, ...], slug: str) -> ModelInfo | None:
    by_slug = {info.slug: info for info in models}
    return by_slug.get(slug) or (models[0] if models else None)
