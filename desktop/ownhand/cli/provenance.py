"""`ownhand provenance`: who wrote what in a text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ownhand.core.paths import user_paths


def provenance(
    file: Annotated[Path, typer.Argument(help="A text that was written in Ownhand.")],
    plain: Annotated[bool, typer.Option("--plain", help="Without the signs of Markdown.")] = False,
) -> None:
    """State what of a text was typed, pasted and generated, and by which models."""
    from ownhand.document.sidecar import load_records, load_spans
    from ownhand.document.statement import make_statement
    from ownhand.document.statement_text import as_markdown, as_plain_text
    from ownhand.document.text_file import read_text_file

    folder = user_paths().provenance
    text = read_text_file(file).text
    statement = make_statement(
        file.stem,
        datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        text,
        load_spans(folder, file, text),
        load_records(folder, file),
    )
    markdown = as_markdown(statement)
    typer.echo(as_plain_text(markdown) if plain else markdown, nl=False)
