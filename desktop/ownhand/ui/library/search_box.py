"""Where the writer says what to find in all texts of the folder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.document.search import Query
from ownhand.ui.find_options import FindOptions

PAUSE_MS = 300


class SearchBox(QWidget):
    """A field, and the choices below it while there is something in it.

    Attributes:
        field: What to find.
        options: Capitals, whole words, pattern.
    """

    wanted = Signal(object)
    """`Query`: the writer paused, pressed Enter or chose otherwise."""
    emptied = Signal()
    """Nothing is to be found any more."""
    results_wanted = Signal()
    """The writer wants to go to what was found: Down was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find in this folder"))
        self.field.setAccessibleName(tr("Find in this folder"))
        self.field.setClearButtonEnabled(True)
        for button in self.field.findChildren(QToolButton):
            button.setAccessibleName(tr("Empty the field"))
        self.options = FindOptions(self)
        self.setFocusProxy(self.field)
        choices = QHBoxLayout()
        choices.setContentsMargins(0, 0, 0, 0)
        choices.addWidget(self.options)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 2)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(choices)
        self.options.hide()
        self._timer = Delay(PAUSE_MS, self.search_now, self)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self.search_now)
        self.options.changed.connect(self.search_now)

    def clear(self) -> None:
        """Find nothing any more."""
        self.field.clear()

    def query(self) -> Query:
        """What is to be found."""
        return self.options.query(self.field.text())

    def search_now(self) -> None:
        """Do not wait for a pause."""
        self._timer.stop()
        if self.field.text():
            self.wanted.emit(self.query())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found."""
        if event.key() == Qt.Key.Key_Down:
            self.results_wanted.emit()
            return
        super().keyPressEvent(event)

    def _on_field_text_changed(self, text: str) -> None:
        self.options.setVisible(bool(text))
        if text:
            self._timer.start()
        else:
            self._timer.stop()
            self.emptied.emit()
