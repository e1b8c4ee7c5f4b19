"""Found files to documents: the one place where a writer's files are opened for training."""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import TextReader
from ownhand.core.errors import UnreadableTextError
from ownhand.core.messages import Stage
from ownhand.core.texts import Document, Skipped
from ownhand.core.words import Sentence, mark
from ownhand.corpus.provenance import generated_ranges
from ownhand.corpus.readers import READERS
from ownhand.corpus.readers.limits import why_unreadable
from ownhand.corpus.scan import FileFound

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read; its documents came before.

    Attributes:
        path: Which.
        reader: Name of its reader.
        encoding: Of a plain text, else "".
        documents: How many texts it holds.
        sha256: Of its bytes.
        generated_characters: How many were left out because a model wrote them.
    """

    path: Path
    reader: str
    encoding: str
    documents: int
    sha256: str
    generated_characters: int = 0


ReadEvent = Stage | Document | FileRead | Skipped


def read_files(
    files: Sequence[FileFound],
    cancel: CancelToken,
    provenance: Path | None = None,
    readers: Sequence[TextReader] = READERS,
) -> Iterator[ReadEvent]:
    """Read files one after another; what cannot be read is skipped with its reason.

    Looks at `cancel` at least once per page, entry or megabyte.

    Args:
        files: From `scan`.
        cancel: Ends the reading.
        provenance: `Paths.provenance`: passages known there as generated are cut out. None keeps all.
        readers: The same as for `scan`.
    """
    by_name = {reader.name: reader for reader in readers}
    for number, file in enumerate(files):
        cancel.raise_if_cancelled()
        yield Stage(Sentence("Reading {name}", name=file.path.name), number, len(files))
        documents = generated = 0
        encoding = digest = reason = ""
        try:
            for item in by_name[file.reader].read(file.path, cancel):
                if isinstance(item, Skipped):
                    yield item
                    continue
                cuts = generated_ranges(provenance, item) if provenance is not None else ()
                generated += sum(end - start for start, end in cuts)
                item = item.without(cuts).bare()
                encoding = item.encoding
                if item.text.strip():
                    documents += 1
                    yield item
        except UnreadableTextError as problem:
            reason = str(problem)
        except OSError as problem:
            reason = why_unreadable(problem)
        except (RecursionError, MemoryError) as problem:
            log.warning("%s was not read (%r).", file.path, problem)
            reason = mark("is built in a way that is too much for this machine")
        if documents:
            with contextlib.suppress(OSError):  # it was there just now
                digest = file_digest(file.path)
            if reason:
                yield Skipped(
                    file.path,
                    Sentence("was read only up to here: it {reason}", reason=Sentence(reason)),
                )
            yield FileRead(file.path, file.reader, encoding, documents, digest, generated)
        else:
            yield Skipped(file.path, reason or mark("was wholly written by a model"))


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal. Raises `OSError`."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
