"""One setting in the panel: its name, its editor, and the way back to the preset."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from ownhand.bridge.translation import tr
from ownhand.core.sampling import SettingSpec
from ownhand.ui.panels.editors import make_editor
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.tooltip import tooltip_of


class SettingField(QWidget):
    """Shows a setting under the writer's name for it; the technical one is in the tooltip.

    Args:
        name: Field name, sent along with its values.
        spec: How it is shown and checked.
        themes: Colours of the icon.
    """

    value_edited = Signal(str, object)
    """Field name and the value the writer gave; it may be wrong."""
    reset_requested = Signal(str)
    """Field name: back to the preset's value."""

    def __init__(
        self, name: str, spec: SettingSpec, themes: ThemeSwitch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.spec = spec
        self._themes = themes
        self.editor = make_editor(spec, self)
        self.label = QLabel(tr(spec.label), self)
        self.label.setObjectName("settingLabel")
        self.label.setWordWrap(True)
        self.label.setBuddy(self.editor.widgets[0])
        self.reset_button = QToolButton(self)
        self.reset_button.setObjectName("resetButton")
        self.reset_button.setIconSize(QSize(16, 16))
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset_button.setAccessibleName(
            tr("{label}: back to the preset's value").format(label=tr(spec.label))
        )
        self.reset_button.setToolTip(tr("Back to the preset's value"))
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(policy)
        self.problem = QLabel(self)
        self.problem.setObjectName("settingProblem")
        self.problem.setWordWrap(True)
        self._describe()
        self._arrange()
        self.editor.value_edited.connect(lambda value: self.value_edited.emit(name, value))
        self.reset_button.clicked.connect(lambda: self.reset_requested.emit(name))
        themes.theme_changed.connect(self._draw)
        self._draw()
        self.show_value(None, changed=False, set_editor=False)

    def show_value(self, value: Any, *, changed: bool, set_editor: bool = True) -> None:
        """Show the value in force, and whether it differs from the preset's."""
        if set_editor:
            self.editor.set_value(value)
        self.problem.hide()
        self.reset_button.setVisible(changed)
        label = tr(self.spec.label)
        self.label.setText(f"{label} •" if changed else label)
        self.label.setProperty("changed", changed)
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        for widget in self.editor.widgets:
            widget.setAccessibleName(
                tr("{label}, changed").format(label=label) if changed else label
            )

    def show_problem(self, text: str) -> None:
        """Say below the editor why its value cannot be used; the value in force stays."""
        self.problem.setText(tr(text))
        self.problem.show()

    def _describe(self) -> None:
        about = f"{tr(self.spec.help)} ({tr(self.spec.technical)})"
        self.setToolTip(tooltip_of(about))
        for widget in self.editor.widgets:
            widget.setAccessibleDescription(about)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.reset_button, 0, 1)
        if self.editor.beside_label is not None:
            self.editor.beside_label.setFixedWidth(64)
            grid.addWidget(self.editor.beside_label, 0, 2)
        if self.editor.below_label is not None:
            grid.addWidget(self.editor.below_label, 1, 0, 1, 3)
        grid.addWidget(self.problem, 2, 0, 1, 3)

    def _draw(self) -> None:
        self.reset_button.setIcon(self._themes.theme.icon("reset", "accent"))
