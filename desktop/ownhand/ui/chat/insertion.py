"""Puts a reply into the text."""

from __future__ import annotations

import logging

from ownhand.core.records import GenerationRecord
from ownhand.document.conversations.conversation import Turn
from ownhand.document.records import from_json
from ownhand.document.spans import GENERATED, Span
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.stream import with_plain_line_ends
from ownhand.ui.generation_controller import GenerationController

log = logging.getLogger(__name__)


def insert_reply(page: WritingPage, generation: GenerationController, turn: Turn) -> None:
    """Insert what the model said at the caret, as generated text that knows how it came about.

    A continuation that streams into the page meanwhile goes on.
    """
    record = _record_of(turn)
    if record is not None:
        generation.came_from_elsewhere.emit(record)
    text = with_plain_line_ends(turn.text)
    page.insert_at_caret(text, [Span(0, len(text), GENERATED, record.id if record else "")])
    page.setFocus()


def _record_of(turn: Turn) -> GenerationRecord | None:
    if turn.record is None:
        return None
    try:
        return from_json(dict(turn.record)).record
    except (KeyError, TypeError, ValueError) as problem:
        log.warning("The record of a reply cannot be read (%r).", problem)
        return None
