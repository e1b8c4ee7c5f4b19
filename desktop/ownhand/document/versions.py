"""Earlier versions of a text, kept beside what else belongs to it.

A folder `versions` of one small JSON file per version, and in `texts` the compressed text of each,
named by its digest, so that equal texts lie there once.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import secrets
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.words import Sentence, why
from ownhand.document.digests import text_digest
from ownhand.document.span_lists import from_lists, to_lists
from ownhand.document.spans import Spans, normalised
from ownhand.document.words import count_words

log = logging.getLogger(__name__)

SCHEMA = 1
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes that the versions of one text may take; the oldest go first."""

OPENED = "opened"
SAVED = "saved"
WRITING = "writing"
NOT_SAVED = "not saved"
BEFORE_SAVING = "before saving"
BEFORE_RESTORING = "before restoring"
BEFORE_LOADING = "before loading"
BEFORE_MERGING = "before merging"
OTHER = "other program"

_DAY_S = 24 * 3600
_MONTH_S = 30 * _DAY_S


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of a version without its text.

    Attributes:
        id: Its name in the folder; sorts by time.
        kept_at: When it was the text, in seconds since the epoch.
        reason: Why it was kept: one of the constants of this module, or one of a newer program.
        words: How many it has.
        digest: Names its text.
        spans: Origins of its text.
    """

    id: str
    kept_at: float
    reason: str
    words: int
    digest: str
    spans: Spans = ()


class Versions:
    """The versions of one text. No method is meant for the GUI thread: all of them use the disk.

    Args:
        folder: Where they lie; made when the first version is kept. See `versions_of`.
        clock: Seconds since the epoch.

    Attributes:
        folder: As given.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self._clock = clock
        self._texts = folder / "texts"

    def keep(
        self, text: str, spans: Spans, reason: str, kept_at: float | None = None
    ) -> Version | None:
        """Keep a text.

        Args:
            text: The whole text.
            spans: Its origins.
            reason: One of the constants of this module.
            kept_at: When it was like this, in seconds since the epoch; now when None.

        Returns:
            The version; None if there is nothing to keep: an empty text, or one that is already
            the latest version.

        Raises:
            DocumentError: If it cannot be written.
        """
        digest = text_digest(text)
        newest = next(iter(self.list()), None)
        if not text or (newest and (newest.digest, newest.spans) == (digest, spans)):
            return None
        kept_at = self._clock() if kept_at is None else kept_at
        name = f"{round(kept_at * 1000):014d}-{secrets.token_hex(2)}"
        version = Version(name, kept_at, reason, count_words(text), digest, spans)
        try:
            self._write(version, text)
            self.thin()
        except OSError as problem:
            raise DocumentError(
                Sentence(
                    "This version of the text was not kept ({reason}); the text itself is safe. Check that the disk with your home folder is not full or read-only.",
                    reason=why(problem),
                )
            ) from problem
        return version

    def list(self) -> tuple[Version, ...]:
        """All versions, the latest first; what cannot be read is left out and logged."""
        found = []
        for file in self.folder.glob("*.json"):
            try:
                found.append(_read(file))
            except (OSError, ValueError, KeyError, TypeError) as problem:
                log.warning("The version %s cannot be read (%s).", file, problem)
        return tuple(sorted(found, key=lambda version: version.id, reverse=True))

    def text_of(self, version: Version) -> str:
        """The text of a version.

        Raises:
            DocumentError: If it is damaged or gone.
        """
        try:
            text = gzip.decompress(self._text_file(version.digest).read_bytes()).decode(
                "utf-8", "surrogatepass"
            )
        except (OSError, EOFError, ValueError, zlib.error) as problem:
            raise DocumentError(
                Sentence(
                    "This version cannot be read any more ({problem}). The other versions and the text itself are as they were.",
                    problem=problem,
                )
            ) from problem
        if text_digest(text) != version.digest:
            raise DocumentError(
                "This version was damaged on the disk and cannot be shown. The other versions and the "
                "text itself are as they were."
            )
        return text

    def thin(self) -> None:
        """Let go of what nobody will look for, and of the oldest beyond `SIZE_LIMIT`.

        Kept are all versions of the last day, the last one of each day of the last month, and the last
        one of each week before that; the latest version always.

        Raises:
            OSError: If something cannot be removed.
        """
        everything = self.list()
        kept = worth_keeping(everything, self._clock())
        size = 0
        for number, version in enumerate(kept):
            size += self._size_of(version.digest)
            if size > SIZE_LIMIT and number:
                kept = kept[:number]
                break
        for version in set(everything) - set(kept):
            (self.folder / f"{version.id}.json").unlink(missing_ok=True)
        needed = {version.digest for version in kept}
        for file in self._texts.glob("*.gz"):
            if file.stem not in needed:
                file.unlink(missing_ok=True)

    def adopt(self, other: Path) -> None:
        """Take in the versions of another folder: after Save As over a file that had its own.

        Raises:
            OSError: If something cannot be moved; what was moved stays.
        """
        for file in [*other.glob("texts/*.gz"), *other.glob("*.json")]:
            target = self.folder / file.relative_to(other)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(file, target)

    def _write(self, version: Version, text: str) -> None:
        file = self._text_file(version.digest)
        if not file.exists():
            data = text.encode("utf-8", "surrogatepass")
            atomic.write_bytes(file, gzip.compress(data, 6, mtime=0))
        record = {
            "schema": SCHEMA,
            "kept_at": version.kept_at,
            "reason": version.reason,
            "words": version.words,
            "text": version.digest,
            "spans": to_lists(version.spans),
        }
        # The text first: a version that is there can be read.
        atomic.write_text(
            self.folder / f"{version.id}.json", json.dumps(record, separators=(",", ":"))
        )

    def _text_file(self, digest: str) -> Path:
        return self._texts / f"{digest}.gz"

    def _size_of(self, digest: str) -> int:
        try:
            return self._text_file(digest).stat().st_size
        except OSError:
            return 0


def versions_of(belongings: Path) -> Versions:
    """The versions among the belongings of a text."""
    return Versions(belongings / "versions")


def worth_keeping(versions: Sequence[Version], now: float) -> tuple[Version, ...]:
    """The versions that `Versions.thin` keeps, whatever their size.

    Args:
        versions: The latest first.
        now: Seconds since the epoch.
    """
    kept: list[Version] = []
    seen: set[tuple[int, ...]] = set()
    for version in versions:
        age = now - version.kept_at
        day = datetime.fromtimestamp(version.kept_at).date()
        if age < _DAY_S:
            bucket: tuple[int, ...] = (len(kept),)
        elif age < _MONTH_S:
            bucket = (day.year, day.month, day.day)
        else:
            bucket = tuple(day.isocalendar())[:2]
        if bucket not in seen:
            seen.add(bucket)
            kept.append(version)
    return tuple(kept)


def _read(file: Path) -> Version:
    record = json.loads(file.read_text(encoding="utf-8"))
    if record["schema"] != SCHEMA:
        raise ValueError(f"schema {record['schema']!r} is not known")
    digest = str(record["text"])
    if not digest.isalnum():
        raise ValueError(f"{digest!r} is no digest")
    return Version(
        file.stem,
        float(record["kept_at"]),
        str(record["reason"]),
        int(record["words"]),
        digest,
        normalised(from_lists(record["spans"])),
    )
