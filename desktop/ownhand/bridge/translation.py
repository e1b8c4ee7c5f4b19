"""What the window says, in the writer's language.

The English text itself is the key; lupdate finds it in the calls of `tr` and `mark`. Sentences with
values in them are written `tr("{name} was moved.").format(name=name)`, counts `tr("%n words", n=5)`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, n: int = -1) -> str:
    """A text in the language of the window; itself where there is no translation.

    Args:
        text: A literal in English, so that lupdate finds it, or what `mark` marked.
        n: Count that decides on the plural; it stands for "%n".
    """
    translated = QCoreApplication.translate("", text, None, n)
    return translated.replace("%n", str(n)) if n >= 0 else translated


def mark(text: str) -> str:
    """Marks a literal that is translated later, with `tr`, where it is shown: constants of a module."""
    return text
