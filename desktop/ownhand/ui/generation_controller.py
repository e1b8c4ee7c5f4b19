"""Continue, Stop and Retry: brings the model's text into the page."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.messages import (
    ContextPlanned,
    GenerationFinished,
    GenerationRequest,
    JobEnded,
    JobFailed,
    LoopNoticed,
    PreviewChanged,
    Stage,
    TextArrived,
)
from ownhand.core.prompting import PromptExtras
from ownhand.core.sampling import SPECS
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.stream import StreamInserter
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.progress_strip import ProgressStrip

State = Literal["idle", "waiting", "writing", "stopping"]

STOP_PATIENCE_MS = 300


class GenerationController(QObject):
    """One stream at a time. A request captures all it needs when it is made, on the GUI thread.

    Attributes:
        state: "idle"; "waiting" for the model or the first token; "writing"; "stopping".
        jobs: Makes jobs for the lanes.
        last_result: How the last stream ended, or None.
        extras: Asked for memory, note and lore when a request is made; nothing at first.
    """

    request_coming = Signal()
    """A request is about to be made of the settings: what is half typed should be taken over."""
    state_changed = Signal(str)
    """The new state."""
    context_changed = Signal(int, int)
    """Tokens of the context that are used, and its limit."""
    speed_changed = Signal(float)
    """Tokens per second of the stream that runs or just ended."""
    retry_possible_changed = Signal(bool)
    """Whether there is a continuation to take back."""

    def __init__(
        self,
        page: WritingPage,
        jobs: ModelJobs,
        bridge: LaneBridge,
        models: ModelController,
        choice: PresetChoice,
        settings: SettingsOwner,
        messages: MessageArea,
        strip: ProgressStrip,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(page)
        self.state: State = "idle"
        self.last_result: GenerationFinished | None = None
        self.extras: Callable[[], PromptExtras] = PromptExtras
        self._page = page
        self.jobs = jobs
        self._bridge = bridge
        self._models = models
        self._choice = choice
        self._settings = settings
        self._messages = messages
        self._strip = strip
        self._clock = clock
        self._job = 0
        self._inserter: StreamInserter | None = None
        self._previewed = ""
        self._then: Callable[[], None] | None = None
        self._limit = 0
        self._prompt_tokens = 0
        self._first_at: tuple[float, int] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(STOP_PATIENCE_MS)
        self._patience.timeout.connect(self._detach)
        strip.cancel_requested.connect(self.stop)
        models.model_leaving.connect(self.stop)
        models.loaded_changed.connect(self._on_loaded_changed)
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.context_planned.connect(self._on_context_planned)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.preview_changed.connect(self._on_preview_changed)
        bridge.loop_noticed.connect(self._on_loop_noticed)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)

    @property
    def active(self) -> bool:
        """Whether a stream runs or waits."""
        return bool(self._job)

    def continue_writing(self) -> None:
        """Write on from the caret; loads a model first when none is in memory."""
        if not self._job and self._model_ready():
            prompt = self._page.text_before_caret()
            self._begin(prompt, self._page.begin_stream())

    def stop(self) -> None:
        """End the stream and keep its text, also the best line that a search has shown.

        What takes no notice at once (a compilation) is left behind after a moment: the page is
        free again, and what the lane still makes of it is dropped.
        """
        if self._job and self.state != "stopping":
            self._bridge.cancel(self._job)
            self._set_state("stopping")
            self._patience.start()

    def retry(self) -> None:
        """Take the last continuation back and write another from the same place."""
        if self._job:
            self._then = self.retry
            self.stop()
            return
        inserter = self._inserter
        if inserter is None or not self._model_ready():
            return
        if not inserter.inserted_text:
            self._page.set_caret_position(inserter.start)
        elif not self._page.retract_stream(inserter):
            self._messages.tell(
                "stream",
                "The last continuation was changed since, so it stays as it is. "
                "Continue writes on from the caret.",
            )
            return
        self._messages.clear("stream")
        self._begin(self._page.text_before_caret(), self._page.begin_stream())

    def forget(self) -> None:
        """Another text is in the page: there is nothing to retry, and no context to show."""
        self._then, self._previewed = None, ""
        self._leave()
        self._inserter = None
        self._page.set_context_start(None)
        self.context_changed.emit(0, 0)
        self._messages.clear("stream")
        self.retry_possible_changed.emit(False)

    def request_for(self, prompt: str) -> GenerationRequest:
        """What Continue would ask for after `prompt`, with everything as it is now."""
        settings = self._settings.value
        return GenerationRequest(
            prompt=prompt,
            settings=self._choice.sampling,
            max_tokens=settings.max_tokens,
            context_tokens=settings.context_tokens,
            preset=self._choice.preset.name,
            extras=self.extras(),
        )

    def _model_ready(self) -> bool:
        models = self._models
        if models.loaded is not None or models.busy_loading or models.load_any():
            return True
        if models.fetching:
            self._messages.tell(
                "model", "The model is still on its way. Continue works as soon as it is there."
            )
        else:
            self._messages.tell(
                "model",
                "There is no model on this machine yet, so nothing can be continued.",
                Choice("Get the starter model", models.fetch_starter),
                Choice("Add a model file …", models.ask_for_file),
            )
        return False

    def _begin(self, prompt: str, inserter: StreamInserter) -> None:
        self.request_coming.emit()
        request = self.request_for(prompt)
        self._messages.clear("stream")
        self.last_result = None
        self._inserter = inserter
        self._prompt_tokens, self._first_at, self._previewed = 0, None, ""
        inserter.taken_back.connect(self.stop)
        self._job = self._bridge.submit(self.jobs.streaming(request))
        self._set_state("waiting")
        self.retry_possible_changed.emit(True)

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _detach(self) -> None:
        if self._job:
            self._bridge.drop(self._job)
            self._leave()

    def _leave(self) -> None:
        """No stream any more, whatever the lane still does."""
        if self._job:
            self._bridge.drop(self._job)
        self._job = 0
        self._patience.stop()
        self._strip.finish()
        if self._inserter is not None:
            if self.state == "stopping" and self._then is None:
                self._inserter.insert(self._previewed)  # what Stop found on the page stays
            self._inserter.finish()
        self._set_state("idle")
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_loaded_changed(self) -> None:
        """What waited for a load that was cancelled or failed has nothing to wait for."""
        models = self._models
        if self.state == "waiting" and models.loaded is None and not models.busy_loading:
            self._leave()

    def _on_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._job and self.state != "stopping":
            self._strip.show_stage(stage)

    def _on_context_planned(self, job_id: int, planned: ContextPlanned) -> None:
        if job_id != self._job:
            return
        self._limit, self._prompt_tokens = planned.limit_tokens, planned.prompt_tokens
        self._page.set_context_start(planned.dropped_characters or None)
        self.context_changed.emit(planned.prompt_tokens, planned.limit_tokens)

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        if job_id != self._job or self._inserter is None:
            return
        self._previewed = ""
        self._inserter.insert(arrived.text)
        self._on_progress(arrived.tokens)

    def _on_preview_changed(self, job_id: int, preview: PreviewChanged) -> None:
        if job_id != self._job or self._inserter is None:
            return
        self._previewed = preview.text
        self._inserter.preview(preview.text)
        self._on_progress(preview.tokens)

    def _on_progress(self, tokens: int) -> None:
        self._strip.finish()
        if self.state == "waiting":
            self._set_state("writing")
        now = self._clock()
        if self._first_at is None:
            self._first_at = (now, tokens)
        elif now - self._first_at[0] > 0.5:
            self.speed_changed.emit((tokens - self._first_at[1]) / (now - self._first_at[0]))
        self.context_changed.emit(self._prompt_tokens + tokens, self._limit)

    def _on_loop_noticed(self, job_id: int, loop: LoopNoticed) -> None:
        if job_id != self._job:
            return
        remedy = loop.remedy
        label = SPECS[remedy[0][0]].label if remedy and remedy[0][0] in SPECS else "Help with that"

        def apply() -> None:
            self._choice.change(remedy)

        def apply_and_retry() -> None:
            self._choice.change(remedy)
            self.retry()

        self._messages.tell(
            "stream",
            loop.advice,
            Choice(f"{label} and retry", apply_and_retry),
            Choice(f"{label} from now on", apply),
        )

    def _on_finished(self, job_id: int, result: GenerationFinished) -> None:
        if job_id != self._job:
            return
        self.last_result = result
        if result.tokens_per_s > 0:
            self.speed_changed.emit(result.tokens_per_s)
        if self._limit:
            self.context_changed.emit(result.prompt_tokens + result.new_tokens, self._limit)
        if result.reason == "end_of_text" and self._inserter and not self._inserter.inserted_text:
            self._messages.tell(
                "stream",
                "The model takes the text to be complete here and wrote nothing. "
                "Write a few words to lead on, or put the caret elsewhere.",
            )

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self._messages.tell("stream", failure.message, kind="problem")

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._leave()
