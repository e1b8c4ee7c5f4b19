"""The page beside the text for what the model is told beside it: memory, author's note, lore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.core.prompting import LoreEntry, PromptPreview
from ownhand.document.notes import DEEPEST_NOTE, FARTHEST_LORE, LoreNote
from ownhand.ui.calm_slider import CalmSlider
from ownhand.ui.calm_spin import CalmSpin
from ownhand.ui.icon_button import IconButton
from ownhand.ui.notes.growing_text import GrowingText
from ownhand.ui.notes.lore_editor import LoreEditor
from ownhand.ui.notes.lore_list import LoreLine, LoreList
from ownhand.ui.notes.notes_keeper import NotesKeeper
from ownhand.ui.notes.prompt_watch import PromptWatch
from ownhand.ui.panels.side_panel import WIDTH
from ownhand.ui.theme import ThemeSwitch


class NotesPage(QFrame):
    """Shows the notes of the keeper, and what is known of them from the watch.

    Attributes:
        memory: The field of the memory.
        note: The field of the author's note.
        lore: The list of entries.
        editor: The fields of the current entry; hidden while there is none.
    """

    import_requested = Signal()
    """Take over entries from a file."""
    export_requested = Signal()
    """Write the entries to a file."""
    preview_requested = Signal()
    """Show what the model reads."""

    def __init__(
        self, keeper: NotesKeeper, watch: PromptWatch, themes: ThemeSwitch, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName(tr("Memory and lore"))
        self._keeper = keeper
        self._watch = watch
        self._deleted: tuple[int, LoreNote] | None = None
        self._lengths: dict[int, int] = {}
        self._inside = QWidget()
        inside = self._inside
        self.memory = GrowingText(tr("Memory"), (3, 14), inside)
        self.memory.setPlaceholderText(tr("What the model should never forget"))
        self.memory_count = self._muted()
        self.note = GrowingText(tr("Author's note"), (2, 8), inside)
        self.note.setPlaceholderText(tr("A hint for what comes next"))
        self.note_count = self._muted()
        self.depth_slider = CalmSlider(Qt.Orientation.Horizontal, inside)
        self.depth_slider.setRange(0, DEEPEST_NOTE)
        self.depth_slider.setAccessibleName(tr("Lines after the note"))
        self.depth_label = self._muted()
        self.depth_label.setWordWrap(True)
        self.lore_count = self._muted()
        self.lore = LoreList(themes, inside)
        self.empty = self._muted(tr("Tell who and what there is in your world. An entry is told to the model only when one of its keywords stands nearby."))  # fmt: skip
        self.empty.setWordWrap(True)
        self.add_button = IconButton("add", tr("New entry"), themes, inside)
        self.up_button = IconButton("up", tr("Move the entry up"), themes, inside)
        self.down_button = IconButton("down", tr("Move the entry down"), themes, inside)
        self.delete_button = IconButton("trash", tr("Delete the entry"), themes, inside)
        self.more_button = QToolButton(inside)
        self.more_button.setText(tr("More"))
        self.more_button.setAccessibleName(tr("More: take over lore, pass it on"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setStyleSheet("padding-right: 24px;")
        menu = QMenu(self.more_button)
        self.import_action = menu.addAction(tr("&Take over from a file …"))
        self.export_action = menu.addAction(tr("&Write to a file …"))
        self.more_button.setMenu(menu)
        self.undo_row = QWidget(inside)
        self.undo_label = QLabel(self.undo_row)
        self.undo_label.setWordWrap(True)
        self.undo_button = QPushButton(tr("Undo"), self.undo_row)
        self.undo_button.setObjectName("plainButton")
        self.editor = LoreEditor(inside)
        self.lines = CalmSpin(inside)
        self.lines.setRange(1, FARTHEST_LORE)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lines.setAccessibleName(tr("Lines in which keywords are looked for"))
        self.preview_button = QPushButton(tr("What the model reads …"), inside)
        self.preview_button.setObjectName("plainButton")
        self._arrange()
        self._connect()
        self.setFocusProxy(self.memory)
        self.undo_row.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the notes as they are, and what is known of them."""
        notes = self._keeper.notes
        self.memory.show_text(notes.memory)
        self.note.show_text(notes.note)
        self.memory_count.setText(_length(self._tokens(-1, notes.memory)))
        self.note_count.setText(_length(self._tokens(-2, notes.note)))
        self.depth_slider.setValue(notes.note_depth)
        self.depth_label.setText(
            tr("%Ln lines after it", n=notes.note_depth)
            if notes.note_depth
            else tr("Right before the line that is being written")
        )
        self.lines.setValue(notes.lore_lines)
        told = told_entries([item.entry for item in notes.lore], self._watch.preview)
        self.lore.show_lines(
            [
                LoreLine(
                    item.entry.title,
                    ", ".join(item.entry.keywords),
                    item.entry.enabled,
                    self._tokens(row, item.entry.text),
                    is_told,
                )
                for row, (item, is_told) in enumerate(zip(notes.lore, told, strict=True))
            ]
        )
        now = sum(told)
        self.lore_count.setText(tr("%Ln told now", n=now) if now else "")
        self.lore.setVisible(bool(notes.lore))
        self.empty.setVisible(not notes.lore)
        self.export_action.setEnabled(bool(notes.lore))
        if notes.lore and self.lore.currentRow() < 0:
            self.lore.setCurrentRow(0)
        self._show_current()

    def add_entry(self) -> None:
        """A new, empty entry behind the others, ready to be written."""
        lore = (*self._keeper.notes.lore, LoreNote(LoreEntry((), "")))
        self._keeper.change(lore=lore)
        self.lore.setCurrentRow(len(lore) - 1)
        self.editor.title.setFocus()

    def delete_entry(self) -> None:
        """Take the current entry away; it can be had back until another goes."""
        row, lore = self.lore.currentRow(), self._keeper.notes.lore
        if not 0 <= row < len(lore):
            return
        self._deleted = (row, lore[row])
        title = lore[row].entry.title or tr("The entry")
        self.undo_label.setText(tr("“{title}” was deleted.").format(title=title))
        self.undo_row.show()
        self._keeper.change(lore=lore[:row] + lore[row + 1 :])
        self.lore.setCurrentRow(min(row, len(lore) - 2))
        self.undo_button.setFocus()

    def undo_delete(self) -> None:
        """Bring the entry back that was deleted last."""
        if self._deleted is None:
            return
        (row, item), self._deleted = self._deleted, None
        lore = self._keeper.notes.lore
        row = min(row, len(lore))
        self.undo_row.hide()
        self._keeper.change(lore=(*lore[:row], item, *lore[row:]))
        self.lore.setCurrentRow(row)
        self.lore.setFocus()

    def forget_deleted(self) -> None:
        """Another text is on the page: what was deleted in the other is not of it."""
        self._deleted = None
        self._lengths.clear()
        self.undo_row.hide()

    def sizeHint(self) -> QSize:
        """No wider than the settings beside it."""
        return QSize(WIDTH, super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first field takes over."""
        super().focusInEvent(event)
        self.memory.setFocus()

    def _tokens(self, place: int, text: str) -> int | None:
        """The length of a text; while it is typed, the one it had a moment ago."""
        if not self._watch.ready:
            self._lengths.clear()
            return None
        tokens = self._watch.tokens_of(text)
        if tokens is not None:
            self._lengths[place] = tokens
        return self._lengths.get(place)

    def _show_current(self) -> None:
        row, lore = self.lore.currentRow(), self._keeper.notes.lore
        known = 0 <= row < len(lore)
        self.editor.setVisible(known)
        self.delete_button.setEnabled(known)
        self.up_button.setEnabled(known and row > 0)
        self.down_button.setEnabled(known and row < len(lore) - 1)
        if known:
            self.editor.show_entry(lore[row].entry)

    def _on_entry_edited(self, entry: LoreEntry) -> None:
        self._change_row(self.lore.currentRow(), entry)

    def _on_enabled_changed(self, row: int, enabled: bool) -> None:
        self._change_row(row, replace(self._keeper.notes.lore[row].entry, enabled=enabled))

    def _change_row(self, row: int, entry: LoreEntry) -> None:
        lore = list(self._keeper.notes.lore)
        if 0 <= row < len(lore):
            lore[row] = replace(lore[row], entry=entry)
            self._keeper.change(lore=tuple(lore))

    def _on_order_changed(self, order: list[int]) -> None:
        lore = self._keeper.notes.lore
        if sorted(order) == list(range(len(lore))):
            self._keeper.change(lore=tuple(lore[number] for number in order))

    def _connect(self) -> None:
        keeper = self._keeper
        keeper.notes_changed.connect(self.refresh)
        keeper.notes_replaced.connect(self.forget_deleted)
        self._watch.preview_changed.connect(self.refresh)
        self._watch.counts_changed.connect(self.refresh)
        self.memory.edited.connect(lambda text: keeper.change(memory=text))
        self.note.edited.connect(lambda text: keeper.change(note=text))
        self.depth_slider.valueChanged.connect(lambda depth: keeper.change(note_depth=depth))
        self.lines.valueChanged.connect(lambda lines: keeper.change(lore_lines=lines))
        self.lore.currentRowChanged.connect(self._show_current)
        self.lore.enabled_changed.connect(self._on_enabled_changed)
        self.lore.order_changed.connect(self._on_order_changed)
        self.lore.delete_requested.connect(self.delete_entry)
        self.editor.entry_edited.connect(self._on_entry_edited)
        self.add_button.clicked.connect(self.add_entry)
        self.up_button.clicked.connect(lambda: self.lore.move_current(-1))
        self.down_button.clicked.connect(lambda: self.lore.move_current(1))
        self.delete_button.clicked.connect(self.delete_entry)
        self.undo_button.clicked.connect(self.undo_delete)
        self.import_action.triggered.connect(self.import_requested)
        self.export_action.triggered.connect(self.export_requested)
        self.preview_button.clicked.connect(self.preview_requested)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 14, 6, 14)
        column.setSpacing(6)
        column.addLayout(self._heading(tr("Memory"), self.memory, self.memory_count))
        column.addWidget(self._help(tr("Stands before everything else, always.")))
        column.addWidget(self.memory)
        column.addSpacing(12)
        column.addLayout(self._heading(tr("Author's note"), self.note, self.note_count))
        column.addWidget(self._help(tr("Stands shortly before the place where the model writes on.")))  # fmt: skip
        column.addWidget(self.note)
        column.addWidget(self.depth_slider)
        column.addWidget(self.depth_label)
        column.addSpacing(12)
        column.addLayout(self._heading(tr("Lore"), self.lore, self.lore_count))
        column.addWidget(self.empty)
        column.addWidget(self.lore)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.add_button, self.up_button, self.down_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.more_button)
        column.addLayout(row)
        undo = QHBoxLayout(self.undo_row)
        undo.setContentsMargins(0, 0, 0, 0)
        undo.addWidget(self.undo_label, 1)
        undo.addWidget(self.undo_button)
        column.addWidget(self.undo_row)
        column.addWidget(self.editor)
        column.addSpacing(6)
        looked = QHBoxLayout()
        label = QLabel(tr("Keywords are looked for in so many lines"), self._inside)
        label.setWordWrap(True)
        label.setBuddy(self.lines)
        looked.addWidget(label, 1)
        looked.addWidget(self.lines)
        column.addLayout(looked)
        column.addSpacing(12)
        column.addWidget(self.preview_button)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setEnabled(high > 0))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _heading(self, text: str, field: QWidget, count: QLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(text, self._inside)
        label.setObjectName("panelHeading")
        label.setBuddy(field)
        row.addWidget(label, 1)
        row.addWidget(count)
        return row

    def _help(self, text: str) -> QLabel:
        label = self._muted(text)
        label.setWordWrap(True)
        return label

    def _muted(self, text: str = "") -> QLabel:
        label = QLabel(text, self._inside)
        label.setObjectName("settingHelp")
        return label


def told_entries(lore: Sequence[LoreEntry], preview: PromptPreview | None) -> list[bool]:
    """Which entries a prompt holds, entry by entry."""
    parts = [part for part in preview.parts if part.kind == "lore"] if preview else []
    return [
        entry.enabled
        and bool(entry.text.strip())
        and any(part.title == entry.title and entry.text.strip() in part.text for part in parts)
        for entry in lore
    ]


def _length(tokens: int | None) -> str:
    return tr("%Ln tokens", n=tokens) if tokens else ""
