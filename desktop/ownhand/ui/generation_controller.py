"""Continue, Stop and Retry: brings the model's text into the page."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import tr
from ownhand.core.messages import (
    CandidateArrived,
    ContextPlanned,
    GenerationFinished,
    GenerationRecorded,
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
from ownhand.document.sentences import finished_part
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.stream import StreamInserter
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.progress_strip import ProgressStrip
from ownhand.ui.stream_facts import StreamBegun, StreamEnded

State = Literal["idle", "waiting", "writing", "stopping"]

STOP_PATIENCE_MS = 300


class GenerationController(QObject):
    """One stream at a time. A request captures all it needs when it is made, on the GUI thread.

    Attributes:
        state: "idle"; "waiting" for the model or the first token; "writing"; "stopping".
        jobs: Makes jobs for the lanes.
        last_result: How the last stream ended, or None.
        extras: Asked for memory, note and lore when a request is made; nothing at first.
        make_room: Asked to put the last continuation aside and the caret where it began, for another;
            says whether it did. There is none to put aside at first.
        branch: Asked to keep the generated passage at a position as a variant, and to go on with this
            text from there instead; says whether it did, with the caret behind the text.
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
    """Whether there is a continuation to put aside for another."""
    stream_begun = Signal(object)
    """`StreamBegun`: the model was asked for one continuation, or for several."""
    recorded = Signal(object)
    """`GenerationRecord`: how what was asked for comes about."""
    came_from_elsewhere = Signal(object)
    """`GenerationRecord`: how what came into the page came about, where no stream brought it."""
    candidate_arrived = Signal(object)
    """`CandidateArrived`: new text of one of several continuations; the page shows none by itself."""
    stream_ended = Signal(object)
    """`StreamEnded`: nothing more comes."""

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
        self.make_room: Callable[[], bool] = lambda: False
        self.branch: Callable[[int, str], bool] = lambda _position, _text: False
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
        self._then: Callable[[], object] | None = None
        self._begun = StreamBegun()
        self._limit = 0
        self._prompt_tokens = self._tokens = 0
        self._began_at = 0.0
        self._first_at: tuple[float, int] | None = None
        self._patience = Delay(STOP_PATIENCE_MS, self._detach, self)
        strip.cancel_requested.connect(self.stop)
        models.model_leaving.connect(self.stop)
        models.loaded_changed.connect(self._on_loaded_changed)
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.context_planned.connect(self._on_context_planned)
        bridge.recorded.connect(self._on_recorded)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.candidate_arrived.connect(self._on_candidate_arrived)
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

    def write_several(self) -> None:
        """Have several continuations of the caret written at once; who shows them listens."""
        if not self._job and self._model_ready():
            self._begin(self._page.text_before_caret(), None, self._settings.value.candidates)

    def retry(self) -> None:
        """Put the last continuation aside and write another from the same place."""
        if self._job:
            self.when_idle(self.retry)
        elif self._model_ready() and self.make_room():
            self._messages.clear("stream")
            self._begin(self._page.text_before_caret(), self._page.begin_stream())

    def when_idle(self, act: Callable[[], object]) -> None:
        """Do something that a running stream is in the way of; the stream is stopped first."""
        if self._job:
            self._then = act
            self.stop()
        else:
            act()

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
        """What Continue would ask for after `prompt`, with everything as it is now.

        Args:
            prompt: The text of the page up to where it is continued; the rest of it is what follows.
        """
        settings = self._settings.value
        return GenerationRequest(
            prompt=prompt,
            settings=self._choice.sampling,
            max_tokens=settings.max_tokens,
            context_tokens=settings.context_tokens,
            preset=self._choice.preset.name,
            extras=self.extras(),
            after=self._page.text()[len(prompt) :],
        )

    def _model_ready(self) -> bool:
        models = self._models
        if self._page.isReadOnly():
            said = tr("This text is shown for reading only, so nothing is continued here.")
            self._messages.tell("stream", said)
            return False
        if models.loaded is not None or models.busy_loading or models.load_any():
            return True
        if models.fetching:
            self._messages.tell(
                "model", tr("The model is still on its way. Continue works as soon as it is there.")
            )
        else:
            self._messages.tell(
                "model",
                tr("There is no model on this machine yet, so nothing can be continued."),
                Choice(tr("Get the starter model"), models.fetch_starter),
                Choice(tr("Add a model file …"), models.ask_for_file),
            )
        return False

    def _begin(self, prompt: str, inserter: StreamInserter | None, candidates: int = 1) -> None:
        self.request_coming.emit()
        request = replace(self.request_for(prompt), candidates=candidates)
        self._messages.clear("stream")
        self.last_result = None
        self._inserter = inserter
        self._prompt_tokens, self._tokens, self._first_at, self._previewed = 0, 0, None, ""
        if inserter is not None:
            inserter.taken_back.connect(self.stop)
        loaded = self._models.loaded
        model = loaded.info.title if loaded is not None else ""
        self._begun = StreamBegun(
            len(prompt), candidates, request.max_tokens, request.preset, model
        )
        self._began_at = self._clock()
        self.stream_begun.emit(self._begun)
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
        was_running, self._job = bool(self._job), 0
        self._patience.stop()
        self._strip.finish()
        inserter = self._inserter
        if inserter is not None:
            if self.state == "stopping" and self._then is None:
                inserter.insert(self._previewed)  # what Stop found on the page stays
            if was_running and self._at_full_length and self._settings.value.trim_sentences:
                inserter.shorten(len(finished_part(inserter.inserted_text)))
            inserter.finish()
        if was_running:
            self._tell_end(inserter)
        self._set_state("idle")
        then, self._then = self._then, None
        if then is not None:
            then()

    @property
    def _at_full_length(self) -> bool:
        return self.last_result is not None and self.last_result.reason == "max_tokens"

    def _tell_end(self, inserter: StreamInserter | None) -> None:
        result = self.last_result
        begun = self._begun
        if not begun.model and self._models.loaded is not None:  # it was loaded for this
            begun = replace(begun, model=self._models.loaded.info.title)
        self.stream_ended.emit(
            StreamEnded(
                begun,
                reason=result.reason if result is not None else "cancelled",
                tokens=result.new_tokens if result is not None else self._tokens,
                seconds=self._clock() - self._began_at,
                start=inserter.start if inserter is not None else 0,
                end=inserter.end if inserter is not None else 0,
                text=inserter.inserted_text if inserter is not None else "",
                record=inserter.record if inserter is not None else "",
            )
        )

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

    def _on_recorded(self, job_id: int, recorded: GenerationRecorded) -> None:
        if job_id == self._job:
            if self._inserter is not None:
                self._inserter.record = recorded.record.id
            self.recorded.emit(recorded.record)

    def _on_candidate_arrived(self, job_id: int, arrived: CandidateArrived) -> None:
        if job_id == self._job:
            self.candidate_arrived.emit(arrived)
            self._on_progress(max(arrived.tokens, self._tokens))

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
        self._tokens = tokens
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
        known = bool(remedy) and remedy[0][0] in SPECS
        label = tr(SPECS[remedy[0][0]].label) if known else tr("Help with that")

        def apply() -> None:
            self._choice.change(remedy)

        def apply_and_retry() -> None:
            self._choice.change(remedy)
            self.retry()

        self._messages.tell(
            "stream",
            loop.advice,
            Choice(tr("{setting} and retry").format(setting=label), apply_and_retry),
            Choice(tr("{setting} from now on").format(setting=label), apply),
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
                tr(
                    "The model takes the text to be complete here and wrote nothing. "
                    "Write a few words to lead on, or put the caret elsewhere."
                ),
            )

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self._messages.tell("stream", failure.message, kind="problem")

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._leave()
