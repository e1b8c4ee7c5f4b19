"""Files dropped on the window: texts are opened, folders go to the library, models to the store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from ownhand.bridge.translation import tr
from ownhand.ui.shell import Shell

MODEL_SUFFIXES = (".gguf", ".safetensors", ".whl")


class Drops(QObject):
    """Takes dropped files, wherever on the window; dropped text stays the page's matter."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        shell.window.setAcceptDrops(True)
        for target in (shell.window, shell.page, shell.page.viewport()):
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is dragged over the window."""
        if isinstance(event, QDropEvent) and (files := _files(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, (QDragEnterEvent, QDragMoveEvent)):
                self.take(files)
            return True
        return super().eventFilter(watched, event)

    def take(self, files: list[Path]) -> None:
        """Do with dropped files what they are for; several texts: the first is opened."""
        shell = self._shell
        if models := [file for file in files if file.suffix.lower() in MODEL_SUFFIXES]:
            shell.models.add(models[0])
        elif folders := [file for file in files if file.is_dir()]:
            shell.settings.change(library_folder=str(folders[0]), library_visible=True)
        else:
            shell.documents.open(files[0])
            if len(files) > 1:
                others = folder_of(files)
                shell.messages.tell(
                    "drop",
                    tr(
                        "{name} was opened; Ownhand shows one text at a time. The library on the left keeps the others at hand."
                    ).format(name=files[0].name),
                )
                shell.settings.change(library_folder=str(others), library_visible=True)


def folder_of(files: list[Path]) -> Path:
    """The folder that most of the files lie in."""
    parents = [file.parent for file in files]
    return max(parents, key=parents.count)


def _files(mime: QMimeData) -> list[Path]:
    if not mime.hasUrls():
        return []
    urls = [url for url in mime.urls() if url.isLocalFile()]
    return [Path(url.toLocalFile()) for url in urls]
