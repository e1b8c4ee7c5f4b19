"""Answers "Which models saw this file?", and has one trained again without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, tr
from ownhand.core.errors import OwnhandError
from ownhand.ui.ask import ask_file
from ownhand.ui.tab_order import follow_layout

if TYPE_CHECKING:
    from ownhand.models.store import DirectoryStore
    from ownhand.training.lineage import Sighting

_ABOUT = mark("Drop a file here, or choose one, to find out which of your models learnt from it.")


class SeenBox(QFrame):
    """Takes one file by drop or button.

    Args:
        open_store: Opens the model store; called in a thread, for its imports take a while.
        tasks: Coroutines of the window.

    Attributes:
        answer: Which models saw the file, in a sentence.
        again_buttons: One per model that did.
    """

    spec_wanted = Signal(object)
    """`TrainingSpec`: train this, please; it leaves the file out."""

    def __init__(
        self, open_store: Callable[[], DirectoryStore], tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAcceptDrops(True)
        self._open_store = open_store
        self._tasks = tasks
        self._file: Path | None = None
        self._rows: list[QWidget] = []
        self.again_buttons: list[QPushButton] = []
        heading = QLabel(tr("Which models saw this file?"), self)
        heading.setObjectName("panelHeading")
        self.answer = QLabel(tr(_ABOUT), self)
        self.answer.setWordWrap(True)
        self.choose_button = QPushButton(tr("Choose a file …"), self)
        self.choose_button.setObjectName("plainButton")
        self.choose_button.setAccessibleDescription(tr(_ABOUT))
        self.choose_button.clicked.connect(self._on_choose_clicked)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.choose_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 12, 12)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        self._column.addWidget(self.answer)

    def look_for(self, file: Path) -> None:
        """Find out which models saw a file."""
        self._file = file
        self.answer.setText(tr("Looking for {name} …").format(name=file.name))
        self._clear()
        self._tasks.start(self._look(file))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file is welcome."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look for the file that was dropped."""
        self.look_for(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    async def _look(self, file: Path) -> None:
        def find() -> tuple[Sighting, ...]:
            from ownhand.training.lineage import models_that_saw

            return models_that_saw(self._open_store(), file)

        try:
            found = await self._tasks.in_thread(find)
        except (OwnhandError, OSError) as problem:
            if file == self._file:
                self.answer.setText(tr(str(problem)))
            return
        if file != self._file:
            return
        if not found:
            self.answer.setText(
                tr("None of your models learnt from {name}.").format(name=file.name)
            )
            return
        self.answer.setText(tr("{name} was read by:").format(name=file.name))
        for sighting in found:
            self._column.addWidget(self._row(sighting))
        follow_layout(self)

    def _row(self, sighting: Sighting) -> QWidget:
        row = QWidget(self)
        label = QLabel(_in_words(sighting), row)
        label.setWordWrap(True)
        again = QPushButton(tr("Train again without it"), row)
        again.setObjectName("plainButton")
        again.setAccessibleName(
            tr("Train {title} again without this file").format(title=sighting.model.title)
        )
        again.clicked.connect(lambda _checked: self._on_again_clicked(sighting.model.slug))
        self.again_buttons.append(again)
        self._rows.append(row)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label, 1)
        line.addWidget(again)
        return row

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows, self.again_buttons = [], []

    def _on_choose_clicked(self) -> None:
        self._tasks.start(self._choose())

    async def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Which models saw this file?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        file = await ask_file(self._tasks, dialog)
        if file is not None:
            self.look_for(file)

    def _on_again_clicked(self, slug: str) -> None:
        if self._file is not None:
            self._tasks.start(self._train_again(slug, self._file))

    async def _train_again(self, slug: str, file: Path) -> None:
        def make() -> object:
            from ownhand.training.lineage import spec_without

            return spec_without(self._open_store(), slug, [file])

        try:
            self.spec_wanted.emit(await self._tasks.in_thread(make))
        except (OwnhandError, OSError) as problem:
            self.answer.setText(tr(str(problem)))


def _in_words(sighting: Sighting) -> str:
    """How sure it is that a model saw the file."""
    how = {
        "both": "",
        "content": tr(", as {name}, with the same words in it").format(
            name=sighting.file.path.name
        ),
        "path": tr(", but it has been changed since"),
    }[sighting.recognised]
    through = (
        tr(", through “{through}”, which it was trained from").format(through=sighting.through)
        if sighting.through
        else ""
    )
    return tr("“{title}”{through}{how}").format(
        title=sighting.model.title, through=through, how=how
    )
