"""The panel at the right: how long, how wild, and the finer settings folded away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import mark, tr
from ownhand.core.errors import SettingsError
from ownhand.core.sampling import SPECS, SettingSpec
from ownhand.core.settings import Settings
from ownhand.ui.panels.app_fields import APP_FIELDS
from ownhand.ui.panels.fold import Fold
from ownhand.ui.panels.setting_field import SettingField
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.preset_words import preset_about
from ownhand.ui.theme import ThemeSwitch

WIDTH = 284

GROUP_TITLES = {
    "cutting": mark("Which words may come"),
    "repetition": mark("Repetition"),
    "words": mark("Words and endings"),
    "search": mark("Search"),
    "writing": mark("While it writes"),
}


class SidePanel(QFrame):
    """Built from `SPECS`: a setting that is declared there appears here without more ado.

    Attributes:
        fields: Every field by its name, also those of `APP_FIELDS`.
    """

    def __init__(
        self,
        choice: PresetChoice,
        settings: SettingsOwner,
        themes: ThemeSwitch,
        parent: QWidget | None = None,
        specs: dict[str, SettingSpec] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName(tr("Settings"))
        self.setMinimumWidth(WIDTH)
        self._choice = choice
        self._settings = settings
        self._themes = themes
        self._specs = SPECS if specs is None else specs
        self.fields: dict[str, SettingField] = {}
        self.folds: dict[str, Fold] = {}
        self._note = QLabel(self)
        self._note.setObjectName("panelNote")
        self._note.setWordWrap(True)
        self.reset_all_button = QPushButton(tr("Back to the preset"), self)
        self.reset_all_button.setObjectName("plainButton")
        self.reset_all_button.clicked.connect(lambda: self._choice.reset())
        self._build()
        choice.sampling_changed.connect(self.refresh)
        choice.preset_chosen.connect(self.refresh)
        choice.presets_changed.connect(self.refresh)
        settings.settings_changed.connect(self._on_settings_changed)
        self.refresh()
        self._on_settings_changed(settings.value)

    def refresh(self) -> None:
        """Show the values in force and what differs from the preset."""
        changed = set(self._choice.changed_names)
        for name, field in self.fields.items():
            if name in self._specs:
                field.show_value(getattr(self._choice.sampling, name), changed=name in changed)
        for group, fold in self.folds.items():
            fold.mark(sum(1 for n in changed if n in self._specs and self._specs[n].group == group))
        self._note.setText(preset_about(self._choice.preset))
        self.reset_all_button.setVisible(bool(changed))

    def settle(self) -> None:
        """Take over what the writer is still typing in a field, as leaving it would."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
            focused.setFocus()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 14, 6, 14)
        column.setSpacing(12)
        heading = QLabel(tr("Writing"), inside)
        heading.setObjectName("panelHeading")
        column.addWidget(heading)
        column.addWidget(self._note)
        column.addWidget(self.reset_all_button)
        specs = APP_FIELDS | self._specs
        for name, spec in specs.items():
            if spec.group == "basic":
                column.addWidget(self._field(name, spec))
        declared = (*self._specs.values(), *APP_FIELDS.values())
        groups = dict.fromkeys(spec.group for spec in declared if spec.group != "basic")
        folds = QVBoxLayout()
        folds.setSpacing(2)
        column.addLayout(folds)
        for group in groups:
            fold = Fold(tr(GROUP_TITLES.get(group, group.capitalize())), self._themes, inside)
            for name, spec in specs.items():
                if spec.group == group:
                    fold.add(self._field(name, spec))
            self.folds[group] = fold
            folds.addWidget(fold)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # no jump of the rest
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setEnabled(high > 0))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _field(self, name: str, spec: SettingSpec) -> SettingField:
        field = SettingField(name, spec, self._themes, self)
        field.value_edited.connect(self._on_field_edited)
        field.reset_requested.connect(self._choice.reset)
        self.fields[name] = field
        return field

    def _on_field_edited(self, name: str, value: Any) -> None:
        if name not in self._specs:
            self._settings.change(**{name: value})
            return
        try:
            self._choice.change({name: value})
        except SettingsError as problem:
            self.fields[name].show_problem(str(problem))

    def _on_settings_changed(self, value: Settings) -> None:
        for name in APP_FIELDS:
            self.fields[name].show_value(getattr(value, name), changed=False)
