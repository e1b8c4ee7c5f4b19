"""All settings of a preset, each with the sentence that says what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.core.sampling import SPECS, SamplingSettings
from ownhand.ui.panels.setting_field import SettingField
from ownhand.ui.panels.side_panel import GROUP_TITLES
from ownhand.ui.theme import ThemeSwitch


class PresetFields(QFrame):
    """Built from `SPECS`, as the panel is.

    Attributes:
        fields: Every field by its name.
    """

    value_edited = Signal(str, object)
    """Field name and the value the writer gave; it may be wrong."""
    reset_requested = Signal(str)
    """Field name: back to what it was when the preset was opened."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.fields: dict[str, SettingField] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 8, 10, 14)
        column.setSpacing(10)
        group = ""
        for name, spec in sorted(SPECS.items(), key=lambda item: _place(item[1].group)):
            if spec.group != group and spec.group != "basic":
                heading = QLabel(tr(GROUP_TITLES.get(spec.group, spec.group)), inside)
                heading.setObjectName("panelHeading")
                column.addSpacing(6)
                column.addWidget(heading)
            group = spec.group
            field = SettingField(name, spec, themes, inside)
            field.value_edited.connect(self.value_edited)
            field.reset_requested.connect(self.reset_requested)
            about = QLabel(tr(spec.help), inside)
            about.setObjectName("settingHelp")
            about.setWordWrap(True)
            about.setContentsMargins(4, 0, 0, 0)
            self.fields[name] = field
            column.addWidget(field)
            column.addWidget(about)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_settings(
        self, settings: SamplingSettings, before: SamplingSettings, editable: bool
    ) -> None:
        """Show values, and which of them differ from what they were."""
        for name, field in self.fields.items():
            value = getattr(settings, name)
            field.show_value(value, changed=value != getattr(before, name))
            for widget in field.editor.widgets:
                widget.setEnabled(editable)


def _place(group: str) -> int:
    groups = ["basic", *GROUP_TITLES]
    return groups.index(group) if group in groups else len(groups)
