"""Export and print from a whole window."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdf
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.helpers.desk import Desk

from ownhand.document.export.markdown import to_html_body
from ownhand.ui.export.paper import Paper

TEXT = "We left before it was light.\n\nBy seven the sun had found the highest ridge."


def exported(desk: Desk, target: Path) -> bytes:
    desk.window.page.set_text(TEXT)
    desk.window.actions_by_name["export"].trigger()
    desk.choose_file(target)
    desk.until(lambda: "was written" in desk.message("export"))
    return target.read_bytes()


def test_word_file_holds_the_text(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(exported(desk, tmp_path / "My book 🌲.docx")))
    assert [p.text for p in document.paragraphs] == TEXT.split("\n\n")


def test_web_page_holds_the_text(desk: Desk, tmp_path: Path) -> None:
    page = exported(desk, tmp_path / "book.html").decode()
    assert "<p>We left before it was light.</p>" in page


def test_pdf_holds_the_text(desk: Desk, tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(exported(desk, tmp_path / "book.pdf")))
    text = " ".join(reader.pages[0].extract_text().split())
    assert "We left before it was light." in text
    assert "highest ridge." in text


def test_failure_is_told_and_leaves_what_was_there(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    desk.window.page.set_text(TEXT)
    exporting = next(f for f in desk.window.features if type(f).__name__ == "Exporting")
    subject = exporting._subject()  # type: ignore[attr-defined]
    desk.tasks.start(exporting.export(subject, tmp_path / "folder.docx"))  # type: ignore[attr-defined]
    desk.until(lambda: "was not written" in desk.message("export"))
    assert "Your text is as it was" in desk.message("export")
    desk.tasks.start(exporting.export(subject, tmp_path / "book.xyz"))  # type: ignore[attr-defined]
    desk.until(lambda: ".docx, .html, .pdf" in desk.message("export"))
    assert not (tmp_path / "book.xyz").exists()


def test_print_asks_first_and_can_be_left(desk: Desk) -> None:
    desk.window.page.set_text(TEXT)
    desk.window.actions_by_name["print"].trigger()
    dialog = desk.dialog()
    assert isinstance(dialog, QDialog)
    dialog.reject()
    desk.until(lambda: desk.tasks.idle)
    assert desk.message("export") == ""


def test_printer_is_given_the_whole_text(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    text = "\n\n".join(f"Paragraph {n} of a text that takes some pages. " * 6 for n in range(60))
    paper = Paper(to_html_body(text, markdown=False), lambda: printer, None)
    with qtbot.waitSignal(paper.finished, timeout=20_000):
        paper.start()
    paper.wait()
    pages = pypdf.PdfReader(tmp_path / "paper.pdf").pages
    assert len(pages) > 2
    read = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert all(f"Paragraph {n} of" in read for n in range(60))
