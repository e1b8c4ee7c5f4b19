"""Shows the statement of who wrote what, to copy and to save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from ownhand.bridge.translation import tr
from ownhand.core import atomic
from ownhand.document.statement_text import as_plain_text
from ownhand.ui.ask import ask_file
from ownhand.ui.shell import Shell


class StatementWindow(QDialog):
    """One statement, as it was when it was asked for. Does not hold up the writing.

    Attributes:
        view: Shows it.
        note: What came of copying or saving.
    """

    def __init__(self, shell: Shell, title: str, markdown: str) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._title = title
        self.markdown = markdown
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Who wrote what"))
        self.resize(680, 620)
        self.view = QTextBrowser(self)
        self.view.setObjectName("statement")
        self.view.setOpenLinks(False)
        self.view.setAccessibleName(tr("Statement of who wrote what"))
        self.view.setMarkdown(markdown)
        self.view.document().setDocumentMargin(14)
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self.note = QLabel(self)
        self.note.setObjectName("panelNote")
        self.note.setWordWrap(True)
        self.copy_button = QPushButton(tr("&Copy"), self)
        self.save_button = QPushButton(tr("&Save as …"), self)
        self.close_button = QPushButton(tr("C&lose"), self)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(lambda: shell.tasks.start(self._save()))
        self.close_button.clicked.connect(self.close)
        for button in (self.copy_button, self.save_button):
            button.setAutoDefault(False)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        for button in (self.copy_button, self.save_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)

    def copy(self) -> None:
        """Put it on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(as_plain_text(self.markdown))
        self.note.setText(tr("The statement is on the clipboard."))

    async def _save(self) -> None:
        dialog = QFileDialog(self, tr("Save the statement"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [tr("Markdown (*.md)"), tr("Plain text (*.txt)"), tr("Web page (*.html)")]
        )
        dialog.setDefaultSuffix("md")
        suffixes = ("md", "txt", "html")
        dialog.filterSelected.connect(
            lambda name: dialog.setDefaultSuffix(suffixes[dialog.nameFilters().index(name)])
        )
        documents = self._shell.documents
        folder = documents.path.parent if documents.path is not None else Path.home()
        dialog.setDirectory(str(folder))
        dialog.selectFile(tr("{title} – who wrote what").format(title=self._title) + ".md")
        chosen = await ask_file(self._shell.tasks, dialog)
        if chosen is None:
            return
        try:
            await self._shell.tasks.in_thread(
                partial(write_statement, chosen, self.markdown, self._title)
            )
        except OSError as problem:
            self.note.setText(
                tr("The statement could not be saved: {problem}. Choose another folder.").format(
                    problem=problem.strerror or problem
                )
            )
        else:
            self.note.setText(tr("Saved as {name}.").format(name=chosen.name))


def write_statement(path: Path, markdown: str, title: str) -> None:
    """Write a statement in the form that the file's name says: web page, plain text or Markdown.

    Raises:
        OSError: If it cannot be written.
    """
    match path.suffix.lower():
        case ".html" | ".htm":
            from ownhand.document.export.html_page import to_html

            text = to_html(markdown, title, markdown=True)
        case ".txt":
            text = as_plain_text(markdown)
        case _:
            text = markdown
    atomic.write_text(path, text)
