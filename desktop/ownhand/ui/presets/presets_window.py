"""The window in which presets are made, changed, tried out, taken over and passed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.core.errors import BadInputError, SettingsError
from ownhand.core.presets import LONGEST_NAME, Preset
from ownhand.core.sampling import SamplingSettings
from ownhand.ui.icon_button import IconButton
from ownhand.ui.preset_words import preset_about, preset_name
from ownhand.ui.presets.model_defaults import ModelDefaults
from ownhand.ui.presets.preset_fields import PresetFields
from ownhand.ui.presets.preset_shelf import PresetShelf
from ownhand.ui.presets.sample_pane import SamplePane
from ownhand.ui.shell import Shell
from ownhand.ui.tooltip import tooltip_of

_NAME = Qt.ItemDataRole.UserRole
_LONGEST_DESCRIPTION = 200


class PresetsWindow(QWidget):
    """Left the presets, in the middle the chosen one, right what it makes of the text. Not modal.

    Attributes:
        preset: The preset that is shown; it need not be the one in use.
    """

    import_requested = Signal()
    """Take over a preset from a file."""
    export_requested = Signal()
    """Write the shown preset to a file."""

    def __init__(self, shell: Shell, shelf: PresetShelf, defaults: ModelDefaults) -> None:
        super().__init__(shell.window, Qt.WindowType.Window)
        self.setObjectName("trainingWindow")  # the ground of a window of its own
        self.setWindowTitle(tr("Presets"))
        self.resize(1040, 720)
        self._shell = shell
        self._shelf = shelf
        self._defaults = defaults
        self.preset: Preset = shell.choice.preset
        self._before: SamplingSettings = self.preset.settings
        self._undo: Callable[[], None] = lambda: None
        self._make_list()
        self._make_middle()
        self.samples = SamplePane(shell, shelf, self.preset, self)
        self._make_note()
        self._arrange()
        self._connect()
        self._list()
        self.show_preset(shell.choice.preset.name)

    # --- parts ----------------------------------------------------------------------------------

    def _make_list(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find a preset"))
        self.search.setAccessibleName(tr("Find a preset"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Presets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new_button = IconButton("add", tr("New preset"), self._shell.themes, self)
        self.delete_button = IconButton("trash", tr("Delete the preset"), self._shell.themes, self)
        self.duplicate_button = QPushButton(tr("D&uplicate"), self)
        self.duplicate_button.setObjectName("plainButton")
        self.more_button = QToolButton(self)
        self.more_button.setText(tr("More"))
        self.more_button.setAccessibleName(tr("More: take presets over, pass them on"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setStyleSheet("padding-right: 24px;")
        menu = QMenu(self.more_button)
        menu.addAction(tr("&Take over from a file …")).triggered.connect(self.import_requested)
        menu.addAction(tr("&Write to a file …")).triggered.connect(self.export_requested)
        self.more_button.setMenu(menu)

    def _make_middle(self) -> None:
        self.name = QLineEdit(self)
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.description = QLineEdit(self)
        self.description.setAccessibleName(tr("Description"))
        self.description.setPlaceholderText(tr("What it does to the writing, in one line"))
        self.description.setMaxLength(_LONGEST_DESCRIPTION)
        self.about = QLabel(self)
        self.about.setObjectName("settingHelp")
        self.about.setWordWrap(True)
        self.use_button = QPushButton(tr("&Use it"), self)
        self.use_button.setObjectName("primaryButton")
        self.neutral_button = QPushButton(tr("Back to &neutral"), self)
        self.neutral_button.setObjectName("plainButton")
        self.neutral_button.setToolTip(tr("All settings off: the model as it is"))
        self.default_box = QCheckBox(self)
        self.default_box.setToolTip(tr("Choose this preset whenever the model is loaded"))
        self.fields = PresetFields(self._shell.themes, self)

    def _make_note(self) -> None:
        self.note_row = QWidget(self)
        self.note = QLabel(self.note_row)
        self.note.setWordWrap(True)
        self.undo_button = QPushButton(tr("U&ndo"), self.note_row)
        self.undo_button.setObjectName("plainButton")
        self.note_row.hide()

    def _arrange(self) -> None:
        left, middle = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 14, 8, 14)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.new_button, self.delete_button, self.duplicate_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.more_button)
        column.addLayout(row)

        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 14, 8, 14)
        for field in (self.name, self.description, self.about):
            column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.use_button)
        row.addWidget(self.neutral_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.default_box)
        column.addWidget(self.fields, 1)

        panes = QSplitter(self)
        panes.setObjectName("panes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for part, width in ((left, 290), (middle, 360), (self.samples, 390)):
            part.setMinimumWidth(min(width, 290))
            panes.addWidget(part)
        panes.setSizes([290, 360, 390])
        panes.setStretchFactor(2, 1)
        note = QHBoxLayout(self.note_row)
        note.setContentsMargins(16, 4, 16, 10)
        note.addWidget(self.note, 1)
        note.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(panes, 1)
        layout.addWidget(self.note_row)

    def _connect(self) -> None:
        shell = self._shell
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemActivated.connect(lambda _item: self.use())
        self.new_button.clicked.connect(self.make_new)
        self.duplicate_button.clicked.connect(self.duplicate)
        self.delete_button.clicked.connect(self.delete)
        self.name.editingFinished.connect(self._rename)
        self.description.editingFinished.connect(self._describe)
        self.use_button.clicked.connect(self.use)
        self.neutral_button.clicked.connect(lambda: self._change(SamplingSettings()))
        self.default_box.clicked.connect(self._on_default_clicked)
        self.fields.value_edited.connect(self._on_value_edited)
        self.fields.reset_requested.connect(
            lambda name: self._on_value_edited(name, getattr(self._before, name))
        )
        self.undo_button.clicked.connect(self._on_undo_clicked)
        shell.choice.presets_changed.connect(self._list)
        shell.choice.preset_chosen.connect(self._list)
        shell.models.loaded_changed.connect(self._show_default)
        self._defaults.defaults_changed.connect(self._list)
        self._shelf.saving_failed.connect(self.tell)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_escape)

    # --- what the writer does -------------------------------------------------------------------

    def show_preset(self, name: str) -> None:
        """Show a preset, with what it was as the state to come back to."""
        preset = self._shelf.named(name)
        if preset is None:
            return
        if preset.name != self.preset.name:
            self.samples.stop()
        self.preset, self._before = preset, preset.settings
        self._draw()
        self._select(name)

    def use(self) -> None:
        """Let the window write with the shown preset."""
        self._shell.choice.choose(self.preset.name)
        if self._shell.choice.changed_names:
            self._shell.choice.reset()
        self._draw()

    def make_new(self) -> None:
        """A new preset with everything off."""
        self._show_new(self._shelf.add(Preset(tr("My preset"))))

    def duplicate(self) -> None:
        """A preset of the writer's own, like the shown one."""
        copy = Preset(
            tr("{name} copy").format(name=preset_name(self.preset)),
            preset_about(self.preset),
            self.preset.settings,
        )
        self._show_new(self._shelf.add(copy))

    def delete(self) -> None:
        """Delete the shown preset; it can be had back."""
        gone = self.preset
        if gone.builtin:
            return
        row, in_use = self.list.currentRow(), self._shell.choice.preset.name == gone.name
        models = self._defaults.models_of(gone.name)
        self._shelf.delete(gone)
        self._defaults.rename(gone.name, "")
        left = self._shelf.presets[max(0, min(row, len(self._shelf.presets) - 1))]
        self.show_preset(left.name)

        def bring_back() -> None:
            kept = self._shelf.add(gone)
            for slug in models:
                self._defaults.set_preset(slug, kept.name)
            if in_use:
                self._shell.choice.choose(kept.name)
            self.show_preset(kept.name)

        self.tell(tr("“{name}” was deleted.").format(name=gone.name), bring_back)

    def tell(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say something below, with a way back if there is one."""
        self.note.setText(sentence)
        self.undo_button.setVisible(undo is not None)
        self._undo = undo or (lambda: None)
        self.note_row.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing goes on behind a closed window."""
        self.samples.stop()
        self.note_row.hide()
        super().closeEvent(event)

    def _show_new(self, preset: Preset) -> None:
        self.search.clear()
        self.show_preset(preset.name)
        self.name.setFocus()
        self.name.selectAll()

    def _change(self, settings: SamplingSettings) -> None:
        if not self.preset.builtin:
            self.preset = self._shelf.change(self.preset, settings, self.preset.description)
            self._draw()
            self.samples.follow_change()

    def _on_value_edited(self, name: str, value: Any) -> None:
        try:
            self._change(SamplingSettings.from_values({name: value}, base=self.preset.settings))
        except SettingsError as problem:
            self.fields.fields[name].show_problem(tr(str(problem)))

    def _rename(self) -> None:
        if self.preset.builtin or self.name.text() == self.preset.name:
            return
        old = self.preset.name
        try:
            self.preset = self._shelf.rename(self.preset, self.name.text())
        except BadInputError as problem:
            self.tell(tr(str(problem)))
            self.name.setText(old)
            return
        self._defaults.rename(old, self.preset.name)
        self.note_row.hide()
        self._draw()
        self._select(self.preset.name)

    def _describe(self) -> None:
        if not self.preset.builtin:
            text = " ".join(self.description.text().split())
            self.preset = self._shelf.change(self.preset, self.preset.settings, text)

    def _on_default_clicked(self, on: bool) -> None:
        loaded = self._shell.models.loaded
        if loaded is not None:
            self._defaults.set_preset(loaded.info.slug, self.preset.name if on else "")

    def _on_undo_clicked(self) -> None:
        self.note_row.hide()
        self._undo()

    def _on_escape(self) -> None:
        if self.samples.running:
            self.samples.stop()
        else:
            self.close()

    def _on_current_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(_NAME) != self.preset.name:
            self.show_preset(str(item.data(_NAME)))

    # --- showing --------------------------------------------------------------------------------

    def _draw(self) -> None:
        preset, choice = self.preset, self._shell.choice
        own = not preset.builtin
        if self.name.text() != preset_name(preset):
            self.name.setText(preset_name(preset))
        self.name.setReadOnly(not own)
        self.description.setVisible(own)
        if self.description.text() != preset.description:
            self.description.setText(preset.description)
            self.description.setCursorPosition(0)
        self.about.setText(
            ""
            if own
            else tr("{about} It comes with Ownhand; duplicate it to change it.").format(
                about=preset_about(preset)
            )
        )
        self.about.setVisible(not own)
        self.delete_button.setEnabled(own)
        self.neutral_button.setEnabled(own and preset.settings != SamplingSettings())
        in_use = choice.preset.name == preset.name
        self.use_button.setEnabled(not in_use or bool(choice.changed_names))
        self.use_button.setText(tr("In use") if in_use else tr("&Use it"))
        if in_use and choice.changed_names:
            self.use_button.setText(tr("Drop my changes in the panel"))
        self.fields.show_settings(preset.settings, self._before, editable=own)
        self.samples.show_preset(preset)
        self._show_default()

    def _show_default(self) -> None:
        loaded = self._shell.models.loaded
        self.default_box.setVisible(loaded is not None)
        if loaded is not None:
            text = tr("Goes with {model}").format(model=loaded.info.title)
            self.default_box.setText(text.replace("&", "&&"))
            self.default_box.setChecked(
                self._defaults.preset_of(loaded.info.slug) == self.preset.name
            )

    def _list(self) -> None:
        """The list, and what can be compared with, as they are now."""
        shown = self._shelf.named(self.preset.name)
        if shown is not None:
            self.preset = shown
        self.list.blockSignals(True)
        self.list.clear()
        for preset in self._shelf.presets:
            item = QListWidgetItem(self._line(preset))
            item.setData(_NAME, preset.name)
            item.setToolTip(tooltip_of(preset_about(preset)))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, preset_about(preset))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.samples.show_presets()
        self._filter()
        self._select(self.preset.name)
        self._draw()

    def _line(self, preset: Preset) -> str:
        marks = []
        if preset.name == self._shell.choice.preset.name:
            marks.append(tr("in use"))
        slugs = self._defaults.models_of(preset.name)
        titles = {info.slug: info.title for info in self._shell.models.models}
        marks += [tr("for {model}").format(model=titles.get(slug, slug)) for slug in slugs]
        return " · ".join([preset_name(preset), *marks])

    def _filter(self) -> None:
        wanted = self.search.text().casefold().split()
        for row, preset in enumerate(self._shelf.presets):
            text = f"{preset_name(preset)} {preset_about(preset)} {preset.name}".casefold()
            self.list.item(row).setHidden(not all(word in text for word in wanted))

    def _select(self, name: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)
