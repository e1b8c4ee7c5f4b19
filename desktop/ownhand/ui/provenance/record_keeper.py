"""Keeps the records of the generations in the text that is on the page."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.core.messages import CandidateArrived
from ownhand.core.records import GenerationRecord
from ownhand.document.digests import text_digest
from ownhand.document.records import (
    KeptRecord,
    append_record,
    read_records,
)
from ownhand.document.sidecar import load_records
from ownhand.ui.editor.stream import with_plain_line_ends
from ownhand.ui.shell import Shell
from ownhand.ui.stream_facts import StreamEnded

log = logging.getLogger(__name__)


class RecordKeeper(QObject):
    """Reads what is known of a text when it is shown, and writes down each generation as it begins.

    Files are read and written in threads, one write after the other.
    """

    changed = Signal()
    """Other records are known than before."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._records: dict[str, KeptRecord] = {}
        self._candidates: dict[int, tuple[str, list[str]]] = {}  # record and pieces, by number
        self._shown = 0
        self._unwritten: list[tuple[Path, KeptRecord]] = []
        self._writing = False
        documents, generation = shell.documents, shell.generation
        documents.text_shown.connect(self._on_documents_text_shown)
        generation.recorded.connect(self._on_generation_recorded)
        generation.came_from_elsewhere.connect(self._on_came_from_elsewhere)
        generation.stream_begun.connect(lambda _begun: self._candidates.clear())
        generation.candidate_arrived.connect(self._on_generation_candidate_arrived)
        generation.stream_ended.connect(self._on_generation_stream_ended)

    @property
    def records(self) -> dict[str, KeptRecord]:
        """All that are known, by id; those of passages that were undone or deleted too."""
        return dict(self._records)

    def get(self, record: str) -> KeptRecord | None:
        """One record, or None if nothing is known."""
        return self._records.get(record)

    def keep(self, kept: KeptRecord) -> None:
        """Add a record, or tell more of one that is there."""
        self._records[kept.record.id] = kept
        self._unwritten.append((self._shell.documents.belongings, kept))
        if not self._writing:
            self._writing = True
            self._shell.tasks.start(self._write())
        self.changed.emit()

    def flush(self) -> None:
        """Write what waits to be written, here and now."""
        waiting, self._unwritten = self._unwritten, []
        for belongings, kept in waiting:
            _append(belongings, kept)

    async def _write(self) -> None:
        """One after the other, so that what is known later stands below."""
        try:
            while self._unwritten:
                await self._shell.tasks.in_thread(partial(_append, *self._unwritten.pop(0)))
        finally:
            self._writing = False

    def _on_documents_text_shown(self) -> None:
        self._shown += 1
        self._records = {}
        self.changed.emit()
        documents = self._shell.documents
        self._shell.tasks.start(self._read(self._shown, documents.path, documents.belongings))

    async def _read(self, shown: int, path: Path | None, belongings: Path) -> None:
        provenance = self._shell.paths.provenance

        def read() -> dict[str, KeptRecord]:
            saved = load_records(provenance, path) if path is not None else {}
            return saved | read_records(belongings)

        found = await self._shell.tasks.in_thread(read)
        if shown == self._shown:
            self._records = found | self._records
            self.changed.emit()

    def _on_generation_recorded(self, record: GenerationRecord) -> None:
        self._candidates[record.candidate] = record.id, []
        self.keep(KeptRecord(record))

    def _on_came_from_elsewhere(self, record: GenerationRecord) -> None:
        if record.id not in self._records:  # a reply can be inserted twice
            self.keep(KeptRecord(record))

    def _on_generation_candidate_arrived(self, arrived: CandidateArrived) -> None:
        if arrived.candidate in self._candidates:
            self._candidates[arrived.candidate][1].append(arrived.text)

    def _on_generation_stream_ended(self, ended: StreamEnded) -> None:
        # What was cut off at the end of a sentence looks like any text of full length.
        trimmed = ended.reason == "max_tokens" and self._shell.settings.value.trim_sentences
        cut_short = ended.reason == "cancelled" or trimmed
        if ended.begun.candidates > 1:
            for record, pieces in self._candidates.values():
                self._complete(record, "".join(pieces), cut_short=True)
        else:
            self._complete(ended.record, ended.text, cut_short)

    def _complete(self, record: str, text: str, cut_short: bool) -> None:
        kept = self._records.get(record)
        if kept is not None and text:
            text = with_plain_line_ends(text)
            self.keep(
                replace(
                    kept,
                    text_sha256=text_digest(text),
                    characters=len(text),
                    cut_short=cut_short,
                )
            )


def _append(belongings: Path, kept: KeptRecord) -> None:
    try:
        append_record(belongings, kept)
    except OSError as problem:
        log.warning("How a passage came about could not be written down: %s", problem)
