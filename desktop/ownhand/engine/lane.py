"""The model lane: one long-lived thread that loads, generates and frees.

Keras keeps global state per thread and its models are not thread-safe, so all of that happens here.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import OwnhandError
from ownhand.core.messages import JobEnded, JobEvent, JobFailed
from ownhand.core.priority import give_way

log = logging.getLogger(__name__)

Work = Callable[[CancelToken], Iterator[JobEvent]]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work on the lane. `cancel.cancel()` stops it, also while it still waits."""

    id: int
    cancel: CancelToken


class Lane:
    """Runs jobs one after another on its own thread and puts their events on `events`.

    `submit` may be called from any thread. Each job ends with exactly one `JobEnded`.

    Attributes:
        events: (job id, event) in order; whoever drains it drops the ids it no longer cares for.
    """

    def __init__(self, name: str = "model-lane") -> None:
        self.events: queue.SimpleQueue[tuple[int, JobEvent]] = queue.SimpleQueue()
        self._jobs: queue.SimpleQueue[tuple[Job, Work] | None] = queue.SimpleQueue()
        self._ids = itertools.count(1)
        self._open: dict[int, Job] = {}
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Work) -> Job:
        """Queue a job; returns at once.

        Args:
            work: Called on the lane with the job's token; its events are passed on. It checks the
                token between tokens and between load stages.
        """
        job = Job(next(self._ids), CancelToken())
        with self._lock:
            self._open[job.id] = job
        self._jobs.put((job, work))
        return job

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        with self._lock:
            return bool(self._open)

    def cancel_all(self) -> None:
        """Ask every running and waiting job to stop; returns at once."""
        with self._lock:
            jobs = list(self._open.values())
        for job in jobs:
            job.cancel.cancel()

    def close(self, timeout_s: float = 10.0) -> bool:
        """Cancel everything and end the thread.

        Returns:
            Whether the thread ended in time; it is a daemon, so the process can exit regardless.
        """
        self.cancel_all()
        self._jobs.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        give_way()
        while (entry := self._jobs.get()) is not None:
            job, work = entry
            ended = self._run_one(job, work)
            with self._lock:
                del self._open[job.id]
            self.events.put((job.id, ended))

    def _run_one(self, job: Job, work: Work) -> JobEnded:
        try:
            job.cancel.raise_if_cancelled()
            for event in work(job.cancel):
                self.events.put((job.id, event))
        except Cancelled:
            return JobEnded(cancelled=True)
        except OwnhandError as problem:
            self.events.put(
                (job.id, JobFailed(str(problem), traceback.format_exc(), type(problem).__name__))
            )
        except MemoryError:
            message = "There is not enough free memory for this. Close other programs or choose a smaller model."
            self.events.put((job.id, JobFailed(message, traceback.format_exc())))
        except Exception as problem:  # the lane must outlive any fault of a job
            log.exception("A job on the model lane failed")
            message = f"Something unforeseen went wrong ({type(problem).__name__}). Your text is safe. Try again; if it comes back, please report it with the log."
            self.events.put((job.id, JobFailed(message, traceback.format_exc())))
        return JobEnded(cancelled=job.cancel.cancelled)
