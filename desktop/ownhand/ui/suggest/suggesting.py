"""Suggests how the text might go on, when the writer pauses; off unless they want it."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.core.messages import (
    GenerationFinished,
    GenerationRecorded,
    GenerationRequest,
    JobEnded,
    TextArrived,
)
from ownhand.core.records import GenerationRecord
from ownhand.core.settings import Settings
from ownhand.ui.shell import Shell

TOKENS = 16
"""Length of a suggestion."""

WILDEST = 0.4
"""Highest temperature: what is suggested unasked should be plain."""

_NEXT_WORD = re.compile(r"\s*\S+")
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)


class Suggesting(QObject):
    """Asks for a few tokens once the writer has paused, and shows them behind the caret.

    The suggestion is neither in the text nor in its history. It gives way to every other work of the
    model, never loads one, and is not read out: it would interrupt whoever listens to their own text.

    Attributes:
        text: What is suggested now, or "".
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.text = ""
        self._on = False
        self._job = 0
        self._begun_in = ""
        self._record: GenerationRecord | None = None
        self._taking = False
        self._pause = Delay(0, self._ask, self)
        page, bridge = shell.page, shell.model_bridge
        shell.actions["suggest"].triggered.connect(self._on_action_triggered)
        shell.settings.settings_changed.connect(self._on_settings_changed)
        shell.generation.state_changed.connect(self._on_generation_state_changed)
        shell.models.loaded_changed.connect(self._on_loaded_changed)
        page.text_changed_by_writer.connect(self._on_text_changed)
        page.edited.connect(self._on_page_edited)
        page.text_replaced.connect(self.drop)
        page.caret_moved.connect(self._on_caret_moved)
        page.installEventFilter(self)
        bridge.recorded.connect(self._on_recorded)
        bridge.text_arrived.connect(self._on_text_arrived)
        bridge.finished.connect(self._on_finished)
        bridge.job_ended.connect(self._on_job_ended)
        self._on_settings_changed(shell.settings.value)

    def take(self) -> None:
        """Put the whole suggestion into the text."""
        self._insert(self.text)

    def take_word(self) -> None:
        """Put its next word into the text; the rest stays a suggestion."""
        found = _NEXT_WORD.match(self.text)
        self._insert(found.group() if found else self.text)

    def drop(self) -> None:
        """No suggestion any more, and none on its way."""
        self._pause.stop()
        if self._job:
            self._shell.model_bridge.drop(self._job)
        self._job = 0
        self._show("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys for the suggestion; every other one drops it and does what it does."""
        if not self._on:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.drop()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether a key was for the suggestion."""
        if event.key() in _MODIFIERS:
            return False
        if self.text:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() == Qt.Key.Key_Tab:
                self.take()
                return True
            control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if control == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Right:
                self.take_word()
                return True
            if plain and event.key() == Qt.Key.Key_Escape:
                self.drop()
                return True
        self.drop()
        return False

    # --- asking -------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """The writer has paused."""
        shell = self._shell
        if not self._may_suggest():
            return
        if not shell.model_bridge.idle:  # something else is wanted of the model; perhaps later
            self._pause.start()
            return
        self._begun_in = shell.page.text_before_caret()
        self._record = None
        request = _modest(shell.generation.request_for(self._begun_in))
        self._job = shell.model_bridge.submit(shell.jobs.streaming(request), gives_way=True)

    def _may_suggest(self) -> bool:
        """Whether there is a model, and the caret stands where text may go on."""
        shell, page = self._shell, self._shell.page
        cursor = page.textCursor()
        if (
            not self._on
            or shell.models.loaded is None
            or shell.generation.active
            or not page.hasFocus()
            or page.isReadOnly()
            or cursor.hasSelection()
        ):
            return False
        position = page.caret_position()
        before, after = page.text()[:position], page.text()[position : position + 1]
        return bool(before.strip()) and (not after or after.isspace())

    def _on_recorded(self, job_id: int, recorded: GenerationRecorded) -> None:
        if job_id == self._job:
            self._record = recorded.record

    def _on_text_arrived(self, job_id: int, arrived: TextArrived) -> None:
        if job_id != self._job:
            return
        if self._shell.page.text_before_caret() != self._begun_in:
            self.drop()
            return
        line, end, _rest = (self.text + arrived.text).partition("\n")
        self._show(line)
        if end:  # more than the line is no help
            self._shell.model_bridge.drop(self._job)
            self._job = 0

    def _on_finished(self, job_id: int, _result: GenerationFinished) -> None:
        if job_id == self._job:
            self._show(self.text.rstrip())

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._job = 0

    # --- showing and taking -------------------------------------------------------------------------

    def _show(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self._shell.page.show_preview(self._shell.page.textCursor(), text)

    def _insert(self, text: str) -> None:
        page, rest = self._shell.page, self.text[len(text) :]
        self._show("")
        self._taking = True
        try:
            stream = page.begin_stream()
            if self._record is not None:
                stream.record = self._record.id
                self._shell.generation.recorded.emit(self._record)
            stream.insert(text)
            stream.finish()
        finally:
            self._taking = False
        self._begun_in = page.text_before_caret()
        if rest.strip():
            self._show(rest)
        else:
            self.drop()
            self._pause.start()

    def _on_text_changed(self) -> None:
        if self._on and not self._taking:
            self.drop()
            self._pause.start()

    def _on_page_edited(self) -> None:
        if self._on and not self._taking:
            self.drop()

    def _on_caret_moved(self) -> None:
        if self.text and not self._taking:
            self.drop()

    def _on_generation_state_changed(self, state: str) -> None:
        if state != "idle":
            self.drop()

    def _on_loaded_changed(self) -> None:
        """What another model would suggest is another thing; a writer who pauses still waits for it."""
        waited = bool(self._job or self.text) or self._pause.isActive()
        self.drop()
        if waited and self._on:
            self._pause.start()

    def _on_settings_changed(self, value: Settings) -> None:
        self._on = value.suggest
        self._pause.setInterval(value.suggest_pause_ms)
        self._shell.actions["suggest"].setChecked(value.suggest)
        if not value.suggest:
            self.drop()

    def _on_action_triggered(self, on: bool) -> None:
        self._shell.settings.change(suggest=on)
        if on and self._shell.models.loaded is None:
            self._shell.messages.tell(
                "suggest", tr("Suggestions come as soon as a model is loaded: Continue loads one.")
            )
        else:
            self._shell.messages.clear("suggest")


def _modest(request: GenerationRequest) -> GenerationRequest:
    """The same, but short and plain."""
    settings = replace(
        request.settings,
        sampler="random"
        if request.settings.sampler == "random"
        else "greedy",  # no search: too slow
        temperature=min(request.settings.temperature, WILDEST),
    )
    return replace(request, settings=settings, max_tokens=TOKENS)
