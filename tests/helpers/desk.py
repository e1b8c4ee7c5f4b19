"""A whole window with a scripted generator and a store of this test's making."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
)
from pytestqt.qtbot import QtBot
from tests.helpers.scripted_generator import ScriptedGenerator, model_info

from ownhand.app import window_loop
from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.bridge.verbatim_watch import VerbatimWatch
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.core.paths import Paths
from ownhand.core.presets import all_presets
from ownhand.core.settings import load_settings
from ownhand.engine.lane import Lane
from ownhand.models.manifest import Manifest
from ownhand.ui.main_window import MainWindow
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.training_door import TrainingDoor


class ShelfStore:
    """Models by name, in memory; `add` takes any source unless told that it fails."""

    def __init__(self, *infos: ModelInfo) -> None:
        self.infos = {info.slug: info for info in infos}
        self.problem: ModelError | None = None
        self.hold = False

    def list(self) -> tuple[ModelInfo, ...]:
        return tuple(self.infos.values())

    def manifest(self, slug: str) -> Manifest:
        raise ModelError("There is no file to read it from.")

    def remove(self, slug: str) -> None:
        if self.problem is not None:
            raise self.problem
        del self.infos[slug]

    def add(self, source: str, cancel: CancelToken) -> Iterator[Stage | ModelInfo]:
        yield Stage("Reading the file", 1, 4)
        while self.hold:
            cancel.raise_if_cancelled()
        if self.problem is not None:
            raise self.problem
        info = model_info(Path(source).stem, Path(source).stem.title())
        self.infos[info.slug] = info
        yield info


@dataclass
class Desk:
    """A window and what stands behind it."""

    window: MainWindow
    bot: QtBot
    generator: ScriptedGenerator
    store: ShelfStore
    settings: SettingsOwner
    tasks: Tasks
    loop: asyncio.AbstractEventLoop
    paths: Paths
    faults: list[BaseException] = field(default_factory=list)
    closed: bool = False

    def begin(self, file: Path | None = None) -> None:
        """Show the window and have it load its model."""
        self.window.show()
        self.window.begin(file)
        self.until(lambda: self.window.models.listed)

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=20_000)  # others may share the machine

    def until_idle(self) -> None:
        self.until(lambda: self.window.generation.state == "idle")

    def write(self, text: str) -> None:
        """The writer types; what has no key is pasted."""
        if text.isascii():
            QTest.keyClicks(self.window.page, text)
        else:
            self.window.page.insertPlainText(text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """The writer presses a key on the page."""
        QTest.keyClick(self.window.page, key, modifier)

    def text(self) -> str:
        return self.window.page.text()

    def message(self, key: str) -> str:
        """The message shown about `key`, or ""."""
        bar = self.window.messages.shown(key)
        return bar.label.text() if bar else ""

    def press(self, key: str, label: str) -> None:
        """Press a button of a message."""
        bar = self.window.messages.shown(key)
        assert bar is not None, f"no message about {key}"
        next(b for b in bar.buttons if b.text() == label).click()

    def dialog(self) -> QDialog:
        """The dialog that asks, once it is there."""

        def found() -> list[QDialog]:
            return [d for d in self.window.findChildren(QDialog) if d.isVisible()]

        self.until(lambda: bool(found()))
        return found()[0]

    def answer(self, label: str) -> None:
        """Press a button of the question that is open."""
        box = self.dialog()
        assert isinstance(box, QMessageBox)
        button: QAbstractButton = next(b for b in box.buttons() if b.text() == label)
        button.click()

    def choose_file(self, path: Path | None) -> None:
        """Choose a file in the open file dialog, or cancel it."""
        dialog = self.dialog()
        assert isinstance(dialog, QFileDialog)
        if path is None:
            dialog.reject()
            return
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        dialog.accept()

    def close(self) -> None:
        """Let go of everything, as at the end of the program; twice does no harm."""
        if self.closed:
            return
        self.closed = True
        self.generator.allow(1000)
        self.window.shut_down(5.0)
        self.window.hide()
        self.window.deleteLater()


def make_desk(
    bot: QtBot, application: QApplication, root: Path, *infos: ModelInfo, gated: bool = False
) -> Desk:
    """Build a desk; its folders lie below `root`."""
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    paths = Paths(root / "data", root / "config", root / "cache", root / "logs")
    generator, store = ScriptedGenerator(gated=gated), ShelfStore(*infos)
    settings = SettingsOwner(load_settings(paths.settings_file), paths.settings_file)
    loop = window_loop(application)
    faults: list[BaseException] = []
    tasks = Tasks(loop, faults.append)
    themes = ThemeSwitch(application, settings.value.theme)
    training = TrainingJobs(paths, lambda: settings.value.backend)
    window = MainWindow(
        settings,
        all_presets(paths),
        themes,
        tasks,
        ModelJobs(generator, lambda: store, paths.cache),  # type: ignore[arg-type,return-value]
        LaneBridge(Lane()),
        LaneBridge(Lane("fetch-lane")),
        VerbatimWatch(LaneBridge(Lane("verbatim-lane")), paths),
        TrainingDoor(training, LaneBridge(Lane("training-lane")), settings, themes, tasks, paths),
        paths,
    )
    return Desk(window, bot, generator, store, settings, tasks, loop, paths, faults)
