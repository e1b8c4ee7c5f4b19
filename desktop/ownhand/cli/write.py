"""`ownhand write`: continue a text on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ownhand.cli.console import StageLine, note, stop_on_interrupt
from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import (
    ContextPlanned,
    GenerationEvent,
    GenerationFinished,
    GenerationRequest,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    PreviewChanged,
    Stage,
    TextArrived,
)
from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import Settings, load_settings

if TYPE_CHECKING:
    from ownhand.core.sampling import SamplingSettings


def write(
    prompt: Annotated[str, typer.Argument(help="The text to continue, or - to read it from stdin.")],
    model: Annotated[str | None, typer.Option(help="Name of a model; the one last chosen, else the starter model.")] = None,
    preset: Annotated[str | None, typer.Option(help="Name of a preset, see “ownhand presets”.")] = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, max=100_000, help="Most tokens to write.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="Seed, to have the same text again.")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Change one setting of the preset; may be given more than once (lists grow, \\n is a new line).")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Never download anything.")] = False,
) -> None:  # fmt: skip
    """Continue a text. The continuation alone goes to stdout, everything else to stderr."""
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    sampling, preset_name = _sampling(paths, settings, preset, set_ or [], seed)
    request = GenerationRequest(
        prompt=_read_prompt(prompt),
        settings=sampling,
        max_tokens=max_tokens or settings.max_tokens,
        context_tokens=settings.context_tokens,
        preset=preset_name,
    )
    with stop_on_interrupt() as cancel:
        info = _model(paths, settings, model, offline, cancel)
        _stream(paths, settings, info, request, cancel)
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


def _sampling(
    paths: Paths, settings: Settings, preset: str | None, changes: list[str], seed: int | None
) -> tuple[SamplingSettings, str]:
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


def _model(
    paths: Paths, settings: Settings, name: str | None, offline: bool, cancel: CancelToken
) -> ModelInfo:
    """The model to write with; fetches the starter model when there is none."""
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


def _stream(
    paths: Paths,
    settings: Settings,
    info: ModelInfo,
    request: GenerationRequest,
    cancel: CancelToken,
) -> None:
    from ownhand.engine.backends import BackendChoice, choose_backend
    from ownhand.engine.engine import Engine

    choice = BackendChoice(
        choose_backend(settings.backend), settings.device, settings.dtype, paths.cache
    )
    engine = Engine(choice)
    line = StageLine()
    for event in engine.load(info.directory, cancel):
        if isinstance(event, Stage):
            line.show(event)
        elif isinstance(event, ModelLoaded):
            line.clear()
            note(f"{event.info.title} on {event.device} ({event.backend}, {event.dtype})")
    _print_stream(engine.stream(request, cancel), line)


def _print_stream(events: Iterator[GenerationEvent], line: StageLine) -> None:
    for event in events:
        match event:
            case Stage():
                line.show(event)
            case TextArrived():
                line.clear()
                sys.stdout.write(event.text)
                sys.stdout.flush()
            case PreviewChanged():
                line.show(Stage(f"Searching, {event.tokens} tokens"))
            case ContextPlanned() if event.dropped_characters:
                line.clear()
                note(f"The text is longer than the model can see: it reads the last {event.prompt_tokens} tokens; the first {event.dropped_characters} characters are left out.")  # fmt: skip
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
