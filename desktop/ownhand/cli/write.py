"""`ownhand write`: continue a text on stdout."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ownhand.cli.console import stop_on_interrupt
from ownhand.cli.model_use import (
    ModelOption,
    OfflineOption,
    PresetOption,
    SetOption,
    chosen_model,
    chosen_sampling,
    loaded_engine,
    print_stream,
)
from ownhand.core.cancel import Cancelled
from ownhand.core.errors import BadInputError
from ownhand.core.messages import GenerationRequest
from ownhand.core.paths import user_paths
from ownhand.core.settings import load_settings


def write(
    prompt: Annotated[str, typer.Argument(help="The text to continue, or - to read it from stdin.")],
    model: ModelOption = None,
    preset: PresetOption = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, max=100_000, help="Most tokens to write.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="Seed, to have the same text again.")] = None,
    set_: SetOption = None,
    offline: OfflineOption = False,
) -> None:  # fmt: skip
    """Continue a text. The continuation alone goes to stdout, everything else to stderr."""
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    sampling, preset_name = chosen_sampling(paths, settings, preset, set_ or [], seed)
    request = GenerationRequest(
        prompt=_read_prompt(prompt),
        settings=sampling,
        max_tokens=max_tokens or settings.max_tokens,
        context_tokens=settings.context_tokens,
        preset=preset_name,
    )
    with stop_on_interrupt() as cancel:
        info = chosen_model(paths, settings, model, offline, cancel)
        engine = loaded_engine(paths, settings, info, cancel)
        print_stream(engine.stream(request, cancel))
        if cancel.cancelled:
            raise Cancelled


def _read_prompt(prompt: str) -> str:
    """The prompt itself, or stdin for "-".

    Raises:
        BadInputError: If it is not text.
    """
    try:
        text = sys.stdin.buffer.read().decode("utf-8") if prompt == "-" else prompt
        text.encode("utf-8")
    except UnicodeError as problem:
        raise BadInputError(
            "The prompt is not UTF-8 text. Save it as UTF-8 and try again."
        ) from problem
    return text.replace("\r\n", "\n")
