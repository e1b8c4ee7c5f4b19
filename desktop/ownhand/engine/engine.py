"""The text generator: loads a model of the store and continues texts with it."""

from __future__ import annotations

import gc
import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import (
    GenerationEvent,
    GenerationRequest,
    LoadEvent,
    ModelLoaded,
    ScoreRequest,
    Stage,
    TextScored,
)
from ownhand.core.prompting import PromptPreview
from ownhand.engine.backends import BackendChoice
from ownhand.engine.candidates import write_candidates
from ownhand.engine.generation import continue_text, plan_request
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.record import Recorder
from ownhand.engine.scoring import score_text
from ownhand.engine.session import Session
from ownhand.engine.switch import can_switch, switch_model
from ownhand.models.manifest import read_manifest
from ownhand.models.store import DirectoryStore

log = logging.getLogger(__name__)

_WARM_TOKENS = 256


class Engine:
    """See `core.contracts.TextGenerator`. All calls come from one thread: the model lane, or the
    main thread of the command line.

    Args:
        choice: Backend, device and number type; fixed for the process, as Keras is.
        collect: Frees what is caught in circles; in the window this has to happen on its own thread.
    """

    def __init__(self, choice: BackendChoice, collect: Callable[[], object] = gc.collect) -> None:
        self._choice = choice
        self._collect = collect
        self._model: LoadedModel | None = None
        self._session: Session | None = None
        self._recorder: Recorder | None = None

    def load(self, directory: Path, cancel: CancelToken) -> Iterator[LoadEvent]:
        """Load a model and compile what its first sentence needs. A model loaded before is freed first,
        unless the new one shares its whole weights: then only the matrices that differ are exchanged.

        Raises:
            Cancelled: Between two stages, once asked to stop; then no model is loaded.
            OwnhandError: If the model or the backend cannot be used; then no model is loaded either.
        """
        try:
            yield from self._load(directory, cancel)
            info = DirectoryStore(directory.parent).open(directory.name)
        except BaseException:
            self.unload()
            raise
        assert self._model is not None
        runtime = self._model.decoder.runtime
        yield ModelLoaded(info, runtime.backend, runtime.device, runtime.dtype)

    def _load(self, directory: Path, cancel: CancelToken) -> Iterator[Stage]:
        if self._model is not None and can_switch(self._model, read_manifest(directory)):
            events = switch_model(self._model, directory, cancel)
        else:
            self.unload()
            events = load_model(directory, self._choice, cancel)
        for event in events:
            if isinstance(event, Stage):
                yield event
                continue
            session = Session(event.decoder)
            yield from session.prepare(_WARM_TOKENS, 1, cancel, seq=2)
            yield from session.prepare(_WARM_TOKENS, 1, cancel)
            cancel.raise_if_cancelled()
            self._model, self._session = event, session
            self._recorder = Recorder(event.manifest, event.decoder.runtime)

    def unload(self) -> None:
        """Free the model and its cache."""
        if self._model is None:
            return
        self._model = self._session = self._recorder = None
        self._collect()  # compiled functions hold themselves in circles, and the weights with them

    def stream(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        """Continue a text; see `core.contracts.TextGenerator`.

        Raises:
            ModelError: If no model is loaded.
        """
        if self._model is None or self._session is None:
            raise ModelError("No model is loaded. Choose a model first.")
        if request.settings.seed is None:
            seed = secrets.randbits(32)
            request = replace(request, settings=replace(request.settings, seed=seed))
        write = write_candidates if request.candidates > 1 else continue_text
        yield from write(self._session, self._model.tokenizer, request, cancel, self._recorder)

    def score(self, request: ScoreRequest, cancel: CancelToken) -> Iterator[Stage | TextScored]:
        """Score a text; see `core.contracts.TextGenerator`.

        Raises:
            Cancelled: Once asked to stop.
            ModelError: If no model is loaded.
        """
        if self._model is None or self._session is None:
            raise ModelError("No model is loaded. Choose a model first.")
        yield from score_text(self._session, self._model.tokenizer, request, cancel)

    def preview(self, request: GenerationRequest) -> PromptPreview:
        """What the model would read; see `core.contracts.TextGenerator`.

        Raises:
            ModelError: If no model is loaded.
        """
        if self._model is None or self._session is None:
            raise ModelError("No model is loaded. Choose a model first.")
        return plan_request(self._session, self._model.tokenizer, request).preview
