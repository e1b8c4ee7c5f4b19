"""`ownhand finetune`: train on folders of texts, without the window."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ownhand.cli.console import StageLine, note, stop_on_interrupt
from ownhand.core import atomic
from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import load_settings

if TYPE_CHECKING:
    from ownhand.training.events import RunEnded, TrainingEvent
    from ownhand.training.planning import Plan
    from ownhand.training.prepare import Prepared
    from ownhand.training.runs import RunStore
    from ownhand.training.spec import TrainingSpec


def finetune(
    folders: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER…", help="Folders or files of texts.")] = None,
    recipe: Annotated[str | None, typer.Option(help="A well-known way of training: R1, R1-poems, R2, R3, R4, R5, Poems.")] = None,
    method: Annotated[str | None, typer.Option(help="lora (adapters beside the model, quick; the default), full (every weight) or scratch (a small new model).")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the model that comes out.")] = None,
    model: Annotated[str | None, typer.Option(help="Model to start from; else the starter model.")] = None,
    minutes: Annotated[float | None, typer.Option(min=0.1, help="About how long to train; turned into a number of steps once, at the start. 15 if nothing is said.")] = None,
    epochs: Annotated[float | None, typer.Option(min=0.01, help="Instead of minutes: how often to go through the texts.")] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Instead of minutes: steps in all.")] = None,
    prompt: Annotated[str | None, typer.Option(help="Your own beginning, continued in samples and in the report.")] = None,
    without: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Leave this file or folder out; may be given again.")] = None,
    spec: Annotated[Path | None, typer.Option(metavar="FILE", help="Take everything else from a saved training (TOML).")] = None,
    like: Annotated[str | None, typer.Option(metavar="MODEL", help="Train as this model was trained; with --without, again without a file.")] = None,
    further: Annotated[str | None, typer.Option("--continue", metavar="MODEL", help="Train this model further, with more epochs or more folders.")] = None,
    report: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Copy the before/after report here.")] = None,
    resume: Annotated[str | None, typer.Option(metavar="RUN", help="Go on with a run that was paused or interrupted.")] = None,
) -> None:  # fmt: skip
    """Train a model on your own texts. Ctrl+C pauses; --resume goes on."""
    from ownhand.engine.backends import choose_backend
    from ownhand.training.runs import RunStore

    paths = user_paths()
    backend = choose_backend(load_settings(paths.settings_file).backend)
    runs = RunStore(paths.runs)
    if report is not None:
        _refuse_unwritable(report)
    _refuse_contradictions(
        {"--resume": resume, "--continue": further, "--like": like},
        {
            "FOLDER": folders, "--recipe": recipe, "--spec": spec, "--method": method, "--model": model,
            "--name": name, "--minutes": minutes, "--epochs": epochs, "--steps": steps,
            "--prompt": prompt, "--without": without,
        },
    )  # fmt: skip
    with stop_on_interrupt() as cancel:
        if resume is not None:
            run_id = resume
        else:
            start = _start_from(
                paths, spec, like, further, without or [], folders or [], epochs, minutes
            )
            chosen = _chosen(
                start,
                recipe,
                method=method,
                name=name,
                model=model,
                minutes=minutes,
                epochs=epochs,
                steps=steps,
                sample_prompt=prompt,
            )
            if not chosen.folders:
                raise BadInputError("Name the folders to train on, or a run with --resume.")
            run_id = _planned(paths, runs, chosen, backend, cancel)
        _follow(runs, run_id, runs.start(run_id, paths.models, backend), cancel)
    typer.echo(runs.open(run_id).model)
    if report is not None:
        _copy_report(runs, run_id, report)


def _start_from(
    paths: Paths, file: Path | None, like: str | None, further: str | None, without: list[Path],
    folders: list[Path], epochs: float | None, minutes: float | None,
) -> TrainingSpec:  # fmt: skip
    """What a saved spec or a model says; the options come on top of it."""
    from ownhand.models.store import DirectoryStore
    from ownhand.training.lineage import spec_continuing, spec_like, spec_without
    from ownhand.training.spec import TrainingSpec, read_spec

    store = DirectoryStore(paths.models)
    if further is not None:
        return spec_continuing(
            store, further, epochs=epochs or 0.0, minutes=minutes or 0.0, folders=folders
        )
    if like is not None:
        return spec_without(store, like, without) if without else spec_like(store, like)
    missing = [str(path) for path in without if not path.exists()]
    if missing:
        raise BadInputError(f"There is no {', '.join(missing)} to leave out. Check the path.")
    start = read_spec(file) if file is not None else TrainingSpec()
    return replace(
        start,
        base="",
        data="",
        folders=tuple(str(folder.absolute()) for folder in folders) or start.folders,
        without=(*start.without, *(str(path.absolute()) for path in without)),
    )


def _chosen(start: TrainingSpec, recipe: str | None, **options: Any) -> TrainingSpec:
    from ownhand.training.recipes import apply_recipe, find_recipe

    spec = apply_recipe(find_recipe(recipe), start) if recipe is not None else start
    given = {name: value for name, value in options.items() if value is not None}
    amounts = {"minutes", "epochs", "steps"}
    if amounts & given.keys():  # whichever is given is meant instead of what stood there
        given = {"epochs": 0.0, "steps": 0, **given}
    return replace(spec, **given)


def _planned(
    paths: Paths, runs: RunStore, spec: TrainingSpec, backend: str, cancel: CancelToken
) -> str:
    """Read the folders, forecast the steps and write the run down; returns its name."""
    from ownhand.training.planning import Plan, plan_run
    from ownhand.training.prepare import Prepared

    line = StageLine()
    plan: Plan | None = None
    for event in plan_run(spec, paths, backend, cancel):
        if isinstance(event, Plan):
            plan = event
        elif isinstance(event, Prepared):
            line.clear()
            _tell_texts(event)
        else:
            line.show(event)
    line.clear()
    assert plan is not None
    for sentence in plan.advice:
        note(sentence)
    _tell_plan(plan)
    cancel.raise_if_cancelled()
    return runs.create(plan.spec).id


def _tell_texts(prepared: Prepared) -> None:
    found = prepared.report
    note(f"{found.files} files, {found.words:,} words: {prepared.train_blocks} sequences to learn from, {prepared.held_out_blocks} held out.")  # fmt: skip
    note(found.verdict.reason)
    for item in prepared.skipped:
        note(f"Skipped: {item.path} {item.reason}")


def _tell_plan(plan: Plan) -> None:
    memory = plan.forecast.memory_bytes / 1e9
    note(f"{plan.spec.steps} steps ({plan.epochs:.2g} times through the texts), about {plan.seconds / 60:.0f} minutes, {memory:.1f} GB of memory.")  # fmt: skip


_TAKEN = {
    "--resume": (),
    "--continue": ("FOLDER", "--name", "--minutes", "--epochs", "--steps", "--prompt"),
    "--like": ("--without", "--name", "--minutes", "--epochs", "--steps", "--prompt"),
}
"""What can be said beside an option that tells where a training begins; the rest is as it was then."""


def _refuse_contradictions(beginnings: Mapping[str, object], others: Mapping[str, object]) -> None:
    """What would be passed over in silence is refused."""
    begun = [name for name, value in beginnings.items() if value is not None]
    if len(begun) > 1:
        raise BadInputError(f"{' and '.join(begun)} cannot be used together. Choose one of them.")
    for name in begun:
        wrong = [other for other, value in others.items() if value and other not in _TAKEN[name]]
        if wrong:
            raise BadInputError(f"{name} cannot be used with {', '.join(wrong)}: all of that stays as it was. Leave it out.")  # fmt: skip


def _refuse_unwritable(report: Path) -> None:
    """Tell before the training, not after it."""
    folder = report.absolute().parent
    closed = report.exists() and not os.access(report, os.W_OK)
    if report.is_dir() or closed or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise BadInputError(f"The report cannot be written to {report}. Name a file in a folder that is there and can be written.")  # fmt: skip


def _copy_report(runs: RunStore, run_id: str, report: Path) -> None:
    from ownhand.training.report.report import REPORT_FILE

    made = runs.open(run_id).folder / REPORT_FILE
    if not made.is_file():
        raise OwnhandError("There is no report to copy: it was left out or could not be made. The model is kept.")  # fmt: skip
    atomic.write_bytes(report, made.read_bytes())


def _follow(
    runs: RunStore, run_id: str, process: subprocess.Popen[str], cancel: CancelToken
) -> None:
    """Show how the run goes until it ends; Ctrl+C asks it to pause."""
    line = StageLine()
    ended: RunEnded | None = None
    asked = False
    for event in _events(process):
        if cancel.cancelled and not asked and runs.open(run_id).status == "running":
            runs.ask(run_id, "pause")
            asked = True
        ended = _show(event, line) or ended
    line.clear()
    process.wait()
    if ended is None:
        raise OwnhandError(f"The run {run_id} was ended from outside. “ownhand finetune --resume {run_id}” goes on from its last checkpoint.")  # fmt: skip
    if ended.state == "failed":
        raise OwnhandError(ended.message)
    if ended.state == "paused":
        note(f"Paused after {ended.step} steps. “ownhand finetune --resume {run_id}” goes on.")
        raise Cancelled
    if ended.message:
        note(ended.message)
    _tell_report(runs, run_id)


def _show(event: TrainingEvent, line: StageLine) -> RunEnded | None:
    """Show one event; returns it if it is the last."""
    from ownhand.training.events import (
        EpochDone,
        HeldOutScored,
        RunEnded,
        RunStage,
        SampleWritten,
        StepDone,
    )

    told = ""
    match event:
        case RunStage():
            line.show(Stage(event.label, event.done, event.total))
        case StepDone():
            speed = f"loss {event.loss:.3f}, {event.tokens_per_s:.0f} tokens/s"
            line.show(
                Stage(f"Step {event.step} of {event.steps}, {speed}", event.step, event.steps)
            )
        case HeldOutScored():
            told = f"Held out after {event.step} steps: {event.loss:.4f} nats per token, perplexity {event.perplexity:.1f}, {event.accuracy:.1%} right"
        case EpochDone():
            told = f"Epoch {event.epoch}, {event.step} steps: {event.loss:.4f} nats per token, perplexity {event.perplexity:.1f}, {event.accuracy:.1%} right"
        case SampleWritten():
            told = f"Sample after {event.step} steps ({event.sampler}): {event.prompt}|{event.text}"
        case RunEnded():
            return event
        case _:
            pass
    if told:
        line.clear()
        note(told)
    return None


def _tell_report(runs: RunStore, run_id: str) -> None:
    from ownhand.training.events import HeldOutScored
    from ownhand.training.report.report import PAGE_FILE, read_report

    folder = runs.open(run_id).folder
    report = read_report(folder)
    if report is not None:
        note(report.sentence)
        note(f"The whole report: {folder / PAGE_FILE}")
        return
    scores = [event for event in runs.events(run_id) if isinstance(event, HeldOutScored)]
    if scores:
        note(f"On pages it never saw: {scores[0].loss:.4f} nats per token before, {min(score.loss for score in scores[1:] or scores):.4f} after.")  # fmt: skip


def _events(process: subprocess.Popen[str]) -> Iterator[TrainingEvent]:
    from ownhand.training.events import from_line

    assert process.stdout is not None
    with process.stdout:
        for text in process.stdout:
            event = from_line(text)
            if event is not None:
                yield event
