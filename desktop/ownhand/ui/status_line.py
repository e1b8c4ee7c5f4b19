"""The line below the page: words, context, speed, model and device, in muted text."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ownhand.bridge.translation import number, tr
from ownhand.ui.elided_label import ElidedLabel


class StatusLine(QFrame):
    """Labels only; each is empty until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.words_label = self._label(tr("How much stands on the page"))
        self.goal_label = self._label(tr("How far the word goal is"))
        self.copied_label = ElidedLabel(self)
        self.copied_label.setAccessibleDescription(
            tr("Passages that stand in the texts the model learned from")
        )
        self.context_label = self._label(tr("How much of the text the model sees, in tokens"))
        self.speed_label = self._label(tr("How fast the model writes"))
        self.model_label = ElidedLabel(self)
        self.model_label.setAccessibleDescription(tr("Which model writes, and where it runs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 16, 4)
        row.setSpacing(22)
        row.addWidget(self.words_label)
        row.addWidget(self.goal_label)
        row.addWidget(self.copied_label)
        row.addStretch(1)
        row.addWidget(self.context_label)
        row.addWidget(self.speed_label)
        row.addWidget(self.model_label)

    def show_words(self, words: int, generated_share: float) -> None:
        """Show the word count and, if any, the share of generated text (0.0 to 1.0)."""
        text = tr("%Ln words", n=words)
        if generated_share > 0:
            share = max(1, round(100 * generated_share))
            text += tr(" · {share} % generated").format(share=share)
        self.words_label.setText(text)

    def show_goal(self, text: str) -> None:
        """Show how far the goal is; nothing without one."""
        self.goal_label.setText(text)
        self.goal_label.setVisible(bool(text))

    def show_copied(self, text: str) -> None:
        """Show how many copied passages there are, or where the one at the caret stands."""
        self.copied_label.set_text(text)

    def show_context(self, used: int, limit: int) -> None:
        """Show how full the context is, in tokens; nothing when the limit is 0."""
        self.context_label.setText(
            tr("context {used} / {limit}").format(used=number(used), limit=number(limit))
            if limit
            else ""
        )

    def show_speed(self, tokens_per_s: float) -> None:
        """Show the speed; nothing when it is 0."""
        figure = number(tokens_per_s, 0 if tokens_per_s >= 10 else 1)
        text = tr("{count} tokens/s").format(count=figure)
        self.speed_label.setText(text if tokens_per_s > 0 else "")

    def show_model(self, text: str) -> None:
        """Show the model and its device, or that none is loaded."""
        self.model_label.set_text(text)

    def _label(self, about: str) -> QLabel:
        label = QLabel(self)
        label.setToolTip(about)
        label.setAccessibleDescription(about)
        return label
