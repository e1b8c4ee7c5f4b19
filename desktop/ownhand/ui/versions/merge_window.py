"""Asks about each place that both versions of a text changed, each in its own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.document.merge import Conflict, Merge, Pick
from ownhand.ui.tab_order import follow_layout

_PICKS: tuple[Pick, ...] = ("mine", "theirs", "both")
_LEAD = 60  # characters before a place, to find it by


class ConflictBox(QFrame):
    """One place: both texts side by side, and which to take."""

    def __init__(self, merge: Merge, number: int, conflict: Conflict, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        total = len(merge.conflicts)
        heading = tr("Place {number} of {total}").format(number=number, total=total)
        lead = merge.mine[: conflict.mine.start].rpartition("\n")[2][-_LEAD:].strip()
        title = QLabel(heading, self)
        title.setObjectName("panelHeading")
        place = QLabel(tr("After “{words}”").format(words=lead) if lead else "", self)
        place.setObjectName("panelNote")
        place.setWordWrap(True)
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        labels = (tr("Your version"), tr("The other version"), tr("Both, yours first"))
        texts = (merge.text_of(conflict.mine), merge.text_of(conflict.theirs))
        for index, label in enumerate(labels):
            button = QRadioButton(label, self)
            button.setAccessibleName(f"{heading}: {label}")
            self._group.addButton(button, index)
            if index < 2:
                grid.addWidget(button, 0, index)
                grid.addWidget(_passage(texts[index], f"{heading}: {label}", self), 1, index)
            else:
                grid.addWidget(button, 2, 0, 1, 2)
        self._group.button(0).setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(place, 1)
        column.addLayout(top)
        column.addLayout(grid)

    @property
    def pick(self) -> Pick:
        """What the writer takes."""
        return _PICKS[self._group.checkedId()]

    def choose(self, pick: Pick) -> None:
        """Take this."""
        self._group.button(_PICKS.index(pick)).setChecked(True)


class MergeWindow(QDialog):
    """Stands beside the main window; the page can be written in meanwhile.

    Attributes:
        merge: What goes together by itself, and what does not.
        boxes: One for each conflict.
        note: Says if the text has changed since.
    """

    merge_wanted = Signal(tuple)
    """What to take at each conflict, in order."""

    def __init__(self, merge: Merge, path: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge"))
        self.setModal(False)
        self.resize(820, 560)
        self.merge = merge
        about = QLabel(
            tr(
                "{name}: what only one of the two versions changed goes together by itself. At the "
                "places below both did; choose what to take."
            ).format(name=path.name if path is not None else tr("Untitled")),
            self,
        )
        about.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setObjectName("settingProblem")
        self.note.setWordWrap(True)
        self.note.hide()
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self.boxes = [
            ConflictBox(merge, number, conflict, inside)
            for number, conflict in enumerate(merge.conflicts, 1)
        ]
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(self)
        merge_button = QPushButton(tr("&Merge"), self)
        merge_button.setObjectName("primaryButton")
        merge_button.setDefault(True)
        buttons.addButton(merge_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        self.accepted.connect(lambda: self.merge_wanted.emit(self.picks))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.note)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        follow_layout(self)

    @property
    def picks(self) -> tuple[Pick, ...]:
        """One for each conflict."""
        return tuple(box.pick for box in self.boxes)

    def tell_changed(self) -> None:
        """The text on the page has changed since the writer chose: say that the choice is anew."""
        self.note.setText(
            tr("The text on the page has changed meanwhile, so please look at these places again.")
        )
        self.note.show()


def _passage(text: str, name: str, parent: QWidget) -> QPlainTextEdit:
    passage = QPlainTextEdit(parent)
    passage.setObjectName("passage")
    passage.setReadOnly(True)
    passage.setTabChangesFocus(True)
    passage.setAccessibleName(name)
    passage.setPlainText(text.strip("\n"))
    passage.setPlaceholderText(tr("Taken out"))
    lines = sum(1 + len(line) // 44 for line in text.strip("\n").split("\n"))
    passage.setFixedHeight(passage.fontMetrics().lineSpacing() * max(2, min(lines, 8)) + 16)
    return passage
