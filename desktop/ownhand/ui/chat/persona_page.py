"""Who the model is to be in a conversation: a persona, or words of the writer's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.core.personas import Persona
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.notes.growing_text import GrowingText


class PersonaPage(QWidget):
    """Chooses, changes and keeps personas.

    Attributes:
        choice: The personas; the first entry is none.
        system: What the model is told.
        name: Under which the words are kept.
        enter: Whether Enter sends a question.
    """

    chosen = Signal(str, str)
    """The model is told something else: the words, and the name of the persona they are from, or ""."""
    kept = Signal(str, str)
    """The writer keeps the words as a persona: the name, the words."""
    deleted = Signal(object)
    """The writer deletes a `Persona`."""
    enter_chosen = Signal(bool)
    """Whether Enter sends what is typed; else Ctrl+Enter does."""
    left = Signal()
    """The writer goes back to the conversation."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._personas: tuple[Persona, ...] = ()
        back = QPushButton(tr("Back"), self)
        back.setObjectName("plainButton")
        heading = QLabel(tr("Who answers"), self)
        heading.setObjectName("panelHeading")
        self.choice = CalmCombo(self)
        self.choice.setAccessibleName(tr("Who answers"))
        told = QLabel(tr("What the model is told before everything else"), self)
        told.setObjectName("settingLabel")
        told.setWordWrap(True)
        self.system = GrowingText(
            tr("What the model is told before everything else"), (5, 14), self
        )
        self.system.setPlaceholderText(tr("You are …"))
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(tr("Name"))
        self.name.setAccessibleName(tr("Name of the persona"))
        self._keep = QPushButton(tr("Keep"), self)
        self._keep.setObjectName("plainButton")
        self._keep.setAccessibleName(tr("Keep these words under this name"))
        self._delete = QPushButton(tr("Delete"), self)
        self._delete.setObjectName("plainButton")
        self._delete.setAccessibleName(tr("Delete this persona"))
        self.enter = QCheckBox(tr("Enter sends the question"), self)
        self.enter.setToolTip(tr("Otherwise Ctrl+Enter sends it, and Enter begins a new line."))
        self.problem = QLabel(self)
        self.problem.setObjectName("settingProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        head = QHBoxLayout()
        head.addWidget(back)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.name, 1)
        foot.addWidget(self._keep)
        foot.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        for widget in (heading, self.choice, told, self.system):
            layout.addWidget(widget)
        layout.addLayout(foot)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.enter)
        self.setFocusProxy(self.choice)
        back.clicked.connect(self.left)
        self.enter.clicked.connect(self.enter_chosen)
        self.choice.activated.connect(self._on_choice_activated)
        self.system.edited.connect(self._on_system_edited)
        self.name.textChanged.connect(lambda _: self._show_possible())
        self.name.returnPressed.connect(self._on_keep_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._delete.clicked.connect(self._on_delete_clicked)

    def show_personas(self, personas: Sequence[Persona]) -> None:
        """Show which personas there are."""
        self._personas = tuple(personas)
        self.choice.clear()
        self.choice.addItem(tr("The model as it is"))
        self.choice.addItems(
            [tr(persona.name) if persona.builtin else persona.name for persona in personas]
        )

    def show_told(self, system: str, persona: str) -> None:
        """Show what the model is told now."""
        self.system.show_text(system)
        row = next((i for i, one in enumerate(self._personas, 1) if one.name == persona), 0)
        if not row and system:
            self.choice.setCurrentIndex(-1)
            self.choice.setPlaceholderText(tr("Words of your own"))
        else:
            self.choice.setCurrentIndex(row)
        current = self._current
        self.name.setText(current.name if current is not None and not current.builtin else "")
        self.show_problem("")
        self._show_possible()

    def show_problem(self, problem: str) -> None:
        """Say why something could not be kept; "" takes it away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @property
    def _current(self) -> Persona | None:
        row = self.choice.currentIndex() - 1
        return self._personas[row] if 0 <= row < len(self._personas) else None

    def _on_choice_activated(self, row: int) -> None:
        persona = self._personas[row - 1] if row > 0 else None
        system, name = (persona.system, persona.name) if persona is not None else ("", "")
        self.show_told(system, name)
        self.chosen.emit(system, name)

    def _on_system_edited(self, system: str) -> None:
        current = self._current
        same = current is not None and current.system == system
        name = current.name if current is not None and same else ""
        self.choice.setCurrentIndex(0 if not system else self.choice.currentIndex() if same else -1)
        self.choice.setPlaceholderText(tr("Words of your own"))
        self._show_possible()
        self.chosen.emit(system, name)

    def _on_keep_clicked(self) -> None:
        if self._keep.isEnabled():
            self.kept.emit(self.name.text(), self.system.toPlainText())

    def _on_delete_clicked(self) -> None:
        if self._current is not None:
            self.deleted.emit(self._current)

    def _show_possible(self) -> None:
        current = self._current
        self._delete.setVisible(current is not None and not current.builtin)
        self._keep.setEnabled(bool(self.name.text().strip() and self.system.toPlainText().strip()))
