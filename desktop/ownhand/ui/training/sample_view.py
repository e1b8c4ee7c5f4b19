"""What the model writes by now, in the page's text face; what it wrote before is two buttons away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.training.events import SampleWritten
from ownhand.ui.editor.page_view import SERIF_FACES
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.phrases import SAMPLER_WORDS


def text_face(family: str, points: float) -> QFont:
    """The face of the page: the family, else the first serif face that this machine has."""
    font = QFont()
    font.setFamilies([family, *SERIF_FACES] if family else list(SERIF_FACES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


class Passage(QTextEdit):
    """A text to read: what was given in plain ink, what a model wrote on its tint."""

    def __init__(
        self, name: str, themes: ThemeSwitch, face: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("passage")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(text_face(face, 12.0))
        self.document().setDocumentMargin(12)
        self._themes = themes
        self._shown = ("", "")
        themes.theme_changed.connect(self._draw)

    def show_text(self, given: str, written: str) -> None:
        """Show a prompt and its continuation."""
        if (given, written) != self._shown:
            self._shown = (given, written)
            self._draw()

    def _draw(self) -> None:
        self.clear()
        cursor = self.textCursor()
        plain, tinted = QTextCharFormat(), QTextCharFormat()
        tinted.setBackground(QColor(self._themes.theme.tint))
        cursor.insertText(self._shown[0], plain)
        cursor.insertText(self._shown[1], tinted)
        self.moveCursor(QTextCursor.MoveOperation.Start)


class SampleView(QWidget):
    """The newest sample, until the writer looks at an older one.

    Attributes:
        text: The sample.
        caption: When it was written, and how its words were chosen.
        earlier_button: To the one before.
        later_button: To the one after.
    """

    def __init__(self, themes: ThemeSwitch, face: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[SampleWritten] = ()
        self._at = -1
        heading = QLabel(tr("What it writes"), self)
        heading.setObjectName("panelHeading")
        self.caption = QLabel(self)
        self.caption.setObjectName("panelNote")
        self.text = Passage(tr("What it writes"), themes, face, self)
        self.text.setPlaceholderText(tr("A sample of what it writes appears here on the way."))
        self.earlier_button = self._button(tr("Earlier"), tr("What it wrote before this"), -1)
        self.later_button = self._button(tr("Later"), tr("What it wrote after this"), 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(heading)
        row.addWidget(self.caption, 1)
        row.addWidget(self.earlier_button)
        row.addWidget(self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self._show()

    def show_samples(self, samples: Sequence[SampleWritten]) -> None:
        """Take all samples there are; stays at the one that is looked at, unless that is the newest."""
        newest = self._at == len(self._samples) - 1
        self._samples = tuple(samples)
        if newest or self._at >= len(self._samples):
            self._at = len(self._samples) - 1
        self._show()

    def _show(self) -> None:
        last = len(self._samples) - 1
        if self._at >= 0:
            sample = self._samples[self._at]
            self.text.show_text(sample.prompt, sample.text)
            when = (
                tr("before the first step")
                if not sample.step
                else tr("after %Ln steps", n=sample.step)
            )
            self.caption.setText(
                f"{when} · {tr(SAMPLER_WORDS.get(sample.sampler, sample.sampler))}"
            )
            self.caption.setToolTip(
                tr("Sample {place} of {count}; sampler: {sampler}").format(
                    place=self._at + 1, count=last + 1, sampler=sample.sampler
                )
            )
        else:
            self.text.show_text("", "")
            self.caption.clear()
            self.caption.setToolTip("")
        self.text.setAccessibleDescription(self.caption.text())
        self.earlier_button.setEnabled(self._at > 0)
        self.later_button.setEnabled(self._at < last)
        for button in (self.earlier_button, self.later_button):
            button.setVisible(last > 0)

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._samples) - 1)
        self._show()

    def _button(self, label: str, about: str, by: int) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName("plainButton")
        button.setToolTip(about)
        button.clicked.connect(lambda _checked: self._step(by))
        return button
