"""The text generator: loads a model of the store and continues texts with it."""

from __future__ import annotations

import gc
import logging
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import (
    GenerationEvent,
    GenerationRequest,
    LoadEvent,
    ModelLoaded,
    Stage,
)
from ownhand.engine.backends import BackendChoice
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.session import Session
from ownhand.models.store import DirectoryStore

log = logging.getLogger(__name__)

_WARM_TOKENS = 256


class Engine:
    """See `core.contracts.TextGenerator`. All calls come from one thread: the model lane, or the
    main thread of the command line.

    Args:
        choice: Backend, device and number type; fixed for the process, as Keras is.
    """

    def __init__(self, choice: BackendChoice) -> None:
        self._choice = choice
        self._model: LoadedModel | None = None
        self._session: Session | None = None

    def load(self, directory: Path, cancel: CancelToken) -> Iterator[LoadEvent]:
        """Load a model and compile what its first sentence needs. A model loaded before is freed first.

        Raises:
            Cancelled: Between two stages, once asked to stop; then no model is loaded.
            OwnhandError: If the model or the backend cannot be used.
        """
        self.unload()
        model: LoadedModel | None = None
        for event in load_model(directory, self._choice, cancel):
            if isinstance(event, Stage):
                yield event
            else:
                model = event
        assert model is not None
        session = Session(model.decoder)
        yield from session.prepare(_WARM_TOKENS, 1, cancel, seq=2)
        yield from session.prepare(_WARM_TOKENS, 1, cancel)
        cancel.raise_if_cancelled()
        self._model, self._session = model, session
        runtime = model.decoder.runtime
        info = DirectoryStore(directory.parent).open(directory.name)
        yield ModelLoaded(info, runtime.backend, runtime.device, runtime.dtype)

    def unload(self) -> None:
        """Free the model and its cache."""
        if self._model is None:
            return
        self._model = self._session = None
        gc.collect()  # compiled functions hold themselves in circles, and the weights with them

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
        yield from continue_text(self._session, self._model.tokenizer, request, cancel)
