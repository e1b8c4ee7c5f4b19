"""The bar below the page: what to find, what to put instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.document.search import Query
from ownhand.ui.find_options import FindOptions
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch

WIDTH = 620


class FindBar(QFrame):
    """Takes wishes; `Finding` fulfils them.

    Attributes:
        field: What to find.
        with_field: What to put instead.
        options: Capitals, whole words, pattern.
        scope_button: Only in what was selected when it was pressed.
        count: How many places, and at which one the writer is.
        problem: Why the pattern, or what comes instead, cannot be.
        replace_button: Puts it in the place that is selected.
        all_button: Puts it in all of them.
    """

    query_changed = Signal()
    """Something else is to be found."""
    scope_wanted = Signal(bool)
    """Only in what is selected, or everywhere again."""
    next_wanted = Signal()
    """To the next place."""
    previous_wanted = Signal()
    """To the place before."""
    replace_wanted = Signal()
    """In this place."""
    replace_all_wanted = Signal()
    """In all places."""
    closed = Signal()
    """The writer has done with it."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(tr("Find in this text"))
        self.field = self._line(tr("Find"))
        self.with_field = self._line(tr("Put instead"))
        self.options = FindOptions(self)
        self.scope_button = QToolButton(self)
        self.scope_button.setObjectName("findOption")
        self.scope_button.setText(tr("Selection"))
        self.scope_button.setAccessibleName(tr("Only in the selection"))
        self.scope_button.setToolTip(tr("Only in the selection"))
        self.scope_button.setCheckable(True)
        self._previous = IconButton("up", tr("Previous place"), themes, self)
        self._next = IconButton("down", tr("Next place"), themes, self)
        self._cross = IconButton("dismiss", tr("Close"), themes, self)
        self.count = QLabel(self)
        self.count.setObjectName("panelNote")
        self.problem = QLabel(self)
        self.problem.setObjectName("settingProblem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.replace_button = QPushButton(tr("Replace"), self)
        self.all_button = QPushButton(tr("Replace all"), self)
        for button in (self.replace_button, self.all_button):
            button.setObjectName("plainButton")
        self._arrange()
        self._connect()
        self.hide()

    def query(self) -> Query:
        """What is to be found."""
        return self.options.query(self.field.text())

    def open(self, *, replace: bool) -> None:
        """Show it, with or without the row for replacing, and go into the field."""
        for part in (self.with_field, self.replace_button, self.all_button):
            part.setVisible(replace)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, text: str) -> None:
        """Say how many places there are."""
        if text != self.count.text():
            self.count.setText(text)
            self.count.setAccessibleName(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, text))

    def tell(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        if sentence == self.problem.text():
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            event = QAccessibleAnnouncementEvent(self.problem, sentence)
            QAccessible.updateAccessibility(event)

    def let_replace(self, possible: bool) -> None:
        """Whether there is a place to put something in."""
        self.replace_button.setEnabled(possible)
        self.all_button.setEnabled(possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter goes on, with Shift back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and self.with_field.hasFocus():
            self.replace_wanted.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_wanted.emit()
        elif enter and self.field.hasFocus():
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def name_keys(self, following: QKeySequence, before: QKeySequence) -> None:
        """Say in the tooltips which keys do the same."""
        native = QKeySequence.SequenceFormat.NativeText
        for button, keys in ((self._next, following), (self._previous, before)):
            button.setToolTip(f"{button.accessibleName()} ({keys.toString(native)})")

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        moves = QHBoxLayout()
        moves.setSpacing(0)
        for button in (self._previous, self._next, self._cross):
            moves.addWidget(button)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.options)
        choices.addWidget(self.scope_button)
        choices.addStretch(1)
        choices.addWidget(self.count)
        puts = QHBoxLayout()
        puts.setSpacing(6)
        puts.addWidget(self.with_field, 1)
        puts.addWidget(self.replace_button)
        puts.addWidget(self.all_button)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(moves, 0, 1)
        grid.addLayout(choices, 1, 0, 1, 2)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.addLayout(puts, 3, 0, 1, 2)
        middle = QWidget(self)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self.query_changed.emit())
        self.with_field.textChanged.connect(lambda _text: self.tell(""))
        self.options.changed.connect(self.query_changed)
        self.scope_button.toggled.connect(self.scope_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._cross.clicked.connect(self.closed)
        self.replace_button.clicked.connect(self.replace_wanted)
        self.all_button.clicked.connect(self.replace_all_wanted)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setMinimumWidth(80)
        return line
