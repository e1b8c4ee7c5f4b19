"""`ownhand presets`."""

from __future__ import annotations

import typer


def presets() -> None:
    """List the presets: what each does to the writing."""
    from ownhand.core.paths import user_paths
    from ownhand.core.presets import all_presets

    found = all_presets(user_paths())
    width = max(len(preset.name) for preset in found)
    for preset in found:
        typer.echo(f"{preset.name:<{width}}  {preset.description}")
