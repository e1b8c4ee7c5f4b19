"""What the model would read now, known a moment after anything changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.delay import Delay
from ownhand.core.messages import GenerationRequest, JobEnded
from ownhand.core.prompting import PromptPreview
from ownhand.ui.shell import Shell

PAUSE_MS = 350
"""So long nothing changes before the model's tokeniser is asked: no key waits for it."""

_MOST_COUNTS = 2000


class PromptWatch(QObject):
    """Asks the lane for the preview of what Continue would send, and for the length of single texts.

    It keeps right, without a stream, where the context begins and how full it is. While a stream runs it
    waits: the lane is busy, and the stream itself tells.

    Attributes:
        preview: What the model would read; None while that is not known, as without a model.
    """

    preview_changed = Signal(object)
    """`PromptPreview | None`: what the model would read became another."""
    counts_changed = Signal()
    """More is known of what `tokens_of` tells."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self.preview: PromptPreview | None = None
        self._shell = shell
        self._asked: GenerationRequest | None = None
        self._job = 0
        self._again = False
        self._wanted: dict[str, None] = {}
        self._counted: dict[str, int] = {}
        self._counting: tuple[int, tuple[str, ...]] = (0, ())
        self._timer = Delay(PAUSE_MS, self._ask, self)
        page, models, bridge = shell.page, shell.models, shell.model_bridge
        for signal in (
            page.edited, page.caret_moved, page.selectionChanged,
            shell.settings.settings_changed, shell.choice.sampling_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        page.text_replaced.connect(self.refresh_all)
        shell.generation.state_changed.connect(
            self.refresh_all
        )  # a stream has told its own figures
        models.loaded_changed.connect(self._on_loaded_changed)
        bridge.outcome_arrived.connect(self._on_outcome_arrived)
        bridge.job_ended.connect(self._on_job_ended)

    @property
    def ready(self) -> bool:
        """Whether there is a model whose tokens can be counted."""
        return self._shell.models.loaded is not None

    def refresh(self) -> None:
        """Something the prompt is made of became another."""
        if self._shell.models.loaded is not None:
            self._timer.start()

    def refresh_all(self) -> None:
        """What is shown is not of this watch any more."""
        self._asked = None
        self.refresh()

    def tokens_of(self, text: str) -> int | None:
        """How many tokens a text is long; None while that is not known. `counts_changed` follows."""
        if not text.strip():
            return 0
        known = self._counted.get(text)
        if known is None and self._shell.models.loaded is not None:
            self._wanted[text] = None
            if not self._timer.isActive():
                self._timer.start()
        return known

    def _ask(self) -> None:
        shell = self._shell
        if shell.models.loaded is None or shell.generation.active or not shell.model_bridge.idle:
            self._again = shell.models.loaded is not None
            return
        self._again = False
        request = shell.generation.request_for(shell.page.text_before_caret())
        if request != self._asked:
            self._asked = request
            self._job = shell.model_bridge.submit(shell.jobs.previewing(request))
        texts = tuple(self._wanted)
        self._wanted.clear()
        if texts:
            limit = shell.models.loaded.info.context_tokens
            self._counting = (shell.model_bridge.submit(shell.jobs.counting(texts, limit)), texts)

    def _on_outcome_arrived(self, job_id: int, value: Any) -> None:
        if job_id == self._job and isinstance(value, PromptPreview):
            self._show(value)
        elif job_id == self._counting[0]:
            self._keep(self._counting[1], value)

    def _show(self, preview: PromptPreview) -> None:
        if self._shell.generation.active:
            return  # the stream tells, and knows better
        self.preview = preview
        self._shell.page.set_context_start(preview.dropped_characters or None)
        self._shell.status.show_context(preview.tokens, preview.limit_tokens)
        self.preview_changed.emit(preview)

    def _keep(self, texts: Iterable[str], counts: Iterable[int]) -> None:
        if len(self._counted) > _MOST_COUNTS:
            self._counted.clear()
        self._counted.update(zip(texts, counts, strict=True))
        self.counts_changed.emit()

    def _on_job_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._job:
            self._job = 0
        if self._again and self._shell.model_bridge.idle:
            self._timer.start()

    def _on_loaded_changed(self) -> None:
        """Another model has other tokens."""
        self._asked = None
        self._counted.clear()
        if self._shell.models.loaded is None and self.preview is not None:
            self.preview = None
            self._shell.page.set_context_start(None)
            self._shell.status.show_context(0, 0)
            self.preview_changed.emit(None)
        self.counts_changed.emit()
        self.refresh()
