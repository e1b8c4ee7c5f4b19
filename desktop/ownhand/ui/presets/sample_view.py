"""A short sample of what a preset makes of the text: shown here, never in the text."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.sample_view import text_face

LEAD = 240
"""Characters of the text that are shown before the sample."""


class SampleView(QWidget):
    """The end of the text, muted, and behind it what comes.

    Attributes:
        title: Which preset it is.
        view: The text.
        state: What is going on, or how it ended.
    """

    def __init__(self, themes: ThemeSwitch, face: tuple[str, float], parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._face = text_face(*face)
        self._lead, self._sample = "", ""
        self.title = QLabel(self)
        self.title.setObjectName("panelHeading")
        self.state = QLabel(self)
        self.state.setObjectName("settingHelp")
        self.state.setWordWrap(True)
        self.view = QTextEdit(self)
        self.view.setObjectName("passage")
        self.view.setAccessibleName(tr("Sample"))
        self.view.setReadOnly(True)
        self.view.setUndoRedoEnabled(False)
        self.view.setTabChangesFocus(True)
        self.view.document().setDocumentMargin(12)
        self.view.setFont(self._face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.view, 1)
        column.addWidget(self.state)
        themes.theme_changed.connect(self._draw)

    @property
    def sample(self) -> str:
        """What was written so far."""
        return self._sample

    def show_title(self, text: str) -> None:
        """Show which preset it is."""
        self.title.setText(text)
        self.view.setAccessibleName(tr("Sample of {preset}").format(preset=text))

    def begin(self, lead: str) -> None:
        """Show the end of the text; the sample comes behind it."""
        self._lead, self._sample = lead[-LEAD:], ""
        self._draw()

    def add(self, text: str) -> None:
        """Put more behind the sample."""
        self._sample += text
        cursor = QTextCursor(self.view.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text, self._format("ink"))
        self._scroll()

    def show_whole(self, text: str) -> None:
        """Show another sample instead: a search that has not ended."""
        self._sample = text
        self._draw()

    def _draw(self) -> None:
        self.view.clear()
        cursor = QTextCursor(self.view.document())
        cursor.insertText(self._lead, self._format("dimmed"))
        cursor.insertText(self._sample, self._format("ink"))
        self._scroll()

    def _scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _format(self, colour: str) -> QTextCharFormat:
        theme, style = self._themes.theme, QTextCharFormat()
        style.setFont(self._face)
        style.setForeground(QColor(str(getattr(theme, colour))))
        if colour == "ink":
            style.setBackground(QColor(theme.tint))
        return style
