"""What is in the texts, and whether it is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ownhand.ui.panels.fold import Fold
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.cleaning_view import CleaningView
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.phrases import percent
from ownhand.ui.training.rows_table import RowsModel, RowsTable

if TYPE_CHECKING:
    from ownhand.training.inspection import FileSeen, Inspection

_STRANGE_SHARE = 0.05
_LEVELS = {"enough": "Enough", "thin": "Thin", "too little": "Too little"}


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
            "Files that were read",
            RowsModel(("File", "Words", "Texts", "Encoding", "Remark"), _file_cells, lambda f: str(f.path)),
            (0, 4), self,
        )  # fmt: skip
        self.skipped = RowsTable(
            "Files that were not read",
            RowsModel(("File", "Why"), lambda s: (s.path.name, s.reason), lambda s: f"{s.path} {s.reason}"),
            (0, 1), self,
        )  # fmt: skip
        self.leave_out_button = QPushButton("&Leave out the selected files", self)
        self.leave_out_button.setObjectName("plainButton")
        self.leave_out_button.setToolTip(
            "They stay where they are, and are not learnt from (Delete)"
        )
        self.scratch_button = QPushButton("&Make a model from scratch instead", self)
        self.scratch_button.setObjectName("plainButton")
        self.scratch_button.clicked.connect(self._on_scratch_clicked)
        self.scratch_button.hide()
        self.cleaning = CleaningView(draft, self)
        self.files_fold = Fold("Files", themes, self)
        self.skipped_fold = Fold("Not read", themes, self)
        self.cleaning_fold = Fold("Cleaning", themes, self)
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
        self.level.setText(_LEVELS[verdict.level])
        self.level.setProperty("level", verdict.level)
        self.level.style().unpolish(self.level)
        self.level.style().polish(self.level)
        self.verdict.setText(verdict.reason)
        self.scratch_button.setVisible(
            any(not s.known and s.share > _STRANGE_SHARE for s in seen.report.scripts)
        )
        self._show_facts(_facts_of(seen))
        self.files.put(seen.files)
        self.skipped.put(seen.skipped)
        self.files_fold.button.setText(f"Files · {len(seen.files):,}")
        self.skipped_fold.setVisible(bool(seen.skipped))
        self.skipped_fold.button.setText(f"Not read · {len(seen.skipped):,}")
        self.cleaning.show_cleaning(seen.cleaning)
        words = f"{_LEVELS[verdict.level]}. {verdict.reason}"
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
            "A new, small model will be made that learns this script from your texts."
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
        "Texts": f"{_count(report.documents, 'text')} in {_count(report.files, 'file')}",
        "Words": f"{report.words:,}",
    }
    if report.tokens:
        facts["Tokens"] = f"{report.tokens:,}, the pieces of words that {seen.model} reads"
    languages = [f"{name or 'unknown'} {percent(share)}" for name, share in report.languages if share >= 0.005]  # fmt: skip
    facts["Languages"] = ", ".join(languages) or "unknown"
    facts["Script"] = "; ".join(_script(seen, s.name, s.known) for s in report.scripts if s.share >= 0.005) or "none"  # fmt: skip
    repeated = []
    if seen.duplicates:
        repeated.append(f"{_count(seen.duplicates, 'text')} word for word")
    if seen.near_duplicates:
        repeated.append(f"{_count(seen.near_duplicates, 'text')} nearly")
    facts["Repeated"] = f"{' and '.join(repeated)}, {report.duplicate_words:,} words" if repeated else "nothing"  # fmt: skip
    if report.boilerplate_characters:
        facts["Licences, repeated lines"] = f"{report.boilerplate_characters:,} characters"
    if report.very_short:
        facts["Very short"] = f"{_count(len(report.very_short), 'text')} of fewer than ten words"
    if report.generated_characters:
        facts["Written by a model"] = f"{report.generated_characters:,} characters, left out"
    return facts


def _script(seen: Inspection, name: str, known: bool) -> str:
    if not seen.model:
        return name
    return f"{name}, which {seen.model} {'knows' if known else 'does not know'}"


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _file_cells(file: FileSeen) -> tuple[str, ...]:
    return file.path.name, f"{file.words:,}", f"{file.documents:,}", file.encoding, file.note
