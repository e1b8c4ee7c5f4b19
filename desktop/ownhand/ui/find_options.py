"""The three choices of every search: capitals, whole words, pattern."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.search import Query


class FindOptions(QWidget):
    """Three buttons that stay down.

    Attributes:
        case_button: Capitals and small letters differ.
        words_button: Only whole words.
        pattern_button: What is to be found is a regular expression.
    """

    changed = Signal()
    """One of them was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.case_button = self._button("Aa", tr("Tell capitals from small letters"))
        self.words_button = self._button("W", tr("Whole words only"))
        self.pattern_button = self._button(".*", tr("Find a pattern (regular expression)"))
        for button in (self.case_button, self.words_button, self.pattern_button):
            row.addWidget(button)

    def query(self, text: str) -> Query:
        """What is to be found, with these choices."""
        return Query(
            text,
            self.pattern_button.isChecked(),
            self.case_button.isChecked(),
            self.words_button.isChecked(),
        )

    def _button(self, sign: str, about: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("findOption")
        button.setText(sign)
        button.setCheckable(True)
        button.setAccessibleName(about)
        button.setToolTip(about)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(lambda _on: self.changed.emit())
        return button
