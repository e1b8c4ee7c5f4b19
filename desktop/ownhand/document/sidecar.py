"""Remembers, beside the writer's files and never in them, who wrote which characters.

One JSON file per document in the data directory, named by a hash of the document's absolute path.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.words import Sentence, why
from ownhand.document.digests import place_name, text_digest
from ownhand.document.lines import matching_lines
from ownhand.document.records import (
    KeptRecord,
    Records,
    many_from_json,
    many_to_json,
    referred,
)
from ownhand.document.span_lists import from_lists, to_lists
from ownhand.document.spans import Span, Spans, clipped, normalised, shifted
from ownhand.document.word_marks import from_text, matching_pieces, pieces_of, to_text

log = logging.getLogger(__name__)

SCHEMA = 2

_MOST_PAIRS = 400  # changed lines before times changed lines after, that are compared word by word


def from_1_words_and_records_were_not_kept(record: dict[str, Any]) -> dict[str, Any]:
    """Before schema 2 only whole lines were found again, and how a passage came about was not known."""
    return record | {"schema": 2, "words": {}, "records": {}}


Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
UPGRADES: dict[int, Upgrade] = {1: from_1_words_and_records_were_not_kept}
"""One named function per old schema version: from that version to the next."""


def sidecar_path(folder: Path, path: Path) -> Path:
    """Where the record of a document lies.

    Args:
        folder: `Paths.provenance`.
        path: The document; symbolic links are followed, so that each way to a file finds its record.
    """
    return folder / f"{place_name(path)}.json"


def save_spans(
    folder: Path, path: Path, text: str, spans: Spans, records: Records | None = None
) -> None:
    """Record the origins of a text that was just saved to `path`; after Save As, do so for the new path.

    Args:
        folder: `Paths.provenance`; made if need be.
        path: The document.
        text: Its whole text, with "\\n" for line ends.
        spans: Its origins. With none, an old record is removed.
        records: How its generated passages came about; those that no span refers to are left out, those
            that are known of the path already need not be given.

    Raises:
        DocumentError: If it cannot be written. The document itself is saved all the same.
    """
    target = sidecar_path(folder, path)
    try:
        spans = normalised(spans, len(text))
        if not spans:
            target.unlink(missing_ok=True)
            return
        lines = text.split("\n")
        kept = referred({**load_records(folder, path), **(records or {})}, spans)
        record = {
            "schema": SCHEMA,
            "path": str(path.resolve()),
            "sha256": text_digest(text),
            # The text itself is not kept: short hashes of lines and words are enough to find them again.
            "lines": [_line_mark(line) for line in lines],
            "lengths": [len(line) for line in lines],
            "words": _word_marks(lines, spans),
            "spans": to_lists(spans),
            "records": many_to_json(kept.values()),
        }
        atomic.write_text(target, json.dumps(record, separators=(",", ":")))
    except OSError as problem:
        raise DocumentError(
            Sentence(
                "{name} is saved, but not who wrote which parts of it ({reason}). Check that the disk with your home folder is not full or read-only, then save again.",
                name=path.name,
                reason=why(problem),
            )
        ) from problem


def load_spans(folder: Path, path: Path, text: str) -> Spans:
    """The origins of a text that was just read from `path`.

    If another program changed the text since, the spans of lines that are still there are kept, in a line
    that was changed those of the words that are; what came new is not marked. A missing record gives (),
    and so does a damaged one, which is logged.
    """
    target = sidecar_path(folder, path)
    try:
        record = _read(target)
        spans = normalised(from_lists(record["spans"]))
        if any(span.start < 0 for span in spans):
            raise ValueError("a span before the text")
        if record["sha256"] == text_digest(text):
            return normalised(spans, len(text))
        return _placed(_Lines.of_record(record), spans, text)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        log.warning(
            "Who wrote which parts of %s cannot be read from %s (%s).", path, target, problem
        )
        return ()


def load_records(folder: Path, path: Path) -> dict[str, KeptRecord]:
    """How the generated passages of a document came about, by id; a damaged record is logged."""
    target = sidecar_path(folder, path)
    try:
        return many_from_json(_read(target)["records"], target)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        log.warning("Records of %s cannot be read from %s (%s).", path, target, problem)
        return {}


def forget_spans(folder: Path, path: Path) -> None:
    """Remove the record of a document, for example after it was renamed; a failure is logged."""
    try:
        sidecar_path(folder, path).unlink(missing_ok=True)
    except OSError as problem:
        log.warning("The record of %s cannot be removed (%s).", path, problem)


def _read(target: Path) -> dict[str, Any]:
    """The file, brought to this schema.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged or of a newer version.
    """
    found = json.loads(target.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise ValueError("no record")
    record: dict[str, Any] = found
    while record.get("schema") != SCHEMA:
        upgrade = UPGRADES.get(record.get("schema", 0))
        if upgrade is None:
            raise ValueError(f"schema {record.get('schema')!r}")
        record = upgrade(record)
    return record


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a text as they are remembered.

    Attributes:
        marks: A hash of each.
        lengths: Their characters, without the line ends.
        words: `word_marks.to_text` of those with spans, by number.
    """

    marks: list[str]
    lengths: list[int]
    words: dict[str, str]

    @classmethod
    def of_record(cls, record: dict[str, Any]) -> _Lines:
        marks = [str(mark) for mark in record["lines"]]
        lengths = [_whole(length) for length in record["lengths"]]
        if len(marks) != len(lengths):
            raise ValueError("lines without lengths")
        return cls(marks, lengths, {str(k): str(v) for k, v in record["words"].items()})


def _placed(old: _Lines, spans: Spans, text: str) -> Spans:
    """The spans of what a changed text still has, in the same order."""
    lines = text.split("\n")
    new_starts = _starts([len(line) for line in lines])
    old_starts = _starts(old.lengths)
    placed: list[Span] = []
    for start, end, there in _kept_stretches(old, old_starts, lines, new_starts):
        placed += shifted(clipped(spans, start, end), there)
    return normalised(placed, len(text))


def _kept_stretches(
    old: _Lines, old_starts: list[int], lines: list[str], new_starts: list[int]
) -> Iterator[tuple[int, int, int]]:
    """(first, one past the last, first in the new text) of what is still there."""
    done_here = done_there = 0
    whole = list(matching_lines(old.marks, [_line_mark(line) for line in lines]))
    for here, there, size in [*whole, (len(old.marks), len(lines), 0)]:
        changed = range(done_here, here), range(done_there, there)
        yield from _kept_words(old, old_starts, lines, new_starts, *changed)
        done_here, done_there = here + size, there + size
        if size:
            end = old_starts[done_here - 1] + old.lengths[done_here - 1]
            # The line end after the last one belongs to it if both texts have one there.
            if done_here < len(old.marks) and done_there < len(lines):
                end += 1
            yield old_starts[here], end, new_starts[there]


def _kept_words(
    old: _Lines,
    old_starts: list[int],
    lines: list[str],
    new_starts: list[int],
    here: range,
    there: range,
) -> Iterator[tuple[int, int, int]]:
    """The same of lines that were changed: each in the first new line that has most of its words."""
    if len(here) * len(there) > _MOST_PAIRS:
        return
    first = there.start
    for before in here:
        pieces = from_text(old.words.get(str(before), ""))
        if sum(piece.length for piece in pieces) != old.lengths[before]:
            continue
        for after in range(first, there.stop):
            kept = list(matching_pieces(pieces, pieces_of(lines[after])))
            for start, place, size in kept:
                begin = old_starts[before] + start
                yield begin, begin + size, new_starts[after] + place
            if kept:
                if before + 1 < len(old.lengths) and after + 1 < len(lines):
                    end = old_starts[before] + old.lengths[before]
                    yield end, end + 1, new_starts[after] + len(lines[after])
                first = after + 1
                break


def _word_marks(lines: Sequence[str], spans: Spans) -> dict[str, str]:
    """What finds the words of the lines again that have spans."""
    starts = _starts([len(line) for line in lines])
    return {
        str(number): to_text(pieces_of(line))
        for number, line in enumerate(lines)
        if clipped(spans, starts[number], starts[number] + len(line))
    }


def _starts(lengths: Sequence[int]) -> list[int]:
    starts, position = [], 0
    for length in lengths:
        starts.append(position)
        position += length + 1
    return starts


def _whole(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no position")
    return value


def _line_mark(line: str) -> str:
    return text_digest(line)[:12]
