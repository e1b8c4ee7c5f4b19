"""The runs on this machine: a directory each, with all that is known of it; whoever opens it can follow and steer it.

`spec.toml` says what to do, `events.jsonl` what was done, `checkpoints/` where to go on, `worker.json`
which process is at it, `wish` what the writer asked of it. Nothing is kept in memory, so the window
can be closed and opened again, and two of them can look on.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import psutil

from ownhand.core import atomic
from ownhand.core.errors import BadInputError
from ownhand.core.words import Sentence
from ownhand.training.events import ModelKept, RunEnded, StepDone, TrainingEvent, Wish, from_line
from ownhand.training.spec import TrainingSpec, read_spec, write_spec

SPEC_FILE = "spec.toml"
EVENTS_FILE = "events.jsonl"
_WORKER_FILE = "worker.json"
_WISH_FILE = "wish"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")

RunStatus = Literal["waiting", "running", "paused", "interrupted", "finished", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What a list of runs shows.

    Attributes:
        id: Name of its directory.
        folder: That directory.
        spec: What it does.
        status: "interrupted" when its process is gone without a word (a crash, a kill): it can be
            resumed, as "paused" can.
        step: Steps taken.
        loss: Nats per token of the last step, or None.
        model: Slug of what came out, or "".
        message: What went wrong, in words, or "".
    """

    id: str
    folder: Path
    spec: TrainingSpec
    status: RunStatus
    step: int
    loss: float | None
    model: str
    message: str


class RunStore:
    """All runs below one directory."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def create(self, spec: TrainingSpec) -> RunInfo:
        """Write down a new run; it is not started yet.

        Raises:
            BadInputError: If the spec cannot be carried out; names everything that is wrong.
            OSError: If it cannot be written.
        """
        problems = spec.problems()
        if spec.open_fields():
            problems.append(f"The run is not planned yet: {', '.join(spec.open_fields())}.")
        if problems:
            raise BadInputError(" ".join(problems))
        plain = re.sub(r"[^a-z0-9]+", "-", spec.name.lower()).strip("-")[:40] or "run"
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        folder = self._root / f"{plain}-{stamp}"
        number = 2
        while folder.exists():
            folder = self._root / f"{plain}-{stamp}-{number}"
            number += 1
        folder.mkdir(parents=True)
        write_spec(folder / SPEC_FILE, spec)
        return self.open(folder.name)

    def list(self) -> tuple[RunInfo, ...]:
        """All runs, newest first; what is no run is left out."""
        found = []
        for folder in self._root.iterdir() if self._root.is_dir() else ():
            if _ID.fullmatch(folder.name) and (folder / SPEC_FILE).is_file():
                with contextlib.suppress(BadInputError):
                    found.append(self.open(folder.name))
        return tuple(sorted(found, key=lambda run: (run.folder / SPEC_FILE).stat().st_mtime, reverse=True))  # fmt: skip

    def open(self, run_id: str) -> RunInfo:
        """One run.

        Raises:
            BadInputError: If there is none of that name, or its spec is damaged.
        """
        folder = self._root / run_id
        if not _ID.fullmatch(run_id) or not (folder / SPEC_FILE).is_file():
            raise BadInputError(
                Sentence(
                    "There is no run “{run_id}”. “ownhand runs list” shows them.", run_id=run_id
                )
            )
        spec = read_spec(folder / SPEC_FILE)
        step, loss, ended, model = 0, None, None, ""
        for event in self.events(run_id):
            ended = None  # whatever comes after an end is a new life of the run
            if isinstance(event, StepDone):
                step, loss = event.step, event.loss
            elif isinstance(event, ModelKept):
                model = event.model
            elif isinstance(event, RunEnded):
                step, ended = max(step, event.step), event
        status: RunStatus = "waiting"
        if is_alive(folder):
            status, ended = "running", None
        elif ended is not None:
            status = ended.state
        elif (folder / EVENTS_FILE).exists():
            status = "interrupted"
        return RunInfo(
            run_id, folder, spec, status, step, loss, model, ended.message if ended else ""
        )

    def events(self, run_id: str) -> Iterator[TrainingEvent]:
        """What a run told so far, in order; a line torn by a crash is passed over."""
        try:
            text = (self._root / run_id / EVENTS_FILE).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for line in text.split("\n"):  # a sample may hold other line ends
            event = from_line(line)
            if event is not None:
                yield event

    def remove(self, run_id: str) -> None:
        """Delete a run with all that was made for it; its model stays.

        Raises:
            BadInputError: If there is none of that name, or it runs.
            OSError: If it cannot be deleted.
        """
        run = self.open(run_id)
        if run.status == "running":
            raise BadInputError(
                Sentence("The run “{run_id}” is running. Stop it first.", run_id=run_id)
            )
        made = Path(run.spec.data).parent
        leaving = run.folder.with_name(
            f".removed-{run.id}"
        )  # out of the list before the first file goes
        os.replace(run.folder, leaving)
        shutil.rmtree(leaving, ignore_errors=True)
        others = {Path(other.spec.data).parent for other in self.list()}
        if made.parent == self._root.parent / "packed" and made not in others:
            shutil.rmtree(made, ignore_errors=True)

    def ask(self, run_id: str, wish: Wish) -> None:
        """Ask a running run to pause or to stop and keep what there is.

        It does so after the micro-batch, the score or the sample that it is at.


        Raises:
            BadInputError: If it does not run.
        """
        run = self.open(run_id)
        if run.status != "running":
            raise BadInputError(
                Sentence(
                    "The run “{run_id}” does not run; it is {status}.",
                    run_id=run_id,
                    status=run.status,
                )
            )
        atomic.write_text(run.folder / _WISH_FILE, wish)

    def start(self, run_id: str, models: Path, backend: str) -> subprocess.Popen[str]:
        """Start or resume a run in a process of its own, which outlives this one.

        Returns:
            The process; its stdout gives the events as lines.

        Raises:
            BadInputError: If it runs already or is over.
        """
        run = self.open(run_id)
        if run.status == "running":
            raise BadInputError(Sentence("The run “{run_id}” is running already.", run_id=run_id))
        if run.status in ("finished", "stopped"):
            raise BadInputError(
                Sentence(
                    "The run “{run_id}” is over; its model is {model}.",
                    run_id=run_id,
                    model=run.model,
                )
            )
        forget_wish(run.folder)
        command = [sys.executable, "-m", "ownhand.training.worker", str(run.folder), str(models)]
        with open(run.folder / "worker.log", "a", encoding="utf-8") as told_by_libraries:
            process = subprocess.Popen(
                command,
                env={**os.environ, "KERAS_BACKEND": backend},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=told_by_libraries,
                text=True,
                encoding="utf-8",
                start_new_session=True,  # Ctrl+C is for us; the run is asked, not killed
            )
        with contextlib.suppress(psutil.Error, OSError):  # it is over, or notes itself
            note_worker(run.folder, process.pid)  # at once, so that nobody starts a second one
        return process


def note_worker(folder: Path, pid: int | None = None) -> None:
    """Write down that a process, this one by default, is at the run in `folder`."""
    worker = psutil.Process(pid)
    atomic.write_text(
        folder / _WORKER_FILE, json.dumps({"pid": worker.pid, "started": worker.create_time()})
    )


def is_alive(folder: Path) -> bool:
    """Whether the process that noted itself for a run is there still."""
    try:
        noted = json.loads((folder / _WORKER_FILE).read_text(encoding="utf-8"))
        process = psutil.Process(noted["pid"])
        same = abs(process.create_time() - noted["started"]) < 1.0
        return same and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return False


def forget_wish(folder: Path) -> None:
    """What the writer asked of the run in `folder` is done."""
    (folder / _WISH_FILE).unlink(missing_ok=True)


def wish_of(folder: Path) -> Wish:
    """What the writer asked of the run in `folder`."""
    try:
        text = (folder / _WISH_FILE).read_text(encoding="utf-8").strip()
    except OSError:
        return ""
    if text == "pause":
        return "pause"
    return "stop" if text == "stop" else ""
