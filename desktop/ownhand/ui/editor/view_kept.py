"""What of the text is in view while it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QTextEdit


def caret_in_view(editor: QTextEdit) -> bool:
    """Whether the caret can be seen."""
    return editor.viewport().rect().intersects(editor.cursorRect())


@contextmanager
def view_kept(editor: QTextEdit) -> Iterator[None]:
    """The line at the top of the view stays there, whatever is inserted above it."""
    bar = editor.verticalScrollBar()
    top = editor.cursorForPosition(editor.viewport().rect().topLeft())
    top.setKeepPositionOnInsert(True)
    before = editor.cursorRect(top).top() + bar.value()
    value = bar.value()
    yield
    bar.setValue(value + editor.cursorRect(top).top() + bar.value() - before)
