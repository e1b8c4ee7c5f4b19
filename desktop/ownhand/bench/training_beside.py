"""A run of finetuning beside the window that is measured, begun as the writer begins one."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from typing import Any

import psutil

from ownhand.bench.heart import Heart
from ownhand.bridge.tasks import Tasks
from ownhand.training.events import RunEnded, StepDone, TrainingEvent
from ownhand.ui.main_window import MainWindow
from ownhand.ui.training.training_window import SETUP, TrainingWindow

_WORKER_FILE = "worker.json"
_MINUTES = 60.0
_END_S = 20.0


class TrainingBeside:
    """Begins a run in the training window, which stays open and follows it, and ends it again.

    Args:
        window: The main window.
        tasks: Coroutines of the measurement.
        heart: Its beats are what is waited on.
    """

    def __init__(self, window: MainWindow, tasks: Tasks, heart: Heart) -> None:
        self._window = window
        self._tasks = tasks
        self._heart = heart
        self._steps: list[StepDone] = []
        self._ended: RunEnded | None = None
        self._refused: list[str] = []
        self._opened: TrainingWindow | None = None
        self._seen = 0
        self._begun_at = 0.0

    async def begin(self, folders: Sequence[str]) -> None:
        """Open the window, choose the texts, press the button, and wait until steps are taken.

        Raises:
            RuntimeError: If the run does not come to its first step; says why.
        """
        self._window.training.open(self._window)
        while self._window.training.window is None:
            await self._tasks.emitted(self._heart.beaten)
        opened = self._opened = self._window.training.window
        opened.controller.refused.connect(lambda _what, _kind, why: self._refused.append(why))
        loaded = self._window.models.loaded
        opened.draft.change(
            model=loaded.info.slug if loaded is not None else "", folders=tuple(folders),
            name="Bench", minutes=_MINUTES, report=False,
        )  # fmt: skip
        opened.go_to(SETUP)
        opened.run_pages.watch.events_arrived.connect(self._on_events_arrived)
        opened.run_pages.watch.refused.connect(self._refused.append)
        opened.primary.click()
        while not self._steps:
            if self._refused or self._ended is not None:
                raise RuntimeError(
                    self._refused[0] if self._refused else "The training ended at once."
                )
            await self._tasks.emitted(self._heart.beaten)
        self._seen, self._begun_at = len(self._steps), time.perf_counter()

    def figures(self) -> dict[str, Any]:
        """What the run did since `begin` returned, and how far it gives way."""
        assert self._opened is not None
        run = self._opened.run_pages.watch.run
        assert run is not None
        noted = json.loads((run.folder / _WORKER_FILE).read_text(encoding="utf-8"))
        seconds = time.perf_counter() - self._begun_at
        steps = self._steps[self._seen :]
        return {
            "alive": self._ended is None,
            "steps": len(steps),
            "seconds": round(seconds, 1),
            "method": run.spec.method,
            "batch": run.spec.batch,
            "sequence_length": run.spec.seq,
            "worker_nice": psutil.Process(noted["pid"]).nice(),
            "window_nice": psutil.Process(os.getpid()).nice(),
        }

    async def end(self) -> None:
        """Have the run pause, and end its process if it does not."""
        assert self._opened is not None
        watch = self._opened.run_pages.watch
        run = watch.run
        assert run is not None
        noted = json.loads((run.folder / _WORKER_FILE).read_text(encoding="utf-8"))
        watch.pause()
        begun = time.perf_counter()
        while self._ended is None and time.perf_counter() - begun < _END_S:
            await self._tasks.emitted(self._heart.beaten)
        if self._ended is None:
            psutil.Process(noted["pid"]).kill()
        self._opened.close()

    def _on_events_arrived(self, events: tuple[TrainingEvent, ...]) -> None:
        for event in events:
            if isinstance(event, StepDone):
                self._steps.append(event)
            elif isinstance(event, RunEnded):
                self._ended = event
