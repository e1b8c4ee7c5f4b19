"""Lays a text out on pages, on a thread of its own: for PDF and for the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QObject, QThread
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from ownhand.document.export.markdown import to_html_body
from ownhand.ui.editor.page_view import SERIF_FACES

_POINTS = 11.5
_MARGIN_MM = 22.0
_STYLE = "p { margin-top: 0; margin-bottom: 8px; line-height: 140%; }"


class Paper(QThread):
    """Prints one text; `finished` tells that it is done. Start it with `start`.

    Args:
        html: Body of the text.
        open_device: Called on the thread; gives what is painted on.
        parent: Keeps the thread.
    """

    def __init__(
        self, html: str, open_device: Callable[[], QPagedPaintDevice], parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._html = html
        self._open_device = open_device
        self.problem = ""

    def run(self) -> None:
        """Lay out and paint; Qt lets go of Python's lock meanwhile."""
        device = self._open_device()
        document = QTextDocument()
        face = QFont()
        face.setFamilies(list(SERIF_FACES))
        face.setPointSizeF(_POINTS)
        document.setDefaultFont(face)
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(self._html)
        document.print_(device)


class PdfPaper(Paper):
    """Prints a text into a PDF file in memory."""

    def __init__(self, text: str, title: str, markdown: bool, parent: QObject | None) -> None:
        super().__init__(to_html_body(text, markdown), self._writer, parent)
        self._title = title
        self._buffer = QBuffer()

    def _writer(self) -> QPagedPaintDevice:
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setTitle(self._title)
        writer.setCreator("Ownhand")
        writer.setPageSize(QPageSize(usual_page_size()))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        return writer

    def pdf(self) -> bytes:
        """The file, once the thread has finished."""
        self._buffer.close()
        return bytes(self._buffer.data().data())


def usual_page_size() -> QPageSize.PageSizeId:
    """Letter where inches are usual, else A4."""
    imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4
