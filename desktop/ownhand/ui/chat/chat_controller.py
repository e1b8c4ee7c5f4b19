"""Talks with the model: what is asked, what comes of it, and which conversation it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.core.errors import DocumentError
from ownhand.core.messages import (
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
from ownhand.core.prompting import PromptPreview
from ownhand.document.conversations.conversation import (
    Attachment,
    Conversation,
    Entry,
    Turn,
    told_turns,
)
from ownhand.document.conversations.shelf import ConversationShelf
from ownhand.document.records import KeptRecord, to_json
from ownhand.ui.chat.conversation_keeper import ConversationKeeper
from ownhand.ui.shell import Shell

State = Literal["idle", "waiting", "answering", "stopping"]

ABOUT = '"""\n{text}\n"""\n\n{question}'
"""How a text and the question about it are told."""
_PATIENCE_MS = 300
_PAUSE_MS = 400


class ChatController(QObject):
    """One conversation at a time, and one answer at a time.

    Attributes:
        conversation: The one that is open.
        state: "idle"; "waiting" for the model or the first word; "answering"; "stopping".
        answering: Id of the turn that the model is writing, or "".
        shelf: Where conversations lie.
        keeper: Brings them there.
    """

    conversation_changed = Signal()
    """Another conversation is open, or another branch of it shows."""
    turn_changed = Signal(str)
    """What a turn says changed: its id."""
    state_changed = Signal(str)
    """The new state."""
    context_changed = Signal(object)
    """`PromptPreview | ContextPlanned | None`: how much of the conversation the model reads."""
    told = Signal(str)
    """A sentence for the writer; "" takes it away."""
    stage_changed = Signal(object)
    """`Stage`: what takes long."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self.shelf = ConversationShelf(shell.paths.chats)
        self.keeper = ConversationKeeper(self.shelf, shell.tasks, self._tell_keeping, self)
        self.conversation = self.shelf.new()
        self.state: State = "idle"
        self.answering = ""
        self._begun = False
        self._shell = shell
        self._job = self._preview_job = 0
        self._undone: Callable[[], None] | None = None
        self._last_begun = ""
        self._patience = Delay(_PATIENCE_MS, self._leave, self)
        self._pause = Delay(_PAUSE_MS, self._ask_preview, self)
        bridge = shell.model_bridge
        bridge.stage_changed.connect(self._on_stage_changed)
        bridge.context_planned.connect(self._on_context_planned)
        bridge.recorded.connect(self._on_recorded)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.preview_changed.connect(self._on_preview_changed)
        bridge.loop_noticed.connect(self._on_loop_noticed)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.job_ended.connect(self._on_job_ended)
        bridge.outcome_arrived.connect(self._on_outcome_arrived)
        shell.models.model_leaving.connect(self.stop)
        shell.models.loaded_changed.connect(self._on_loaded_changed)
        shell.settings.settings_changed.connect(self._pause.start)

    @property
    def busy(self) -> bool:
        """Whether an answer is being written or waited for."""
        return bool(self._job)

    def ask(self, text: str, attachment: Attachment | None = None) -> bool:
        """Say something at the end of the branch that shows, and have the model answer.

        Returns:
            Whether it was said.
        """
        if not text.strip() or not self._free():
            return False
        last = self.conversation.last
        said = self._keep(
            self.conversation.say("user", text.strip(), last.id if last else "", attachment)
        )
        self.conversation_changed.emit()
        self._answer(said["id"])
        return True

    def answer_again(self, turn_id: str) -> None:
        """Write another variant of an answer, or answer a question that has none."""
        turn = self.conversation[turn_id]
        if self._free():
            self._answer(turn.id if turn.speaker == "user" else turn.parent)

    def go_on(self, turn_id: str) -> None:
        """Have the model write on where an answer ends."""
        if self._free() and self.conversation[turn_id].speaker == "assistant":
            before = self.conversation.before(turn_id)
            self._begin(turn_id, (*before, self.conversation[turn_id]))

    def reword(self, turn_id: str, text: str) -> None:
        """Have a turn say something else; what was said after it stays."""
        if text.strip() and turn_id != self.answering:
            self._keep(self.conversation.reword(turn_id, text.strip()))
            self.turn_changed.emit(turn_id)
            self._changed()

    def ask_otherwise(self, turn_id: str, text: str) -> None:
        """Put a question in other words, as a variant beside it, and have it answered."""
        turn = self.conversation[turn_id]
        if text.strip() and self._free():
            said = self._keep(
                self.conversation.say("user", text.strip(), turn.parent, turn.attachment)
            )
            self.conversation_changed.emit()
            self._answer(said["id"])

    def step(self, turn_id: str, by: int) -> None:
        """Show the variant before or after this one."""
        variants = self.conversation.variants(turn_id)
        place = [turn.id for turn in variants].index(turn_id) + by
        if 0 <= place < len(variants) and not self.busy:
            self._keep(self.conversation.choose(variants[place].id))
            self._changed(branch=True)

    def delete(self, turn_id: str) -> None:
        """Take a turn away with what follows; `undo` brings it back."""
        if self.busy:
            self.stop()
        self._keep(self.conversation.remove(turn_id))
        conversation = self.conversation

        def bring_back() -> None:
            if self.conversation is conversation:
                self._keep(conversation.bring_back(turn_id))
                self._changed(branch=True)

        self._undone = bring_back
        self._changed(branch=True)

    @property
    def can_undo(self) -> bool:
        """Whether `undo` has something to bring back."""
        return self._undone is not None

    def undo(self) -> None:
        """Bring back what was deleted last."""
        undone, self._undone = self._undone, None
        if undone is not None:
            undone()

    def branch(self, turn_id: str) -> None:
        """Go on from a turn in a conversation of its own."""
        if self.busy:
            self.stop()
        copy, entries = self.conversation.branch(turn_id, self.shelf.new().id)
        self.keeper.keep(copy.id, *entries)
        self._open(copy, begun=True)

    def tell(self, system: str, persona: str = "") -> None:
        """Change what the model is told before everything else."""
        if (system, persona) != (self.conversation.system, self.conversation.persona):
            entry = self.conversation.tell(system, persona)
            if self._begun:
                self.keeper.keep(self.conversation.id, entry)
            self._changed()

    def rename(self, title: str) -> None:
        """Give the conversation a title."""
        self._keep(self.conversation.rename(" ".join(title.split())))
        self._changed()

    def new(self) -> None:
        """Begin an empty conversation; the model is told what it was told in this one."""
        if self.busy:
            self.stop()
        fresh = self.shelf.new()
        if self.conversation.system:
            fresh.tell(self.conversation.system, self.conversation.persona)
        self._open(fresh, begun=False)

    async def open(self, id_: str) -> None:
        """Open a conversation of the shelf."""
        if self.busy:
            self.stop()
        await self.keeper.settle()
        try:
            conversation = await self._shell.tasks.in_thread(lambda: self.shelf.read(id_))
        except DocumentError as problem:
            self.told.emit(tr(str(problem)))
            return
        self._open(conversation, begun=True)

    def stop(self) -> None:
        """End the answer and keep what there is of it."""
        if self._job and self.state != "stopping":
            self._shell.model_bridge.cancel(self._job)
            self._set_state("stopping")
            self._patience.start()

    def request(self, *more: Turn) -> GenerationRequest:
        """What the model would be asked to go on with.

        Args:
            more: Turns behind the branch that shows.
        """
        return self._request((*self.conversation.path, *more))

    def shut_down(self) -> None:
        """Keep everything that was said."""
        self.keeper.write_now()

    def _request(self, turns: tuple[Turn, ...]) -> GenerationRequest:
        shell = self._shell
        settings = shell.settings.value
        return GenerationRequest(
            prompt="",
            settings=shell.choice.sampling,
            max_tokens=settings.max_tokens,
            context_tokens=settings.context_tokens,
            preset=shell.choice.preset.name,
            chat=told_turns(self.conversation.system, turns, ABOUT),
        )

    def _free(self) -> bool:
        """Whether an answer can be begun now; tells why not."""
        shell, models = self._shell, self._shell.models
        if self._job:
            return False
        if shell.generation.active:
            self.told.emit(
                tr("The model is writing in your text. Stop it there, or ask when it has finished.")
            )
            return False
        if models.loaded is not None or models.busy_loading or models.load_any():
            return True
        self.told.emit(
            tr("The model is still on its way. Ask again when it is there.")
            if models.fetching
            else tr(
                "There is no model on this machine yet. Continue, above the page, helps to get one."
            )
        )
        return False

    def _answer(self, question: str) -> None:
        """Have a turn answered by a new variant."""
        asked = (*self.conversation.before(question), self.conversation[question])
        said = self._keep(self.conversation.say("assistant", "", question))
        self.conversation_changed.emit()
        self._begin(said["id"], asked)

    def _begin(self, turn_id: str, turns: tuple[Turn, ...]) -> None:
        self.told.emit("")
        self.answering = turn_id
        self._last_begun = self.conversation[turn_id].text
        self._shell.generation.request_coming.emit()
        self._job = self._shell.model_bridge.submit(
            self._shell.jobs.streaming(self._request(turns))
        )
        self._set_state("waiting")

    def _leave(self) -> None:
        """No answer any more, whatever the lane still does."""
        if not self._job:
            return
        self._shell.model_bridge.drop(self._job)
        self._job = 0
        self._patience.stop()
        turn_id, self.answering = self.answering, ""
        self.stage_changed.emit(None)
        if turn_id in self.conversation and not self.conversation[turn_id].text.strip():
            self._keep(self.conversation.remove(turn_id))  # an answer without a word is none
            self.conversation_changed.emit()
        else:
            self.turn_changed.emit(turn_id)
        self._set_state("idle")
        self._pause.start()

    def _open(self, conversation: Conversation, *, begun: bool) -> None:
        if self._job:
            self._leave()
        self.conversation, self._begun, self._undone = conversation, begun, None
        self._shell.settings.change(chat=conversation.id if begun else "")
        self.told.emit("")
        self.context_changed.emit(None)
        self._changed(branch=True)

    def _keep(self, entry: Entry) -> Entry:
        """Have a change written; a new conversation gets its file with the first."""
        if not self._begun:
            self._begun = True
            told = self.conversation.tell(self.conversation.system, self.conversation.persona)
            self.keeper.keep(self.conversation.id, self.conversation.begin(), told)
            self._shell.settings.change(chat=self.conversation.id)
        self.keeper.keep(self.conversation.id, entry)
        return entry

    def _changed(self, *, branch: bool = False) -> None:
        if branch:
            self.conversation_changed.emit()
        self._pause.start()

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _tell_keeping(self, problem: str) -> None:
        if problem:
            self._shell.messages.tell("chat", tr(problem), kind="problem")
        else:
            self._shell.messages.clear("chat")

    def _ask_preview(self) -> None:
        """How much of the conversation the model would read; asked when the lane is free."""
        shell = self._shell
        if self.busy or shell.models.loaded is None or self.conversation.is_empty:
            self.context_changed.emit(None) if self.conversation.is_empty else None
            return
        if not shell.model_bridge.idle:
            self._pause.start()
            return
        self._preview_job = shell.model_bridge.submit(shell.jobs.previewing(self.request()))

    def _on_outcome_arrived(self, job_id: int, value: Any) -> None:
        if job_id == self._preview_job and isinstance(value, PromptPreview) and not self.busy:
            self.context_changed.emit(value)

    def _on_loaded_changed(self) -> None:
        models = self._shell.models
        if self.state == "waiting" and models.loaded is None and not models.busy_loading:
            self._leave()
        self._pause.start()

    def _on_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._job and self.state != "stopping":
            self.stage_changed.emit(stage)

    def _on_context_planned(self, job_id: int, planned: ContextPlanned) -> None:
        if job_id == self._job:
            self.context_changed.emit(planned)

    def _on_recorded(self, job_id: int, recorded: GenerationRecorded) -> None:
        if job_id == self._job and not self._last_begun:
            record = to_json(KeptRecord(recorded.record))
            self._keep(self.conversation.note_record(self.answering, record))

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        if job_id != self._job:
            return
        so_far = self.conversation[self.answering].text
        text = arrived.text if so_far else arrived.text.lstrip()
        if self.state == "waiting":
            self.stage_changed.emit(None)
            self._set_state("answering")
        if text:
            self._keep(self.conversation.grow(self.answering, text))
            self.turn_changed.emit(self.answering)

    def _on_preview_changed(self, job_id: int, preview: PreviewChanged) -> None:
        if job_id == self._job:
            self.stage_changed.emit(Stage(tr("Searching, %n tokens", n=preview.tokens)))

    def _on_loop_noticed(self, job_id: int, loop: LoopNoticed) -> None:
        if job_id == self._job:
            self.told.emit(tr(loop.advice))

    def _on_finished(self, job_id: int, result: GenerationFinished) -> None:
        if job_id == self._job and not self.conversation[self.answering].text.strip():
            self.told.emit(tr("The model had nothing to say. Put the question in other words."))
        elif job_id == self._job and result.reason == "max_tokens":
            self.told.emit(tr("The answer reached the longest length. “Go on” lets it write on."))

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self.told.emit(tr(failure.message))

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._leave()
