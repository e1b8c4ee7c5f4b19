"""A text that a question is about, as a line: what it is, how long, and whether it was cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ownhand.bridge.translation import number, tr
from ownhand.document.conversations.conversation import Attachment
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch


class AttachmentChip(QFrame):
    """Shows an attachment.

    Args:
        attachment: What is shown.
        themes: Colours.
        removable: Whether a cross takes it away.
    """

    removed = Signal()
    """The writer takes it away."""

    def __init__(
        self,
        attachment: Attachment,
        themes: ThemeSwitch,
        parent: QWidget,
        *,
        removable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chatChip")
        self.attachment = attachment
        self._name = ElidedLabel(self)
        kind = tr("Passage of {title}") if attachment.passage else tr("Text {title}")
        self._name.set_text(kind.format(title=attachment.title))
        self._length = QLabel(self)
        self._length.setObjectName("panelNote")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 4 if removable else 8, 2)
        layout.setSpacing(6)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._length)
        if removable:
            cross = IconButton("dismiss", tr("Do not ask about this text"), themes, self)
            cross.setIconSize(QSize(14, 14))
            cross.clicked.connect(self.removed)
            layout.addWidget(cross)
        self._show_length()

    def _show_length(self) -> None:
        attachment = self.attachment
        length = tr("%n tokens", n=attachment.tokens) if attachment.tokens else ""
        if attachment.is_cut:
            share = number(100 * len(attachment.text) / attachment.whole_characters)
            cut = tr("cut to {share} %").format(share=share)
            length = f"{length}, {cut}" if length else cut
            self.setToolTip(
                tr("All of it is more than the model can read at once: its middle is left out.")
            )
        self._length.setText(length)
        self.setAccessibleName(f"{self._name.full_text} {length}".strip())
