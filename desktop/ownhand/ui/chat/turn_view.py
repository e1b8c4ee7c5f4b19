"""One turn of a conversation: who says it, what, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import mark, tr
from ownhand.document.conversations.conversation import Turn
from ownhand.ui.chat.attachment_chip import AttachmentChip
from ownhand.ui.chat.markdown_text import MarkdownText
from ownhand.ui.icon_button import IconButton
from ownhand.ui.notes.growing_text import GrowingText
from ownhand.ui.theme import ThemeSwitch

WISHES = {
    "insert": mark("&Insert into the text"),
    "again": mark("Write &anew"),
    "go_on": mark("&Go on"),
    "copy": mark("&Copy"),
    "edit": mark("&Edit"),
    "branch": mark("&Branch from here"),
    "delete": mark("&Delete"),
}
"""What can be wished of a turn, and how the menu calls it."""


class TurnView(QFrame):
    """Shows one turn.

    Attributes:
        turn: What it shows.
        text: What was said.
    """

    wished = Signal(str, str)
    """The writer wants something done: one of `WISHES`, and the turn's id."""
    stepped = Signal(str, int)
    """The writer wants the variant before (-1) or after (1) it: the turn's id."""
    reworded = Signal(str, str, bool)
    """The writer changed what it says: its id, the words, and whether to ask anew with them."""

    def __init__(self, turn: Turn, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chatTurn")
        self.setProperty("speaker", turn.speaker)
        self.turn = turn
        self._themes = themes
        self._editor: _Editor | None = None
        self._actions: dict[str, QAction] = {}
        who = tr("You") if turn.speaker == "user" else tr("Model")
        self._who = QLabel(who, self)
        self._who.setObjectName("chatSpeaker")
        self._back = IconButton("left", tr("The variant before"), themes, self)
        self._count = QLabel(self)
        self._count.setObjectName("panelNote")
        self._forth = IconButton("right", tr("The variant after"), themes, self)
        self._more = IconButton("more", tr("What can be done with this turn"), themes, self)
        self._more.setObjectName("iconMenuButton")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        self.text = MarkdownText(tr("{who} said").format(who=who), self)
        self._offers = QWidget(self)
        self._arrange()
        self._back.clicked.connect(lambda: self.stepped.emit(self.turn.id, -1))
        self._forth.clicked.connect(lambda: self.stepped.emit(self.turn.id, 1))
        self.text.show_text(turn.text)

    def show_turn(
        self, turn: Turn, place: int, variants: int, *, writing: bool, last: bool
    ) -> None:
        """Show what became of it.

        Args:
            turn: The same turn.
            place: Which of its variants it is, from 1.
            variants: How many there are.
            writing: Whether the model writes it now.
            last: Whether it ends the conversation.
        """
        self.turn = turn
        if writing:
            self.text.grow_to(turn.text)
        else:
            self.text.show_text(turn.text)
        for widget in (self._back, self._count, self._forth):
            widget.setVisible(variants > 1)
        self._count.setText(tr("{place} of {count}").format(place=place, count=variants))
        self._back.setEnabled(place > 1 and not writing)
        self._forth.setEnabled(place < variants and not writing)
        self._more.setEnabled(not writing)
        answered = turn.speaker == "assistant"
        self._offers.setVisible(last and answered and not writing and self._editor is None)
        for name in ("insert", "go_on"):
            self._actions[name].setVisible(answered)
        self._actions["again"].setText(tr(WISHES["again"]) if answered else tr("&Answer this"))

    def edit(self) -> None:
        """Let the writer change what it says."""
        if self._editor is None:
            self._editor = _Editor(self.turn, self)
            self._editor.done.connect(self._on_edited)
            self._layout.addWidget(self._editor)
            self.text.hide()
            self._offers.hide()
        self._editor.field.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.field.setFocus()

    def _on_edited(self, text: str, anew: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self._layout.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        self.text.show()
        self._more.setFocus()
        if text.strip() and (anew or text != self.turn.text):
            self.reworded.emit(self.turn.id, text, anew)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._who)
        head.addStretch(1)
        for widget in (self._back, self._count, self._forth, self._more):
            head.addWidget(widget)
        offers = QHBoxLayout(self._offers)
        offers.setContentsMargins(0, 2, 0, 0)
        offers.setSpacing(6)
        for label, wish in (
            (tr("Insert"), "insert"),
            (tr("Anew"), "again"),
            (tr("Go on"), "go_on"),
        ):
            button = QPushButton(label, self._offers)
            button.setObjectName("chatOffer")
            button.setAccessibleName(tr(WISHES[wish]).replace("&", ""))
            button.setToolTip(tr(WISHES[wish]).replace("&", ""))
            button.clicked.connect(self._wishing(wish))
            offers.addWidget(button)
        offers.addStretch(1)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        if self.turn.attachment is not None:
            layout.addWidget(AttachmentChip(self.turn.attachment, self._themes, self))
        layout.addWidget(self.text)
        layout.addWidget(self._offers)

    def _menu(self) -> QMenu:
        menu = QMenu(self._more)
        for wish, label in WISHES.items():
            action = menu.addAction(tr(label))
            action.triggered.connect(self._wishing(wish))
            self._actions[wish] = action
        return menu

    def _wishing(self, wish: str) -> Callable[[], None]:
        return lambda *_: self.wished.emit(wish, self.turn.id)


class _Editor(QWidget):
    """The words of a turn, to be changed."""

    done = Signal(str, bool)
    """The writer is ready: the words ("" to leave them), and whether to ask anew with them."""

    def __init__(self, turn: Turn, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = GrowingText(tr("What the turn says"), (2, 16), self)
        self.field.setPlainText(turn.text)
        row = QHBoxLayout()
        row.setSpacing(6)
        buttons = [(tr("Keep"), lambda: self.done.emit(self.field.toPlainText(), False))]
        if turn.speaker == "user":
            buttons.insert(
                0, (tr("Ask anew"), lambda: self.done.emit(self.field.toPlainText(), True))
            )
        buttons.append((tr("Cancel"), lambda: self.done.emit("", False)))
        for label, act in buttons:
            button = QPushButton(label, self)
            button.setObjectName("chatOffer")
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the words as they were."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit("", False)
        else:
            super().keyPressEvent(event)
