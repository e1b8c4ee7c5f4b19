"""What takes longer than a moment: its name, how far it is, and how to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ownhand.bridge.translation import number, tr
from ownhand.core.messages import Stage


class ProgressStrip(QFrame):
    """One line with the stage, a bar and Cancel; hidden while there is nothing to tell.

    Args:
        concern: What the work is about, for screen readers, for example "Loading the model".
    """

    cancel_requested = Signal()
    """The writer wants it stopped."""

    def __init__(self, concern: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressStrip")
        self.label = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(concern)
        self.bar.setMinimumWidth(120)
        self.cancel_button = QPushButton(tr("Cancel"), self)
        self.cancel_button.setObjectName("plainButton")
        self.cancel_button.setAccessibleName(tr("Cancel: {concern}").format(concern=concern))
        self.cancel_button.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 12, 5)
        layout.setSpacing(14)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel_button)
        self.hide()

    def show_stage(self, stage: Stage) -> None:
        """Tell what goes on now."""
        label = text = tr(stage.label)
        if stage.total > 0:
            share = min(1.0, stage.done / stage.total)
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * share))
            text = tr("{label} · {share} %").format(label=label, share=number(100 * share))
        else:
            self.bar.setRange(0, 0)
        self.label.setText(text)
        self.bar.setAccessibleDescription(text)
        self.cancel_button.setEnabled(True)
        self.show()

    def show_stopping(self) -> None:
        """Say that Cancel was heard; some steps of a load cannot be cut short."""
        self.label.setText(tr("Stopping …"))
        self.cancel_button.setEnabled(False)

    def finish(self) -> None:
        """Step back; nothing runs any more."""
        self.bar.setRange(0, 1)
        self.hide()
