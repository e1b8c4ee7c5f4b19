"""The row above the page: which text, which model, which preset, and the one primary button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.preset_words import preset_about, preset_name
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.tooltip import tooltip_of


class Header(QFrame):
    """Shows titles and takes wishes; the controllers decide.

    Attributes:
        model_button: Opens the menu of models.
        preset_box: The list of presets.
        primary: Continue, or Stop while something is written.
        panel_button: Shows and hides the side panel.
    """

    continue_requested = Signal()
    """Write on from the caret."""
    stop_requested = Signal()
    """Stop writing; what stands there stays."""

    def __init__(
        self,
        choice: PresetChoice,
        model_menu: QMenu,
        themes: ThemeSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._choice = choice
        self._themes = themes
        self._streaming = False
        self._model_missing = self._other_primary = False
        self.title_label = ElidedLabel(self)
        self.title_label.setObjectName("documentTitle")
        self.state_label = QLabel(self)
        self.state_label.setObjectName("documentState")
        self.model_button = QToolButton(self)
        self.model_button.setObjectName("modelButton")
        self.model_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.model_button.setMenu(model_menu)
        self.model_button.setToolTip(tr("Choose, add or remove a model"))
        maximum, fixed = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        self.model_button.setSizePolicy(maximum, fixed)  # gives way before Continue does
        self.model_button.setMinimumWidth(80)
        self.preset_box = CalmCombo(self)
        self.preset_box.setAccessibleName(tr("Preset"))
        self.preset_box.setMinimumContentsLength(11)
        self.preset_box.setMinimumWidth(80)
        self.preset_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.primary = QPushButton(self)
        self.primary.setObjectName("primaryButton")
        self.primary.setIconSize(QSize(16, 16))
        self.primary.setSizePolicy(fixed, fixed)
        self.primary.clicked.connect(self._on_primary_clicked)
        self.panel_button = QToolButton(self)
        self.panel_button.setCheckable(True)
        self.panel_button.setIconSize(QSize(20, 20))
        self.panel_button.setAccessibleName(tr("Settings panel"))
        self.panel_button.setToolTip(tr("Show or hide the settings"))
        # A click leaves the keys to the page, where the writer is.
        for control in (self.model_button, self.preset_box, self.primary, self.panel_button):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()
        self._list_presets()
        self.preset_box.activated.connect(self._on_preset_activated)
        choice.preset_chosen.connect(self._show_preset)
        choice.sampling_changed.connect(self._show_preset)
        choice.presets_changed.connect(self._on_presets_changed)
        themes.theme_changed.connect(self._draw)
        self._show_preset()
        self.show_streaming(False)
        self.show_model(tr("No model"), "")

    def show_document(self, title: str, state: str) -> None:
        """Show the title, and whether it is saved."""
        self.title_label.set_text(title)
        self.state_label.setText(f"· {state}" if state else "")

    def show_model(self, title: str, about: str) -> None:
        """Show which model writes; `about` is read out and shown as a tooltip."""
        self.model_button.setText(title)
        self.model_button.setAccessibleName(tr("Model: {title}").format(title=title))
        self.model_button.setToolTip(about or tr("Choose, add or remove a model"))

    def show_streaming(self, streaming: bool, label: str = "") -> None:
        """Turn the primary button into Stop, or back into Continue."""
        self._streaming = streaming
        self._label_primary((label or tr("Stop")) if streaming else tr("Continue"))

    def show_model_missing(self, missing: bool) -> None:
        """Let Continue step back while there is no model: getting one is the thing to do then."""
        if missing != self._model_missing:
            self._model_missing = missing
            self._label_primary(tr("Continue"))

    def show_other_primary(self, other: bool) -> None:
        """Let Continue step back while something else asks for an answer, as a proposal does."""
        if other != self._other_primary:
            self._other_primary = other
            self._dress_primary()

    def _label_primary(self, name: str) -> None:
        keys = QKeySequence("Ctrl+Return")
        does = tr("Let the model write on from the caret")
        if self._streaming:
            keys, does = QKeySequence(Qt.Key.Key_Escape), tr("Stop writing; the text so far stays")
        elif self._model_missing:
            does = tr("There is no model yet that could write on: get one first")
        self.primary.setText(f" {name}")  # air after the icon
        self.primary.setAccessibleName(name)
        shortcut = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.primary.setToolTip(f"{does} ({shortcut})")
        self._dress_primary()

    @property
    def _steps_back(self) -> bool:
        return self._model_missing or (self._other_primary and not self._streaming)

    def _dress_primary(self) -> None:
        self.primary.setProperty("secondary", self._steps_back)
        self.primary.style().unpolish(self.primary)
        self.primary.style().polish(self.primary)
        self._draw()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.title_label)
        row.addWidget(self.state_label)
        row.addSpacing(16)
        row.addStretch(1)
        row.addWidget(self.model_button)
        row.addWidget(self.preset_box)
        row.addSpacing(4)
        row.addWidget(self.primary)
        row.addWidget(self.panel_button)

    def _list_presets(self) -> None:
        self.preset_box.clear()
        for preset in self._choice.presets:
            self.preset_box.addItem(preset_name(preset))
            last = self.preset_box.count() - 1
            self.preset_box.setItemData(last, preset_about(preset), Qt.ItemDataRole.ToolTipRole)

    def _on_presets_changed(self) -> None:
        self._list_presets()
        self._show_preset()

    def _show_preset(self) -> None:
        names = [preset.name for preset in self._choice.presets]
        index = names.index(self._choice.preset.name)
        changed = bool(self._choice.changed_names)
        shown = [preset_name(preset) for preset in self._choice.presets]
        for row in range(len(names)):
            self.preset_box.setItemText(
                row, f"{shown[row]} *" if changed and row == index else shown[row]
            )
        self.preset_box.setCurrentIndex(index)
        about = preset_about(self._choice.preset)
        changes = " " + tr("Changed by you.") if changed else ""
        self.preset_box.setToolTip(tooltip_of(about + changes))
        self.preset_box.setAccessibleDescription(about)

    def _on_preset_activated(self, row: int) -> None:
        self._choice.choose(self._choice.presets[row].name)

    def _on_primary_clicked(self) -> None:
        if self._streaming:
            self.stop_requested.emit()
        else:
            self.continue_requested.emit()

    def _draw(self) -> None:
        theme = self._themes.theme
        colour = "ink" if self._steps_back else "on_accent"
        self.primary.setIcon(theme.icon("stop" if self._streaming else "continue", colour))
        self.panel_button.setIcon(theme.icon("panel", "muted"))
