"""`ownhand presets`: list, import, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="List the presets: what each does to the writing. Take others over, pass yours on.",
    invoke_without_command=True,
)


@app.callback()
def list_presets(context: typer.Context) -> None:
    """List the presets: what each does to the writing. Take others over, pass yours on."""
    from ownhand.core.paths import user_paths
    from ownhand.core.presets import all_presets

    if context.invoked_subcommand is not None:
        return
    found = all_presets(user_paths())
    width = max(len(preset.name) for preset in found)
    for preset in found:
        typer.echo(f"{preset.name:<{width}}  {preset.description}")


@app.command("import")
def import_file(
    file: Annotated[
        Path,
        typer.Argument(
            help="A preset of Ownhand, text-generation-webui, KoboldAI Lite or SillyTavern."
        ),
    ],
) -> None:
    """Keep a preset of a file among your own; tells what could not be taken over."""
    from dataclasses import replace

    from ownhand.core.paths import user_paths
    from ownhand.core.preset_formats import import_preset
    from ownhand.core.presets import all_presets, free_name, save_preset

    paths = user_paths()
    taken = import_preset(file)
    name = free_name(taken.preset.name, all_presets(paths))
    kept = save_preset(replace(taken.preset, name=name), paths.presets)
    typer.echo(f"Kept as “{kept.name}”, taken over from {taken.format}.")
    for sentence in taken.left_out:
        typer.echo(f"Not taken over: {sentence}", err=True)


@app.command("export")
def export_file(
    name: Annotated[str, typer.Argument(help="Name of the preset.")],
    file: Annotated[Path, typer.Argument(help="The file to write, for example mine.toml.")],
) -> None:
    """Write a preset to a file of its own, to pass on."""
    from ownhand.core.errors import BadInputError
    from ownhand.core.paths import user_paths
    from ownhand.core.presets import find_preset, write_preset_file

    preset = find_preset(name, user_paths())
    if file.exists():
        raise BadInputError(f"{file} is there already. Choose another name for the file.")
    write_preset_file(preset, file)
    typer.echo(f"“{preset.name}” was written to {file}.")
