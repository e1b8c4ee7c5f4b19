"""What a preset makes of the writer's text: a sample, and another beside it to compare."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.core.presets import Preset
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.preset_words import preset_name
from ownhand.ui.presets.preset_shelf import PresetShelf
from ownhand.ui.presets.sample_view import SampleView
from ownhand.ui.presets.sampler_bench import SamplerBench
from ownhand.ui.shell import Shell

_PAUSE_MS = 500


class SamplePane(QWidget):
    """Tries a preset out from the caret on, on wish and again after each change.

    Attributes:
        running: Whether a sample is being written.
    """

    def __init__(self, shell: Shell, shelf: PresetShelf, preset: Preset, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._preset = preset
        self._bench = SamplerBench(shell, self)
        self._pause = Delay(_PAUSE_MS, self._try, self)
        value = shell.settings.value
        face = (value.font_family, value.font_points)
        self.sample = SampleView(shell.themes, face, self)
        self.other_sample = SampleView(shell.themes, face, self)
        self.other_sample.hide()
        self.try_button = QPushButton(self)
        self.try_button.setObjectName("plainButton")
        self.compare = CalmCombo(self)
        self.compare.setAccessibleName(tr("Beside it"))
        self.follow = QCheckBox(tr("Again after each change"), self)
        self.follow.setChecked(True)
        self.hindrance = QLabel(self)
        self.hindrance.setObjectName("settingHelp")
        self.hindrance.setWordWrap(True)
        self._arrange()
        self.try_button.clicked.connect(self._on_try_clicked)
        self.compare.activated.connect(self._on_compare_activated)
        self._bench.running_changed.connect(self._show_bench)
        shell.models.loaded_changed.connect(self._show_bench)
        shell.generation.state_changed.connect(self._show_bench)
        self._show_bench()

    @property
    def running(self) -> bool:
        """Whether a sample is being written."""
        return self._bench.running

    def show_preset(self, preset: Preset) -> None:
        """The preset to be tried out, as it is from now on."""
        self._preset = preset
        self.sample.show_title(preset_name(preset))

    def show_presets(self) -> None:
        """What can be compared with, as it is now."""
        other = self.compare.currentData()
        self.compare.clear()
        self.compare.addItem(tr("Nothing"), "")
        for preset in self._shelf.presets:
            self.compare.addItem(preset_name(preset), preset.name)
        self.compare.setCurrentIndex(max(0, self.compare.findData(other)))

    def follow_change(self) -> None:
        """The preset was changed: try it out again, if it was tried and the writer wants that."""
        if self.follow.isChecked() and self.sample.sample:
            self._pause.start()

    def stop(self) -> None:
        """Write no more."""
        self._bench.stop()

    def _arrange(self) -> None:
        beside = QHBoxLayout()
        label = QLabel(tr("Beside it"), self)
        label.setBuddy(self.compare)
        beside.addWidget(label)
        beside.addWidget(self.compare, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 14, 14)
        column.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.follow)
        column.addLayout(beside)
        column.addWidget(self.hindrance)
        column.addWidget(self.sample, 1)
        column.addWidget(self.other_sample, 1)

    def _on_try_clicked(self) -> None:
        if self._bench.running:
            self._bench.stop()
        else:
            self._bench.new_seed()
            self._try()

    def _try(self) -> None:
        wishes = [(self.sample, self._preset)]
        other = self._shelf.named(str(self.compare.currentData()))
        if other is not None:
            wishes.append((self.other_sample, other))
        self._bench.start(wishes)

    def _on_compare_activated(self) -> None:
        other = self._shelf.named(str(self.compare.currentData()))
        self.other_sample.setVisible(other is not None)
        if other is not None:
            self.other_sample.show_title(preset_name(other))
            self.other_sample.begin("")
            if self.sample.sample:
                self._try()

    def _show_bench(self) -> None:
        hindrance = self._bench.hindrance
        self.hindrance.setText(hindrance)
        self.hindrance.setVisible(bool(hindrance))
        self.try_button.setEnabled(not hindrance)
        again = tr("&Try again") if self.sample.sample else tr("&Try it on my text")
        self.try_button.setText(tr("&Stop") if self._bench.running else again)
