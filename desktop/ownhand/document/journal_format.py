"""What a journal file says: one JSON line with a whole text, then one line per edit."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ownhand.document.span_lists import from_lists, to_lists
from ownhand.document.spans import Spans, normalised, replaced
from ownhand.document.text_file import Fingerprint, TextFile

log = logging.getLogger(__name__)

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class EditRecord:
    """One edit, in code points, as `WritingPage.edited` tells it.

    Attributes:
        position: Where.
        removed: How many characters went.
        inserted: What came.
        spans: Origins of what came, counted from `position`.
    """

    position: int
    removed: int
    inserted: str
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class DocumentState:
    """All that is needed to go on with an unsaved document.

    Attributes:
        path: The file it belongs to; None if it was never saved.
        file: Its text (`file.text`) and how to write it.
        spans: Origins of the text.
    """

    path: Path | None
    file: TextFile
    spans: Spans = ()

    def after(self, edit: EditRecord) -> DocumentState:
        """The state after an edit.

        Raises:
            ValueError: If the edit lies outside the text.
        """
        text, end = self.file.text, edit.position + edit.removed
        if not 0 <= edit.position <= end <= len(text):
            raise ValueError(f"edit at {edit.position} of {len(text)} characters")
        text = text[: edit.position] + edit.inserted + text[end:]
        spans = replaced(self.spans, edit.position, edit.removed, len(edit.inserted), edit.spans)
        return DocumentState(self.path, replace(self.file, text=text), spans)


def snapshot_line(state: DocumentState) -> bytes:
    """The first line of a journal file."""
    file, mark = state.file, state.file.fingerprint
    record = {
        "schema": SCHEMA,
        "path": str(state.path) if state.path else None,
        "text": file.text,
        "newline": file.newline,
        "bom": file.bom,
        "fingerprint": [mark.modified_ns, mark.size, mark.sha256] if mark else None,
        # Only a file of mixed line ends needs its old text to be written back as it was.
        "loaded": file.loaded if file.odd_line_ends else None,
        "odd_line_ends": file.odd_line_ends,
        "spans": to_lists(state.spans),
    }
    return _line(record)


def edit_line(edit: EditRecord) -> bytes:
    """A later line of a journal file."""
    record: list[Any] = [edit.position, edit.removed, edit.inserted]
    if edit.spans:
        record.append(to_lists(edit.spans))
    return _line(record)


def parse_journal(data: bytes, name: str) -> DocumentState:
    """The state that a journal file describes, up to the last whole line.

    Args:
        data: The file; a torn or damaged line and what follows it are left out, and logged.
        name: What to call the file in the log.

    Raises:
        ValueError: If not even the first line can be read.
    """
    first, *lines = data.split(b"\n")
    try:
        state = _parse_snapshot(json.loads(first))
    except (ValueError, TypeError, KeyError) as problem:
        raise ValueError(f"{name}: {problem}") from problem
    for number, line in enumerate(lines, 2):
        if not line:
            continue
        try:
            position, removed, inserted, *rest = json.loads(line)
            if not isinstance(inserted, str):
                raise ValueError("no text")
            spans = from_lists(rest[0]) if rest else ()
            state = state.after(EditRecord(int(position), int(removed), inserted, spans))
        except (ValueError, TypeError, KeyError) as problem:
            log.info("%s ends at line %d of %d (%s).", name, number, len(lines) + 1, problem)
            break
    return state


def _parse_snapshot(record: Any) -> DocumentState:
    if record["schema"] != SCHEMA:
        raise ValueError(f"schema {record['schema']!r} is not known")
    if not isinstance(record["text"], str):
        raise ValueError("no text")
    text: str = record["text"]
    mark = record["fingerprint"]
    loaded = record["loaded"]
    file = TextFile(
        text,
        str(record["newline"]),
        bool(record["bom"]),
        Fingerprint(int(mark[0]), int(mark[1]), str(mark[2])) if mark else None,
        text if loaded is None else str(loaded),
        tuple((int(line), str(end)) for line, end in record["odd_line_ends"]),
    )
    path = Path(record["path"]) if record["path"] else None
    return DocumentState(path, file, normalised(from_lists(record["spans"]), len(text)))


def _line(record: Any) -> bytes:
    # ASCII: a line torn anywhere is noticed, and halves of broken symbols survive.
    return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"
