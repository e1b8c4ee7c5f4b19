"""The turns of a conversation one below the other; follows the answer while its end is in sight."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.conversations.conversation import Conversation
from ownhand.ui.chat.turn_view import TurnView
from ownhand.ui.theme import ThemeSwitch

_AT_ONCE = 20
"""Turns that are shown of a long conversation; a button shows more."""
_NEAR_PX = 40


class TurnList(QScrollArea):
    """Shows the branch of a conversation.

    Attributes:
        views: What is shown, by the turn's id, from top to bottom.
    """

    wished = Signal(str, str)
    """As `TurnView.wished`."""
    stepped = Signal(str, int)
    """As `TurnView.stepped`."""
    reworded = Signal(str, str, bool)
    """As `TurnView.reworded`."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Conversation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._themes = themes
        self._shown = _AT_ONCE
        self._conversation: Conversation | None = None
        self._answering = ""
        self.views: dict[str, TurnView] = {}
        self._inside = QWidget()
        self._inside.setObjectName("chatTurns")
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 8)
        self._layout.setSpacing(0)
        self._earlier = QPushButton(tr("Earlier turns"), self._inside)
        self._earlier.setObjectName("chatOffer")
        self._earlier.clicked.connect(self._show_more)
        self._left_out = QLabel(self._inside)
        self._left_out.setObjectName("panelNote")
        self._left_out.setWordWrap(True)
        self._left_out.setContentsMargins(12, 4, 12, 4)
        self._layout.addWidget(self._earlier)
        self._layout.addWidget(self._left_out)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        self._follows = True
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_value_changed)
        self.show_left_out(0)

    def show_conversation(self, conversation: Conversation, answering: str) -> None:
        """Show a conversation, or what became of it.

        Args:
            conversation: What is shown.
            answering: Id of the turn that the model writes, or "".
        """
        if conversation is not self._conversation:
            self._conversation, self._shown, self._follows = conversation, _AT_ONCE, True
        self._answering = answering
        path = conversation.path
        shown = path[-self._shown :]
        self._earlier.setVisible(len(path) > len(shown))
        ids = {turn.id for turn in shown}
        for turn_id in [known for known in self.views if known not in ids]:
            view = self.views.pop(turn_id)
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        ordered: dict[str, TurnView] = {}
        for number, turn in enumerate(shown):
            view = self.views.get(turn.id) or self._view(turn.id)
            ordered[turn.id] = view
            if self._layout.indexOf(view) != number + 2:
                self._layout.insertWidget(number + 2, view)
                view.show()
        self.views = ordered
        for turn_id in ordered:
            self.show_turn(turn_id)

    def show_turn(self, turn_id: str) -> None:
        """Show what became of a turn."""
        conversation, view = self._conversation, self.views.get(turn_id)
        if conversation is None or view is None or turn_id not in conversation:
            return
        variants = [turn.id for turn in conversation.variants(turn_id)]
        view.show_turn(
            conversation[turn_id],
            variants.index(turn_id) + 1,
            len(variants),
            writing=turn_id == self._answering,
            last=turn_id == next(reversed(self.views)),
        )

    def show_answering(self, turn_id: str) -> None:
        """Which turn the model writes now, or ""."""
        before, self._answering = self._answering, turn_id
        for changed in {before, turn_id} - {""}:
            self.show_turn(changed)

    def show_left_out(self, turns: int) -> None:
        """Say that the model does not read the oldest turns any more."""
        self._left_out.setVisible(turns > 0)
        self._left_out.setText(tr("The model reads on from here: %n older turns are too much for it.", n=turns))  # fmt: skip

    def follow(self) -> None:
        """Show the end, and stay there while it grows."""
        self._follows = True
        QTimer.singleShot(0, self, self._to_end)

    def _view(self, turn_id: str) -> TurnView:
        assert self._conversation is not None
        view = TurnView(self._conversation[turn_id], self._themes, self._inside)
        view.wished.connect(self.wished)
        view.stepped.connect(self.stepped)
        view.reworded.connect(self.reworded)
        return view

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._follows = False
        if self._conversation is not None:
            self.show_conversation(self._conversation, self._answering)

    def _to_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._follows:
            self.verticalScrollBar().setValue(most)

    def _on_value_changed(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum() - _NEAR_PX
