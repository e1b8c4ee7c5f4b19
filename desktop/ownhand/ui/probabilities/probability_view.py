"""The token view: colours the page by likelihood and offers other words in the place of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import mark, tr
from ownhand.core.messages import JobEnded, JobFailed, ScoredToken, ScoreRequest, TextScored
from ownhand.document.spans import GENERATED, Span, clipped
from ownhand.ui.editor.page_text import PlacedGround
from ownhand.ui.message_bar import Choice
from ownhand.ui.probabilities.alternatives import AlternativesPopup
from ownhand.ui.probabilities.bands import grounds_of, step_of
from ownhand.ui.probabilities.legend import Legend
from ownhand.ui.probabilities.token_marks import TokenMarks
from ownhand.ui.reading_only import may_change
from ownhand.ui.shell import Shell

PAUSE_MS = 500
"""How long the text rests before it is read again."""

BEFORE_CARET = 1200
"""Characters before the caret that are read beside what is in view: about 300 tokens."""

MOST = 12_000
"""Most characters that are read at once."""

_HINT = mark("Click a word, or Ctrl+Space, for others")


class ProbabilityView(QObject):
    """Scores what is in view while it is on, gives way to all other work of the model, and lets the
    writer take another word. Nothing of it is in the text or its undo history.

    Attributes:
        on: Whether the page is coloured.
        marks: The scored tokens.
        legend: The line below the page.
        popup: The open list of alternatives, or None.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.on = False
        self.marks = TokenMarks()
        self.popup: AlternativesPopup | None = None
        self._grounds = grounds_of(shell.themes.theme)
        self._job = 0
        self._fresh = False
        self._pressed: QPoint | None = None
        sheet = shell.page.parentWidget()
        self.legend = Legend(shell.themes, sheet)
        self.legend.hide()
        layout = sheet.layout() if sheet is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.legend)
        self._action = shell.actions["probabilities"]
        self._pause = Delay(PAUSE_MS, self._score, self)
        self._shortcut = QShortcut(QKeySequence("Ctrl+Space"), shell.page)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._shortcut.setEnabled(False)
        self._shortcut.activated.connect(self.show_alternatives)
        self._connect()

    def show_alternatives(self, position: int | None = None) -> bool:
        """Open the list for the token at a position, or at the caret.

        Returns:
            Whether there is such a token.
        """
        page = self._shell.page
        place = page.caret_position() if position is None else position
        token = self.marks.at(place)
        if token is None or not token.alternatives or self._shell.generation.active:
            return False
        text = page.text()
        popup = AlternativesPopup(self._shell.themes.theme, self._shell.window)
        popup.chosen.connect(lambda chosen: self.choose(token, chosen))
        popup.key_passed.connect(lambda event: QApplication.sendEvent(page, event))
        popup.destroyed.connect(self._on_popup_destroyed)
        self.popup = popup
        popup.show_for(
            text[token.start : token.end],
            token.probability,
            token.alternatives,
            text[: token.start],
            tr("The text goes on anew from the word that you choose.")
            if self._generated_end(token) is not None
            else tr("Takes the place of this word; what you wrote behind it stays."),
            self._place_of(token),
        )
        return True

    def choose(self, token: ScoredToken, text: str) -> None:
        """Put another token in the place of one. In a generated passage it takes the place of all that
        follows there, and the model writes on from it; undo brings the old text back, and the list of
        variants keeps it. In the writer's own text nothing else changes."""
        page = self._shell.page
        if self._shell.generation.active or token not in self.marks.all:
            return
        if not may_change(self._shell):
            return
        end = self._generated_end(token)
        if text == page.text()[token.start : token.end] and end is None:
            return
        # The lane reads the text anew in any case.
        self._give_up()
        if end is None or not self._shell.generation.branch(token.start, text):
            (here,) = clipped(page.spans(), token.start, token.start + 1) or (Span(0, 1),)
            spans = (Span(0, len(text), GENERATED, here.record),)
            page.replace_range(token.start, end if end is not None else token.end, text, spans)
            page.set_caret_position(token.start + len(text))
        if end is not None:
            self._shell.generation.continue_writing()

    def _connect(self) -> None:
        shell, page = self._shell, self._shell.page
        self._action.toggled.connect(self._on_toggled)
        self.legend.closed.connect(lambda: self._action.setChecked(False))
        page.edited.connect(self._on_page_edited)
        page.text_replaced.connect(self._on_text_replaced)
        page.caret_moved.connect(self._look_later)
        page.menu_opening.connect(self._on_menu_opening)
        page.verticalScrollBar().valueChanged.connect(self._look_later)
        page.verticalScrollBar().rangeChanged.connect(self._look_later)
        page.viewport().installEventFilter(self)
        shell.themes.theme_changed.connect(self._on_theme_changed)
        shell.generation.state_changed.connect(self._on_generation_state_changed)
        shell.models.loaded_changed.connect(self._on_loaded_changed)
        shell.model_bridge.text_scored.connect(self._on_text_scored)
        shell.model_bridge.failed.connect(self._on_failed)
        shell.model_bridge.job_ended.connect(self._on_job_ended)

    # --- reading the text ---------------------------------------------------------------------------

    def _on_toggled(self, on: bool) -> None:
        self.on = on
        self._shortcut.setEnabled(on)
        self.legend.setVisible(on)
        self._shell.page.set_grounds(self._grounds_between if on else None)
        if on:
            self._look_now()
        else:
            self._pause.stop()
            self._give_up()
            self.marks.clear()
            self._shell.messages.clear("probabilities")

    def _look_now(self) -> None:
        models = self._shell.models
        self._fresh = False
        if models.loaded is None and not models.busy_loading and not models.load_any():
            self._shell.messages.tell(
                "probabilities",
                tr("There is no model on this machine yet that could tell how likely words are."),
                Choice(tr("Get the starter model"), models.fetch_starter),
            )
        self._score()

    def _look_later(self) -> None:
        if self.on:
            self._pause.start()

    def _score(self) -> None:
        """Read what is in view and not known yet."""
        shell = self._shell
        if not self.on or shell.generation.active or shell.models.loaded is None:
            self._tell()
            return
        start, end = self._range()
        known = self.marks.between(start, end)
        if self._fresh and known and known[0].start <= start and known[-1].end >= end:
            return
        self._give_up()
        if start < end:
            text = shell.page.text()[:end]
            request = ScoreRequest(text, start, shell.settings.value.context_tokens)
            self._job = shell.model_bridge.submit(shell.jobs.scoring(request), gives_way=True)
        self._tell()

    def _range(self) -> tuple[int, int]:
        """What is in view, and what stands before the caret if that is near."""
        page = self._shell.page
        view = page.viewport().rect()
        first = page.code_point(page.cursorForPosition(view.topLeft()).position())
        last = page.code_point(page.cursorForPosition(view.bottomRight()).position())
        last = min(len(page.text()), last + 1)
        caret = page.caret_position()
        if first <= caret <= last:
            first = min(first, max(0, caret - BEFORE_CARET))
        return max(first, last - MOST), last

    def _give_up(self) -> None:
        """End a running job; nothing of it comes any more."""
        if self._job:
            self._shell.model_bridge.drop(self._job)
        self._job = 0

    def _tell(self) -> None:
        loaded = self._shell.models.loaded is not None
        if self._job:
            self.legend.tell(tr("Reading your text …"))
        elif not loaded:
            self.legend.tell(
                tr("Waiting for the model …") if self._shell.models.busy_loading
                else tr("No model is loaded.")
            )  # fmt: skip
        else:
            self.legend.tell(tr(_HINT))

    def _on_text_scored(self, job_id: int, scored: TextScored) -> None:
        if job_id == self._job:
            self.marks.put(scored.tokens)
            self._shell.page.viewport().update()

    def _on_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._job:
            self._shell.messages.tell("probabilities", failure.message, kind="problem")

    def _on_job_ended(self, job_id: int, ended: JobEnded) -> None:
        if job_id != self._job:
            return
        self._job = 0
        self._fresh = not ended.cancelled
        if ended.cancelled:  # it gave way
            self._look_later()
        self._tell()

    def _on_page_edited(self, position: int, removed: int, inserted: str, _spans: object) -> None:
        if not self.on:
            return
        self.marks.follow(position, removed, len(inserted))
        self._fresh = False
        self._give_up()
        self._look_later()

    def _on_text_replaced(self) -> None:
        self.marks.clear()
        self._fresh = False
        self._give_up()
        self._look_later()

    def _on_generation_state_changed(self, state: str) -> None:
        if state == "idle":
            self._look_later()
        else:
            self._pause.stop()
            self._give_up()
            self._close_popup()

    def _on_loaded_changed(self) -> None:
        """Another model finds other words likely."""
        if self.on:
            self._give_up()
            self.marks.clear()
            self._fresh = False
            self._shell.page.viewport().update()
            self._tell()
            self._look_later()

    # --- showing ------------------------------------------------------------------------------------

    def _grounds_between(self, first: int, last: int) -> Sequence[PlacedGround]:
        text = self._shell.page.text()
        placed = []
        for token in self.marks.between(first, last):
            ground = self._grounds[step_of(token.probability)]
            if ground is not None:  # the space before a word is left alone
                own = text[token.start : token.end]
                lead = len(own) - len(own.lstrip())
                placed.append((token.start + lead, token.end, ground))
        return placed

    def _on_theme_changed(self) -> None:
        self._grounds = grounds_of(self._shell.themes.theme)
        self._shell.page.viewport().update()

    def _place_of(self, token: ScoredToken) -> QRect:
        """Where a token's word stands on the screen."""
        page = self._shell.page
        text = page.text()[token.start : token.end]
        lead = len(text) - len(text.lstrip())
        cursor = QTextCursor(page.document())
        cursor.setPosition(page.units(token.start + (lead if lead < len(text) else 0)))
        rect = page.cursorRect(cursor)
        return QRect(page.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _generated_end(self, token: ScoredToken) -> int | None:
        """Where the generated passage of a token ends; None if it stands in the writer's own text."""
        page = self._shell.page
        spans = clipped(page.spans(), token.start, len(page.text()))
        end = 0
        for span in spans:
            if span.origin != GENERATED or span.start > (end or token.end - token.start - 1):
                break
            end = span.end
        return token.start + end if end else None

    def _close_popup(self) -> None:
        if self.popup is not None:
            self.popup.close()

    def _on_popup_destroyed(self) -> None:
        self.popup = None

    def _on_menu_opening(self, menu: QMenu, position: int) -> None:
        if self.on and self.marks.at(position) is not None:
            menu.addSeparator()
            action = menu.addAction(tr("Other words for this place …"))
            action.setObjectName("alternatives")
            action.triggered.connect(lambda: self.show_alternatives(position))

    # --- the pointer --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a word (not a drag) opens the list."""
        if (
            self.on
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseButtonDblClick:
                self._pressed = None
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                moved = (event.position().toPoint() - self._pressed).manhattanLength()
                point, self._pressed = self._pressed, None
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                if plain and moved < QApplication.startDragDistance():
                    QTimer.singleShot(0, self, lambda: self._on_clicked(point))
        return super().eventFilter(watched, event)

    def _on_clicked(self, point: QPoint) -> None:
        page = self._shell.page
        if page.textCursor().hasSelection():
            return
        bars = QPointF(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
        layout = page.document().documentLayout()
        units = layout.hitTest(QPointF(point) + bars, Qt.HitTestAccuracy.ExactHit)
        if units >= 0:
            self.show_alternatives(page.code_point(units))
