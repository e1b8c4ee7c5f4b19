"""The page of the conversation: what was said, and where the next question is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import number, tr
from ownhand.core.messages import ContextPlanned
from ownhand.core.prompting import PromptPreview
from ownhand.ui.chat.composer import Composer
from ownhand.ui.chat.conversations_page import ConversationsPage
from ownhand.ui.chat.persona_page import PersonaPage
from ownhand.ui.chat.turn_list import TurnList
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch

_WIDTH = 300


class ChatPage(QFrame):
    """Three pages on one place: the conversation, the list of all, who answers.

    Attributes:
        turns: What was said.
        composer: Where the next question is written.
        conversations: The list of all.
        personas: Who answers.
        new_button: Begins a conversation.
        list_button: Goes to the list.
        persona_button: Goes to who answers.
        undo_button: Brings back a turn that was deleted.
    """

    def __init__(self, settings: SettingsOwner, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName(tr("Chat"))
        self._stack = QStackedWidget(self)
        self._talk = QWidget(self)
        self.conversations = ConversationsPage(themes, self)
        self.personas = PersonaPage(self)
        for page in (self._talk, self.conversations, self.personas):
            self._stack.addWidget(page)
        self.title = ElidedLabel(self._talk)
        self.title.setObjectName("panelHeading")
        self.persona_button = QPushButton(self._talk)
        self.persona_button.setObjectName("chatPersona")
        self.new_button = IconButton("add", tr("New conversation"), themes, self._talk)
        self.list_button = IconButton("chats", tr("All conversations"), themes, self._talk)
        self.turns = TurnList(themes, self._talk)
        self.empty = QLabel(self._talk)
        self.empty.setObjectName("panelNote")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(12, 12, 12, 12)
        self.empty.setText(
            tr(
                "Ask for ideas, a name, another opinion. “Ask about this text” in the menu Write shows "
                "the model the selection or the whole text.\n\nWhat is said here stays on this machine."
            )
        )
        self.untaught = QLabel(self._talk)
        self.untaught.setObjectName("panelNote")
        self.untaught.setWordWrap(True)
        self.untaught.setContentsMargins(12, 0, 12, 6)
        self.untaught.setText(
            tr(
                "This model did not learn to hold conversations. It reads them as a dialogue and may stray; one called “Instruct” does better."
            )
        )
        self.untaught.hide()
        self.note = QLabel(self._talk)
        self.note.setObjectName("chatNote")
        self.note.setWordWrap(True)
        self.undo_button = QPushButton(tr("Undo"), self._talk)
        self.undo_button.setObjectName("chatOffer")
        self.composer = Composer(settings, themes, self._talk)
        self._arrange()
        self.conversations.left.connect(self.show_talk)
        self.personas.left.connect(self.show_talk)
        self.setFocusProxy(self.composer)
        self.show_note("")
        self.show_undo(False)
        self.show_context(None)

    def sizeHint(self) -> QSize:
        """As wide as a panel is; what is said in it fits itself into that."""
        return QSize(_WIDTH, super().sizeHint().height())

    def show_talk(self) -> None:
        """Show the conversation."""
        self._stack.setCurrentWidget(self._talk)
        self.setFocusProxy(self.composer)
        self.composer.setFocus()

    def show_conversations(self) -> None:
        """Show the list of all."""
        self._stack.setCurrentWidget(self.conversations)
        self.setFocusProxy(self.conversations)
        self.conversations.setFocus()

    def show_personas(self) -> None:
        """Show who answers."""
        self._stack.setCurrentWidget(self.personas)
        self.setFocusProxy(self.personas)
        self.personas.setFocus()

    @property
    def shows_conversations(self) -> bool:
        """Whether the list of all shows."""
        return self._stack.currentWidget() is self.conversations

    def show_heading(self, name: str, persona: str, *, is_empty: bool) -> None:
        """Show what the conversation is called and who answers."""
        self.title.set_text(name or tr("New conversation"))
        self.persona_button.setText(persona)
        self.persona_button.setAccessibleName(tr("Who answers: {name}").format(name=persona))
        self.empty.setVisible(is_empty)
        self.turns.setVisible(not is_empty)

    def show_note(self, text: str) -> None:
        """Show a sentence above the question; "" takes it away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def show_undo(self, possible: bool) -> None:
        """Offer to bring back what was deleted."""
        self.undo_button.setVisible(possible)

    def show_context(self, context: PromptPreview | ContextPlanned | None) -> None:
        """Show how much of the conversation the model reads."""
        meter = self.composer.meter
        if context is None:
            meter.setText("")
            meter.setToolTip("")
            self.turns.show_left_out(0)
            return
        used = context.tokens if isinstance(context, PromptPreview) else context.prompt_tokens
        meter.setText(tr("{used} of {limit} tokens").format(used=number(used), limit=number(context.limit_tokens)))  # fmt: skip
        told = tr("So much of the conversation the model reads, of what it can read at once.")
        if context.cut_characters:
            told += " " + tr("%n characters in the middle of a long turn are left out.", n=context.cut_characters)  # fmt: skip
        meter.setToolTip(told)
        self.turns.show_left_out(context.dropped_turns)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.new_button)
        head.addWidget(self.list_button)
        who = QHBoxLayout()
        who.setContentsMargins(12, 0, 8, 6)
        who.addWidget(self.persona_button)
        who.addStretch(1)
        told = QHBoxLayout()
        told.setContentsMargins(12, 0, 12, 0)
        told.addWidget(self.note, 1)
        told.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self._talk)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(who)
        layout.addWidget(self.untaught)
        layout.addWidget(self.turns, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(told)
        layout.addWidget(self.composer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
