"""What the commands that write have in common: which model, which settings, and how a stream is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ownhand.cli.console import StageLine, note
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import (
    ContextPlanned,
    GenerationEvent,
    GenerationFinished,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    PreviewChanged,
    Stage,
    TextArrived,
)
from ownhand.core.paths import Paths
from ownhand.core.settings import Settings

if TYPE_CHECKING:
    from ownhand.core.sampling import SamplingSettings
    from ownhand.engine.engine import Engine

# Options that mean the same to each of these commands.
ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="Name of a model; the one last chosen, else the starter model."),
]
PresetOption = Annotated[
    str | None, typer.Option("--preset", help="Name of a preset, see “ownhand presets”.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="Change one setting of the preset; may be given more than once (lists grow, \\n is a new line).",
    ),
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Never download anything.")]


def chosen_sampling(
    paths: Paths, settings: Settings, preset: str | None, changes: list[str], seed: int | None
) -> tuple[SamplingSettings, str]:
    """The settings that --preset, --set and --seed ask for, and the name of the preset.

    Raises:
        BadInputError: If there is no such preset or a setting is wrong.
    """
    from ownhand.core.presets import find_preset
    from ownhand.core.sampling import SPECS, SamplingSettings

    chosen = find_preset(preset or settings.preset, paths)
    values: dict[str, Any] = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise BadInputError(f"--set needs FIELD=VALUE, as in --set temperature=0.7, not “{change}”.")  # fmt: skip
        name, value = name.strip(), value.replace("\\n", "\n").replace("\\t", "\t")
        if name in SPECS and SPECS[name].kind == "texts":
            values[name] = [*values.get(name, []), value]
        else:
            values[name] = value
    if seed is not None:
        values["seed"] = seed
    return SamplingSettings.from_values(values, chosen.settings, "--set"), chosen.name


def chosen_model(
    paths: Paths, settings: Settings, name: str | None, offline: bool, cancel: CancelToken
) -> ModelInfo:
    """The model to write with; fetches the starter model when there is none.

    Raises:
        ModelError: If there is none of that name, or it cannot be fetched.
    """
    from ownhand.models.starter import fetch_starter
    from ownhand.models.starter_record import starter_record
    from ownhand.models.store import DirectoryStore

    store = DirectoryStore(paths.models)
    wanted = name or settings.model
    if wanted:
        return store.open(wanted)
    record = starter_record()
    line = StageLine()
    if not offline and store.find_source(record.model_sha256) is None:
        note(
            f"Fetching {record.title} once: {record.download_bytes / 1e6:.0f} MB, "
            f"licence {record.licence}, {record.installed_bytes / 1e6:.0f} MB on disk."
        )
    info: ModelInfo | None = None
    for event in fetch_starter(store, paths.cache, cancel, offline=offline):
        if isinstance(event, Stage):
            line.show(event)
        else:
            info = event
    line.clear()
    assert info is not None
    return info


def loaded_engine(paths: Paths, settings: Settings, info: ModelInfo, cancel: CancelToken) -> Engine:
    """An engine with a model in it; shows on stderr how far it is."""
    from ownhand.core.model_words import bits_of, where, who_computes
    from ownhand.engine.backends import BackendChoice
    from ownhand.engine.engine import Engine

    engine = Engine(BackendChoice.of(settings, paths.cache))
    line = StageLine()
    for event in engine.load(info.directory, cancel):
        if isinstance(event, Stage):
            line.show(event)
        elif isinstance(event, ModelLoaded):
            line.clear()
            note(f"{event.info.title} on {where(event.device)}, computed by {who_computes(event.backend)}, {bits_of(event.dtype)} bits a weight")  # fmt: skip
    return engine


def print_stream(events: Iterator[GenerationEvent], *, margin: bool = False) -> str:
    """Print a stream to stdout as it comes, and what is to be known about it to stderr.

    Args:
        events: The stream.
        margin: Whether white space at its beginning is left out.

    Returns:
        What was printed.
    """
    line = StageLine()
    written = ""
    for event in events:
        match event:
            case Stage():
                line.show(event)
            case TextArrived():
                line.clear()
                text = event.text if written or not margin else event.text.lstrip()
                written += text
                sys.stdout.write(text)
                sys.stdout.flush()
            case PreviewChanged():
                line.show(Stage(f"Searching, {event.tokens} tokens"))
            case ContextPlanned():
                line.clear()
                _tell_what_is_left_out(event)
            case LoopNoticed():
                line.clear()
                remedy = " ".join(f"--set {name}={value}" for name, value in event.remedy)
                note(f"\n{event.advice} Try: {remedy}")
            case GenerationFinished():
                line.clear()
                if sys.stdout.isatty():
                    typer.echo()
                note(
                    f"{event.new_tokens} tokens, first after {event.first_token_s:.1f} s, then {event.tokens_per_s:.1f} tokens/s, seed {event.seed}"
                )
            case _:
                pass
    return written


def _tell_what_is_left_out(planned: ContextPlanned) -> None:
    if planned.dropped_turns:
        note(f"The conversation is longer than the model can see: the oldest {planned.dropped_turns} turns are left out.")  # fmt: skip
    elif planned.dropped_characters:
        note(f"The text is longer than the model can see: it reads the last {planned.prompt_tokens} tokens; the first {planned.dropped_characters} characters are left out.")  # fmt: skip
    if planned.cut_characters:
        note(f"That is more than the model can see at once: {planned.cut_characters} characters are left out of its middle.")  # fmt: skip
