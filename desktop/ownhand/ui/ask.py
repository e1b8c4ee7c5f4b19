"""Questions that wait for their answer without holding up the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from ownhand.bridge.tasks import Tasks


async def ask_dialog(tasks: Tasks, dialog: QDialog) -> int:
    """Open a dialog over its window and wait for `finished`; the window lives on meanwhile.

    Returns:
        The dialog's result. The caller reads what it needs and calls `deleteLater`.
    """
    QDialog.open(dialog)  # that of a print dialog wants a slot
    (result,) = await tasks.emitted(dialog.finished)
    return int(result)


async def ask_question(
    tasks: Tasks,
    parent: QWidget,
    text: str,
    explanation: str,
    choices: Sequence[tuple[str, QMessageBox.ButtonRole]],
    title: str = "Ownhand",
) -> int:
    """Ask with buttons.

    Args:
        tasks: Waits for the answer.
        parent: The window that is asked over.
        text: The question.
        explanation: What each way leads to.
        choices: Labels and roles; the first is the default, one must have the reject role.
        title: Title of the dialog.

    Returns:
        Index into `choices`; Escape gives that of the reject role.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(explanation)
    buttons = [box.addButton(label, role) for label, role in choices]
    box.setDefaultButton(buttons[0])
    rejecting = [role for _, role in choices].index(QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(buttons[rejecting])
    await ask_dialog(tasks, box)
    clicked = box.clickedButton()
    box.deleteLater()
    return buttons.index(clicked) if clicked in buttons else rejecting


async def ask_file(tasks: Tasks, dialog: QFileDialog) -> Path | None:
    """Open a file dialog; the chosen path, or None when the writer thought better of it."""
    accepted = await ask_dialog(tasks, dialog) == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
