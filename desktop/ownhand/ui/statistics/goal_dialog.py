"""Asks how many words are to be written."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.goal import MOST, Goal
from ownhand.ui.calm_spin import CalmSpin


class GoalDialog(QDialog):
    """Two numbers; open it with `open` and read `goal` when it was accepted."""

    def __init__(self, goal: Goal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Word goal"))
        about = QLabel(tr("The line below the page shows how far you are. 0 means no goal."), self)
        about.setWordWrap(True)
        self.text_box = self._box(tr("Words of the whole text"), goal.text)
        self.session_box = self._box(tr("Words in this session"), goal.session)
        form = QFormLayout()
        form.addRow(tr("&Whole text"), self.text_box)
        form.addRow(tr("This &session"), self.session_box)
        buttons = QDialogButtonBox(self)
        self.set_button = buttons.addButton(
            tr("Set the goal"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def goal(self) -> Goal:
        """What the writer set."""
        return Goal(self.text_box.value(), self.session_box.value())

    def _box(self, name: str, value: int) -> CalmSpin:
        box = CalmSpin(self)
        box.setRange(0, MOST)
        box.setSingleStep(100)
        box.setGroupSeparatorShown(True)
        box.setAccessibleName(name)
        box.setValue(value)
        return box
