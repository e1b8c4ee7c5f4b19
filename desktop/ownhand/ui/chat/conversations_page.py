"""The list of conversations: search, open, rename, delete and bring back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import recent_moment, tr
from ownhand.document.conversations.shelf import Listed
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch

_ID = Qt.ItemDataRole.UserRole
_PAUSE_MS = 250


class ConversationsPage(QWidget):
    """Shows what `show_list` is given.

    Attributes:
        search: The words that are looked for.
        list: The conversations.
        undo_button: Brings back what was deleted last.
    """

    search_changed = Signal(str)
    """Other words are looked for."""
    opened = Signal(str)
    """The writer wants a conversation: its id."""
    renamed = Signal(str, str)
    """The writer gave a conversation another title: its id, the title."""
    deleted = Signal(str)
    """The writer deletes a conversation: its id."""
    undo_requested = Signal()
    """The writer wants back what was deleted last."""
    left = Signal()
    """The writer goes back to the conversation."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self.search = QLineEdit(self)
        self._pause = Delay(_PAUSE_MS, lambda: self.search_changed.emit(self.search.text()), self)
        self.search.setPlaceholderText(tr("Search in all conversations"))
        self.search.setAccessibleName(tr("Search in all conversations"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Conversations"))
        self.list.setWordWrap(True)
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.empty = QLabel(self)
        self.empty.setObjectName("panelNote")
        self.empty.setWordWrap(True)
        back = QPushButton(tr("Back"), self)
        back.setObjectName("plainButton")
        self._open = QPushButton(tr("Open"), self)
        self._open.setObjectName("plainButton")
        self._rename = QPushButton(tr("Rename"), self)
        self._rename.setObjectName("plainButton")
        self._delete = IconButton("trash", tr("Delete the conversation"), themes, self)
        self.undo_button = QPushButton(tr("Bring back"), self)
        self.undo_button.setObjectName("plainButton")
        self.undo_button.hide()
        head = QHBoxLayout()
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self.undo_button)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for widget in (self._open, self._rename, self._delete):
            foot.addWidget(widget)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.list)
        back.clicked.connect(self.left)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(_ID)))
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.currentItemChanged.connect(lambda *_: self._show_possible())
        self._open.clicked.connect(self._with_current(self.opened.emit))
        self._delete.clicked.connect(self._with_current(self.deleted.emit))
        self._rename.clicked.connect(self._edit_current)
        self.undo_button.clicked.connect(self.undo_requested)
        self._show_possible()

    def show_list(self, conversations: Sequence[Listed], current: str) -> None:
        """Show conversations, and which one is open."""
        self._filling = True
        self.list.clear()
        for one in conversations:
            item = QListWidgetItem(one.name or tr("Without words"))
            item.setData(_ID, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            when = recent_moment(datetime.fromtimestamp(one.changed_at))
            item.setToolTip(tr("{name}\n{when}, {turns}").format(
                name=one.name, when=when, turns=tr("%n turns", n=one.turns)
            ))  # fmt: skip
            self.list.addItem(item)
            if one.id == current:
                self.list.setCurrentItem(item)
        self._filling = False
        nothing = not conversations
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)
        searched = bool(self.search.text().strip())
        self.empty.setText(
            tr("No conversation has all of these words.")
            if searched
            else tr("There is no conversation yet. Go back and ask something.")
        )
        self._show_possible()

    def _with_current(self, act: Callable[[str], object]) -> Callable[..., None]:
        def acting(*_: object) -> None:
            item = self.list.currentItem()
            if item is not None:
                act(item.data(_ID))

        return acting

    def _edit_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.renamed.emit(item.data(_ID), item.text())

    def _show_possible(self) -> None:
        chosen = self.list.currentItem() is not None
        for button in (self._open, self._rename, self._delete):
            button.setEnabled(chosen)
