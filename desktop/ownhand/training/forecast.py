"""How long a run takes and how much memory it needs, from real steps on full sequences, a score and a sample.

`python -m ownhand.training.forecast SPEC` prints one JSON line; `measure` runs it in a process of its
own, so that its memory is gone afterwards and a crash for want of memory is an answer, not a disaster.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BackendError, BadInputError, NotEnoughMemoryError, OwnhandError
from ownhand.training.spec import TrainingSpec, read_spec, write_spec

log = logging.getLogger(__name__)

_SPARE_BYTES = 400_000_000


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run will need.

    Attributes:
        first_s: Seconds until the first step is done: reading, compiling, the step itself.
        step_s: Seconds per step after that.
        memory_bytes: Most memory it takes.
        score_s: Seconds per held-out score.
        sample_s: Seconds per sample, with all of its presets.
    """

    first_s: float
    step_s: float
    memory_bytes: int
    score_s: float = 0.0
    sample_s: float = 0.0


def measure(
    spec: TrainingSpec,
    folder: Path,
    backend: str,
    cancel: CancelToken,
    spare_bytes: int = _SPARE_BYTES,
) -> Forecast:
    """Take a few steps of a run and throw them away.

    Args:
        spec: What the run would do.
        folder: Where the spec may be written for the measuring process.
        backend: Keras backend.
        cancel: Looked at ten times a second; the measuring process is then ended.
        spare_bytes: Memory that must stay free for the writer's other programs; when it does not, the
            trial is ended before the system has to end something.

    Raises:
        Cancelled: If `cancel` was set.
        NotEnoughMemoryError: If it did not fit; says what would.
    """
    path = folder / f"forecast-{os.getpid()}.toml"
    write_spec(path, spec)
    with subprocess.Popen(
        [sys.executable, "-m", "ownhand.training.forecast", str(path)],
        env={**os.environ, "KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            told, noise = _answer(process, cancel, spare_bytes)
        finally:
            process.kill()
            path.unlink(missing_ok=True)
    answer = _last_line(told)
    if "first_s" in answer:
        return Forecast(**answer)
    if "problem" in answer:
        raise BadInputError(answer["problem"])
    if process.returncode in _KILLED or "ResourceExhausted" in noise or "MemoryError" in noise:
        raise NotEnoughMemoryError(_TOO_LITTLE)
    log.error("The trial step failed:\n%s", noise)
    raise BackendError(
        "A trial step did not come to its end. Try “ownhand doctor”; the log says more."
    )


_KILLED = (-9, -6, 137, 134)  # by the system or by us for want of memory; aborted by an allocator
_TOO_LITTLE = "There is not enough free memory for this training. Close other programs, choose LoRA, a smaller batch or shorter sequences, or start from a smaller model."


def _answer(process: subprocess.Popen[str], cancel: CancelToken, spare: int) -> tuple[str, str]:
    """What the measuring process says, and what its libraries say."""
    while True:
        cancel.raise_if_cancelled()
        try:
            return process.communicate(timeout=0.1)
        except subprocess.TimeoutExpired:
            if psutil.virtual_memory().available < spare:
                process.kill()


def _last_line(told: str) -> dict[str, Any]:
    with contextlib.suppress(ValueError, IndexError):
        answer = json.loads(told.splitlines()[-1])
        if isinstance(answer, dict):
            return answer
    return {}


def main() -> None:
    """Measure in this process and print the forecast."""
    begun = time.time() - psutil.Process().create_time()
    started = time.monotonic() - begun
    from ownhand.training.packed import read_packed
    from ownhand.training.run import prepare, scored_batches, take_step
    from ownhand.training.samples import SampleWriter

    try:
        spec = read_spec(Path(sys.argv[1]))
        packed = read_packed(Path(spec.data))
        backend = os.environ.get("KERAS_BACKEND", "tensorflow")
        stepper = prepare(spec, backend)
    except OwnhandError as problem:
        sys.stdout.write(json.dumps({"problem": str(problem)}) + "\n")
        return
    take_step(stepper, packed.train, spec, 0, lambda: "")
    scored = list(scored_batches(packed.held_out, spec))
    for batch in scored[:1]:
        stepper.score(batch)
    first_s = time.monotonic() - started
    steps = [
        partial(take_step, stepper, packed.train, spec, number, lambda: "") for number in (1, 2)
    ]
    step_s = min(map(_timed, steps))
    line = {
        "first_s": first_s,
        "step_s": step_s,
        "score_s": len(scored) * _timed(lambda: stepper.score(scored[0])) if scored else 0.0,
        "sample_s": _timed(lambda: list(SampleWriter(spec, backend).write(0, stepper.values()))),
        "memory_bytes": peak_memory(),
    }
    sys.stdout.write(json.dumps(line) + "\n")


def _timed(work: Callable[[], object]) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def peak_memory() -> int:
    """Most memory that this process ever had, in bytes."""
    memory = psutil.Process().memory_info()
    peak = max(memory.rss, getattr(memory, "peak_wset", 0))
    try:
        import resource
    except ImportError:  # Windows, where psutil knows the peak
        return peak
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(peak, kilobytes * (1 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main()
