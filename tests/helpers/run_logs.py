"""Run directories with a log of our making: what a worker would have told, through the real `RunStore`."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable
from pathlib import Path

import psutil

from ownhand.training.events import (
    CheckpointWritten,
    HeldOutScored,
    RunStage,
    SampleWritten,
    StepDone,
    TrainingEvent,
    to_line,
)
from ownhand.training.runs import RunInfo, RunStore
from ownhand.training.spec import TrainingSpec


def new_run(runs: RunStore, steps: int = 120, **changes: object) -> RunInfo:
    """A run that nobody has started."""
    values: dict[str, object] = {"name": "Mine", "base": "base", "data": "data", "steps": steps, "seq": 256, "rate": 1e-3, "warmup": 2}  # fmt: skip
    return runs.create(TrainingSpec(**(values | changes)))  # type: ignore[arg-type]


def tell(run: RunInfo, *events: TrainingEvent) -> None:
    """Append events to the log of a run, as its worker does."""
    with open(run.folder / "events.jsonl", "a", encoding="utf-8") as file:
        file.writelines(to_line(event) + "\n" for event in events)


def step(number: int, steps: int = 120, loss: float | None = None) -> StepDone:
    """A step whose loss falls, with some noise that is always the same."""
    if loss is None:
        loss = 3.4 + 0.35 * math.exp(-number / 30) + 0.12 * math.sin(number * 12.9898)
    return StepDone(number, steps, loss, 0.31, 1e-3, 210.0)


def scored(number: int, loss: float | None = None) -> HeldOutScored:
    """A score of the held-out part whose loss falls."""
    loss = 3.45 + 0.3 * math.exp(-number / 40) if loss is None else loss
    return HeldOutScored(number, loss, math.exp(loss), 0.31 + min(number, 300) / 2000)


def life(upto: int, steps: int = 120) -> Iterable[TrainingEvent]:
    """The events of a run from its beginning to a step."""
    yield RunStage("Reading the model")
    yield scored(0)
    for number in range(1, upto + 1):
        yield step(number, steps)
        if number % 15 == 0:
            yield CheckpointWritten(number)
            yield scored(number)
        if number % 40 == 0:
            yield SampleWritten(number, "top_p", "The morning after the storm", f" she walked down to the harbour, where the boats lay on their sides in the mud, and counted the windows that still had glass. It was sample {number}, and nobody spoke.")  # fmt: skip


def pretend_alive(run: RunInfo, pid: int | None = None) -> None:
    """Note a process that lives, this one if none is named, as the worker of a run."""
    process = psutil.Process(pid or os.getpid())
    note = {"pid": process.pid, "started": process.create_time()}
    (run.folder / "worker.json").write_text(json.dumps(note), encoding="utf-8")


def pretend_dead(run: RunInfo) -> None:
    """The process of the run is gone."""
    (run.folder / "worker.json").unlink(missing_ok=True)


def checkpoint_file(run: RunInfo, number: int) -> Path:
    """Something that lies where a checkpoint would."""
    path = run.folder / "checkpoints" / f"step-{number:08d}.safetensors"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    return path
