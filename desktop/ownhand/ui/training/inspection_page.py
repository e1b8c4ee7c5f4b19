"""What is in the texts, and whether it is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ownhand.bridge.translation import listed, mark, number, tr
from ownhand.ui.panels.fold import Fold
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.cleaning_view import CleaningView
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.phrases import percent
from ownhand.ui.training.rows_table import RowsModel, RowsTable

if TYPE_CHECKING:
    from ownhand.training.inspection import FileSeen, Inspection

_STRANGE_SHARE = 0.05
_UNKNOWN = mark("unknown")
_LEVELS = {"enough": mark("Enough"), "thin": mark("Thin"), "too little": mark("Too little")}


class InspectionPage(QWidget):
    """The second page: a verdict first, then what it rests on.

    Attributes:
        verdict: The sentence.
        facts: Labels of the facts by their names, for example "Words".
        files: The files that were read.
        skipped: Those that were not, with reasons.
        cleaning: Options and what they do.
        scratch_button: There when the model does not know the script of the texts.
        leave_out_button: Leaves the selected files out.
    """

    leave_out_requested = Signal(tuple)
    """Paths of files (str) that shall not be learnt from."""

    def __init__(self, draft: Draft, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.level = QLabel(self)
        self.level.setObjectName("verdictLevel")
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.facts: dict[str, QLabel] = {}
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self.files = RowsTable(
            tr("Files that were read"),
            RowsModel((tr("File"), tr("Words"), tr("Texts"), tr("Encoding"), tr("Remark")), _file_cells, lambda f: str(f.path)),
            (0, 4), self,
        )  # fmt: skip
        self.skipped = RowsTable(
            tr("Files that were not read"),
            RowsModel((tr("File"), tr("Why")), lambda s: (s.path.name, tr(s.reason)), lambda s: f"{s.path} {s.reason}"),
            (0, 1), self,
        )  # fmt: skip
        self.leave_out_button = QPushButton(tr("&Leave out the selected files"), self)
        self.leave_out_button.setObjectName("plainButton")
        self.leave_out_button.setToolTip(
            tr("They stay where they are, and are not learnt from (Delete)")
        )
        self.scratch_button = QPushButton(tr("&Make a model from scratch instead"), self)
        self.scratch_button.setObjectName("plainButton")
        self.scratch_button.clicked.connect(self._on_scratch_clicked)
        self.scratch_button.hide()
        self.cleaning = CleaningView(draft, self)
        self.files_fold = Fold(tr("Files"), themes, self)
        self.skipped_fold = Fold(tr("Not read"), themes, self)
        self.cleaning_fold = Fold(tr("Cleaning"), themes, self)
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.leave_out_button)
        line.addStretch(1)
        self.files_fold.add(self.files)
        self.files_fold.add(buttons)
        self.skipped_fold.add(self.skipped)
        self.cleaning_fold.add(self.cleaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.level)
        column.addWidget(self.verdict)
        column.addWidget(self.scratch_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._facts)
        for fold in (self.files_fold, self.skipped_fold, self.cleaning_fold):
            column.addWidget(fold)
        column.addStretch(1)
        self.files_fold.button.setChecked(True)
        self.cleaning_fold.button.setChecked(True)
        self.leave_out_button.clicked.connect(self._leave_out)
        self.files.removal_requested.connect(self._leave_out)
        self.files.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._on_selection_changed()

    def show_inspection(self, seen: Inspection) -> None:
        """Tell what was found."""
        verdict = seen.report.verdict
        self.level.setText(tr(_LEVELS[verdict.level]))
        self.level.setProperty("level", verdict.level)
        self.level.style().unpolish(self.level)
        self.level.style().polish(self.level)
        self.verdict.setText(tr(verdict.reason))
        self.scratch_button.setVisible(
            any(not s.known and s.share > _STRANGE_SHARE for s in seen.report.scripts)
        )
        self._show_facts(_facts_of(seen))
        self.files.put(seen.files)
        self.skipped.put(seen.skipped)
        self.files_fold.button.setText(tr("Files · {count}").format(count=number(len(seen.files))))
        self.skipped_fold.setVisible(bool(seen.skipped))
        self.skipped_fold.button.setText(
            tr("Not read · {count}").format(count=number(len(seen.skipped)))
        )
        self.cleaning.show_cleaning(seen.cleaning)
        words = f"{self.level.text()}. {self.verdict.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_facts(self, facts: dict[str, str]) -> None:
        while self._facts.count():
            entry = self._facts.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.deleteLater()
        self.facts = {}
        for row, (name, value) in enumerate(facts.items()):
            title = QLabel(name, self)
            title.setObjectName("panelNote")
            label = QLabel(value, self)
            label.setWordWrap(True)
            label.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label, row, 1)
            self.facts[name] = label

    def _on_scratch_clicked(self) -> None:
        self._draft.change(method="scratch")
        self.scratch_button.hide()
        self.verdict.setText(
            tr("A new, small model will be made that learns this script from your texts.")
        )

    def _leave_out(self) -> None:
        chosen = tuple(str(file.path) for file in self.files.selected)
        if chosen:
            self.leave_out_requested.emit(chosen)

    def _on_selection_changed(self) -> None:
        self.leave_out_button.setEnabled(bool(self.files.selected))


def _facts_of(seen: Inspection) -> dict[str, str]:
    """What the verdict rests on; what is nought is left out, except where nought is good to know."""
    report = seen.report
    facts = {
        tr("Texts"): tr("{texts} in {files}").format(
            texts=tr("%Ln texts", n=report.documents), files=tr("%Ln files", n=report.files)
        ),
        tr("Words"): number(report.words),
    }
    if report.tokens:
        facts[tr("Tokens")] = tr("{tokens}, the pieces of words that {model} reads").format(
            tokens=number(report.tokens), model=seen.model
        )
    languages = [f"{tr(name or _UNKNOWN)} {percent(share)}" for name, share in report.languages if share >= 0.005]  # fmt: skip
    facts[tr("Languages")] = ", ".join(languages) or tr(_UNKNOWN)
    facts[tr("Script")] = "; ".join(_script(seen, s.name, s.known) for s in report.scripts if s.share >= 0.005) or tr("none")  # fmt: skip
    repeated = []
    if seen.duplicates:
        repeated.append(tr("%Ln texts word for word", n=seen.duplicates))
    if seen.near_duplicates:
        repeated.append(tr("%Ln texts nearly", n=seen.near_duplicates))
    facts[tr("Repeated")] = tr("{what}, {words} words").format(what=listed(repeated), words=number(report.duplicate_words)) if repeated else tr("nothing")  # fmt: skip
    if report.boilerplate_characters:
        facts[tr("Licences, repeated lines")] = tr(
            "%Ln characters", n=report.boilerplate_characters
        )
    if report.very_short:
        facts[tr("Very short")] = tr("%Ln texts of fewer than ten words", n=len(report.very_short))
    if report.generated_characters:
        facts[tr("Written by a model")] = tr(
            "%Ln characters, left out", n=report.generated_characters
        )
    return facts


def _script(seen: Inspection, name: str, known: bool) -> str:
    if not seen.model:
        return tr(name)
    words = tr("{script}, which {model} knows") if known else tr("{script}, which {model} does not know")  # fmt: skip
    return words.format(script=tr(name), model=seen.model)


def _file_cells(file: FileSeen) -> tuple[str, ...]:
    return file.path.name, number(file.words), number(file.documents), file.encoding, tr(file.note)
