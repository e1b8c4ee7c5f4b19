"""How the texts are cleaned, and what that does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import number, tr
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.spec_fields import fields_of
from ownhand.ui.training.spec_form import SpecForm

if TYPE_CHECKING:
    from ownhand.corpus.clean import CleaningPreview


class CleaningView(QWidget):
    """Options at the top, below them a text before and after.

    Attributes:
        form: The options.
        outcome: What is left, in a sentence.
        before: How an example begins to differ.
        after: The same place, cleaned.
        next_button: Another example.
    """

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[tuple[str, str, str], ...] = ()
        self._shown = 0
        self.form = SpecForm(fields_of("cleaning"), draft, self)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.example = QLabel(self)
        self.example.setObjectName("panelNote")
        self.next_button = QPushButton(tr("Ne&xt example"), self)
        self.next_button.setObjectName("plainButton")
        self.next_button.clicked.connect(self._on_next_clicked)
        self.before = self._text(tr("Before cleaning"))
        self.after = self._text(tr("After cleaning"))
        line = QHBoxLayout()
        line.addWidget(self.example, 1)
        line.addWidget(self.next_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (title, text) in enumerate(
            ((tr("Before"), self.before), (tr("After"), self.after))
        ):
            label = QLabel(title, self)
            label.setBuddy(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        self._examples = QWidget(self)
        inside = QVBoxLayout(self._examples)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(line)
        inside.addLayout(grid)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(10)
        column_.addWidget(self.form)
        column_.addWidget(self.outcome)
        column_.addWidget(self._examples)
        self._show_example()

    def show_cleaning(self, cleaning: CleaningPreview) -> None:
        """Tell what the options come to."""
        gone = cleaning.documents_before - cleaning.documents_after
        less = cleaning.characters_before - cleaning.characters_after
        texts = tr("All texts stay") if not gone else tr("{after} of {before} texts stay").format(after=number(cleaning.documents_after), before=number(cleaning.documents_before))  # fmt: skip
        size = tr("{before} characters before, {after} after").format(before=number(cleaning.characters_before), after=number(cleaning.characters_after))  # fmt: skip
        self.outcome.setText(
            f"{texts}; {size}." if less or gone else tr("Nothing is changed by it.")
        )
        self._changes = tuple((c.path.name, c.before, c.after) for c in cleaning.changes)
        self._shown = min(self._shown, max(len(self._changes) - 1, 0))
        self._show_example()

    def _show_example(self) -> None:
        self._examples.setVisible(bool(self._changes))
        if not self._changes:
            return
        name, before, after = self._changes[self._shown]
        self.example.setText(tr("For example in {name}:").format(name=name))
        self.before.setPlainText(before)
        self.after.setPlainText(after or tr("(This text is left out.)"))
        self.next_button.setVisible(len(self._changes) > 1)

    def _on_next_clicked(self) -> None:
        self._shown = (self._shown + 1) % len(self._changes)
        self._show_example()

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setObjectName("listField")
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(name)
        text.setFixedHeight(130)
        return text
