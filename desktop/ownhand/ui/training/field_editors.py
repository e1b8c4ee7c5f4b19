"""One small editor per kind of `SpecField`; `make_editor` picks it by the kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.calm_spin import CalmDoubleSpin, CalmSpin
from ownhand.ui.panels.editors import Editor
from ownhand.ui.training.spec_fields import SpecField

_COLUMNS = 3


class NumberBox(CalmDoubleSpin):
    """A number without idle zeros at its end."""

    def textFromValue(self, value: float) -> str:
        """As short as it can be written."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text


class NumberEditor(Editor):
    """A box with a figure; its lowest may mean that it is left open."""

    def __init__(self, field: SpecField, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = field.kind == "whole"
        if self._whole:
            whole = CalmSpin(parent)
            whole.setRange(int(field.minimum), int(field.maximum))
            whole.setSingleStep(int(field.step))
            whole.valueChanged.connect(lambda value: self.value_edited.emit(value))
            self.box: CalmSpin | NumberBox = whole
        else:
            number = NumberBox(parent)
            number.setDecimals(field.decimals)
            number.setRange(field.minimum, field.maximum)
            number.setSingleStep(field.step)
            number.valueChanged.connect(lambda value: self.value_edited.emit(value))
            self.box = number
        self.box.setKeyboardTracking(False)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSpecialValueText(tr(field.unset))
        self.box.setMinimumWidth(170)
        self.box.lineEdit().setTextMargins(6, 0, 6, 0)
        self.widgets = (self.box,)
        self.beside_label = self.box

    def set_value(self, value: float) -> None:
        """As `Editor.set_value`."""
        with QSignalBlocker(self.box):
            self.box.setValue(int(value) if self._whole else value)  # type: ignore[arg-type]  # each box takes its own kind


class ChoiceEditor(Editor):
    """One of a few."""

    def __init__(self, field: SpecField, parent: QWidget) -> None:
        super().__init__(parent)
        self.combo = CalmCombo(parent)
        for value, label in field.choices:
            self.combo.addItem(tr(label), value)
            self.combo.setItemData(self.combo.count() - 1, value, Qt.ItemDataRole.ToolTipRole)
        self.combo.activated.connect(lambda row: self.value_edited.emit(self.combo.itemData(row)))
        self.widgets = (self.combo,)
        self.beside_label = self.combo

    def set_value(self, value: str) -> None:
        """As `Editor.set_value`."""
        self.combo.setCurrentIndex(self.combo.findData(value))


class FlagEditor(Editor):
    """Yes or no; the box carries the field's label itself."""

    def __init__(self, field: SpecField, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(tr(field.label), parent)
        self.box.clicked.connect(lambda checked: self.value_edited.emit(checked))
        self.widgets = (self.box,)
        self.below_label = self.box

    def set_value(self, value: bool) -> None:
        """As `Editor.set_value`."""
        self.box.setChecked(value)


class NameEditor(Editor):
    """A line for a name; empty, it is left open."""

    def __init__(self, field: SpecField, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(parent)
        self.line.setPlaceholderText(tr(field.unset))
        self.line.editingFinished.connect(lambda: self.value_edited.emit(self.line.text().strip()))
        self.widgets = (self.line,)
        self.below_label = self.line

    def set_value(self, value: str) -> None:
        """As `Editor.set_value`."""
        if value != self.line.text().strip():
            self.line.setText(value)


class SeveralEditor(Editor):
    """Some of a few, at least one."""

    def __init__(self, field: SpecField, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget(parent)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        for number, (value, label) in enumerate(field.choices):
            box = QCheckBox(tr(label), inside)
            box.setAccessibleName(f"{tr(field.label)}: {tr(label)}")
            box.clicked.connect(lambda _=False, box=box: self._on_box_clicked(box))
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
            self._boxes[value] = box
        self.widgets = tuple(self._boxes.values())
        self.below_label = inside

    def set_value(self, value: tuple[str, ...]) -> None:
        """As `Editor.set_value`."""
        for name, box in self._boxes.items():
            box.setChecked(name in value)

    def _on_box_clicked(self, box: QCheckBox) -> None:
        chosen = tuple(name for name, each in self._boxes.items() if each.isChecked())
        if not chosen:
            box.setChecked(True)
            return
        self.value_edited.emit(chosen)


def make_editor(field: SpecField, parent: QWidget) -> Editor:
    """The editor for a field."""
    kinds: dict[str, Any] = {
        "whole": NumberEditor, "number": NumberEditor, "flag": FlagEditor,
        "choice": ChoiceEditor, "several": SeveralEditor, "name": NameEditor,
    }  # fmt: skip
    editor: Editor = kinds[field.kind](field, parent)
    return editor
