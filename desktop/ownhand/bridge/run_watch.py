"""Follows one run by its directory, whoever started it and whenever, and steers it."""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ownhand.bridge.run_progress import RunProgress
from ownhand.bridge.tasks import Tasks
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.words import Sentence, mark, why
from ownhand.training.events import TrainingEvent, Wish, from_line
from ownhand.training.runs import EVENTS_FILE, RunInfo, RunStatus, RunStore, is_alive, wish_of

log = logging.getLogger(__name__)

INTERVAL_MS = 200
CATCH_UP_MS = 15
BUDGET_MS = 4.0

NOT_STARTED = mark(
    "The run could not be started. What it has learnt up to its last checkpoint is kept; "
    "worker.log in its folder says more."
)

_CHUNK_BYTES = 1 << 16
_START_S = 30.0
"""A worker that has not noted itself by then never will."""


def let_go(process: subprocess.Popen[str]) -> None:
    """Leave a worker to itself: its events are read from its log, and its end is awaited by a thread."""
    if process.stdout is not None:
        process.stdout.close()
    threading.Thread(target=process.wait, name="run-end", daemon=True).start()


class RunWatch(QObject):
    """Reads what a run tells from its log, a few milliseconds at a time, and knows whether it lives.

    Args:
        runs: All runs.
        models: The model store's directory.
        backend: Names the Keras backend that a run is started on.
        tasks: Coroutines of the window.
        budget_ms: Longest time spent on reading at once.
        clock: Seconds.

    Attributes:
        run: The run that is followed, or None.
        progress: What its events come to so far, or None.
        status: As in `RunInfo`; "running" also while its process is being started.
        asked: What it was asked and has not done yet.
        caught_up: Whether everything that the log held was read.
    """

    run_changed = Signal()
    """Another run is followed, or none: `run` and `progress` are new."""
    events_arrived = Signal(tuple)
    """Its next events (`TrainingEvent`), in order; `progress` has taken them already."""
    status_changed = Signal(str)
    """`status` or `asked` is another one now."""
    refused = Signal(str)
    """What the writer asked cannot be done; a sentence."""

    def __init__(
        self,
        runs: RunStore,
        models: Path,
        backend: Callable[[], str],
        tasks: Tasks,
        parent: QObject | None = None,
        *,
        budget_ms: float = BUDGET_MS,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self.run: RunInfo | None = None
        self.progress: RunProgress | None = None
        self.status: RunStatus = "waiting"
        self.asked: Wish = ""
        self.caught_up = False
        self._runs = runs
        self._models = models
        self._backend = backend
        self._tasks = tasks
        self._budget_s = budget_ms / 1000
        self._clock = clock
        self._offset = 0
        self._rest = b""
        self._lines: list[bytes] = []
        self._wanted = ""
        self._launching = False
        self._asking = False
        self._process: subprocess.Popen[str] | None = None
        self._give_up_at = 0.0
        self._heard = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read)

    def follow(self, run_id: str, *, just_started: bool = False) -> None:
        """Follow a run from its first event on; the one before is left to itself.

        Args:
            run_id: Name of the run.
            just_started: Its process was started a moment ago and may not have noted itself yet.
        """
        self.leave()
        self._wanted = run_id
        self._launching, self._heard = just_started, False
        self._give_up_at = self._clock() + _START_S
        self._tasks.start(self._follow(run_id))

    def leave(self) -> None:
        """Follow nothing any more; the run goes on."""
        self._timer.stop()
        self.run, self.progress = None, None
        self.status, self.asked, self.caught_up = "waiting", "", False
        self._offset, self._rest, self._lines = 0, b"", []
        self._wanted, self._process = "", None
        self._launching = self._asking = False

    def pause(self) -> None:
        """Ask the run to pause; it does so within seconds."""
        self._ask("pause")

    def stop_and_keep(self) -> None:
        """Ask the run to end and to keep the model as it is by now; one that rests is woken for it."""
        if self.status in ("paused", "interrupted", "failed"):
            self._start("stop")
        else:
            self._ask("stop")

    def resume(self) -> None:
        """Start a run that waits, or go on with one that rests, in a process of its own."""
        self._start("")

    def read(self) -> None:
        """Take in what the log holds until the budget is spent. Called by the timer."""
        if self.run is None or self.progress is None:
            return
        alive = is_alive(self.run.folder)  # before reading: its last words are in the log by then
        arrived = self._next_events(self._clock() + self._budget_s)
        if arrived:
            self._heard = True
            self.events_arrived.emit(tuple(arrived))
        self._timer.setInterval(INTERVAL_MS if self.caught_up else CATCH_UP_MS)
        if self.caught_up:
            self._judge(alive)

    async def _follow(self, run_id: str) -> None:
        try:
            run = await self._tasks.in_thread(lambda: self._runs.open(run_id))
        except OwnhandError as problem:
            if self._wanted == run_id:
                self.refused.emit(str(problem))
            return
        if self._wanted != run_id:
            return
        self.run, self.progress = run, RunProgress(run.spec)
        self.status = "running" if self._launching else run.status
        self.asked = wish_of(run.folder) if self.status == "running" else ""
        self.run_changed.emit()
        self.status_changed.emit(self.status)
        self._timer.start(CATCH_UP_MS)

    def _next_events(self, stop_at: float) -> list[TrainingEvent]:
        assert self.progress is not None
        arrived: list[TrainingEvent] = []
        seen_s = self._clock() if self.caught_up else None
        while True:
            if not self._lines and not self._read_chunk():
                self.caught_up = True
                return arrived
            event = from_line(self._lines.pop().decode("utf-8", errors="replace"))
            if event is not None:
                self.progress.add(event, seen_s)
                arrived.append(event)
            if self._clock() >= stop_at:
                return arrived

    def _read_chunk(self) -> bool:
        """Whether the log held another whole line; a line without its end is not yet one."""
        assert self.run is not None
        try:
            with open(self.run.folder / EVENTS_FILE, "rb") as file:
                file.seek(self._offset)
                while chunk := file.read(_CHUNK_BYTES):
                    self._offset += len(chunk)
                    *lines, self._rest = (self._rest + chunk).split(b"\n")
                    if lines:
                        self._lines = lines[::-1]
                        return True
        except OSError:  # it has not told anything yet
            return False
        return False

    def _judge(self, alive: bool) -> None:
        """Say what state the run is in, now that all it told is known."""
        assert self.run is not None
        assert self.progress is not None
        if alive:
            if self._launching:
                self._launching, self._process = False, None
                self._ask(self.asked)
            # a worker that has done what it was asked forgets the wish and may go on with the report
            self._become("running", self.asked if self._asking else wish_of(self.run.folder))
            return
        if self._launching:
            gone = self._process is not None and self._process.returncode is not None
            if not gone and self._clock() < self._give_up_at:
                return
            self._launching, self._process = False, None
            if not self._heard:
                self.refused.emit(NOT_STARTED)
        if self.progress.ended is not None:
            self._become(self.progress.ended.state, "")
        else:
            self._become("interrupted" if self._offset else "waiting", "")

    def _become(self, status: RunStatus, asked: Wish) -> None:
        if (status, asked) != (self.status, self.asked):
            self.status, self.asked = status, asked
            self.status_changed.emit(status)

    def _ask(self, wish: Wish) -> None:
        if self.run is None or self.status != "running":
            return
        self._become("running", wish)
        if wish and not self._launching:  # else it is asked as soon as it is there
            self._asking = True
            self._tasks.start(self._have_asked(self.run.id, wish))

    async def _have_asked(self, run_id: str, wish: Wish) -> None:
        try:
            await self._tasks.in_thread(lambda: self._runs.ask(run_id, wish))
        except BadInputError as problem:  # it ended on its own; that is seen soon
            log.info("%s", problem)
        except OSError as problem:
            if self._wanted == run_id:
                self._become(self.status, "")
                sentence = Sentence(
                    "The run could not be asked for that ({reason}). It goes on.",
                    reason=why(problem),
                )
                self.refused.emit(sentence)
        finally:
            if self._wanted == run_id:
                self._asking = False

    def _start(self, then: Wish) -> None:
        if self.run is None or self._launching or self.status == "running":
            return
        self._launching, self._heard = True, False
        self._give_up_at = self._clock() + _START_S
        self._become("running", then)
        self._tasks.start(self._have_started(self.run.id))

    async def _have_started(self, run_id: str) -> None:
        try:
            backend = self._backend()
            process = await self._tasks.in_thread(
                lambda: self._runs.start(run_id, self._models, backend)
            )
        except (OwnhandError, OSError) as problem:
            if self._wanted == run_id:
                self._launching = False
                self.refused.emit(str(problem))
            return
        let_go(process)
        if self._wanted == run_id and self._launching:
            self._process = process
