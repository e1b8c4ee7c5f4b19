"""`ownhand runs`: list, show, stop and remove."""

from __future__ import annotations

from typing import Annotated

import typer

from ownhand.cli.console import note
from ownhand.core.paths import user_paths

app = typer.Typer(help="Finetuning runs on this machine.", no_args_is_help=True)

_Run = Annotated[str, typer.Argument(metavar="RUN", help="Name as “ownhand runs list” shows it.")]


@app.command("list")
def list_runs() -> None:
    """List the runs, newest first: name, state, steps, model."""
    from ownhand.training.runs import RunStore

    found = RunStore(user_paths().runs).list()
    if not found:
        note("There is no run yet. “ownhand finetune FOLDER” starts one.")
    for run in found:
        typer.echo(f"{run.id}  {run.status}  {run.step}/{run.spec.steps}  {run.model}".rstrip())


@app.command("show")
def show(run: _Run) -> None:
    """Show what a run does and how far it is."""
    from ownhand.training.events import HeldOutScored
    from ownhand.training.runs import RunStore

    store = RunStore(user_paths().runs)
    info = store.open(run)
    typer.echo(f"{info.spec.name}: {info.status}, {info.step} of {info.spec.steps} steps")
    if info.loss is not None:
        typer.echo(f"loss of the last step: {info.loss:.4f} nats per token")
    for event in store.events(run):
        if isinstance(event, HeldOutScored):
            typer.echo(f"held out after {event.step} steps: {event.loss:.4f} nats per token, perplexity {event.perplexity:.1f}")  # fmt: skip
    for text in (info.message, f"model: {info.model}" if info.model else "", f"folder: {info.folder}"):  # fmt: skip
        if text:
            typer.echo(text)


@app.command("remove")
def remove(run: _Run) -> None:
    """Delete a run with its checkpoints, prepared texts and report. The model that came out of it stays."""
    from ownhand.training.runs import RunStore

    RunStore(user_paths().runs).remove(run)
    note(f"{run} is removed.")


@app.command("stop")
def stop(
    run: _Run,
    pause: Annotated[bool, typer.Option("--pause", help="Only pause it, to be resumed later.")] = False,
) -> None:  # fmt: skip
    """Stop a run and keep the model as it is by now."""
    from ownhand.training.runs import RunStore

    RunStore(user_paths().runs).ask(run, "pause" if pause else "stop")
    note(
        f"{run} was asked to {'pause' if pause else 'stop'}; it does so after the step, score or sample it is at."
    )
