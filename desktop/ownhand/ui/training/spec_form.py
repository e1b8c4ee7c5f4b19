"""Form rows of some fields of a spec, made from their declarations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.training.spec import TrainingSpec
from ownhand.ui.panels.editors import Editor
from ownhand.ui.tooltip import tooltip_of
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.field_editors import make_editor
from ownhand.ui.training.spec_fields import SpecField

_LABEL_WIDTH = 250


class SpecForm(QWidget):
    """Shows fields of the draft and changes them; those that do nothing at the moment are hidden.

    Attributes:
        editors: By the name of the field.
        rows: The same, for what is shown and hidden.
    """

    def __init__(
        self, fields: Sequence[SpecField], draft: Draft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._draft = draft
        self.editors: dict[str, Editor] = {}
        self.rows: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field in fields:
            row = self._row(field)
            column.addWidget(row)
            self.rows[field.name] = row
        draft.spec_changed.connect(self.refresh)
        self.refresh(draft.spec)

    def refresh(self, spec: TrainingSpec) -> None:
        """Show what is chosen, as far as it matters."""
        for field in self._fields:
            self.editors[field.name].set_value(getattr(spec, field.name))
            self.rows[field.name].setVisible(field.matters(spec))

    def _row(self, field: SpecField) -> QWidget:
        row = QWidget(self)
        editor = make_editor(field, row)
        editor.value_edited.connect(partial(self._on_value_edited, field.name))
        self.editors[field.name] = editor
        about = f"{tr(field.help)} ({tr(field.technical)})"
        row.setToolTip(tooltip_of(about))
        for widget in editor.widgets:
            widget.setAccessibleDescription(about)
            if not widget.accessibleName():
                widget.setAccessibleName(tr(field.label))
        line: QHBoxLayout | QVBoxLayout = QHBoxLayout(row) if editor.beside_label else QVBoxLayout(row)  # fmt: skip
        line.setContentsMargins(0, 0, 0, 0)
        if field.kind != "flag":
            label = QLabel(tr(field.label), row)
            label.setWordWrap(True)
            label.setBuddy(editor.widgets[0])
            line.addWidget(label)
            if editor.beside_label is not None:
                label.setFixedWidth(_LABEL_WIDTH)
                line.addWidget(editor.beside_label, 1)
                editor.beside_label.setMaximumWidth(320)
                line.addStretch(1)
        if editor.below_label is not None:
            line.addWidget(editor.below_label)
        return row

    def _on_value_edited(self, name: str, value: Any) -> None:
        self._draft.change(**{name: value})
