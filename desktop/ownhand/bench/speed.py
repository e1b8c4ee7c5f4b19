"""Ownhand beside what a writer might use instead: same model, same threads, in turn, medians.

Run with `python -m ownhand.bench.speed`, or as `ownhand bench`.
"""

from __future__ import annotations

import argparse
import functools
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ownhand.bench import quality, side_by_side, start
from ownhand.bench.contenders import (  # fmt: skip
    CONTENDERS,
    KERAS_HUB,
    OWNHAND,
    Contender,
    command_of,
    peer_pythons,
)
from ownhand.bench.gathered import by_contender, ratios
from ownhand.bench.material import Extent, Material, extent
from ownhand.bench.model_forms import model_forms
from ownhand.bench.plot import write_plot
from ownhand.bench.report import with_machine
from ownhand.bench.roster import Roster
from ownhand.bench.table import show
from ownhand.core import atomic
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.messages import ModelInfo
from ownhand.core.paths import user_paths
from ownhand.engine.narrow.runtime import usable_cores
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.starter import chosen_or_starter
from ownhand.models.store import DirectoryStore

_SENTENCE = "My trip to Yosemite was"


def main() -> None:
    """Measure, print the tables, and write the files that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model")
    parser.add_argument("--json")
    parser.add_argument("--plot")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--gguf", type=Path)
    parser.add_argument("--fetch-gguf", action="store_true")
    parser.add_argument("--text", type=Path)
    parser.add_argument("--peer-python", action="append", default=[])
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--train", action="store_true")
    try:
        measure(parser.parse_args())
    except OwnhandError as problem:
        sys.exit(f"ownhand: {problem}")


def measure(options: argparse.Namespace) -> None:
    """Do what `main` was asked for.

    Raises:
        OwnhandError: If there is no model or an option cannot be used.
    """
    much = extent(options.runs, options.quick)
    info = chosen_or_starter(DirectoryStore(user_paths().models), options.model)
    pythons = peer_pythons(options.peer_python)
    threads = usable_cores()  # as many as Ownhand itself takes
    material = Material(info, much, options.text)
    with model_forms(info, options.gguf, options.fetch_gguf, tell) as forms:
        commands = _commands(pythons, forms, options.only)
        # The processes come first, while nobody holds memory.
        figures: dict[str, Any] = {
            "model": info.directory.name,
            "threads": threads,
            "quick": options.quick,
            "text": material.source,
        }
        if much.starts:
            figures |= _starts(info, material, commands, threads, forms, much.long_runs)
        with Roster(commands, threads, tell) as roster:
            roster.load(**forms)
            figures |= _beside(roster, material, much)
    if options.train:
        figures |= _training(options.model, much.runs)
    figures = with_machine(figures)
    if options.json:
        atomic.write_text(Path(options.json), json.dumps(figures, indent=2) + "\n")
    if options.plot:
        write_plot(figures, Path(options.plot))
    show(figures)


def tell(line: str) -> None:
    """How far it is, for the person who waits."""
    sys.stderr.write(f"{line} …\n")
    sys.stderr.flush()


def _commands(
    pythons: Mapping[str, str], forms: Mapping[str, Any], only: Sequence[str]
) -> dict[Contender, list[str]]:
    """Who takes part, and how each is started; who cannot is named."""
    if unknown := set(only) - {contender.name for contender in CONTENDERS}:
        raise BadInputError(f"There is no contender {', '.join(sorted(unknown))}. There are: {', '.join(one.name for one in CONTENDERS)}.")  # fmt: skip
    found = {}
    for contender in CONTENDERS:
        if only and contender.name not in only:
            continue
        command = command_of(contender, pythons)
        if command is None:
            tell(f"{contender.title} is not installed (the group “peers”, or --peer-python)")
        elif contender.needs and contender.needs not in forms:
            what = "a GGUF file (--gguf or --fetch-gguf)" if contender.needs == "gguf" else "a Llama"  # fmt: skip
            tell(f"{contender.title} needs {what}")
        else:
            found[contender] = command
    return found


def _starts(
    info: ModelInfo,
    material: Material,
    commands: Mapping[Contender, list[str]],
    threads: int,
    forms: Mapping[str, Any],
    runs: int,
) -> dict[str, Any]:
    """From the start of a process to the first token: Ownhand's stages, its command, the peers."""
    tell("Starting")
    found: dict[str, Any] = {}
    if any(contender.name == OWNHAND for contender in commands):
        cold = start.measure(info.directory, cold=True)
        warm = [start.measure(info.directory, cold=False) for _ in range(runs)]
        warm.sort(key=lambda one: float(one["total_s"]))
        middle = warm[len(warm) // 2]
        found = {
            "cold_start_s": cold["total_s"],
            "cold_start_stages": cold["stages"],
            "warm_start_s": middle["total_s"],
            "warm_start_stages": middle["stages"],
        }
    for key, text in (("start_s", _SENTENCE), ("start_of_1000_s", material.document)):
        tell(f"Starting behind {len(text):,} characters")
        starts: dict[str, Callable[[], float]] = {}
        for contender, command in commands.items():
            if contender.name == OWNHAND:
                starts[OWNHAND] = functools.partial(start.measure_write, info.slug, text)
            elif contender.file:
                ids = material.tokenizer.encode(text).tolist()
                starts[contender.name] = functools.partial(
                    start.measure_peer, command, threads, text, ids, **forms
                )
        found[key] = start.in_turn(starts, runs, tell)
    return found


def _beside(roster: Roster, material: Material, much: Extent) -> dict[str, Any]:
    ids = material.long.tolist()
    prompt = material.ids.tolist()
    decoded = side_by_side.decode(roster, material.prompt, prompt, much.new, much.runs)
    memory = roster.memory_gb()
    prefilled = side_by_side.prefill(roster, ids, much.prefill, much.long_runs)
    figures: dict[str, Any] = {"memory_gb": memory}
    figures |= side_by_side.candidates(roster, material.prompt, much.new // 2, 4, much.runs)
    for do, arguments in (("first_token", {"ids": ids[:1000]}), ("speculation", {})):
        if OWNHAND in roster.names(do):
            roster.tell(do.replace("_", " ").capitalize())
            figures |= roster.ask(OWNHAND, do, runs=much.long_runs, **arguments) or {}
    steps = side_by_side.steps(roster, ids, material.steps, much.long_runs)
    figures |= quality.measure(roster, material.windows, material.tokenizer.token_bytes)
    ours = roster.loaded.get(OWNHAND, {})
    figures |= {key: ours[key] for key in ("backend", "dtype") if key in ours}
    figures |= ratios(decoded, steps, prefilled, _same(decoded, material.tokenizer))
    figures["contenders"] = by_contender(roster.loaded, decoded, steps, prefilled)
    if roster.failed:
        figures["failed"] = roster.failed
    return figures


def _same(decoded: side_by_side.Decoded, tokenizer: Tokenizer) -> bool:
    """Whether Ownhand and KerasHub's generate() wrote the same text."""
    ours, theirs = (decoded.written.get(name, {}) for name in (OWNHAND, KERAS_HUB))
    return bool(ours) and ours.get("text") == tokenizer.decode(theirs.get("ids", ()))


def _training(model: str | None, runs: int) -> dict[str, Any]:
    """What `ownhand bench train` finds of LoRA."""
    tell("Training")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "train.json"
        command = [sys.executable, "-m", "ownhand.bench.train", "--json", str(file)]
        command += ["--runs", str(runs), *(["--model", model] if model else [])]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            return {}
        told = json.loads(file.read_text("utf-8"))
    keys = {"train_ratio": "lora_ratio", "train_memory_ratio": "lora_memory_ratio"}
    return {key: told.get(key, told.get(other)) for key, other in keys.items() if key in told or other in told}  # fmt: skip


if __name__ == "__main__":
    main()
