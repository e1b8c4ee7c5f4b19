"""Which models there are, and which one is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import listed, number, size, tr
from ownhand.core.messages import JobEnded, JobFailed, ModelInfo, ModelLoaded, Stage
from ownhand.core.model_words import bits_of, who_computes
from ownhand.engine.lane import Work
from ownhand.ui.ask import ask_file, ask_question
from ownhand.ui.message_bar import Choice, MessageArea
from ownhand.ui.progress_strip import ProgressStrip


class ModelController(QObject):
    """Loads and frees on the model lane; fetches, adds and removes on the fetch lane.

    Attributes:
        models: What is installed, by title.
        listed: Whether `models` is known already.
        loaded: The model in memory, or None.
        loading: Title of the model that is being loaded, or "".
        fetching: Whether something is downloaded or imported.
    """

    models_changed = Signal()
    """The list of installed models, or whether one is being fetched, became another."""
    loaded_changed = Signal()
    """Another model is loaded or being loaded, or none is any more."""
    model_leaving = Signal()
    """The model in memory is about to go: what still writes with it should end."""

    def __init__(
        self,
        jobs: ModelJobs,
        model_bridge: LaneBridge,
        fetch_bridge: LaneBridge,
        settings: SettingsOwner,
        tasks: Tasks,
        messages: MessageArea,
        load_strip: ProgressStrip,
        fetch_strip: ProgressStrip,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.models: tuple[ModelInfo, ...] = ()
        self.listed = False
        self.loaded: ModelLoaded | None = None
        self.loading = ""
        self._jobs = jobs
        self._model_bridge = model_bridge
        self._fetch_bridge = fetch_bridge
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._load_strip = load_strip
        self._fetch_strip = fetch_strip
        self._window = window
        self._load_id = 0
        self._fetch_id = 0
        self._fetch_went_wrong = False
        self._again: Callable[[], None] = lambda: None
        load_strip.cancel_requested.connect(self.cancel_load)
        fetch_strip.cancel_requested.connect(self.cancel_fetch)
        model_bridge.stage_changed.connect(self._on_load_stage_changed)
        model_bridge.model_added.connect(self._on_model_listed)
        model_bridge.model_loaded.connect(self._on_model_loaded)
        model_bridge.model_unloaded.connect(self._on_model_unloaded)
        model_bridge.failed.connect(self._on_load_failed)
        model_bridge.job_ended.connect(self._on_load_ended)
        fetch_bridge.stage_changed.connect(self._on_fetch_stage_changed)
        fetch_bridge.model_added.connect(self._on_model_added)
        fetch_bridge.failed.connect(self._on_fetch_failed)
        fetch_bridge.job_ended.connect(self._on_fetch_ended)

    @property
    def fetching(self) -> bool:
        """Whether something is downloaded, imported or removed."""
        return bool(self._fetch_id)

    @property
    def busy_loading(self) -> bool:
        """Whether a load runs or waits on the lane."""
        return bool(self._load_id)

    @property
    def none_installed(self) -> bool:
        """Whether it is known that there is no model on this machine."""
        return self.listed and not self.models

    def summary(self) -> tuple[str, str, str]:
        """What the window says of the model: on the button, in its tooltip, in the status line."""
        if self.loaded is not None:
            info = self.loaded.info
            about = tr(
                "{title}: {millions} million weights of {bits} bits, computed by {backend}, licence {licence}"
            ).format(
                title=info.title,
                millions=number(info.parameters / 1e6),
                bits=bits_of(self.loaded.dtype),
                backend=tr(who_computes(self.loaded.backend)),
                licence=info.licence or "unknown",
            )
            name = f"{info.title} · {self.loaded.device}"
            return name, about, name
        if self.busy_loading:
            return (
                self.loading or tr("Loading …"),
                tr("A model is being loaded"),
                tr("loading the model"),
            )
        return (
            tr("No model"),
            tr("No model is loaded"),
            tr("no model loaded") if self.listed else "",
        )

    def start(self) -> None:
        """List the models and load the one used last; called once the window is there.

        Nothing happens if that was done, or is being done, because the writer was quicker.
        """
        if self.listed or self._load_id:
            return
        self._load_id = self._model_bridge.submit(self._jobs.starting(self._settings.value.model))
        self.loaded_changed.emit()

    def load(self, info: ModelInfo) -> None:
        """Load a model; what runs with the old one ends first."""
        self.model_leaving.emit()
        if self._load_id:
            self._model_bridge.drop(self._load_id)
        self._messages.clear("model")
        self._settings.change(model=info.slug)
        self.loading = info.title
        self.loaded = None
        self._load_id = self._model_bridge.submit(self._jobs.loading(info.directory))
        self._load_strip.show_stage(Stage(tr("Loading {title}").format(title=info.title)))
        self.loaded_changed.emit()

    def load_new(self, slug: str) -> None:
        """Load a model that came into the store from elsewhere, and list it with the others."""
        self.model_leaving.emit()
        if self._load_id:
            self._model_bridge.drop(self._load_id)
        self._messages.clear("model")
        self._settings.change(model=slug)
        self.loaded = None
        self.listed = False
        self._load_id = self._model_bridge.submit(self._jobs.starting(slug))
        self.loaded_changed.emit()

    def load_any(self) -> bool:
        """Load the model used last, or the first there is.

        Returns:
            False if no model is installed.
        """
        if not self.listed:
            self.start()
            return True
        if not self.models:
            return False
        by_slug = {info.slug: info for info in self.models}
        self.load(by_slug.get(self._settings.value.model, self.models[0]))
        return True

    def unload(self) -> None:
        """Free the memory of the model; what runs with it ends first."""
        self.model_leaving.emit()
        self._model_bridge.submit(self._jobs.unloading())

    def cancel_load(self) -> None:
        """Stop loading; ends at the next stage."""
        self._model_bridge.cancel(self._load_id)
        self._load_strip.show_stopping()

    def cancel_fetch(self) -> None:
        """Stop a download or import; nothing half-made stays."""
        self._fetch_bridge.cancel(self._fetch_id)
        self._fetch_strip.show_stopping()

    def fetch_starter(self) -> None:
        """Download the starter model; only ever called by the writer's click."""
        if self.fetching:
            return
        self._fetch(self._jobs.fetching_starter(), self.fetch_starter)

    def add(self, source: Path) -> None:
        """Import a model file or folder."""
        if self.fetching:
            self._messages.tell(
                "model",
                tr(
                    "One model is being fetched already. Wait until it is there, or cancel it, then add the other one."
                ),
            )
            return
        self._fetch(self._jobs.adding(str(source)), lambda: self.add(source))

    def ask_for_file(self) -> None:
        """Let the writer choose a model file."""
        self._tasks.start(self._ask_for(QFileDialog.FileMode.ExistingFile))

    def ask_for_folder(self) -> None:
        """Let the writer choose a model folder."""
        self._tasks.start(self._ask_for(QFileDialog.FileMode.Directory))

    def ask_to_remove(self, info: ModelInfo) -> None:
        """Delete a model if the writer confirms."""
        self._tasks.start(self._remove(info))

    async def _ask_for(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self._window, tr("Add a model"))
        dialog.setFileMode(mode)
        if mode == QFileDialog.FileMode.ExistingFile:
            dialog.setNameFilters([tr("Models (*.gguf *.whl)"), tr("All files (*)")])
        chosen = await ask_file(self._tasks, dialog)
        if chosen is not None:
            self.add(chosen)

    async def _remove(self, info: ModelInfo) -> None:
        others = [
            tr("“{title}”").format(title=model.title)
            for model in self.models
            if model.base == info.slug
        ]
        if others:
            self._messages.tell(
                "model",
                tr(
                    "“{title}” is needed by {others}, trained from it. Remove %n of them first.",
                    n=len(others),
                ).format(
                    title=info.title,
                    others=listed(others),
                ),
            )
            return
        answer = await ask_question(
            self._tasks,
            self._window,
            tr("Remove {title}?").format(title=info.title),
            tr(
                "It is deleted from this machine and frees {size}. Your texts stay as they are. To use it again you add it again."
            ).format(size=size(info.size_bytes)),
            [
                (tr("Keep"), QMessageBox.ButtonRole.RejectRole),
                (tr("Remove"), QMessageBox.ButtonRole.DestructiveRole),
            ],
        )
        if answer != 1 or self.fetching:
            return
        if self.loaded is not None and self.loaded.info.slug == info.slug:
            self.model_leaving.emit()
            job = self._model_bridge.submit(self._jobs.unloading())
            await self._tasks.emitted(self._model_bridge.job_ended, lambda i, _: i == job)
        job = self._fetch(self._jobs.removing(info.slug), lambda: self.ask_to_remove(info))
        await self._tasks.emitted(self._fetch_bridge.job_ended, lambda i, _: i == job)
        if not self._fetch_went_wrong:
            self.models = tuple(m for m in self.models if m.slug != info.slug)
            self.models_changed.emit()

    def _fetch(self, work: Work, again: Callable[[], None]) -> int:
        self._messages.clear("model")
        self._again = again
        self._fetch_went_wrong = False
        self._fetch_id = self._fetch_bridge.submit(work)
        self._fetch_strip.show_stage(Stage(tr("Beginning")))
        self.models_changed.emit()
        return self._fetch_id

    def _on_load_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._load_id:
            self._load_strip.show_stage(stage)

    def _on_model_listed(self, job_id: int, info: ModelInfo) -> None:
        if job_id == self._load_id:
            self._put(info)

    def _on_model_loaded(self, _job_id: int, loaded: ModelLoaded) -> None:
        self.loaded = loaded
        self.loading = ""
        self._settings.change(model=loaded.info.slug)
        self.loaded_changed.emit()

    def _on_model_unloaded(self, _job_id: int, _event: object) -> None:
        self.loaded = None
        self.loaded_changed.emit()

    def _on_load_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id != self._load_id:
            return
        choices = [Choice(tr("Try again"), self._load_again)]
        self._messages.tell("model", tr(failure.message), *choices, kind="problem")

    def _load_again(self) -> None:
        if not self.load_any():
            self.start()

    def _on_load_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id != self._load_id:
            return
        self._load_id = 0
        self.loading = ""
        self._load_strip.finish()
        if not self.listed:
            self.listed = True
            self.models_changed.emit()
        self.loaded_changed.emit()

    def _on_fetch_stage_changed(self, job_id: int, stage: Stage) -> None:
        if job_id == self._fetch_id:
            self._fetch_strip.show_stage(stage)

    def _on_model_added(self, _job_id: int, info: ModelInfo) -> None:
        self._put(info)
        self.models_changed.emit()
        if self.loaded is None and not self._load_id:
            self.load(info)
        else:
            self._messages.tell(
                "model",
                tr("{title} was added.").format(title=info.title),
                Choice(tr("Use it"), lambda: self.load(info)),
            )

    def _on_fetch_failed(self, job_id: int, failure: JobFailed) -> None:
        if job_id == self._fetch_id:
            self._fetch_went_wrong = True
            self._messages.tell(
                "model",
                tr(failure.message),
                Choice(tr("Try again"), self._again),
                Choice(tr("Add a model file …"), self.ask_for_file),
                kind="problem",
            )

    def _on_fetch_ended(self, job_id: int, _ended: JobEnded) -> None:
        if job_id == self._fetch_id:
            self._fetch_id = 0
            self._fetch_strip.finish()
            self.models_changed.emit()

    def _put(self, info: ModelInfo) -> None:
        others = [m for m in self.models if m.slug != info.slug]
        self.models = tuple(sorted([*others, info], key=lambda m: (m.title.casefold(), m.slug)))
