"""The page of the left sidebar: the folder's name, finding in it, its tree, and what was deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.document.folder import Listing
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.icon_button import IconButton
from ownhand.ui.library.deleted_view import DeletedView
from ownhand.ui.library.folder_tree import FolderTree
from ownhand.ui.library.search_box import SearchBox
from ownhand.ui.library.search_results import SearchResults
from ownhand.ui.theme import ThemeSwitch

WIDTH = 230
"""Until the writer drags its edge, in pixels."""


class LibraryPage(QWidget):
    """Arranges the parts; `Library` has them do something.

    Attributes:
        tree: Folders and texts.
        box: Where the writer says what to find in all of them.
        results: What was found.
        deleted: What can be brought back.
        folder_menu: Below the folder's name.
        open_button: Stands alone while there is no folder.
        new_text_button: Makes a text in the selected folder.
        new_folder_button: Makes a folder there.
        deleted_button: Shows what was deleted, and the tree again.
    """

    folder_wanted = Signal()
    """The writer wants to choose a folder."""
    deleted_wanted = Signal()
    """The writer wants to see what was deleted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPage")
        self._themes = themes
        self.tree = FolderTree(themes, self)
        self.results = SearchResults(themes, self)
        self.deleted = DeletedView(self)
        self.box = SearchBox(self)
        self.folder_menu = QMenu(self)
        self._empty = _says(
            tr(
                "This folder has no texts yet. Make one with the first button above, or put some here."
            ),
            self,
        )
        self._make_head()
        self.stack = QStackedWidget(self)
        self._beginning = self._make_beginning()
        for view in (self._beginning, self.tree, self.results, self.deleted, self._empty):
            self.stack.addWidget(view)
        self._problem = QLabel(self)
        self._problem.setObjectName("settingProblem")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setContentsMargins(12, 6, 12, 8)
        self._problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self.box)
        column.addWidget(self.stack, 1)
        column.addWidget(self._problem)
        self.deleted.left.connect(self.show_tree)
        self.deleted_button.clicked.connect(self._on_deleted_button_clicked)
        self.show_folder(None)

    def show_folder(self, folder: Path | None) -> None:
        """Another folder is open, or none."""
        self.tell("")
        self._has_folder, self._is_empty = folder is not None, False
        self._head.setVisible(self._has_folder)
        self.box.setVisible(self._has_folder)
        if folder is not None:
            self._name.set_text(folder.name or str(folder))
            self._name.setToolTip(str(folder))
        self.show_tree()

    def show_listing(self, listing: Listing, at_top: bool) -> None:
        """A folder was read; the whole page says so where there is nothing in the library's own."""
        self.tree.show_listing(listing)
        if at_top:
            shows_tree = self.stack.currentWidget() in (self.tree, self._empty)
            self._is_empty = not listing.entries and not listing.problem
            if shows_tree and self._has_folder:
                self.stack.setCurrentWidget(self._empty if self._is_empty else self.tree)

    def show_tree(self) -> None:
        """The tree again, or what to do first."""
        here = self._empty if self._is_empty else self.tree
        had_focus = self.isAncestorOf(self.focusWidget() or self.window())
        self.stack.setCurrentWidget(here if self._has_folder else self._beginning)
        self.deleted_button.setChecked(False)
        if had_focus and not self.box.hasFocus():
            self.take_focus()

    def show_results(self) -> None:
        """What was found instead of the tree."""
        self.stack.setCurrentWidget(self.results)
        self.deleted_button.setChecked(False)

    def show_deleted(self) -> None:
        """What can be brought back instead of the tree."""
        self.stack.setCurrentWidget(self.deleted)
        self.deleted_button.setChecked(True)

    def take_focus(self) -> None:
        """To what can be used first."""
        if not self._has_folder:
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._is_empty:
            self.new_text_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say beside the tree what went wrong; "" for nothing."""
        sentence = tr(sentence)  # from lower layers it comes in English
        self._problem.setText(sentence)
        self._problem.setAccessibleName(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            event = QAccessibleAnnouncementEvent(self._problem, sentence)
            QAccessible.updateAccessibility(event)

    @property
    def told(self) -> str:
        """What is said beside the tree just now."""
        return self._problem.text()

    def sizeHint(self) -> QSize:
        """Narrow: the page needs the room more."""
        return QSize(WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the tree."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self.tree:
            self.box.clear()
            self.show_tree()
            return
        super().keyPressEvent(event)

    def _make_head(self) -> None:
        self._head = QWidget(self)
        self._name = ElidedLabel(self._head)
        self._name.setObjectName("panelHeading")
        policy = QSizePolicy.Policy
        self._name.setSizePolicy(policy.Ignored, policy.Preferred)
        self.new_text_button = IconButton("new-text", tr("New text"), self._themes, self._head)
        self.new_folder_button = IconButton(
            "new-folder", tr("New folder"), self._themes, self._head
        )
        self.deleted_button = IconButton("trash", tr("Recently deleted"), self._themes, self._head)
        self.deleted_button.setCheckable(True)
        self.more_button = IconButton(
            "more", tr("More about this folder"), self._themes, self._head
        )
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(self.folder_menu)
        self.more_button.setObjectName("iconMenuButton")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(12, 8, 6, 0)
        row.setSpacing(0)
        row.addWidget(self._name, 1)
        for button in (
            self.new_text_button,
            self.new_folder_button,
            self.deleted_button,
            self.more_button,
        ):
            row.addWidget(button)

    def _make_beginning(self) -> QWidget:
        beginning = QWidget(self)
        says = _says(
            tr(
                "Open the folder where you keep your texts. They stay there, as the plain files they are."
            ),
            beginning,
        )
        says.setContentsMargins(0, 0, 0, 0)
        self.open_button = QPushButton(tr("Open a folder …"), beginning)
        self.open_button.setObjectName("plainButton")
        self.open_button.clicked.connect(self.folder_wanted)
        column = QVBoxLayout(beginning)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(says)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return beginning

    def _on_deleted_button_clicked(self, checked: bool) -> None:
        if checked:
            self.deleted_wanted.emit()
        else:
            self.show_tree()


def _says(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName("panelNote")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(12, 8, 12, 8)
    return label
