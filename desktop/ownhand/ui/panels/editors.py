"""One small editor per kind of setting; `make_editor` picks it by the kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from ownhand.bridge.translation import mark, tr
from ownhand.core.sampling import SAMPLER_NAMES, SPECS, SettingSpec
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.calm_spin import CalmDoubleSpin, CalmSpin

_SLIDER_STEPS = 1000
_SAMPLER_LABELS = {
    "greedy": mark("Always the likeliest"),
    "random": mark("Draw by chance"),
    "beam": mark("Compare whole lines"),
    "contrastive": mark("Likely, but not alike"),
}


class Editor(QObject):
    """Shows and changes one value.

    Attributes:
        widgets: What takes the focus, in the order of the Tab key.
        beside_label: The widget that stands on the label's line, or None.
        below_label: The widget that takes the line below it, or None.
    """

    value_edited = Signal(object)
    """The writer gave another value; not sent by `set_value`. It may still be wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widgets: tuple[QWidget, ...] = ()
        self.beside_label: QWidget | None = None
        self.below_label: QWidget | None = None

    def set_value(self, value: Any) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError


class _Slider(QSlider):
    """A slider that leaves the wheel to the panel's scrolling."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEditor(Editor):
    """A slider, and a box with the figure.

    Wide ranges have most of their use near the bottom (temperature 0.05-5, top-k 0-1000), so the
    slider's way is squared there.
    """

    def __init__(self, spec: SettingSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._spec = spec
        self._whole = spec.kind == "int"
        steps = (spec.maximum - spec.minimum) / (spec.step or 1)
        self._power = 2.0 if steps > 200 and spec.minimum >= 0 else 1.0
        self.slider = _Slider(Qt.Orientation.Horizontal, parent)
        self.slider.setRange(0, _SLIDER_STEPS)
        self.slider.setSingleStep(_SLIDER_STEPS // 100)
        self.slider.setPageStep(_SLIDER_STEPS // 10)
        self.box = self._make_box(parent)
        self.box.setObjectName("settingNumber")
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.setKeyboardTracking(False)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.widgets = (self.box, self.slider)
        self.beside_label = self.box
        self.below_label = self.slider

    def set_value(self, value: float) -> None:
        """As `Editor.set_value`."""
        with QSignalBlocker(self.box):
            self.box.setValue(int(value) if self._whole else value)  # type: ignore[arg-type]  # each box takes its own kind
        self._place_slider(value)

    def _make_box(self, parent: QWidget) -> QSpinBox | QDoubleSpinBox:
        spec = self._spec
        if self._whole:
            whole = CalmSpin(parent)
            whole.setRange(int(spec.minimum), int(spec.maximum))
            whole.valueChanged.connect(self._on_box_changed)
            return whole
        box = CalmDoubleSpin(parent)
        box.setDecimals(2)
        box.setSingleStep(spec.step)
        box.setRange(spec.minimum, spec.maximum)
        box.valueChanged.connect(self._on_box_changed)
        return box

    def _place_slider(self, value: float) -> None:
        spec = self._spec
        share = (value - spec.minimum) / (spec.maximum - spec.minimum)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(_SLIDER_STEPS * max(0.0, share) ** (1 / self._power)))

    def _on_slider_moved(self, position: int) -> None:
        spec = self._spec
        share = (position / _SLIDER_STEPS) ** self._power
        value = spec.minimum + (spec.maximum - spec.minimum) * share
        value = round(value) if self._whole else round(value / spec.step) * spec.step
        value = min(max(round(value, 6), spec.minimum), spec.maximum)
        with QSignalBlocker(self.box):
            self.box.setValue(int(value) if self._whole else value)
        self.value_edited.emit(int(value) if self._whole else value)

    def _on_box_changed(self, value: float) -> None:
        value = value if self._whole else round(value, 6)
        self._place_slider(value)
        self.value_edited.emit(value)


class ChoiceEditor(Editor):
    """A list of the samplers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.combo = CalmCombo(parent)
        for name in SAMPLER_NAMES:
            self.combo.addItem(tr(_SAMPLER_LABELS.get(name, name)), name)
            self.combo.setItemData(self.combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.combo.activated.connect(self._on_combo_activated)
        self.widgets = (self.combo,)
        self.below_label = self.combo

    def set_value(self, value: str) -> None:
        """As `Editor.set_value`."""
        self.combo.setCurrentIndex(self.combo.findData(value))

    def _on_combo_activated(self, index: int) -> None:
        self.value_edited.emit(self.combo.itemData(index))


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(parent)
        self.box.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
        )  # below the figures of the others
        self.box.toggled.connect(lambda on: self.value_edited.emit(on))
        self.widgets = (self.box,)
        self.beside_label = self.box

    def set_value(self, value: bool) -> None:
        """As `Editor.set_value`."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


class SeedEditor(Editor):
    """A whole number, or nothing for a new one each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(parent)
        self.line.setPlaceholderText(tr("new each time"))
        self.line.editingFinished.connect(self._on_editing_finished)
        self.widgets = (self.line,)
        self.below_label = self.line
        self._shown: int | None = None

    def set_value(self, value: int | None) -> None:
        """As `Editor.set_value`."""
        self._shown = value
        self.line.setText("" if value is None else str(value))

    def _on_editing_finished(self) -> None:
        text = self.line.text().strip()
        if text != ("" if self._shown is None else str(self._shown)):
            self.value_edited.emit(text or None)


class _Lines(QPlainTextEdit):
    """A few lines of plain text; Tab goes on to the next control."""

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listField")
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * QFontMetrics(self.font()).lineSpacing() + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LinesEditor(Editor):
    """A list of texts, one a line; for biases each line ends in ": number".

    Line breaks and tabs within a text are written as backslash n and t.
    """

    def __init__(self, with_numbers: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._with_numbers = with_numbers
        self.lines = _Lines(parent)
        self.lines.setPlaceholderText(tr("word: number") if with_numbers else tr("one a line"))
        self.lines.left.connect(self._on_lines_left)
        self.widgets = (self.lines,)
        self.below_label = self.lines
        self._shown = ""

    def set_value(self, value: tuple[Any, ...]) -> None:
        """As `Editor.set_value`."""
        entries = (
            (f"{_escaped(t)}: {n:g}" for t, n in value)
            if self._with_numbers
            else map(_escaped, value)
        )
        self._shown = "\n".join(entries)
        if self.lines.toPlainText() != self._shown:
            self.lines.setPlainText(self._shown)

    def _on_lines_left(self) -> None:
        text = self.lines.toPlainText()
        if text == self._shown:
            return
        entries = [line for line in text.split("\n") if line]
        if not self._with_numbers:
            self.value_edited.emit(tuple(map(_unescaped, entries)))
            return
        pairs = []
        for entry in entries:
            word, _, number = entry.rpartition(":")
            pairs.append((_unescaped(word), number.strip()))
        self.value_edited.emit(tuple(pairs))


class _OrderList(QListWidget):
    """Entries that are dragged, or moved with Alt and the arrow keys."""

    moved = Signal()
    """The order became another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.model().rowsMoved.connect(self.moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self.moved.emit()


class OrderEditor(Editor):
    """The transforms in the order they act; drag, or Alt+Up and Alt+Down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = _OrderList(parent)
        self.list.moved.connect(self._on_list_moved)
        self.widgets = (self.list,)
        self.below_label = self.list

    def set_value(self, value: tuple[str, ...]) -> None:
        """As `Editor.set_value`."""
        if self._names() == value:
            return
        self.list.clear()
        for name in value:
            self.list.addItem(_transform_label(name))
            self.list.item(self.list.count() - 1).setData(Qt.ItemDataRole.UserRole, name)
        row_height = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(row_height * self.list.count() + 12)

    def _names(self) -> tuple[str, ...]:
        return tuple(
            self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())
        )

    def _on_list_moved(self) -> None:
        self.value_edited.emit(self._names())


def make_editor(spec: SettingSpec, parent: QWidget) -> Editor:
    """The editor for a kind of setting.

    Raises:
        ValueError: If no editor knows the kind; a new kind needs one here.
    """
    match spec.kind:
        case "float" | "int":
            return NumberEditor(spec, parent)
        case "choice":
            return ChoiceEditor(parent)
        case "switch":
            return SwitchEditor(parent)
        case "seed":
            return SeedEditor(parent)
        case "texts":
            return LinesEditor(False, parent)
        case "biases":
            return LinesEditor(True, parent)
        case "order":
            return OrderEditor(parent)
    raise ValueError(f"no editor for settings of kind {spec.kind!r}")


def _transform_label(name: str) -> str:
    spec = SPECS.get(name)
    return tr(spec.technical) if spec else name.replace("_", " ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _unescaped(text: str) -> str:
    known = {"n": "\n", "t": "\t", "\\": "\\"}
    out: list[str] = []
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            following = next(letters, "\\")
            out.append(known.get(following, "\\" + following))
        else:
            out.append(letter)
    return "".join(out)
