"""The spell check of the window: which language, whose words, what the context menu offers."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import QMenu

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import mark, tr
from ownhand.core.settings import Settings
from ownhand.document.spelling import (
    LANGUAGES,
    Speller,
    load_own_words,
    save_own_words,
    word_at,
)
from ownhand.ui.reading_only import may_change
from ownhand.ui.shell import Shell
from ownhand.ui.spelling.waves import Waves
from ownhand.ui.theme import Theme

log = logging.getLogger(__name__)

NAMES_DELAY_MS = 4000

LANGUAGE_NAMES = {
    "en": mark("English"), "de": mark("German"), "fr": mark("French"), "es": mark("Spanish"),
    "it": mark("Italian"), "pt": mark("Portuguese"), "nl": mark("Dutch"),
}  # fmt: skip


class SpellCheck(QObject):
    """The action "spelling", waves beneath unknown words, and corrections in the context menu.

    Attributes:
        speller: In use, or None while there is none (switched off, no dictionary, still loading).
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._page = shell.page
        self.speller: Speller | None = None
        self._wanted = ""
        self._own_file = shell.paths.config / "dictionary.txt"
        self._waves = Waves(self._page, self._misspelt)
        self._page.add_overlay(self._paint)
        self._names = Delay(NAMES_DELAY_MS, self._choose, self)
        self._action = shell.actions["spelling"]
        self._action.triggered.connect(
            lambda on: shell.settings.change(spelling="auto" if on else "")
        )
        shell.actions["next_misspelt"].triggered.connect(self.go_to_next)
        shell.settings.settings_changed.connect(self._on_settings_changed)
        shell.themes.theme_changed.connect(self._on_theme_changed)
        shell.documents.text_shown.connect(self._choose)
        self._page.menu_opening.connect(self._add_to_menu)
        self._page.edited.connect(self._on_edited)
        self._on_theme_changed(shell.themes.theme)
        QTimer.singleShot(1500, self, self._choose)  # not while the window appears

    def go_to_next(self) -> None:
        """Select the next unknown word behind the caret; from the end on from the beginning."""
        if self.speller is not None:
            self._shell.tasks.start(self._go_to_next(self.speller))

    async def _go_to_next(self, speller: Speller) -> None:
        text = self._page.text()
        caret = self._page.code_point(self._page.textCursor().selectionEnd())
        wrong = await self._shell.tasks.in_thread(lambda: speller.misspelt(text))
        if not wrong:
            self._shell.messages.tell(
                "spelling", tr("The dictionary knows every word of this text.")
            )
        elif self._page.text() == text:
            self._page.select_range(*next((w for w in wrong if w[0] >= caret), wrong[0]))

    def _choose(self) -> None:
        """Load the dictionary that the settings and the text ask for."""
        chosen = self._shell.settings.value.spelling
        self._action.setChecked(bool(chosen))
        self._shell.actions["next_misspelt"].setEnabled(bool(chosen))
        language = language_for(self._page.text()) if chosen == "auto" else chosen
        if language == self._wanted:
            self._learn_names()
            return
        self._wanted = language
        if language in LANGUAGES:
            self._shell.tasks.start(self._load(language))
        else:
            self.speller = None
            self._waves.forget()

    async def _load(self, language: str) -> None:
        text = self._page.text()

        def load() -> Speller:
            try:
                own = load_own_words(self._own_file)
            except (OSError, UnicodeDecodeError) as problem:
                log.warning("The own words in %s cannot be read (%s).", self._own_file, problem)
                own = frozenset()
            speller = Speller(language, own)
            speller.learn_names(text)
            return speller

        speller = await self._shell.tasks.in_thread(load)
        if language == self._wanted:
            self.speller = speller
            self._waves.forget()

    def _learn_names(self) -> None:
        if self.speller is not None:
            self._shell.tasks.start(self._learn(self.speller, self._page.text()))

    async def _learn(self, speller: Speller, text: str) -> None:
        await self._shell.tasks.in_thread(lambda: speller.learn_names(text))
        self._waves.forget()

    def _misspelt(self, text: str) -> list[tuple[int, int]]:
        return self.speller.misspelt(text) if self.speller is not None else []

    def _paint(self, painter: QPainter) -> None:
        if self.speller is not None:
            self._waves.paint(painter)

    def _add_to_menu(self, menu: QMenu, position: int) -> None:
        text, speller = self._page.text(), self.speller
        place = word_at(text, position)
        if speller is None or place is None or speller.knows(text[slice(*place)]):
            return
        word = text[slice(*place)]
        before = menu.actions()[0] if menu.actions() else None
        looking = QAction(tr("Looking for what was meant …"), menu)
        looking.setEnabled(False)
        add = QAction(tr("Add “{word}” to my words").format(word=word), menu)
        add.triggered.connect(partial(self._add_word, word))
        ending = QAction(menu)
        ending.setSeparator(True)
        menu.insertActions(before, [looking, add, ending])  # type: ignore[arg-type]
        self._shell.tasks.start(self._suggest(menu, looking, speller, place, word))

    async def _suggest(
        self, menu: QMenu, looking: QAction, speller: Speller, place: tuple[int, int], word: str
    ) -> None:
        closed: list[bool] = []
        menu.destroyed.connect(lambda: closed.append(True))
        found = await self._shell.tasks.in_thread(lambda: speller.suggestions(word))
        if closed:
            return
        if not found:
            looking.setText(tr("Nothing like it in the dictionary"))
            return
        for other in found:
            action = QAction(other, menu)
            action.triggered.connect(partial(self._put, place, word, other))
            menu.insertAction(looking, action)
        menu.removeAction(looking)

    def _put(self, place: tuple[int, int], word: str, other: str, _checked: bool = False) -> None:
        if self._page.text()[slice(*place)] == word and may_change(self._shell):
            self._page.select_range(*place)
            self._page.insertPlainText(other)

    def _add_word(self, word: str, _checked: bool = False) -> None:
        if self.speller is None:
            return
        self.speller.add(word)
        self._waves.forget()
        self._shell.tasks.start(self._keep(word.casefold()))

    async def _keep(self, word: str) -> None:
        def keep() -> None:
            save_own_words(self._own_file, load_own_words(self._own_file) | {word})

        try:
            await self._shell.tasks.in_thread(keep)
        except (OSError, UnicodeDecodeError) as problem:
            log.warning("The own words in %s cannot be kept (%s).", self._own_file, problem)
            self._shell.messages.tell(
                "spelling",
                tr(
                    "“{word}” is known until Ownhand is closed, but could not be kept: the file {file} cannot be written. Look whether the disk is full."
                ).format(word=word, file=self._own_file),
                kind="problem",
            )

    def _on_settings_changed(self, value: Settings) -> None:
        if self._action.isChecked() != bool(value.spelling) or value.spelling not in (
            "auto",
            self._wanted,
        ):
            self._choose()

    def _on_theme_changed(self, theme: Theme) -> None:
        self._waves.colour = QColor(theme.problem_mark)
        self._page.viewport().update()

    def _on_edited(self) -> None:
        if self._shell.settings.value.spelling:
            self._names.start()


def language_for(text: str) -> str:
    """Code of the text's language; that of the system for a text too short to tell; "" without dictionary."""
    from ownhand.corpus.languages import language_of  # counts words; not while the window appears

    if len(text.split()) < 12:
        code = QLocale.system().name()[:2]
        return code if code in LANGUAGES else "en"
    name = language_of(text)
    return next((code for code, language in LANGUAGES.items() if language == name), "")
