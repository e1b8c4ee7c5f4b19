"""A name is changed where it stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ownhand.bridge.translation import tr
from ownhand.document.folder import is_text_name
from ownhand.ui.editor.code_points import unit_length
from ownhand.ui.library.folder_model import FOLDER, PATH

_Index = QModelIndex | QPersistentModelIndex


class RenameDelegate(QStyledItemDelegate):
    """Edits the name of an entry; whether it may be called so is decided by the disk."""

    name_chosen = Signal(str, str)
    """(path, new name): Enter was pressed, or the focus went elsewhere."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index
    ) -> QWidget:
        """A line without frame."""
        editor = QLineEdit(parent)
        editor.setObjectName("nameEditor")
        editor.setAccessibleName(tr("New name"))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The name as it is, the part before the ending selected."""
        if not isinstance(editor, QLineEdit) or editor.isModified():
            return
        name = str(index.data())
        editor.setText(name)
        is_text = not index.data(FOLDER) and is_text_name(name)
        length = unit_length(Path(name).stem if is_text else name)
        # The view selects all of it after this.
        QTimer.singleShot(0, editor, lambda: editor.setSelection(0, length))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _Index) -> None:
        """Wish for the name; the list shows it once the disk has it."""
        if isinstance(editor, QLineEdit) and editor.text() != index.data():
            self.name_chosen.emit(str(index.data(PATH)), editor.text())
