"""What the window says, in the writer's language.

The English text itself is the key; lupdate finds it in the calls of `tr`, `mark` and `Sentence`.
Sentences with values in them are written `tr("{name} was moved.").format(name=name)`, counts
`tr("%Ln words", n=5)`, numbers `number(1204)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from string import Formatter
from typing import Any

import PySide6
from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTime, QTranslator

from ownhand.core import resources
from ownhand.core.words import Sentence, mark

__all__ = ["LANGUAGES", "listed", "mark", "moment", "number", "size", "speak", "tr"]

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages of the window by their code, each in its own name."""


_PLACES = {"en": "en_GB", "de": "de_DE"}
"""Where numbers and dates are written as Ownhand writes them, if the system speaks another language."""


def tr(text: str, n: int = -1) -> str:
    """A text in the language of the window; itself where there is no translation.

    Args:
        text: A literal in English, so that lupdate finds it, or what `mark` marked, or a `Sentence`.
        n: Count that decides on the plural; it stands for "%n", or "%Ln" as the language writes it.
    """
    if isinstance(text, Sentence):
        values = {k: tr(v) if isinstance(v, Sentence) else v for k, v in text.values.items()}
        template = QCoreApplication.translate("", text.template)
        return _Filler().vformat(template, (), values) if values else template
    return QCoreApplication.translate("", text, None, n)


class _Filler(Formatter):
    """Fills in values as `str.format` does, but writes "{count:,}" and "{share:.1f}" as the language does."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value, in its place."""
        figure = re.fullmatch(r",?(?:\.(\d+)f)?", format_spec)
        if format_spec and figure is not None and isinstance(value, (int, float)):
            return number(value, int(figure[1] or 0))
        return str(super().format_field(value, format_spec))


def number(value: float, decimals: int = 0) -> str:
    """A number as the language of the window writes it: "1,204" or "1.204"."""
    return _locale().toString(float(value), "f", decimals)


def size(count: int) -> str:
    """So many bytes: "93 MB", "1.2 GB"."""
    if count >= 1e9:
        return tr("{count} GB").format(count=number(count / 1e9, 1))
    return tr("{count} MB").format(count=number(count / 1e6))


def moment(at: datetime, *, day: bool = True, year: bool = False) -> str:
    """A point in time, short, in the order of the language: "3 May, 14:05".

    Args:
        at: When, in the writer's time zone.
        day: Say the day, not only the time of day.
        year: Say the year too.
    """
    locale = _locale()
    time = locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    if not day:
        return time
    return tr("{date}, {time}").format(
        date=locale.toString(
            QDate(at.year, at.month, at.day), tr("d MMM yyyy") if year else tr("d MMMM")
        ),
        time=time,
    )


def recent_moment(at: datetime, now: datetime | None = None) -> str:
    """A point in time with as much of its date as is needed: none for today, no year for this year.

    Args:
        at: When, in the writer's time zone.
        now: The present, if not that of the clock.
    """
    now = now or datetime.now(at.tzinfo)
    return moment(at, day=at.date() != now.date(), year=at.year != now.year)


def listed(words: Sequence[str]) -> str:
    """Some words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def speak(application: QCoreApplication, choice: str) -> str:
    """Have the application speak a language from now on; what is built already stays as it is.

    Args:
        application: Holds the translations.
        choice: A code of `LANGUAGES`, or "system" for what the writer's system prefers.

    Returns:
        The code of the language.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    code = choice if choice in LANGUAGES else _system_language()
    system = QLocale.system()
    same = system.language() == QLocale(code).language()
    QLocale.setDefault(system if same else QLocale(_PLACES[code]))
    for file in (_qt_words(code), resources.resource_path("translations") / f"ownhand_{code}.qm"):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
    return code


def _locale() -> QLocale:
    locale = QLocale()
    is_nowhere = locale.language() == QLocale.Language.C
    return QLocale(_PLACES["en"]) if is_nowhere else locale


def _system_language() -> str:
    preferred = (QLocale(name) for name in QLocale.system().uiLanguages())
    codes = (QLocale.languageToCode(locale.language()) for locale in preferred)
    return next((code for code in codes if code in LANGUAGES), "en")


def _qt_words(code: str) -> Path:
    """Where Qt's own words for its dialogs and menus lie."""
    usual = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    folder = usual if usual.is_dir() else Path(PySide6.__file__).parent / "Qt" / "translations"
    return folder / f"qtbase_{code}.qm"
