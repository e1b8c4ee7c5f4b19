"""The blind test: two texts, one question, and nobody says which model wrote which."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ownhand.bridge.translation import mark, number, tr
from ownhand.core.words import why
from ownhand.training.report.blind import (
    BlindResult,
    Side,
    blind_result,
    choices,
    record_choice,
    shown_first,
)
from ownhand.training.report.report import Report, read_report
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.phrases import quoted_end
from ownhand.ui.training.sample_view import Passage, text_face

_LETTERS = ("A", "B")
_SEEN_AS_CHANCE = 0.05


class BlindTest(QWidget):
    """Shows the pairs of a report one after another; each choice is kept at once.

    The writer can leave at any time and go on later with the next pair.

    Args:
        runs: Directory of all runs.
        themes: Colours.
        face: Family of the page's text face; "" is the theme's serif.

    Attributes:
        passages: The two texts, A and B.
        buttons: To choose A or B.
        result: What the choices come to, once there are no more pairs.
    """

    closed = Signal(str)
    """The writer goes back to the report of this run (its id)."""

    def __init__(
        self, runs: Path, themes: ThemeSwitch, face: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Blind test"))
        self._runs = runs
        self._folder = runs
        self._report: Report | None = None
        self._pair = 0
        self._heading = QLabel(tr("Which sounds like you?"), self)
        self._heading.setObjectName("trainingTitle")
        self.position = QLabel(self)
        self.position.setObjectName("panelNote")
        self._texts = QWidget(self)
        self.prompt = QLabel(self._texts)
        self.prompt.setTextFormat(Qt.TextFormat.PlainText)
        self.prompt.setWordWrap(True)
        self.prompt.setFont(text_face(face, 12.0))
        self.passages = [
            Passage(tr("Text {letter}").format(letter=letter), themes, face, self)
            for letter in _LETTERS
        ]
        self.buttons = [self._choice_button(letter) for letter in _LETTERS]
        self.result = QLabel(self)
        self.result.setFont(text_face(face, 15.0))
        self.result.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("settingProblem")
        self.problem.setWordWrap(True)
        self.back_button = QPushButton(tr("Back to the report"), self)
        self.back_button.setObjectName("plainButton")
        self.back_button.clicked.connect(lambda _checked: self.closed.emit(self._folder.name))
        self._lay_out()

    def show_run(self, run_id: str) -> None:
        """Show the first pair of a run that was not chosen from yet."""
        self._folder = self._runs / run_id
        self._report = read_report(self._folder)
        self.problem.hide()
        self._show_next()

    def choose(self, index: int) -> None:
        """Choose A (0) or B (1) and go on to the next pair."""
        if self._texts.isHidden():
            return
        try:
            record_choice(self._folder, self._pair, self._sides()[index])
        except OSError as problem:
            self.problem.setText(tr("Your choice could not be kept ({reason}). Make room on the disk and choose again.").format(reason=tr(why(problem))))  # fmt: skip
            self.problem.show()
            return
        self.problem.hide()
        self._show_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; what was chosen is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit(self._folder.name)
        else:
            super().keyPressEvent(event)

    def _show_next(self) -> None:
        pairs = self._report.pairs if self._report is not None else ()
        made = choices(self._folder)
        waiting = [place for place in range(len(pairs)) if place not in made]
        asking = bool(waiting)
        self._texts.setVisible(asking)
        self.result.setVisible(not asking)
        if not asking:
            self.position.setText(
                tr("{done} of %n pairs", n=len(pairs)).format(done=len(pairs)) if pairs else ""
            )
            self.result.setText(_in_words(blind_result(self._folder)) if pairs else tr(NO_PAIRS))
            self.back_button.setFocus()
            return
        self._pair = waiting[0]
        pair = pairs[self._pair]
        self.position.setText(tr("Pair {place} of {count}. Press A or B, or click. Leave whenever you like; your choices are kept.").format(place=len(pairs) - len(waiting) + 1, count=len(pairs)))  # fmt: skip
        self.prompt.setText(quoted_end(pair.prompt))
        for passage, side in zip(self.passages, self._sides(), strict=True):
            passage.show_text((pair.before if side == "before" else pair.after).strip(), "")
        self.passages[0].setFocus()

    def _sides(self) -> tuple[Side, Side]:
        """Which side A is, and which B."""
        first = shown_first(self._folder, self._pair)
        return ("before", "after") if first == "before" else ("after", "before")

    def _choice_button(self, letter: str) -> QPushButton:
        button = QPushButton(tr("{letter} sounds like me").format(letter=letter), self)
        button.setObjectName("plainButton")
        index = _LETTERS.index(letter)
        button.clicked.connect(lambda _checked: self.choose(index))
        key = QShortcut(QKeySequence(letter), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self.choose(index))
        return button

    def _lay_out(self) -> None:
        texts = QGridLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(10)
        texts.addWidget(self.prompt, 0, 0, 1, 2)
        for column, passage in enumerate(self.passages):
            texts.addWidget(passage, 1, column)
        for column, button in enumerate(self.buttons):
            texts.addWidget(button, 2, column)
        texts.setRowStretch(1, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back_button)
        bottom.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 24, 16)
        page.setSpacing(12)
        page.addWidget(self._heading)
        page.addWidget(self.position)
        page.addWidget(self._texts, 1)
        page.addWidget(self.result, 1, Qt.AlignmentFlag.AlignTop)
        page.addWidget(self.problem)
        page.addLayout(bottom)


NO_PAIRS = mark(
    "There is nothing to choose from: this run has no report, or was too short for pairs."
)


def _in_words(result: BlindResult) -> str:
    """What came out, for who never heard of a p-value."""
    share = tr("You chose your model {chose_after} times out of {count}.").format(
        chose_after=result.chose_after, count=result.count
    )
    if result.count == 0:
        return tr(NO_PAIRS)
    chance = tr("By guessing, a result at least this uneven comes {often} (p = {p_value})").format(
        often=_often(result.p_value), p_value=f"{result.p_value:.2g}"
    )
    if result.p_value > _SEEN_AS_CHANCE:
        return tr(
            "{share} {chance}, so this may well be chance: no difference could be shown."
        ).format(share=share, chance=chance)
    if 2 * result.chose_after > result.count:
        return tr("{share} {chance}: to your ear it does write more like you than before.").format(
            share=share, chance=chance
        )
    return tr(
        "{share} {chance}: to your ear the model before the training wrote more like you."
    ).format(share=share, chance=chance)


def _often(p_value: float) -> str:
    """A chance in words: "in 38 of 100 tests"."""
    if p_value >= 0.995:
        return tr("every time")
    if p_value >= 0.01:
        return tr("in {count} of 100 tests").format(count=round(100 * p_value))
    return tr("in about one of {count} tests").format(
        count=number(round(1 / p_value, -2) or round(1 / p_value))
    )
