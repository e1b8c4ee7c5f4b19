"""The process that trains: `python -m ownhand.training.worker RUN MODELS`.

It tells events as JSON lines on stdout and in the run's log, and looks at the run's wish file and at
SIGTERM after every micro-batch. A kill loses what was done since the last checkpoint, nothing else.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import OwnhandError
from ownhand.core.messages import Stage
from ownhand.core.priority import give_way_to_window
from ownhand.training.events import (
    ModelKept,
    ReportWritten,
    RunEnded,
    RunStage,
    TrainingEvent,
    Wish,
    to_line,
)
from ownhand.training.runs import (
    EVENTS_FILE,
    SPEC_FILE,
    RunStore,
    forget_wish,
    note_worker,
    wish_of,
)
from ownhand.training.spec import TrainingSpec, read_spec

log = logging.getLogger(__name__)

_NICENESS = 10  # the writer's window comes first


def main() -> int:
    """Carry out the run in a directory; returns the exit status."""
    folder, models = Path(sys.argv[1]), Path(sys.argv[2])
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    note_worker(folder)
    give_way_to_window(_NICENESS)
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(1))
    log_file = folder / EVENTS_FILE
    last: TrainingEvent | None = None
    try:
        with open(log_file, "a", encoding="utf-8") as file:
            file.write("\n" if _is_torn(log_file) else "")
            for last in _told(folder, models, asked):
                line = to_line(last) + "\n"
                file.write(line)
                file.flush()
                _tell(line)
            os.fsync(file.fileno())
    except OSError as problem:  # the log itself could not be written
        last = RunEnded("failed", getattr(last, "step", 0), message=_unwritable(problem))
        _tell(to_line(last) + "\n")
    return int(isinstance(last, RunEnded) and last.state == "failed")


def _tell(line: str) -> None:
    with contextlib.suppress(BrokenPipeError, OSError):  # the window was closed
        sys.stdout.write(line)
        sys.stdout.flush()


def _is_torn(log_file: Path) -> bool:
    """Whether the last line was cut off by a kill or a full disk."""
    content = log_file.read_bytes() if log_file.exists() else b""
    return bool(content) and not content.endswith(b"\n")


def _unwritable(problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    return f"The run could not be written: {reason}. The last checkpoint is kept; make room and resume the run."


def _told(folder: Path, models: Path, asked: list[int]) -> Iterator[TrainingEvent]:
    """The events of the run, an error among them as its last one."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    backend = os.environ.get("KERAS_BACKEND", "tensorflow")
    step = 0

    def wish() -> Wish:
        return "pause" if asked else wish_of(folder)

    try:
        spec = read_spec(folder / SPEC_FILE)
        kept = _kept(folder)  # killed while it made the report
        end = RunEnded("finished", kept.step, kept.model) if kept else None
        if end is None:
            from ownhand.training.run import carry_out

            for event in carry_out(spec, folder, models, backend, wish):
                step = getattr(event, "step", step)
                if isinstance(event, RunEnded):
                    end = event
                else:
                    yield event
        assert end is not None
        if spec.report and end.model:
            forget_wish(folder)  # "stop" was for the training
            end = yield from _reported(spec, folder, models / end.model, backend, end, wish)
        yield end
    except OwnhandError as problem:
        yield RunEnded("failed", step, message=str(problem))
    except MemoryError:
        yield RunEnded("failed", step, message=_out_of_memory())
    except OSError as problem:
        log.exception("The run failed")
        yield RunEnded("failed", step, message=_unwritable(problem))
    except Exception as problem:
        log.error("%s", traceback.format_exc())
        if is_want_of_memory(problem):
            yield RunEnded("failed", step, message=_out_of_memory())
            return
        yield RunEnded("failed", step, message=f"Something unforeseen went wrong ({type(problem).__name__}). The last checkpoint is kept, and the run can be resumed; worker.log in its folder says more.")  # fmt: skip


def _kept(folder: Path) -> ModelKept | None:
    """The model that a run has put into the store already."""
    events = RunStore(folder.parent).events(folder.name)
    return next((event for event in events if isinstance(event, ModelKept)), None)


def _reported(
    spec: TrainingSpec,
    folder: Path,
    tuned: Path,
    backend: str,
    end: RunEnded,
    wish: Callable[[], Wish],
) -> Generator[TrainingEvent, None, RunEnded]:
    """Make the report; whatever becomes of it, the model is safe. Returns how the run ends."""
    from ownhand.training.packed import read_packed
    from ownhand.training.report.make import make_report

    gc.collect()  # the training's own copy of the weights
    cancel = _WishToken(wish)
    try:
        packed = read_packed(Path(spec.data))
        for event in make_report(
            folder, folder.name, Path(spec.base), tuned, packed, spec, backend, cancel
        ):
            if isinstance(event, Stage):
                yield RunStage(event.label, event.done, event.total)
        yield ReportWritten(end.step)
    except Cancelled:
        if wish() == "pause":
            return RunEnded("paused", end.step)
        return replace(end, message="The model is kept; its report was left out on request.")
    except Exception as problem:  # not only of ours: the libraries have many
        log.exception("The report failed")
        if isinstance(problem, OwnhandError | OSError):
            reason = str(problem)
        elif is_want_of_memory(problem):
            reason = "there was not enough memory."
        else:
            reason = f"something unforeseen went wrong ({type(problem).__name__}); worker.log in the folder of the run says more."  # fmt: skip
        return replace(
            end, message=f"The model is kept, but its report could not be made: {reason}"
        )
    return end


class _WishToken(CancelToken):
    """Cancelled as soon as the writer wishes anything."""

    def __init__(self, wish: Callable[[], Wish]) -> None:
        super().__init__()
        self._wish = wish

    @property
    def cancelled(self) -> bool:
        return bool(self._wish())

    def raise_if_cancelled(self) -> None:
        if self.cancelled:
            raise Cancelled


def is_want_of_memory(problem: Exception) -> bool:
    """Whether it is one of the ways in which Python and the backends say so."""
    said = f"{type(problem).__name__} {problem}".lower()
    return any(words in said for words in _WANT_OF_MEMORY)


_WANT_OF_MEMORY = ("memoryerror", "resourceexhausted", "resource_exhausted", "out of memory", "outofmemory", "allocate memory", "bad_alloc")  # fmt: skip


def _out_of_memory() -> str:
    return "There was not enough memory. The last checkpoint is kept. Close other programs and resume the run, or start one with a smaller batch or shorter sequences."


if __name__ == "__main__":
    sys.exit(main())
