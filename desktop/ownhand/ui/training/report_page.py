"""The report of a run: first what it comes to, then the figures, then the two models side by side."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import mark, number, tr
from ownhand.core.words import why
from ownhand.training.report.report import PAGE_FILE, Comparison, Gauge, Report, read_report
from ownhand.training.report.wording import (
    forgetting_remark,
    memorisation_remark,
    percent_change,
    sentence,
)
from ownhand.ui.ask import ask_file
from ownhand.ui.tab_order import follow_layout
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.gauge_view import GaugeView, reach_of
from ownhand.ui.training.phrases import percent, quoted_end, speed
from ownhand.ui.training.sample_view import Passage, text_face

NO_REPORT = mark(
    "There is no report of this run. It is made at the end of a training, if its settings ask for it."
)
_MEASURE = 820
"""Widest the page becomes, in pixels."""


class ReportPage(QWidget):
    """Shows the `report.json` of a run's directory.

    Args:
        runs: Directory of all runs.
        themes: Colours.
        tasks: Waits for the file dialog.
        face: Family of the page's text face; "" is the theme's serif.

    Attributes:
        report: What is shown, or None.
        sentence: What the report comes to.
        note: What became of a copy, or why there is no report.
    """

    model_wanted = Signal(str)
    """The writer wants to write with this model (its slug)."""
    blind_test_wanted = Signal(str)
    """The writer wants to take the blind test of this run (its id)."""

    def __init__(
        self,
        runs: Path,
        themes: ThemeSwitch,
        tasks: Tasks,
        face: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Report"))
        self.report: Report | None = None
        self._runs = runs
        self._folder = runs
        self._themes = themes
        self._tasks = tasks
        self._face = face
        self.title = QLabel(self)
        self.title.setObjectName("trainingTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("reportSentence")
        self.sentence.setFont(text_face(face, 17.0))
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.held_out = GaugeView(
            tr("Your writing"), tr("less surprised"), tr("more surprised"), themes, self
        )
        self.forgetting = GaugeView(tr("General English"), tr("less surprised"), tr("more surprised"), themes, self)  # fmt: skip
        self.memorisation = GaugeView(tr("Known by heart"), tr("fewer passages"), tr("more passages"), themes, self)  # fmt: skip
        self.speed = QLabel(self)
        self.speed.setObjectName("panelNote")
        self.note = QLabel(self)
        self.note.setObjectName("panelNote")
        self.note.setWordWrap(True)
        self._comparisons: list[QWidget] = []
        self.open_button = self._button(tr("Open in the browser"))
        self.open_button.setToolTip(tr("Opens report.html, one file with everything in it"))
        self.open_button.clicked.connect(self._on_open_clicked)
        self.save_button = self._button(tr("Save a copy …"))
        self.save_button.clicked.connect(self._on_save_clicked)
        self.blind_button = self._button(tr("Which sounds like you?"))
        self.blind_button.setToolTip(
            tr("A blind test: choose without knowing which model wrote it")
        )
        self.blind_button.clicked.connect(self._on_blind_clicked)
        self.write_button = self._button(tr("Write with it"))
        self.write_button.setObjectName("offerButton")
        self.write_button.clicked.connect(self._on_write_clicked)
        self._lay_out()
        self._show(None)

    def show_run(self, run_id: str) -> None:
        """Show the report of a run, or say that there is none."""
        self._folder = self._runs / run_id
        self._show(read_report(self._folder))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_MEASURE)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(18)
        for widget in (self.title, self.sentence, self.held_out, self.forgetting, self.memorisation, self.speed):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        centred = QWidget()
        row = QHBoxLayout(centred)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Report"))
        scroll.setWidget(centred)
        centred.setObjectName("plainGround")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.setSpacing(10)
        for button in (self.open_button, self.save_button, self.blind_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.write_button)
        self.note.setContentsMargins(24, 0, 24, 0)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 16)
        page.addWidget(scroll, 1)
        page.addWidget(self.note)
        page.addLayout(buttons)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("plainButton")
        return button

    # --- showing ---------------------------------------------------------------------------------

    def _show(self, report: Report | None) -> None:
        self.report = report
        there = report is not None
        for widget in (self.sentence, self.held_out, self.forgetting, self.memorisation, self.speed):  # fmt: skip
            widget.setVisible(there)
        for old in self._comparisons:
            self._column.removeWidget(old)
            old.deleteLater()
        self._comparisons = []
        has_page = there and (self._folder / PAGE_FILE).is_file()
        self.open_button.setVisible(has_page)
        self.save_button.setVisible(has_page)
        self.write_button.setVisible(there)
        self.blind_button.setVisible(report is not None and bool(report.pairs))
        self._say("" if there else tr(NO_REPORT))
        self.title.setText(report.title if report is not None else tr("Report"))
        if report is None:
            return
        self.sentence.setText(tr(sentence(report.held_out, report.method)))
        held_out = percent_change(report.held_out) if report.held_out is not None else None
        general = percent_change(report.forgetting)
        reach = reach_of(held_out, general)  # one scale for both, or a trifle would look like a lot
        self.held_out.show_gauge(
            "",
            tr("{figures} Perplexity {before} before, {after} after.").format(
                figures=_figures(report.held_out, tr("passages that it never saw")),
                before=number(report.perplexity_before, 1),
                after=number(report.perplexity_after, 1),
            ),
            held_out,
            reach,
        )
        self.held_out.setVisible(report.held_out is not None)
        self.forgetting.show_gauge(
            tr(forgetting_remark(report)),
            _figures(report.forgetting, tr("passages")),
            general,
            reach,
        )
        memory = report.memorisation
        self.memorisation.show_gauge(
            tr(memorisation_remark(report)),
            tr("{before} before, {after} after.").format(
                before=percent(memory.before), after=percent(memory.after)
            )
            if memory
            else "",
            (memory.difference, *memory.ci95) if memory else None,
        )
        self.speed.setText(
            tr("It writes {after}; before the training {before}.").format(
                after=speed(report.tokens_per_s_after), before=speed(report.tokens_per_s_before)
            )
        )
        for place, comparison in enumerate(report.side_by_side, start=1):
            view = self._compared(place, comparison, from_scratch=not report.base)
            self._comparisons.append(view)
            self._column.insertWidget(self._column.count() - 1, view)
        follow_layout(self)

    def _compared(self, place: int, comparison: Comparison, from_scratch: bool) -> QWidget:
        view = QWidget(self)
        grid = QGridLayout(view)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        prompt = QLabel(quoted_end(comparison.prompt) or tr("From nothing"), view)  # fmt: skip
        prompt.setTextFormat(Qt.TextFormat.PlainText)
        prompt.setWordWrap(True)
        prompt.setFont(text_face(self._face, 11.0))
        grid.addWidget(prompt, 0, 0, 1, 2)
        before = tr("Before any training") if from_scratch else tr("The model as it was")
        for column, (words, text) in enumerate(
            ((before, comparison.before), (tr("Your model"), comparison.after))
        ):
            label = QLabel(words, view)
            label.setObjectName("panelNote")
            passage = Passage(
                tr("Prompt {number}: {words}").format(number=place, words=words),
                self._themes,
                self._face,
                view,
            )
            passage.setMinimumHeight(150)
            passage.show_text(text.strip(), "")
            label.setBuddy(passage)
            grid.addWidget(label, 1, column)
            grid.addWidget(passage, 2, column)
        return view

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    # --- what the writer does --------------------------------------------------------------------

    def _on_open_clicked(self) -> None:
        file = self._folder / PAGE_FILE
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._say(
                tr("No program of this machine opens it. The report is the file {file}.").format(
                    file=file
                )
            )

    def _on_save_clicked(self) -> None:
        self._tasks.start(self._save_copy())

    async def _save_copy(self) -> None:
        dialog = QFileDialog(self, tr("Save a copy of the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Web page (*.html)"))
        dialog.setDefaultSuffix("html")
        dialog.selectFile(
            tr("{title} - report.html").format(title=self.title.text().replace("/", "-"))
        )
        source = self._folder / PAGE_FILE
        target = await ask_file(self._tasks, dialog)
        if target is None:
            return
        try:
            await self._tasks.in_thread(lambda: shutil.copyfile(source, target))
        except OSError as problem:
            self._say(tr("The copy could not be written ({reason}). Choose another place.").format(reason=tr(why(problem))))  # fmt: skip
        else:
            self._say(tr("Saved as {target}.").format(target=target))

    def _on_blind_clicked(self) -> None:
        self.blind_test_wanted.emit(self._folder.name)

    def _on_write_clicked(self) -> None:
        if self.report is not None:
            self.model_wanted.emit(self.report.model)


def _signed(value: float) -> str:
    """A change in percent: "−6.9 %"."""
    sign = "−" if value < 0 else "+"
    return tr("{share} %").format(share=sign + number(abs(value), 1))


def _figures(gauge: Gauge | None, what: str) -> str:
    """Before and after, and on how much they rest."""
    if gauge is None:
        return ""
    change, low, high = (_signed(value) for value in percent_change(gauge))
    return tr(
        "{before} {unit} before, {after} after, on {samples} {what}: {change} (between {low} and {high})."
    ).format(
        before=number(gauge.before, 3),
        unit=tr(gauge.unit),
        after=number(gauge.after, 3),
        samples=number(gauge.samples),
        what=what,
        change=change,
        low=low,
        high=high,
    )
