"""The work that the training window has done on the training lane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import JobEvent, ModelInfo, Outcome, Stage
from ownhand.core.paths import Paths
from ownhand.engine.lane import Work

if TYPE_CHECKING:
    from ownhand.bridge.reader_process import ReaderProcess
    from ownhand.training.planning import Plan
    from ownhand.training.spec import TrainingSpec


class TrainingJobs:
    """Makes jobs; the caller submits them. What takes the interpreter long is done in another process.

    Args:
        paths: The writer's folders.
        backend_setting: The Keras backend in the settings at this moment.
    """

    def __init__(self, paths: Paths, backend_setting: Callable[[], str]) -> None:
        self._paths = paths
        self._backend_setting = backend_setting
        self._reader: ReaderProcess | None = None

    def models(self) -> tuple[ModelInfo, ...]:
        """What there is to start from; reads the disk, so call it on a thread of its own."""
        from ownhand.models.store import DirectoryStore

        return DirectoryStore(self._paths.models).list()

    def inspecting(self, spec: TrainingSpec) -> Work:
        """Look at the texts of a spec; ends with an `Outcome` that holds an `Inspection`."""
        return self._asking("inspect", spec)

    def previewing(self, spec: TrainingSpec) -> Work:
        """Clean what was inspected last in another way; an `Outcome` with a `CleaningPreview`."""
        return self._asking("preview", spec)

    def planning(self, spec: TrainingSpec) -> Work:
        """Make a run of a spec that can begin; `Outcome`s with a `Prepared` and a `Plan`."""
        return self._asking("plan", spec)

    def starting(self, plan: Plan) -> Work:
        """Write a run down and start its process, which outlives this one; an `Outcome` with its id."""

        def work(_cancel: CancelToken) -> Iterator[JobEvent]:
            from ownhand.bridge.run_watch import let_go
            from ownhand.training.runs import RunStore

            yield Stage("Starting the run")
            runs = RunStore(self._paths.runs)
            run = runs.create(plan.spec)
            let_go(runs.start(run.id, self._paths.models, self._backend()))
            yield Outcome(run.id)

        return work

    def letting_go(self) -> Work:
        """Free what the texts inspected last take of the memory."""

        def work(_cancel: CancelToken) -> Iterator[JobEvent]:
            yield Stage("Putting the texts away")
            self.close()

        return work

    def close(self) -> None:
        """End the reader. Runs go on."""
        if self._reader is not None:
            self._reader.close()

    def _asking(self, kind: Literal["inspect", "preview", "plan"], spec: TrainingSpec) -> Work:
        def work(cancel: CancelToken) -> Iterator[JobEvent]:
            from ownhand.bridge.reader_process import ReaderProcess
            from ownhand.training.requests import Request

            self._reader = self._reader or ReaderProcess()
            backend = self._backend() if kind == "plan" else ""
            for event in self._reader.ask(Request(kind, spec, self._paths, backend), cancel):
                yield event if isinstance(event, Stage) else Outcome(event)

        return work

    def _backend(self) -> str:
        from ownhand.engine.backends import choose_backend

        return choose_backend(self._backend_setting())
