"""Rewrite, expand, shorten, change tone: asks the model and puts in what the writer takes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from ownhand.bridge.translation import mark, tr
from ownhand.core.messages import (
    GenerationFinished,
    GenerationRecorded,
    JobEnded,
    JobFailed,
    Stage,
    TextArrived,
)
from ownhand.core.records import GenerationRecord
from ownhand.document.differences import Differences, differences
from ownhand.document.spans import clipped
from ownhand.document.words import count_words
from ownhand.ui.message_bar import Choice
from ownhand.ui.reading_only import may_change
from ownhand.ui.rewrite.answer import cleaned
from ownhand.ui.rewrite.instruction import Instruction, load_instruction
from ownhand.ui.rewrite.passage import Passage, merged, passage_at
from ownhand.ui.rewrite.proposal_panel import ProposalPanel
from ownhand.ui.shell import Shell

TITLES = {
    "rewrite": mark("Rewrite"),
    "expand": mark("Expand"),
    "shorten": mark("Shorten"),
    "tone": mark("Change tone"),
}
MOST_WORDS = 600
"""Longest passage; about what fits into a small model's context together with its answer."""


class Rewriting(QObject):
    """One proposal at a time, below the page; the page stays as it is until the writer takes it.

    Attributes:
        panel: Where the proposal stands.
        passage: What it is about, or None.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.passage: Passage | None = None
        sheet = shell.page.parentWidget()
        self.panel = ProposalPanel(shell.themes, sheet)
        self.panel.hide()
        layout = sheet.layout() if sheet is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.panel)
        self._kind = ""
        self._tone = ""
        self._waiting = False
        self._instruction: Instruction | None = None
        self._job = 0
        self._answer = ""
        self._record: GenerationRecord | None = None
        self._found: Differences | None = None
        self._comparing = False
        self._connect()

    @property
    def running(self) -> bool:
        """Whether a proposal is being written."""
        return bool(self._job)

    def begin(self, kind: str) -> None:
        """Ask about the selection, or the paragraph at the caret.

        Args:
            kind: "rewrite", "expand", "shorten" or "tone".
        """
        page, messages = self._shell.page, self._shell.messages
        self.close()
        if not may_change(self._shell):
            return
        cursor = page.textCursor()
        start, end = (
            page.code_point(cursor.selectionStart()),
            page.code_point(cursor.selectionEnd()),
        )
        passage = passage_at(page.text(), start, end)
        if passage is None:
            messages.tell(
                "rewrite", tr("Select a passage first, or put the caret into a paragraph.")
            )
            return
        if count_words(passage.text) > MOST_WORDS:
            messages.tell(
                "rewrite",
                tr("This passage is too long for one go. Select up to {most} words.").format(
                    most=MOST_WORDS
                ),
            )
            return
        if not self._model_ready():
            return
        messages.clear("rewrite")
        self.passage, self._kind, self._tone = passage, kind, ""
        self._instruction = load_instruction(kind)
        page.select_range(passage.start, passage.end)
        self._shell.header.show_other_primary(True)
        self.panel.open_for(tr(TITLES[kind]), page.font(), with_tone=kind == "tone")
        if kind == "tone":
            self.panel.show_state("", ready=False, running=False)
        else:
            self._ask()

    def accept(self) -> None:
        """Put the proposal in, as one undo step; a stream that runs into the page ends first."""
        self._shell.generation.when_idle(self._put_in)

    def _put_in(self) -> None:
        passage, found = self.passage, self._found
        if passage is None or found is None or passage.changed or self._job:
            return
        page, record = self._shell.page, self._record
        old = clipped(page.spans(), passage.start, passage.end)
        text, spans = merged(found.pieces, old, record.id if record else "")
        if record is not None:
            self._shell.generation.recorded.emit(record)
        self.close()
        page.replace_range(passage.start, passage.end, text, spans)
        page.set_caret_position(passage.start + len(text))
        page.setFocus()

    def reject(self) -> None:
        """Close the proposal; the text stays as it is."""
        had_focus = self.panel.isAncestorOf(self._shell.window.focusWidget() or self.panel)
        self.close()
        if had_focus:
            self._shell.page.setFocus()

    def close(self) -> None:
        """No proposal any more."""
        self._drop()
        self._waiting = False
        self.passage = self._found = None
        self._shell.header.show_other_primary(False)
        self.panel.hide()

    def _connect(self) -> None:
        shell = self._shell
        for kind in TITLES:
            shell.actions[kind].triggered.connect(partial(self._on_action_triggered, kind))
        self.panel.accepted.connect(self.accept)
        self.panel.rejected.connect(self.reject)
        self.panel.retry_requested.connect(self._on_retry_requested)
        self.panel.tone_chosen.connect(self._on_tone_chosen)
        shell.page.installEventFilter(self)
        shell.page.edited.connect(self._on_page_edited)
        shell.page.text_replaced.connect(self.close)
        shell.generation.state_changed.connect(self._on_generation_state_changed)
        shell.models.loaded_changed.connect(self._on_loaded_changed)
        shell.models.model_leaving.connect(self._stop)
        bridge = shell.model_bridge
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.recorded.connect(self._on_recorded)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)

    def _on_action_triggered(self, kind: str, _checked: bool = False) -> None:
        self.begin(kind)

    # --- the model ----------------------------------------------------------------------------------

    def _model_ready(self) -> bool:
        """Whether a model that takes instructions is there or on its way; tells if not."""
        models, messages = self._shell.models, self._shell.messages
        if models.loaded is None:
            if models.busy_loading or models.load_any():
                return True
            messages.tell(
                "rewrite",
                tr("There is no model on this machine yet that could rewrite anything."),
                Choice(tr("Get the starter model"), models.fetch_starter),
            )
            return False
        if models.loaded.info.chats:
            return True
        able = next((info for info in models.models if info.chats), None)
        sentence = tr(
            "{model} goes on with texts but takes no instructions, so it cannot rewrite a passage. "
            "Choose a model that was made for instructions; their names often say “Instruct” or “Chat”."
        ).format(model=models.loaded.info.title)
        if able is None:
            choice = Choice(tr("Get the starter model"), models.fetch_starter)
        else:
            choice = Choice(tr("Load {model}").format(model=able.title), partial(models.load, able))
        messages.tell("rewrite", sentence, choice)
        return False

    def _ask(self) -> None:
        """Submit, or wait for the model."""
        self._drop()
        shell, passage, instruction = self._shell, self.passage, self._instruction
        if passage is None or instruction is None:
            return
        self._answer, self._found, self._record = "", None, None
        if shell.models.loaded is None:
            self._waiting = True
            self.panel.show_state(tr("Waiting for the model …"), ready=False, running=True)
            return
        if shell.generation.active:
            shell.generation.stop()
        context = shell.settings.value.context_tokens
        request = instruction.request(passage.text, self._tone, context)
        self._job = shell.model_bridge.submit(shell.jobs.streaming(request))
        self.panel.show_state(tr("The model is reading the passage …"), ready=False, running=True)

    def _stop(self) -> None:
        """End a running answer; what came of it can be taken."""
        if self._job:
            self._drop()
            self._conclude()

    def _drop(self) -> None:
        if self._job:
            self._shell.model_bridge.drop(self._job)
        self._job = 0

    def _on_loaded_changed(self) -> None:
        models = self._shell.models
        if not self._waiting or models.busy_loading:
            return
        self._waiting = False
        if models.loaded is None or not self._model_ready():
            self.close()
        else:
            self._ask()

    def _on_generation_state_changed(self, state: str) -> None:
        if state in ("waiting", "writing"):  # the writer wants to go on: that comes first
            self._stop()
        for kind in TITLES:
            self._shell.actions[kind].setEnabled(state == "idle")

    def _on_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._job:
            self.panel.show_state(f"{stage.label} …", ready=False, running=True)

    def _on_recorded(self, job_id: int, recorded: GenerationRecorded) -> None:
        if job_id == self._job:
            self._record = recorded.record

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        if job_id != self._job:
            return
        self._answer += arrived.text
        self.panel.show_state(tr("The model is writing …"), ready=False, running=True)
        self._compare()

    def _on_finished(self, job_id: int, _result: GenerationFinished) -> None:
        if job_id == self._job:
            self._job = 0
            self._conclude()

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self._job = 0
            self.panel.show_state(failure.message, ready=False, running=False)

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._job = 0
            self._conclude()

    # --- the proposal -------------------------------------------------------------------------------

    def _proposed(self) -> str:
        assert self.passage is not None
        return cleaned(self._answer, self.passage.text, longer=self._kind == "expand")

    def _compare(self) -> None:
        """Have a thread compare what there is; once more if more came meanwhile."""
        if not self._comparing and self.passage is not None:
            self._comparing = True
            self._shell.tasks.start(self._compare_in_thread())

    async def _compare_in_thread(self) -> None:
        try:
            compared: tuple[Passage | None, str, bool] | None = None
            while self.passage is not None:
                wanted = (self.passage, self._proposed(), self.running)
                if wanted == compared:
                    return
                compared, (passage, text, running) = wanted, wanted
                if not text:
                    continue
                found = await self._shell.tasks.in_thread(partial(differences, passage.text, text))
                if self.passage is None or self.passage.text != passage.text:
                    continue
                self.panel.show_differences(_so_far(found) if running else found)
                if not running and not self.running:
                    self._found = found
                    self._tell()
        finally:
            self._comparing = False

    def _conclude(self) -> None:
        """Nothing more comes."""
        if self.passage is None:
            return
        if not self._proposed():
            self.panel.show_state(
                tr("The model had nothing to say to this. Another try may help."),
                ready=False,
                running=False,
            )
        else:
            self._compare()

    def _tell(self) -> None:
        passage, found = self.passage, self._found
        if passage is None or found is None:
            return
        if passage.changed:
            told = tr("You changed the passage since. Close this and ask again.")
        elif all(piece.kind == "same" for piece in found.pieces):
            told = tr("The model would leave it as it is. Another try may help.")
        else:
            new = count_words(self._proposed())
            told = tr("%n words", n=count_words(passage.text)) + " → " + tr("%n words", n=new)
        self.panel.show_state(told, ready=not passage.changed, running=False)
        self.panel.diff.show()

    def _on_retry_requested(self) -> None:
        if self.passage is None or (self._kind == "tone" and not self._tone):
            return
        if self.passage.changed:
            self.begin(self._kind)
        else:
            self.panel.diff.setFocus()
            self._ask()

    def _on_tone_chosen(self, tone: str) -> None:
        self._tone = tone
        self._ask()

    def _on_page_edited(self, position: int, removed: int, inserted: str, _spans: object) -> None:
        if self.passage is None:
            return
        text = self._shell.page.text()
        after = self.passage.after_edit(position, removed, len(inserted))
        if text[after.start : after.end] == after.text:  # also when undo brings it back
            after = Passage(after.start, after.text)
        changed = after.changed != self.passage.changed
        self.passage = after
        if changed:
            self._tell()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc on the page closes the proposal too."""
        if (
            self.passage is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.reject()
            return True
        return False


def _so_far(found: Differences) -> Differences:
    """While the answer still comes, what it has not reached yet is not gone."""
    pieces = list(found.pieces)
    for index in range(len(pieces) - 1, max(len(pieces) - 3, -1), -1):
        if pieces[index].kind == "gone":
            del pieces[index]
            break
    return Differences(tuple(pieces))
