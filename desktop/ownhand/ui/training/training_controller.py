"""Has texts read, a run planned and started, and tells how that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.core.messages import JobEnded, JobFailed, Stage
from ownhand.engine.lane import Work

if TYPE_CHECKING:  # NumPy behind them would cost a tenth of the second in which the window appears
    from ownhand.training.planning import Plan
    from ownhand.training.spec import TrainingSpec


class TrainingController(QObject):
    """One job at a time on the training lane; a newer one of the same kind takes the place of the older.

    Attributes:
        doing: "inspect", "preview", "plan" or "start" while something is under way, else "".
    """

    inspected = Signal(object)
    """`Inspection`: what is in the texts."""
    cleaned = Signal(object)
    """`CleaningPreview`: what the cleaning that is chosen now would do."""
    planned = Signal(object)
    """`Plan`: the run is about to start."""
    run_started = Signal(str)
    """A run (its id) learns in a process of its own."""
    stage_changed = Signal(object)
    """`Stage`: what is being done."""
    refused = Signal(str, str, str)
    """What was under way, the kind of error, and a sentence for the writer."""
    ended = Signal(str)
    """What was under way is over; also after a refusal or a cancel."""

    def __init__(self, jobs: TrainingJobs, bridge: LaneBridge, parent: QObject) -> None:
        super().__init__(parent)
        self.doing = ""
        self._jobs = jobs
        self._bridge = bridge
        self._job = 0
        self._next_preview: TrainingSpec | None = None
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.outcome_arrived.connect(self._on_outcome_arrived)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)

    def inspect(self, spec: TrainingSpec) -> None:
        """Look at the texts."""
        self._do("inspect", self._jobs.inspecting(spec))

    def preview(self, spec: TrainingSpec) -> None:
        """Clean the texts looked at last in another way."""
        if self.doing == "preview":  # it takes a moment; the newest wish is next
            self._next_preview = spec
            return
        self._do("preview", self._jobs.previewing(spec))

    def train(self, spec: TrainingSpec) -> None:
        """Plan a run and start it."""
        self._do("plan", self._jobs.planning(spec))

    def cancel(self) -> None:
        """Stop what is under way; nothing is left of it. A run that has started goes on."""
        if self.doing != "start":
            self._bridge.cancel(self._job)

    def let_go(self) -> None:
        """Stop what is under way and free the texts, when the window is closed."""
        if self.doing == "start":
            return
        if self._job:
            self._bridge.drop(self._job)
        self._job, self.doing = 0, ""
        self._bridge.submit(self._jobs.letting_go())

    def _do(self, what: str, work: Work) -> None:
        if self._job:
            self._bridge.drop(self._job)
        self.doing = what
        self._next_preview = None
        self._job = self._bridge.submit(work)

    def _on_stage_changed(self, job: int, stage: Stage) -> None:
        if job == self._job:
            self.stage_changed.emit(stage)

    def _on_outcome_arrived(self, job: int, value: object) -> None:
        if job != self._job:
            return
        match self.doing:
            case "inspect":
                self.inspected.emit(value)
            case "preview":
                self.cleaned.emit(value)
            case "start":
                self.run_started.emit(str(value))
            case _:
                self._on_plan_event(value)

    def _on_plan_event(self, value: object) -> None:
        from ownhand.training.planning import Plan

        if isinstance(value, Plan):
            self.planned.emit(value)
            self._start(value)

    def _start(self, plan: Plan) -> None:
        self.doing = "start"
        self._job = self._bridge.submit(self._jobs.starting(plan))

    def _on_failed(self, job: int, failure: JobFailed) -> None:
        if job == self._job:
            self.refused.emit(self.doing, failure.kind, failure.message)

    def _on_job_ended(self, job: int, _ended: JobEnded) -> None:
        if job == self._job:
            was, self.doing, self._job = self.doing, "", 0
            self.ended.emit(was)
            if self._next_preview is not None:
                self.preview(self._next_preview)
