"""What a feature of the window is given to work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QMainWindow

from ownhand.bridge.lane_bridge import LaneBridge
from ownhand.bridge.model_jobs import ModelJobs
from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.tasks import Tasks
from ownhand.core.paths import Paths
from ownhand.ui.actions import Actions
from ownhand.ui.document_controller import DocumentController
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.generation_controller import GenerationController
from ownhand.ui.header import Header
from ownhand.ui.message_bar import MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.preset_choice import PresetChoice
from ownhand.ui.sidebar import Sidebar
from ownhand.ui.status_line import StatusLine
from ownhand.ui.theme import ThemeSwitch


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts of the window that every feature may use; see `ui/features.py`.

    Attributes:
        window: Parent of dialogs and of the feature itself.
        page: The text.
        documents: Which text it is, and where it lies.
        generation: Continue, Stop, Retry.
        models: Which model is loaded.
        choice: The preset and the settings in force.
        settings: The application's settings.
        actions: Every action by name; a feature connects the ones that are its own.
        left: Pages beside the text on the left: the library.
        right: Pages beside the text on the right: settings, variants, notes, chat.
        header: The row above the page.
        status: The line below the page.
        messages: Sentences above the page.
        themes: Colours and icons.
        tasks: Runs coroutines and whatever takes long.
        jobs: Makes jobs for the lanes.
        model_bridge: The lane of the model.
        paths: Where files lie.
    """

    window: QMainWindow
    page: WritingPage
    documents: DocumentController
    generation: GenerationController
    models: ModelController
    choice: PresetChoice
    settings: SettingsOwner
    actions: Actions
    left: Sidebar
    right: Sidebar
    header: Header
    status: StatusLine
    messages: MessageArea
    themes: ThemeSwitch
    tasks: Tasks
    jobs: ModelJobs
    model_bridge: LaneBridge
    paths: Paths


@runtime_checkable
class Ending(Protocol):
    """A feature that has something to finish."""

    def shut_down(self) -> None:
        """The program ends: end threads and write what waits to be written, without a question."""
        ...
