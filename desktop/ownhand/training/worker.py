"""The process that trains: `python -m ownhand.training.worker RUN MODELS`.

It tells events as JSON lines on stdout and in the run's log, and looks at the run's wish file and at
SIGTERM after every micro-batch. A kill loses what was done since the last checkpoint, nothing else.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.errors import OwnhandError
from ownhand.training.events import RunEnded, TrainingEvent, to_line
from ownhand.training.runs import EVENTS_FILE, SPEC_FILE, note_worker, wish_of
from ownhand.training.spec import read_spec

log = logging.getLogger(__name__)

_NICENESS = 10  # the writer's window comes first


def main() -> int:
    """Carry out the run in a directory; returns the exit status."""
    folder, models = Path(sys.argv[1]), Path(sys.argv[2])
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    note_worker(folder)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(1))
    failed = False
    with open(folder / EVENTS_FILE, "a", encoding="utf-8") as file:
        for event in _told(folder, models, asked):
            line = to_line(event) + "\n"
            file.write(line)
            file.flush()
            with contextlib.suppress(BrokenPipeError, OSError):  # the window was closed
                sys.stdout.write(line)
                sys.stdout.flush()
            failed = isinstance(event, RunEnded) and event.state == "failed"
        os.fsync(file.fileno())
    return int(failed)


def _told(folder: Path, models: Path, asked: list[int]) -> Iterator[TrainingEvent]:
    """The events of the run, an error among them as its last one."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    step = 0
    try:
        spec = read_spec(folder / SPEC_FILE)
        from ownhand.training.run import carry_out

        backend = os.environ.get("KERAS_BACKEND", "tensorflow")
        for event in carry_out(
            spec, folder, models, backend, lambda: "pause" if asked else wish_of(folder)
        ):
            step = getattr(event, "step", step)
            yield event
    except OwnhandError as problem:
        yield RunEnded("failed", step, message=str(problem))
    except MemoryError:
        yield RunEnded("failed", step, message=_out_of_memory())
    except OSError as problem:
        log.exception("The run failed")
        reason = problem.strerror or str(problem)
        yield RunEnded("failed", step, message=f"The run could not be written: {reason}. The last checkpoint is kept; make room and resume the run.")  # fmt: skip
    except Exception as problem:
        log.error("%s", traceback.format_exc())
        if type(problem).__name__ in ("ResourceExhaustedError", "XlaRuntimeError"):
            yield RunEnded("failed", step, message=_out_of_memory())
            return
        yield RunEnded("failed", step, message=f"Something unforeseen went wrong ({type(problem).__name__}). The last checkpoint is kept, and the run can be resumed; worker.log in its folder says more.")  # fmt: skip


def _out_of_memory() -> str:
    return "There was not enough memory. The last checkpoint is kept. Close other programs and resume the run, or start one with a smaller batch or shorter sequences."


if __name__ == "__main__":
    sys.exit(main())
