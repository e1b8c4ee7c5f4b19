"""Figures of the text and of this session, kept right while the window is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from ownhand.bridge.delay import Delay
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, number, tr
from ownhand.document.statistics import TextStatistics, statistics_of
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.statistics.session import Session

REFRESH_MS = 700

_ROWS = (
    ("", mark("This text")),
    ("words", mark("Words")),
    ("characters", mark("Characters")),
    ("bare", mark("Characters without spaces")),
    ("sentences", mark("Sentences")),
    ("paragraphs", mark("Paragraphs")),
    ("reading", mark("Reading time")),
    ("selected", mark("Words selected")),
    ("", mark("This session")),
    ("written", mark("Words you wrote")),
    ("generated", mark("Words the model wrote")),
    ("removed", mark("Words taken away")),
    ("minutes", mark("Time at the text")),
    ("speed", mark("Your words per hour")),
)


class StatisticsDialog(QDialog):
    """Not modal: the figures follow the writing."""

    def __init__(self, page: WritingPage, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Statistics"))
        self._page = page
        self._session = session
        self._tasks = tasks
        self.values: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(22, 18, 22, 18)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        for row, (name, label) in enumerate(_ROWS):
            title = QLabel(tr(label), self)
            grid.addWidget(title, row, 0)
            if not name:
                title.setObjectName("panelHeading")
                if row:
                    title.setContentsMargins(0, 12, 0, 0)
                continue
            value = QLabel("–", self)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(tr(label))
            grid.addWidget(value, row, 1)
            self.values[name] = value
        self._timer = Delay(REFRESH_MS, self._refresh, self)
        page.edited.connect(self._refresh_soon)
        page.text_replaced.connect(self._refresh_soon)
        page.selectionChanged.connect(self._refresh_soon)

    def showEvent(self, event: QShowEvent) -> None:
        """Count when it is looked at."""
        super().showEvent(event)
        self._refresh()

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        if self.isVisible():
            self._tasks.start(self._count())

    async def _count(self) -> None:
        text, chosen = self._page.text(), self._page.textCursor().selectedText()

        def count() -> tuple[TextStatistics, int]:
            return statistics_of(text), statistics_of(chosen.replace("\u2029", "\n")).words

        figures, selected = await self._tasks.in_thread(count)
        self._show(figures, selected)

    def _show(self, figures: TextStatistics, selected: int) -> None:
        session = self._session
        hours = session.active_s / 3600
        texts = {
            "words": number(figures.words),
            "characters": number(figures.characters),
            "bare": number(figures.characters_without_spaces),
            "sentences": number(figures.sentences),
            "paragraphs": number(figures.paragraphs),
            "reading": _duration(60 * figures.reading_minutes),
            "selected": number(selected),
            "written": number(session.written),
            "generated": number(session.generated),
            "removed": number(session.removed),
            "minutes": _duration(session.active_s),
            "speed": number(round(session.written / hours)) if hours > 1 / 60 else "–",
        }
        for name, text in texts.items():
            self.values[name].setText(text)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return tr("under a minute")
    if minutes < 60:
        return tr("%n minutes", n=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
