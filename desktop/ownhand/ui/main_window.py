"""Puts the window together; what it does is done by the controllers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import tr
from ownhand.bridge.verbatim_watch import VerbatimWatch
from ownhand.core.paths import Paths
from ownhand.core.presets import Preset
from ownhand.core.settings import Settings
from ownhand.models.starter_record import starter_record
from ownhand.ui.actions import Actions
from ownhand.ui.commands import Commands
from ownhand.ui.document_controller import DocumentController
from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.generation_controller import GenerationController
from ownhand.ui.header import Header
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.model_menu import ModelMenu
from ownhand.ui.panels.side_panel import WIDTH as SIDE_WIDTH
from ownhand.ui.panels.side_panel import SidePanel
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.progress_strip import ProgressStrip
from ownhand.ui.shell import Ending, Shell
from ownhand.ui.sidebar import Sidebar
from ownhand.ui.status_line import StatusLine
from ownhand.ui.theme import Theme, ThemeSwitch
from ownhand.ui.training.training_door import TrainingDoor
from ownhand.ui.verbatim_controller import VerbatimController
from ownhand.ui.welcome import WelcomePanel


class MainWindow(QMainWindow):
    """The page in the middle; header, panel, messages and status around it."""

    first_shown = Signal()
    """The window was painted for the first time."""

    def __init__(
        self,
        settings: SettingsOwner,
        presets: Sequence[Preset],
        themes: ThemeSwitch,
        tasks: Tasks,
        jobs: ModelJobs,
        model_bridge: LaneBridge,
        fetch_bridge: LaneBridge,
        verbatim_watch: VerbatimWatch,
        training: TrainingDoor,
        paths: Paths,
    ) -> None:
        super().__init__()
        self.settings = settings
        self._themes = themes
        self._tasks = tasks
        self._paths = paths
        self.model_bridge = model_bridge
        self.fetch_bridge = fetch_bridge
        self._verbatim_watch = verbatim_watch
        self.training = training
        self._may_close = False
        self._was_shown = False
        self._face: tuple[str, float] | None = None
        self.choice = PresetChoice(presets, settings, self)
        self.actions_by_name = Actions(self)
        self.model_menu = ModelMenu(self)
        self.header = Header(self.choice, self.model_menu, themes, self)
        self.messages = MessageArea(themes, self)
        self.welcome = WelcomePanel(starter_record, themes, self)
        self.page = WritingPage(self)
        scroll_bar = self.page.verticalScrollBar()  # its handle hides while all is in view
        scroll_bar.rangeChanged.connect(lambda _low, high: scroll_bar.setEnabled(high > 0))
        self.library = Sidebar("library", tr("Library"), self)
        self.side = Sidebar("side", tr("Side panel"), self)
        self.panel = SidePanel(self.choice, settings, themes, self)
        self.side.add_page("settings", tr("Writing"), self.panel)
        self.status = StatusLine(self)
        self.load_strip = ProgressStrip(tr("Loading the model"), self)
        self.fetch_strip = ProgressStrip(tr("Fetching a model"), self)
        self.stream_strip = ProgressStrip(tr("Preparing to write"), self)
        self.verbatim_strip = ProgressStrip(tr("Indexing the texts this model learned from"), self)
        self.models = ModelController(
            jobs, model_bridge, fetch_bridge, settings, tasks, self.messages,
            self.load_strip, self.fetch_strip, self,
        )  # fmt: skip
        self.model_menu.serve(self.models)
        self.generation = GenerationController(
            self.page, jobs, model_bridge, self.models, self.choice, settings, self.messages,
            self.stream_strip,
        )  # fmt: skip
        self.verbatim = VerbatimController(
            self.page, verbatim_watch, self.models, self.generation, settings, self.messages,
            self.verbatim_strip,
        )  # fmt: skip
        self.documents = DocumentController(
            self.page, paths, settings, tasks, self.messages, self.generation, self
        )
        self._arrange()
        self._connect()
        self.features: tuple[QObject, ...] = ()
        self._on_theme_changed(themes.theme)
        self._on_settings_changed(settings.value)
        self._on_models_changed()
        self._on_state_changed("idle")
        self._restore_geometry(settings.value.window)
        self.page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin after the first paint, or a second later where none comes (minimised)."""
        super().showEvent(event)
        QTimer.singleShot(1000, self, self._announce_shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Announce the first one, when it is done."""
        super().paintEvent(event)
        if not self._was_shown:
            QTimer.singleShot(0, self, self._announce_shown)

    def _announce_shown(self) -> None:
        if not self._was_shown:
            self._was_shown = True
            self.first_shown.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab; and where the focus goes when its button went away: back to the page."""
        focused = self.focusWidget()
        if focused is not None and not (focused.isVisibleTo(self) and focused.isEnabled()):
            self.page.setFocus()
            return True
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once if nothing can be lost; else ask first and close after the answer."""
        if self._may_close or not self.documents.must_ask_before_closing:
            self._may_close = True
            self.documents.let_go()
            geometry = self.saveGeometry().toBase64().data()
            self.settings.change(window=bytes(geometry).decode("ascii"))
            event.accept()
            return
        event.ignore()
        self._tasks.start(self._close_when_settled())

    def begin(self, file: Path | None) -> None:
        """Do what may take a while, now that the window is there: complete it, open, offer, load.

        Args:
            file: A text to open, or None.
        """
        self._tasks.start(self._begin(file))

    async def _begin(self, file: Path | None) -> None:
        await self._join_features()
        if file is not None:
            self.documents.open(file)
        self.documents.recovery.offer()
        self.models.start()

    def shut_down(self, timeout_s: float) -> bool:
        """Let go of everything: streams, lanes, files. Unsaved text stays in the journal.

        Args:
            timeout_s: Longest wait for each lane.

        Returns:
            Whether the lanes ended; one that is in native code may not.
        """
        self._tasks.cancel_all()
        self.documents.shut_down()
        for feature in self.features:
            if isinstance(feature, Ending):
                feature.shut_down()
        self.settings.flush()
        parts = (self.model_bridge, self.fetch_bridge, self._verbatim_watch, self.training)
        ended = [part.close(timeout_s) for part in parts]
        return all(ended)

    def tell_fault(self, sentence: str) -> None:
        """Tell of a fault of the program itself."""
        log_choice = Choice(tr("Open the log folder"), self.commands.open_log_folder)
        self.messages.tell("fault", sentence, log_choice, kind="problem")

    async def _join_features(self) -> None:
        """Have the features join in, one at each turn of the event loop."""
        await self._tasks.in_thread(_import_features)
        from ownhand.ui.features import FEATURES

        shell = Shell(
            self, self.page, self.documents, self.generation, self.models, self.choice,
            self.settings, self.actions_by_name, self.library, self.side, self.header, self.status,
            self.messages, self._themes, self._tasks, self.generation.jobs, self.model_bridge,
            self._paths,
        )  # fmt: skip
        for feature in FEATURES:
            self.features += (feature(shell),)
            await self._tasks.turn()
        self._show_panes()
        self._on_settings_changed(self.settings.value)

    async def _close_when_settled(self) -> None:
        if await self.documents.settle():
            self._may_close = True
            self.close()

    def _arrange(self) -> None:
        self.setMinimumSize(560, 420)
        self.resize(1160, 780)
        sheet = QWidget(self)
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        margin = QHBoxLayout()
        margin.setContentsMargins(24, 20, 24, 0)
        self.welcome.setMaximumWidth(680)
        margin.addWidget(self.welcome)
        column.addLayout(margin)
        column.addWidget(self.page, 1)
        self.panes = QSplitter(self)
        self.panes.setObjectName("panes")
        self.panes.setHandleWidth(1)
        for part in (self.library, sheet, self.side):
            self.panes.addWidget(part)
        self.panes.setStretchFactor(1, 1)
        self.panes.setCollapsible(1, False)
        self.library.setMinimumWidth(180)
        self.side.setMinimumWidth(SIDE_WIDTH)
        central = QWidget(self)
        central.setObjectName("central")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.panes, 1)
        strips = (self.fetch_strip, self.load_strip, self.verbatim_strip, self.stream_strip)
        for part in (*strips, self.status):
            layout.addWidget(part)
        self.setCentralWidget(central)

    def _show_panes(self) -> None:
        """Bring back widths and pages, and remember them from now on."""
        value = self.settings.value
        widths = [int(width) for width in value.panes if width.isdecimal()]
        if len(widths) == self.panes.count():
            self.panes.setSizes(widths)
        self.side.show_page(value.panel_page)
        self.panes.splitterMoved.connect(self._on_pane_moved)
        self.side.page_changed.connect(lambda name: self.settings.change(panel_page=name))

    def _on_pane_moved(self) -> None:
        self.settings.change(panes=tuple(str(width) for width in self.panes.sizes()))

    def _connect(self) -> None:
        self.commands = Commands(self, self.settings, self._tasks, self._paths.logs)
        self._themes.theme_changed.connect(self._on_theme_changed)
        self.settings.settings_changed.connect(self._on_settings_changed)
        self.header.continue_requested.connect(self.generation.continue_writing)
        self.header.stop_requested.connect(self.generation.stop)
        self.actions_by_name["focus"].toggled.connect(self._on_focus_toggled)
        self.header.panel_button.clicked.connect(self._on_panel_toggled)
        self.generation.request_coming.connect(self.panel.settle)
        self.generation.state_changed.connect(self._on_state_changed)
        self.generation.context_changed.connect(self.status.show_context)
        self.generation.speed_changed.connect(self.status.show_speed)
        self.verbatim.told.connect(self.status.show_copied)
        self.training.model_wanted.connect(self.models.load_new)
        self.models.models_changed.connect(self._on_models_changed)
        self.models.loaded_changed.connect(self._on_loaded_changed)
        self.documents.document_changed.connect(self._on_document_changed)
        self.page.edited.connect(self._show_counts)
        self.page.zoom_changed.connect(self._on_zoom_changed)
        self.welcome.dismissed.connect(lambda: self.settings.change(welcomed=True))
        self.welcome.starter_wanted.connect(self.models.fetch_starter)
        self.welcome.file_wanted.connect(self.models.ask_for_file)
        self._on_document_changed(self.documents.title, self.documents.state)

    def _on_settings_changed(self, value: Settings) -> None:
        self._themes.choose(value.theme)
        self.actions_by_name.themes[value.theme].setChecked(True)
        self._show_face(value)
        focused = self.actions_by_name["focus"].isChecked()
        self.side.setVisible(value.panel_visible and not focused)
        self.library.setVisible(value.library_visible and not focused and bool(self.library.names))
        self.actions_by_name["library"].setChecked(value.library_visible)
        self.header.panel_button.setChecked(value.panel_visible)
        self.actions_by_name["panel"].setChecked(value.panel_visible)
        self.actions_by_name["mark_copied"].setChecked(value.mark_copied)
        self._show_welcome()

    def _show_face(self, value: Settings) -> None:
        face = (value.font_family, value.font_points)
        if face != self._face:
            self._face = face
            self.page.set_face(*face)
            self.page.set_points(value.zoom_points or value.font_points)

    def _on_zoom_changed(self, points: float) -> None:
        if self._face is not None:
            zoomed = points if points != self._face[1] else 0.0
            self.settings.change(zoom_points=zoomed)

    def _on_theme_changed(self, theme: Theme) -> None:
        self.page.set_colours(
            PageColours(
                theme.paper, theme.ink, theme.dimmed, theme.accent, theme.tint, theme.tint_mark
            )
        )

    def _on_panel_toggled(self, visible: bool) -> None:
        self.settings.change(panel_visible=visible)

    def _on_focus_toggled(self, focused: bool) -> None:
        for part in (self.menuBar(), self.header, self.status):
            part.setVisible(not focused)
        self._on_settings_changed(self.settings.value)
        if focused:
            native = QKeySequence.SequenceFormat.NativeText
            keys = self.actions_by_name["focus"].shortcut().toString(native)
            sentence = tr("Only the page. {keys} brings everything back.").format(keys=keys)
            self.messages.tell("focus", sentence)
        else:
            self.messages.clear("focus")

    def _on_state_changed(self, state: str) -> None:
        busy = state != "idle"
        self.header.show_streaming(busy, tr("Stopping …") if state == "stopping" else tr("Stop"))
        self.actions_by_name["stop"].setEnabled(busy)
        self.actions_by_name["continue"].setEnabled(not busy)
        if busy:
            self.status.show_speed(0)
        self._on_loaded_changed()

    def _on_models_changed(self) -> None:
        self.header.show_model_missing(self.models.none_installed)
        self._show_welcome()
        self._on_loaded_changed()

    def _on_loaded_changed(self) -> None:
        button, about, status = self.models.summary()
        self.header.show_model(button, about)
        waits = self.generation.state == "waiting" and self.models.loaded is None
        waiting = tr("{model} · waiting to write").format(model=status)
        self.status.show_model(waiting if waits else status)

    def _on_document_changed(self, title: str, state: str) -> None:
        self.header.show_document(title, state)
        self.setWindowTitle(f"{title}[*] – Ownhand")
        self.setWindowModified(self.documents.modified)
        self._show_counts()

    def _show_counts(self) -> None:
        self.status.show_words(self.page.word_count(), self.page.generated_share())

    def _show_welcome(self) -> None:
        focused = self.actions_by_name["focus"].isChecked()
        self.welcome.show_offer(self.models.none_installed, self.models.fetching)
        self.welcome.setVisible(not focused and not self.settings.value.welcomed)

    def _restore_geometry(self, saved: str) -> None:
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii")))


def _import_features() -> None:
    """Import the features' modules, in a thread: it takes a fifth of a second."""
    import ownhand.ui.features  # noqa: F401
