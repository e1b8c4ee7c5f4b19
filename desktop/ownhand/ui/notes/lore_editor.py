"""The fields of one lore entry."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.core.prompting import LoreEntry
from ownhand.ui.notes.growing_text import GrowingText
from ownhand.ui.tooltip import tooltip_of


class LoreEditor(QWidget):
    """Title, keywords and text; each change is announced at once."""

    entry_edited = Signal(object)
    """`LoreEntry`: as it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = LoreEntry((), "")
        self.title = self._line(tr("Title"), tr("What you call it"))
        self.keywords = self._line(tr("Keywords"), tr("Emma, Miss Woodhouse"))
        about = tr("With commas between them. It is told when one of them stands nearby; without any, always.")  # fmt: skip
        self.keywords.setToolTip(tooltip_of(about))
        self.keywords.setAccessibleDescription(about)
        self.text = GrowingText(tr("What is told"), (3, 12), self)
        self.text.setPlaceholderText(tr("What the model should know about it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for label, field in (
            (tr("Title"), self.title),
            (tr("Keywords"), self.keywords),
            (tr("What is told"), self.text),
        ):
            name = QLabel(label, self)
            name.setBuddy(field)
            column.addWidget(name)
            column.addWidget(field)
            column.addSpacing(4)
        self.title.textEdited.connect(lambda text: self._edit(replace(self._entry, title=text)))
        self.keywords.textEdited.connect(
            lambda text: self._edit(replace(self._entry, keywords=_keywords(text)))
        )
        self.text.edited.connect(lambda text: self._edit(replace(self._entry, text=text)))

    def show_entry(self, entry: LoreEntry) -> None:
        """Show an entry; a field that says the same already keeps its caret."""
        self._entry = entry
        if self.title.text() != entry.title:
            self.title.setText(entry.title)
        if _keywords(self.keywords.text()) != entry.keywords:
            self.keywords.setText(", ".join(entry.keywords))
        self.text.show_text(entry.text)

    def _edit(self, entry: LoreEntry) -> None:
        self._entry = entry
        self.entry_edited.emit(entry)

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(placeholder)
        return line


def _keywords(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
