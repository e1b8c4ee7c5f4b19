"""Keeps versions while the writer writes, shows them, and brings one back."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import tr
from ownhand.core.errors import DocumentError
from ownhand.document.differences import differences
from ownhand.document.versions import BEFORE_RESTORING, WRITING, Version, Versions, versions_of
from ownhand.ui.shell import Shell

if TYPE_CHECKING:
    from ownhand.ui.versions.versions_window import VersionsWindow

WRITING_MS = 10 * 60 * 1000
"""How long somebody writes until a version is kept."""
_REFRESH_MS = 1500


class VersionsFeature(QObject):
    """The disk and the comparing are left to threads.

    Attributes:
        window: The window of versions, once it was opened.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self.window: VersionsWindow | None = None
        self._writing = Delay(WRITING_MS, self._on_written_for_long, self)
        self._refreshing = Delay(_REFRESH_MS, self.refresh, self)
        shell.actions["versions"].triggered.connect(self.open)
        shell.page.edited.connect(self._on_page_edited)
        shell.documents.text_shown.connect(self._on_text_shown)
        shell.documents.text_saved.connect(self.refresh)

    def open(self) -> None:
        """Show the window, beside the main one."""
        if self.window is None:
            from ownhand.ui.versions.versions_window import VersionsWindow

            window = self.window = VersionsWindow(self._shell.themes, self._shell.window)
            window.version_chosen.connect(lambda v: self._start(self._compare(v)))
            window.restore_wanted.connect(lambda v: self._start(self._restore(v)))
            window.copy_wanted.connect(lambda v: self._start(self._copy(v)))
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        """Read the versions again, if anybody looks at them."""
        if self.window is not None and self.window.isVisible():
            self._start(self._list())

    def shut_down(self) -> None:
        """The program ends."""
        self._writing.stop()
        self._refreshing.stop()
        if self.window is not None:
            self.window.close()

    @property
    def _versions(self) -> Versions:
        return versions_of(self._shell.documents.belongings)

    async def _list(self) -> None:
        found = await self._shell.tasks.in_thread(self._versions.list)
        documents = self._shell.documents
        if self.window is not None:
            words = self._shell.page.word_count()
            self.window.show_versions(documents.title, found, words, not documents.reading)

    async def _compare(self, version: Version) -> None:
        versions, text = self._versions, self._shell.page.text()
        try:
            found = await self._shell.tasks.in_thread(
                lambda: differences(versions.text_of(version), text)
            )
        except DocumentError as problem:
            if self.window is not None and self.window.chosen == version:
                self.window.show_problem(tr(str(problem)))
            return
        if self.window is not None:
            self.window.show_differences(version, found)

    async def _restore(self, version: Version) -> None:
        documents, page = self._shell.documents, self._shell.page
        versions = self._versions
        text = await self._read(versions, version)
        if text is None:
            return
        await documents.stop_stream()
        await documents.keep_version(BEFORE_RESTORING)
        if self._versions.folder != versions.folder or documents.reading:
            return  # another text is on the page by now
        page.change_to(text, version.spans)
        self._shell.messages.tell(
            "versions", tr("The earlier version is on the page. Undo brings the other one back.")
        )
        self.refresh()

    async def _copy(self, version: Version) -> None:
        text = await self._read(self._versions, version)
        if text is not None:
            QGuiApplication.clipboard().setText(text)

    async def _read(self, versions: Versions, version: Version) -> str | None:
        try:
            return await self._shell.tasks.in_thread(partial(versions.text_of, version))
        except DocumentError as problem:
            if self.window is not None:
                self.window.show_problem(tr(str(problem)))
            return None

    def _on_page_edited(self) -> None:
        if not self._writing.isActive():
            self._writing.start()
        if self.window is not None and self.window.isVisible():
            self._refreshing.start()  # anew: only when there is a pause

    def _on_written_for_long(self) -> None:
        documents = self._shell.documents
        if not documents.reading:
            self._start(documents.keep_version(WRITING))

    def _on_text_shown(self) -> None:
        self._writing.stop()
        self.refresh()

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._shell.tasks.start(coroutine)
