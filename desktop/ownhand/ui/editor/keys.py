"""What keys mean on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def typed_text(event: QKeyEvent) -> str:
    """What a key press puts into the text, by the rules of QTextEdit; "" for a command."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text().replace("\r", "\n")
    if modifiers in (control, control | shift) or event.key() == Qt.Key.Key_Backtab:
        return ""
    return text if text.isprintable() or text in ("\n", "\t") else ""
