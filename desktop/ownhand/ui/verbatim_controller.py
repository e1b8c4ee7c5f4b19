"""Tells the writer which passages of the page stand in the texts that the model learned from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import number, tr
from ownhand.bridge.verbatim_watch import VerbatimWatch
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.verbatim_marks import VerbatimMarks, place_words
from ownhand.ui.editor.verbatim_search import VerbatimSearch
from ownhand.ui.generation_controller import GenerationController
from ownhand.ui.message_bar import MessageArea
from ownhand.ui.model_controller import ModelController
from ownhand.ui.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from ownhand.corpus.ngrams import Match

_MOST_NAMED = 3


def open_with_system(path: Path) -> bool:
    """Open a file with the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class VerbatimController(QObject):
    """Brings model, page and marks together, while the setting is on.

    Attributes:
        search: Looks the page's generated text up.
        marks: Answers the pointer.
    """

    told = Signal(str)
    """What the status line says: how many passages there are, or where the one at the caret stands."""
    count_changed = Signal(int)
    """How many passages there are."""
    announced = Signal(str)
    """A screen reader was given this sentence to say."""

    def __init__(
        self,
        page: WritingPage,
        watch: VerbatimWatch,
        models: ModelController,
        generation: GenerationController,
        settings: SettingsOwner,
        messages: MessageArea,
        strip: ProgressStrip,
        open_file: Callable[[Path], bool] = open_with_system,
    ) -> None:
        super().__init__(page)
        self.search = VerbatimSearch(page)
        self.marks = VerbatimMarks(page)
        self._page = page
        self._watch = watch
        self._models = models
        self._settings = settings
        self._messages = messages
        self._strip = strip
        self._open_file = open_file
        self._count = self._count_before = 0
        models.loaded_changed.connect(self._follow)
        settings.settings_changed.connect(self._follow)
        generation.state_changed.connect(self._on_generation_state_changed)
        watch.texts_changed.connect(lambda: self.search.set_indices(watch.indices))
        watch.stage_changed.connect(strip.show_stage)
        watch.ended.connect(strip.finish)
        watch.files_missed.connect(self._on_files_missed)
        watch.failed.connect(self._on_failed)
        strip.cancel_requested.connect(watch.cancel)
        self.search.changed.connect(self._on_search_changed)
        self.marks.source_wanted.connect(self.open_source)
        page.caret_moved.connect(self._tell)

    def go_to_next(self) -> None:
        """Put the caret where the next copied passage begins, and say where it stands."""
        passage = self._page.copied.next_from(self._page.caret_position())
        if passage is not None:
            self._page.set_caret_position(passage.start)
            self._page.setFocus()
            self._announce(self.marks.described(passage))

    def open_source(self, passage: Match) -> None:
        """Open the file that a passage stands in."""
        path = passage.place.path
        if not path.exists():
            self._messages.tell(
                "source",
                tr(
                    "{name} is no longer in {parent}: it was moved or deleted since the model learned from it. The passage stood there: {place}."
                ).format(
                    name=path.name,
                    parent=path.parent,
                    place=place_words(passage.place),
                ),
            )
        elif not self._open_file(path):
            self._messages.tell(
                "source",
                tr("This system has no program that opens {name}. It lies in {parent}.").format(
                    name=path.name, parent=path.parent
                ),
            )

    def _follow(self) -> None:
        loaded = self._models.loaded
        wanted = loaded is not None and self._settings.value.mark_copied
        if not wanted:
            self._messages.clear("copied")
        self._watch.follow(loaded.info.directory if loaded is not None and wanted else None)

    def _on_generation_state_changed(self, state: str) -> None:
        if state == "waiting":
            self._count_before = self._count
            self.search.begin_stream()
        elif state == "idle":
            self.search.end_stream()
            if self._count > self._count_before:
                self._announce(_count_said(self._count))

    def _on_search_changed(self) -> None:
        self._page.viewport().update()
        count = len(self._page.copied)
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)
        self._tell()

    def _tell(self) -> None:
        here = self._page.copied.at(self._page.caret_position())
        inside = here is not None and self._page.caret_position() < here.end
        self.told.emit(
            self.marks.described(here) if here is not None and inside else _count_said(self._count)
        )

    def _on_files_missed(self, files: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in files[:_MOST_NAMED])
        more = (
            tr(" and {count} more").format(count=number(len(files) - _MOST_NAMED))
            if len(files) > _MOST_NAMED
            else ""
        )
        self._messages.tell(
            "copied",
            tr(
                "Passages copied from {names}{more} cannot be marked: the model learned from them, but they were moved, changed or deleted since. Put them back where they were and load the model again to have them marked."
            ).format(names=names, more=more),
        )

    def _on_failed(self, sentence: str) -> None:
        self._messages.tell("copied", tr(sentence), kind="problem")

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, sentence))
        self.announced.emit(sentence)


def _count_said(count: int) -> str:
    if not count:
        return ""
    return tr("%Ln passages as in your training texts", n=count)
