"""The window in which a model learns from the writer's own texts."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.delay import Delay
from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.training_jobs import TrainingJobs
from ownhand.bridge.translation import mark, tr
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.training.runs import RunStore
from ownhand.training.spec import TrainingSpec
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.progress_strip import ProgressStrip
from ownhand.ui.tab_order import follow_layout
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.draft import Draft, chosen_cleaning, chosen_texts
from ownhand.ui.training.folders_page import FoldersPage
from ownhand.ui.training.inspection_page import InspectionPage
from ownhand.ui.training.page_place import PagePlace
from ownhand.ui.training.phrases import forecast_sentence
from ownhand.ui.training.run_pages import RunPages
from ownhand.ui.training.setup_page import SetupPage
from ownhand.ui.training.spec_files import SpecFiles
from ownhand.ui.training.training_controller import TrainingController
from ownhand.ui.training.ways_out import ways_out

if TYPE_CHECKING:
    from ownhand.corpus.clean import CleaningPreview
    from ownhand.training.inspection import Inspection
    from ownhand.training.planning import Plan

FOLDERS, INSPECTION, SETUP, LIVE = range(4)
_PAGES = ("folders_page", "inspection_page", "setup_page", "run_pages")
_STEPS = (mark("Your texts"), mark("What is in them"), mark("The new model"), mark("Learning"))
_PREVIEW_DELAY_MS = 250


class TrainingWindow(QWidget):
    """Four pages in a row: texts, what is in them, the new model, how it learns.

    It may be closed at any time: what is being read or planned is given up, a run goes on.

    Attributes:
        draft: What is chosen.
        controller: Has it done.
        primary: The one way on.
        back_button: To the page before.
        runs_button: To the list of all runs.
    """

    model_wanted = Signal(str)
    """The writer wants to write with this model (its slug)."""
    run_started = Signal(str)
    """A run (its id) has begun."""

    def __init__(
        self,
        jobs: TrainingJobs,
        bridge: LaneBridge,
        paths: Paths,
        settings: SettingsOwner,
        themes: ThemeSwitch,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("trainingWindow")
        self.setWindowTitle(tr("Learn from my writing"))
        self.setAcceptDrops(True)
        self.resize(900, 720)
        self._jobs = jobs
        self._runs = RunStore(paths.runs)
        self._paths = paths
        self._settings = settings
        self._themes = themes
        self._tasks = tasks
        remembered = settings.value
        spec = TrainingSpec(folders=remembered.training_folders, name=remembered.training_name)
        self.draft = Draft(spec, self)
        self.controller = TrainingController(jobs, bridge, self)
        self.folders_page = FoldersPage(self.draft, themes, tasks)
        self.stack = QStackedWidget(self)
        self._places = [PagePlace(scrolls=page != LIVE) for page in range(len(_PAGES))]
        self.trail = QLabel(self)
        self.trail.setObjectName("panelNote")
        self.messages = MessageArea(themes, self)
        self.strip = ProgressStrip(tr("Reading your texts"), self)
        self.back_button = QPushButton(tr("&Back"), self)
        self.back_button.setObjectName("plainButton")
        self.runs_button = QPushButton(tr("&Earlier trainings"), self)
        self.runs_button.setObjectName("plainButton")
        self.primary = QPushButton(self)
        self.primary.setObjectName("offerButton")
        self._inspected: TrainingSpec | None = None
        self._previewed: tuple[object, ...] = ()
        self._preview_timer = Delay(_PREVIEW_DELAY_MS, self._on_preview_timer_timeout, self)
        self._lay_out()
        self._connect()
        self.go_to(FOLDERS)
        self.folders_page.add_folder_button.setFocus()

    @property
    def page(self) -> int:
        """Which page is shown: `FOLDERS`, `INSPECTION`, `SETUP` or `LIVE`."""
        return self.stack.currentIndex()

    # The pages behind the first are made when they are first wanted: all together take longer than
    # the writer's keys may wait.

    @cached_property
    def inspection_page(self) -> InspectionPage:
        """The second page."""
        page = InspectionPage(self.draft, self._themes)
        page.leave_out_requested.connect(self._on_leave_out_requested)
        self._put(INSPECTION, page)
        return page

    @cached_property
    def setup_page(self) -> SetupPage:
        """The third page."""
        page = SetupPage(self.draft, self._themes)
        files = SpecFiles(self.draft, self._tasks, self)
        files.refused.connect(self._tell_problem)
        page.save_requested.connect(files.ask_save)
        page.open_requested.connect(files.ask_open)
        self._put(SETUP, page)
        return page

    @cached_property
    def run_pages(self) -> RunPages:
        """The last page."""
        settings = self._settings
        pages = RunPages(
            self._runs, self._paths, lambda: settings.value.backend, self._themes, self._tasks,
            settings.value.font_family, self,
        )  # fmt: skip
        pages.model_wanted.connect(self.model_wanted)
        pages.spec_wanted.connect(self._on_spec_wanted)
        self._put(LIVE, pages)
        return pages

    def open(self) -> None:
        """Show the window; with the run that is under way, if there is one."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._tasks.start(self._look_around())

    def go_to(self, page: int) -> None:
        """Show a page."""
        getattr(self, _PAGES[page])  # so that it is there
        self.stack.setCurrentIndex(page)
        names = [tr(step) for step in _STEPS]
        steps = (f"<b>{name}</b>" if n == page else name for n, name in enumerate(names))
        self.trail.setText("  ›  ".join(steps))
        self.trail.setAccessibleName(
            tr("Step {place} of {count}: {name}").format(
                place=page + 1, count=len(names), name=names[page]
            )
        )
        self.messages.clear("problem")
        if page != LIVE:
            self.messages.clear("plan")
        self._refresh()

    def show_run(self, run_id: str, *, just_started: bool = False) -> None:
        """Show a run while it learns."""
        self.run_pages.show_run(run_id, just_started=just_started)
        self.go_to(LIVE)

    def leave(self) -> None:
        """Look no more at any run, at the end of the program."""
        self.hide()
        if "run_pages" in self.__dict__:
            self.run_pages.watch.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is being read or planned; a run goes on without the window."""
        self.controller.let_go()
        self.strip.finish()
        self._inspected = None
        self.go_to(FOLDERS if self.page == INSPECTION else self.page)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is being read or planned; the system's keys for it close the window."""
        if event.key() == Qt.Key.Key_Escape and self.strip.isVisible():
            self._on_cancel_requested()
        elif event.matches(QKeySequence.StandardKey.Close):
            self.close()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Folders and files are welcome anywhere while nothing is under way."""
        if event.mimeData().hasUrls() and not self.controller.doing and self.page != LIVE:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what was dropped on the list."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.go_to(FOLDERS)
            self.folders_page.add(paths)

    def _lay_out(self) -> None:
        for place in self._places:
            self.stack.addWidget(place)
        self._put(FOLDERS, self.folders_page)
        top = QHBoxLayout()
        top.setContentsMargins(24, 14, 24, 6)
        top.addWidget(self.trail)
        foot = QFrame(self)
        foot.setObjectName("trainingFoot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(24, 12, 24, 14)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.runs_button)
        buttons.addStretch(1)
        buttons.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.messages)
        column.addWidget(self.strip)
        column.addWidget(foot)

    def _put(self, number: int, page: QWidget) -> None:
        self._places[number].put(page)
        follow_layout(self)

    def _connect(self) -> None:
        controller = self.controller
        self.primary.clicked.connect(self._on_primary_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.strip.cancel_requested.connect(self._on_cancel_requested)
        self.draft.spec_changed.connect(self._on_spec_changed)
        controller.stage_changed.connect(self._on_stage_changed)
        controller.inspected.connect(self._on_inspected)
        controller.cleaned.connect(self._on_cleaned)
        controller.planned.connect(self._on_planned)
        controller.run_started.connect(self._on_run_started)
        controller.refused.connect(self._on_refused)
        controller.ended.connect(self._on_ended)
        self.runs_button.clicked.connect(self._on_runs_clicked)

    def _refresh(self) -> None:
        """Name the way on and the way back, and say whether they are open."""
        busy = self.controller.doing in ("inspect", "plan", "start")
        label = {FOLDERS: tr("&Look at the texts"), INSPECTION: tr("&Go on"), SETUP: tr("&Train")}
        self.primary.setText(label.get(self.page, ""))
        self.primary.setVisible(self.page != LIVE)
        self.primary.setEnabled(not busy and bool(self.draft.spec.folders))
        self.back_button.setText(tr("Train &another") if self.page == LIVE else tr("&Back"))
        self.back_button.setVisible(self.page != FOLDERS)
        self.back_button.setEnabled(not busy)
        self.runs_button.setEnabled(not busy)
        for place in self._places[:LIVE]:
            place.setEnabled(not busy)

    # --- the writer ------------------------------------------------------------------------------

    def _on_primary_clicked(self) -> None:
        self.messages.clear("problem")
        if self.page == FOLDERS:
            self._inspect()
        elif self.page == INSPECTION:
            self.go_to(SETUP)
            self.setup_page.name_line.setFocus()  # a second Enter must not begin the training
        elif not self.draft.spec.name.strip():
            self._tell_problem(tr("Give the new model a name first."))
            self.setup_page.name_line.setFocus()
        else:
            spec = self.draft.spec
            self._settings.change(training_folders=spec.folders, training_name=spec.name)
            self._begin(tr("Getting ready"))
            self.controller.train(spec)
            self._refresh()

    def _on_back_clicked(self) -> None:
        if self.page == LIVE:
            self.go_to(FOLDERS)
        elif self.page == SETUP and self._is_inspected():
            self.go_to(INSPECTION)
            self._preview_soon()  # a recipe may clean in another way
        elif self.page == SETUP:
            self._inspect()
        else:
            self.go_to(FOLDERS)

    def _on_runs_clicked(self) -> None:
        self.run_pages.show_list()
        self.go_to(LIVE)

    def _on_spec_wanted(self, spec: TrainingSpec) -> None:
        self.draft.put(spec)
        self.go_to(FOLDERS)

    def _on_cancel_requested(self) -> None:
        if self.controller.doing != "start":
            self.controller.cancel()
            self.strip.show_stopping()

    def _on_leave_out_requested(self, files: tuple[str, ...]) -> None:
        left_out = dict.fromkeys([*self.draft.spec.without, *files])
        self.draft.change(without=tuple(left_out))
        self._inspect()

    def _on_spec_changed(self, _spec: TrainingSpec) -> None:
        self._preview_soon()
        self._refresh()

    def _preview_soon(self) -> None:
        """Show what the cleaning comes to, if it is another one by now."""
        spec, seen = self.draft.spec, self._inspected
        same = seen is not None and (seen.folders, seen.without) == (spec.folders, spec.without)
        if self.page == INSPECTION and same and chosen_cleaning(spec) != self._previewed:
            self._preview_timer.start()

    def _on_preview_timer_timeout(self) -> None:
        if self.page == INSPECTION and self.controller.doing in ("", "preview"):
            self._previewed = chosen_cleaning(self.draft.spec)
            self.controller.preview(self.draft.spec)

    def _inspect(self) -> None:
        self._begin(tr("Looking through the folders"))
        self._inspected = self.draft.spec
        self.controller.inspect(self.draft.spec)
        self._refresh()
        QTimer.singleShot(0, self, lambda: self.inspection_page)  # made while the texts are read

    def _is_inspected(self) -> bool:
        """Whether what was found still is what is chosen, cleaning apart."""
        old, new = self._inspected, self.draft.spec
        return old is not None and chosen_texts(old) == chosen_texts(new)

    def _begin(self, label: str) -> None:
        self.messages.clear("problem")
        self.strip.show_stage(Stage(label))
        self.strip.cancel_button.setFocus()

    # --- what happens ----------------------------------------------------------------------------

    def _on_stage_changed(self, stage: Stage) -> None:
        if self.controller.doing != "preview":
            self.strip.show_stage(stage)

    def _on_inspected(self, seen: Inspection) -> None:
        self._previewed = chosen_cleaning(self.draft.spec)
        self.inspection_page.show_inspection(seen)
        self.go_to(INSPECTION)

    def _on_cleaned(self, cleaning: CleaningPreview) -> None:
        self.inspection_page.cleaning.show_cleaning(cleaning)

    def _on_planned(self, plan: Plan) -> None:
        self.messages.tell("plan", " ".join([forecast_sentence(plan), *map(tr, plan.advice)]))

    def _on_run_started(self, run_id: str) -> None:
        self.show_run(run_id, just_started=True)
        self.back_button.setFocus()
        self.run_started.emit(run_id)

    def _on_refused(self, doing: str, kind: str, message: str) -> None:
        if doing == "inspect":
            self._inspected = None
        self._tell_problem(message, *ways_out(self.draft, doing, kind))

    def _on_ended(self, was: str) -> None:
        if was == "inspect" and self.page != INSPECTION:
            self._inspected = None
        if was == "start":
            self.controller.let_go()  # the run needs the memory that the texts take here
        if not self.controller.doing:
            self.strip.finish()
        self._refresh()
        if was in ("inspect", "start", "plan") and self.primary.isVisible():
            self.primary.setFocus()

    def _tell_problem(self, message: str, *choices: Choice) -> None:
        self.messages.tell("problem", tr(message), *choices, kind="problem")
        follow_layout(self)

    async def _look_around(self) -> None:
        models = await self._tasks.in_thread(self._jobs.models)
        self.setup_page.show_models(models)
        if self.page == LIVE or self.controller.doing:
            return
        runs = await self._tasks.in_thread(self._runs.list)
        under_way = next((run for run in runs if run.status == "running"), None)
        at_rest = self.page != LIVE and not self.controller.doing  # still, for that took a moment
        if under_way is not None and at_rest:
            self.show_run(under_way.id)
