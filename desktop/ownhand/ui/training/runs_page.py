"""All trainings on this machine: what became of them, and what can be done with each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.run_watch import let_go
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import moment, number, tr
from ownhand.core.errors import OwnhandError
from ownhand.core.words import why
from ownhand.training.report.report import REPORT_FILE
from ownhand.training.runs import RunInfo, RunStore
from ownhand.ui.ask import ask_question
from ownhand.ui.training.phrases import STATUS_WORDS
from ownhand.ui.training.rows_table import RowsModel, RowsTable
from ownhand.ui.training.seen_box import SeenBox

if TYPE_CHECKING:
    from ownhand.models.store import DirectoryStore

_AGAIN_MS = 10_000
_SOON_MS = 2_000
_STAMP = re.compile(r"-(\d{8}-\d{6})(?:-\d+)?$")
_RESTING = ("waiting", "paused", "interrupted", "failed")


class RunsPage(QWidget):
    """A table of the runs; what is done concerns the one that is selected.

    The logs are read in a thread, when the page is shown, after each act, and now and then while
    something learns.

    Args:
        runs: All runs.
        models: The model store's directory.
        open_store: Opens that store; called in a thread.
        backend: Names the Keras backend that a run is resumed on.
        tasks: Coroutines of the window.

    Attributes:
        table: The runs, newest first.
        seen: "Which models saw this file?".
        note: What went wrong, or what to do first.
    """

    run_wanted = Signal(str)
    """The writer wants to look at this run (its id)."""
    report_wanted = Signal(str)
    """The writer wants the report of this run (its id)."""
    spec_wanted = Signal(object)
    """`TrainingSpec`: the writer wants to train this; it can be changed before."""

    def __init__(
        self,
        runs: RunStore,
        models: Path,
        open_store: Callable[[], DirectoryStore],
        backend: Callable[[], str],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Trainings"))
        self._runs = runs
        self._models = models
        self._open_store = open_store
        self._backend = backend
        self._tasks = tasks
        self._loading = False
        heading = QLabel(tr("Trainings"), self)
        heading.setObjectName("trainingTitle")
        model = RowsModel((tr("Name"), tr("Begun"), tr("State"), tr("Steps"), tr("Model")), _cells, lambda run: tr(run.message) or str(run.folder))  # fmt: skip
        self.table = RowsTable(tr("Trainings"), model, (0,), self)
        self.table.doubleClicked.connect(lambda _index: self._on_show_clicked())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.removal_requested.connect(self._on_remove_clicked)
        self.note = QLabel(self)
        self.note.setObjectName("panelNote")
        self.note.setWordWrap(True)
        self.show_button = self._button(tr("Show"), self._on_show_clicked)
        self.report_button = self._button(tr("Report"), self._on_report_clicked)
        self.pause_button = self._button(tr("Pause"), self._on_pause_clicked)
        self.stop_button = self._button(tr("Stop and keep"), self._on_stop_clicked)
        self.more_button = self._button(tr("Go on with more …"), self._on_more_clicked)
        self.more_button.setToolTip(
            tr("Train the model that came out further: longer, or on more texts")
        )
        self.remove_button = self._button(tr("Remove …"), self._on_remove_clicked)
        self.seen = SeenBox(open_store, tasks, self)
        self.seen.spec_wanted.connect(self.spec_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.show_button, self.report_button, self.pause_button, self.stop_button, self.more_button):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addStretch(1)
        column.addWidget(self.seen)
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        self._enable()

    def refresh(self) -> None:
        """Read all runs anew, in a thread."""
        if not self._loading:
            self._loading = True
            self._tasks.start(self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the runs."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    @property
    def selected(self) -> RunInfo | None:
        """The run that is selected."""
        return next(iter(self.table.selected), None)

    async def _refresh(self, note: str = "") -> None:
        try:
            found = await self._tasks.in_thread(self._runs.list)
        except OSError as problem:
            self.note.setText(
                tr("The trainings cannot be read ({reason}).").format(reason=tr(why(problem)))
            )
            self.note.show()
            return
        finally:
            self._loading = False
        before = self.selected
        self.table.put(found)
        rows = [run.id for run in found]
        if rows:
            self.table.selectRow(rows.index(before.id) if before and before.id in rows else 0)
        empty = tr("There is no training yet. Choose folders with your texts, and press Train.")
        self.note.setText(note if found or note else empty)
        self.note.setVisible(bool(self.note.text()))
        self._enable()
        if self.isVisible() and any(run.status == "running" for run in found):
            self._timer.start()
        else:
            self._timer.stop()

    def _enable(self) -> None:
        run = self.selected
        status = run.status if run is not None else ""
        resting = status in _RESTING
        self.show_button.setEnabled(run is not None)
        self.report_button.setEnabled(run is not None and (run.folder / REPORT_FILE).is_file())
        self.pause_button.setText(tr("Start") if status == "waiting" else tr("Resume") if resting else tr("Pause"))  # fmt: skip
        self.pause_button.setEnabled(resting or status == "running")
        self.stop_button.setEnabled(status == "running")
        self.more_button.setEnabled(run is not None and bool(run.model))
        self.remove_button.setEnabled(run is not None and status != "running")

    def _button(self, label: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName("plainButton")
        button.clicked.connect(lambda _checked: act())
        return button

    # --- what the writer does --------------------------------------------------------------------

    def _on_show_clicked(self) -> None:
        if self.selected is not None:
            self.run_wanted.emit(self.selected.id)

    def _on_report_clicked(self) -> None:
        if self.selected is not None:
            self.report_wanted.emit(self.selected.id)

    def _on_pause_clicked(self) -> None:
        run = self.selected
        if run is None:
            return
        if run.status == "running":
            self._do(
                lambda: self._runs.ask(run.id, "pause"), tr("It pauses after the step it is at.")
            )
            return
        backend = self._backend()
        self._do(lambda: let_go(self._runs.start(run.id, self._models, backend)), tr("It goes on."))

    def _on_stop_clicked(self) -> None:
        run = self.selected
        if run is not None:
            self._do(lambda: self._runs.ask(run.id, "stop"), tr("It stops after the step it is at, and the model is kept."))  # fmt: skip

    def _on_more_clicked(self) -> None:
        if self.selected is not None:
            self._tasks.start(self._go_on(self.selected.model))

    def _on_remove_clicked(self) -> None:
        if self.selected is not None and self.remove_button.isEnabled():
            self._tasks.start(self._remove(self.selected))

    def _do(self, act: Callable[[], object], said: str) -> None:
        self._tasks.start(self._have_done(act, said))

    async def _have_done(self, act: Callable[[], object], said: str) -> None:
        try:
            await self._tasks.in_thread(act)
        except (OwnhandError, OSError) as problem:
            said = tr(str(problem))
        await self._refresh(said)
        QTimer.singleShot(_SOON_MS, self, self.refresh)  # what was asked takes a moment to be seen

    async def _go_on(self, model: str) -> None:
        def make() -> object:
            from ownhand.training.lineage import spec_continuing

            return spec_continuing(self._open_store(), model)

        try:
            self.spec_wanted.emit(await self._tasks.in_thread(make))
        except (OwnhandError, OSError) as problem:
            self.note.setText(tr(str(problem)))
            self.note.show()

    async def _remove(self, run: RunInfo) -> None:
        kept = tr("The model that came out of it stays.") if run.model else tr("No model came out of it, and it cannot be resumed afterwards.")  # fmt: skip
        chosen = await ask_question(
            self._tasks,
            self,
            tr("Remove the training “{name}”?").format(name=run.spec.name),
            tr(
                "Its curve, its safe points and its report are deleted. {kept} Your texts are not touched."
            ).format(kept=kept),
            (
                (tr("Keep it"), QMessageBox.ButtonRole.RejectRole),
                (tr("Remove it"), QMessageBox.ButtonRole.DestructiveRole),
            ),
        )
        if chosen == 1:
            await self._have_done(lambda: self._runs.remove(run.id), "")


def _cells(run: RunInfo) -> tuple[str, str, str, str, str]:
    steps = tr("{step} of {steps}").format(step=number(run.step), steps=number(run.spec.steps))
    return run.spec.name, _begun(run.id), tr(STATUS_WORDS[run.status]), steps, run.model


def _begun(run_id: str) -> str:
    """When a run was written down, by its name; "" for one that was named otherwise."""
    stamp = _STAMP.search(run_id)
    return moment(datetime.strptime(stamp[1], "%Y%m%d-%H%M%S"), year=True) if stamp else ""
