"""The way from the main window to the training window, which is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.core.paths import Paths
from ownhand.ui.theme import ThemeSwitch

if TYPE_CHECKING:  # most starts of the program never see it
    from ownhand.ui.training.training_window import TrainingWindow


class TrainingDoor(QObject):
    """Opens the training window and closes what is behind it.

    Attributes:
        window: The training window, once it was opened.
    """

    model_wanted = Signal(str)
    """The writer wants to write with this model (its slug)."""

    def __init__(
        self,
        jobs: TrainingJobs,
        bridge: LaneBridge,
        settings: SettingsOwner,
        themes: ThemeSwitch,
        tasks: Tasks,
        paths: Paths,
    ) -> None:
        super().__init__()
        self.window: TrainingWindow | None = None
        self._jobs = jobs
        self._bridge = bridge
        self._settings = settings
        self._themes = themes
        self._tasks = tasks
        self._paths = paths

    def open(self, over: QWidget) -> None:
        """Show the training window beside the window `over`, which it goes with."""
        self._tasks.start(self._open(over))

    def close(self, timeout_s: float) -> bool:
        """Let go of all but the runs, which go on; whether the lane ended in time."""
        if self.window is not None:
            self.window.leave()
        self._bridge.lane.cancel_all()
        self._jobs.close()
        return self._bridge.close(timeout_s)

    async def _open(self, over: QWidget) -> None:
        if self.window is None:
            await self._tasks.in_thread(_imported)
        if self.window is None:
            from ownhand.ui.training.training_window import TrainingWindow

            self.window = TrainingWindow(
                self._jobs, self._bridge, self._paths, self._settings, self._themes, self._tasks,
                over,
            )  # fmt: skip
            self.window.model_wanted.connect(self._on_window_model_wanted)
        self.window.open()

    def _on_window_model_wanted(self, slug: str) -> None:
        """Make way for the page: that is where one writes."""
        if self.window is not None:
            self.window.close()
            main = self.window.parentWidget()
            if main is not None:
                main.activateWindow()
        self.model_wanted.emit(slug)


def _imported() -> None:
    """Import the window's modules, in a thread: some take longer than the writer's keys may wait."""
    import ownhand.ui.training.training_window  # noqa: F401
