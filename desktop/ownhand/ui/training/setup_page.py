"""What shall come of it: a name, how much, and the rest behind a fold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import mark, tr
from ownhand.core.messages import ModelInfo
from ownhand.training.command import equal_command, needs_file, spec_file_name
from ownhand.training.recipes import Recipe, recipes
from ownhand.training.spec import TrainingSpec
from ownhand.ui.calm_combo import CalmCombo
from ownhand.ui.panels.fold import Fold
from ownhand.ui.tab_order import follow_layout
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.draft import Draft
from ownhand.ui.training.phrases import times_through
from ownhand.ui.training.spec_fields import GROUPS, fields_of
from ownhand.ui.training.spec_form import SpecForm

AMOUNTS = {
    2.0: mark("A short try (2 minutes)"),
    15.0: mark("A quarter of an hour"),
    60.0: mark("An hour"),
    480.0: mark("A night (8 hours)"),
}
"""Minutes, and what a writer calls them."""

_SCRATCH = "\0scratch"
_USUAL = {
    "lora": mark(
        "The model stays as it is, and learns your style beside it: quick, and little is forgotten. The rest is chosen by how much text there is, and by this machine."
    ),
    "full": mark(
        "The whole model goes on learning: that goes further, takes longer, and more may be forgotten. The rest is chosen by how much text there is, and by this machine."
    ),
    "scratch": mark(
        "A new, small model that knows nothing but your texts; its size is chosen by how much there is of them."
    ),
}
"""What happens without a recipe, by method."""


class SetupPage(QWidget):
    """The third page.

    Attributes:
        name_line: Name of the model that comes out.
        amount_box: How long it learns.
        model_box: What it starts from.
        recipe_box: Well-known ways of training.
        prompt_line: What samples continue.
        forms: The finer settings by group, once a group was opened.
        command_text: The command that does the same.
    """

    save_requested = Signal()
    """The settings shall go into a file."""
    open_requested = Signal()
    """Settings shall come from a file."""

    def __init__(self, draft: Draft, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._themes = themes
        self._models: tuple[ModelInfo, ...] = ()
        self._recipes: tuple[Recipe, ...] = recipes()
        self.name_line = QLineEdit(self)
        self.amount_box = CalmCombo(self)
        self.model_box = CalmCombo(self)
        self.recipe_box = CalmCombo(self)
        self.recipe_note = QLabel(self)
        self.prompt_line = QLineEdit(self)
        self.forms: dict[str, SpecForm] = {}
        self.folds: dict[str, Fold] = {}
        self.command_text = QPlainTextEdit(self)
        self.command_note = QLabel(self)
        self.copy_button = QPushButton(tr("Co&py"), self)
        self.save_button = QPushButton(tr("&Save settings …"), self)
        self.open_button = QPushButton(tr("&Open settings …"), self)
        self.advanced_fold = Fold(tr("Finer settings"), themes, self)
        self.command_fold = Fold(tr("The same as a command"), themes, self)
        self._fill()
        self._add_groups()
        self._lay_out()
        self._connect()
        self.refresh(draft.spec)

    def show_models(self, models: Sequence[ModelInfo]) -> None:
        """Offer these to start from."""
        self._models = tuple(models)
        self.model_box.clear()
        for info in self._models:
            self.model_box.addItem(info.title, info.slug)
        if not self._models:
            self.model_box.addItem(tr("No model yet: get the starter model in the main window"), "")
        self.model_box.insertSeparator(self.model_box.count())
        self.model_box.addItem(tr("Nothing: make a new, small model"), _SCRATCH)
        self.refresh(self._draft.spec)

    def refresh(self, spec: TrainingSpec) -> None:
        """Show what is chosen."""
        for line, text in ((self.name_line, spec.name), (self.prompt_line, spec.sample_prompt)):
            if line.text() != text:
                line.setText(text)
        self._show_amount(spec)
        chosen = _SCRATCH if spec.method == "scratch" else spec.model or self._starter()
        self.model_box.setCurrentIndex(self.model_box.findData(chosen))
        row = next((n for n, r in enumerate(self._recipes, 1) if r.name == spec.recipe), 0)
        self.recipe_box.setCurrentIndex(row)
        self.recipe_note.setText(
            tr(self._recipes[row - 1].description if row else _USUAL[spec.method])
        )
        for group, fold in self.folds.items():
            fold.setVisible(any(field.matters(spec) for field in fields_of(group)))
        self.command_text.setPlainText(equal_command(spec))
        note = tr("Save the settings as {file} first: some of them have no option of their own.").format(file=spec_file_name(spec))  # fmt: skip
        self.command_note.setText(note if needs_file(spec) else "")
        self.command_note.setVisible(needs_file(spec))

    def _starter(self) -> str:
        """What a spec without a model starts from, as far as it is known here."""
        from ownhand.models.starter_record import starter_record

        slugs = [info.slug for info in self._models]
        starter = starter_record().slug
        return starter if starter in slugs else next(iter(slugs), "")

    def _show_amount(self, spec: TrainingSpec) -> None:
        box = self.amount_box
        while box.count() > len(AMOUNTS):
            box.removeItem(box.count() - 1)
        by_time = not spec.epochs and not spec.steps
        if by_time and spec.minutes in AMOUNTS:
            box.setCurrentIndex(list(AMOUNTS).index(spec.minutes))
            return
        if spec.steps:
            label = tr("%Ln steps", n=spec.steps)
        elif spec.epochs:
            label = times_through(spec.epochs)
        else:
            label = (
                tr("{count} minutes").format(count=f"{spec.minutes:g}")
                if spec.minutes
                else tr("Without a limit of time")
            )
        box.addItem(label, None)
        box.setCurrentIndex(box.count() - 1)

    def _fill(self) -> None:
        self.amount_box.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        for minutes, label in AMOUNTS.items():
            self.amount_box.addItem(tr(label), minutes)
        self.recipe_box.addItem(tr("The usual way (recommended)"), "")
        for recipe in self._recipes:
            self.recipe_box.addItem(f"{recipe.name}: {tr(recipe.title)}", recipe.name)
        self.prompt_line.setPlaceholderText(tr("The beginning of a sentence of yours"))
        self.prompt_line.setToolTip(tr("While it learns you see how it continues this"))
        self.recipe_note.setObjectName("panelNote")
        self.recipe_note.setWordWrap(True)
        self.command_note.setObjectName("panelNote")
        self.command_note.setWordWrap(True)
        self.command_text.setObjectName("listField")
        self.command_text.setReadOnly(True)
        self.command_text.setTabChangesFocus(True)
        self.command_text.setFixedHeight(78)
        self.command_text.setAccessibleName(tr("The command that does the same"))
        self.copy_button.setAccessibleName(tr("Copy the command"))

    def _open_group(self, group: str, is_open: bool) -> None:
        """Make a form when it is first wanted: all together they take longer than a key may wait."""
        if is_open and group not in self.forms:
            form = self.forms[group] = SpecForm(fields_of(group), self._draft, self.folds[group])
            form.setContentsMargins(20, 0, 0, 0)
            self.folds[group].add(form)
            follow_layout(self)

    def _add_groups(self) -> None:
        for group, title in GROUPS.items():
            if group == "cleaning":
                continue  # on the page before, where one sees what it does
            fold = self.folds[group] = Fold(tr(title), self._themes, self)
            fold.button.toggled.connect(partial(self._open_group, group))
            self.advanced_fold.add(fold)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("&Name of the new model"), self.name_line),
            (tr("How m&uch"), self.amount_box),
            (tr("Starts &from"), self.model_box),
            (tr("&Recipe"), self.recipe_box),
            ("", self.recipe_note),
            (tr("&A beginning to try it with"), self.prompt_line),
        )
        for row, (text, widget) in enumerate(rows):
            if text:
                label = QLabel(text, self)
                label.setBuddy(widget)
                form.addWidget(label, row, 0)
                widget.setAccessibleName(text.replace("&", ""))
            side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, CalmCombo) else Qt.AlignmentFlag(0)  # fmt: skip
            form.addWidget(widget, row, 1, side)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.copy_button, self.save_button, self.open_button):
            button.setObjectName("plainButton")
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.command_text)
        column.addWidget(self.command_note)
        column.addLayout(buttons)
        self.command_fold.add(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(form)
        whole.addWidget(self.advanced_fold)
        whole.addWidget(self.command_fold)
        whole.addStretch(1)

    def _connect(self) -> None:
        self._draft.spec_changed.connect(self.refresh)
        self.name_line.textEdited.connect(lambda text: self._draft.change(name=text))
        self.prompt_line.textEdited.connect(lambda text: self._draft.change(sample_prompt=text))
        self.amount_box.activated.connect(self._on_amount_chosen)
        self.model_box.activated.connect(self._on_model_chosen)
        self.recipe_box.activated.connect(self._on_recipe_chosen)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.command_text.toPlainText())
        )
        self.save_button.clicked.connect(self.save_requested)
        self.open_button.clicked.connect(self.open_requested)

    def _on_amount_chosen(self, row: int) -> None:
        minutes = self.amount_box.itemData(row)
        if minutes is not None:
            self._draft.change(minutes=minutes, epochs=0.0, steps=0)

    def _on_model_chosen(self, row: int) -> None:
        slug = self.model_box.itemData(row)
        if slug == _SCRATCH:
            self._draft.change(method="scratch")
        else:
            method = "lora" if self._draft.spec.method == "scratch" else self._draft.spec.method
            self._draft.change(model=slug, method=method)

    def _on_recipe_chosen(self, row: int) -> None:
        self._draft.begin_afresh(self._recipes[row - 1] if row else None)
