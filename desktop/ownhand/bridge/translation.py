"""What the window says, in the writer's language.

The English text itself is the key; lupdate finds it in the calls of `tr`, `mark` and `Sentence`.
Sentences with values in them are written `tr("{name} was moved.").format(name=name)`, counts
`tr("%Ln words", n=5)`, numbers `number(1204)`.
"""

from __future__ import annotations

from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ownhand.core import resources
from ownhand.core.words import Sentence, mark

__all__ = ["LANGUAGES", "mark", "number", "speak", "tr"]

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages of the window by their code, each in its own name."""


def tr(text: str, n: int = -1) -> str:
    """A text in the language of the window; itself where there is no translation.

    Args:
        text: A literal in English, so that lupdate finds it, or what `mark` marked, or a `Sentence`.
        n: Count that decides on the plural; it stands for "%n", or "%Ln" as the language writes it.
    """
    if isinstance(text, Sentence):
        values = {k: tr(v) if isinstance(v, Sentence) else v for k, v in text.values.items()}
        template = QCoreApplication.translate("", text.template)
        return template.format(**values) if values else template
    return QCoreApplication.translate("", text, None, n)


def number(value: float, decimals: int = 0) -> str:
    """A number as the language of the window writes it: "1,204" or "1.204"."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale.toString(float(value), "f", decimals)


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
    QLocale.setDefault(system if same else QLocale(code))
    for file in (_qt_words(code), resources.resource_path("translations") / f"ownhand_{code}.qm"):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
    return code


def _system_language() -> str:
    preferred = (QLocale(name) for name in QLocale.system().uiLanguages())
    codes = (QLocale.languageToCode(locale.language()) for locale in preferred)
    return next((code for code in codes if code in LANGUAGES), "en")


def _qt_words(code: str) -> Path:
    """Where Qt's own words for its dialogs and menus lie."""
    usual = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    folder = usual if usual.is_dir() else Path(PySide6.__file__).parent / "Qt" / "translations"
    return folder / f"qtbase_{code}.qm"
