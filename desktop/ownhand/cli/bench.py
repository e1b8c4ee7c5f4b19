"""`ownhand bench`: measurements, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from ownhand.cli.console import note

app = typer.Typer(
    help="Measure speed beside KerasHub, or the smoothness of the window. Prints JSON."
)

_JSON = Annotated[str | None, typer.Option("--json", metavar="FILE", help="Also write the figures to a file.")]  # fmt: skip


@app.callback(invoke_without_command=True)
def speed(
    context: typer.Context,
    json: _JSON = None,
    model: Annotated[str | None, typer.Option(help="Name of a model; else the starter model.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help="Runs of each measurement.")] = 5,
) -> None:  # fmt: skip
    """Measure decoding, prefill, prompt edits and start-up. Takes some minutes."""
    if context.invoked_subcommand is None:
        note("Measuring; this takes some minutes. Leave the machine alone meanwhile.")
        arguments = ["--runs", str(runs)]
        if model:
            arguments += ["--model", model]
        _run("speed", arguments, json)


@app.command("gui")
def gui(json: _JSON = None) -> None:
    """Load and stream in a real window, and report how long it ever stood still."""
    _run("gui", [], json)


@app.command("train")
def train(
    folders: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER…]", help="Texts to train on; else a packaged sample.")] = None,
    json: _JSON = None,
    model: Annotated[str | None, typer.Option(help="Name of a model; else the starter model.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help="Timed steps on each side.")] = 6,
) -> None:  # fmt: skip
    """Train beside KerasHub's own fit, LoRA and full, and compare speed and memory."""
    note("Measuring; this takes some minutes. Leave the machine alone meanwhile.")
    arguments = [*(folders or []), "--runs", str(runs)]
    if model:
        arguments += ["--model", model]
    _run("train", arguments, json)


def _run(module: str, arguments: list[str], json: str | None) -> None:
    if json:
        arguments = [*arguments, "--json", json]
    done = subprocess.run(
        [sys.executable, "-m", f"ownhand.bench.{module}", *arguments], check=False
    )
    if done.returncode:
        raise typer.Exit(done.returncode)
