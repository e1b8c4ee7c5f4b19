"""Takes the selection or the whole text as what is asked about, as much of it as the model can read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from ownhand.document.conversations.conversation import Attachment
from ownhand.ui.chat.chat_controller import ChatController
from ownhand.ui.chat.composer import Composer
from ownhand.ui.shell import Shell

_SHARE = 0.6
"""Of the room beside the answer, what a text may take: the question and some turns need the rest."""
_GAP = "\n[…]\n"
_MOST_CHARACTERS_PER_TOKEN = 12
_TRIES = 4


class AboutText(QObject):
    """Makes attachments of the text on the page."""

    def __init__(
        self, shell: Shell, controller: ChatController, composer: Composer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._controller = controller
        self._composer = composer

    async def take(self) -> None:
        """Attach the selection, or the whole text where nothing is selected; an empty text is none."""
        shell = self._shell
        selected = shell.page.textCursor().selectedText().replace("\u2029", "\n").strip()
        text = selected or shell.page.text().strip()
        if not text:
            return
        about = Attachment(shell.documents.title, text, len(text), passage=bool(selected))
        room = self._room()
        about = _cut(about, room * _MOST_CHARACTERS_PER_TOKEN)
        self._composer.attach(about)
        for _ in range(_TRIES):
            tokens = await self._count(about.text)
            if tokens is None or self._composer.attachment is not about:
                return  # no model to count with, or the writer took it away
            if tokens <= room:
                self._composer.attach(replace(about, tokens=tokens))
                return
            about = _cut(about, len(about.text) * room // tokens)
            self._composer.attach(about)

    def _room(self) -> int:
        """Tokens that a text may take."""
        settings, loaded = self._shell.settings.value, self._shell.models.loaded
        limit = settings.context_tokens
        if loaded is not None:
            limit = min(limit, loaded.info.context_tokens)
        return max(16, round(_SHARE * (limit - min(settings.max_tokens, limit // 2))))

    async def _count(self, text: str) -> int | None:
        """Tokens of a text; None without a model to count with."""
        shell = self._shell
        if shell.models.loaded is None or shell.generation.active or self._controller.busy:
            return None
        bridge = shell.model_bridge
        limit = shell.models.loaded.info.context_tokens
        counted: list[Any] = []
        job = bridge.submit(shell.jobs.counting([text], limit))

        def take_in(job_id: int, value: Any) -> None:
            if job_id == job:
                counted.append(value)

        bridge.outcome_arrived.connect(take_in)
        try:
            await shell.tasks.emitted(bridge.job_ended, lambda job_id, _: job_id == job)
        finally:
            bridge.outcome_arrived.disconnect(take_in)
        return int(counted[0][0]) if counted else None


def _cut(about: Attachment, characters: int) -> Attachment:
    """The same without the middle of its text, where that is too long."""
    text = about.text.replace(_GAP, "\n")
    if len(text) <= characters:
        return about
    kept = max(characters - len(_GAP), 0)
    behind = kept // 2
    return replace(about, text=text[: kept - behind] + _GAP + text[len(text) - behind :])
