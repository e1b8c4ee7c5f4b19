"""Opens the texts that the loaded model learned from, so that copied passages can be looked up in them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import JobEnded, JobEvent, JobFailed, Stage
from ownhand.core.paths import Paths
from ownhand.engine.lane import Work

if TYPE_CHECKING:  # NumPy would cost a tenth of the second in which the window appears
    from ownhand.corpus.ngrams import VerbatimIndex
    from ownhand.training.verbatim_texts import OpenedTexts

QUIET_S = 1.0
"""Work that is done sooner is not told of."""


class VerbatimWatch(QObject):
    """Follows the model in memory. Works on a lane of its own, so that neither page nor model waits.

    Attributes:
        indices: Of the model that is followed; empty while they are being opened.
    """

    texts_changed = Signal()
    """`indices` are others now."""
    stage_changed = Signal(object)
    """`Stage`: an index has been in the making for more than a second."""
    ended = Signal()
    """Nothing is being opened or made any more."""
    files_missed = Signal(tuple)
    """Paths of texts whose passages cannot be told: they were changed or moved before they were indexed."""
    failed = Signal(str)
    """The indices cannot be had; a sentence for the writer."""

    def __init__(
        self,
        bridge: LaneBridge,
        paths: Paths,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.indices: tuple[VerbatimIndex, ...] = ()
        self._bridge = bridge
        self._paths = paths
        self._clock = clock
        self._model: Path | None = None
        self._job = 0
        self._since = 0.0
        self._opened: list[OpenedTexts] = []
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)

    @property
    def busy(self) -> bool:
        """Whether indices are being opened or made."""
        return bool(self._job)

    def follow(self, model: Path | None) -> None:
        """Another model is in memory (its directory), or none, or nothing shall be looked up."""
        if model == self._model:
            return
        self._leave()
        self._model = model
        if self.indices:
            self.indices = ()
            self.texts_changed.emit()
        if model is not None:
            self._opened, self._since = [], self._clock()
            self._job = self._bridge.submit(self._opening(model, self._opened))

    def cancel(self) -> None:
        """Do without the indices of this model until it is loaded again."""
        self._leave()

    def close(self, timeout_s: float) -> bool:
        """Stop for good; whether the lane ended in time."""
        return self._bridge.close(timeout_s)

    def _leave(self) -> None:
        if self._job:
            self._bridge.drop(self._job)
            self._job = 0
            self.ended.emit()

    def _opening(self, model: Path, opened: list[OpenedTexts]) -> Work:
        paths = self._paths

        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            from ownhand.training import verbatim_texts

            for event in verbatim_texts.open_texts(model, paths, cancel):
                if isinstance(event, Stage):
                    yield event
                else:
                    opened.append(event)
            verbatim_texts.forget_unused(paths)

        return work

    def _on_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._job and self._clock() - self._since > QUIET_S:
            self.stage_changed.emit(stage)

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self.failed.emit(failure.message)

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id != self._job:
            return
        self._job = 0
        self.ended.emit()
        for texts in self._opened:
            self.indices = texts.indices
            if texts.indices:
                self.texts_changed.emit()
            if texts.unread:
                self.files_missed.emit(texts.unread)
