"""From process start to the first token, stage by stage, as `ownhand write` goes.

`python -m ownhand.bench.start --model DIRECTORY` measures itself once and prints one JSON line;
`measure` starts it with and without Python's compiled files and compiled programs. `measure_write`
times the command itself, as a writer waits for it, and peers from the start of their process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil

from ownhand.bench.report import spread
from ownhand.bench.worker_process import ContenderFailed, WorkerProcess
from ownhand.core.errors import BackendError

_PROMPT = "My trip to Yosemite was"


def measure(directory: Path, cold: bool) -> dict[str, Any]:
    """Start a fresh process and have it write one token.

    Args:
        directory: The model.
        cold: Give it neither compiled Python files nor compiled programs, as at the very first start.
            The system's file cache stays as it is.

    Returns:
        "total_s", and "stages": seconds since process start at which each stage began.

    Raises:
        BackendError: If it did not start; quotes what it said.
    """
    with tempfile.TemporaryDirectory(prefix="ownhand-bench-") as scratch:
        environment = dict(os.environ)
        command = [sys.executable, "-m", "ownhand.bench.start", "--model", str(directory)]
        if cold:
            environment["PYTHONPYCACHEPREFIX"] = scratch
            command += ["--cache", scratch]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackendError(f"The model could not be started.\n{done.stderr.strip()}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def measure_write(model: str, text: str) -> float:
    """Seconds from the start of `ownhand write` to its first character.

    Args:
        model: Its name in the store.
        text: What it continues.

    Raises:
        BackendError: If nothing came; quotes what it said.
    """
    command = [sys.executable, "-m", "ownhand", "write", "-", "--model", model, "--offline"]
    command += ["--max-tokens", "8", "--seed", "0"]
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(text.encode())
            process.stdin.close()
            came = process.stdout.read(1)
            seconds = time.perf_counter() - begun
            process.kill()
        if not came:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            raise BackendError(f"“ownhand write” wrote nothing.\n{said}")
    return seconds


def measure_peer(command: Sequence[str], threads: int, text: str, ids: Sequence[int], **load: Any) -> float:  # fmt: skip
    """Seconds from the start of a contender's process to its first token.

    Raises:
        ContenderFailed: If it could not.
    """
    begun = time.perf_counter()
    worker = WorkerProcess(command, threads)
    try:
        worker.ask("load", threads=threads, **load)
        ready = time.perf_counter() - begun
        first: float = worker.ask("decode", text=text, ids=list(ids), new=2)["first_s"]
        return ready + first
    finally:
        worker.close()


def in_turn(
    starts: Mapping[str, Callable[[], float]], runs: int, tell: Callable[[str], object]
) -> dict[str, dict[str, float]]:
    """Start everybody in turn, once to warm the disk and `runs` times for the figures, in seconds."""
    taken: dict[str, list[float]] = {name: [] for name in starts}
    for turn in range(runs + 1):
        for name in list(taken):
            try:
                seconds = starts[name]()
            except ContenderFailed as problem:
                tell(f"{name} did not start: {problem}")
                del taken[name]
                continue
            if turn:
                taken[name].append(seconds)
    return {name: spread(seconds) for name, seconds in taken.items()}


def main() -> None:
    """Load, write one token, and print when each stage began."""
    begun = psutil.Process().create_time()
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()

    from ownhand.core.cancel import CancelToken
    from ownhand.core.messages import GenerationRequest, Stage, TextArrived
    from ownhand.core.paths import user_paths
    from ownhand.core.sampling import SamplingSettings
    from ownhand.core.settings import load_settings
    from ownhand.engine.backends import BackendChoice
    from ownhand.engine.engine import Engine

    stages: dict[str, float] = {}

    def mark(name: str) -> None:
        stages[name] = round(time.time() - begun, 2)

    mark("Python started")
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    choice = BackendChoice.of(settings, options.cache or paths.cache)
    engine, cancel = Engine(choice), CancelToken()
    for event in engine.load(options.model, cancel):
        if isinstance(event, Stage):
            mark(event.label)
    mark("loaded")
    request = GenerationRequest(_PROMPT, SamplingSettings(sampler="greedy"), max_tokens=8)
    for happening in engine.stream(request, cancel):
        if isinstance(happening, TextArrived):
            mark("first token")
            break
    sys.stdout.write(json.dumps({"total_s": stages["first token"], "stages": stages}) + "\n")
    sys.stdout.flush()
    os._exit(0)  # the backend's threads take seconds to wind down, which is not what is measured


if __name__ == "__main__":
    main()
