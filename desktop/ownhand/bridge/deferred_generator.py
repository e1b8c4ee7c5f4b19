"""A generator whose imports happen on the lane, at the first job."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import (
    GenerationEvent,
    GenerationRequest,
    LoadEvent,
    ScoreRequest,
    Stage,
    TextScored,
)
from ownhand.core.prompting import PromptPreview

if TYPE_CHECKING:  # NumPy alone would cost a tenth of the second in which the window appears
    from ownhand.core.contracts import TextGenerator


class DeferredGenerator:
    """Stands for a `TextGenerator` that is made when the lane first needs it.

    Lives on the model lane, as the generator does.
    """

    def __init__(self, make: Callable[[], TextGenerator]) -> None:
        self._make = make
        self._made: TextGenerator | None = None

    def load(self, directory: Path, cancel: CancelToken) -> Iterator[LoadEvent]:
        """As `TextGenerator.load`, without the pauses of Python's garbage collector.

        An import of Keras makes a million objects that stay. Each full collection would look at all
        of them, holding the interpreter lock for 0.2 s and with it the window. So none runs
        during the import, and afterwards they are set aside; what is loaded later is not.
        """
        if "keras" in sys.modules:
            yield from self._real().load(directory, cancel)
            return
        gc.disable()
        try:
            for event in self._real().load(directory, cancel):
                if not gc.isenabled() and "keras" in sys.modules:
                    gc.freeze()
                    gc.enable()
                yield event
        finally:
            gc.enable()

    def unload(self) -> None:
        """As `TextGenerator.unload`; nothing to do when none was made."""
        if self._made is not None:
            self._made.unload()

    def stream(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        """As `TextGenerator.stream`."""
        yield from self._real().stream(request, cancel)

    def score(self, request: ScoreRequest, cancel: CancelToken) -> Iterator[Stage | TextScored]:
        """As `TextGenerator.score`."""
        yield from self._real().score(request, cancel)

    def preview(self, request: GenerationRequest) -> PromptPreview:
        """As `TextGenerator.preview`."""
        return self._real().preview(request)

    def _real(self) -> TextGenerator:
        if self._made is None:
            self._made = self._make()
        return self._made
