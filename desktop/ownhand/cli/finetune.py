"""`ownhand finetune`: train on folders of texts, without the window."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ownhand.cli.console import StageLine, note, stop_on_interrupt
from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import load_settings

if TYPE_CHECKING:
    from ownhand.training.prepare import Prepared
    from ownhand.training.runs import RunStore
    from ownhand.training.spec import TrainingSpec

_RATES = {"lora": 1e-3, "full": 5e-5}
_EPOCHS = 3


def finetune(
    folders: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER…", help="Folders or files of texts.")] = None,
    method: Annotated[str, typer.Option(help="lora (adapters beside the model, quick) or full (every weight).")] = "lora",
    name: Annotated[str, typer.Option(help="Name of the model that comes out.")] = "My writing",
    model: Annotated[str | None, typer.Option(help="Model to start from; else the starter model.")] = None,
    minutes: Annotated[float, typer.Option(min=0.1, help="About how long to train; turned into a number of steps once, at the start.")] = 15.0,
    resume: Annotated[str | None, typer.Option(metavar="RUN", help="Go on with a run that was paused or interrupted.")] = None,
) -> None:  # fmt: skip
    """Train a model on your own texts. Ctrl+C pauses; --resume goes on."""
    from ownhand.engine.backends import choose_backend
    from ownhand.training.runs import RunStore

    paths = user_paths()
    backend = choose_backend(load_settings(paths.settings_file).backend)
    if backend != "tensorflow":
        raise BadInputError(f"Training runs on TensorFlow; the backend is {backend}. Unset KERAS_BACKEND or change the setting.")  # fmt: skip
    runs = RunStore(paths.runs)
    with stop_on_interrupt() as cancel:
        if resume is not None:
            run_id = resume
        elif folders:
            run_id = _new_run(paths, runs, folders, method, name, model, minutes, backend, cancel)
        else:
            raise BadInputError("Name the folders to train on, or a run with --resume.")
        _follow(runs, run_id, runs.start(run_id, paths.models, backend), cancel)


def _new_run(
    paths: Paths, runs: RunStore, folders: list[Path], method: str, name: str,
    model: str | None, minutes: float, backend: str, cancel: CancelToken,
) -> str:  # fmt: skip
    """Read the folders, forecast the steps and write the run down; returns its name."""
    from ownhand.training.forecast import measure
    from ownhand.training.spec import TrainingSpec

    base = _base(paths, model)
    data = paths.runs / ".data"
    spec = TrainingSpec(
        name=name, base=str(base.directory), data=str(data), method=method,
        rate=_RATES.get(method, 1e-4),
    )  # fmt: skip
    if spec.problems():
        raise BadInputError(" ".join(spec.problems()))
    prepared = _prepared(paths, folders, base, spec, cancel)
    found = prepared.report
    note(f"{found.files} files, {found.words:,} words: {prepared.train_blocks} sequences to learn from, {prepared.held_out_blocks} held out.")  # fmt: skip
    note(found.verdict.reason)
    for item in prepared.skipped:
        note(f"Skipped: {item.path} {item.reason}")
    if not prepared.train_blocks:
        raise BadInputError("There is too little text to train on. Choose folders with more of it.")
    note("Trying a step to see how long it takes …")
    forecast = measure(replace(spec, data=str(prepared.folder)), paths.cache, backend, cancel)
    per_epoch = max(1, prepared.train_blocks // spec.batch)
    steps = min(forecast.steps_within(60 * minutes), _EPOCHS * per_epoch)
    note(f"{steps} steps, about {forecast.seconds_for(steps) / 60:.0f} minutes, {forecast.memory_bytes / 1e9:.1f} GB of memory.")  # fmt: skip
    cancel.raise_if_cancelled()
    run = runs.create(
        replace(spec, data=str(prepared.folder), steps=steps, warmup=min(20, steps // 10))
    )
    return run.id


def _prepared(
    paths: Paths, folders: list[Path], base: ModelInfo, spec: TrainingSpec, cancel: CancelToken
) -> Prepared:
    from ownhand.training.prepare import Prepared, prepare_corpus

    line = StageLine()
    done: Prepared | None = None
    into = paths.data / "packed" / _fresh_name()
    for event in prepare_corpus(
        folders, base.directory, paths, into, cancel, seq=spec.seq, seed=spec.seed
    ):
        if isinstance(event, Prepared):
            done = event
        else:
            line.show(event)
    line.clear()
    assert done is not None
    return done


def _fresh_name() -> str:
    from datetime import datetime

    return datetime.now().strftime("%Y%m%d-%H%M%S-%f")


def _base(paths: Paths, model: str | None) -> ModelInfo:
    from ownhand.models.starter_record import starter_record
    from ownhand.models.store import DirectoryStore

    store = DirectoryStore(paths.models)
    info = store.open(model) if model else store.find_source(starter_record().model_sha256)
    if info is None:
        raise BadInputError("There is no model to start from. “ownhand write Hello” fetches the starter model.")  # fmt: skip
    return info


def _follow(
    runs: RunStore, run_id: str, process: subprocess.Popen[str], cancel: CancelToken
) -> None:
    """Show how the run goes until it ends; Ctrl+C asks it to pause."""
    from ownhand.training.events import HeldOutScored, RunEnded, RunStage, StepDone

    line = StageLine()
    ended: RunEnded | None = None
    first: HeldOutScored | None = None
    last: HeldOutScored | None = None
    asked = False
    for event in _events(process):
        if cancel.cancelled and not asked and runs.open(run_id).status == "running":
            runs.ask(run_id, "pause")
            asked = True
        match event:
            case RunStage():
                line.show(Stage(event.label))
            case StepDone():
                left = f"loss {event.loss:.3f}, {event.tokens_per_s:.0f} tokens/s"
                line.show(Stage(f"Step {event.step} of {event.steps}, {left}", event.step, event.steps))  # fmt: skip
            case HeldOutScored():
                first, last = first or event, event
                line.clear()
                note(f"Held out after {event.step} steps: {event.loss:.4f} nats per token")
            case RunEnded():
                ended = event
            case _:
                pass
    line.clear()
    process.wait()
    if ended is None:
        raise OwnhandError(f"The run {run_id} was ended from outside. “ownhand finetune --resume {run_id}” goes on from its last checkpoint.")  # fmt: skip
    if ended.state == "failed":
        raise OwnhandError(ended.message)
    if ended.state == "paused":
        note(f"Paused after {ended.step} steps. “ownhand finetune --resume {run_id}” goes on.")
        raise Cancelled
    if first and last:
        note(f"On pages it never saw: {first.loss:.4f} nats per token before, {last.loss:.4f} after.")  # fmt: skip
    typer.echo(ended.model)


def _events(process: subprocess.Popen[str]) -> Iterator[object]:
    from ownhand.training.events import from_line

    assert process.stdout is not None
    with process.stdout:
        for text in process.stdout:
            event = from_line(text)
            if event is not None:
                yield event
