"""Export and print, beside the writing: nothing waits for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ownhand.bridge.translation import mark, tr
from ownhand.core import atomic
from ownhand.document.export.markdown import is_markdown, to_html_body
from ownhand.ui.ask import ask_dialog, ask_file
from ownhand.ui.export.paper import Paper, PdfPaper
from ownhand.ui.message_bar import Choice
from ownhand.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is exported, as it was when it was asked for."""

    text: str
    title: str
    markdown: bool


@dataclass(frozen=True, slots=True)
class _Format:
    """A kind of file.

    Attributes:
        suffix: With the dot.
        label: What the file dialog calls it.
        make: Gives the bytes of the file.
    """

    suffix: str
    label: str
    make: Callable[[Shell, _Subject], Awaitable[bytes]]


async def _docx(shell: Shell, subject: _Subject) -> bytes:
    from ownhand.document.export.word import to_docx

    return await shell.tasks.in_thread(
        partial(to_docx, subject.text, subject.title, subject.markdown)
    )


async def _html(shell: Shell, subject: _Subject) -> bytes:
    from ownhand.document.export.html_page import to_html

    page = await shell.tasks.in_thread(
        partial(to_html, subject.text, subject.title, subject.markdown)
    )
    return page.encode("utf-8")


async def _pdf(shell: Shell, subject: _Subject) -> bytes:
    paper = PdfPaper(subject.text, subject.title, subject.markdown, shell.window)
    paper.start()
    await shell.tasks.emitted(paper.finished)
    pdf = paper.pdf()
    paper.deleteLater()
    return pdf


FORMATS = (
    _Format(".docx", mark("Word document (*.docx)"), _docx),
    _Format(".html", mark("Web page (*.html)"), _html),
    _Format(".pdf", mark("PDF (*.pdf)"), _pdf),
)
"""Every kind of file, the usual one first."""


class Exporting(QObject):
    """The actions "export" and "print"."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        actions, tasks = shell.actions, shell.tasks
        actions["export"].triggered.connect(lambda: tasks.start(self._ask_export()))
        actions["print"].triggered.connect(lambda: tasks.start(self._ask_print()))

    def _subject(self) -> _Subject:
        documents = self._shell.documents
        return _Subject(self._shell.page.text(), documents.title, is_markdown(documents.path))

    async def _ask_export(self) -> None:
        subject, path = self._subject(), self._shell.documents.path
        folder = path.parent if path else Path.home()
        dialog = QFileDialog(self._shell.window, tr("Export the text"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr(kind.label) for kind in FORMATS])
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(_format_of_filter(chosen).suffix)
        )
        dialog.setDefaultSuffix(FORMATS[0].suffix)
        dialog.selectFile(f"{subject.title}{FORMATS[0].suffix}")
        chosen = await ask_file(self._shell.tasks, dialog)
        if chosen is not None:
            await self.export(subject, chosen)

    async def export(self, subject: _Subject, target: Path) -> None:
        """Write a file; its name says which kind. Tells in a message how it went."""
        kind = next((k for k in FORMATS if k.suffix == target.suffix.lower()), None)
        if kind is None:
            suffixes = ", ".join(k.suffix for k in FORMATS)
            self._shell.messages.tell(
                "export",
                tr(
                    "{name} was not written: its ending must be one of {suffixes}. Export again with such a name."
                ).format(name=target.name, suffixes=suffixes),
                kind="problem",
            )
            return
        self._shell.messages.tell("export", tr("Writing {name} …").format(name=target.name))
        data = await kind.make(self._shell, subject)
        try:
            await self._shell.tasks.in_thread(lambda: atomic.write_bytes(target, data))
        except OSError as problem:
            self._shell.messages.tell(
                "export",
                tr(
                    "{name} was not written ({reason}). Your text is as it was. Choose another place, or free some space."
                ).format(name=target.name, reason=problem.strerror or problem),
                kind="problem",
            )
            return
        folder = QUrl.fromLocalFile(str(target.parent))
        self._shell.messages.tell(
            "export",
            tr("{name} was written.").format(name=target.name),
            Choice(tr("Show its folder"), lambda: QDesktopServices.openUrl(folder)),
        )

    async def _ask_print(self) -> None:
        # Loaded when it is wanted: it looks for printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        subject = self._subject()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(subject.title)
        dialog = QPrintDialog(printer, self._shell.window)
        accepted = await ask_dialog(self._shell.tasks, dialog)
        dialog.deleteLater()
        if not accepted:
            return
        self._shell.messages.tell("export", tr("Printing {name} …").format(name=subject.title))
        body = to_html_body(subject.text, subject.markdown)
        paper = Paper(body, lambda: printer, self._shell.window)
        paper.start()
        await self._shell.tasks.emitted(paper.finished)
        paper.deleteLater()
        failed = printer.printerState() == QPrinter.PrinterState.Error
        self._shell.messages.tell(
            "export",
            tr("The printer did not take {name}. Look whether it is on, then print again.").format(
                name=subject.title
            )
            if failed
            else tr("{name} went to the printer.").format(name=subject.title),
            kind="problem" if failed else "notice",
        )


def _format_of_filter(label: str) -> _Format:
    return next((kind for kind in FORMATS if tr(kind.label) == label), FORMATS[0])
