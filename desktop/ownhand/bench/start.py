"""From process start to the first token, stage by stage, as `ownhand write` goes.

`python -m ownhand.bench.start --model DIRECTORY` measures itself once and prints one JSON line;
`measure` starts it with and without Python's compiled files and compiled programs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

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
    from ownhand.engine.backends import BackendChoice, choose_backend
    from ownhand.engine.engine import Engine

    stages: dict[str, float] = {}

    def mark(name: str) -> None:
        stages[name] = round(time.time() - begun, 2)

    mark("Python started")
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    choice = BackendChoice(
        choose_backend(settings.backend),
        settings.device,
        settings.dtype,
        options.cache or paths.cache,
    )
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
