"""How long a step takes and how much memory it needs, from two real steps on full sequences.

`python -m ownhand.training.forecast SPEC` prints one JSON line; `measure` runs it in a process of its
own, so that its memory is gone afterwards and a crash for want of memory is an answer, not a disaster.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import NotEnoughMemoryError
from ownhand.training.spec import TrainingSpec, read_spec, write_spec


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run will need.

    Attributes:
        first_s: Seconds until the first step is done: reading, compiling, the step itself.
        step_s: Seconds per step after that.
        memory_bytes: Most memory it takes.
    """

    first_s: float
    step_s: float
    memory_bytes: int

    def steps_within(self, seconds: float) -> int:
        """Steps that fit into a time, at least 1."""
        return max(1, int((seconds - self.first_s) / self.step_s))

    def seconds_for(self, steps: int) -> float:
        """Time for a number of steps."""
        return self.first_s + self.step_s * max(0, steps - 1)


def measure(spec: TrainingSpec, folder: Path, backend: str, cancel: CancelToken) -> Forecast:
    """Take a few steps of a run and throw them away.

    Args:
        spec: What the run would do.
        folder: Where the spec may be written for the measuring process.
        backend: Keras backend.
        cancel: Looked at ten times a second; the measuring process is then ended.

    Raises:
        Cancelled: If `cancel` was set.
        NotEnoughMemoryError: If the measuring process was ended for want of memory.
    """
    path = folder / "forecast.toml"
    write_spec(path, spec)
    with subprocess.Popen(
        [sys.executable, "-m", "ownhand.training.forecast", str(path)],
        env={**os.environ, "KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            while process.poll() is None:
                cancel.raise_if_cancelled()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.1)
            told = process.stdout.read() if process.stdout else ""
        finally:
            process.kill()
            path.unlink(missing_ok=True)
    if process.returncode:
        raise NotEnoughMemoryError(
            "A trial step did not come to its end; most likely there is not enough memory. Choose a smaller batch, shorter sequences or LoRA, or close other programs."
        )
    return Forecast(**json.loads(told.splitlines()[-1]))


def main() -> None:
    """Measure in this process and print the forecast."""
    begun = time.time() - psutil.Process().create_time()
    started = time.monotonic() - begun
    from ownhand.training.packed import read_packed
    from ownhand.training.run import prepare, take_step

    spec = read_spec(Path(sys.argv[1]))
    packed = read_packed(Path(spec.data))
    _, stepper = prepare(spec, os.environ.get("KERAS_BACKEND", "tensorflow"))
    take_step(stepper, packed.train, spec, 0, lambda: "")
    first_s = time.monotonic() - started
    times = []
    for step in (1, 2):
        before = time.monotonic()
        take_step(stepper, packed.train, spec, step, lambda: "")
        times.append(time.monotonic() - before)
    memory = psutil.Process().memory_info()
    peak = max(memory.rss, getattr(memory, "peak_wset", 0), _peak_of_this_process())
    line = {"first_s": first_s, "step_s": min(times), "memory_bytes": peak}
    sys.stdout.write(json.dumps(line) + "\n")


def _peak_of_this_process() -> int:
    try:
        import resource
    except ImportError:  # Windows, where psutil knows the peak
        return 0
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
