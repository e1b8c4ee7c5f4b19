"""Where the writer puts a question: the words, the text they are about, Send or Stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import tr
from ownhand.document.conversations.conversation import Attachment
from ownhand.ui.chat.attachment_chip import AttachmentChip
from ownhand.ui.notes.growing_text import GrowingText
from ownhand.ui.theme import ThemeSwitch

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionField(GrowingText):
    """A field in which Enter, or Ctrl+Enter, sends."""

    sent = Signal()
    """The writer pressed the key that sends."""
    stopped = Signal()
    """The writer pressed Esc."""

    def __init__(self, settings: SettingsOwner, parent: QWidget) -> None:
        super().__init__(tr("Your question"), (2, 10), parent)
        self._settings = settings

    def event(self, event: QEvent) -> bool:
        """Here Ctrl+Enter sends, though elsewhere it is Continue."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _RETURNS and held == Qt.KeyboardModifier.ControlModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, break the line, or write."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return
        if event.key() in _RETURNS:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            is_held = held == Qt.KeyboardModifier.ControlModifier
            is_bare = held == Qt.KeyboardModifier.NoModifier
            if is_held or (is_bare and self._settings.value.chat_enter_sends):
                self.sent.emit()
                return
        super().keyPressEvent(event)


class Composer(QFrame):
    """The foot of the chat.

    Attributes:
        field: The words.
        button: Send; Stop while the model answers.
        attachment: The text that the question is about, or None.
    """

    ask_requested = Signal(str)
    """The writer sends these words."""
    stop_requested = Signal()
    """The writer wants the answer stopped."""

    def __init__(self, settings: SettingsOwner, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chatFoot")
        self.attachment: Attachment | None = None
        self._settings = settings
        self._themes = themes
        self._chip: AttachmentChip | None = None
        self._answering = False
        self.field = QuestionField(settings, self)
        self.button = QToolButton(self)
        self.button.setObjectName("primaryButton")
        self.button.setIconSize(QSize(16, 16))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.meter = QLabel(self)
        self.meter.setObjectName("panelNote")
        self.meter.setAccessibleName(tr("Length of the conversation"))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.meter, 1)
        foot.addWidget(self.button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.field)
        self._layout.addLayout(foot)
        self.setFocusProxy(self.field)
        self.field.sent.connect(self._send)
        self.field.stopped.connect(self.stop_requested)
        self.button.clicked.connect(self._on_button_clicked)
        settings.settings_changed.connect(self._draw)
        themes.theme_changed.connect(self._draw)
        self.show_answering(False)

    def show_answering(self, answering: bool) -> None:
        """Whether the button is Stop."""
        self._answering = answering
        self._draw()

    def attach(self, attachment: Attachment | None) -> None:
        """Ask about a text, or about none."""
        if self._chip is not None:
            self._layout.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        self.attachment = attachment
        if attachment is not None:
            self._chip = AttachmentChip(attachment, self._themes, self, removable=True)
            self._chip.removed.connect(lambda: self.attach(None))
            self._layout.insertWidget(0, self._chip)
            QWidget.setTabOrder(self._chip, self.field)
        self._draw()

    def take(self) -> tuple[str, Attachment | None]:
        """The question, which is then gone from here."""
        question = self.field.toPlainText(), self.attachment
        self.field.clear()
        self.attach(None)
        return question

    def _send(self) -> None:
        if self.field.toPlainText().strip() and not self._answering:
            self.ask_requested.emit(self.field.toPlainText())

    def _on_button_clicked(self) -> None:
        if self._answering:
            self.stop_requested.emit()
        else:
            self._send()

    def _draw(self) -> None:
        icon, name = ("stop", tr("Stop")) if self._answering else ("send", tr("Send"))
        self.button.setIcon(self._themes.theme.icon(icon, "on_accent"))
        self.button.setAccessibleName(name)
        key = tr("Esc") if self._answering else self._key
        self.button.setToolTip(tr("{action} ({key})").format(action=name, key=key))
        hint = (
            tr("Ask about this text …")
            if self.attachment is not None
            else tr("Ask something … {key} sends").format(key=self._key)
        )
        self.field.setPlaceholderText(hint)

    @property
    def _key(self) -> str:
        return tr("Enter") if self._settings.value.chat_enter_sends else tr("Ctrl+Enter")
