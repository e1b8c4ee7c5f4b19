"""Which folders and files to learn from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, tr
from ownhand.training.spec import TrainingSpec
from ownhand.ui.ask import ask_dialog
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.draft import Draft

_ABOUT = mark(
    "Choose the folders with texts you wrote: stories, letters, notes, posts. Ownhand reads them on "
    "this machine and learns how you write. Nothing is written into your folders, and nothing leaves "
    "this machine."
)
_EMPTY = mark(
    "There is nothing here yet.\n\nDrop folders or files anywhere on this window, or add them with the "
    "buttons above.\n\nText, Markdown, Word, OpenDocument, RTF, web pages, EPUB, PDF, JSON and CSV are read; "
    "sub-folders too."
)


class _Places(QListWidget):
    """The chosen places; says what to do while there are none."""

    removal_requested = Signal()
    """Delete was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Folders and files to learn from"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setIconSize(QSize(16, 16))
        self.setMinimumHeight(180)
        self.empty_label = QLabel(tr(_EMPTY), self)
        self.empty_label.setObjectName("panelNote")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setWordWrap(True)
        self.empty_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(40, 16, 40, 16)
        inside.addWidget(self.empty_label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen ones away; all else as ever."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


class FoldersPage(QWidget):
    """The first page: adds and removes places.

    Attributes:
        places: The list.
        add_folder_button: Asks for a folder.
        add_files_button: Asks for files.
        remove_button: Takes the selected places away.
    """

    def __init__(
        self, draft: Draft, themes: ThemeSwitch, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._themes = themes
        self._tasks = tasks
        about = QLabel(tr(_ABOUT), self)
        about.setWordWrap(True)
        self.add_folder_button = QPushButton(tr("Add &folder …"), self)
        self.add_files_button = QPushButton(tr("Add f&iles …"), self)
        self.remove_button = QPushButton(tr("&Remove from the list"), self)
        self.remove_button.setToolTip(tr("The folder itself stays as it is (Delete)"))
        self.places = _Places(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.add_folder_button, self.add_files_button, self.remove_button):
            button.setObjectName("plainButton")
            buttons.addWidget(button)
        buttons.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(buttons)
        column.addWidget(self.places, 1)
        self.add_folder_button.clicked.connect(lambda: tasks.start(self._ask(folders=True)))
        self.add_files_button.clicked.connect(lambda: tasks.start(self._ask(folders=False)))
        self.remove_button.clicked.connect(self.remove_selected)
        self.places.removal_requested.connect(self.remove_selected)
        self.places.itemSelectionChanged.connect(self._on_selection_changed)
        draft.spec_changed.connect(self._on_spec_changed)
        themes.theme_changed.connect(lambda: self._show(self._draft.spec.folders))
        self._show(draft.spec.folders)

    def add(self, paths: Iterable[Path]) -> None:
        """Put folders and files on the list; each stands there once."""
        added = [str(path.absolute()) for path in paths]
        self._draft.change(folders=tuple(dict.fromkeys([*self._draft.spec.folders, *added])))

    def remove_selected(self) -> None:
        """Take the selected ones off the list; on the disk nothing changes."""
        rows = {index.row() for index in self.places.selectedIndexes()}
        if not rows:
            return
        left = tuple(f for row, f in enumerate(self._draft.spec.folders) if row not in rows)
        self._draft.change(folders=left)
        self.places.setCurrentRow(min(*rows, len(left) - 1) if left else -1)
        self.places.setFocus()

    async def _ask(self, *, folders: bool) -> None:
        dialog = QFileDialog(self.window(), tr("Texts to learn from"))
        mode = QFileDialog.FileMode.Directory if folders else QFileDialog.FileMode.ExistingFiles
        dialog.setFileMode(mode)
        if await ask_dialog(self._tasks, dialog):
            self.add(Path(file) for file in dialog.selectedFiles())
        dialog.deleteLater()

    def _on_spec_changed(self, spec: TrainingSpec) -> None:
        shown = [self.places.item(r).toolTip() for r in range(self.places.count())]
        if shown != list(spec.folders):
            self._show(spec.folders)

    def _on_selection_changed(self) -> None:
        self.remove_button.setEnabled(bool(self.places.selectedIndexes()))

    def _show(self, folders: tuple[str, ...]) -> None:
        self.places.clear()
        for folder in folders:
            path = Path(folder)
            item = QListWidgetItem(f"{path.name}   {path.parent}")
            item.setToolTip(folder)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, folder)
            self.places.addItem(item)
        self.places.empty_label.setVisible(not folders)
        self._on_selection_changed()
        if folders:
            self._tasks.start(self._draw_icons(folders))

    async def _draw_icons(self, folders: tuple[str, ...]) -> None:
        """Tell folders from files, in a thread: a disk that sleeps or is far away takes its time."""
        are_folders = await self._tasks.in_thread(lambda: [Path(f).is_dir() for f in folders])
        if self._draft.spec.folders != folders:
            return
        for row, is_folder in enumerate(are_folders):
            icon = self._themes.theme.icon("folder" if is_folder else "file", "muted")
            self.places.item(row).setIcon(icon)
