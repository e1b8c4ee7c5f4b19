"""Text on the clipboard: plain for everybody, with its origins for Ownhand."""

from __future__ import annotations

import json
import logging

from PySide6.QtCore import QMimeData

from ownhand.document.span_lists import from_lists, to_lists
from ownhand.document.spans import PASTED, Span, Spans, normalised
from ownhand.ui.editor.stream import with_plain_line_ends

log = logging.getLogger(__name__)

SPANS_MIME = "application/x-ownhand-spans"


def mime_of(text: str, spans: Spans) -> QMimeData:
    """What to put on the clipboard, or to drag."""
    mime = QMimeData()
    mime.setText(text)
    record = {"length": len(text), "spans": to_lists(spans)}
    mime.setData(SPANS_MIME, json.dumps(record).encode())
    return mime


def text_of(mime: QMimeData) -> tuple[str, Spans]:
    """The plain text with "\\n" for line ends, and its origins: those it had in Ownhand, else pasted."""
    text = with_plain_line_ends(mime.text())
    foreign = normalised([Span(0, len(text), PASTED)])
    if not mime.hasFormat(SPANS_MIME):
        return text, foreign
    try:
        record = json.loads(bytes(mime.data(SPANS_MIME).data()))
        if record["length"] != len(text):
            return text, foreign
        spans = from_lists(record["spans"])
    except (ValueError, TypeError, KeyError) as problem:
        log.info("Origins on the clipboard cannot be read (%s).", problem)
        return text, foreign
    return text, normalised(spans, len(text))
