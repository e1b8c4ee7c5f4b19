"""What there is to see of runs: one while it learns, its report, the blind test, and the list of all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ownhand.bridge.run_watch import RunWatch
from ownhand.bridge.tasks import Tasks
from ownhand.core.paths import Paths
from ownhand.models.store import DirectoryStore
from ownhand.training.runs import RunStore
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.blind_test import BlindTest
from ownhand.ui.training.live_page import LivePage
from ownhand.ui.training.report_page import ReportPage
from ownhand.ui.training.runs_page import RunsPage


class RunPages(QStackedWidget):
    """Goes from one page of a run to the next.

    Args:
        runs: All runs.
        paths: The writer's folders.
        backend: Names the Keras backend that a run is resumed on.
        themes: Colours.
        tasks: Coroutines of the window.
        face: Family of the page's text face; "" is the theme's serif.

    Attributes:
        watch: Follows the run on the live page.
    """

    model_wanted = Signal(str)
    """The writer wants to write with this model (its slug)."""
    spec_wanted = Signal(object)
    """`TrainingSpec`: the writer wants to train this; it can be changed before."""

    def __init__(
        self,
        runs: RunStore,
        paths: Paths,
        backend: Callable[[], str],
        themes: ThemeSwitch,
        tasks: Tasks,
        face: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.watch = RunWatch(runs, paths.models, backend, tasks, self)
        self.live = LivePage(self.watch, themes, tasks, face, self)
        self.report = ReportPage(paths.runs, themes, tasks, face, self)
        self.blind_test = BlindTest(paths.runs, themes, face, self)
        self.list = RunsPage(runs, paths.models, _store_of(paths.models), backend, tasks, self)
        for page in (self.live, self.report, self.blind_test, self.list):
            self.addWidget(page)
        self.live.model_wanted.connect(self.model_wanted)
        self.live.report_wanted.connect(self.show_report)
        self.report.model_wanted.connect(self.model_wanted)
        self.report.blind_test_wanted.connect(self._show_blind_test)
        self.blind_test.closed.connect(self.show_report)
        self.list.run_wanted.connect(self.show_run)
        self.list.report_wanted.connect(self.show_report)
        self.list.spec_wanted.connect(self.spec_wanted)

    def show_run(self, run_id: str, *, just_started: bool = False) -> None:
        """Follow a run."""
        self.live.show_run(run_id, just_started=just_started)
        self.setCurrentWidget(self.live)

    def show_report(self, run_id: str) -> None:
        """Show what a run came to."""
        self.report.show_run(run_id)
        self.setCurrentWidget(self.report)

    def show_list(self) -> None:
        """Show all runs."""
        self.setCurrentWidget(self.list)

    def _show_blind_test(self, run_id: str) -> None:
        self.blind_test.show_run(run_id)
        self.setCurrentWidget(self.blind_test)


def _store_of(models: Path) -> Callable[[], DirectoryStore]:
    return lambda: DirectoryStore(models)
