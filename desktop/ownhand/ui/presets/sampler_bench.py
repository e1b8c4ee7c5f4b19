"""Writes short samples with given settings, one after the other, on the model lane."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.translation import tr
from ownhand.core.messages import GenerationFinished, JobFailed, PreviewChanged, TextArrived
from ownhand.core.presets import Preset
from ownhand.ui.presets.sample_view import SampleView
from ownhand.ui.shell import Shell

LENGTH = 48
"""Tokens of a sample."""


@dataclass(frozen=True, slots=True)
class _Wish:
    view: SampleView
    preset: Preset


class SamplerBench(QObject):
    """Runs while nothing else writes; whatever the writer asks of the model comes first.

    Attributes:
        running: Whether a sample is written or waits.
    """

    running_changed = Signal(bool)
    """Whether samples are being written."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wishes: deque[_Wish] = deque()
        self._now: _Wish | None = None
        self._job = 0
        self._prompt = ""
        self._seed = 0
        bridge = shell.model_bridge
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.preview_changed.connect(self._on_preview_changed)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)
        shell.generation.state_changed.connect(self._on_state_changed)
        shell.models.model_leaving.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether a sample is written or waits."""
        return self._now is not None or bool(self._wishes)

    @property
    def hindrance(self) -> str:
        """Why nothing can be tried out now, or ""."""
        if self._shell.models.loaded is None:
            return tr("Load a model to try a preset out on your text.")
        if self._shell.generation.active:
            return tr("The model is writing into your text. Try again when it is done.")
        return ""

    def new_seed(self) -> None:
        """Draw other chances from now on; until then samples differ by their settings alone."""
        self._seed = secrets.randbits(32)

    def start(self, wishes: Sequence[tuple[SampleView, Preset]]) -> None:
        """Write a sample into each view, from the caret on; what ran before is dropped."""
        self.stop()
        if self.hindrance:
            return
        self._prompt = self._shell.page.text_before_caret()
        self._wishes.extend(_Wish(view, preset) for view, preset in wishes)
        for wish in self._wishes:
            wish.view.begin(self._prompt)
            wish.view.state.setText(tr("Waiting …"))
        self._next()
        self.running_changed.emit(self.running)

    def stop(self) -> None:
        """End the samples; what stands there stays."""
        if not self.running:
            return
        for wish in ([self._now] if self._now else []) + list(self._wishes):
            wish.view.state.setText(tr("Stopped."))
        self._shell.model_bridge.drop(self._job)
        self._wishes.clear()
        self._now, self._job = None, 0
        self.running_changed.emit(False)

    def _next(self) -> None:
        self._now = self._wishes.popleft() if self._wishes else None
        if self._now is None:
            self.running_changed.emit(False)
            return
        preset = self._now.preset
        settings = preset.settings
        if settings.seed is None:
            settings = replace(settings, seed=self._seed)
        request = replace(
            self._shell.generation.request_for(self._prompt),
            settings=settings,
            preset=preset.name,
            max_tokens=LENGTH,
        )
        self._now.view.state.setText(tr("Writing …"))
        self._job = self._shell.model_bridge.submit(self._shell.jobs.streaming(request))

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        if job_id == self._job and self._now:
            if self._now.view.property("previewed"):
                self._now.view.show_whole("")
                self._now.view.setProperty("previewed", False)
            self._now.view.add(arrived.text)

    def _on_preview_changed(self, job_id: int, preview: PreviewChanged) -> None:
        if job_id == self._job and self._now:
            self._now.view.setProperty("previewed", True)
            self._now.view.show_whole(preview.text)

    def _on_finished(self, job_id: int, result: GenerationFinished) -> None:
        if job_id == self._job and self._now:
            ended = result.reason == "end_of_text" and not self._now.view.sample
            nothing = tr("The model takes the text to be complete here and wrote nothing.")
            self._now.view.state.setText(nothing if ended else "")

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job and self._now:
            self._now.view.state.setText(failure.message)

    def _on_job_ended(self, job_id: int, _ended: object) -> None:
        if job_id == self._job and self._now:
            self._next()

    def _on_state_changed(self, state: str) -> None:
        if state != "idle":
            self.stop()
