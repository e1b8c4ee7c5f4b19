"""Brings the events of a lane to the GUI thread as typed signals."""

from __future__ import annotations

import logging
import queue
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ownhand.core.messages import (
    CandidateArrived,
    ContextPlanned,
    GenerationFinished,
    GenerationRecorded,
    JobEnded,
    JobEvent,
    JobFailed,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    ModelUnloaded,
    Outcome,
    PreviewChanged,
    Stage,
    TextArrived,
    TextScored,
)
from ownhand.engine.lane import Job, Lane, Work

log = logging.getLogger(__name__)

INTERVAL_MS = 33
BUDGET_MS = 4.0


class LaneBridge(QObject):
    """Owns a lane; a timer drains its queue about thirty times a second.

    The first argument of every signal is the job's id, as `submit` gave it. The timer runs only
    while a job is open. A tick stops after `budget_ms`; what is left waits for the next tick, so
    a flood of events never holds up the writer's keys.

    Attributes:
        lane: The worker; submit through the bridge, or its events are dropped.
    """

    stage_changed = Signal(int, object)
    """`Stage`: what a long job is doing now."""
    context_planned = Signal(int, object)
    """`ContextPlanned`: which part of the prompt the model sees."""
    text_arrived = Signal(int, object)
    """`TextArrived`: new text for the insertion point; all that has come since the last one."""
    candidate_arrived = Signal(int, object)
    """`CandidateArrived`: new text of one of several candidates."""
    recorded = Signal(int, object)
    """`GenerationRecorded`: how the stream that now begins comes about."""
    text_scored = Signal(int, object)
    """`TextScored`: how likely some more tokens of a text are."""
    preview_changed = Signal(int, object)
    """`PreviewChanged`: the best line of a running search."""
    loop_noticed = Signal(int, object)
    """`LoopNoticed`: the text repeats itself."""
    finished = Signal(int, object)
    """`GenerationFinished`: the stream is complete or was cancelled."""
    model_loaded = Signal(int, object)
    """`ModelLoaded`: a model is ready."""
    model_unloaded = Signal(int, object)
    """`ModelUnloaded`: the memory of the model is free again."""
    model_added = Signal(int, object)
    """`ModelInfo`: a model was put into the store."""
    outcome_arrived = Signal(int, object)
    """What a job found or made; its type is known to whoever submitted the job."""
    failed = Signal(int, object)
    """`JobFailed`: the job ended with an error; `job_ended` follows."""
    job_ended = Signal(int, object)
    """`JobEnded`: nothing more comes from this job."""

    def __init__(
        self,
        lane: Lane,
        parent: QObject | None = None,
        *,
        budget_ms: float = BUDGET_MS,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self.lane = lane
        self._budget_s = budget_ms / 1000
        self._clock = clock
        self._open: dict[int, Job] = {}
        self._dropped: set[int] = set()
        self._giving_way: set[int] = set()
        self._ahead: tuple[int, JobEvent] | None = None  # taken off the queue, not announced yet
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.drain)
        self._signals = {
            Stage: self.stage_changed,
            ContextPlanned: self.context_planned,
            TextArrived: self.text_arrived,
            CandidateArrived: self.candidate_arrived,
            GenerationRecorded: self.recorded,
            TextScored: self.text_scored,
            PreviewChanged: self.preview_changed,
            LoopNoticed: self.loop_noticed,
            GenerationFinished: self.finished,
            ModelLoaded: self.model_loaded,
            ModelUnloaded: self.model_unloaded,
            ModelInfo: self.model_added,
            JobFailed: self.failed,
            JobEnded: self.job_ended,
        }

    def submit(self, work: Work, *, gives_way: bool = False) -> int:
        """Queue a job and listen to it.

        Args:
            work: Runs on the lane; it captured all it needs on the GUI thread.
            gives_way: Nobody waits for it: it is cancelled as soon as a job comes that somebody does
                wait for.

        Returns:
            The job's id, the first argument of its signals.
        """
        if not gives_way:
            for waiting in self._giving_way:
                self.cancel(waiting)
        job = self.lane.submit(work)
        self._open[job.id] = job
        if gives_way:
            self._giving_way.add(job.id)
        self._timer.start()
        return job.id

    def cancel(self, job_id: int) -> None:
        """Ask a job to stop; its last events still come. Does nothing when it is over."""
        job = self._open.get(job_id)
        if job is not None:
            job.cancel.cancel()

    def drop(self, job_id: int) -> None:
        """Ask a job to stop and hear no more of it but `job_ended`."""
        self.cancel(job_id)
        if job_id in self._open:
            self._dropped.add(job_id)

    def is_open(self, job_id: int) -> bool:
        """Whether the job's end was not announced yet."""
        return job_id in self._open

    @property
    def idle(self) -> bool:
        """Whether every job's end was announced; the timer then rests."""
        return not self._open

    def drain(self) -> None:
        """Announce queued events until the budget is spent. Called by the timer."""
        stop_at = self._clock() + self._budget_s
        while self._open:
            entry = self._next()
            if entry is None:
                return
            self._announce(*entry)
            if self._clock() >= stop_at:
                return
        self._timer.stop()

    def close(self, timeout_s: float = 3.0) -> bool:
        """Cancel all jobs, end the lane and announce nothing more.

        Returns:
            Whether the thread ended in time.
        """
        self._timer.stop()
        self._open.clear()
        return self.lane.close(timeout_s)

    def _next(self) -> tuple[int, JobEvent] | None:
        """The next event; pieces of text that wait one behind another come as one, for each that goes into
        a long text has Qt go through all that follows it."""
        entry = self._ahead or self._taken()
        self._ahead = None
        for _ in range(self.lane.events.qsize()):  # what comes meanwhile is for the next time
            if entry is None or not isinstance(entry[1], TextArrived):
                break
            following = self._taken()
            if (
                following is None
                or following[0] != entry[0]
                or not isinstance(following[1], TextArrived)
            ):
                self._ahead = following
                break
            text = entry[1].text + following[1].text
            entry = entry[0], TextArrived(text, following[1].tokens)
        return entry

    def _taken(self) -> tuple[int, JobEvent] | None:
        try:
            return self.lane.events.get_nowait()
        except queue.Empty:
            return None

    def _announce(self, job_id: int, event: JobEvent) -> None:
        if job_id not in self._open:
            log.debug("Dropped %s of job %d", type(event).__name__, job_id)
            return
        if isinstance(event, JobEnded):
            del self._open[job_id]
            self._dropped.discard(job_id)
            self._giving_way.discard(job_id)
        elif job_id in self._dropped:
            return
        if isinstance(event, Outcome):
            self.outcome_arrived.emit(job_id, event.value)
            return
        if isinstance(event, JobFailed):
            log.warning("Job %d failed: %s\n%s", job_id, event.message, event.detail)
        self._signals[type(event)].emit(job_id, event)
