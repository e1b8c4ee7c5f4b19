"""Shows what was said, as Markdown: nothing in it is loaded or opened."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ownhand.bridge.delay import Delay

_DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_PAUSE_MS = 33
_COST_SHARE = 8
"""After a rendering comes a pause of that many times what it took."""


class ClosedDocument(QTextDocument):
    """Loads no picture and no style sheet, from wherever a text would have them."""

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Nothing."""
        return None


class MarkdownText(QTextEdit):
    """As high as its text; the wheel is for what scrolls around it, Tab goes on to the next control.

    A text that comes piece by piece is rendered now and then, the more seldom the longer that takes.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chatText")
        self.setAccessibleName(name)
        self.setDocument(ClosedDocument(self))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.renderings = 0
        self._text = self._shown = ""
        self._timer = Delay(0, self._render, self)

    @property
    def source(self) -> str:
        """The text as it was written."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text at once."""
        self._text = text
        self._render()

    def grow_to(self, text: str) -> None:
        """Show a text that is still growing, soon."""
        self._text = text
        if not self._timer.isActive():
            self._timer.start(_PAUSE_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines break elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the list."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """It gives way to any width."""
        return QSize(80, 20)

    def _render(self) -> None:
        if self._text == self._shown and self.renderings:
            return
        begun = time.perf_counter()
        self._shown = self._text
        self.renderings += 1
        self.document().setMarkdown(_with_line_ends(self._text), _DIALECT)
        self._fit()
        took_ms = (time.perf_counter() - begun) * 1000
        self._timer.setInterval(max(_PAUSE_MS, round(took_ms * _COST_SHARE)))

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = math.ceil(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(height)


def _with_line_ends(text: str) -> str:
    """The text with its single line ends kept, which Markdown would take for spaces."""
    lines = text.split("\n")
    fenced = False
    for number, line in enumerate(lines[:-1]):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and line.strip() and lines[number + 1].strip() and "|" not in line:
            lines[number] = line.rstrip() + "  "
    return "\n".join(lines)
