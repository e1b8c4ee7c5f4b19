"""Text on the clipboard: plain for everybody, with its origins for Ownhand."""

from __future__ import annotations

import json
import logging

from PySide6.QtCore import QMimeData

from ownhand.document.spans import Span, Spans, normalised
from ownhand.ui.editor.stream import with_plain_line_ends

log = logging.getLogger(__name__)

SPANS_MIME = "application/x-ownhand-spans"


def mime_of(text: str, spans: Spans) -> QMimeData:
    """What to put on the clipboard, or to drag."""
    mime = QMimeData()
    mime.setText(text)
    record = {"length": len(text), "spans": [[s.start, s.end, s.origin] for s in spans]}
    mime.setData(SPANS_MIME, json.dumps(record).encode())
    return mime


def text_of(mime: QMimeData) -> tuple[str, Spans]:
    """The plain text with "\\n" for line ends, and origins if it comes from Ownhand."""
    text = with_plain_line_ends(mime.text())
    if not mime.hasFormat(SPANS_MIME):
        return text, ()
    try:
        record = json.loads(bytes(mime.data(SPANS_MIME).data()))
        if record["length"] != len(text):
            return text, ()
        spans = [Span(int(start), int(end), str(origin)) for start, end, origin in record["spans"]]
    except (ValueError, TypeError, KeyError) as problem:
        log.info("Origins on the clipboard cannot be read (%s).", problem)
        return text, ()
    return text, normalised(spans, len(text))
