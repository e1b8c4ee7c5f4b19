"""Puts a reply into the text."""

from __future__ import annotations

import logging

from ownhand.document.conversations.conversation import Turn
from ownhand.document.records import from_json
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.generation_controller import GenerationController

log = logging.getLogger(__name__)


def insert_reply(page: WritingPage, generation: GenerationController, turn: Turn) -> None:
    """Insert what the model said at the caret, as generated text that knows how it came about."""
    inserter = page.begin_stream()
    if turn.record is not None:
        try:
            record = from_json(dict(turn.record)).record
        except (KeyError, TypeError, ValueError) as problem:
            log.warning("The record of a reply cannot be read (%r).", problem)
        else:
            inserter.record = record.id
            if not generation.active:  # else it would be taken for that of the stream that runs
                generation.recorded.emit(record)
    inserter.insert(turn.text)
    inserter.finish()
    page.setFocus()
