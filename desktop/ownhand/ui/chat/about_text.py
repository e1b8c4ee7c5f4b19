"""Takes the selection or the whole text as what is asked about, as much of it as the model can read."""

from __future__ import annotations

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
        title = shell.documents.title
        room = self._room()
        shown = _without_middle(text, room * _MOST_CHARACTERS_PER_TOKEN)
        self._composer.attach(Attachment(title, shown, len(text), passage=bool(selected)))
        tokens = await self._count(shown)
        for _ in range(_TRIES):
            if tokens is None or tokens <= room:
                break
            shown = _without_middle(shown.replace(_GAP, "\n"), len(shown) * room // tokens)
            self._composer.attach(Attachment(title, shown, len(text), passage=bool(selected)))
            tokens = await self._count(shown)
        self._composer.show_attached_tokens(tokens)

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


def _without_middle(text: str, characters: int) -> str:
    """The beginning and the end of a text that is too long."""
    if len(text) <= characters:
        return text
    kept = max(characters - len(_GAP), 0)
    front = kept - kept // 2
    return text[:front] + _GAP + text[len(text) - kept // 2 :]
