"""Remembers, beside the writer's files and never in them, which characters were generated.

One JSON file per document in the data directory, named by a hash of the document's absolute path.
"""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.document.lines import matching_lines
from ownhand.document.spans import Span, Spans, clipped, normalised, shifted

log = logging.getLogger(__name__)

SCHEMA = 1


def sidecar_path(folder: Path, path: Path) -> Path:
    """Where the record of a document lies.

    Args:
        folder: `Paths.provenance`.
        path: The document; symbolic links are followed, so that each way to a file finds its record.
    """
    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{name[:40]}.json"


def save_spans(folder: Path, path: Path, text: str, spans: Spans) -> None:
    """Record the origins of a text that was just saved to `path`; after Save As, do so for the new path.

    Args:
        folder: `Paths.provenance`; made if need be.
        path: The document.
        text: Its whole text, with "\\n" for line ends.
        spans: Its origins. With none, an old record is removed.

    Raises:
        DocumentError: If it cannot be written. The document itself is saved all the same.
    """
    target = sidecar_path(folder, path)
    try:
        spans = normalised(spans, len(text))
        if not spans:
            target.unlink(missing_ok=True)
            return
        record = {
            "schema": SCHEMA,
            "path": str(path.resolve()),
            "sha256": _digest(text),
            # The text itself is not kept: of each line a short hash is enough to find it again.
            "lines": [_line_mark(line) for line in text.split("\n")],
            "lengths": [len(line) for line in text.split("\n")],
            "spans": [[s.start, s.end, s.origin] for s in spans],
        }
        atomic.write_text(target, json.dumps(record, separators=(",", ":")))
    except OSError as problem:
        raise DocumentError(
            f"{path.name} is saved, but not which parts of it were generated "
            f"({problem.strerror or problem}). Check that the disk with your home folder is not full "
            "or read-only, then save again."
        ) from problem


def load_spans(folder: Path, path: Path, text: str) -> Spans:
    """The origins of a text that was just read from `path`.

    If another program changed the text since, the spans of lines that are still there are kept and
    nothing else is marked. A missing record gives (), and so does a damaged one, which is logged.
    """
    target = sidecar_path(folder, path)
    try:
        record = json.loads(target.read_text(encoding="utf-8"))
        if record["schema"] != SCHEMA:
            raise ValueError(f"schema {record['schema']!r}")
        spans = normalised(
            Span(_whole(start), _whole(end), str(origin)) for start, end, origin in record["spans"]
        )
        if record["sha256"] == _digest(text):
            return normalised(spans, len(text))
        return _placed(
            spans, [str(m) for m in record["lines"]], [_whole(n) for n in record["lengths"]], text
        )
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        log.warning(
            "Which parts of %s were generated cannot be read from %s (%s).", path, target, problem
        )
        return ()


def forget_spans(folder: Path, path: Path) -> None:
    """Remove the record of a document, for example after it was renamed; a failure is logged."""
    try:
        sidecar_path(folder, path).unlink(missing_ok=True)
    except OSError as problem:
        log.warning("The record of %s cannot be removed (%s).", path, problem)


def _placed(spans: Spans, marks: list[str], lengths: list[int], text: str) -> Spans:
    """The spans of lines that a changed text still has, in the same order."""
    lines = text.split("\n")
    old_starts, new_starts = _starts(lengths), _starts([len(line) for line in lines])
    placed: list[Span] = []
    for here, there, size in matching_lines(marks, [_line_mark(line) for line in lines]):
        start, end = old_starts[here], old_starts[here + size - 1] + lengths[here + size - 1]
        # The line end after the last one belongs to it if both texts have one there.
        if here + size < len(marks) and there + size < len(lines):
            end += 1
        placed += shifted(clipped(spans, start, end), new_starts[there])
    return normalised(placed, len(text))


def _starts(lengths: list[int]) -> list[int]:
    starts, position = [], 0
    for length in lengths:
        starts.append(position)
        position += length + 1
    return starts


def _whole(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no position")
    return value


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _line_mark(line: str) -> str:
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:12]
