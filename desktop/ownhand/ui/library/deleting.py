"""What is deleted in the library, and how it comes back."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from ownhand.bridge.folder_watch import FolderWatch
from ownhand.bridge.translation import tr
from ownhand.document.folder import outermost
from ownhand.document.trash import Discarded, Trash
from ownhand.ui.ask import ask_question
from ownhand.ui.library.disk_work import DiskWork
from ownhand.ui.library.library_page import LibraryPage
from ownhand.ui.message_bar import Choice
from ownhand.ui.shell import Shell

MESSAGE = "library"

_Role = QMessageBox.ButtonRole


class Deleting(QObject):
    """Moves texts and folders into the trash and back; the open text goes with an empty page."""

    def __init__(
        self, shell: Shell, page: LibraryPage, watch: FolderWatch, on_disk: DiskWork
    ) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._watch = watch
        self._on_disk = on_disk.ask
        self._trash = Trash(shell.paths)
        page.tree.delete_wanted.connect(self.delete)
        page.deleted_wanted.connect(lambda: shell.tasks.start(self._show_deleted()))
        page.deleted.restore_wanted.connect(lambda chosen: self._start(self._restore(chosen)))
        page.deleted.remove_wanted.connect(lambda chosen: self._start(self._remove(chosen)))

    def delete(self, paths: Sequence[Path]) -> None:
        """Move entries into the trash; a message offers to undo it."""
        self._start(self._delete(paths))

    async def _delete(self, paths: Sequence[Path]) -> None:
        paths = outermost(paths)
        shown = self._shell.documents.path
        holds_shown = shown is not None and any(p == shown or p in shown.parents for p in paths)
        if holds_shown and not await self._empty_page():
            return
        gone: list[Discarded] = []
        for path in paths:
            discarded = await self._on_disk(partial(self._trash.put, path))
            if discarded is None:
                break
            gone.append(discarded)
        self._watch.look_again({path.parent for path in paths})
        reopen = shown if holds_shown else None
        if gone:
            self._tell_deleted(tuple(gone), reopen)
        elif reopen is not None:
            self._shell.documents.open(reopen)

    def _tell_deleted(self, gone: tuple[Discarded, ...], reopen: Path | None) -> None:
        if len(gone) == 1:
            said = tr("“{name}” was deleted. You find it in “Recently deleted”.")
            said = said.format(name=gone[0].name)
        else:
            said = tr("%n entries were deleted. You find them in “Recently deleted”.", len(gone))
        undo = Choice(tr("Undo"), lambda: self._start(self._restore(gone, reopen)))
        self._shell.messages.tell(MESSAGE, said, undo)

    async def _empty_page(self) -> bool:
        """Put an empty text on the page, once the one that goes is settled."""
        shell = self._shell
        if not await shell.documents.settle():
            return False
        shell.page.document().setModified(False)
        shell.documents.new()
        await shell.tasks.emitted(shell.documents.text_shown)
        return True

    async def _restore(self, chosen: Sequence[Discarded], reopen: Path | None = None) -> None:
        folder = self._page.tree.entries.root
        back: list[Path] = []
        for each in reversed(chosen):
            where = folder if each.origin is None else None
            path = await self._on_disk(partial(self._trash.restore, each, where))
            if path is None:
                break
            back.append(path)
        self._shell.messages.clear(MESSAGE)
        self._watch.look_again({path.parent for path in back})
        if back:
            self._page.tree.reveal(back[-1])
        if reopen is not None and back and self._shell.documents.path is None:
            self._shell.documents.open(reopen)
        await self._refresh_deleted()
        renamed = [
            tr("“{name}” is taken by now: it is called “{new}”.").format(
                name=each.name, new=path.name
            )
            for each, path in zip(reversed(chosen), back, strict=False)
            if each.name != path.name
        ]
        if renamed:
            self._page.tell(" ".join(renamed))

    async def _show_deleted(self) -> None:
        self._page.show_deleted()
        await self._refresh_deleted()
        self._page.deleted.list.setFocus()

    async def _refresh_deleted(self) -> None:
        both = await self._on_disk(lambda: (self._trash.list(), self._trash.old()))
        if both is not None:
            self._page.deleted.show_deleted(*both)

    async def _remove(self, chosen: tuple[Discarded, ...]) -> None:
        if len(chosen) == 1:
            question = tr("Delete “{name}” for good?").format(name=chosen[0].name)
        else:
            question = tr("Delete %n entries for good?", len(chosen))
        answer = await ask_question(
            self._shell.tasks,
            self._shell.window,
            question,
            tr("They are removed from this computer and cannot be brought back."),
            [
                (tr("Keep"), _Role.RejectRole),
                (tr("Delete for good"), _Role.DestructiveRole),
            ],
        )
        if answer == 1:
            await self._on_disk(lambda: self._trash.remove(chosen))
            await self._refresh_deleted()

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._shell.tasks.start(coroutine)
