"""Writes a generated passage once more from its record, and says whether the same text came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ownhand.bridge.translation import tr
from ownhand.core.messages import (
    GenerationRecorded,
    GenerationRequest,
    JobEnded,
    JobFailed,
    PreviewChanged,
    TextArrived,
)
from ownhand.core.records import GenerationRecord
from ownhand.document.digests import text_digest
from ownhand.document.records import KeptRecord
from ownhand.document.spans import EDITED, GENERATED, Span, Spans, span_at
from ownhand.document.words import count_words
from ownhand.ui.editor.stream import with_plain_line_ends
from ownhand.ui.message_bar import Choice
from ownhand.ui.provenance.record_keeper import RecordKeeper
from ownhand.ui.shell import Shell

_KEY = "same_again"


class SameAgain(QObject):
    """Asks the model anew for a passage that it wrote; the page is changed only if the writer says so."""

    def __init__(self, shell: Shell, records: RecordKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._records = records
        self._run: _Run | None = None
        self._after_loading: Callable[[], None] | None = None
        self._action = shell.actions["same_again"]
        self._action.setEnabled(False)
        self._action.triggered.connect(lambda: self.repeat(shell.page.caret_position()))
        page, bridge = shell.page, shell.model_bridge
        for signal in (page.caret_moved, page.text_replaced, records.changed):
            signal.connect(self._show_possible)
        shell.generation.state_changed.connect(self._show_possible)
        page.menu_opening.connect(self._on_page_menu_opening)
        page.text_replaced.connect(self._forget)
        shell.models.model_leaving.connect(self.cancel)
        shell.models.loaded_changed.connect(self._on_models_loaded_changed)
        bridge.recorded.connect(self._on_recorded)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.preview_changed.connect(self._on_preview_changed)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)

    @property
    def running(self) -> bool:
        """Whether a passage is being written once more."""
        return self._run is not None

    def passage_at(self, position: int) -> Span | None:
        """The generated text at a position, or just before it, if its record is known."""
        spans = self._shell.page.spans()
        for place in (position, position - 1):
            span = span_at(spans, place) if place >= 0 else None
            if span is not None and span.origin in (GENERATED, EDITED):
                return span if self._records.get(span.record) is not None else None
        return None

    def repeat(self, position: int) -> None:
        """Write the passage at a position once more, and tell what came of it."""
        span = self.passage_at(position)
        kept = self._records.get(span.record) if span is not None else None
        if span is None or kept is None or self._shell.generation.active:
            return
        self.cancel()
        if not kept.text_sha256:
            self._tell(
                tr(
                    "What the model wrote here was not noted to its end, so there is nothing to compare with. The text stays as it is."
                )
            )
        elif self._model_is_there(kept.record, position):
            place = _whole_passage(self._shell.page.spans(), span)
            self._begin(_Run(kept, place, self._shell.page.text()[place.start : place.end]))

    def cancel(self) -> None:
        """Leave it at that."""
        if self._run is not None:
            self._shell.model_bridge.drop(self._run.job)
            self._run = None
            self._shell.messages.clear(_KEY)

    def _forget(self) -> None:
        """Another text is on the page; what was said of the one before is no more of use."""
        self.cancel()
        self._after_loading = None
        self._shell.messages.clear(_KEY)

    def _model_is_there(self, record: GenerationRecord, position: int) -> bool:
        models = self._shell.models
        if models.loaded is not None and models.loaded.info.slug == record.model:
            return True
        info = next((info for info in models.models if info.slug == record.model), None)
        if info is None:
            self._tell(
                tr(
                    "{model} wrote this passage, and it is not on this machine any more. Without it the same text cannot come again."
                ).format(model=record.model_title)
            )
            return False

        def load() -> None:
            self._after_loading = lambda: self.repeat(position)
            models.load(info)

        self._tell(
            tr(
                "{model} wrote this passage; another model is loaded. Only the same one can write it again."
            ).format(model=record.model_title),
            Choice(tr("Load {model} and write it").format(model=info.title), load),
        )
        return False

    def _begin(self, run: _Run) -> None:
        shell, record = self._shell, run.kept.record
        text = shell.page.text()
        request: GenerationRequest = replace(
            shell.generation.request_for(text[: run.place.start]),
            after=text[run.place.end :],
            settings=record.settings,
            max_tokens=record.max_tokens,
            context_tokens=record.context_tokens,
            preset=record.preset,
            candidates=1,
            fresh=True,
        )
        run.job = shell.model_bridge.submit(shell.generation.jobs.streaming(request))
        self._run = run
        self._tell(
            tr("The passage is being written once more, aside, to compare."),
            Choice(tr("Stop"), self.cancel),
        )

    def _end(self, sentence: str, *choices: Choice) -> None:
        run, self._run = self._run, None
        if run is not None:
            self._shell.model_bridge.drop(run.job)
        self._tell(sentence, *choices)

    def _tell(self, sentence: str, *choices: Choice) -> None:
        self._shell.messages.tell(_KEY, sentence, *choices)

    def _on_recorded(self, job_id: int, recorded: GenerationRecorded) -> None:
        run = self._run
        if run is None or job_id != run.job:
            return
        then, now = run.kept.record, recorded.record
        run.now = now
        if now.model_sha256 != then.model_sha256:
            self._end(
                tr(
                    "{model} is not the model any more that wrote this passage: its weights are others by now. The same text cannot come again."
                ).format(model=then.model_title)
            )
        elif now.prompt_sha256 != then.prompt_sha256:
            self._end(
                tr(
                    "What the model is shown is not what it was shown then: the text before the passage, the memory, the note or the lore was changed since. The same text cannot come again."
                )
            )

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        run = self._run
        if run is None or job_id != run.job:
            return
        run.pieces.append(arrived.text)
        if run.kept.cut_short and len(run.text) >= run.kept.characters:
            self._compare(run)

    def _on_preview_changed(self, job_id: int, preview: PreviewChanged) -> None:
        if self._run is not None and job_id == self._run.job:
            self._run.preview = preview.text
            if self._run.kept.cut_short and self._run.is_same:
                self._compare(self._run)

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if self._run is not None and job_id == self._run.job:
            self._end(tr(failure.message))

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if self._run is not None and job_id == self._run.job:
            self._compare(self._run)

    def _compare(self, run: _Run) -> None:
        kept, text = run.kept, run.text
        if not run.is_same:
            copy = Choice(tr("Copy the other text"), lambda: _copy(text))
            self._end(
                tr("Another text came this time. {why} The page stays as it is.").format(
                    why=run.why_other()
                ),
                copy,
            )
            return
        text = text[: kept.characters]
        said = tr("The same text came again, to the byte: {words}.").format(
            words=tr("%Ln words", n=count_words(text))
        )
        if run.differs_in_setting:
            said += " " + tr("That was not sure: {why}").format(why=run.what_differs())
        if run.on_page == text:
            self._end(said)
            return
        said += " " + tr("The page was changed since; it stays as it is.")
        choices = [Choice(tr("Copy it as it was"), lambda: _copy(text))]
        if self._is_whole(run) and not self._shell.page.isReadOnly():
            choices.insert(
                0, Choice(tr("Put it back as it was"), lambda: self._put_back(run, text))
            )
        self._end(said, *choices)

    def _is_whole(self, run: _Run) -> bool:
        """Whether nothing of the writer's own stands in the passage."""
        place = run.place
        spans = self._shell.page.spans()
        own = [s for s in spans if s.start >= place.start and s.end <= place.end]
        return sum(len(s) for s in own if s.record == place.record) == len(place)

    def _put_back(self, run: _Run, text: str) -> None:
        page, place = self._shell.page, run.place
        if page.text()[place.start : place.end] != run.on_page:
            self._tell(tr("The page was changed meanwhile, so nothing was put back."))
            return
        page.replace_range(
            place.start, place.end, text, (Span(0, len(text), GENERATED, place.record),)
        )

    def _on_models_loaded_changed(self) -> None:
        models = self._shell.models
        if self._after_loading is None or models.busy_loading:
            return
        then, self._after_loading = self._after_loading, None
        if models.loaded is not None:
            then()

    def _show_possible(self) -> None:
        here = self.passage_at(self._shell.page.caret_position())
        self._action.setEnabled(here is not None and not self._shell.generation.active)

    def _on_page_menu_opening(self, menu: QMenu, position: int) -> None:
        if self.passage_at(position) is None or self._shell.generation.active:
            return
        menu.addSeparator()
        action = menu.addAction(tr("Generate identically"))
        action.setObjectName("same-again")
        action.triggered.connect(lambda: self.repeat(position))


class _Run:
    """One passage that is written once more.

    Attributes:
        kept: How it came about, and what it was.
        place: Where it stands on the page.
        on_page: What stands there now.
        job: On the model's lane.
        now: The record of this time.
        pieces: What came so far.
        preview: The best line so far of a search.
    """

    def __init__(self, kept: KeptRecord, place: Span, on_page: str) -> None:
        self.kept = kept
        self.place = place
        self.on_page = on_page
        self.job = 0
        self.now: GenerationRecord | None = None
        self.pieces: list[str] = []
        self.preview = ""

    @property
    def text(self) -> str:
        """All that came so far."""
        return with_plain_line_ends("".join(self.pieces) or self.preview)

    @property
    def is_same(self) -> bool:
        """Whether what came is what was generated then."""
        text, length = self.text, self.kept.characters
        whole = self.kept.cut_short or len(text) == length
        return whole and text_digest(text[:length]) == self.kept.text_sha256

    @property
    def differs_in_setting(self) -> bool:
        """Whether program, device or machine are others than they were."""
        return bool(self.what_differs())

    def what_differs(self) -> str:
        """In words, what is other than it was."""
        then, now = self.kept.record, self.now
        said = []
        if now is not None and now.runtime != then.runtime:
            said.append(
                tr("It was written with {then}; here is {now}.").format(
                    then=then.runtime, now=now.runtime
                )
            )
        if now is not None and now.machine != then.machine:
            said.append(
                tr("It was written on {then}; this is {now}.").format(
                    then=then.machine, now=now.machine
                )
            )
        if then.candidate:
            said.append(tr("It was one of several that were written at once."))
        return " ".join(said)

    def why_other(self) -> str:
        """A sentence on why another text came."""
        differs = self.what_differs()
        if differs:
            return differs + " " + tr("There the last digits of a calculation may differ.")
        return tr(
            "Model, text and settings are the same, so the reason lies in what Ownhand does not note."
        )


def _whole_passage(spans: Spans, here: Span) -> Span:
    """From the first to the last character of the generation that a span is part of."""
    own = [span for span in spans if span.record == here.record]
    return Span(own[0].start, own[-1].end, here.origin, here.record)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
