"""The list of what was deleted, to bring it back from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import recent_moment, tr
from ownhand.document.trash import OLD_DAYS, Discarded

_DISCARDED = Qt.ItemDataRole.UserRole + 1


class DeletedView(QWidget):
    """Shows what is in the trash; nothing goes from there unless the writer says so.

    Attributes:
        list: One entry for each deletion.
        back_button: Brings the selected ones back.
        remove_button: Deletes them for good, after a question.
        thin_button: The same for what is old.
    """

    restore_wanted = Signal(tuple)
    """`Discarded`s: bring them back."""
    remove_wanted = Signal(tuple)
    """`Discarded`s: delete them for good; the writer has not been asked yet."""
    left = Signal()
    """The writer wants the tree again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old: tuple[Discarded, ...] = ()
        heading = QLabel(tr("Recently deleted"), self)
        heading.setObjectName("panelHeading")
        self._note = QLabel(self)
        self._note.setObjectName("panelNote")
        self._note.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("deletedList")
        self.list.setAccessibleName(tr("Recently deleted"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.back_button = QPushButton(tr("Bring back"), self)
        self.remove_button = QPushButton(tr("Delete for good …"), self)
        self.thin_button = QPushButton(self)
        self.close_button = QPushButton(tr("Back to the texts"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        for button in (self.back_button, self.remove_button, self.thin_button, self.close_button):
            button.setObjectName("plainButton")
            column.addWidget(button)
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self.list.itemActivated.connect(lambda _item: self._restore())
        self.back_button.clicked.connect(self._restore)
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self.chosen()))
        self.thin_button.clicked.connect(lambda: self.remove_wanted.emit(self._old))
        self.close_button.clicked.connect(self.left)
        self.show_deleted((), ())

    def show_deleted(self, deleted: Sequence[Discarded], old: tuple[Discarded, ...]) -> None:
        """Show what can be brought back.

        Args:
            deleted: The latest first.
            old: Those of them that are offered to be deleted for good.
        """
        self._old = old
        self.list.clear()
        for each in deleted:
            where = str(each.origin.parent) if each.origin else tr("unknown folder")
            when = recent_moment(datetime.fromtimestamp(each.discarded_at))
            item = QListWidgetItem(f"{each.name}\n{when} · {where}")
            item.setToolTip(str(each.origin or each.name))
            item.setData(_DISCARDED, each)
            self.list.addItem(item)
        self.list.setVisible(bool(deleted))
        self._note.setText(
            tr("It is kept until you delete it for good.")
            if deleted
            else tr(
                "Nothing. What you delete here is kept, and can be brought back from this list."
            )
        )
        self.thin_button.setVisible(bool(old))
        self.thin_button.setText(tr("Delete what is old …"))
        self.thin_button.setToolTip(
            tr("What was deleted over {days} days ago, or takes up too much room").format(
                days=OLD_DAYS
            )
        )
        if deleted:
            self.list.setCurrentRow(0)
        self._on_selection_changed()

    def chosen(self) -> tuple[Discarded, ...]:
        """The selected ones."""
        return tuple(item.data(_DISCARDED) for item in self.list.selectedItems())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes for good, after a question."""
        if event.key() == Qt.Key.Key_Delete and self.chosen():
            self.remove_wanted.emit(self.chosen())
            return
        super().keyPressEvent(event)

    def _restore(self) -> None:
        if self.chosen():
            self.restore_wanted.emit(self.chosen())

    def _on_selection_changed(self) -> None:
        some, any_left = bool(self.chosen()), self.list.count() > 0
        for button in (self.back_button, self.remove_button):
            button.setVisible(any_left)
            button.setEnabled(some)
