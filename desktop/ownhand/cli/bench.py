"""`ownhand bench`: measurements, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from ownhand.cli.console import note

app = typer.Typer(
    help="Measure speed beside KerasHub and other engines, training, or the smoothness of the window."
)

_JSON = Annotated[str | None, typer.Option("--json", metavar="FILE", help="Also write the figures to a file.")]  # fmt: skip


@app.callback(invoke_without_command=True)
def speed(
    context: typer.Context,
    json: _JSON = None,
    plot: Annotated[str | None, typer.Option(metavar="FILE", help="Draw the figures into an .svg or .png file.")] = None,
    model: Annotated[str | None, typer.Option(help="Name of a model; else the starter model.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help="Runs of each measurement.")] = 5,
    quick: Annotated[bool, typer.Option("--quick", help="A short look: one run, short contexts, no starts.")] = False,
    only: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Measure only this contender; may be given more than once.")] = None,
    peer_python: Annotated[list[str] | None, typer.Option(metavar="NAME=PATH", help="The Python of an environment that has a peer: llama-cpp-python, openvino-genai or transformers.")] = None,
    gguf: Annotated[str | None, typer.Option(metavar="FILE", help="The GGUF file the model was made from, for the peers that read it.")] = None,
    fetch_gguf: Annotated[bool, typer.Option("--fetch-gguf", help="Fetch that of the starter model again, if it is not kept.")] = False,
    text: Annotated[str | None, typer.Option(metavar="FILE", help="A text that no engine has seen, to compare quality on; else a packaged one.")] = None,
    train: Annotated[bool, typer.Option("--train", help="Measure training too.")] = False,
) -> None:  # fmt: skip
    """Measure Ownhand beside KerasHub and each peer that is installed. Takes many minutes."""
    if context.invoked_subcommand is not None:
        return
    note("Measuring; this takes many minutes. Leave the machine alone meanwhile.")
    arguments = ["--runs", str(runs)]
    named = {"--plot": plot, "--model": model, "--gguf": gguf, "--text": text}
    for option, value in named.items():
        arguments += [option, str(value)] if value is not None else []
    for option, values in {"--only": only, "--peer-python": peer_python}.items():
        arguments += [f"{option}={value}" for value in values or []]
    switches = {"--quick": quick, "--fetch-gguf": fetch_gguf, "--train": train}
    _run("speed", [*arguments, *(option for option, on in switches.items() if on)], json)


@app.command("gui")
def gui(
    json: _JSON = None,
    training: Annotated[bool, typer.Option("--training", help="Also with a training beside it.")] = False,
    folder: Annotated[list[str] | None, typer.Option(help="Texts to train on; else a packaged sample. May be given again.")] = None,
) -> None:  # fmt: skip
    """Load, stream and type in a real window with a text of a megabyte, and report how long it ever stood still."""
    arguments = ["--training"] if training else []
    _run("gui", arguments + [f"--folder={one}" for one in folder or []], json)


@app.command("gpu")
def gpu(
    json: _JSON = None,
    shape: Annotated[str | None, typer.Option(help="Size of the model that decodes: llama-3.2-1b or llama-3.2-3b.")] = None,
    peer_python: Annotated[str | None, typer.Option(metavar="PATH", help="The Python of an environment with torch for CUDA, transformers and peft.")] = None,
    tiny: Annotated[bool, typer.Option("--tiny", help="Try the measurement with tiny sizes, without a GPU.")] = False,
) -> None:  # fmt: skip
    """Decode and finetune on a GPU with JAX, beside transformers; the weights are random."""
    arguments = ["--tiny"] if tiny else []
    arguments += ["--shape", shape] if shape else []
    _run("gpu", arguments + (["--peer-python", peer_python] if peer_python else []), json)


@app.command("train")
def train(
    folders: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER…]", help="Texts to train on; else a packaged sample.")] = None,
    json: _JSON = None,
    model: Annotated[str | None, typer.Option(help="Name of a model; else the starter model.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help="Timed steps on each side.")] = 6,
    peft_python: Annotated[str | None, typer.Option(metavar="PATH", help="The Python of an environment that has transformers and peft; else this one, if it has.")] = None,
) -> None:  # fmt: skip
    """Train beside KerasHub's own fit, LoRA and full, and beside peft; compare speed and memory."""
    note("Measuring; this takes some minutes. Leave the machine alone meanwhile.")
    arguments = [*(folders or []), "--runs", str(runs)]
    if model:
        arguments += ["--model", model]
    if peft_python:
        arguments += ["--peft-python", peft_python]
    _run("train", arguments, json)


def _run(module: str, arguments: list[str], json: str | None) -> None:
    if json:
        arguments = [*arguments, "--json", json]
    done = subprocess.run(
        [sys.executable, "-m", f"ownhand.bench.{module}", *arguments], check=False
    )
    if done.returncode:
        raise typer.Exit(done.returncode)
