"""A run while it learns: one curve, what it writes by now, how long it will take, and how to stop it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.run_watch import RunWatch
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, moment, number, tr
from ownhand.training.events import CheckpointWritten, SampleWritten, TrainingEvent
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.loss_curve import LossCurve
from ownhand.ui.training.phrases import about, percent, speed
from ownhand.ui.training.sample_view import SampleView

_STOP = mark("End the training now and keep the model as it is")
_LEAVE_REPORT = mark("The model is kept already; end now and do without its report")
_DAY_S = 20 * 3600.0
_ENDED = {
    "finished": mark("Finished"),
    "stopped": mark("Stopped"),
    "interrupted": mark("Broken off"),
    "failed": mark("Failed"),
}
"""What became of a run, at the beginning of a sentence."""


class LivePage(QWidget):
    """Shows what a `RunWatch` follows.

    Args:
        watch: Follows the run; the page steers it.
        themes: Colours of the curve.
        tasks: Coroutines of the window.
        face: Family of the page's text face; "" is the theme's serif.

    Attributes:
        curve: The learning curve.
        samples: What the model wrote on the way.
        pause_button: Pause, Resume or Start, whichever fits.
        stop_button: Stop and keep the model.
        report_button: There when the run has a report.
        write_button: There when the run made a model.
    """

    report_wanted = Signal(str)
    """The writer wants the report of this run (its id)."""
    model_wanted = Signal(str)
    """The writer wants to write with this model (its slug)."""

    def __init__(
        self,
        watch: RunWatch,
        themes: ThemeSwitch,
        tasks: Tasks,
        face: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Training"))
        self._watch = watch
        self._trouble = ""
        self.title = QLabel(self)
        self.title.setObjectName("trainingTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.progress_label = QLabel(self)
        self.progress_label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the training is"))
        self.trouble = QFrame(self)
        self.trouble.setObjectName("messageBar")
        self.trouble.setProperty("kind", "problem")
        self.trouble_label = QLabel(self.trouble)
        self.trouble_label.setWordWrap(True)
        QVBoxLayout(self.trouble).addWidget(self.trouble_label)
        self.curve = LossCurve(themes, tasks, self)
        self.held_out_label = self._figure(
            tr("How well it foretells pages that it does not learn from")
        )
        self.accuracy_label = self._figure(tr("How many words it would have chosen itself"))
        self.checkpoint_label = self._figure(tr("From here a run that breaks off can go on"))
        self.samples = SampleView(themes, face, self)
        self.pause_button = self._button(tr("Pause"), self._on_pause_clicked)
        self.stop_button = self._button(tr("Stop and keep"), watch.stop_and_keep)
        self.report_button = self._button(tr("Show the report"), self._on_report_clicked)
        self.report_button.setObjectName("offerButton")
        self.write_button = self._button(tr("Write with it"), self._on_write_clicked)
        self._lay_out()
        watch.run_changed.connect(self._on_watch_run_changed)
        watch.events_arrived.connect(self._on_watch_events_arrived)
        watch.status_changed.connect(self._on_watch_status_changed)
        watch.refused.connect(self._on_watch_refused)
        self._refresh()

    def show_run(self, run_id: str, *, just_started: bool = False) -> None:
        """Follow a run and show it; arguments as in `RunWatch.follow`."""
        self._watch.follow(run_id, just_started=just_started)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(22)
        for label in (self.held_out_label, self.accuracy_label, self.checkpoint_label):
            figures.addWidget(label)
        figures.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.pause_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.report_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.progress_label)
        column.addWidget(self.bar)
        column.addWidget(self.trouble)
        column.addWidget(self.curve, 3)
        column.addLayout(figures)
        column.addWidget(self.samples, 2)
        column.addLayout(buttons)

    def _figure(self, about_it: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName("panelNote")
        label.setToolTip(about_it)
        label.setAccessibleDescription(about_it)
        return label

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("plainButton")
        button.clicked.connect(lambda _checked: act())
        return button

    # --- showing ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Say all anew."""
        watch, progress = self._watch, self._watch.progress
        self.title.setText(progress.spec.name if progress else "")
        self.progress_label.setText(_progress_words(watch))
        self._show_bar()
        trouble = self._trouble or _trouble_words(watch)
        self.trouble_label.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.curve.draw(progress)
        self._show_figures()
        resting = watch.status in ("paused", "interrupted", "failed")
        running = watch.status == "running"
        self.pause_button.setVisible(progress is not None and (running or resting or watch.status == "waiting"))  # fmt: skip
        self.pause_button.setText(
            tr("Pause") if running else tr("Resume") if resting else tr("Start")
        )
        self.pause_button.setEnabled(not watch.asked)
        begun = progress is not None and progress.step > 0
        self.stop_button.setVisible(running or (resting and begun))
        self.stop_button.setEnabled(watch.asked != "stop")
        kept = progress is not None and bool(progress.model)  # what still runs is the report
        self.stop_button.setText(tr("Without a report") if kept else tr("Stop and keep"))
        self.stop_button.setToolTip(tr(_LEAVE_REPORT if kept else _STOP))
        self.report_button.setVisible(progress is not None and progress.has_report)
        self.write_button.setVisible(kept)
        reported = progress is not None and progress.has_report
        _offer(self.pause_button, not running and not reported)
        _offer(self.write_button, watch.status in ("finished", "stopped") and not reported)

    def _show_bar(self) -> None:
        progress, running = self._watch.progress, self._watch.status == "running"
        stage = progress.stage if progress else None
        if progress is None or (running and (stage is None and not progress.step)):
            self.bar.setRange(0, 0 if running else 1)
        elif running and stage is not None:
            self.bar.setRange(0, stage.total)  # 0 is a bar that only shows that something goes on
            self.bar.setValue(stage.done)
        else:
            self.bar.setRange(0, max(1, progress.spec.steps))
            self.bar.setValue(progress.step)
        self.bar.setAccessibleDescription(self.progress_label.text())

    def _show_figures(self) -> None:
        progress = self._watch.progress
        if progress is None:
            for label in (self.held_out_label, self.accuracy_label, self.checkpoint_label):
                label.clear()
            return
        scored, first = progress.scored, progress.first_scored
        if scored is not None and first is not None:
            before = (
                tr(" (at first {perplexity})").format(perplexity=number(first.perplexity, 1))
                if scored.step > first.step
                else ""
            )
            self.held_out_label.setText(
                tr("Held-out perplexity {perplexity}{before}").format(
                    perplexity=number(scored.perplexity, 1), before=before
                )
            )
        else:
            self.held_out_label.clear()
        accuracy = scored.accuracy if scored is not None else progress.accuracy
        self.accuracy_label.setText(
            ""
            if accuracy is None
            else tr("Next word guessed right {share}").format(share=percent(accuracy))
        )

    def _show_checkpoint(self) -> None:
        run = self._watch.run
        newest = 0.0
        if run is not None:
            for path in (run.folder / "checkpoints").glob("*.safetensors"):
                with contextlib.suppress(OSError):  # it was too old, and has just gone
                    newest = max(newest, path.stat().st_mtime)
        is_old = datetime.now().timestamp() - newest > _DAY_S
        when = moment(datetime.fromtimestamp(newest), day=is_old)
        self.checkpoint_label.setText(
            tr("Last safe point {when}").format(when=when) if newest else ""
        )

    # --- what happens ----------------------------------------------------------------------------

    def _on_watch_run_changed(self) -> None:
        self._trouble = ""
        self.samples.show_samples([])
        self._show_checkpoint()
        self._refresh()

    def _on_watch_events_arrived(self, events: tuple[TrainingEvent, ...]) -> None:
        progress = self._watch.progress
        if progress is not None and any(isinstance(event, SampleWritten) for event in events):
            self.samples.show_samples(progress.samples)
        if any(isinstance(event, CheckpointWritten) for event in events):
            self._show_checkpoint()
        self._refresh()

    def _on_watch_status_changed(self, status: str) -> None:
        if status == "running":
            self._trouble = ""
        self._refresh()
        words = self.trouble_label.text() or self.progress_label.text()
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_watch_refused(self, sentence: str) -> None:
        self._trouble = tr(sentence)
        self._refresh()

    def _on_pause_clicked(self) -> None:
        if self._watch.status == "running":
            self._watch.pause()
        else:
            self._watch.resume()

    def _on_report_clicked(self) -> None:
        if self._watch.run is not None:
            self.report_wanted.emit(self._watch.run.id)

    def _on_write_clicked(self) -> None:
        if self._watch.progress is not None:
            self.model_wanted.emit(self._watch.progress.model)


def _offer(button: QPushButton, is_way_on: bool) -> None:
    """Let a button look like the way on, or like the others."""
    name = "offerButton" if is_way_on else "plainButton"
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().unpolish(button)
        button.style().polish(button)


def _progress_words(watch: RunWatch) -> str:
    """One line: where the run is and how long it will take."""
    progress = watch.progress
    if progress is None:
        return ""
    steps = tr("step {step} of {steps}").format(
        step=number(progress.step), steps=number(progress.spec.steps)
    )
    match watch.status:
        case "running":
            if watch.asked == "pause":
                return tr("Pausing after {steps} …").format(steps=steps)
            if watch.asked == "stop":
                left_out = tr("the report is left out") if progress.model else tr("the model is kept as it is by now")  # fmt: skip
                return tr("Stopping after {steps}; {left_out} …").format(
                    steps=steps, left_out=left_out
                )
            if progress.stage is not None:
                share = f" · {percent(progress.stage.done / progress.stage.total)}" if progress.stage.total else ""  # fmt: skip
                return f"{tr(progress.stage.label)}{share}"
            if not progress.step or progress.ended is not None:
                return tr("Starting …")
            told = [
                tr("Step {step} of {steps}").format(
                    step=number(progress.step), steps=number(progress.spec.steps)
                )
            ]
            left = progress.seconds_left()
            if left is not None:
                told.append(tr("{time} left").format(time=about(left)))
            told.append(speed(progress.tokens_per_s))
            return ", ".join(told)
        case "waiting":
            return tr("This run has not begun yet.")
        case "paused":
            return tr(
                "Paused after {steps}. Nothing is lost: Resume goes on from there, today or another day."
            ).format(steps=steps)
        case "finished" | "stopped":
            kept = tr(" The model is among your models now.") if progress.model else ""
            return tr("{state} after {steps}.{kept}").format(
                state=tr(_ENDED[watch.status]), steps=steps, kept=kept
            )
        case _:
            return tr("{state} after {steps}.").format(state=tr(_ENDED[watch.status]), steps=steps)


def _trouble_words(watch: RunWatch) -> str:
    """What went wrong, what is safe, what to do; "" when nothing did."""
    progress = watch.progress
    if progress is None:
        return ""
    if watch.status == "interrupted" and progress.model:
        return tr(
            "The report was broken off: the machine went off, or another program needed the memory. "
            "The model is kept, and you can write with it. Resume makes the report."
        )
    if watch.status != "interrupted":
        return tr(progress.ended.message) if progress.ended and watch.status != "running" else ""
    if progress.checkpoint_step is None:
        return tr(
            "The training was broken off before its first safe point: the machine went off, or "
            "another program needed the memory. Your texts are untouched. Resume begins it again."
        )
    return tr(
        "The training was broken off: the machine went off, or another program needed the memory. What it had learnt up to step {step} is safe. Resume goes on from there."
    ).format(step=number(progress.checkpoint_step))
